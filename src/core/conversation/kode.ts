import { dialogues } from "./dialogue/index.ts";
import { closeDialogue, decline, type Talk } from "./talk.ts";
import type { Masukan } from "./world.ts";

/** A linked phone shows a code: it is asked whether the phone is to be somebody else's from now on. */
export function onKode(
  talk: Talk,
  undangan: Extract<Masukan, { readonly jenis: "kode" }>["undangan"],
): Talk {
  if (typeof undangan === "string") return decline(talk, undangan);
  const { id, pegawaiId, berlakuSampaiMs } = undangan;
  if (pegawaiId === null) {
    const { nama } = talk.world.kantor;
    return decline(talk, "kode-kantor-lain", { jabatan: talk.pegawai.jabatan, kantor: nama });
  }
  return dialogues.pindah.start(closeDialogue(talk), {
    undanganId: id,
    pegawaiId,
    berlakuSampaiMs,
  });
}
