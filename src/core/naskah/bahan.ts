import type { Penanda } from "../dokumen/susun.ts";
import { isKepala } from "../engine/holders.ts";
import { pejabatPada } from "../engine/penjawab.ts";
import type { Turn } from "../engine/turn.ts";
import type { NilaiFormulir } from "../formulir/nilai.ts";
import { nilaiText } from "../formulir/teks.ts";
import { tercatatOf } from "../kantor/pada.ts";
import { PEJABAT_SEBELUMNYA } from "../kantor/pegawai.ts";
import { dasarWakil, type Pejabat, pejabatOf, sebutanPejabat } from "../kantor/pejabat.ts";
import { peranKepala } from "../kantor/peran.ts";
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
  return pegawai === undefined ? rekaman(PEJABAT_SEBELUMNYA, {}) : orang(pegawai);
};

/** The day a paper bears: today by the office's calendar. */
export const hariIni = ({ turn }: BahanNaskah): Tanggal =>
  toLocal(turn.context.nowMs, turn.context.kantor.zonaWaktu).tanggal;

/** Whoever is the head of the office now; of what nobody who stands in may sign, whoever holds the post. */
export const kepalaOf = ({ turn, langkah }: BahanNaskah): Pegawai | undefined => {
  const { kantor } = turn.context;
  const { pegawaiList } = langkah.pejabatDefinitif === undefined ? kantor : tercatatOf(kantor);
  return pegawaiList.find(isKepala);
};

/** Whoever handed the form in; the head where nobody in person did. */
export const pelaku = (bahan: BahanNaskah): Pegawai | undefined =>
  bahan.turn.context.kantor.pegawaiList.find(({ id }) => id === bahan.oleh) ?? kepalaOf(bahan);

/** The head of the office as papers speak of them: "Plh. Camat" where somebody stands in. */
export const orangKepala = (bahan: BahanNaskah): Rekaman => {
  const kepala = kepalaOf(bahan);
  return kepala === undefined ? orang(undefined) : orangSebagai(pejabatOf(kepala, peranKepala));
};

/** Whoever handed the form in, in the capacity they did so. */
export const orangPelaku = (bahan: BahanNaskah): Rekaman => {
  const pejabat = pejabatPada(bahan.turn.state, bahan.langkah.no, bahan.oleh);
  if (pejabat !== undefined) return orangSebagai(pejabat);
  const pegawai = pelaku(bahan);
  return pegawai?.id === kepalaOf(bahan)?.id ? orangKepala(bahan) : orang(pegawai);
};

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

/** Somebody as a signature, in a capacity. */
export const penandaSebagai = (pejabat: Pejabat): Penanda => ({
  jabatan: sebutanPejabat(pejabat),
  nama: pejabat.nama,
  nip: pejabat.nip,
});

/** The same as papers speak of them; for whom they stand in is said below a signature. */
const orangSebagai = (pejabat: Pejabat): Rekaman => {
  const { jabatan, nama, nip } = penandaSebagai(pejabat);
  return rekaman(jabatan, { jabatan, nama, nip, wakil: dasarWakil(pejabat) });
};

/** A person as papers speak of them: by their office, unless they ask for more. */
export const orang = (pegawai: Pegawai | undefined): Rekaman => {
  const { jabatan, nama, nip } = penandaOf(pegawai);
  return rekaman(jabatan, { jabatan, nama, nip });
};
