import { wakilText } from "../../../../generated/teks.ts";
import { fill } from "../../../pesan/teks.ts";
import { toLocal } from "../../../waktu/instant.ts";
import { addDays } from "../../../waktu/tanggal.ts";
import { kabarHalangan } from "../../kabar-halangan.ts";
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
  const { tanggal } = toLocal(world.nowMs, world.kantor.zonaWaktu);
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
      const told = say(changed.talk, { teks: fill(wakilText.kembaliDicatat, data) });
      const usai = { ...one, sampai: addDays(tanggal, -1) };
      // What was taken back before it began has nothing to be told of.
      return one.mulai > tanggal
        ? told
        : emit(told, ...kabarHalangan(told.world, usai, talk.pegawai.id));
    },
  };
}
