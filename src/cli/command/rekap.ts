import { writeFile } from "node:fs/promises";
import { type Command, InvalidArgumentError, Option } from "commander";
import { periodeOf } from "../../core/kinerja/periode.ts";
import { projectRekap } from "../../core/kinerja/rekap.ts";
import { penolakanText } from "../../core/pesan/penolakan.ts";
import { plainText } from "../../core/pesan/template.ts";
import type { Cli, CliIo } from "../io.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import { pickKantor, withStore } from "../with-store.ts";

/** `rekap`: the workbook of a year. */
export function addRekap(program: Command, { io, settle }: Cli): void {
  program
    .command("rekap")
    .description("recapitulation")
    .command("export")
    .description("write the rekap of a triwulan or year as an .xlsx file")
    .option("--kantor <id>", "office; not needed where there is only one")
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
    .action((options: ExportOptions) => settle(exportRekap(io, options)));
}

interface ExportOptions {
  readonly kantor?: string;
  readonly tahun: number;
  readonly triwulan?: string;
  readonly output: string;
}

function readTahun(text: string): number {
  if (!/^20\d\d$/.test(text)) throw new InvalidArgumentError("a year such as 2026.");
  return Number(text);
}

const exportRekap = (
  io: CliIo,
  { kantor: kantorId, tahun, triwulan, output }: ExportOptions,
): Promise<Outcome> =>
  withStore(io, async (deps) => {
    const record = await pickKantor(deps, kantorId);
    if ("kind" in record) return record;
    const nowMs = io.now();
    const periode =
      triwulan === undefined
        ? periodeOf(tahun, "tahunan", 1)
        : periodeOf(tahun, "triwulan", Number(triwulan));
    const rows = await deps.store.loadRekap(record.kantor.id, tahun, nowMs);
    if (rows === null || !rows.kantor.indikatorList.some((one) => one.tahun === tahun)) {
      return refused(plainText(penolakanText("tidak-ada-rekap", { periode })));
    }
    const rekap = projectRekap(rows, tahun, periode, { unit: null, dibuatMs: nowMs });
    const { rekapXlsx } = await import("../../documents/rekap-xlsx.ts");
    const data = await rekapXlsx(rekap);
    await writeFile(output, data);
    return done(
      { berkas: output, kantor: record.kantor.id, periode, ukuranByte: data.byteLength },
      `${rekap.kop.label} ditulis ke ${output}.`,
    );
  });
