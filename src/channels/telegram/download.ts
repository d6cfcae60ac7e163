import type { Capabilities, FileRef } from "../../app/ports/channel.ts";
import type { Log } from "../../app/ports/log.ts";
import type { Timing } from "../../app/ports/timing.ts";
import { type Downloaded, fetchUpTo, type Opened } from "../fetch-up-to.ts";
import type { BotApi } from "./api.ts";
import { isTooBig, toFailure } from "./send-error.ts";

export interface DownloadDeps {
  readonly api: BotApi;
  readonly caps: Capabilities;
  readonly timing: Timing;
  readonly log: Log;
}

/** Fetches a file a person sent and stops as soon as it proves larger than allowed. */
export const download = (
  { api, caps, timing, log }: DownloadDeps,
  file: FileRef,
  maxByte: number,
): Promise<Downloaded> =>
  fetchUpTo(
    { log, timing, limit: Math.min(maxByte, caps.fileInMaxByte) },
    file,
    async (limited) => {
      const link = await linkTo(api, file);
      return link instanceof URL ? fetch(link, { signal: limited() }) : link;
    },
  );

/** Where the file lies, or what Telegram says in place of that. */
async function linkTo(api: BotApi, { id }: FileRef): Promise<URL | Exclude<Opened, Response>> {
  try {
    return await api.fileLink(id);
  } catch (error) {
    if (isTooBig(error)) return { gagal: "terlalu-besar" };
    const { code, retryAfterMs } = toFailure(error);
    const isOver = code !== "throttled" && code !== "unreachable";
    return isOver ? { gagal: "tak-terunduh" } : { nantiMs: retryAfterMs ?? 0 };
  }
}
