import { isianText } from "../../../generated/teks.ts";
import { contohAngka } from "../../kinerja/angka/satuan.ts";
import { terbilang } from "../../kinerja/angka/terbilang.ts";
import type { Indikator } from "../../kinerja/indikator.ts";
import { dimintaText } from "../../pesan/diminta.ts";
import { fill, joined, lines, type Tawaran, type Teks } from "../../pesan/teks.ts";
import type { Question } from "../talk.ts";
import type { Ragu } from "./figure.ts";
import { angkaText, arahText, leftOverTexts, nilaiText, pendekText, readingTexts } from "./look.ts";
import { previousOf, recordedOf, rowOf, type Sheet, targetOf } from "./sheet.ts";

/** Asks for one figure: what it is, what it is held against, and which figure exactly is meant. */
export function askFigure(sheet: Sheet, kode: string): Question {
  const { indikator, nomor } = rowOf(sheet, kode);
  const { berkas, world } = sheet;
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
      dimintaText(indikator.agregasi, berkas.state.periode, world.kantor.istilahTriwulan),
      fill(isianText.ketik, { contoh: exampleOf(sheet, kode) }),
    ),
    ...quickAnswers(sheet, kode),
  };
}

/** Reminds of the open question in one line, after something that came in between. */
export function askFigureAgain(sheet: Sheet, kode: string): Question {
  const { indikator, nomor } = rowOf(sheet, kode);
  return {
    teks: fill(isianText.masihDitunggu, {
      nama: indikator.nama,
      ke: nomor,
      dari: sheet.indikatorList.length,
    }),
    ...quickAnswers(sheet, kode),
  };
}

/** What was read and what was not: one reading to confirm, or several, each spelled out. */
export function askReading(sheet: Sheet, kode: string, ragu: Ragu): Question {
  const { indikator } = rowOf(sheet, kode);
  const readings = readingTexts(indikator, ragu.calon);
  const [only, another] = readings;
  const titles =
    only !== undefined && another === undefined
      ? [fill(isianText.betul, { nilai: only })]
      : ragu.calon.map((nilai) =>
          fill(isianText.pilihJudul, { angka: angkaText(nilai), terbilang: terbilang(nilai) }),
        );
  return {
    teks: readingText(indikator, ragu, readings),
    pilihan: [
      ...titles.map((judul, index): readonly Tawaran[] => [{ id: `calon-${index + 1}`, judul }]),
      [{ id: "ulang", judul: isianText.ulang }],
    ],
  };
}

function readingText(indikator: Indikator, ragu: Ragu, readings: readonly Teks[]): Teks {
  const { nama } = indikator;
  if (ragu.sisa.length === 0 && ragu.satuan === null) return fill(isianText.pilih, { nama });
  const nilai = joined(readings, isianText.atau);
  const tanya =
    readings.length > 1
      ? isianText.tanyaPilih
      : fill(isianText.tanyaSatu, {
          nilai: ragu.satuan === null ? nilai : [nilai, " ", indikator.satuan],
        });
  return fill(isianText.terbaca, { nama, nilai, ...leftOverTexts(indikator, ragu), tanya });
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
      : fill(isianText.target, { periode, target: angkaText(target), satuan: indikator.satuan });
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

function recordedLine(sheet: Sheet, indikator: Indikator): Teks {
  const recorded = recordedOf(sheet, indikator.kode);
  return recorded === null
    ? []
    : fill(isianText.tercatat, { nilai: nilaiText(recorded.isian, indikator) });
}

function quickAnswers(sheet: Sheet, kode: string): Pick<Question, "pilihan" | "tanpaNomor"> {
  const { indikator } = rowOf(sheet, kode);
  const recorded = recordedOf(sheet, kode);
  const before = previousOf(sheet, kode);
  const past = before.realisasi?.isian;
  const keep: Tawaran[] =
    recorded === null
      ? []
      : [{ id: "tetap", judul: title(isianText.tetap, recorded.isian, indikator) }];
  const same: Tawaran[] =
    past === undefined || past.jenis === "belum"
      ? []
      : [
          {
            id: "sama",
            judul: fill(isianText.sama, {
              periode: pendekText(before.periode, sheet),
              nilai: nilaiText(past, indikator),
            }),
          },
        ];
  const rest: Tawaran[] = [{ id: "belum", judul: isianText.belum }];
  if (recorded === null) rest.push({ id: "lewati", judul: isianText.lewati });
  return { pilihan: [keep, same, rest].filter((row) => row.length > 0), tanpaNomor: true };
}

const title = (
  template: typeof isianText.tetap,
  isian: Parameters<typeof nilaiText>[0],
  indikator: Indikator,
): Teks => fill(template, { nilai: nilaiText(isian, indikator) });
