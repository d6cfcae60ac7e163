import type { Capabilities, Channel, FileRef } from "../../app/ports/channel.ts";
import type { Log } from "../../app/ports/log.ts";
import { readUpTo } from "../read-up-to.ts";
import type { BotApi } from "./api.ts";
import { isTooBig } from "./send-error.ts";

type Downloaded = Awaited<ReturnType<Channel["download"]>>;

export interface DownloadDeps {
  readonly api: BotApi;
  readonly caps: Capabilities;
  readonly log: Log;
}

const TIMEOUT_MS = 60_000;

/** Fetches a file a person sent and stops as soon as it proves larger than allowed. */
export async function download(
  { api, caps, log }: DownloadDeps,
  file: FileRef,
  maxByte: number,
): Promise<Downloaded> {
  const limit = Math.min(maxByte, caps.fileInMaxByte);
  if ((file.ukuranByte ?? 0) > limit) return { gagal: "terlalu-besar" };
  const giveUp = new AbortController();
  try {
    const link = await api.fileLink(file.id);
    const signal = AbortSignal.any([giveUp.signal, AbortSignal.timeout(TIMEOUT_MS)]);
    const response = await fetch(link, { signal });
    if (!response.ok || response.body === null) return { gagal: "tak-terunduh" };
    return (await readUpTo(response.body, limit)) ?? { gagal: "terlalu-besar" };
  } catch (error) {
    if (isTooBig(error)) return { gagal: "terlalu-besar" };
    // The address holds the token, and so may the error's text.
    log.warn({ error: nameOf(error) }, "a file could not be downloaded");
    return { gagal: "tak-terunduh" };
  } finally {
    giveUp.abort();
  }
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : "unknown");
