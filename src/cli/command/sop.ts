import type { Command } from "commander";
import { loadSop } from "../../catalog/load-sop.ts";
import { formatProblem } from "../../catalog/problem.ts";
import type { Cli, CliIo } from "../io.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import { playSop } from "../play/play.ts";

/** `sop`: the sheets in `flows/sop/`. */
export function addSop(program: Command, { io, json, settle }: Cli): void {
  const sop = program.command("sop").description("SOP sheets");
  sop
    .command("lint <file...>")
    .description("all problems of sheets, as file:line:col")
    .action((fileList: string[]) => settle(lint(fileList)));
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

async function lint(fileList: readonly string[]): Promise<Outcome> {
  const inspected = await Promise.all(fileList.map(loadSop));
  const masalah = inspected.flatMap(({ problems }) => problems);
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
