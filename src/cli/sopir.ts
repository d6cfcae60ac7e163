import { relative } from "node:path";
import { createInterface } from "node:readline";
import { loadConfig } from "../config.ts";
import { shipped } from "../shipped.ts";
import { runCli } from "./run.ts";

process.exitCode = await runCli(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  lines: () => createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY }),
  terminal: process.stdin.isTTY && process.stderr.isTTY,
  now: Date.now,
  config: loadConfig,
  flows: relative(process.cwd(), shipped.flows),
});
