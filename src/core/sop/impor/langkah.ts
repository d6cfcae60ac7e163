import type { z } from "zod";
import type { Peran } from "../../kantor/schema.ts";
import { formatDurasi } from "../../waktu/durasi.ts";
import type { Langkah } from "../langkah.ts";
import { butirOf } from "./butir.ts";
import { bacaJenis, catat, type JenisTerbaca, NILAI_YAKIN } from "./jenis.ts";
import { type PelaksanaTerbaca, pelaksanaOf } from "./pelaksana.ts";
import { type KolomPelaksana, peranDisebut } from "./peran.ts";
import type { BarisTerbaca, TabelTerbaca } from "./sumber.ts";
import { bacaWaktu } from "./waktu.ts";

/** Something a person must look at, and where in the draft it stands. */
export interface Keraguan {
  readonly jalur: readonly (string | number)[];
  readonly pesan: string;
}

type LangkahMentah = z.input<typeof Langkah>;

/** A row of the sheet and what it was taken for. */
interface Calon {
  readonly no: number | string;
  readonly baris: BarisTerbaca;
  readonly jenis: JenisTerbaca;
  /** The other kind its words speak for, where that is nearly as likely. */
  readonly atau: JenisTerbaca | null;
  readonly pelaksana: PelaksanaTerbaca;
}

/** What a langkah is written as, with what is doubted about it. */
interface Tertulis {
  readonly langkah: LangkahMentah;
  readonly keraguanList: readonly Keraguan[];
}

const URAIAN_TERPANJANG = 300;

/** The langkah of a draft in their order, with what must be decided about each. */
export function susunLangkah(
  { barisList, satuan }: TabelTerbaca,
  kolomList: readonly KolomPelaksana[],
): { readonly langkah: readonly LangkahMentah[]; readonly keraguanList: readonly Keraguan[] } {
  const noList = nomorOf(barisList);
  const peranList = kolomList.flatMap((kolom) => kolom.peranList);
  const dinas = peranList.some((peran) => peran === "kadis" || peran === "sekdis");
  const calonList: Calon[] = [];
  for (const [index, baris] of barisList.entries()) {
    const { jenis, atau } = jenisOf(baris, calonList);
    const pelaksana = pelaksanaOf(baris, { kolomList, dinas, jenis });
    calonList.push({ no: noList[index] ?? index + 1, baris, jenis, atau, pelaksana });
  }
  const tertulis = calonList.map((calon, index): Tertulis => {
    const { waktu, keraguan } = bacaWaktu(calon.baris.waktu, satuan);
    const hasil = hasilOf(calonList, index, dinas);
    const bagian = bagianOf(calon, { hasil, dinas, peranList });
    const langkah: LangkahMentah = {
      no: calon.no,
      uraian: calon.baris.uraian.slice(0, URAIAN_TERPANJANG),
      asli: calon.baris.uraian,
      ...bagian,
      mutuBaku: {
        kelengkapan: [...butirOf(calon.baris.kelengkapan)],
        waktu: waktu === null ? null : formatDurasi(waktu),
        keluaran: [...butirOf(calon.baris.keluaran)],
      },
      ...(calon.baris.keterangan === "" ? {} : { keterangan: calon.baris.keterangan }),
    };
    const time: readonly Keraguan[] =
      keraguan === null ? [] : [{ jalur: ["mutuBaku", "waktu"], pesan: keraguan }];
    return { langkah, keraguanList: [...doubtsOf(calon, hasil.tercetak), ...time] };
  });
  return {
    langkah: tertulis.map(({ langkah }) => langkah),
    keraguanList: tertulis.flatMap(({ langkah: { no }, keraguanList }, index) =>
      keraguanList.map(({ jalur, pesan }) => ({
        jalur: ["langkah", index, ...jalur],
        pesan: `langkah ${no}: ${pesan}`,
      })),
    ),
  };
}

/** The printed numbers where they grow, "4a" for a second 4; a row without one counts on. */
function nomorOf(barisList: readonly BarisTerbaca[]): readonly (number | string)[] {
  let before = { angka: 0, huruf: "" };
  return barisList.map(({ no }) => {
    before = nextNomor(before, no);
    return before.huruf === "" ? before.angka : `${before.angka}${before.huruf}`;
  });
}

