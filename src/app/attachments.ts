import { buildRekap } from "./build-rekap.ts";
import type { Attachments } from "./ports/attachments.ts";
import type { Clock } from "./ports/clock.ts";
import type { Documents } from "./ports/documents.ts";
import type { FileStore } from "./ports/files.ts";
import type { Store } from "./ports/store.ts";

/** Makes or fetches the file a message carries, from the figures of the instant it speaks of. */
export function createAttachments(deps: {
  readonly store: Store;
  readonly files: FileStore;
  readonly documents: Documents;
  readonly clock: Clock;
}): Attachments {
  return {
    async load(lampiran, kantorId) {
      if (lampiran.jenis === "tersimpan") {
        const data = await deps.files.get(lampiran.hash);
        if (data === null) throw new Error(`stored file ${lampiran.hash} is missing`);
        return { nama: lampiran.nama, mime: lampiran.mime, data };
      }
      const { tahun, periode, unit, padaMs } = lampiran;
      const file = await buildRekap(deps, { kantorId, tahun, periode, unit, padaMs });
      if (file === null) throw new Error(`kantor ${kantorId} is not in the database`);
      return file;
    },
  };
}
