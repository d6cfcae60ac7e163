import { InvalidArgumentError } from "commander";
import { Periode } from "../core/kinerja/periode.ts";

/** Which office a command is about, as every command asks it. */
export const opsiKantor = ["--kantor <id>", "office; not needed where there is only one"] as const;

/** A year as an option names it. */
export function readTahun(text: string): number {
  if (!/^20\d\d$/.test(text)) throw new InvalidArgumentError("a year such as 2026.");
  return Number(text);
}

/** A period as an option names it. */
export function readPeriode(text: string): Periode {
  const periode = Periode.safeParse(text);
  if (!periode.success) throw new InvalidArgumentError("write 2026-TW4, 2026-S2 or 2026.");
  return periode.data;
}
