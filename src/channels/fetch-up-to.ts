import type { Channel, FileRef } from "../app/ports/channel.ts";
import type { Log } from "../app/ports/log.ts";
import type { Timing } from "../app/ports/timing.ts";
import { backoffMs } from "../core/backoff.ts";

export type Downloaded = Awaited<ReturnType<Channel["download"]>>;

/** What asking for a file came to: its bytes to come, why it cannot be had, or how long to wait before it is asked for again. */
export type Opened = Response | Extract<Downloaded, { gagal: string }> | Later;

interface Later {
  readonly nantiMs: number;
}

interface FetchDeps {
  readonly log: Log;
  readonly timing: Timing;
  readonly limit: number;
}

const TIMEOUT_MS = 60_000;
/** Whoever sent the file waits meanwhile, and with them everything else they write. */
const TRIES = 3;
const BACKOFF = { firstMs: 1_000, capMs: 5_000 } as const;
const LATER_MAX_MS = 15_000;

/**
 * The bytes of a file of a service, of which no more are read than allowed; `open` finds out where it lies
 * and asks for it, with an end to that wait. What only the way is to blame for is tried a few times: the
 * file is asked of its sender again only then.
 */
export async function fetchUpTo(
  deps: FetchDeps,
  file: FileRef,
  open: (limited: () => AbortSignal) => Promise<Opened>,
): Promise<Downloaded> {
  if ((file.ukuranByte ?? 0) > deps.limit) return { gagal: "terlalu-besar" };
  for (let tries = 1; ; tries += 1) {
    const got = await fetchOnce(deps, open);
    if (!isLater(got)) return got;
    if (tries === TRIES || got.nantiMs > LATER_MAX_MS) return { gagal: "tak-terunduh" };
    await deps.timing.sleep(Math.max(got.nantiMs, backoffMs(tries, BACKOFF)));
  }
}

async function fetchOnce(
  { log, limit }: FetchDeps,
  open: (limited: () => AbortSignal) => Promise<Opened>,
): Promise<Downloaded | Later> {
  const giveUp = new AbortController();
  try {
    const response = await open(() =>
      AbortSignal.any([giveUp.signal, AbortSignal.timeout(TIMEOUT_MS)]),
    );
    if ("gagal" in response || isLater(response)) return response;
    if (isBusy(response.status)) return { nantiMs: 0 };
    if (!response.ok || response.body === null) return { gagal: "tak-terunduh" };
    return (await readUpTo(response.body, limit)) ?? { gagal: "terlalu-besar" };
  } catch (error) {
    // The address holds a secret of ours, and so may the error's text.
    log.warn({ error: nameOf(error) }, "a file could not be downloaded");
    return { nantiMs: 0 };
  } finally {
    giveUp.abort();
  }
}

const isLater = (got: Opened | Downloaded): got is Later => "nantiMs" in got;

/** Whether a service that answers so may have it in a moment. */
export const isBusy = (status: number): boolean => status === 429 || status >= 500;

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : "unknown");

/** The bytes of a download, of which no more are read than allowed; null when there are more. */
async function readUpTo(
  body: AsyncIterable<Uint8Array>,
  limit: number,
): Promise<Uint8Array | null> {
  const chunkList: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > limit) return null;
    chunkList.push(chunk);
  }
  return Buffer.concat(chunkList, size);
}
