import type { ChannelCommand, OutgoingFile } from "../../app/ports/channel.ts";
import type { FileStore } from "../../app/ports/files.ts";
import type { Ponsel } from "../../app/ports/peraga.ts";
import type { Ucapan } from "./entry.ts";
import type { KeptChats } from "./kept-chats.ts";

export interface PonselDeps extends KeptChats {
  readonly files: FileStore;
  readonly commands: (chat: string) => readonly ChannelCommand[];
  readonly id: () => string;
  readonly now: () => number;
  /** What a person did is in the journal; the office may have it. */
  readonly acted: (ucapan: Ucapan) => void;
  /** These messages of the office were seen. */
  readonly seen: (chat: string, idList: readonly string[]) => Promise<void>;
}

/** More than this of a chat the page does not show. */
const LIST_MAX = 300;

/** The people's side of the simulator: what they see and what they do. */
export function createPonsel(deps: PonselDeps): Ponsel {
  const { chats, files } = deps;

  async function act(chat: string, isi: Ucapan["isi"]): Promise<void> {
    const ucapan: Ucapan = { jenis: "ucapan", id: deps.id(), chat, atMs: deps.now(), isi };
    await deps.keep(ucapan);
    deps.acted(ucapan);
  }

  return {
    list: (chat) => chats.list(chat).slice(-LIST_MAX),
    commands: (chat) => deps.commands(chat),
    say: (chat, teks) => act(chat, { jenis: "teks", teks }),
    async tap(chat, pesanId, token) {
      const pesan = chats.get(pesanId);
      const choice = pesan?.pilihan.flat().find(({ id }) => id === token);
      if (pesan?.chat !== chat || choice === undefined) return false;
      await act(chat, { jenis: "ketuk", token, judul: choice.judul });
      return true;
    },
    async upload(chat, { nama, mime, data }, keterangan) {
      await act(chat, { jenis: "file", file: await files.put(data, nama, mime), keterangan });
    },
    async read(chat) {
      const idList = chats
        .list(chat)
        .flatMap(({ id, keadaan }) => (keadaan === "baru" ? [id] : []));
      if (idList.length === 0) return;
      await deps.keep({ jenis: "dibaca", chat, idList });
      await deps.seen(chat, idList);
    },
    async file(pesanId): Promise<OutgoingFile | null> {
      const file = chats.get(pesanId)?.file ?? null;
      const data = file && (await files.get(file.hash));
      return file && data && { nama: file.nama, mime: file.mime, data };
    },
    watch: (listener) => deps.watch(listener),
  };
}
