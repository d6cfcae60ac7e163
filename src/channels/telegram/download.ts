import type { Capabilities, FileRef } from "../../app/ports/channel.ts";
import type { Log } from "../../app/ports/log.ts";
import { type Downloaded, fetchUpTo } from "../fetch-up-to.ts";
import type { BotApi } from "./api.ts";
import { isTooBig } from "./send-error.ts";

export interface DownloadDeps {
  readonly api: BotApi;
  readonly caps: Capabilities;
  readonly log: Log;
}

/** Fetches a file a person sent and stops as soon as it proves larger than allowed. */
export const download = (
  { api, caps, log }: DownloadDeps,
  file: FileRef,
  maxByte: number,
): Promise<Downloaded> =>
  fetchUpTo({ log, limit: Math.min(maxByte, caps.fileInMaxByte) }, file, async (limited) => {
    try {
      const link = await api.fileLink(file.id);
      return await fetch(link, { signal: limited() });
    } catch (error) {
      if (isTooBig(error)) return { gagal: "terlalu-besar" };
      throw error;
    }
  });
