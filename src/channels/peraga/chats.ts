import type { PonselPesan } from "../../app/ports/peraga.ts";
import type { RichText } from "../../core/pesan/pesan.ts";
import { plain } from "../../core/pesan/spans.ts";
import type { Entry, Ucapan } from "./entry.ts";

/** All chats as the journal's entries make them. Kept in memory, rebuilt from the journal at start. */
export class Chats {
  readonly #byId = new Map<string, PonselPesan>();
  readonly #idsByChat = new Map<string, string[]>();
  readonly #pending = new Map<string, Ucapan>();

  /** Takes the next entry in; answers the messages that are new or look different now. */
  apply(entry: Entry): readonly PonselPesan[] {
    switch (entry.jenis) {
      case "pesan":
        return [this.#put({ ...entry, jenis: "pesan", dari: "kantor", keadaan: "baru" })];
      case "ucapan":
        this.#pending.set(entry.id, entry);
        return [this.#put(bubbleOf(entry))];
      case "ubahan":
        return this.#change([entry.id], (old) => replaced(old, entry));
      case "diterima":
        this.#pending.delete(entry.id);
        return this.#change([entry.id], (old) => ({ ...old, keadaan: "diterima" }));
      case "dibaca":
        return this.#change(entry.idList, (old) => ({ ...old, keadaan: "dibaca" }));
    }
  }

  get(id: string): PonselPesan | undefined {
    return this.#byId.get(id);
  }

  /** The messages of a chat, oldest first. */
  list(chat: string): readonly PonselPesan[] {
    return (this.#idsByChat.get(chat) ?? []).flatMap((id) => this.#byId.get(id) ?? []);
  }

  /** What people did and the office has not stored yet, oldest first. */
  pending(): readonly Ucapan[] {
    return [...this.#pending.values()];
  }

  #put(pesan: PonselPesan): PonselPesan {
    this.#byId.set(pesan.id, pesan);
    const ids = this.#idsByChat.get(pesan.chat);
    if (ids === undefined) this.#idsByChat.set(pesan.chat, [pesan.id]);
    else ids.push(pesan.id);
    return pesan;
  }

  #change(
    idList: readonly string[],
    change: (old: PonselPesan) => PonselPesan,
  ): readonly PonselPesan[] {
    return idList.flatMap((id) => {
      const old = this.#byId.get(id);
      if (old === undefined) return [];
      const next = change(old);
      this.#byId.set(id, next);
      return [next];
    });
  }
}

/** What it said goes with how it was laid out. */
function replaced(
  old: PonselPesan,
  { teks, blok, pilihan }: Extract<Entry, { jenis: "ubahan" }>,
): PonselPesan {
  const { blok: _, ...rest } = old;
  return { ...rest, teks, ...(blok && { blok }), pilihan };
}

function bubbleOf({ id, chat, atMs, isi }: Ucapan): PonselPesan {
  return {
    id,
    chat,
    atMs,
    dari: "orang",
    jenis: isi.jenis === "ketuk" ? "ketukan" : "pesan",
    keadaan: "dikirim",
    teks: textOf(isi),
    pilihan: [],
    file: isi.jenis === "file" ? isi.file : null,
  };
}

function textOf(isi: Ucapan["isi"]): RichText {
  switch (isi.jenis) {
    case "teks":
      return plain(isi.teks);
    case "ketuk":
      return plain(isi.judul);
    case "file":
      return plain(isi.keterangan);
  }
}
