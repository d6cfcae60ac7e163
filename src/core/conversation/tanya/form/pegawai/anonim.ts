import { kepegawaianText } from "../../../../../generated/teks.ts";
import { fill } from "../../../../pesan/teks.ts";
import { bekasPegawai } from "../../../bekas.ts";
import type { DialogueOf } from "../../../session.ts";
import { changeOffice, decline, say, type Talk } from "../../../talk.ts";
import { batal, choiceField, offer, over, selesai } from "../../declare.ts";
import type { Form } from "../../field.ts";

/** Somebody who left is forgotten by name; what stays is said before it is done. */
export function pegawaiAnonim({ world }: Talk, { hal }: DialogueOf<"pegawai-anonim">): Form {
  const bekas = bekasPegawai(world.kantor).find(({ id }) => id === hal.pegawaiId);
  if (bekas === undefined) return over("pegawai-tidak-ada");
  const { nama } = bekas;
  return {
    fields: [
      choiceField("pratinjau", () => ({
        teks: fill(kepegawaianText.pratinjauAnonim, { nama }),
        pilihan: [[offer("ya", kepegawaianText.yaAnonim, selesai), batal]],
      })),
    ],
    antrean: () => [],
    akhir: () => "pratinjau",
    finish: (closed) => {
      const perubahan = { jenis: "anonim", pegawaiId: hal.pegawaiId } as const;
      const { talk, refusal } = changeOffice(closed, [perubahan]);
      return refusal === null
        ? say(talk, { teks: kepegawaianText.dianonimkan })
        : decline(closed, refusal.code, refusal.data);
    },
  };
}
