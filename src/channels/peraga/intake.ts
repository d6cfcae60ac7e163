import type { InboundContent, InboundEvent } from "../../app/ports/channel.ts";
import { createLanes } from "../lanes.ts";
import { type StoreDeps, storeUntilDone } from "../store-until-done.ts";
import type { Ucapan } from "./entry.ts";

export interface IntakeDeps extends StoreDeps {
  readonly channelId: string;
  /** Called once the office has stored it. */
  readonly stored: (ucapan: Ucapan) => Promise<void>;
}

/** Hands what people did to the application, each chat in order, each act until it is stored. */
export interface Intake {
  push(ucapan: Ucapan): void;
  /** Resolves when nothing is under way; what is not stored by then comes again after a start. */
  idle(): Promise<void>;
}

export function createIntake(deps: IntakeDeps): Intake {
  const lanes = createLanes();
  const underWay = new Set<Promise<unknown>>();

  async function store(ucapan: Ucapan): Promise<void> {
    const sink: StoreDeps["sink"] = async (event) => {
      await deps.sink(event);
      await deps.stored(ucapan);
    };
    await storeUntilDone({ ...deps, sink }, toEvent(deps.channelId, ucapan));
  }

  return {
    push(ucapan) {
      const mine = lanes.run(ucapan.chat, () => store(ucapan));
      underWay.add(mine);
      void mine.finally(() => underWay.delete(mine));
    },
    async idle() {
      await Promise.all(underWay);
    },
  };
}

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
