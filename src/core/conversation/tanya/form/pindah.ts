import { akunText } from "../../../../generated/teks.ts";
import { can } from "../../../authorize.ts";
import { pegawaiOf } from "../../../engine/holders.ts";
import type { Pegawai, PegawaiId } from "../../../kantor/schema.ts";
import type { Effect } from "../../../pesan/effect.ts";
import { toldAs } from "../../../pesan/say.ts";
import { fill } from "../../../pesan/teks.ts";
import type { DialogueOf } from "../../session.ts";
import { decline, emit, say, type Talk } from "../../talk.ts";
import type { World } from "../../world.ts";
import { batal, choiceField, offer, over, selesai } from "../declare.ts";
import type { Form } from "../field.ts";

/** A linked phone shows somebody else's invitation: asked once, then it is theirs. */
export function pindah({ world, pegawai }: Talk, { hal }: DialogueOf<"pindah">): Form {
  const baru = pegawaiOf(world.kantor, hal.pegawaiId);
  if (baru === undefined) return over("kode-kedaluwarsa");
  const names = { lama: pegawai.jabatan, baru: baru.jabatan };
  return {
    fields: [
      choiceField("pindahkan", () => ({
        teks: fill(akunText.tanyaPindah, names),
        pilihan: [
          [
            offer("pindahkan", akunText.pindahkan, selesai),
            { ...batal, judul: akunText.tidakPindah },
          ],
        ],
      })),
    ],
    finish: (talk) => move(talk, baru, hal),
  };
}

/** The invitation is looked at once more: it may have expired or been used since it was shown. */
function move(
  talk: Talk,
  baru: Pegawai,
  { undanganId, pegawaiId, berlakuSampaiMs }: DialogueOf<"pindah">["hal"],
): Talk {
  const { world, pegawai: lama } = talk;
  if (!world.undanganTerbuka.has(undanganId)) return decline(talk, "kode-terpakai");
  if (berlakuSampaiMs < world.nowMs) return decline(talk, "kode-kedaluwarsa");
  const names = { lama: lama.jabatan, baru: baru.jabatan, kantor: world.kantor.nama };
  const moved = emit(
    say(talk, { teks: fill(akunText.pindah, names) }),
    { kind: "putuskan", pegawaiId: lama.id },
    { kind: "hubungkan", pegawaiId, undanganId },
    {
      kind: "catat",
      jenis: "akun-dipindahkan",
      berkasId: null,
      oleh: lama.id,
      data: { undangan: undanganId, dari: lama.id, ke: pegawaiId },
    },
  );
  return emit(moved, ...told(talk, lama, baru).map((id) => tell(world, id, names, lama.id)));
}

/** Whose phone it was, on any other account, and the admins, who may have to invite them anew. */
const told = ({ world, akunId }: Talk, lama: Pegawai, baru: Pegawai): readonly PegawaiId[] => {
  const elsewhere = world.akunList.some(
    ({ id, pegawaiId }) => pegawaiId === lama.id && id !== akunId,
  );
  const admins = world.kantor.pegawaiList.filter((one) => can(one, "undang")).map(({ id }) => id);
  const others = admins.filter((id) => id !== lama.id && id !== baru.id);
  return elsewhere ? [lama.id, ...others] : others;
};

const tell = (
  world: World,
  pegawaiId: PegawaiId,
  names: { readonly lama: string; readonly baru: string },
  lama: PegawaiId,
): Effect =>
  toldAs(
    world,
    { kepada: pegawaiId, prioritas: "tugas" },
    { teks: fill(pegawaiId === lama ? akunText.pindahLama : akunText.pindahAdmin, names) },
  );
