import { type BukuNomor, isTerpakai, nomorBerikut } from "../kantor/nomor.ts";
import { type AngkaTerbaca, readAngka } from "../kinerja/angka/baca.ts";
import { isTercacah } from "../kinerja/angka/satuan.ts";
import { formatAngka } from "../kinerja/angka/tulis.ts";
import { isHariKerja, namaLibur, type OfficeCalendar } from "../waktu/calendar.ts";
import { angkaContoh, tanggalContoh } from "../waktu/contoh-tanggal.ts";
import { formatTanggal } from "../waktu/format.ts";
import { toLocal } from "../waktu/instant.ts";
import { bacaJam, bacaTanggal } from "./baca-waktu.ts";
import { bacaButirList } from "./butir.ts";
import type { NilaiFormulir } from "./nilai.ts";
import { calonPegawai, findPegawai } from "./orang.ts";
import type { IsianFormulir } from "./schema.ts";

/** Why an answer cannot be taken. */
export type SebabTolak =
  | "teks-terlalu-panjang"
  | "tanggal-tidak-terbaca"
  | "jam-tidak-terbaca"
  | "bilangan-tidak-terbaca"
  | "bilangan-dua-cara"
  | "bilangan-di-luar-batas"
  | "pegawai-tidak-terbaca"
  | "butir-tidak-terbaca"
  | "berkas-ditunggu"
  | "bukan-pilihan"
  | "nomor-tidak-terbaca"
  | "nomor-terpakai";

/** Why an answer is asked back before it is taken. */
export type SebabTegas =
  | "tanggal-lampau"
  | "hari-libur"
  | "akhir-pekan"
  | "nomor-melompat"
  | "bilangan-bersisa"
  | "satuan-lain"
  | "bilangan-pecahan";

/** What a text says as the answer to a field. */
export type Bacaan =
  | { readonly kind: "nilai"; readonly nilai: NilaiFormulir }
  | {
      readonly kind: "tegaskan";
      readonly nilai: NilaiFormulir;
      readonly sebab: SebabTegas;
      readonly data: Readonly<Record<string, string>>;
    }
  | {
      readonly kind: "ditolak";
      readonly sebab: SebabTolak;
      readonly data: Readonly<Record<string, string>>;
    };

/** What an answer is read against: today, the office and its registers. */
export interface KonteksIsian extends BukuNomor {
  readonly calendar: OfficeCalendar;
}

/** More than this fits no line of a paper and no second message. */
const TEKS_PALING_PANJANG = 1500;

/** A list with columns is as long as its lines. */
const isTooLong = (isian: IsianFormulir, text: string): boolean =>
  text.length > TEKS_PALING_PANJANG && !(isian.tipe === "daftar" && isian.kolom !== undefined);

/** Reads what a person wrote in answer to a field of a form. */
export function bacaIsian(isian: IsianFormulir, text: string, context: KonteksIsian): Bacaan {
  const trimmed = text.trim();
  if (isTooLong(isian, trimmed)) {
    return tolak("teks-terlalu-panjang", { batas: String(TEKS_PALING_PANJANG) });
  }
  switch (isian.tipe) {
    case "teks":
      return nilai({ tipe: "teks", teks: trimmed });
    case "daftar":
      return bacaDaftar(isian, itemsOf(trimmed), context);
    case "tanggal":
      return bacaHari(trimmed, isian.mendatang, context);
    case "jam":
      return bacaPukul(trimmed);
    case "angka":
      return bacaBilangan(isian, trimmed);
    case "pilihan":
      return bacaPilihan(isian, trimmed);
    case "pegawai":
      return bacaPegawai(isian, trimmed, context);
    case "berkas":
      return tolak("berkas-ditunggu");
    case "nomor":
      return bacaNomor(isian, trimmed, context);
  }
}

const nilai = (one: NilaiFormulir): Bacaan => ({ kind: "nilai", nilai: one });

const tolak = (sebab: SebabTolak, data: Readonly<Record<string, string>> = {}): Bacaan => ({
  kind: "ditolak",
  sebab,
  data,
});

/** One item a line, without the numbers and dots people put before them. */
const itemsOf = (text: string): string[] =>
  text
    .split("\n")
    .map((line) => line.trim().replace(/^(?:\d{1,2}[.)]|[-–•*])\s+/, ""))
    .filter((line) => line !== "");

/** More lines than this are not told at once; the rest is told when these are mended. */
const MASALAH_TERBANYAK = 5;

/** Lines with columns are read part by part; all of them are taken, or none. */
function bacaDaftar(
  { kolom }: OfTipe<"daftar">,
  lineList: string[],
  { nowMs, kantor }: KonteksIsian,
): Bacaan {
  if (kolom === undefined) return nilai({ tipe: "daftar", butirList: lineList });
  const { butirList, masalahList } = bacaButirList(kolom, lineList, {
    hariIni: toLocal(nowMs, kantor.zonaWaktu).tanggal,
    calonList: calonPegawai(kantor.pegawaiList),
  });
  if (masalahList.length === 0) return nilai({ tipe: "daftar", butirList: [...butirList] });
  const masalah = masalahList
    .slice(0, MASALAH_TERBANYAK)
    .map(({ baris, nama, tertulis }) => `${baris} (${nama}: “${tertulis}”)`);
  return tolak("butir-tidak-terbaca", { masalah: masalah.join(", ") });
}

