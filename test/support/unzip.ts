import { buffer } from "node:stream/consumers";
import { fromBufferPromise } from "yauzl";

/** One file of an archive. */
export interface Unzipped {
  readonly path: string;
  readonly data: Buffer;
  readonly text: string;
  readonly atMs: number;
}

/** Everything in a zip file, in its order. */
export async function unzip(data: Uint8Array): Promise<readonly Unzipped[]> {
  const zip = await fromBufferPromise(Buffer.from(data));
  const found: Unzipped[] = [];
  for await (const entry of zip.eachEntry()) {
    const content = await buffer(await zip.openReadStreamPromise(entry));
    const atMs = entry.getLastModDate().getTime();
    found.push({ path: entry.fileName, data: content, text: content.toString("utf8"), atMs });
  }
  return found;
}
