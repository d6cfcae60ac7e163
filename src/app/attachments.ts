import type { KantorId } from "../core/kantor/schema.ts";
import type { Lampiran } from "../core/pesan/pesan.ts";
import { buildBagan } from "./build-bagan.ts";
import { buildLaporan } from "./build-laporan.ts";
import { buildRekap } from "./build-rekap.ts";
import type { Attachments } from "./ports/attachments.ts";
import type { OutgoingFile } from "./ports/channel.ts";
import type { Clock } from "./ports/clock.ts";
import type { Documents } from "./ports/documents.ts";
import type { FileStore } from "./ports/files.ts";
import type { Store } from "./ports/store.ts";

/** What making or fetching a file needs of the world. */
export interface AttachmentDeps {
  readonly store: Pick<Store, "loadRekap" | "loadSop">;
  readonly files: Pick<FileStore, "get">;
  readonly documents: Documents;
  readonly clock: Clock;
}

/** Makes or fetches the file a message carries, from the figures of the instant it speaks of. */
export const createAttachments = (deps: AttachmentDeps): Attachments => ({
  async load(lampiran, kantorId) {
    const file = await fileOf(deps, lampiran, kantorId);
    if (file === null) throw new Error(`kantor ${kantorId} is not in the database`);
    return file;
  },
});

function fileOf(
  deps: AttachmentDeps,
  lampiran: Lampiran,
  kantorId: KantorId,
): Promise<OutgoingFile | null> {
  switch (lampiran.jenis) {
    case "rekap":
      return buildRekap(deps, { ...lampiran, kantorId });
    case "laporan":
      return buildLaporan(deps, { ...lampiran, kantorId });
    case "naskah":
      throw new Error("todo");
    case "bagan":
      return buildBagan(deps, lampiran.sopHash);
    case "tersimpan":
      return storedFile(deps, lampiran);
  }
}

async function storedFile(
  { files }: AttachmentDeps,
  { hash, nama, mime }: Extract<Lampiran, { readonly jenis: "tersimpan" }>,
): Promise<OutgoingFile> {
  const data = await files.get(hash);
  if (data === null) throw new Error(`stored file ${hash} is missing`);
  return { nama, mime, data };
}