interface Nomor {
  readonly angka: number;
  readonly huruf: string;
}

function nextNomor(before: Nomor, no: string | null): Nomor {
  const [, digits = "", huruf = ""] = /^(\d+)([a-z]?)$/.exec(no ?? "") ?? [];
  const angka = Number(digits);
  if (no === null) return { angka: before.angka + 1, huruf: "" };
  const grows = angka > before.angka || (angka === before.angka && huruf > before.huruf);
  if (grows) return { angka, huruf };
  return { ...before, huruf: String.fromCodePoint((before.huruf.codePointAt(0) ?? 96) + 1) };
}

/** The kind a row is taken for; one that could not run where it stands becomes a record of what was done. */
function jenisOf(baris: BarisTerbaca, before: readonly Calon[]): Pick<Calon, "jenis" | "atau"> {
  const [first, second] = bacaJenis(baris.uraian, `${baris.kelengkapan} ${baris.keluaran}`);
  const team = before.some(({ jenis }) => jenis.formulir === "tim");
  const cannot =
    first.nilai < NILAI_YAKIN ||
    (first.jenis === "keputusan" && before.length === 0) ||
    (first.formulir === "tanda-tangan-sk" && !team);
  if (cannot) return { jenis: catat, atau: first.nilai > 0 ? first : null };
  return {
    jenis: first,
    atau: second.nilai >= NILAI_YAKIN && first.nilai - second.nilai < 2 ? second : null,
  };
}

interface Hasil {
  readonly maju: number | string;
  readonly kembali: number | string | null;
  readonly tercetak: boolean;
}

/** Where a langkah leads: to the next one, and back to whoever the sentence names, else to the one before. */
function hasilOf(calonList: readonly Calon[], index: number, dinas: boolean): Hasil {
  const maju = calonList[index + 1]?.no ?? "selesai";
  const calon = calonList[index];
  const sebelum = calonList.slice(0, index);
  if (calon === undefined) return { maju, kembali: null, tercetak: false };
  const target = returnsTo(calon.baris.uraian, sebelum, dinas);
  const asks =
    calon.jenis.jenis === "keputusan" || /jika (tidak )?setuju/i.test(calon.baris.uraian);
  const back = target ?? sebelum.at(-1);
  return {
    maju,
    kembali: asks ? (back?.no ?? null) : null,
    tercetak: target !== undefined,
  };
}

const KEMBALI =
  /(?:mengembalikan|menyerahkan kembali|dikembalikan)(?: \S+){0,3}? ke(?:pada)? (.{3,60})/i;

/** The last langkah of whoever gets it back. */
function returnsTo(uraian: string, sebelum: readonly Calon[], dinas: boolean): Calon | undefined {
  const [, kepada = ""] = KEMBALI.exec(uraian) ?? [];
  const [named] = peranDisebut(kepada, dinas);
  return named === undefined
    ? undefined
    : sebelum.findLast(({ pelaksana }) => pelaksana.peran.includes(named.peran));
}

type SelainUmum<L> = L extends unknown
  ? Omit<L, "no" | "uraian" | "asli" | "mutuBaku" | "keterangan">
  : never;

/** What is written by the kind of a langkah. */
function bagianOf(
  { baris, jenis: { jenis, formulir }, pelaksana: terbaca }: Calon,
  lembar: {
    readonly hasil: Hasil;
    readonly dinas: boolean;
    readonly peranList: readonly Peran[];
  },
): SelainUmum<LangkahMentah> {
  const { maju, kembali } = lembar.hasil;
  const pelaksana = olehOf(terbaca);
  const selesai = { selesai: maju };
  switch (jenis) {
    case "realisasi":
    case "kompilasi":
    case "penyusunan":
      return { jenis, pelaksana, hasil: selesai };
    case "sosialisasi":
      return { jenis, pelaksana, penerima: penerimaOf(baris, terbaca, lembar), hasil: selesai };
    case "keputusan": {
      const tentang = /\bsk tim\b/i.test(baris.uraian) ? { tentang: "sk-tim" } : {};
      return { jenis, ...tentang, pelaksana, hasil: { setuju: maju, kembalikan: kembali ?? maju } };
    }
    case "formulir": {
      const isi = formulir === null ? { tahap: [catatanKerja(baris.uraian)] } : { formulir };
      const hasil = kembali === null ? selesai : { setuju: maju, kembalikan: kembali };
      return { jenis, ...isi, pelaksana, hasil };
    }
  }
}

