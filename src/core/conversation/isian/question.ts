import type { Indikator } from "../../kinerja/indikator.ts";
import { terbilang } from "../../kinerja/terbilang.ts";
import { dimintaText } from "../../pesan/diminta.ts";
import { isianText } from "../../pesan/isian.ts";
import type { Pilihan, RichText } from "../../pesan/pesan.ts";
import { fill, lines, plainText } from "../../pesan/template.ts";
import type { Question } from "../talk.ts";
import { angkaText, arahText, nilaiText, pendekText } from "./look.ts";
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

/** Two readings of one text, each spelled out. */
export function askReading(sheet: Sheet, kode: string, calon: readonly number[]): Question {
  return {
    teks: fill(isianText.pilih, { nama: rowOf(sheet, kode).indikator.nama }),
    pilihan: [
      ...calon.map((nilai, index) => [
        {
          id: `calon-${index + 1}`,
          judul: plainText(
            fill(isianText.pilihJudul, { angka: angkaText(nilai), terbilang: terbilang(nilai) }),
          ),
        },
      ]),
      [{ id: "ulang", judul: isianText.ulang }],
    ],
  };
}

/** A figure to type, near to what is expected. */
export function exampleOf(sheet: Sheet, kode: string): string {
  const { indikator } = rowOf(sheet, kode);
  if (indikator.agregasi === "rasio") return isianText.contohRasio;
  const past = previousOf(sheet, kode).realisasi?.isian;
  const near = past?.jenis === "angka" ? past.nilai : (targetOf(sheet, indikator) ?? 0);
  // Half a unit off, so that nobody takes the example for the answer.
  return angkaText(indikator.desimal === 0 ? Math.round(near) + 1 : Math.floor(near) + 0.5);
}

function comparison(sheet: Sheet, indikator: Indikator): RichText {
  const periode = pendekText(sheet.berkas.state.periode, sheet);
  const target = targetOf(sheet, indikator);
  const now =
    target === null
      ? fill(isianText.tanpaTarget, { periode })
      : fill(isianText.target, { periode, target: angkaText(target), satuan: indikator.satuan });
  const before = previousOf(sheet, indikator.kode);
  if (before.realisasi === null) return now;
  return [
    ...now,
    ...fill(isianText.lalu, {
      periode: pendekText(before.periode, sheet),
      nilai: nilaiText(before.realisasi.isian, indikator),
    }),
  ];
}

function recordedLine(sheet: Sheet, indikator: Indikator): RichText {
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
  const keep: Pilihan[] =
    recorded === null
      ? []
      : [{ id: "tetap", judul: title(isianText.tetap, recorded.isian, indikator) }];
  const same: Pilihan[] =
    past === undefined || past.jenis === "belum"
      ? []
      : [
          {
            id: "sama",
            judul: plainText(
              fill(isianText.sama, {
                periode: pendekText(before.periode, sheet),
                nilai: nilaiText(past, indikator),
              }),
            ),
          },
        ];
  const rest: Pilihan[] = [{ id: "belum", judul: isianText.belum }];
  if (recorded === null) rest.push({ id: "lewati", judul: isianText.lewati });
  return { pilihan: [keep, same, rest].filter((row) => row.length > 0), tanpaNomor: true };
}

const title = (
  template: typeof isianText.tetap,
  isian: Parameters<typeof nilaiText>[0],
  indikator: Indikator,
): string => plainText(fill(template, { nilai: nilaiText(isian, indikator) }));
