import { isianText } from "../../../generated/teks.ts";
import { fill, lines, type Teks } from "../../pesan/teks.ts";
import type { Talk } from "../talk.ts";
import { type Checked, checkPairs, type Pair } from "./bulk.ts";
import { answered, goOn, type Pengisian, saveFigure } from "./flow.ts";
import { asalText, nilaiText, persenText } from "./look.ts";
import { rowOf, type Sheet, sheetOf } from "./sheet.ts";

type Good = Extract<Checked, { kind: "isian" }>;
type Bad = Extract<Checked, { kind: "masalah" }>;

/** Saves every item that is clear and lists the others, which are asked for next. */
export function bulkAnswer(
  talk: Talk,
  dialogue: Pengisian,
  sheet: Sheet,
  pairs: readonly Pair[],
): Talk {
  const checked = checkPairs(sheet, pairs);
  const good = checked.filter((one) => one.kind === "isian");
  const bad = checked.filter((one) => one.kind === "masalah");
  let saved = { talk, refused: false };
  let left = dialogue;
  for (const { indikator, isian } of good) {
    saved = saveFigure(saved.talk, dialogue, indikator.kode, isian);
    if (saved.refused) return saved.talk;
    left = answered(left, indikator.kode);
  }
  const doubtful = bad.flatMap(({ indikator }) => indikator?.kode ?? []);
  const again = [...new Set(doubtful)].filter(
    (kode) => !good.some(({ indikator }) => indikator.kode === kode),
  );
  const antrean = [...again, ...left.antrean.filter((kode) => !again.includes(kode))];
  const after = sheetOf(saved.talk.world, dialogue.waitId) ?? sheet;
  return goOn(saved.talk, { ...left, antrean }, lines(savedText(after, good), problemText(bad)));
}

function savedText(sheet: Sheet, good: readonly Good[]): Teks {
  if (good.length === 0) return [];
  return lines(
    fill(isianText.sekaligusSimpan, { jumlah: good.length }),
    ...good.map(({ indikator, isian, asal }) =>
      fill(isianText.sekaligusBaris, {
        nomor: rowOf(sheet, indikator.kode).nomor,
        nama: indikator.nama,
        nilai: nilaiText(isian, indikator),
        asal: asalText(asal),
        capaian: persenText(sheet, indikator, isian),
      }),
    ),
  );
}

const problemText = (bad: readonly Bad[]): Teks =>
  bad.length === 0
    ? []
    : lines(
        fill(isianText.sekaligusMasalah, { jumlah: bad.length }),
        ...bad.map(({ teks }) => teks),
      );
