import { performance } from "node:perf_hooks";
import { ukurGambar } from "../../src/core/kantor/logo.ts";
import { bacaBerkas } from "../../src/documents/baca/berkas.ts";
import { bacaLembarSop } from "../../src/documents/baca/lembar-sop.ts";
import { bacaRencana } from "../../src/documents/baca/rencana.ts";
import { tandaTanganPdf } from "../../src/documents/baca/tanda-tangan-pdf.ts";
import { dokumenDocx } from "../../src/documents/docx/index.ts";
import { dokumenPdf } from "../../src/documents/pdf/index.ts";
import { formatXlsx } from "../../src/documents/xlsx/format.ts";
import { laporan } from "../core/dokumen/sample.ts";
import { randomOf } from "../support/endurance.ts";
import { formatOf } from "../support/format.ts";
import { jpeg, perisai } from "../support/logo.ts";
import { Stage } from "../support/stage.ts";
import { entriesOf, zipOf } from "../support/zip.ts";
import { Dice, mutateBytes } from "./mutate.ts";

/** A sound file, under the name it comes with. */
interface Sound {
  readonly nama: string;
  readonly data: Uint8Array;
  /** What is inside, if it is a zip file. */
  readonly entries: Readonly<Record<string, Uint8Array>> | null;
}

async function soundFiles(): Promise<readonly Sound[]> {
  const stage = new Stage();
  stage.open();
  const packed = [
    ["a.xlsx", await formatXlsx(formatOf(stage, "pelayanan"))],
    ["a.docx", await dokumenDocx(laporan(), "sopir: dok-1")],
    ["a.ods", await zipOf({ "content.xml": "<a>sopir:format:1</a>", "b/c.txt": "c".repeat(999) })],
  ] as const;
  return [
    ...(await Promise.all(
      packed.map(async ([nama, data]) => ({ nama, data, entries: await entriesOf(data) })),
    )),
    { nama: "a.pdf", data: await dokumenPdf(laporan()), entries: null },
    { nama: "a.png", data: perisai(100, 120), entries: null },
    { nama: "a.jpg", data: jpeg, entries: null },
  ];
}

/** Changed as a whole, or in one of the files it is packed from. */
async function changed(
  dice: Dice,
  { data, entries }: Sound,
  other: Uint8Array,
): Promise<Uint8Array> {
  if (entries === null || dice.chance(0.4)) return mutateBytes(dice, data, other);
  const [nama, inner] = dice.pick(Object.entries(entries));
  const another = dice.pick(Object.values(entries));
  return zipOf({ ...entries, [nama]: mutateBytes(dice, inner, another) });
}

/** Every reader there is, whatever the name says. */
async function readAll(data: Uint8Array, nama: string): Promise<void> {
  await bacaBerkas(data, nama, "");
  await bacaRencana(data, nama);
  await bacaLembarSop(data, nama);
  tandaTanganPdf(data);
  ukurGambar(data);
}

/** Reads so many changed files and tells its parent what that took. */
async function run(seed: number, count: number): Promise<void> {
  const dice = new Dice(randomOf(seed));
  const sound = await soundFiles();
  let slowestMs = 0;
  for (let at = 0; at < count; at += 1) {
    const one = dice.pick(sound);
    const nama = dice.chance(0.9) ? one.nama : dice.pick(sound).nama;
    const data = await changed(dice, one, dice.pick(sound).data);
    const beganMs = performance.now();
    try {
      await readAll(data, nama);
    } catch (cause) {
      const text = Buffer.from(data).toString("base64");
      throw new Error(`file ${at} (${nama}): ${String(cause)}\n${text}`, { cause });
    }
    slowestMs = Math.max(slowestMs, performance.now() - beganMs);
  }
  const peakMb = Math.round(process.resourceUsage().maxRSS / 1_024);
  process.send?.({ files: count, slowestMs: Math.round(slowestMs), peakMb });
}

const [seed = "", count = ""] = process.argv.slice(2);
await run(Number(seed), Number(count));
process.disconnect?.();
