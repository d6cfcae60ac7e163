import type { Lke } from "../../core/arsip/lke/schema.ts";
import type { KantorId } from "../../core/kantor/schema.ts";
import type { TooLarge } from "../ports/attachments.ts";
import type { OutgoingFile } from "../ports/channel.ts";
import { buildLke, type LkeDeps } from "./build-lke.ts";
import { fileName } from "./file-name.ts";

/** Which pack, by which criteria, and how large it may be. */
export interface SendLkeQuery {
  readonly kantorId: KantorId;
  readonly tahun: number;
  readonly lke: Lke;
  readonly maxByte: number;
}

/**
 * The pack of a year as a file of a message; of one that is larger than the channel carries its size alone,
 * and no more of it is held than that. Null where there is nothing to prove.
 */
export async function sendLke(
  deps: LkeDeps,
  { kantorId, tahun, lke, maxByte }: SendLkeQuery,
): Promise<OutgoingFile | TooLarge | null> {
  const paket = await buildLke(deps, { kantorId, tahun, lke });
  if (paket === null) return null;
  const nama = fileName([`Paket LKE ${tahun}`, paket.kantor], "zip");
  const chunks: Uint8Array[] = [];
  let ukuranByte = 0;
  for await (const chunk of paket.zip) {
    ukuranByte += chunk.byteLength;
    if (ukuranByte <= maxByte) chunks.push(chunk);
  }
  return ukuranByte > maxByte
    ? { nama, ukuranByte }
    : { nama, mime: "application/zip", data: Buffer.concat(chunks) };
}
