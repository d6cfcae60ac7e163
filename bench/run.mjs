import { readdirSync } from "node:fs";
import { availableParallelism, cpus, loadavg, release, totalmem, type } from "node:os";
import { parseArgs } from "node:util";
import { table } from "./table.mjs";

/**
 * Measures the workloads named, or all: one file in `workloads/` each, with a title and `run`. `--full`
 * asks for the sizes a machine of its own can bear; `--list` only names them.
 */
export async function main(argv) {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: {
      rounds: { type: "string", default: "3" },
      full: { type: "boolean", default: false },
      list: { type: "boolean", default: false },
    },
  });
  const all = readdirSync(new URL("workloads", import.meta.url)).map((file) =>
    file.replace(".mjs", ""),
  );
  const names = positionals.length === 0 ? all.toSorted() : positionals;
  if (!values.list) console.log(machine());
  for (const name of names) {
    const { title, run } = await import(`./workloads/${name}.mjs`);
    if (values.list) {
      console.log(title);
      continue;
    }
    const startMs = performance.now();
    const rows = await run({ rounds: Number(values.rounds), full: values.full, note });
    console.log(`\n${title}\n\n${table(rows)}`);
    note(`${name} took ${((performance.now() - startMs) / 1_000).toFixed(0)} s`);
  }
}

const note = (text) => process.stderr.write(`bench: ${text}\n`);

const machine = () =>
  [
    `${cpus()[0]?.model ?? "unknown processor"}, ${availableParallelism()} cores, ${(totalmem() / 2 ** 30).toFixed(0)} GB`,
    `${type()} ${release()}, Node ${process.version}, ${new Date().toISOString().slice(0, 10)}`,
    `load before the first ${loadavg()[0].toFixed(1)}`,
  ].join("; ");
