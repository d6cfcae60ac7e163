import type { Capabilities, Channel, FileRef } from "../../app/ports/channel.ts";
import type { Log } from "../../app/ports/log.ts";
import type { Timing } from "../../app/ports/timing.ts";
import { toError, within } from "./fault.ts";
import { sizeOf } from "./parse.ts";
import type { WaClient } from "./seam.ts";

type Downloaded = Awaited<ReturnType<Channel["download"]>>;

export interface DownloadDeps {
  readonly client: () => WaClient | null;
  readonly caps: Capabilities;
  readonly timing: Timing;
  readonly log: Log;
}

const FIND_MS = 20_000;
/** 20 MB over an office's line, then through the browser in base64. */
const FETCH_MS = 90_000;

/** Fetches a file a person sent; one that says it is larger than allowed is not fetched at all. */
export async function download(
  { client, caps, timing, log }: DownloadDeps,
  file: FileRef,
  maxByte: number,
): Promise<Downloaded> {
  const limit = Math.min(maxByte, caps.fileInMaxByte);
  if ((file.ukuranByte ?? 0) > limit) return { gagal: "terlalu-besar" };
  try {
    const message = await within(timing, FIND_MS, client()?.getMessage(file.id) ?? nothing);
    if (message === null) return { gagal: "tak-terunduh" };
    if ((sizeOf(message.raw) ?? 0) > limit) return { gagal: "terlalu-besar" };
    const base64 = await within(timing, FETCH_MS, message.download());
    if (base64 === null) return { gagal: "tak-terunduh" };
    const data = Buffer.from(base64, "base64");
    return data.byteLength > limit ? { gagal: "terlalu-besar" } : new Uint8Array(data);
  } catch (thrown) {
    log.warn({ error: toError(thrown).name }, "a file could not be downloaded");
    return { gagal: "tak-terunduh" };
  }
}

const nothing = Promise.resolve(null);
