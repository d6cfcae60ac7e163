import { suntinganText } from "../../../generated/teks.ts";
import { compareNaskah } from "../../dokumen/beda-naskah.ts";
import { isAboutLaporan, langkahOf } from "../../engine/holders.ts";
import type { Naskah, NaskahId } from "../../engine/state.ts";
import type { BerkasTerbuka } from "../../engine/turn.ts";
import type { Bukti } from "../../formulir/nilai.ts";
import { perubahanText, terbukaText } from "../../pesan/suntingan.ts";
import { fill } from "../../pesan/teks.ts";
import { closeDialogue, decline, say, type Talk } from "../talk.ts";
import { start } from "../tanya/drive.ts";
import type { FileMasuk } from "../tanya/field.ts";
import type { Task } from "../tugas/find.ts";
import { holderText } from "../tugas/position.ts";
import { type Suntingan, takeSuntingan } from "../tugas/suntingan.ts";
import { tugasOf } from "../tugas/tugas.ts";
import type { NaskahMasuk } from "./isi-berkas.ts";

/**
 * Takes a Word file as the next version of the report on this person's desk. One that was made from
 * an earlier version, or is none of ours, is asked about first. Null where no report of theirs can be
 * meant: it is evidence then, like any other file.
 */
export function naskahMasuk(talk: Talk, { bukti }: FileMasuk, isi: NaskahMasuk): Talk | null {
  if (isi.tanda === null) return strangeFile(talk, bukti, isi);
  const origin = findNaskah(talk, isi.tanda);
  if (origin === null) return decline(talk, "naskah-asing");
  const { berkas, naskah } = origin;
  if (naskah.jenis !== "laporan") {
    return decline(talk, "naskah-bukan-laporan", { nama: naskah.nama });
  }
  if (berkas.state.status !== "berjalan") return decline(talk, "berkas-selesai");
  const desk = desksOf(talk).find((one) => one.berkas.state.id === berkas.state.id);
  return desk === undefined
    ? decline(talk, "bukan-pelaksana", { giliran: holderText(talk.world.kantor, berkas) })
    : ownVersion(talk, desk, { bukti, isi, naskah });
}

/** A Word file of somebody's own: only where one report waits, and nothing else is being answered. */
function strangeFile(talk: Talk, bukti: Bukti, isi: NaskahMasuk): Talk | null {
  const [desk, another] = talk.session.dialogue === null ? desksOf(talk) : [];
  if (desk === undefined || another !== undefined) return null;
  const suntingan = suntinganOf(bukti, isi, null);
  return askVersion(talk, desk, suntingan, null);
}

interface Asal {
  readonly bukti: Bukti;
  readonly isi: NaskahMasuk;
  readonly naskah: Naskah;
}

function ownVersion(talk: Talk, desk: Task, { bukti, isi, naskah }: Asal): Talk {
  const beda = isi.dasar === null ? null : compareNaskah(isi.dasar, isi.alineaList);
  const suntingan = suntinganOf(bukti, isi, beda === null ? null : perubahanText(beda));
  const asal = naskah.sebutan ?? naskah.nama;
  const current = desk.berkas.state.draf?.naskahId === naskah.id;
  if (current && beda?.perubahanList.length === 0) {
    const komentar = isi.terbuka.komentar > 0 ? suntinganText.samaKomentar : "";
    return say(talk, { teks: fill(suntinganText.sama, { sebutan: asal, komentar }) });
  }
  const closed = closeDialogue(talk);
  return current && suntingan.terbuka === undefined
    ? takeSuntingan(closed, desk, suntingan)
    : askVersion(closed, desk, suntingan, asal);
}

const askVersion = (talk: Talk, { wait }: Task, suntingan: Suntingan, asal: string | null): Talk =>
  start(talk, { jenis: "suntingan", hal: { waitId: wait.id, ...suntingan, asal } });

function suntinganOf(bukti: Bukti, isi: NaskahMasuk, perubahan: string | null): Suntingan {
  const terbuka = terbukaText(isi.terbuka);
  return { bukti, perubahan, ...(terbuka !== null && { terbuka }) };
}

/** The desks of this person a report lies on. */
export const desksOf = ({ world, pegawai }: Talk): readonly Task[] =>
  tugasOf(world, pegawai).filter(
    ({ berkas, wait }) =>
      wait.macam === "meja" &&
      berkas.state.draf !== null &&
      isAboutLaporan(langkahOf(berkas.sop, wait.langkahNo)),
  );

function findNaskah(
  { world }: Talk,
  id: NaskahId,
): { readonly berkas: BerkasTerbuka; readonly naskah: Naskah } | null {
  for (const berkas of world.berkasById.values()) {
    const naskah = berkas.state.naskahList.find((one) => one.id === id);
    if (naskah !== undefined) return { berkas, naskah };
  }
  return null;
}
