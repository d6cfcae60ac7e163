import { Buffer } from "node:buffer";
import { fromBufferPromise } from "yauzl";
import { ZipFile } from "yazl";

/** A zip file with these entries, packed. */
export async function zipOf(
  entries: Readonly<Record<string, Uint8Array | string>>,
): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [nama, data] of Object.entries(entries)) zip.addBuffer(Buffer.from(data), nama);
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

/** Every entry of a zip file; folders hold nothing. */
export async function entriesOf(data: Uint8Array): Promise<Record<string, Buffer>> {
  const zip = await fromBufferPromise(Buffer.from(data), { lazyEntries: true, autoClose: false });
  const found: Record<string, Buffer> = {};
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName.endsWith("/")) continue;
    const chunks: Buffer[] = [];
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk);
    found[entry.fileName] = Buffer.concat(chunks);
  }
  return found;
}

/** The file with other entries put in or over its own. */
export const withEntries = async (
  data: Uint8Array,
  entries: Readonly<Record<string, Uint8Array | string>>,
): Promise<Buffer> => zipOf({ ...(await entriesOf(data)), ...entries });

/** The file with each mark of these bytes replaced; what a forger does with a hex editor. */
export function patched(data: Uint8Array, from: string, change: (at: Buffer) => void): Buffer {
  const copy = Buffer.from(data);
  const mark = Buffer.from(from, "latin1");
  for (let at = copy.indexOf(mark); at !== -1; at = copy.indexOf(mark, at + 1)) {
    change(copy.subarray(at));
  }
  return copy;
}
