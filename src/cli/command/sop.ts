import { type Command, InvalidArgumentError, Option } from "commander";
import { loadFormulirFolder } from "../../catalog/load-formulir.ts";
import { loadSop } from "../../catalog/load-sop.ts";
import { formatProblem } from "../../catalog/problem.ts";
import { type DrawOptions, drawSop } from "../draw-sop.ts";
import { type ExportOptions, exportSop } from "../export-sop.ts";
import { importSop } from "../import-sop.ts";
import type { Cli, CliIo } from "../io.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import { playSop } from "../play/play.ts";

/** `sop`: the sheets in `flows/sop/`. */
export function addSop(program: Command, { io, json, settle }: Cli): void {
  const sop = program.command("sop").description("SOP sheets");
  sop
    .command("lint <file...>")
    .description("all problems of sheets, as file:line:col")
    .action((fileList: string[]) => settle(lint(io, fileList)));
  sop
    .command("import <file>")
    .description(
      "draft a sheet from your own file (.xlsx, .docx or text); every doubt is marked PERIKSA",
    )
    .option("-o, --output <file>", "YAML file to write; stdout when not given")
    .action((file: string, { output }: { output?: string }) => settle(importSop(io, file, output)));
  sop
    .command("export <id>")
    .description(
      "write a sheet (its id, or a file) in the official form as .docx or .xlsx, or as .bpmn",
    )
    .requiredOption("-o, --output <file>", "file to write")
    .addOption(new Option("--kertas <kertas>", "paper").choices(["A4", "F4"]).default("A4"))
    .action((id: string, options: Omit<ExportOptions, "sop">) =>
      settle(exportSop(io, { ...options, sop: id })),
    );
  sop
    .command("draw <id>")
    .description("draw the flow chart of a sheet (its id, or a file) as .svg or .png")
    .requiredOption("-o, --output <file>", "file to write")
    .addOption(new Option("--kertas <kertas>", "paper").choices(["A4", "F4"]).default("A4"))
    .option("--halaman <nomor>", "this page only; all below each other when not given", readNomor)
    .action((id: string, options: Omit<DrawOptions, "sop">) =>
      settle(drawSop(io, { ...options, sop: id })),
    );
  sop
    .command("play <id>")
    .description("play a sheet in the terminal: no database, no network")
    .option("--kantor <file>", "office file; the demo office when not given")
    .option("--periode <periode>", "such as 2026-TW4; the running triwulan when not given")
    .option("--mulai <iso>", "when the play begins; now when not given")
    .action((id: string, options: { kantor?: string; periode?: string; mulai?: string }) =>
      settle(playSop(transcript(io, json()), { id, ...options })),
    );
}

/** Where the play is told: beside the one JSON document, when that is wanted. */
const transcript = (io: CliIo, json: boolean): CliIo => (json ? { ...io, out: io.err } : io);

function readNomor(text: string): number {
  if (!/^[1-9]\d{0,2}$/.test(text)) throw new InvalidArgumentError("a page number such as 1.");
  return Number(text);
}

/** Broken forms are told along: a sheet that names one cannot say more than that it is broken. */
async function lint({ flows }: CliIo, fileList: readonly string[]): Promise<Outcome> {
  const folder = await loadFormulirFolder(flows);
  const inspected = await Promise.all(fileList.map((file) => loadSop(file, folder)));
  const masalah = [folder, ...inspected].flatMap(({ problems }) => problems);
  const catatan = inspected.flatMap((one) => one.catatan);
  if (masalah.length > 0) {
    return refused(masalah.map(formatProblem).join("\n"), { masalah, catatan });
  }
  const lines = [
    ...catatan.map(formatProblem),
    `${fileList.length} lembar baik, ${catatan.length} catatan.`,
  ];
  return done({ masalah, catatan }, lines.join("\n"));
}
