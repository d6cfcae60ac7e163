import type { Jawaban, Jejak } from "../../core/conversation/jejak.ts";
import type { Outcome } from "../../core/conversation/world.ts";
import type { Deps } from "../deps.ts";
import type { JejakRow } from "../ports/rows.ts";
import { sidikOf } from "./sidik.ts";
import type { Turn } from "./turn.ts";

/** What each message of a turn led to; of a secret not even a fingerprint is kept. */
export function jejakRows(
  { random }: Pick<Deps, "random">,
  { eventList, masukan }: Turn,
  { jejak, ditolak }: Outcome,
): readonly JejakRow[] {
  const silent = masukan.jenis === "ralat" && masukan.teks === null;
  if (silent || masukan.jenis === "hapus" || ditolak === "passphrase") return [];
  const before = masukan.jenis === "ralat" ? (masukan.jejak?.jawaban ?? []) : [];
  return eventList.flatMap((event) => {
    const externalId = event.type === "edited" ? event.of : event.messageId;
    return externalId === undefined
      ? []
      : [
          {
            address: event.from,
            externalId,
            sidik: sidikOf(random, event),
            ...after(before, jejak),
          },
        ];
  });
}

/** What an edit set comes on top of what the message set when it came. */
const after = (before: readonly Jawaban[], { jawaban, pertanyaan }: Jejak): Jejak => ({
  pertanyaan,
  jawaban: [
    ...new Map([...jawaban, ...before].map((one) => [`${one.bagian} ${one.kode}`, one])).values(),
  ],
});
