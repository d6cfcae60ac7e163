import type { TooLarge } from "../ports/attachments.ts";
import type { OutgoingFile } from "../ports/channel.ts";
import { buildLke, type LkeDeps } from "./build-lke.ts";
import { collectZip } from "./collect.ts";
import { fileName } from "./file-name.ts";
import type { LkeQuery } from "./gather-lke.ts";

/** The pack of a year as a file of a message; null where there is nothing to prove. */
export async function sendLke(
  deps: LkeDeps,
  { maxByte, ...query }: LkeQuery & { readonly maxByte: number },
): Promise<OutgoingFile | TooLarge | null> {
  const paket = await buildLke(deps, query);
  if (paket === null) return null;
  const nama = fileName([`Paket LKE ${query.tahun}`, paket.kantor], "zip");
  return collectZip(paket.zip, nama, maxByte);
}
