import { z } from "zod";
import type { Capabilities, FileRef } from "../../app/ports/channel.ts";
import type { Log } from "../../app/ports/log.ts";
import type { Timing } from "../../app/ports/timing.ts";
import { type Downloaded, fetchUpTo, type Opened } from "../fetch-up-to.ts";
import type { GraphApi } from "./api.ts";
import { readAnswer, toFailure } from "./errors.ts";

export interface DownloadDeps {
  readonly api: GraphApi;
  readonly caps: Capabilities;
  readonly timing: Timing;
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
  { api, caps, timing, log }: DownloadDeps,
  file: FileRef,
  maxByte: number,
): Promise<Downloaded> {
  const limit = Math.min(maxByte, caps.fileInMaxByte);
  return fetchUpTo({ log, timing, limit }, file, async (limited) => {
    const media = await mediaOf(api, file);
    if (!("url" in media)) return media;
    if ((media.file_size ?? 0) > limit) return { gagal: "terlalu-besar" };
    const response = await api.open(media.url, limited());
    const type = typeOf(response.headers.get("content-type"));
    const isPage = type === "text/html" && typeOf(media.mime_type) !== type;
    return isPage ? { gagal: "tak-terunduh" } : response;
  });
}

/** Where the file lies, or what the service says in place of that. */
async function mediaOf(
  api: GraphApi,
  { id }: FileRef,
): Promise<z.infer<typeof Media> | Exclude<Opened, Response>> {
  try {
    return readAnswer(Media, await api.call("GET", encodeURIComponent(id)));
  } catch (thrown) {
    const { code, retryAfterMs } = toFailure(thrown);
    const isOver = code !== "throttled" && code !== "unreachable";
    return isOver ? { gagal: "tak-terunduh" } : { nantiMs: retryAfterMs ?? 0 };
  }
}

const typeOf = (mime: string | null): string => mime?.split(";")[0]?.trim().toLowerCase() ?? "";
