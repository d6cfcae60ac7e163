import { isianText } from "../../../../../generated/teks.ts";
import { jenisPeriode, Periode } from "../../../../kinerja/periode.ts";
import { inPlainWords, pembacaOf } from "../../../../pesan/ucap.ts";
import { readSentence } from "../../../incoming/sentence.ts";
import type { BagianUraian } from "../../../jejak.ts";
import { offer, sentence } from "../../declare.ts";
import type { Asked } from "../../field.ts";
import { recordedOf, type Sheet } from "./sheet.ts";

/** What is told of a figure in a sentence. */
type BagianKalimat = Exclude<BagianUraian, "pelaksanaan">;

/** Three fit a small screen; more would be read by nobody. */
const FRASA_PALING_BANYAK = 3;
/** Of earlier periods, so that at least one general phrase is offered beside them. */
const FRASA_SENDIRI_PALING_BANYAK = 2;
/** A longer sentence does not fit a button. */
const FRASA_PALING_PANJANG = 60;

/** Offers what is recorded, then what the unit said of this indikator before, then general phrases. */
export function frasaOffers(sheet: Sheet, kode: string, bagian: BagianKalimat): Asked["pilihan"] {
  const { pemegang } = sheet.wait;
  const pembaca = pembacaOf(sheet.world, pemegang.jenis === "pegawai" ? pemegang.pegawaiId : null);
  const umum = Object.values(frasaUmum[bagian]).map((one) => inPlainWords(pembaca, one));
  const offered = [...new Set([...ownFrasa(sheet, kode, bagian), ...umum])];
  return offered
    .slice(0, FRASA_PALING_BANYAK)
    .map((judul, index) => [offer(`frasa-${index + 1}`, judul, sentence(readSentence(judul)))]);
}

const frasaUmum = {
  keterangan: isianText.frasa,
  tindakLanjut: isianText.frasaTindakLanjut,
  pendukung: isianText.frasaPendukung,
} as const;

/** The newest first. */
function ownFrasa(sheet: Sheet, kode: string, bagian: BagianKalimat): readonly string[] {
  const { periode } = sheet.berkas.state;
  const recorded = recordedOf(sheet, kode);
  const past = Object.entries(sheet.world.realisasi[kode] ?? {})
    .filter(([one]) => one < periode && jenisPeriode(Periode.parse(one)) === jenisPeriode(periode))
    .toSorted(([a], [b]) => (a < b ? 1 : -1))
    .map(([, figure]) => figure);
  const said = [recorded, ...past].flatMap((figure) => {
    const sentence = bagian === "keterangan" ? figure?.keterangan : figure?.narasi?.[bagian];
    return sentence && sentence.length <= FRASA_PALING_PANJANG ? [sentence] : [];
  });
  return [...new Set(said)].slice(0, FRASA_SENDIRI_PALING_BANYAK);
}
