import { writeFile } from "node:fs/promises";
import { type Command, Option } from "commander";
import { buildRekap } from "../../app/papers/build-rekap.ts";
import { buildRekapKabupaten } from "../../app/papers/build-rekap-kabupaten.ts";
import type { KantorRecord } from "../../app/ports/rows.ts";
import { labelPeriode, type Periode, periodeOf } from "../../core/kinerja/periode.ts";
import { penolakanText } from "../../core/pesan/penolakan.ts";
import { inPlainWords, pembacaOf } from "../../core/pesan/ucap.ts";
import { createDocuments } from "../../documents/index.ts";
import { opsiKantor, readTahun } from "../argument.ts";
import type { Cli, CliIo } from "../io.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import { type StoreDeps, withKantor } from "../with-store.ts";

/** `rekap`: the workbook of a year. */
export function addRekap(program: Command, { io, settle }: Cli): void {
  program
    .command("rekap")
    .description("recapitulation")
    .command("export")
    .description("write the rekap of a triwulan or year as an .xlsx file")
    .option(...opsiKantor)
    .addOption(
      new Option(
        "--kabupaten <id>",
        "every office this one watches over, in one workbook: ranking, who is late, a sheet each",
      ).conflicts("kantor"),
    )
    .requiredOption("--tahun <tahun>", "year", readTahun)
    .addOption(
      new Option("--triwulan <nomor>", "1 to 4; the whole year when not given").choices([
        "1",
        "2",
        "3",
        "4",
      ]),
    )
    .requiredOption("-o, --output <file>", "file to write")
    .action((options: ExportOptions) => settle(run(io, options)));
}

const run = (io: CliIo, options: ExportOptions): Promise<Outcome> =>
  options.kabupaten === undefined
    ? withKantor(io, options.kantor, (deps, record) => exportFrom(deps, record, options))
    : withKantor(io, options.kabupaten, (deps, record) => exportAll(deps, record, options));

interface ExportOptions {
  readonly kantor?: string;
  readonly kabupaten?: string;
  readonly tahun: number;
  readonly triwulan?: string;
  readonly output: string;
}

/** Writes the rekap as the office stands now; one that is overtaken while it is made is not written. */
export async function exportFrom(
  deps: Pick<StoreDeps, "store" | "files" | "clock" | "kamus">,
  { kantor }: Pick<KantorRecord, "kantor">,
  { tahun, triwulan, output }: Omit<ExportOptions, "kantor" | "kabupaten">,
): Promise<Outcome> {
  const periode = periodeFrom(tahun, triwulan);
  const label = labelPeriode(periode, kantor.istilahTriwulan);
  const wanted = kantor.indikatorList.some((one) => one.tahun === tahun);
  const query = { kantorId: kantor.id, tahun, periode, unit: null, pada: null };
  const file = wanted
    ? await buildRekap({ ...deps, documents: createDocuments(deps.files) }, query)
    : null;
  if (file === null) {
    return refused(
      inPlainWords(
        pembacaOf({ kamus: deps.kamus, kantor }, null),
        penolakanText("tidak-ada-rekap", { periode: label }),
      ),
    );
  }
  const newer = (await deps.store.logHead(kantor.id)).seq - file.padaSeq;
  if (newer > 0) {
    return refused(
      `${label} tidak ditulis: ${newer} catatan baru masuk selagi rekap dibuat dan tidak termuat. Jalankan sekali lagi.`,
    );
  }
  await writeFile(output, file.data);
  return done(
    { berkas: output, kantor: kantor.id, periode, ukuranByte: file.data.byteLength },
    `${label} ditulis ke ${output}.`,
  );
}

/** Writes the workbook of every office an office watches over, as they stand now. */
async function exportAll(
  deps: Pick<StoreDeps, "store" | "files" | "clock">,
  { kantor }: Pick<KantorRecord, "kantor">,
  { tahun, triwulan, output }: ExportOptions,
): Promise<Outcome> {
  const periode = periodeFrom(tahun, triwulan);
  const label = labelPeriode(periode, kantor.istilahTriwulan);
  const query = { pemantau: kantor.id, periode, padaMs: deps.clock.now() };
  const file = await buildRekapKabupaten(
    { ...deps, documents: createDocuments(deps.files) },
    query,
  );
  if (file === null || file.jumlahKantor === 0) {
    return refused(`Tidak ada kantor dengan pemantau: ${kantor.id}.`);
  }
  await writeFile(output, file.data);
  return done(
    {
      berkas: output,
      kabupaten: kantor.id,
      kantor: file.jumlahKantor,
      periode,
      ukuranByte: file.data.byteLength,
    },
    `${label}, ${file.jumlahKantor} kantor, ditulis ke ${output}.`,
  );
}

const periodeFrom = (tahun: number, triwulan: string | undefined): Periode =>
  triwulan === undefined
    ? periodeOf(tahun, "tahunan", 1)
    : periodeOf(tahun, "triwulan", Number(triwulan));
