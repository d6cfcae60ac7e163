import { isianText } from "../../../../../generated/teks.ts";
import { contohAngka } from "../../../../kinerja/angka/satuan.ts";
import { terbilang } from "../../../../kinerja/angka/terbilang.ts";
import type { Indikator, Isian } from "../../../../kinerja/indikator.ts";
import { dimintaText } from "../../../../pesan/diminta.ts";
import { fill, isEmpty, joined, lines, type Teks } from "../../../../pesan/teks.ts";
import type { Ragu } from "../../../session.ts";
import { jawab, offer } from "../../declare.ts";
import type { Asked, Bacaan, Offer } from "../../field.ts";
import { ulang } from "./confirm.ts";
import {
  angkaText,
  arahText,
  isWhole,
  leftOverTexts,
  nilaiText,
  pendekText,
  readingTexts,
} from "./look.ts";
import {
  previousOf,
  recordedOf,
  rowOf,
  type Sheet,
  targetOf,
  targetSemulaOf,
  toldAgain,
  wantedOf,
} from "./sheet.ts";

/** Asks for one figure: what it is, what it is held against, and which figure exactly is meant. */
export function askFigure(sheet: Sheet, kode: string): Asked {
  const { indikator, nomor } = rowOf(sheet, kode);
  const { berkas } = sheet;
  return {
    teks: lines(
      fill(isianText.kepala, {
        ke: nomor,
        dari: sheet.indikatorList.length,
        nama: indikator.nama,
        arah: arahText(indikator),
      }),
      comparison(sheet, indikator),
      recordedLine(sheet, indikator),
      dimintaText(indikator.agregasi, berkas.state.periode),
      fill(isianText.ketik, { contoh: exampleOf(sheet, kode) }),
    ),
    pilihan: quickAnswers(sheet, kode),
  };
}

/** Reminds of the open question in one line, after something that came in between. */
export function figureAgain(sheet: Sheet, kode: string): Teks {
  const { indikator, nomor } = rowOf(sheet, kode);
  const dari = sheet.indikatorList.length;
  return fill(isianText.masihDitunggu, { nama: indikator.nama, ke: nomor, dari });
}

/**
 * What was read and what was not: one reading to confirm, or several, each spelled out; `pick` says
 * what it means to choose one.
 */
export function askReading(
  indikator: Indikator,
  data: Ragu["data"],
  calon: readonly Isian[],
  pick: (isian: Isian) => Bacaan,
): Asked {
  const readings = readingTexts(indikator, calon);
  return {
    teks: readingText(indikator, data, readings),
    pilihan: [
      ...calon.map((isian, index) => [
        offer(`calon-${index + 1}`, readingTitle(isian, readings), pick(isian)),
      ]),
      [ulang],
    ],
  };
}

function readingTitle(isian: Isian, [only = "", another]: readonly Teks[]): Teks {
  if (another === undefined || isian.jenis !== "angka") {
    return fill(isianText.betul, { nilai: only });
  }
  const { nilai } = isian;
  const said = { angka: angkaText(nilai), terbilang: terbilang(nilai) };
  return fill(isianText.pilihJudul, said);
}

function readingText(indikator: Indikator, data: Ragu["data"], readings: readonly Teks[]): Teks {
  const { nama } = indikator;
  if (isWhole(data)) return fill(isianText.pilih, { nama });
  const { sisa, satuan } = leftOverTexts(indikator, data);
  const nilai = joined(readings, isianText.atau);
  const tanya =
    readings.length > 1
      ? isianText.tanyaPilih
      : fill(isianText.tanyaSatu, {
          nilai: isEmpty(satuan) ? nilai : [nilai, " ", indikator.satuan],
        });
  return fill(isianText.terbaca, { nama, nilai, sisa, satuan, tanya });
}

/** A figure to type, near to what is expected. */
export function exampleOf(sheet: Sheet, kode: string): Teks {
  const { indikator } = rowOf(sheet, kode);
  if (indikator.agregasi === "rasio") return isianText.contohRasio;
  const past = previousOf(sheet, kode).realisasi?.isian;
  const near = past?.jenis === "angka" ? past.nilai : (targetOf(sheet, indikator) ?? 0);
  return angkaText(contohAngka(indikator, near));
}

function comparison(sheet: Sheet, indikator: Indikator): Teks {
  const periode = pendekText(sheet.berkas.state.periode, sheet);
  const target = targetOf(sheet, indikator);
  const now =
    target === null
      ? fill(isianText.tanpaTarget, { periode })
      : targetText(sheet, indikator, { periode, target: angkaText(target) });
  const before = previousOf(sheet, indikator.kode);
  if (before.realisasi === null) return now;
  return [
    now,
    fill(isianText.lalu, {
      periode: pendekText(before.periode, sheet),
      nilai: nilaiText(before.realisasi.isian, indikator),
    }),
  ];
}

/** The target, with what it was before it was changed within the year. */
function targetText(
  sheet: Sheet,
  indikator: Indikator,
  said: { readonly periode: Teks; readonly target: Teks },
): Teks {
  const { satuan } = indikator;
  const semula = targetSemulaOf(sheet, indikator);
  return semula === null || semula === targetOf(sheet, indikator)
    ? fill(isianText.target, { ...said, satuan })
    : fill(isianText.targetSemula, { ...said, satuan, semula: angkaText(semula) });
}

function recordedLine(sheet: Sheet, indikator: Indikator): Teks {
  const recorded = recordedOf(sheet, indikator.kode);
  return recorded === null
    ? []
    : fill(isianText.tercatat, { nilai: nilaiText(recorded.isian, indikator) });
}

function quickAnswers(sheet: Sheet, kode: string): Asked["pilihan"] {
  const { indikator } = rowOf(sheet, kode);
  const { nama } = indikator;
  const recorded = recordedOf(sheet, kode)?.isian;
  const before = previousOf(sheet, kode);
  const past = before.realisasi?.isian;
  const rows: Offer[][] = [];
  if (recorded !== undefined) {
    const nilai = nilaiText(recorded, indikator);
    const gema = fill(isianText.gemaTetap, { nama, nilai });
    const keep: Bacaan = { kind: "lewati", gema, sesudah: wantedOf(sheet, kode) };
    rows.push([offer("tetap", fill(isianText.tetap, { nilai }), keep)]);
    const told = toldAgain(sheet, kode);
    const anew: Bacaan = { kind: "lewati", gema, sesudah: told };
    if (told.length > 0) rows.push([offer("uraian", isianText.ubahUraian, anew)]);
  }
  if (past !== undefined && past.jenis !== "belum") {
    const said = { periode: pendekText(before.periode, sheet), nilai: nilaiText(past, indikator) };
    rows.push([offer("sama", fill(isianText.sama, said), jawab(past))]);
  }
  const rest = [offer("belum", isianText.belum, jawab({ jenis: "belum" }))];
  if (recorded === undefined) {
    const gema = fill(isianText.gemaLewati, { nama });
    rest.push(offer("lewati", isianText.lewati, { kind: "lewati", gema }));
  }
  return [...rows, rest];
}
