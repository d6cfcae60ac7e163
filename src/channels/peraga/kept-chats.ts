import type { PonselPesan } from "../../app/ports/peraga.ts";
import { Chats } from "./chats.ts";
import type { Entry } from "./entry.ts";
import { openJournal } from "./journal.ts";

/** The chats together with the journal that makes them outlast the process. */
export interface KeptChats {
  readonly chats: Pick<Chats, "get" | "list" | "pending">;
  /** Puts an entry into the journal, then into the chats, then tells the watchers. */
  keep(entry: Entry): Promise<void>;
  watch(listener: (pesan: PonselPesan) => void): () => void;
}

export async function openChats(dir: string): Promise<KeptChats> {
  const journal = await openJournal(dir);
  const chats = new Chats();
  const listeners = new Set<(pesan: PonselPesan) => void>();
  for (const entry of journal.entryList) chats.apply(entry);
  return {
    chats,
    async keep(entry) {
      await journal.append(entry);
      for (const pesan of chats.apply(entry)) for (const tell of listeners) tell(pesan);
    },
    watch(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
