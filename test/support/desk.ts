import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openManually } from "../../src/app/clock/open-manually.ts";
import type { Deps } from "../../src/app/deps.ts";
import { loadKantor } from "../../src/app/office/load-kantor.ts";
import type { Capabilities, InboundContent, InboundEvent } from "../../src/app/ports/channel.ts";
import type { Store } from "../../src/app/ports/store.ts";
import { Attempts } from "../../src/app/turn/attempts.ts";
import { createHandleUpdate, type HandleUpdate } from "../../src/app/turn/handle-update.ts";
import { holding } from "../../src/app/turn/holding.ts";
import { Offices } from "../../src/app/turn/offices.ts";
import { RecentKeys } from "../../src/app/turn/recent-keys.ts";
import { parseKantor } from "../../src/catalog/load-kantor.ts";
import { KantorId } from "../../src/core/kantor/schema.ts";
import { Periode } from "../../src/core/kinerja/periode.ts";
import type { Sop } from "../../src/core/sop/schema.ts";
import { createDocuments } from "../../src/documents/index.ts";
import { systemRandom } from "../../src/random/random.ts";
import { createFileStore } from "../../src/store/files.ts";
import { shippedCatalog } from "./catalog.ts";
import { MemoryChannel } from "./memory-channel.ts";
import { MemoryLog } from "./memory-log.ts";
import { kamus } from "./teks.ts";

export const KANTOR = KantorId.parse("uji");
/** Monday 4 January 2027, 08:00 WITA: the triwulan that is collected has just ended. */
export const NOW = Date.parse("2027-01-04T08:00:00+08:00");

/** One process at work on updates; what it would send stays in the outbox. */
export interface Desk {
  readonly deps: Deps;
  readonly updates: HandleUpdate;
  readonly log: MemoryLog;
  /** Takes what a person writes in the chat that is called like them; answers its event. */
  says(pegawaiId: string, text: string): Promise<InboundEvent>;
}

let events = 0;

/** Where a desk stands. */
export interface DeskOptions {
  readonly now?: () => number;
  readonly log?: MemoryLog;
  /** What its channels can do beside the usual. */
  readonly caps?: Partial<Capabilities>;
}

/** Opens a desk over a store; a further one on the same store knows only what is stored. */
export function openDesk(
  store: Store,
  { now = () => NOW, log = new MemoryLog(), caps = {} }: DeskOptions = {},
): Desk {
  const memory = { offices: new Offices(store, log), recent: new RecentKeys() };
  const channels = ["memory", "lain"].map((id) => new MemoryChannel({ id, caps }));
  const files = createFileStore(tmpdir());
  const deps: Deps = {
    store: holding(store, memory),
    ...memory,
    files,
    documents: createDocuments(files),
    random: systemRandom,
    clock: { now },
    log,
    kamus,
    attempts: new Attempts(),
    channels: new Map(channels.map((one) => [one.id, one])),
  };
  const updates = createHandleUpdate(deps);
  return {
    deps,
    updates,
    log,
    async says(pegawaiId, text) {
      const event = eventOf(pegawaiId, text);
      await updates.handle(event);
      return event;
    },
  };
}

function eventOf(pegawaiId: string, text: string): InboundEvent {
  events += 1;
  const [, name, args = ""] = /^\/(\w+)\s*([\s\S]*)$/.exec(text) ?? [];
  const content: InboundContent =
    name === undefined ? { type: "text", text } : { type: "command", name, args };
  return {
    channelId: "memory",
    eventId: `memory:${events}`,
    messageId: `${events}`,
    atMs: NOW,
    from: { channelId: "memory", chat: pegawaiId },
    nama: null,
    ...content,
  };
}

/** What is different in an office from its file, and in a sheet from the shipped one. */
export interface Ubahan {
  readonly yaml?: (yaml: string) => string;
  readonly sop?: (sop: Sop) => Sop;
  /** What the office is called by, if not `uji`. */
  readonly id?: string;
  /** What the chat of each person is called, if not like them. */
  readonly sebagai?: (pegawaiId: string) => string;
}

/** Loads the office `uji`, or loads it again; whoever has no account is invited and links one. */
export async function muatOffice(
  desk: Desk,
  { yaml = same, sop = same, sebagai = same, id = "uji" }: Ubahan,
): Promise<void> {
  const uji = await readFile(join(import.meta.dirname, "../e2e/uji.yaml"), "utf8");
  const named = yaml(uji).replace("id: uji\n", `id: ${id}\n`);
  const { isi, problems } = parseKantor(`${id}.yaml`, named, await shippedCatalog());
  if (isi === null) throw new Error(JSON.stringify(problems));
  const sopList = isi.sopList.map((one) => {
    const edited = sop(one.sop);
    return edited === one.sop
      ? one
      : { sop: edited, hash: systemRandom.hash(JSON.stringify(edited)) };
  });
  const { undanganList } = await loadKantor(desk.deps, { ...isi, sopList }, { undangan: true });
  for (const { pegawai, kode } of undanganList)
    await desk.says(sebagai(pegawai.id), `/start ${kode}`);
}

const same = <T>(one: T): T => one;

/** Loads the office `uji`, links everybody, and opens the collection of Triwulan IV 2026. */
export async function openOffice(
  desk: Desk,
  ubahan: Ubahan = {},
  sopId = "paringin-selatan",
): Promise<void> {
  await muatOffice(desk, ubahan);
  const periode = Periode.parse("2026-TW4");
  const wish = { kantorId: KANTOR, sopId, periode };
  const opened = await openManually(desk.deps, wish);
  if (opened.kind === "refused") throw new Error(opened.code);
}
