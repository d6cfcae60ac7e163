import { wakilText } from "../../../../generated/teks.ts";
import { fill } from "../../../pesan/teks.ts";
import type { DialogueOf } from "../../session.ts";
import { changeOffice, decline, say, type Talk } from "../../talk.ts";
import { dataHalangan, halanganTerbuka } from "../../wakil.ts";
import { batal, choiceField, offer, over, selesai } from "../declare.ts";
import type { Form } from "../field.ts";

/** Whoever was away is back, or whoever stands in does so no more. */
export function hadirKembali({ world }: Talk, { hal }: DialogueOf<"hadir-kembali">): Form {
  const { halanganId } = hal;
  const one = halanganTerbuka(world).find(({ id }) => id === halanganId);
  if (one === undefined) return over("halangan-usai");
  const data = dataHalangan(one);
  return {
    fields: [
      choiceField("pasti", () => ({
        teks: fill(wakilText.tanyaKembali, data),
        pilihan: [[offer("ya", wakilText.yaKembali, selesai), batal]],
      })),
    ],
    finish: (talk) => {
      const changed = changeOffice(talk, [{ jenis: "hadir-kembali", halanganId }]);
      if (changed.refusal !== null) {
        return decline(talk, changed.refusal.code, changed.refusal.data);
      }
      return say(changed.talk, { teks: fill(wakilText.kembaliDicatat, data) });
    },
  };
}
