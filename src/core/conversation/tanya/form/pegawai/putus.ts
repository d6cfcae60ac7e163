import { kepegawaianText } from "../../../../../generated/teks.ts";
import { pegawaiOf } from "../../../../engine/holders.ts";
import type { PegawaiId } from "../../../../kantor/schema.ts";
import type { Effect } from "../../../../pesan/effect.ts";
import { fill } from "../../../../pesan/teks.ts";
import { makeCode } from "../../../command/undang.ts";
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
      const unlinked = emit(talk, ...putusEffects(talk, pegawai.id));
      const { talk: invited, kode, waktu } = makeCode(unlinked, pegawai.id);
      return say(invited, { teks: fill(kepegawaianText.diputus, { jabatan, kode, waktu }) });
    },
  };
}

/** Unlinks every account of somebody else, each with its entry in the log. */
export const putusEffects = ({ world, pegawai }: Talk, pegawaiId: PegawaiId): readonly Effect[] =>
  world.akunList
    .filter((akun) => akun.pegawaiId === pegawaiId)
    .flatMap(({ id: akunId, saluran }): readonly Effect[] => [
      { kind: "putuskan", pegawaiId, akunId },
      {
        kind: "catat",
        jenis: "akun-diputuskan",
        berkasId: null,
        oleh: pegawai.id,
        data: { untuk: pegawaiId, dari: saluran },
      },
    ]);
