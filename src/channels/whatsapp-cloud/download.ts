import { z } from "zod";
import type { Capabilities, FileRef } from "../../app/ports/channel.ts";
import type { Log } from "../../app/ports/log.ts";
import { type Downloaded, fetchUpTo } from "../fetch-up-to.ts";
import type { GraphApi } from "./api.ts";

export interface DownloadDeps {
  readonly api: GraphApi;
  readonly caps: Capabilities;
  readonly log: Log;
}

const Media = z.object({
  url: z.url(),
  mime_type: z.string(),
  file_size: z.coerce.number().optional(),
});

/**
 * Fetches a file a person sent: its address and size first, then its bytes, no more than allowed and
 * of the type that was told; a page of a proxy in their place is no evidence.
 */
export function download(
  { api, caps, log }: DownloadDeps,
  file: FileRef,
  maxByte: number,
): Promise<Downloaded> {
  const limit = Math.min(maxByte, caps.fileInMaxByte);
  return fetchUpTo({ log, limit }, file, async (limited) => {
    const media = Media.parse(await api.call("GET", encodeURIComponent(file.id)));
    if ((media.file_size ?? 0) > limit) return { gagal: "terlalu-besar" };
    const response = await api.open(media.url, limited());
    const type = typeOf(response.headers.get("content-type"));
    const isPage = type === "text/html" && typeOf(media.mime_type) !== type;
    return isPage ? { gagal: "tak-terunduh" } : response;
  });
}

const typeOf = (mime: string | null): string => mime?.split(";")[0]?.trim().toLowerCase() ?? "";