function olehOf({ peran, memasok, dari }: PelaksanaTerbaca): LangkahMentah["pelaksana"] {
  const [first = "staf", ...others] = peran;
  return {
    peran: others.length === 0 ? first : [first, ...others],
    ...(memasok.length > 0 ? { memasok: [...memasok] } : {}),
    ...(dari === "tebakan" ? { disimpulkan: true } : {}),
  };
}

const JUDUL_TERPANJANG = 100;

/** The safest langkah there is: whoever it falls to writes down what was done. */
const catatanKerja = (uraian: string) => ({
  judul: uraian.slice(0, JUDUL_TERPANJANG),
  isian: [
    {
      kode: "hasil",
      nama: "Hasil",
      tanya: "Apa hasilnya? Tulis satu butir tiap baris.",
      tipe: "daftar" as const,
    },
  ],
  naskah: ["catatan-langkah"],
});

/** Whoever is marked or named as told; all other columns where nobody is. */
function penerimaOf(
  { uraian }: BarisTerbaca,
  { peran, menerima }: PelaksanaTerbaca,
  { dinas, peranList }: { readonly dinas: boolean; readonly peranList: readonly Peran[] },
): Peran[] {
  if (menerima.length > 0) return [...menerima];
  const [, kepada = ""] = /\bkepada (.+)$/i.exec(uraian) ?? [];
  const named = peranDisebut(kepada, dinas)
    .map((one) => one.peran)
    .filter((one) => peranList.includes(one) && !peran.includes(one));
  const others = peranList.filter((one) => !peran.includes(one));
  const found = named.length > 0 ? named : others;
  return [...new Set(found.length > 0 ? found : peran)];
}

const nama = ({ jenis, formulir }: JenisTerbaca): string =>
  formulir === null ? jenis : `formulir ${formulir}`;

function doubtsOf(
  { baris, jenis, atau, pelaksana }: Calon,
  tercetak: boolean,
): readonly Keraguan[] {
  const pairs: readonly (readonly [holds: boolean, jalur: string, pesan: string])[] = [
    [baris.no === null, "no", "nomornya tidak tercetak; diberi nomor menurut urutannya"],
    [
      baris.uraian.length > URAIAN_TERPANJANG,
      "uraian",
      "uraian terlalu panjang dan dipotong; kalimat utuhnya di asli",
    ],
    ...baris.keraguanList.map((pesan) => [true, "asli", pesan] as const),
    [
      jenis === catat,
      "jenis",
      `jenisnya belum jelas; ditulis sebagai catatan pelaksanaan${atau === null ? "" : `, mungkin ${nama(atau)}`}`,
    ],
    [
      jenis !== catat && atau !== null,
      "jenis",
      `dibaca ${nama(jenis)}, mungkin ${atau === null ? "" : nama(atau)}`,
    ],
    [
      pelaksana.dari === "tebakan",
      "pelaksana",
      `pelaksananya tidak tercetak; ditebak ${pelaksana.peran.join(", ")} dari jenisnya`,
    ],
    [
      pelaksana.dari === "teks",
      "pelaksana",
      `pelaksana ${pelaksana.peran.join(", ")} diambil dari kalimatnya`,
    ],
    [
      jenis.jenis === "keputusan" && !tercetak,
      "hasil",
      "tujuan kembalikan tidak tercetak; ditulis langkah sebelumnya",
    ],
    [
      jenis.jenis === "sosialisasi" && pelaksana.menerima.length === 0,
      "penerima",
      "periksa siapa saja penerimanya",
    ],
  ];
  return pairs.flatMap(([holds, kunci, pesan]) => (holds ? [{ jalur: [kunci], pesan }] : []));
}
