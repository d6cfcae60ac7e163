import { closeDialogue, decline, type Talk } from "../talk.ts";
import { start } from "../tanya/drive.ts";
import type { Masukan } from "../world.ts";

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
  const hal = { undanganId: id, pegawaiId, berlakuSampaiMs };
  return start(closeDialogue(talk), { jenis: "pindah", hal });
}
