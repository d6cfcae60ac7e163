import { isianText } from "../../../../../generated/teks.ts";
import type { Indikator, Isian } from "../../../../kinerja/indikator.ts";
import { jenisPeriode } from "../../../../kinerja/periode.ts";
import { sebutCakupan } from "../../../../pesan/periode.ts";
import { fill, type Teks } from "../../../../pesan/teks.ts";
import { jawab, offer } from "../../declare.ts";
import type { Asked } from "../../field.ts";
import type { Doubt } from "./figure.ts";
import { angkaText, nilaiText, pendekText } from "./look.ts";
import { previousOf, rowOf, type Sheet, targetOf } from "./sheet.ts";

/** Asks a doubtful figure back; what was probably meant comes first, what was typed second. */
export function askConfirmation(
  sheet: Sheet,
  kode: string,
  doubt: Doubt,
  [said, ...usul]: readonly Isian[],
): Asked {
  const { indikator } = rowOf(sheet, kode);
  if (doubt.sebab === "nihil" || said === undefined) return askNihil(sheet, indikator);
  const typed = nilaiText(said, indikator);
  const better = usul.map((nilai, index) => [
    offer(`calon-${index + 2}`, nilaiText(nilai, indikator), jawab(nilai)),
  ]);
  const betul = fill(isianText.betul, { nilai: typed });
  return {
    teks: doubtText(sheet, indikator, doubt, typed),
    pilihan: [...better, [offer("calon-1", betul, jawab(said)), ulang]],
  };
}

/** The choice to type it anew. */
export const ulang = offer("ulang", isianText.ulang, { kind: "ulang" });

/** "0 kejadian, atau tidak dihitung triwulan ini?" */
function askNihil({ berkas }: Sheet, { nama, satuan }: Indikator): Asked {
  const kurun =
    jenisPeriode(berkas.state.periode) === "triwulan" ? isianText.kurunTriwulan : isianText.periode;
  const nol = fill(isianText.nolSatuan, { satuan });
  const nihil = fill(isianText.tidakDihitung, { kurun });
  return {
    teks: fill(isianText.nihilTercacah, { nama, satuan, kurun }),
    pilihan: [
      [offer("nol", nol, jawab({ jenis: "angka", nilai: 0 }))],
      [offer("nihil", nihil, jawab({ jenis: "nihil" }))],
      [ulang],
    ],
  };
}

function doubtText(
  sheet: Sheet,
  indikator: Indikator,
  doubt: Exclude<Doubt, { readonly sebab: "nihil" }>,
  typed: Teks,
): Teks {
  const { nama } = indikator;
  switch (doubt.sebab) {
    case "jauh":
      return fill(isianText.jauh, {
        nama,
        nilai: typed,
        ...farFrom(sheet, indikator, doubt.nilai),
        usul: usulText(doubt.usul),
      });
    case "turun": {
      return fill(isianText.turun, {
        nama,
        nilai: typed,
        cakupan: sebutCakupan(sheet.berkas.state.periode, true),
        periode: pendekText(previousOf(sheet, indikator.kode).periode, sheet),
        lalu: angkaText(doubt.lalu),
      });
    }
    case "pecahan":
      return fill(isianText.pecahan, { nama, nilai: typed, satuan: indikator.satuan });
    case "negatif":
      return fill(isianText.negatif, { nama, nilai: typed, usul: usulText(doubt.usul) });
  }
}

/** "di atas", "TW III (83,2) dan target 85": what a figure is far from. */
function farFrom(
  sheet: Sheet,
  indikator: Indikator,
  nilai: number,
): { readonly arah: Teks; readonly pembanding: Teks } {
  const before = previousOf(sheet, indikator.kode);
  const past = before.realisasi?.isian;
  const target = targetOf(sheet, indikator);
  const known: { readonly nilai: number; readonly teks: Teks }[] = [];
  if (past?.jenis === "angka" && past.nilai > 0) {
    const periode = pendekText(before.periode, sheet);
    const said = fill(isianText.pembandingLalu, { periode, nilai: angkaText(past.nilai) });
    known.push({ nilai: past.nilai, teks: said });
  }
  if (target !== null && target > 0) {
    const said = fill(isianText.pembandingTarget, { target: angkaText(target) });
    known.push({ nilai: target, teks: said });
  }
  const above = known.every((one) => nilai > one.nilai);
  const [first, second] = known.map(({ teks }) => teks);
  return {
    arah: above ? isianText.diAtas : isianText.diBawah,
    pembanding:
      second === undefined
        ? (first ?? "")
        : fill(isianText.pembandingDan, { satu: first ?? "", dua: second }),
  };
}

const usulText = (usul: readonly number[]): Teks =>
  usul.map((nilai) => fill(isianText.usul, { nilai: angkaText(nilai) }));
