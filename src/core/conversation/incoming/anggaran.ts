import { can } from "../../authorize.ts";
import type { TabelMasuk } from "../../kinerja/format/index.ts";
import { programDariTabel } from "../../kinerja/format/tabel-anggaran.ts";
import { tahunAnggaran } from "../anggaran.ts";
import { closeDialogue, type Talk } from "../talk.ts";
import { start } from "../tanya/drive.ts";

/**
 * Takes a workbook with the programs of a year from whoever may give them. Null where it holds no budget, or
 * something else is being answered.
 */
export function anggaranMasuk(talk: Talk, { tabelList }: TabelMasuk): Talk | null {
  const { dialogue } = talk.session;
  const open = dialogue?.jenis === "anggaran" ? dialogue : null;
  if ((dialogue !== null && open === null) || !can(talk.pegawai, "isi-anggaran")) return null;
  const [teks] = tabelList.flatMap((one) => programDariTabel(one) ?? []);
  if (teks === undefined) return null;
  const tahun = open?.hal.tahun ?? tahunAnggaran(talk.world);
  return start(closeDialogue(talk), { jenis: "anggaran", hal: { tahun } }, { teks });
}
