import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import type { Command } from "commander";
import { changeOffice } from "../../app/office/change-office.ts";
import type { KantorRecord } from "../../app/ports/rows.ts";
import { loadKalender } from "../../catalog/load-kalender.ts";
import { formatProblem } from "../../catalog/problem.ts";
import { bacaDaftarLibur, tahunDaftar } from "../../core/berkas-kantor/daftar-libur.ts";
import type { Perubahan } from "../../core/kantor/perubahan.ts";
import { penolakanText } from "../../core/pesan/penolakan.ts";
import { inPlainWords, pembacaOf } from "../../core/pesan/ucap.ts";
import { KalenderTahun } from "../../core/waktu/calendar.ts";
import { hariTanggal } from "../../core/waktu/format.ts";
import { toLocal } from "../../core/waktu/instant.ts";
import { Tanggal } from "../../core/waktu/tanggal.ts";
import { liburSejak } from "../../core/waktu/ubah-libur.ts";
import { bacaFormat } from "../../documents/baca/format.ts";
import { opsiKantor } from "../argument.ts";
import type { Cli, CliIo } from "../io.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import { table } from "../table.ts";
import { type StoreDeps, withKantor } from "../with-store.ts";

interface Named {
  readonly kantor?: string;
}

interface Dated extends Named {
  readonly dasar: string;
}

/** `libur`: when an office is closed, as its admin sees and changes it in the chat. */
export function addLibur(program: Command, { io, settle }: Cli): void {
  const libur = program.command("libur").description("free days of an office");
  libur
    .command("list")
    .description("free days from today on")
    .option(...opsiKantor)
    .action((options: Named) => settle(list(io, options)));
  libur
    .command("add <tanggal>")
    .description("a free day of this office alone; open deadlines move and their owners are told")
    .requiredOption("--nama <nama>", "what is celebrated, or what happened")
    .requiredOption("--dasar <dasar>", "number of the decree, or the reason")
    .option(...opsiKantor)
    .action((tanggal: string, options: Dated & { readonly nama: string }) =>
      settle(
        changeDay(io, tanggal, options, (hari) => ({
          jenis: "libur",
          tanggal: hari,
          nama: options.nama,
          dasar: options.dasar,
        })),
      ),
    );
  libur
    .command("remove <tanggal>")
    .description("a free day that is worked")
    .requiredOption("--dasar <dasar>", "number of the decree, or the reason")
    .option(...opsiKantor)
    .action((tanggal: string, options: Dated) =>
      settle(
        changeDay(io, tanggal, options, (hari) => ({
          jenis: "libur-batal",
          tanggal: hari,
          dasar: options.dasar,
        })),
      ),
    );
  libur
    .command("import <file>")
    .description("the free days of a year, from YAML as in flows/kalender or from an Excel list")
    .option("--dasar <dasar>", "number of the decree; YAML names its own")
    .option(...opsiKantor)
    .action((file: string, options: Partial<Dated>) => settle(importYear(io, file, options)));
}

const list = (io: CliIo, { kantor: named }: Named): Promise<Outcome> =>
  withKantor(io, named, async ({ clock }, { kantor, calendar }) => {
    const libur = liburSejak(calendar, toLocal(clock.now(), kantor.zonaWaktu).tanggal);
    const text = table(
      libur.map(({ tanggal, nama, khusus }) => [hariTanggal(tanggal), nama, khusus ?? ""]),
    );
    const { tahunList, dasar = {} } = calendar;
    return done({ libur, tahun: tahunList, dasar }, libur.length === 0 ? "Tidak ada." : text);
  });

const changeDay = (
  io: CliIo,
  text: string,
  { kantor: named }: Named,
  perubahanOf: (tanggal: Tanggal) => Perubahan,
): Promise<Outcome> =>
  withKantor(io, named, async (deps, record) => {
    const tanggal = Tanggal.safeParse(text).data;
    return tanggal === undefined
      ? refused(`${text}: tulis tanggalnya seperti 2027-02-17.`)
      : change(deps, record, perubahanOf(tanggal), `${hariTanggal(tanggal)} disimpan.`);
  });

const importYear = (io: CliIo, file: string, options: Partial<Dated>): Promise<Outcome> =>
  withKantor(io, options.kantor, async (deps, record) => {
    const kalender = /\.xlsx$/i.test(file)
      ? await fromList(deps, record, file, options.dasar)
      : await fromYaml(file);
    if ("kind" in kalender) return kalender;
    const { tahun, libur } = kalender;
    const perubahan: Perubahan = { jenis: "kalender", kalender };
    return change(deps, record, perubahan, `Hari libur ${tahun} dimuat: ${libur.length} hari.`);
  });

async function change(
  deps: StoreDeps,
  { kantor }: KantorRecord,
  perubahan: Perubahan,
  said: string,
): Promise<Outcome> {
  const refusal = await changeOffice(deps, kantor.id, { perubahanList: [perubahan] });
  return refusal === null ? done({ kantor: kantor.id, perubahan }, said) : refused(refusal);
}

async function fromYaml(file: string): Promise<KalenderTahun | Outcome> {
  const { value, problems } = await loadKalender(file);
  return value ?? refused(problems.map(formatProblem).join("\n"), { masalah: problems });
}

async function fromList(
  { kamus }: StoreDeps,
  { kantor }: KantorRecord,
  file: string,
  dasar: string | undefined,
): Promise<KalenderTahun | Outcome> {
  if (dasar === undefined) return refused("Sebutkan --dasar: daftar Excel tidak memuatnya.");
  const isi = await bacaFormat(await readFile(file));
  const tahun = isi.jenis === "libur" ? tahunDaftar(isi.daftar) : null;
  if (isi.jenis !== "libur" || tahun === null) {
    return refused(
      `${basename(file)} tidak memuat daftar hari libur: kolom Tanggal dan Hari libur, satu baris satu hari.`,
    );
  }
  const read = bacaDaftarLibur(isi.daftar, tahun);
  if (read.kind === "dibaca") return KalenderTahun.parse({ tahun, dasar, libur: read.libur });
  const sentence = penolakanText(read.code, { baris: read.baris, tahun: String(tahun) });
  return refused(inPlainWords(pembacaOf({ kamus, kantor }, null), sentence));
}
