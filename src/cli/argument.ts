import { InvalidArgumentError } from "commander";

/** A year as an option names it. */
export function readTahun(text: string): number {
  if (!/^20\d\d$/.test(text)) throw new InvalidArgumentError("a year such as 2026.");
  return Number(text);
}
