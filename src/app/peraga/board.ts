import type { BerkasTerbuka } from "../../core/conversation/world.ts";
import { holdersOf } from "../../core/engine/holders.ts";
import type { BerkasState, Wait } from "../../core/engine/state.ts";
import type { Kantor, Pegawai, Peran } from "../../core/kantor/schema.ts";
import { jenisPeriode, labelPeriode } from "../../core/kinerja/periode.ts";
import { judulKolom } from "../../core/sop/judul-kolom.ts";
import type { JenisLangkah, Langkah } from "../../core/sop/langkah.ts";
import type { Sop } from "../../core/sop/schema.ts";
import { formatDurasi } from "../../core/waktu/durasi.ts";
import { formatWaktu } from "../../core/waktu/format.ts";
import type { Instant } from "../../core/waktu/instant.ts";
import type { PeragaBaris, PeragaBerkas, PeragaPemegang } from "../ports/peraga.ts";

/** What a drawing of a berkas is made from, besides the berkas. */
export interface BoardScene {
  readonly kantor: Kantor;
  readonly nowMs: Instant;
}

/** Draws a berkas as its sheet: the langkah its period runs, and where it stands. */
export function boardOf(scene: BoardScene, { sop, state }: BerkasTerbuka): PeragaBerkas {
  const rows = rowsOf(sop, state);
  const current = rows.findIndex(({ no }) => no === state.langkahNo);
  const reached = state.status === "berjalan" ? current : rows.length;
  return {
    id: state.id,
    judul: labelPeriode(state.periode, scene.kantor.istilahTriwulan),
    sop: sop.nama,
    status: state.status,
    kolom: sop.pelaksana.map((peran) => judulKolom(sop, peran)),
    baris: rows.map((langkah, at) => rowOf(scene, { sop, state }, langkah, at - reached)),
  };
}

/** The langkah of the period, in the order of the sheet. */
export function rowsOf(sop: Sop, state: BerkasState): readonly Langkah[] {
  const noList = sop.siklus[jenisPeriode(state.periode)] ?? [];
  return sop.langkah.filter(({ no }) => noList.includes(no));
}

/** `offset`: rows below (positive) or above (negative) the one the berkas stands in. */
function rowOf(
  scene: BoardScene,
  { sop, state }: BerkasTerbuka,
  langkah: Langkah,
  offset: number,
): PeragaBaris {
  const visits = state.kunjunganList.filter(({ langkahNo }) => langkahNo === langkah.no);
  const leftMs = visits.at(-1)?.keluarMs ?? null;
  const { zonaWaktu } = scene.kantor;
  const { waktu } = langkah.mutuBaku;
  return {
    no: langkah.no,
    uraian: langkah.uraian,
    jenis: langkah.jenis satisfies JenisLangkah,
    waktu: waktu && formatDurasi(waktu),
    kolom: columnsOf(sop, langkah.pelaksana.peran),
    ikut: columnsOf(sop, followersOf(langkah)),
    keadaan: offset === 0 ? "kini" : offset < 0 ? "lewat" : "nanti",
    putaran: visits.length,
    keluar: offset < 0 && leftMs !== null ? formatWaktu(leftMs, zonaWaktu) : null,
    pemegang: offset === 0 ? holders(scene, sop, waitsOf(state, langkah)) : [],
  };
}

const followersOf = (langkah: Langkah): readonly Peran[] => [
  ...langkah.pelaksana.memasok,
  ...(langkah.jenis === "sosialisasi" ? langkah.penerima : []),
];

const columnsOf = (sop: Sop, peranList: readonly Peran[]): readonly number[] =>
  sop.pelaksana.flatMap((peran, at) => (peranList.includes(peran) ? [at] : []));

/** The newest wait of every desk and unit: those answered in an earlier round are history. */
function waitsOf({ waitList }: BerkasState, { no }: Langkah): readonly Wait[] {
  const newest = new Map<string, Wait>();
  for (const wait of waitList) {
    if (wait.langkahNo !== no || (wait.macam !== "meja" && wait.macam !== "unit")) continue;
    newest.set(wait.pemegang.jenis === "pegawai" ? wait.pemegang.pegawaiId : wait.macam, wait);
  }
  return [...newest.values()];
}

const holders = (
  scene: BoardScene,
  sop: Sop,
  waitList: readonly Wait[],
): readonly PeragaPemegang[] =>
  waitList.flatMap((wait) =>
    holdersOf(wait, scene.kantor).map((pegawai) => holder(scene, sop, wait, pegawai)),
  );

function holder(
  { kantor, nowMs }: BoardScene,
  sop: Sop,
  { jawaban, macam, tenggatMs, batasMs }: Wait,
  pegawai: Pegawai,
): PeragaPemegang {
  // As /status has it: a unit is late by the calendar, a desk by its mutu baku.
  const dueMs = macam === "unit" ? (batasMs ?? tenggatMs) : (tenggatMs ?? batasMs);
  const late = dueMs !== null && nowMs > dueMs;
  return {
    chat: pegawai.id,
    nama: pegawai.nama,
    kolom: Math.max(
      0,
      sop.pelaksana.findIndex((peran) => pegawai.peran.includes(peran)),
    ),
    keadaan: jawaban !== null ? "selesai" : late ? "terlambat" : "ditunggu",
    tenggat: jawaban !== null || dueMs === null ? null : formatWaktu(dueMs, kantor.zonaWaktu),
  };
}
