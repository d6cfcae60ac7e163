import { lembarIsianText } from "../../../../../generated/teks.ts";
import type { TandaFormat } from "../../../../kinerja/format/index.ts";
import type { Indikator, Isian } from "../../../../kinerja/indikator.ts";
import { sebutPeriode } from "../../../../pesan/periode.ts";
import { fill, type Teks } from "../../../../pesan/teks.ts";
import { inPlainWords, pembacaOf } from "../../../../pesan/ucap.ts";
import type { IsiBaris } from "../../../incoming/lembar-masuk.ts";
import { formatIsian } from "./format-sheet.ts";
import { angkaText, arahText, nilaiText, pendekText, persenText } from "./look.ts";
import {
  explains,
  lackOf,
  previousOf,
  promiseOf,
  recordedOf,
  type Sheet,
  targetOf,
} from "./sheet.ts";
import { isiTercatat } from "./table-answer.ts";

/** One request for figures as a page shows it, in the words of whoever was asked. */
export interface LembarIsian {
  readonly tanda: TandaFormat;
  readonly judul: string;
  /** Whose it is, and until when. */
  readonly unit: string;
  readonly barisList: readonly BarisIsian[];
}

/** One row of it. */
export interface BarisIsian {
  readonly kode: string;
  readonly nama: string;
  readonly satuan: string;
  /** " (makin kecil makin baik)" where it is so. */
  readonly arah: string;
  readonly target: string | null;
  /** What was reported before, with its period. */
  readonly lalu: string | null;
  /** Which figure is meant and how it is written. */
  readonly petunjuk: string;
  readonly rasio: boolean;
  /** What was to follow the period before; null where nothing was. */
  readonly janji: string | null;
  readonly terisi: boolean;
  /** The figure with its capaian as it is recorded, to be looked at; empty where there is none. */
  readonly nilai: string;
  readonly tercatat: IsiBaris;
  readonly perluKeterangan: boolean;
  readonly wajibBukti: boolean;
  readonly perluBukti: boolean;
  readonly buktiList: readonly string[];
}

/** A request for figures with what is recorded of it. */
export function lembarIsian(sheet: Sheet): LembarIsian {
  const { berkas, wait, world } = sheet;
  const format = formatIsian({ ...world, state: berkas.state, wait });
  const kata = kataOf(sheet);
  const lack = lackOf(sheet);
  const petunjukByKode = new Map(
    format.barisList.map(({ kode, petunjuk }) => [kode, petunjuk.realisasi]),
  );
  return {
    tanda: format.tanda,
    judul: kata(fill(lembarIsianText.judul, { periode: sebutPeriode(berkas.state.periode) })),
    unit: format.unit,
    barisList: sheet.indikatorList.map((indikator): BarisIsian => {
      const { kode, nama, satuan, agregasi, wajibBukti } = indikator;
      const recorded = recordedOf(sheet, kode);
      const target = targetOf(sheet, indikator);
      const promise = promiseOf(sheet, kode);
      return {
        kode,
        nama,
        satuan,
        arah: kata(arahText(indikator)),
        target: target === null ? null : angkaText(target),
        lalu: pastText(sheet, indikator, kata),
        petunjuk: petunjukByKode.get(kode) ?? "",
        rasio: agregasi === "rasio",
        janji:
          promise === null
            ? null
            : kata(
                fill(lembarIsianText.janji, {
                  periode: pendekText(promise.periode, sheet),
                  tindakLanjut: promise.tindakLanjut,
                }),
              ),
        terisi: recorded !== null,
        nilai: recorded === null ? "" : kata(valueText(sheet, indikator, recorded.isian)),
        tercatat: isiTercatat(sheet, kode),
        perluKeterangan: recorded !== null && explains(sheet, kode, recorded.isian),
        wajibBukti,
        perluBukti: lack.bukti.includes(kode),
        buktiList: (berkas.state.isianByKode[kode]?.bukti ?? []).map((one) => one.nama),
      };
    }),
  };
}

/** "12 BUM Desa (100 %)". */
export const valueText = (sheet: Sheet, indikator: Indikator, isian: Isian): Teks =>
  isian.jenis === "angka"
    ? [nilaiText(isian, indikator), " ", indikator.satuan, persenText(sheet, indikator, isian)]
    : nilaiText(isian, indikator);

function pastText(sheet: Sheet, indikator: Indikator, kata: (teks: Teks) => string): string | null {
  const { periode, realisasi } = previousOf(sheet, indikator.kode);
  return realisasi === null
    ? null
    : kata([pendekText(periode, sheet), ": ", nilaiText(realisasi.isian, indikator)]);
}

/** As whoever was asked reads it. */
export function kataOf({ world, wait }: Sheet): (teks: Teks) => string {
  const { pemegang } = wait;
  const pembaca = pembacaOf(world, pemegang.jenis === "pegawai" ? pemegang.pegawaiId : null);
  return (teks) => inPlainWords(pembaca, teks);
}
