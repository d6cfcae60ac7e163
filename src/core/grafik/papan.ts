import type { BarisPapan, GrafikPapan, LembarGrafik, Ruas } from "../dokumen/grafik.ts";
import { dueOf } from "../engine/late.ts";
import type { BerkasId, Wait } from "../engine/state.ts";
import { pembukaanOf } from "../engine/terbuka.ts";
import type { PegawaiId } from "../kantor/schema.ts";
import { jenisPeriode, labelPeriode, type Periode, tahunPeriode } from "../kinerja/periode.ts";
import { type BarisKetepatan, ketepatanList } from "../rekap/ketepatan.ts";
import {
  asOf,
  type BerkasRekap,
  jabatanOf,
  ofYear,
  type RekapMasukan,
  type StateRekap,
} from "../rekap/masukan.ts";
import type { Langkah } from "../sop/langkah.ts";
import { formatDurasi } from "../waktu/durasi.ts";
import { formatWaktu, formatWaktuSetempat } from "../waktu/format.ts";
import type { Instant } from "../waktu/instant.ts";
import type { Pada } from "../waktu/pada.ts";
import { grafikText } from "./teks.ts";

/**
 * The sheet of one berkas with what lay where from when until when, and when it was due; below the
 * collection one line for each unit. Of a berkas that is open again, what happened since. Null where
 * there is no such berkas.
 */
export function grafikPapan(
  rows: RekapMasukan,
  { berkasId, periode }: { readonly berkasId: BerkasId; readonly periode: Periode },
  pada: Pada,
): LembarGrafik | null {
  const masukan = asOf(ofYear(rows, tahunPeriode(periode)), pada);
  const berkas = masukan.berkasList.find(({ state }) => state.id === berkasId);
  if (berkas === undefined) return null;
  const { kantor } = masukan;
  const { nama, istilahTriwulan, zonaWaktu } = kantor;
  const grafik: GrafikPapan = {
    jenis: "grafik-papan",
    judul: grafikText.papan(berkas.sop.nama, labelPeriode(periode, istilahTriwulan)),
    zonaWaktu,
    barisList: barisList(masukan, berkas, pada.padaMs),
    garisList: garisList(berkas.state, pada.padaMs),
  };
  return {
    grafik,
    kantor: nama,
    catatanList: [
      grafikText.papanWarna,
      grafikText.keadaanPer(formatWaktu(pada.padaMs, zonaWaktu, { tahun: true })),
    ],
  };
}

const isLate = ({ selesaiMs, tenggatMs }: Ruas): boolean =>
  tenggatMs !== null && selesaiMs > tenggatMs;

/** What the lines are told from. */
interface Papan {
  readonly masukan: RekapMasukan;
  readonly berkas: BerkasRekap;
  readonly visitList: readonly BarisKetepatan[];
  readonly sejakMs: Instant;
  readonly padaMs: Instant;
  readonly waktu: (atMs: Instant) => string;
}

function barisList(
  masukan: RekapMasukan,
  berkas: BerkasRekap,
  padaMs: Instant,
): readonly BarisPapan[] {
  const { state, sop } = berkas;
  const sejakMs = pembukaanOf(state)?.mulaiMs ?? state.dibukaMs;
  const papan: Papan = {
    masukan,
    berkas,
    visitList: ketepatanList(masukan, padaMs).filter(
      ({ berkasId, masukMs }) => berkasId === state.id && masukMs >= sejakMs,
    ),
    sejakMs,
    padaMs,
    waktu: (atMs) => formatWaktuSetempat(atMs, masukan.kantor.zonaWaktu),
  };
  const noList = sop.siklus[jenisPeriode(state.periode)] ?? [];
  return sop.langkah
    .filter(({ no }) => noList.includes(no))
    .flatMap((langkah) => [langkahBaris(papan, langkah), ...unitBaris(papan, langkah)]);
}

function langkahBaris(papan: Papan, { no, uraian, mutuBaku }: Langkah): BarisPapan {
  const visitList = papan.visitList.filter(({ langkahNo }) => langkahNo === no);
  const last = visitList.at(-1);
  const baku = mutuBaku.waktu === null ? null : formatDurasi(mutuBaku.waktu);
  return {
    label: grafikText.langkah(no, uraian),
    anak: false,
    ruasList: visitList
      .filter(({ ketepatan }) => ketepatan !== "otomatis")
      .map((visit) => ruasOf(papan, visit)),
    keadaan: last === undefined ? grafikText.menyusul(baku) : visitText(papan, last),
  };
}

