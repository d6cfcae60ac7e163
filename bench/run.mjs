import { readdirSync } from "node:fs";
import { availableParallelism, cpus, release, totalmem, type } from "node:os";
import { parseArgs } from "node:util";
import { table } from "./table.mjs";

/** Measures the workloads named, or all: one file in `workloads/` each, with a title and `run`. */
export async function main(argv) {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: { rounds: { type: "string", default: "5" } },
  });
  const all = readdirSync(new URL("workloads", import.meta.url)).map((file) =>
    file.replace(".mjs", ""),
  );
  const names = positionals.length === 0 ? all : positionals;
  console.log(machine());
  for (const name of names) {
    const { title, run } = await import(`./workloads/${name}.mjs`);
    const rows = await run({ rounds: Number(values.rounds), note });
    console.log(`\n${title}\n\n${table(rows)}`);
  }
}

const note = (text) => process.stderr.write(`bench: ${text}\n`);

const machine = () =>
  [
    `${cpus()[0]?.model ?? "unknown processor"}, ${availableParallelism()} cores, ${(totalmem() / 2 ** 30).toFixed(0)} GB`,
    `${type()} ${release()}, Node ${process.version}, ${new Date().toISOString().slice(0, 10)}`,
  ].join("; ");
