import { createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

/** Writes a file piece by piece, under its name only once it is whole: half an archive must not look like one. */
export async function writeWhole(chunks: AsyncIterable<Uint8Array>, output: string): Promise<void> {
  const beside = `${output}.part`;
  try {
    await pipeline(Readable.from(chunks, { objectMode: false }), createWriteStream(beside));
    await rename(beside, output);
  } catch (cause) {
    await rm(beside, { force: true });
    throw cause;
  }
}
