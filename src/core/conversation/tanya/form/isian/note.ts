import { isianText } from "../../../../../generated/teks.ts";
import { formatAngka } from "../../../../kinerja/angka/tulis.ts";
import { fill, type Teks } from "../../../../pesan/teks.ts";
import { lewati, offer, tanya } from "../../declare.ts";
import type { Asked } from "../../field.ts";
import { frasaOffers } from "./frasa.ts";
import { barisOf, previousCapaian, recordedOf, rowOf, type Sheet } from "./sheet.ts";

/** Asks what stood in the way; `antrean` is asked where the figure itself is to be typed anew. */
export const askNote = (sheet: Sheet, kode: string, antrean: readonly string[]): Asked => ({
  teks: noteText(sheet, kode),
  pilihan: [
    ...frasaOffers(sheet, kode, "keterangan"),
    [offer("ulang", isianText.perbaikiAngka, tanya(...antrean))],
  ],
});

/** Asks for the evidence an indikator cannot be sent without. */
export const askBukti = (sheet: Sheet, kode: string): Asked => ({
  teks: fill(isianText.buktiMinta, { nama: rowOf(sheet, kode).indikator.nama }),
  pilihan: [[offer("nanti", isianText.buktiNanti, lewati)]],
});

function noteText(sheet: Sheet, kode: string): Teks {
  const { indikator } = rowOf(sheet, kode);
  const { nama } = indikator;
  const isian = recordedOf(sheet, kode)?.isian;
  const baris = isian === undefined ? null : barisOf(sheet, indikator, isian);
  const persen = baris?.capaianPersen ?? null;
  if (persen === null) return fill(isianText.penghambatUmum, { nama });
  const before = previousCapaian(sheet, indikator);
  const { ambangPerhatianPersen } = sheet.world.kantor.tampilan;
  if (persen >= ambangPerhatianPersen && before !== null) {
    return fill(isianText.penghambatTurun, {
      nama,
      lalu: formatAngka(before),
      persen: formatAngka(persen),
    });
  }
  return fill(isianText.penghambatRendah, {
    nama,
    persen: formatAngka(persen),
    kategori: baris?.kategori ?? "",
  });
}
