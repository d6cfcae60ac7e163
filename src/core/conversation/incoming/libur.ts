import { can } from "../../authorize.ts";
import { tahunDaftar } from "../../berkas-kantor/daftar-libur.ts";
import type { LiburMasuk } from "../../berkas-kantor/lembar-libur.ts";
import { closeDialogue, type Talk } from "../talk.ts";
import { start } from "../tanya/drive.ts";

/**
 * Takes a workbook with the free days of a year where it is theirs to load; what was answered about that
 * year stays. Null where something else is being answered, or it can only be evidence.
 */
export function liburMasuk(talk: Talk, { daftar }: LiburMasuk): Talk | null {
  const { dialogue } = talk.session;
  const open = dialogue?.jenis === "libur-tahun" ? dialogue : null;
  const tahun = open?.hal.tahun ?? tahunDaftar(daftar);
  const meant = dialogue === null || open !== null;
  if (!meant || tahun === null || !can(talk.pegawai, "ubah-libur")) return null;
  const jawaban = { ...open?.jawaban, daftar };
  return start(closeDialogue(talk), { jenis: "libur-tahun", hal: { tahun } }, { jawaban });
}