function bacaHari(text: string, mendatang: boolean, context: KonteksIsian): Bacaan {
  const { calendar, nowMs, kantor } = context;
  const today = toLocal(nowMs, kantor.zonaWaktu).tanggal;
  const tanggal = bacaTanggal(text, today);
  if (tanggal === null) {
    const dekat = tanggalContoh(today);
    const { pendek } = angkaContoh(dekat);
    return tolak("tanggal-tidak-terbaca", { contoh: formatTanggal(dekat), pendek });
  }
  const one: NilaiFormulir = { tipe: "tanggal", tanggal };
  if (!mendatang) return nilai(one);
  if (tanggal < today) return { kind: "tegaskan", nilai: one, sebab: "tanggal-lampau", data: {} };
  if (isHariKerja(calendar, tanggal)) return nilai(one);
  const libur = namaLibur(calendar, tanggal);
  return libur === null
    ? { kind: "tegaskan", nilai: one, sebab: "akhir-pekan", data: {} }
    : { kind: "tegaskan", nilai: one, sebab: "hari-libur", data: { libur } };
}

function bacaPukul(text: string): Bacaan {
  const menit = bacaJam(text);
  return menit === null ? tolak("jam-tidak-terbaca") : nilai({ tipe: "jam", menit });
}

function bacaPilihan({ opsi }: OfTipe<"pilihan">, text: string): Bacaan {
  const found = opsi.find((one) => one.toLowerCase() === text.toLowerCase());
  return found === undefined ? tolak("bukan-pilihan") : nilai({ tipe: "pilihan", teks: found });
}

type OfTipe<T extends IsianFormulir["tipe"]> = Extract<IsianFormulir, { tipe: T }>;

function bacaBilangan({ min, maks, satuan }: OfTipe<"angka">, text: string): Bacaan {
  const hasil = readAngka(text, { satuan, rasio: false });
  if (hasil.jenis !== "angka") return tolak("bilangan-tidak-terbaca");
  const [angka = 0, another] = hasil.nilaiList;
  if (another !== undefined) {
    const pilihan = hasil.nilaiList.map((one) => formatAngka(one, 6)).join(" atau ");
    return tolak("bilangan-dua-cara", { pilihan });
  }
  if (isOutside(angka, { min, maks })) {
    return tolak("bilangan-di-luar-batas", { min: String(min ?? ""), maks: String(maks ?? "") });
  }
  const sebab = bilanganRagu(hasil, satuan);
  const one: NilaiFormulir = { tipe: "angka", nilai: angka };
  const sisa = hasil.sisaList.map((piece) => `“${piece}”`).join(", ");
  const data = { sisa, satuan: satuan ?? "", lain: hasil.satuanLain ?? "" };
  return sebab === null ? nilai(one) : { kind: "tegaskan", nilai: one, sebab, data };
}

const isOutside = (angka: number, { min, maks }: Pick<OfTipe<"angka">, "min" | "maks">): boolean =>
  angka < (min ?? Number.NEGATIVE_INFINITY) || angka > (maks ?? Number.POSITIVE_INFINITY);

function bilanganRagu(
  { nilaiList, sisaList, satuanLain }: AngkaTerbaca,
  satuan: string | undefined,
): SebabTegas | null {
  if (sisaList.length > 0) return "bilangan-bersisa";
  if (satuanLain !== null) return "satuan-lain";
  const isPart = satuan !== undefined && isTercacah(satuan) && !nilaiList.every(Number.isInteger);
  return isPart ? "bilangan-pecahan" : null;
}

/** "1, 3, 4" by the numbers of the list shown, offices or names by themselves, or "semua". */
function bacaPegawai(
  { banyak }: OfTipe<"pegawai">,
  text: string,
  { kantor }: KonteksIsian,
): Bacaan {
  const list = calonPegawai(kantor.pegawaiList);
  if (banyak && /^semua(nya)?$/i.test(text)) {
    return nilai({ tipe: "pegawai", idList: list.map(({ id }) => id) });
  }
  const parts = text
    .split(/[,;\n]|\bdan\b/i)
    .flatMap((part) => (/^[\d\s]+$/.test(part) ? part.trim().split(/\s+/) : [part.trim()]))
    .filter((part) => part !== "");
  const idList = parts.map((part) => findPegawai(list, part));
  const known = idList.filter((id) => id !== null);
  if (known.length === 0 || known.length < idList.length || (!banyak && known.length > 1)) {
    return tolak("pegawai-tidak-terbaca");
  }
  return nilai({ tipe: "pegawai", idList: [...new Set(known)] });
}

function bacaNomor({ register }: OfTipe<"nomor">, text: string, context: KonteksIsian): Bacaan {
  const urut = /^(?:no(?:mor)?\.?\s*)?(\d{1,5})$/i.exec(text)?.[1];
  if (urut === undefined || Number(urut) === 0) return tolak("nomor-tidak-terbaca");
  const berikut = nomorBerikut(context, register);
  const one: NilaiFormulir = { tipe: "nomor", urut: Number(urut), nomor: null };
  if (isTerpakai(context, register, Number(urut))) {
    return tolak("nomor-terpakai", { nomor: urut, berikut: String(berikut) });
  }
  if (Number(urut) <= berikut) return nilai(one);
  const sampai = String(Number(urut) - 1);
  return {
    kind: "tegaskan",
    nilai: one,
    sebab: "nomor-melompat",
    data: { dari: String(berikut), sampai, nomor: urut },
  };
}
