import { writeFile } from "node:fs/promises";
import { extname } from "node:path";
import type { Chart } from "../core/sop/chart/model.ts";
import { layoutChart } from "../core/sop/chart.ts";
import { findSop } from "./find-sop.ts";
import type { CliIo } from "./io.ts";
import { done, type Outcome, wrongUsage } from "./outcome.ts";

/** Which sheet is drawn, on which paper, into which file. */
export interface DrawOptions {
  /** Id of a sheet in `flows/sop/`, or the path of a file. */
  readonly sop: string;
  readonly output: string;
  readonly kertas: "A4" | "F4";
  /** One page, counted from 1; all of them below each other when not given. */
  readonly halaman?: number;
}

/** Writes the flow chart of a sheet as a picture; its form is that of the file's name. */
export async function drawSop(io: CliIo, options: DrawOptions): Promise<Outcome> {
  const { output, kertas, halaman } = options;
  const write = writerByEnding[extname(output).toLowerCase()];
  if (write === undefined) return wrongUsage("--output berakhir dengan .svg atau .png.");
  const found = await findSop(io, options.sop);
  if ("kind" in found) return found;
  const chart = layoutChart(found.sop, { kertas });
  const count = chart.halamanList.length;
  if (halaman !== undefined && halaman > count) {
    return wrongUsage(`--halaman paling besar ${count}.`);
  }
  const { data, lebar, tinggi } = await write(chart, halaman ?? null);
  await writeFile(output, data);
  return done(
    { file: output, width: lebar, height: tinggi },
    `Bagan SOP ${found.sop.nama} (${halaman === undefined ? `${count} halaman` : `halaman ${halaman}`}) ditulis ke ${output}.`,
  );
}

interface Gambar {
  readonly data: string | Uint8Array;
  readonly lebar: number;
  readonly tinggi: number;
}

type Writer = (chart: Chart, halaman: number | null) => Promise<Gambar>;

// The libraries that draw are loaded late: no other command needs them.
const writerByEnding: { readonly [ending: string]: Writer | undefined } = {
  ".svg": async (chart, halaman) => {
    const { chartSvg, sizeOf } = await import("../documents/gambar/chart-svg.ts");
    return { data: chartSvg(chart, halaman), ...sizeOf(chart, halaman) };
  },
  ".png": async (chart, halaman) => {
    const { baganPng } = await import("../documents/gambar/bagan-png.ts");
    return baganPng(chart, halaman);
  },
};
