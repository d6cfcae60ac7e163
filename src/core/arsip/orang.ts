import type { BerkasState } from "../engine/state.ts";
import type { Bukti } from "../formulir/nilai.ts";
import { NAMA_ANONIM } from "../kantor/anonim.ts";
import type { Halangan } from "../kantor/halangan.ts";
import { tercatatOf } from "../kantor/pada.ts";
import type { Pejabat } from "../kantor/pejabat.ts";
import type { Kepemilikan, Perubahan } from "../kantor/perubahan.ts";
import type { Kantor, Pegawai, PegawaiId, Pencatat } from "../kantor/schema.ts";
import type { Isian } from "../kinerja/indikator.ts";
import type { CatatanRekap, RevisiRealisasi } from "../rekap/masukan.ts";
import { formatIso, type Instant } from "../waktu/instant.ts";

/** Whether an entry of the log is of somebody or speaks of them. */
export const tentang = ({ oleh, data }: CatatanRekap, id: PegawaiId): boolean =>
  oleh === id ||
  Object.values(data).some((value) => (Array.isArray(value) ? value.includes(id) : value === id));

/** What an office has written down of somebody. */
export interface ProfilOrang {
  readonly kantor: { readonly id: string; readonly nama: string };
  readonly id: PegawaiId;
  /** As they are; null once they left. */
  readonly pegawai: Pegawai | null;
  readonly riwayat: readonly {
    readonly pada: string;
    readonly oleh: Pencatat;
    readonly perubahan: Perubahan;
  }[];
  readonly berhalangan: readonly Halangan[];
  readonly mewakili: readonly Halangan[];
  readonly indikator: readonly {
    readonly tahun: number;
    readonly kode: string;
    readonly nama: string;
  }[];
  readonly indikatorDahulu: readonly Kepemilikan[];
}

/** What an office has written down of somebody: as they are, and as changes and absences name them. */
export function profilOrang(kantor: Kantor, id: PegawaiId): ProfilOrang {
  const { zonaWaktu } = kantor;
  const tercatat = tercatatOf(kantor);
  const { pegawaiList, perubahanList = [], halanganList = [], kepemilikanList = [] } = tercatat;
  return {
    kantor: { id: kantor.id, nama: kantor.nama },
    id,
    pegawai: pegawaiList.find((one) => one.id === id) ?? null,
    riwayat: perubahanList
      .filter(({ perubahan }) => namesOrang(perubahan, id))
      .map(({ atMs, oleh, perubahan }) => ({ pada: formatIso(atMs, zonaWaktu), oleh, perubahan })),
    berhalangan: halanganList.filter(({ jabatan }) => jabatan.pegawaiId === id),
    mewakili: halanganList.filter(({ wakil }) => wakil?.pegawaiId === id),
    indikator: tercatat.indikatorList
      .filter(({ penanggungJawab }) => penanggungJawab === id)
      .map(({ tahun, kode, nama }) => ({ tahun, kode, nama })),
    indikatorDahulu: kepemilikanList.filter(({ pegawaiId }) => pegawaiId === id),
  };
}

const namesOrang = (perubahan: Perubahan, id: PegawaiId): boolean =>
  ("pegawaiId" in perubahan && perubahan.pegawaiId === id) ||
  (perubahan.jenis === "masuk" && perubahan.pegawai.id === id) ||
  (perubahan.jenis === "halangan" && perubahan.halangan.jabatan.pegawaiId === id);

/** Whether an office knows somebody by name still: as one of its people, or in what it keeps of before. */
export const dikenal = (kantor: Kantor, id: PegawaiId): boolean => {
  const { pegawai, riwayat, berhalangan, indikatorDahulu } = profilOrang(kantor, id);
  return (
    pegawai !== null ||
    [...berhalangan.map(({ jabatan }) => jabatan), ...indikatorDahulu].some(
      ({ nama }) => nama !== NAMA_ANONIM,
    ) ||
    riwayat.some(
      ({ perubahan }) => perubahan.jenis === "masuk" && perubahan.pegawai.nama !== NAMA_ANONIM,
    )
  );
};

/** One decision or confirmation of somebody. */
export interface JawabanOrang {
  readonly berkas: string;
  readonly periode: string;
  readonly langkah: string;
  readonly pilihan: string;
  readonly alasan: string | null;
  readonly pada: string;
  readonly pejabat: Pejabat | null;
}

/** What somebody decided or confirmed, in the order it was asked for. */
export const jawabanOrang = (
  stateList: readonly Pick<BerkasState, "id" | "periode" | "waitList">[],
  { id, waktu }: Orang,
): readonly JawabanOrang[] =>
  stateList.flatMap(({ id: berkas, periode, waitList }) =>
    waitList.flatMap(({ langkahNo, jawaban }) => {
      if (jawaban === null || jawaban.oleh !== id) return [];
      const { pilihan, alasan = null, atMs, pejabat = null } = jawaban;
      return [{ berkas, periode, langkah: langkahNo, pilihan, alasan, pada: waktu(atMs), pejabat }];
    }),
  );

/** One figure somebody sent. */
export interface AngkaOrang {
  readonly berkas: string;
  readonly periode: string;
  readonly kode: string;
  readonly revisi: number;
  readonly isian: Isian;
  readonly keterangan: string | null;
  readonly pada: string;
  readonly bukti: readonly {
    readonly nama: string;
    readonly sha256: string;
    readonly ukuranByte: number;
  }[];
}

/** The figures somebody sent, with their notes and the names of their evidence. */
export const angkaOrang = (
  realisasi: readonly RevisiRealisasi[],
  { id, waktu }: Orang,
): readonly AngkaOrang[] =>
  realisasi
    .filter(({ oleh }) => oleh === id)
    .map(({ berkasId, periode, kode, revisi, isian, keterangan, bukti, atMs }) => ({
      berkas: berkasId,
      periode,
      kode,
      revisi,
      isian,
      keterangan,
      pada: waktu(atMs),
      bukti: bukti.map(({ nama, hash, ukuranByte }) => ({ nama, sha256: hash, ukuranByte })),
    }));

/** The evidence somebody sent, each file once. */
export const buktiOrang = (
  realisasi: readonly RevisiRealisasi[],
  id: PegawaiId,
): readonly Bukti[] => [
  ...new Map(
    realisasi
      .filter(({ oleh }) => oleh === id)
      .flatMap(({ bukti }) => bukti)
      .map((one) => [one.hash, one]),
  ).values(),
];

/** Whose they are, and how an instant is written. */
export interface Orang {
  readonly id: PegawaiId;
  readonly waktu: (atMs: Instant) => string;
}
