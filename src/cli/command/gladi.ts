import { writeFile } from "node:fs/promises";
import type { Command } from "commander";
import { bebanMinggu, findKemacetan } from "../../core/gladi/beban.ts";
import { type Benturan, findBenturan } from "../../core/gladi/benturan.ts";
import { type GladiBahan, type GladiTugas, playGladi } from "../../core/gladi/play.ts";
import type { Kantor, PegawaiId } from "../../core/kantor/schema.ts";
import { formatAngka } from "../../core/kinerja/angka/tulis.ts";
import { labelPeriode, type Periode } from "../../core/kinerja/periode.ts";
import { formatTanggal, formatWaktu } from "../../core/waktu/format.ts";
import { formatIso } from "../../core/waktu/instant.ts";
import { opsiKantor, readPeriode } from "../argument.ts";
import type { Cli, CliIo } from "../io.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import { table } from "../table.ts";
import { withKantor } from "../with-store.ts";

interface GladiOptions {
  readonly kantor?: string;
  readonly sop?: string;
  readonly periode: Periode;
  readonly output?: string;
}

/** `gladi`: next quarter, rehearsed with the office's own sheet and people. */
export function addGladi(program: Command, { io, settle }: Cli): void {
  program
    .command("gladi")
    .description("rehearse a period: who has what when; nothing is stored or sent")
    .option(...opsiKantor)
    .option("--sop <id>", "sheet; not needed where the office has only one")
    .requiredOption("--periode <periode>", "such as 2027-TW1", readPeriode)
    .option("-o, --output <file>", "write the calendar as CSV")
    .action((options: GladiOptions) => settle(gladi(io, options)));
}

const gladi = (io: CliIo, options: GladiOptions): Promise<Outcome> =>
  withKantor(io, options.kantor, async ({ kamus }, { kantor, calendar, sopList }) => {
    const chosen =
      options.sop === undefined && sopList.length === 1
        ? sopList[0]
        : sopList.find(({ sop }) => sop.id === options.sop);
    if (chosen === undefined) {
      const known = sopList.map(({ sop }) => sop.id).join(", ");
      return refused(`Sebutkan --sop; kantor ini menjalankan: ${known}.`);
    }
    const bahan = { kantor, calendar, chosen, periode: options.periode, kamus };
    const tugasList = rehearse(bahan);
    if (typeof tugasList === "string") return refused(tugasList);
    if (options.output !== undefined) await writeFile(options.output, csv(kantor, tugasList));
    return done(json(bahan, tugasList), text(bahan, tugasList));
  });

/** What keeps a sheet from being played is the operator's to mend, so it is said, not thrown. */
function rehearse(bahan: GladiBahan): readonly GladiTugas[] | string {
  try {
    return playGladi(bahan);
  } catch (cause) {
    return `Gladi tidak dapat dijalankan: ${cause instanceof Error ? cause.message : String(cause)}`;
  }
}

function json(bahan: GladiBahan, tugasList: readonly GladiTugas[]): unknown {
  const { kantor } = bahan;
  const iso = (atMs: number | null): string | null =>
    atMs === null ? null : formatIso(atMs, kantor.zonaWaktu);
  const kemacetan = findKemacetan(tugasList);
  const benturan = findBenturan(bahan, tugasList);
  return {
    kantor: kantor.id,
    sop: bahan.chosen.sop.id,
    periode: bahan.periode,
    jadwal: tugasList.map(({ diterimaMs, selesaiMs, tenggatMs, batasMs, ...tugas }) => ({
      ...tugas,
      diterima: iso(diterimaMs),
      selesai: iso(selesaiMs),
      tenggat: iso(tenggatMs),
      batas: iso(batasMs),
    })),
    beban: bebanMinggu(tugasList, kantor.zonaWaktu),
    kemacetan: kemacetan && {
      langkahNo: kemacetan.tugas.langkahNo,
      pegawaiList: kemacetan.tugas.pegawaiList,
      persen: kemacetan.persen,
    },
    benturan: {
      ...benturan,
      batasBergeser: benturan.batasBergeser.map(({ langkahNo, batasMs, tanpaLiburMs }) => ({
        langkahNo,
        batas: iso(batasMs),
        tanpaLibur: iso(tanpaLiburMs),
      })),
    },
  };
}

