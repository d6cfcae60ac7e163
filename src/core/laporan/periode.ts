import { kopOf } from "../dokumen/kop.ts";
import type { Blok, Dokumen } from "../dokumen/model.ts";
import { daftar, halaman, judul, rincian } from "../dokumen/susun.ts";
import type { Rekap } from "../rekap/index.ts";
import { lembarPeriode } from "../rekap/lembar-periode.ts";
import { formatTanggal } from "../waktu/format.ts";
import { toLocal } from "../waktu/instant.ts";
import { laporanAnalisis } from "./analisis.ts";
import { faktorTabel } from "./faktor.ts";
import { kalimat } from "./kata.ts";
import { pelaksanaanTabel } from "./pelaksanaan.ts";
import { laporanPengesahan } from "./pengesahan.ts";
import { laporanRingkasan } from "./ringkasan.ts";
import { type OpsiLaporan, statusLaporan, waktuRekap } from "./status.ts";
import { laporanTabel } from "./tabel.ts";
import { laporanText } from "./teks.ts";

export type { OpsiLaporan, TandaTanganLaporan } from "./status.ts";

/** The report of the triwulan, semester or year that a rekap is about, from that rekap alone. */
export function laporanPeriode(rekap: Rekap, opsi: OpsiLaporan): Dokumen {
  const { kop } = rekap;
  return {
    judul: `Laporan Kinerja ${kop.label} ${kop.kantor}`,
    kertas: "A4",
    kop: kopOf({ ...kop, nama: kop.kantor }),
    tanda: statusLaporan(rekap, opsi).tanda,
    kaki: kakiLaporan(rekap),
    dibuatMs: kop.dibuatMs,
    blokList: [
      judul(1, kalimat(laporanText.judul, { periode: kop.label.toUpperCase() })),
      judul(1, kop.kantor.toUpperCase()),
      ...berhuruf(bagianLaporan(rekap, opsi)),
    ],
  };
}

/** Whose report of which period, and when it was made: the foot of every page. */
const kakiLaporan = (rekap: Rekap): string =>
  kalimat(laporanText.kaki, {
    kantor: rekap.kop.kantor,
    periode: rekap.kop.label,
    tanggal: formatTanggal(toLocal(rekap.kop.dibuatMs, rekap.kop.zonaWaktu).tanggal),
  });

/** A part of the report: its heading without a letter, how the page lies, and what stands below. */
interface BagianLaporan {
  readonly judul: string;
  /** What comes before the heading: a new page, where there is one. */
  readonly awal: readonly Blok[];
  readonly blokList: readonly Blok[];
}

function bagianLaporan(rekap: Rekap, opsi: OpsiLaporan): readonly BagianLaporan[] {
  const { kop, tampilan } = rekap;
  const lembar = lembarPeriode(rekap);
  const { barisList } = lembar;
  const { hasilRapat = [] } = opsi;
  const pelaksanaan = pelaksanaanTabel(barisList, kop.istilahTriwulan);
  return [
    plain(laporanText.identitas, [identitas(rekap, opsi)]),
    plain(laporanText.ringkasan, laporanRingkasan(rekap, lembar)),
    {
      judul: kalimat(laporanText.tabel, { periode: kop.label }),
      awal: [halaman("rebah")],
      blokList: laporanTabel(lembar, kop),
    },
    {
      judul: laporanText.analisis,
      awal: [halaman("tegak")],
      blokList: laporanAnalisis(rekap, lembar),
    },
    plain(laporanText.faktor, faktorTabel(barisList, tampilan)),
    ...(pelaksanaan === null ? [] : [plain(laporanText.pelaksanaan, [pelaksanaan])]),
    ...(hasilRapat.length === 0
      ? []
      : [plain(laporanText.hasilRapat, [daftar("angka", hasilRapat)])]),
    plain(laporanText.pengesahan, laporanPengesahan(rekap, statusLaporan(rekap, opsi).sah)),
  ];
}

const plain = (judul: string, blokList: readonly Blok[]): BagianLaporan => ({
  judul,
  awal: [],
  blokList,
});

/** Parts are lettered in order, whichever there are. */
const berhuruf = (list: readonly BagianLaporan[]): readonly Blok[] =>
  list.flatMap(({ judul: teks, awal, blokList }, at) => [
    ...awal,
    judul(2, `${String.fromCodePoint(65 + at)}. ${teks}`),
    ...blokList,
  ]);

function identitas(rekap: Rekap, opsi: OpsiLaporan): Blok {
  const { kop } = rekap;
  const sop = kop.sopList.map((one) =>
    one.nomor === null ? one.nama : `${one.nama} (Nomor ${one.nomor})`,
  );
  return rincian([
    ...(opsi.nomor === null ? [] : [["Nomor", opsi.nomor] as const]),
    ["Periode", kop.label],
    ...(sop.length === 0 ? [] : [["SOP", sop.join("; ")] as const]),
    ["Angka per", waktuRekap(rekap, kop.dibuatMs)],
    ["Status", statusLaporan(rekap, opsi).teks],
  ]);
}
