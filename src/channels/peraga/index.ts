import type { Capabilities, Channel, ChannelCommand, FileRef } from "../../app/ports/channel.ts";
import type { FileStore } from "../../app/ports/files.ts";
import type { Log } from "../../app/ports/log.ts";
import type { Ponsel } from "../../app/ports/peraga.ts";
import type { Random } from "../../app/ports/random.ts";
import type { Timing } from "../../app/ports/timing.ts";
import { LAJU_BIASA } from "../../core/pesan/laju-massal.ts";
import { ELSEWHERE } from "../status.ts";
import { openChats } from "./kept-chats.ts";
import { Link, PERAGA_CHANNEL } from "./link.ts";
import { createPonsel } from "./ponsel.ts";
import { edit, send } from "./send.ts";
import { createTrouble, type Trouble } from "./trouble.ts";

export { PERAGA_CHANNEL } from "./link.ts";

export interface PeragaOptions {
  /** Folder of the journal; one for each database, for messages refer to its rows. */
  readonly dir: string;
  readonly files: FileStore;
  readonly random: Pick<Random, "id">;
  readonly now: () => number;
  readonly timing: Timing;
  readonly log: Log;
}

/** The simulator's channel: a service of its own, with phones that a page shows. */
export interface PeragaChannel extends Channel, Pick<Trouble, "failNext"> {
  readonly ponsel: Ponsel;
}

/** Opens the chats of a folder; the channel takes messages at once and hands out acts after `start`. */
export async function openPeragaChannel(options: PeragaOptions): Promise<PeragaChannel> {
  const { files, now, random } = options;
  const kept = await openChats(options.dir);
  const commandsByChat = new Map<string, readonly ChannelCommand[]>();
  const trouble = createTrouble();
  const link = new Link(options, kept);
  const deps = { ...kept, files, id: random.id, now, caps: CAPS };
  return {
    id: PERAGA_CHANNEL,
    nama: "Peraga",
    caps: CAPS,
    ponsel: createPonsel({
      ...deps,
      commands: (chat) => commandsByChat.get(chat) ?? [],
      acted: (ucapan) => link.push(ucapan),
      seen: (chat, idList) => link.seen(chat, idList),
    }),
    start: (sink) => link.start(sink),
    stop: (deadlineMs) => link.stop(deadlineMs),
    standBy: (_, there) => link.status.set(there, ELSEWHERE),
    status: () => link.status.get(),
    send: async (chat, content) => trouble.next() ?? send(deps, chat, content),
    edit: async (ref, content) => trouble.next() ?? edit(deps, ref, content),
    download: (file, maxByte) => download(files, file, Math.min(maxByte, CAPS.fileInMaxByte)),
    async setCommands(chat, commandList) {
      commandsByChat.set(chat, commandList);
    },
    failNext: (how) => trouble.failNext(how),
  };
}

const CAPS: Capabilities = {
  textMax: 4_096,
  captionMax: 1_024,
  choices: "buttons",
  choicesMax: 100,
  choiceTitleMax: 64,
  edit: true,
  fileOutMaxByte: 50_000_000,
  fileInMaxByte: 20_000_000,
  receipts: true,
  bulk: LAJU_BIASA,
  pace: { perSecond: 1_000, perChatMs: 0 },
};

async function download(
  files: FileStore,
  file: FileRef,
  maxByte: number,
): Promise<Uint8Array | { readonly gagal: "terlalu-besar" | "tak-terunduh" }> {
  const data = await files.get(file.id);
  if (data === null) return { gagal: "tak-terunduh" };
  return data.byteLength > maxByte ? { gagal: "terlalu-besar" } : data;
}