const ruasOf = (papan: Papan, visit: BarisKetepatan): Ruas => ({
  mulaiMs: visit.masukMs,
  selesaiMs: visit.keluarMs ?? papan.padaMs,
  tenggatMs: visitDue(papan, visit),
});

/** The calendar deadline decides, as for whatever is owed; without one the mutu baku does. */
function visitDue({ berkas }: Papan, visit: BarisKetepatan): Instant | null {
  const { langkahNo, masukMs, keluarMs, tenggatMs } = visit;
  const batasList = berkas.state.waitList
    .filter(
      (wait) =>
        wait.langkahNo === langkahNo &&
        isOwed(wait) &&
        wait.diterimaMs >= masukMs &&
        (keluarMs === null || wait.diterimaMs <= keluarMs),
    )
    .flatMap(({ batasMs }) => batasMs ?? []);
  return dueOf({ tenggatMs, batasMs: batasList.length === 0 ? null : Math.max(...batasList) });
}

const isOwed = ({ macam }: Wait): boolean => macam === "meja" || macam === "unit";

function visitText(papan: Papan, visit: BarisKetepatan): string {
  if (visit.ketepatan === "otomatis") return grafikText.otomatis;
  const ruas = ruasOf(papan, visit);
  return visit.keluarMs === null
    ? openText(papan, ruas)
    : doneText(papan, ruas, [grafikText.selesai, grafikText.selesaiTerlambat]);
}

function openText({ waktu }: Papan, ruas: Ruas): string {
  const batas = ruas.tenggatMs === null ? null : waktu(ruas.tenggatMs);
  return isLate(ruas) && batas !== null ? grafikText.lewat(batas) : grafikText.berjalan(batas);
}

function doneText(
  { waktu }: Papan,
  ruas: Ruas,
  [inTime, late]: readonly [(waktu: string) => string, (waktu: string, batas: string) => string],
): string {
  const { selesaiMs, tenggatMs } = ruas;
  return isLate(ruas) && tenggatMs !== null
    ? late(waktu(selesaiMs), waktu(tenggatMs))
    : inTime(waktu(selesaiMs));
}

/** Everybody whose figures were asked for at this langkah, in the order in which they were asked. */
function unitBaris(papan: Papan, { no, jenis }: Langkah): readonly BarisPapan[] {
  if (jenis !== "realisasi") return [];
  const waitList = papan.berkas.state.waitList.filter(
    ({ macam, langkahNo, diterimaMs }) =>
      macam === "unit" && langkahNo === no && diterimaMs >= papan.sejakMs,
  );
  const unitList = new Set(waitList.flatMap((wait) => unitOf(wait) ?? []));
  return [...unitList].flatMap((unit): readonly BarisPapan[] => {
    const own = waitList.filter((wait) => unitOf(wait) === unit);
    const last = own.at(-1);
    if (last === undefined) return [];
    return [
      {
        label: jabatanOf(papan.masukan.kantor, unit),
        anak: true,
        ruasList: own.map((wait) => waitRuas(papan, wait)),
        keadaan: unitText(papan, last),
      },
    ];
  });
}

const unitOf = ({ pemegang }: Wait): PegawaiId | null =>
  pemegang.jenis === "pegawai" ? pemegang.pegawaiId : null;

const waitRuas = ({ padaMs }: Papan, wait: Wait): Ruas => ({
  mulaiMs: wait.diterimaMs,
  selesaiMs: wait.jawaban?.atMs ?? padaMs,
  tenggatMs: dueOf(wait),
});

function unitText(papan: Papan, wait: Wait): string {
  const { jawaban } = wait;
  const ruas = waitRuas(papan, wait);
  if (jawaban === null) return openText(papan, ruas);
  return jawaban.pilihan === "kirim"
    ? doneText(papan, ruas, [grafikText.terkirim, grafikText.terkirimTerlambat])
    : grafikText.ditutup(papan.waktu(jawaban.atMs));
}

/** Now, while it runs, and the last day of the period. */
function garisList(state: StateRekap, padaMs: Instant): GrafikPapan["garisList"] {
  const batasList = state.waitList.flatMap(({ batasMs }) => batasMs ?? []);
  return [
    ...(state.status === "berjalan" ? [{ nama: grafikText.sekarang, atMs: padaMs }] : []),
    ...(batasList.length === 0
      ? []
      : [{ nama: grafikText.batasPeriode, atMs: Math.max(...batasList) }]),
  ];
}