function text(bahan: GladiBahan, tugasList: readonly GladiTugas[]): string {
  const { kantor, periode, chosen } = bahan;
  const kemacetan = findKemacetan(tugasList);
  const waktu = (atMs: number | null): string =>
    atMs === null ? "-" : formatWaktu(atMs, kantor.zonaWaktu);
  return [
    `Gladi ${labelPeriode(periode, kantor.istilahTriwulan)}, ${kantor.nama}: ${chosen.sop.nama}`,
    "Semua orang diandaikan memakai mutu bakunya penuh dan tidak ada yang dikembalikan.",
    "",
    table([
      ["Langkah", "Periode", "Siapa", "Diterima", "Sampai", "Batas periode"],
      ...tugasList.map((tugas) => [
        tugas.langkahNo,
        tugas.periode,
        names(kantor, tugas.pegawaiList),
        waktu(tugas.diterimaMs),
        waktu(tugas.selesaiMs),
        waktu(tugas.batasMs),
      ]),
    ]),
    "",
    table([
      ["Minggu", "Siapa", "Jam kerja"],
      ...bebanMinggu(tugasList, kantor.zonaWaktu).map(({ senin, pegawaiId, menit }) => [
        formatTanggal(senin),
        names(kantor, [pegawaiId]),
        formatAngka(menit / 60, 1),
      ]),
    ]),
    "",
    kemacetan === null
      ? "Tidak ada langkah yang memakan waktu."
      : `Paling lama: langkah ${kemacetan.tugas.langkahNo} (${names(kantor, kemacetan.tugas.pegawaiList)}), ${formatAngka(kemacetan.persen, 0)} % dari seluruh waktu.`,
    ...benturanText(bahan, findBenturan(bahan, tugasList)),
  ].join("\n");
}

function benturanText({ kantor }: GladiBahan, benturan: Benturan): readonly string[] {
  const { libur, hariRamadan, batasBergeser } = benturan;
  const free = libur.map(({ tanggal, nama }) => `Libur ${formatTanggal(tanggal)}: ${nama}.`);
  const moved = batasBergeser.map(
    ({ langkahNo, batasMs, tanpaLiburMs }) =>
      `Batas langkah ${langkahNo} bergeser karena libur: ${formatWaktu(tanpaLiburMs, kantor.zonaWaktu)} menjadi ${formatWaktu(batasMs, kantor.zonaWaktu)}.`,
  );
  const fasting =
    hariRamadan === 0 ? [] : [`Ramadan: ${hariRamadan} hari dengan jam kerja lebih pendek.`];
  const all = [...free, ...moved, ...fasting];
  return all.length === 0 ? ["Tidak ada libur atau Ramadan dalam masa ini."] : all;
}

/** Rows of the calendar; a cell that a spreadsheet would take for a formula is kept a text. */
function csv(kantor: Kantor, tugasList: readonly GladiTugas[]): string {
  const iso = (atMs: number | null): string =>
    atMs === null ? "" : formatIso(atMs, kantor.zonaWaktu);
  const rows = tugasList.map((tugas) => [
    tugas.periode,
    tugas.langkahNo,
    tugas.uraian,
    names(kantor, tugas.pegawaiList),
    iso(tugas.diterimaMs),
    iso(tugas.selesaiMs),
    iso(tugas.batasMs),
    String(Math.round(tugas.menit)),
  ]);
  const head = ["periode", "langkah", "uraian", "siapa", "diterima", "selesai", "batas", "menit"];
  return `${[head, ...rows].map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}

function cell(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return `"${safe.replaceAll('"', '""')}"`;
}

const names = (kantor: Kantor, idList: readonly PegawaiId[]): string =>
  idList
    .map((id) => kantor.pegawaiList.find((pegawai) => pegawai.id === id)?.jabatan ?? id)
    .join(" atau ");
