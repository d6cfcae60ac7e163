import { kepegawaianText } from "../../../../../generated/teks.ts";
import { pegawaiOf } from "../../../../engine/holders.ts";
import { peranSendiri } from "../../../../kantor/pegawai.ts";
import type { Perubahan } from "../../../../kantor/perubahan.ts";
import { fill } from "../../../../pesan/teks.ts";
import type { DialogueOf } from "../../../session.ts";
import { changeOffice, decline, say, type Talk } from "../../../talk.ts";
import { batal, choiceField, offer, over, selesai, sentenceField } from "../../declare.ts";
import type { Form } from "../../field.ts";
import { PERAN, peranDari, readPeran } from "./peran.ts";

/** Somebody's office or roles become others. */
export function pegawaiUbah(talk: Talk, { hal, jawaban }: DialogueOf<"pegawai-ubah">): Form {
  const pegawai = pegawaiOf(talk.world.kantor, hal.pegawaiId);
  if (pegawai === undefined) return over("pegawai-tidak-ada");
  const { jabatan } = pegawai;
  const baru = jawaban["baru"] ?? "";
  const own = peranSendiri(pegawai).join(", ");
  const lama = hal.apa === "jabatan" ? jabatan : own;
  const field =
    hal.apa === "jabatan"
      ? sentenceField("baru", () => fill(kepegawaianText.tanyaJabatanBaru, { jabatan }))
      : {
          ...sentenceField("baru", () =>
            fill(kepegawaianText.tanyaPeranBaru, { jabatan, lama: own, peran: PERAN }),
          ),
          read: readPeran,
        };
  const shown = hal.apa === "jabatan" ? baru : peranDari(baru).join(", ");
  return {
    fields: [
      field,
      choiceField("pratinjau", () => ({
        teks: fill(kepegawaianText.pratinjauUbah, { jabatan, lama, baru: shown }),
        pilihan: [[offer("ya", kepegawaianText.ya, selesai), batal]],
      })),
    ],
    antrean: () => ["baru"],
    akhir: () => "pratinjau",
    finish: (closed) => {
      const perubahan: Perubahan = {
        jenis: "ubah",
        pegawaiId: pegawai.id,
        ...(hal.apa === "jabatan" ? { jabatan: baru } : { peran: peranDari(baru) }),
      };
      const changed = changeOffice(closed, [perubahan]);
      if (changed.refusal !== null) {
        return decline(closed, changed.refusal.code, changed.refusal.data);
      }
      const now = pegawaiOf(changed.talk.world.kantor, pegawai.id)?.jabatan ?? jabatan;
      return say(changed.talk, { teks: fill(kepegawaianText.diubah, { jabatan: now }) });
    },
  };
}
