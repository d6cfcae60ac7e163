import { z } from "zod";
import type { Capabilities, Channel, FileRef } from "../../app/ports/channel.ts";
import type { Log } from "../../app/ports/log.ts";
import { readUpTo } from "../read-up-to.ts";
import type { GraphApi } from "./api.ts";

type Downloaded = Awaited<ReturnType<Channel["download"]>>;

export interface DownloadDeps {
  readonly api: GraphApi;
  readonly caps: Capabilities;
  readonly log: Log;
}

const TIMEOUT_MS = 60_000;

const Media = z.object({
  url: z.url(),
  mime_type: z.string(),
  file_size: z.coerce.number().optional(),
});

/**
 * Fetches a file a person sent: its address and size first, then its bytes, no more than allowed and
 * of the type that was told; a page of a proxy in their place is no evidence.
 */
export async function download(
  { api, caps, log }: DownloadDeps,
  file: FileRef,
  maxByte: number,
): Promise<Downloaded> {
  const limit = Math.min(maxByte, caps.fileInMaxByte);
  if ((file.ukuranByte ?? 0) > limit) return { gagal: "terlalu-besar" };
  const giveUp = new AbortController();
  try {
    const media = Media.parse(await api.call("GET", encodeURIComponent(file.id)));
    if ((media.file_size ?? 0) > limit) return { gagal: "terlalu-besar" };
    const signal = AbortSignal.any([giveUp.signal, AbortSignal.timeout(TIMEOUT_MS)]);
    const response = await api.open(media.url, signal);
    if (!response.ok || response.body === null) return { gagal: "tak-terunduh" };
    const type = typeOf(response.headers.get("content-type"));
    if (type === "text/html" && typeOf(media.mime_type) !== type) return { gagal: "tak-terunduh" };
    return (await readUpTo(response.body, limit)) ?? { gagal: "terlalu-besar" };
  } catch (error) {
    // The address holds a key of its own, and so may the error's text.
    log.warn({ error: nameOf(error) }, "a file could not be downloaded");
    return { gagal: "tak-terunduh" };
  } finally {
    giveUp.abort();
  }
}

const typeOf = (mime: string | null): string => mime?.split(";")[0]?.trim().toLowerCase() ?? "";

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : "unknown");
