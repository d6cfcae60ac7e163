import { writeFile } from "node:fs/promises";
import { extname } from "node:path";
import { bpmnOf } from "../core/sop/bpmn.ts";
import { lembarResmi } from "../core/sop/lembar-resmi.ts";
import type { Sop } from "../core/sop/schema.ts";
import { findSop } from "./find-sop.ts";
import type { CliIo } from "./io.ts";
import { done, type Outcome, wrongUsage } from "./outcome.ts";

/** Which sheet is written, on which paper, into which file. */
export interface ExportOptions {
  /** Id of a sheet in `flows/sop/`, or the path of a file. */
  readonly sop: string;
  readonly output: string;
  readonly kertas: "A4" | "F4";
}

type Kertas = ExportOptions["kertas"];

/** Writes a sheet in the official form, or as a BPMN diagram; its form is that of the file's name. */
export async function exportSop(
  io: CliIo,
  { sop, output, kertas }: ExportOptions,
): Promise<Outcome> {
  const write = writerByEnding[extname(output).toLowerCase()];
  if (write === undefined) return wrongUsage("--output berakhir dengan .docx, .xlsx, atau .bpmn.");
  const found = await findSop(io, sop);
  if ("kind" in found) return found;
  await writeFile(output, await write(found.sop, kertas));
  return done(
    { file: output, sop: found.sop.id },
    `Lembar SOP ${found.sop.nama} ditulis ke ${output}.`,
  );
}

// The libraries that write files are loaded late: no other command needs them.
const writerByEnding: {
  readonly [ending: string]:
    | ((sop: Sop, kertas: Kertas) => Promise<Uint8Array | string>)
    | undefined;
} = {
  ".docx": async (sop, kertas) => {
    const { lembarSopDocx } = await import("../documents/docx/lembar-sop.ts");
    return lembarSopDocx(lembarResmi(sop, kertas));
  },
  ".xlsx": async (sop, kertas) => {
    const { lembarSopXlsx } = await import("../documents/xlsx/lembar-sop.ts");
    return lembarSopXlsx(lembarResmi(sop, kertas));
  },
  ".bpmn": async (sop) => {
    const { bpmnXml } = await import("../documents/bpmn.ts");
    return bpmnXml(bpmnOf(sop));
  },
};
