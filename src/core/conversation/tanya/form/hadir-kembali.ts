import { wakilText } from "../../../../generated/teks.ts";
import { fill } from "../../../pesan/teks.ts";
import { kabarWakil } from "../../kabar-halangan.ts";
import type { DialogueOf } from "../../session.ts";
import { changeOffice, decline, emit, say, type Talk } from "../../talk.ts";
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
      const perubahan = { jenis: "hadir-kembali", halanganId } as const;
      const changed = changeOffice(talk, [perubahan]);
      if (changed.refusal !== null) {
        return decline(talk, changed.refusal.code, changed.refusal.data);
      }
      const told = say(changed.talk, { teks: fill(wakilText.kembaliDicatat, data) });
      return emit(told, ...kabarWakil(talk.world, perubahan, talk.pegawai.id));
    },
  };
}
