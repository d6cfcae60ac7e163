import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { z } from "zod";
import type { Backup } from "../../app/ports/backups.ts";
import { writeDurably } from "../durable-file.ts";

const Sidik = z.string().regex(/^[0-9a-f]{64}$/);

/** What a backup holds, and how it can be told that it still does. */
export const Manifes = z.object({
  bentuk: z.literal("sopir-cadangan-1"),
  dibuatMs: z.int(),
  mesin: z.enum(["sqlite", "postgresql"]),
  skema: z.string(),
  kantor: z.array(z.string()),
  database: z.object({ ukuranByte: z.int(), sidik: Sidik }),
  berkas: z.array(z.object({ hash: Sidik, ukuranByte: z.int() })),
  /** Files that were destroyed by the schedule; each has left a mark. */
  dimusnahkan: z.array(Sidik),
  temuan: z.array(z.object({ apa: z.string(), keadaan: z.enum(["hilang", "berubah", "rusak"]) })),
});
export type Manifes = z.infer<typeof Manifes>;

const Signed = z.object({ isi: Manifes, sidik: Sidik });

export const MANIFES = "manifes.json";
export const DATABASE = "sopir.db";

/** Written last: a folder without it is no backup. */
export const writeManifes = (folder: string, isi: Manifes): Promise<void> =>
  writeDurably(
    join(folder, `${MANIFES}.baru`),
    (file) => file.writeFile(`${JSON.stringify({ isi, sidik: sidikOf(isi) }, null, 1)}\n`),
    () => join(folder, MANIFES),
  );

/** Null where it is not there, cut off, or was changed. */
export async function readManifes(folder: string): Promise<Manifes | null> {
  const text = await readFile(join(folder, MANIFES), "utf8").catch(() => null);
  const signed = Signed.safeParse(jsonOf(text ?? ""));
  if (!signed.success) return null;
  const { isi, sidik } = signed.data;
  return sidik === sidikOf(isi) ? isi : null;
}

/** The schema puts the keys in order, so equal content has equal text. */
const sidikOf = (isi: Manifes): string =>
  createHash("sha256")
    .update(JSON.stringify(Manifes.parse(isi)))
    .digest("hex");

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** A backup as others see it. */
export const backupOf = (path: string, manifes: Manifes): Backup => ({
  nama: basename(path),
  path,
  dibuatMs: manifes.dibuatMs,
  mesin: manifes.mesin,
  skema: manifes.skema,
  kantor: manifes.kantor,
  jumlahBerkas: manifes.berkas.length,
  ukuranByte: manifes.berkas.reduce(
    (sum, { ukuranByte }) => sum + ukuranByte,
    manifes.database.ukuranByte,
  ),
  temuan: manifes.temuan,
});
