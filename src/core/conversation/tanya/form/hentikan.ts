import { mejaText } from "../../../../generated/teks.ts";
import { sebutPeriode } from "../../../pesan/periode.ts";
import { fill } from "../../../pesan/teks.ts";
import type { DialogueOf } from "../../session.ts";
import { decline, say, settle, type Talk } from "../../talk.ts";
import { over, sentenceField } from "../declare.ts";
import type { Form } from "../field.ts";

/** Why a running berkas is given up; everybody it waits for is told. */
export function hentikan({ world, pegawai }: Talk, { hal, jawaban }: DialogueOf<"hentikan">): Form {
  const berkas = world.berkasById.get(hal.berkasId);
  if (berkas?.state.status !== "berjalan") return over("berkas-selesai");
  const periode = sebutPeriode(berkas.state.periode);
  return {
    fields: [
      sentenceField("alasan", () =>
        fill(mejaText.tanyaHentikan, { periode, sop: berkas.sop.nama }),
      ),
    ],
    finish: (talk) => {
      const event = { kind: "batal", oleh: pegawai.id, alasan: jawaban["alasan"] ?? "" } as const;
      const { talk: settled, refusal } = settle(talk, berkas, event);
      return refusal === null
        ? say(settled, { teks: fill(mejaText.dihentikan, { periode }) })
        : decline(settled, refusal.code, refusal.data);
    },
  };
}
