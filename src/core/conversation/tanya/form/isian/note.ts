import { isianText } from "../../../../../generated/teks.ts";
import { formatAngka } from "../../../../kinerja/angka/tulis.ts";
import { fill, type Teks } from "../../../../pesan/teks.ts";
import { inPlainWords, type Pembaca, pembacaOf } from "../../../../pesan/ucap.ts";
import { readSentence } from "../../../incoming/sentence.ts";
import { lewati, offer, sentence, tanya } from "../../declare.ts";
import type { Asked } from "../../field.ts";
import { barisOf, previousCapaian, previousOf, recordedOf, rowOf, type Sheet } from "./sheet.ts";

/** Three fit a small screen; more would be read by nobody. */
const FRASA_PALING_BANYAK = 3;
/** A longer sentence does not fit a button. */
const FRASA_PALING_PANJANG = 60;

/**
 * Asks what stood in the way; the unit's own last sentence is the first one offered. `antrean` is asked
 * where the figure itself is to be typed anew.
 */
export function askNote(sheet: Sheet, kode: string, antrean: readonly string[]): Asked {
  const last = previousOf(sheet, kode).realisasi?.keterangan ?? null;
  const own = last !== null && last.length <= FRASA_PALING_PANJANG ? [last] : [];
  const frasa = Object.values(isianText.frasa).map((one) => inPlainWords(unitOf(sheet), one));
  const offered = [...new Set([...own, ...frasa])].slice(0, FRASA_PALING_BANYAK);
  return {
    teks: noteText(sheet, kode),
    pilihan: [
      ...offered.map((judul, index) => [
        offer(`frasa-${index + 1}`, judul, sentence(readSentence(judul))),
      ]),
      [offer("ulang", isianText.perbaikiAngka, tanya(...antrean))],
    ],
  };
}

const unitOf = ({ world, wait: { pemegang } }: Sheet): Pembaca =>
  pembacaOf(world, pemegang.jenis === "pegawai" ? pemegang.pegawaiId : null);

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
