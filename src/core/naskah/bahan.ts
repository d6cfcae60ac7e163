import type { Instansi } from "../dokumen/kop.ts";
import type { Penanda } from "../dokumen/susun.ts";
import { isKepala } from "../engine/holders.ts";
import type { Turn } from "../engine/turn.ts";
import type { NilaiFormulir } from "../formulir/nilai.ts";
import { nilaiText } from "../formulir/teks.ts";
import type { Kantor, Pegawai, PegawaiId } from "../kantor/schema.ts";
import type { Langkah } from "../sop/langkah.ts";
import { toLocal } from "../waktu/instant.ts";
import type { Tanggal } from "../waktu/tanggal.ts";
import { type Nilai, type Rekaman, rekaman } from "./nilai.ts";

/** All a letter or form is drawn up from: the berkas as it stands, the langkah it comes out of. */
export interface BahanNaskah {
  readonly turn: Turn;
  readonly langkah: Langkah;
  /** Whoever handed in the form or decided; they sign it unless it is for the head of the office. */
  readonly oleh: PegawaiId | "sistem";
  /** From the register of letters; null while it has none. */
  readonly nomor: string | null;
}

/** What was filled into a field: in the form of this langkah, else in the last one that has it. */
export function isiDari({ turn, langkah }: BahanNaskah, kode: string): NilaiFormulir | undefined {
  const { formulirByLangkah, kunjunganList } = turn.state;
  const noList = [...kunjunganList.map(({ langkahNo }) => langkahNo), langkah.no].toReversed();
  return noList.map((no) => formulirByLangkah[no]?.[kode]).find((one) => one !== undefined);
}

/** The same as papers speak of it; null where nothing was filled in. */
export function isianDari(bahan: BahanNaskah, kode: string): Nilai {
  const { kantor } = bahan.turn.context;
  const nilai = isiDari(bahan, kode);
  if (nilai === undefined) return null;
  switch (nilai.tipe) {
    case "daftar":
      return nilai.butirList;
    case "tanggal":
      return { tanggal: nilai.tanggal };
    case "jam":
      return { menit: nilai.menit };
    case "angka":
      return nilai.nilai;
    case "pegawai":
      return nilai.idList.map((id) => orangDari(kantor, id));
    case "teks":
    case "pilihan":
    case "berkas":
    case "nomor":
      return nilaiText(nilai, kantor).trim() || null;
  }
}

const orangDari = ({ pegawaiList }: Kantor, id: PegawaiId): Rekaman => {
  const pegawai = pegawaiList.find((one) => one.id === id);
  return pegawai === undefined ? rekaman("pejabat sebelumnya", {}) : orang(pegawai);
};

/** The day a paper bears: today by the office's calendar. */
export const hariIni = ({ turn }: BahanNaskah): Tanggal =>
  toLocal(turn.context.nowMs, turn.context.kantor.zonaWaktu).tanggal;

/** An office as its letterhead names it. */
export const instansiOf = ({ nama, kabupaten, alamat }: Kantor): Instansi => ({
  nama,
  kabupaten,
  alamat: alamat ?? null,
});

/** The head of the office, who signs what leaves it. */
export const kepalaOf = ({ pegawaiList }: Kantor): Pegawai | undefined =>
  pegawaiList.find(isKepala);

/** Whoever handed the form in; the head where nobody in person did. */
export const pelaku = ({ turn, oleh }: BahanNaskah): Pegawai | undefined =>
  turn.context.kantor.pegawaiList.find(({ id }) => id === oleh) ?? kepalaOf(turn.context.kantor);

/** Those of the office with these ids, in its order. */
export const pegawaiDari = (
  { turn }: BahanNaskah,
  idList: readonly PegawaiId[],
): readonly Pegawai[] => turn.context.kantor.pegawaiList.filter(({ id }) => idList.includes(id));

/** A person as a signature; dots where there is none. */
export const penandaOf = (pegawai: Pegawai | undefined): Penanda => ({
  jabatan: pegawai?.jabatan ?? "…………………",
  nama: pegawai?.nama ?? "…………………",
  nip: pegawai?.nip ?? null,
});

/** A person as papers speak of them: by their office, unless they ask for more. */
export const orang = (pegawai: Pegawai | undefined): Rekaman => {
  const { jabatan, nama, nip } = penandaOf(pegawai);
  return rekaman(jabatan, { jabatan, nama, nip });
};
