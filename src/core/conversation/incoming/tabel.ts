import { indikatorWait } from "../../engine/holders.ts";
import type { TabelMasuk } from "../../kinerja/format/index.ts";
import { matchTabel } from "../../kinerja/format/tabel.ts";
import type { Indikator } from "../../kinerja/indikator.ts";
import { sheetsOf } from "../command/isi.ts";
import { waitOf } from "../session.ts";
import { closeDialogue, decline, type Talk } from "../talk.ts";
import { start } from "../tanya/drive.ts";
import type { FileMasuk } from "../tanya/field.ts";
import { provedKode } from "../tanya/form/isian/place.ts";
import { sheetOf } from "../tanya/form/isian/sheet.ts";

/**
 * Shows what of a table that is no sheet of ours could be taken, and asks. Null where it has nothing
 * to say, where its caption calls it evidence, or where something else is being answered.
 */
export function tabelMasuk(talk: Talk, file: FileMasuk, { tabelList }: TabelMasuk): Talk | null {
  const { dialogue } = talk.session;
  if (dialogue !== null && dialogue.jenis !== "isian" && dialogue.jenis !== "tabel") return null;
  const sheets = sheetsOf(talk.world, talk.pegawai);
  const first = sheets.filter(({ wait }) => wait.id === waitOf(dialogue));
  for (const { berkas, wait } of [...first, ...sheets]) {
    const own = indikatorWait(berkas.state, wait);
    if (captionKode(own, file.keterangan) !== undefined) return null;
    const found = tabelList.flatMap((one) => matchTabel(one, own, berkas.state.periode) ?? []);
    const [tabel, another] = found;
    if (another !== undefined) return decline(talk, "format-ganda");
    if (tabel === undefined) continue;
    const sheet = sheetOf(talk.world, wait.id);
    const kode = sheet === null || dialogue?.jenis !== "isian" ? null : provedKode(sheet, dialogue);
    const hal = { waitId: wait.id, bukti: file.bukti, kode, tabel };
    return start(closeDialogue(talk), { jenis: "tabel", hal });
  }
  return null;
}

/** The kode a caption names, by itself or by its indikator. */
export function captionKode(
  indikatorList: readonly Indikator[],
  keterangan: string,
): string | undefined {
  const said = keterangan.toLowerCase();
  const words = said.split(/[\s,;:]+/);
  return indikatorList.find(
    ({ kode, nama }) => words.includes(kode.toLowerCase()) || said.includes(nama.toLowerCase()),
  )?.kode;
}
