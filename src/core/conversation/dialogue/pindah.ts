import { akunText } from "../../../generated/teks.ts";
import { can } from "../../authorize.ts";
import { pegawaiOf } from "../../engine/holders.ts";
import type { Pegawai, PegawaiId } from "../../kantor/schema.ts";
import type { Effect } from "../../pesan/effect.ts";
import { fill, paragraphs, type Teks } from "../../pesan/teks.ts";
import { pembacaOf, sayTo } from "../../pesan/ucap.ts";
import { ask, closeDialogue, decline, drawId, emit, say, type Talk } from "../talk.ts";
import type { World } from "../world.ts";
import type { DialogueHandler, DialogueOf } from "./handler.ts";
import { cancelDialogue } from "./leave.ts";
import { refuseBy } from "./refuse.ts";

type Pindah = DialogueOf<"pindah">;

/** A linked phone shows somebody else's invitation: asked once, then it is theirs. */
export const pindah: DialogueHandler<"pindah"> = {
  start: (talk, undangan) => {
    const { talk: drawn, id } = drawId(talk);
    return again(drawn, { jenis: "pindah", id, ...undangan }, []);
  },
  onText: (talk, dialogue) => refuse(talk, dialogue, "bukan-pilihan"),
  onChoice: (talk, dialogue, pilihan) => {
    if (pilihan === "batal") return cancelDialogue(talk);
    return pilihan === "pindahkan" ? move(talk, dialogue) : refuse(talk, dialogue, "bukan-pilihan");
  },
  onFile: (talk, dialogue) => refuse(talk, dialogue, "bukan-waktunya-berkas"),
  again,
};

function again(talk: Talk, dialogue: Pindah, kepala: Teks): Talk {
  const baru = pegawaiOf(talk.world.kantor, dialogue.pegawaiId);
  if (baru === undefined) return decline(closeDialogue(talk), "kode-kedaluwarsa");
  const names = { lama: talk.pegawai.jabatan, baru: baru.jabatan };
  return ask(talk, dialogue, {
    teks: paragraphs(kepala, fill(akunText.tanyaPindah, names)),
    pilihan: [
      [
        { id: "pindahkan", judul: akunText.pindahkan },
        { id: "batal", judul: akunText.tidakPindah },
      ],
    ],
  });
}

/** The invitation is looked at once more: it may have expired or been used since it was shown. */
function move(talk: Talk, { undanganId, pegawaiId, berlakuSampaiMs }: Pindah): Talk {
  const { world, pegawai: lama } = talk;
  const closed = closeDialogue(talk);
  const baru = pegawaiOf(world.kantor, pegawaiId);
  if (!world.undanganTerbuka.has(undanganId)) return decline(closed, "kode-terpakai");
  if (baru === undefined || berlakuSampaiMs < world.nowMs)
    return decline(closed, "kode-kedaluwarsa");
  const names = { lama: lama.jabatan, baru: baru.jabatan, kantor: world.kantor.nama };
  const moved = emit(
    say(closed, { teks: fill(akunText.pindah, names) }),
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
  return emit(moved, ...told(talk, lama, baru).map((id) => tell(talk.world, id, names, lama.id)));
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
): Effect => ({
  kind: "pesan",
  kepada: { ke: "pegawai", pegawaiId },
  prioritas: "tugas",
  pesan: sayTo(pembacaOf(world, pegawaiId), {
    teks: fill(pegawaiId === lama ? akunText.pindahLama : akunText.pindahAdmin, names),
  }),
});

const refuse = refuseBy(again);
