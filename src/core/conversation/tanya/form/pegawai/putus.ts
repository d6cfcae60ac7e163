import { kepegawaianText } from "../../../../../generated/teks.ts";
import { pegawaiOf } from "../../../../engine/holders.ts";
import { fill, lines } from "../../../../pesan/teks.ts";
import { makeCode } from "../../../command/undang.ts";
import { putusEffects } from "../../../putus.ts";
import type { DialogueOf } from "../../../session.ts";
import { emit, say, type Talk } from "../../../talk.ts";
import { batal, choiceField, offer, over, selesai } from "../../declare.ts";
import type { Form } from "../../field.ts";

/** Somebody's phone is lost, stolen or replaced: nothing of it counts any more, and they are invited anew. */
export function putusAkun({ world }: Talk, { hal }: DialogueOf<"putus-akun">): Form {
  const pegawai = pegawaiOf(world.kantor, hal.pegawaiId);
  if (pegawai === undefined) return over("pegawai-tidak-ada");
  const akun = world.akunList.filter(({ pegawaiId }) => pegawaiId === pegawai.id).length;
  if (akun === 0) return over("akun-tidak-ada");
  const { jabatan } = pegawai;
  return {
    fields: [
      choiceField("pasti", () => ({
        teks: fill(kepegawaianText.tanyaPutus, { jabatan, akun }),
        pilihan: [[offer("ya", kepegawaianText.yaPutus, selesai), batal]],
      })),
    ],
    finish: (talk) => {
      const unlinked = emit(talk, ...putusEffects(talk.world, pegawai.id, talk.pegawai.id));
      const { talk: invited, kode, waktu, tautan } = makeCode(unlinked, pegawai.id);
      const teks = lines(fill(kepegawaianText.diputus, { jabatan, kode, waktu }), tautan);
      return say(invited, { teks });
    },
  };
}
