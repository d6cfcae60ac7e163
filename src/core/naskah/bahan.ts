import type { Instansi } from "../dokumen/kop.ts";
import type { Surat } from "../dokumen/surat.ts";
import type { Penanda } from "../dokumen/susun.ts";
import { langkahOf } from "../engine/holders.ts";
import type { Turn } from "../engine/turn.ts";
import type { NilaiOf, TipeIsian } from "../formulir/nilai.ts";
import { nilaiText } from "../formulir/teks.ts";
import type { Kantor, Pegawai, PegawaiId } from "../kantor/schema.ts";
import type { Langkah } from "../sop/langkah.ts";
import { toLocal } from "../waktu/instant.ts";

/** All a letter or form is drawn up from: the berkas as it stands, the langkah it comes out of. */
export interface BahanNaskah {
  readonly turn: Turn;
  readonly langkah: Langkah;
  /** Whoever handed in the form or decided; they sign it unless it is for the head of the office. */
  readonly oleh: PegawaiId | "sistem";
  /** From the register of letters; null while it has none. */
  readonly nomor: string | null;
}

/**
 * What was filled into a field: in the form of this langkah, else in the last one that has it. Null
 * where nobody filled it in, or as something else.
 */
export function nilaiDari<T extends TipeIsian>(
  { turn, langkah }: BahanNaskah,
  kode: string,
  tipe: T,
): NilaiOf<T> | null {
  const { formulirByLangkah, kunjunganList } = turn.state;
  const noList = [...kunjunganList.map(({ langkahNo }) => langkahNo), langkah.no].toReversed();
  for (const no of noList) {
    const nilai = formulirByLangkah[no]?.[kode];
    if (nilai !== undefined && isTipe(nilai, tipe)) return nilai;
  }
  return null;
}

const isTipe = <T extends TipeIsian>(nilai: NilaiOf<TipeIsian>, tipe: T): nilai is NilaiOf<T> =>
  nilai.tipe === tipe;

/** A field as a text, whatever its kind; null where it was not filled in. */
export function teksDari({ turn, langkah }: BahanNaskah, kode: string): string | null {
  const { formulirByLangkah, kunjunganList } = turn.state;
  const noList = [...kunjunganList.map(({ langkahNo }) => langkahNo), langkah.no].toReversed();
  const nilai = noList.map((no) => formulirByLangkah[no]?.[kode]).find((one) => one !== undefined);
  const teks = nilaiText(nilai, turn.context.kantor).trim();
  return teks === "" ? null : teks;
}

/** A field as one text for each line or item. */
export function butirDari(bahan: BahanNaskah, kode: string): readonly string[] {
  const daftar = nilaiDari(bahan, kode, "daftar");
  if (daftar !== null) return daftar.butirList;
  return (teksDari(bahan, kode) ?? "").split("\n").filter((line) => line.trim() !== "");
}

/** What every letter of this berkas carries, signed by this person, dated today. */
export function suratDari(bahan: BahanNaskah, penanda: Penanda): Surat {
  const { kantor, nowMs } = bahan.turn.context;
  return {
    instansi: instansiOf(kantor),
    nomor: bahan.nomor,
    tanggal: toLocal(nowMs, kantor.zonaWaktu).tanggal,
    penanda,
    konsep: false,
    dibuatMs: nowMs,
  };
}

/** An office as its letterhead names it. */
export const instansiOf = ({ nama, kabupaten, alamat }: Kantor): Instansi => ({
  nama,
  kabupaten,
  alamat: alamat ?? null,
});

/** The head of the office, who signs what leaves it. */
export const kepalaOf = ({ pegawaiList }: Kantor): Pegawai | undefined =>
  pegawaiList.find(({ peran }) => peran.includes("camat") || peran.includes("kadis"));

/** The head of the office as a signature. */
export const kepalaPenanda = ({ turn }: BahanNaskah): Penanda =>
  penandaOf(kepalaOf(turn.context.kantor));

/** Whoever handed the form in as a signature; the head where nobody in person did. */
export const pelakuPenanda = ({ turn, oleh }: BahanNaskah): Penanda => {
  const { kantor } = turn.context;
  return penandaOf(kantor.pegawaiList.find(({ id }) => id === oleh) ?? kepalaOf(kantor));
};

/** A person as a signature; dots where there is none. */
export const penandaOf = (pegawai: Pegawai | undefined): Penanda => ({
  jabatan: pegawai?.jabatan ?? "…………………",
  nama: pegawai?.nama ?? "…………………",
  nip: pegawai?.nip ?? null,
});

/** Everybody who may work on the langkah that comes after this one; nobody after the last. */
export function berikutnya({ turn, langkah }: BahanNaskah): readonly Pegawai[] {
  const { hasil } = langkah;
  const tujuan = "setuju" in hasil ? hasil.setuju : hasil.selesai;
  if (tujuan === "selesai") return [];
  const { peran } = langkahOf(turn.sop, tujuan).pelaksana;
  return turn.context.kantor.pegawaiList.filter((one) =>
    one.peran.some((held) => peran.includes(held)),
  );
}
