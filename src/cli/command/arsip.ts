import { createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Command } from "commander";
import { createNaskahFiles } from "../../app/papers/naskah-file.ts";
import type { KantorId } from "../../core/kantor/schema.ts";
import { documents } from "../../documents/index.ts";
import type { Cli, CliIo } from "../io.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import { type StoreDeps, withStore } from "../with-store.ts";

/** `arsip`: everything of a berkas in one file. */
export function addArsip(program: Command, { io, settle }: Cli): void {
  program
    .command("arsip")
    .description("archives of berkas")
    .command("export")
    .description("write the archive of a berkas as a .zip file, with a manifest of SHA-256")
    .requiredOption("--berkas <id>", "berkas; see: berkas list --semua")
    .requiredOption("-o, --output <file>", "file to write")
    .action((options: ExportOptions) => settle(exportArsip(io, options)));
}

interface ExportOptions {
  readonly berkas: string;
  readonly output: string;
}

const exportArsip = (io: CliIo, { berkas: berkasId, output }: ExportOptions): Promise<Outcome> =>
  withStore(io, async (deps) => {
    const kantorId = await kantorOf(deps, berkasId);
    if (kantorId === null) {
      return refused(`Berkas ${berkasId} tidak ada. Daftarnya: sopir berkas list --semua.`);
    }
    const list = await deps.store.listNaskah(kantorId, berkasId);
    const latest = list.findLast(({ naskah }) => naskah.jenis === "arsip");
    if (latest === undefined) {
      return refused(
        `Berkas ${berkasId} belum diarsipkan; arsipnya dibuat oleh langkah di SOP-nya.`,
      );
    }
    const naskah = createNaskahFiles({ ...deps, documents });
    const { hash, ukuranByte } = await naskah.get(kantorId, latest.naskah.id, "zip");
    await writeWhole(deps.files.read(hash), output);
    return done(
      { berkas: berkasId, naskah: latest.naskah.id, output, sha256: hash, ukuranByte },
      `Arsip berkas ${berkasId} ditulis ke ${output} (${ukuranByte} byte, SHA-256 ${hash}).`,
    );
  });

/** The office a berkas belongs to, whether it runs or not. */
async function kantorOf({ store }: StoreDeps, berkasId: string): Promise<KantorId | null> {
  for (const { kantor } of await store.listKantor()) {
    const { berkasById, unreadable } = await store.loadBerkas(kantor.id, [berkasId]);
    if (berkasById.has(berkasId) || unreadable.has(berkasId)) return kantor.id;
  }
  return null;
}

/** Under its name only once it is whole: half an archive must not look like one. */
async function writeWhole(chunks: AsyncIterable<Uint8Array>, output: string): Promise<void> {
  const beside = `${output}.part`;
  try {
    await pipeline(Readable.from(chunks, { objectMode: false }), createWriteStream(beside));
    await rename(beside, output);
  } catch (cause) {
    await rm(beside, { force: true });
    throw cause;
  }
}
