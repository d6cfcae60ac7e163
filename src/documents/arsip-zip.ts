import { PassThrough, Readable } from "node:stream";
import { ZipFile } from "yazl";
import type { IsiZip } from "../app/ports/documents.ts";

/** Files may be read by everybody who unpacks the archive, and run by nobody. */
const MODE = 0o100644;

/** A zip file, written while it is read: of the contents only a few pieces are in memory at a time. */
export async function* arsipZip(isiList: readonly IsiZip[]): AsyncGenerator<Uint8Array> {
  const zip = new ZipFile();
  const out = new PassThrough();
  zip.on("error", (cause: unknown) =>
    out.destroy(cause instanceof Error ? cause : new Error(String(cause))),
  );
  zip.outputStream.pipe(out);
  let current: Readable | null = null;
  for (const { path, atMs, padatkan, content } of isiList) {
    const options = { mtime: new Date(atMs), mode: MODE, compress: padatkan };
    zip.addReadStreamLazy(path, options, (give) => {
      const source = Readable.from(content(), { objectMode: false });
      current = source;
      source.once("error", (cause) => zip.emit("error", cause));
      give(null, source);
    });
  }
  zip.end();
  try {
    for await (const chunk of out) {
      if (chunk instanceof Uint8Array) yield chunk;
    }
  } finally {
    // whoever stops reading half way must not leave the file open that was just being packed
    close(current);
  }
}

const close = (source: Readable | null): void => {
  source?.destroy();
};
