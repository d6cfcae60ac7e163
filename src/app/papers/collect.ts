import type { TooLarge } from "../ports/attachments.ts";
import type { OutgoingFile } from "../ports/channel.ts";

/** A zip as a file of a message; of one that is larger than the channel carries its size alone, and no more is held. */
export async function collectZip(
  zip: AsyncIterable<Uint8Array>,
  nama: string,
  maxByte: number,
): Promise<OutgoingFile | TooLarge> {
  const chunks: Uint8Array[] = [];
  let ukuranByte = 0;
  for await (const chunk of zip) {
    ukuranByte += chunk.byteLength;
    if (ukuranByte <= maxByte) chunks.push(chunk);
  }
  return ukuranByte > maxByte
    ? { nama, ukuranByte }
    : { nama, mime: "application/zip", data: Buffer.concat(chunks) };
}
