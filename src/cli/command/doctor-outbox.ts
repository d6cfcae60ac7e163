import type { CliIo } from "../io.ts";
import { withStore } from "../with-store.ts";
import { lettersOf } from "./outbox.ts";

/** More than so many are not named one by one. */
const DISEBUT = 10;

/** Whether a message was given up, and to whom. */
export function checkOutbox(io: CliIo): Promise<string> {
  return withStore(io, async ({ store }) => {
    const letters = await lettersOf(store, ["gagal"]);
    if (letters.length === 0) return "tidak ada";
    const named = letters
      .slice(0, DISEBUT)
      .map(({ id, penerima, sebab }) => `${id} kepada ${penerima} (${sebab})`);
    const more = letters.length > DISEBUT ? `; dan ${letters.length - DISEBUT} lagi` : "";
    throw new Error(
      `${letters.length} pesan tidak sampai: ${named.join("; ")}${more}. Lihat: sopir outbox list`,
    );
  });
}
