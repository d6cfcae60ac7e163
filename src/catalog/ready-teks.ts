import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { Bahasa } from "../core/kantor/schema.ts";
import { type Kamus, lazyKalimat } from "../core/pesan/kamus.ts";
import { shipped } from "../shipped.ts";

/** Texts that were read and found right before, so that a start need not read them as YAML again. */
const ReadyTeks = z.object({
  /** Of the files they were read from. */
  hash: z.string(),
  teks: z.record(Bahasa, z.record(z.string(), z.string())),
});

/**
 * The texts below `<flows>` as `npm run gen` has written them, where the files there are those they were made
 * from; else null.
 */
export async function readyKamus(flows: string): Promise<Kamus | null> {
  const text = await readFile(shipped.teks, "utf8").catch(() => null);
  if (text === null) return null;
  const { data } = ReadyTeks.safeParse(JSON.parse(text));
  if (data === undefined || data.hash !== (await hashOf(flows))) return null;
  return { id: lazyKalimat("id", data.teks.id), en: lazyKalimat("en", data.teks.en) };
}

/** The same texts as they are kept for later. */
export async function readyTeks(
  flows: string,
  teks: z.infer<typeof ReadyTeks>["teks"],
): Promise<string> {
  const kept: z.infer<typeof ReadyTeks> = { hash: await hashOf(flows), teks };
  return `${JSON.stringify(kept)}\n`;
}

async function hashOf(flows: string): Promise<string> {
  const hash = createHash("sha256");
  for (const bahasa of Bahasa.options) {
    const text = await readFile(join(flows, "teks", `${bahasa}.yaml`)).catch(() => "");
    hash.update(`${bahasa} `).update(text);
  }
  return hash.digest("hex");
}
