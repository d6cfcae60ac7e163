import type { Channel, FileRef } from "../app/ports/channel.ts";
import type { Log } from "../app/ports/log.ts";

export type Downloaded = Awaited<ReturnType<Channel["download"]>>;

const TIMEOUT_MS = 60_000;

/**
 * The bytes of a file of a service, of which no more are read than allowed; `open` finds out where it lies
 * and asks for it, with an end to that wait, or says why it cannot be had.
 */
export async function fetchUpTo(
  { log, limit }: { readonly log: Log; readonly limit: number },
  file: FileRef,
  open: (limited: () => AbortSignal) => Promise<Response | Extract<Downloaded, { gagal: string }>>,
): Promise<Downloaded> {
  if ((file.ukuranByte ?? 0) > limit) return { gagal: "terlalu-besar" };
  const giveUp = new AbortController();
  try {
    const response = await open(() =>
      AbortSignal.any([giveUp.signal, AbortSignal.timeout(TIMEOUT_MS)]),
    );
    if ("gagal" in response) return response;
    if (!response.ok || response.body === null) return { gagal: "tak-terunduh" };
    return (await readUpTo(response.body, limit)) ?? { gagal: "terlalu-besar" };
  } catch (error) {
    // The address holds a secret of ours, and so may the error's text.
    log.warn({ error: nameOf(error) }, "a file could not be downloaded");
    return { gagal: "tak-terunduh" };
  } finally {
    giveUp.abort();
  }
}

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
