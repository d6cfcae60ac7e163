import type { InboundContent, InboundEvent } from "../../app/ports/channel.ts";
import type { Log } from "../../app/ports/log.ts";
import type { Timing } from "../../app/ports/timing.ts";
import { backoffMs } from "../../core/backoff.ts";
import type { Ucapan } from "./entry.ts";

export interface IntakeDeps {
  readonly channelId: string;
  readonly sink: (event: InboundEvent) => Promise<void>;
  /** Called once the office has stored it. */
  readonly stored: (ucapan: Ucapan) => Promise<void>;
  /** How handing over goes: `false` while it fails. */
  readonly healthy: (well: boolean) => void;
  readonly timing: Timing;
  readonly log: Log;
}

/** Hands what people did to the application, each chat in order, each act until it is stored. */
export class Intake {
  readonly #deps: IntakeDeps;
  readonly #tailByChat = new Map<string, Promise<void>>();
  readonly #stop = new AbortController();

  constructor(deps: IntakeDeps) {
    this.#deps = deps;
  }

  push(ucapan: Ucapan): void {
    const { chat } = ucapan;
    const before = this.#tailByChat.get(chat) ?? Promise.resolve();
    const mine = before.then(() => this.#untilStored(ucapan));
    this.#tailByChat.set(chat, mine);
    void mine.finally(() => {
      if (this.#tailByChat.get(chat) === mine) this.#tailByChat.delete(chat);
    });
  }

  /** What is not stored by then stays in the journal and comes again after the next start. */
  async stop(deadlineMs: number): Promise<void> {
    this.#stop.abort();
    const waited = new AbortController();
    const ended = Promise.all(this.#tailByChat.values());
    await Promise.race([ended, this.#deps.timing.sleep(deadlineMs, waited.signal)]);
    waited.abort();
  }

  async #untilStored(ucapan: Ucapan): Promise<void> {
    const { channelId, sink, stored, healthy, timing, log } = this.#deps;
    const event = toEvent(channelId, ucapan);
    const { signal } = this.#stop;
    for (let failures = 1; !signal.aborted; failures += 1) {
      try {
        await sink(event);
        await stored(ucapan);
        healthy(true);
        return;
      } catch (error) {
        log.error({ err: error, eventId: event.eventId, failures }, "an act could not be stored");
        healthy(false);
        await timing.sleep(backoffMs(failures, BACKOFF), signal);
      }
    }
  }
}

const BACKOFF = { firstMs: 200, capMs: 10_000 } as const;

/** The key is drawn anew for every act, so a journal that was lost never repeats an old one. */
function toEvent(channelId: string, { id, chat, atMs, isi }: Ucapan): InboundEvent {
  const from = { channelId, chat };
  const common = { channelId, eventId: `${channelId}:${id}`, atMs, from, nama: null };
  return { ...common, ...contentOf(isi) };
}

const COMMAND = /^\/(\w{1,32})(?:\s+([\s\S]*))?$/;

function contentOf(isi: Ucapan["isi"]): InboundContent {
  switch (isi.jenis) {
    case "teks": {
      const [, name, args = ""] = COMMAND.exec(isi.teks) ?? [];
      if (name === undefined) return { type: "text", text: isi.teks };
      return { type: "command", name: name.toLowerCase(), args: args.trim() };
    }
    case "ketuk":
      return { type: "choice", token: isi.token };
    case "file": {
      const { hash, nama, mime, ukuranByte } = isi.file;
      return { type: "file", file: { id: hash, nama, mime, ukuranByte }, caption: isi.keterangan };
    }
  }
}
