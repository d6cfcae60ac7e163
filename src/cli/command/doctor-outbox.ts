import type { CliIo } from "../io.ts";
import { withStore } from "../with-store.ts";
import { disebut } from "./disebut.ts";
import { lettersOf } from "./outbox.ts";

/** Whether a message was given up, and to whom. */
export function checkOutbox(io: CliIo): Promise<string> {
  return withStore(io, async ({ store }) => {
    const letters = await lettersOf(store, ["gagal"]);
    if (letters.length === 0) return "tidak ada";
    const named = disebut(
      letters,
      ({ id, penerima, sebab }) => `${id} kepada ${penerima} (${sebab})`,
    );
    throw new Error(`${letters.length} pesan tidak sampai: ${named}. Lihat: sopir outbox list`);
  });
}
