import { isianText } from "../../../../../generated/teks.ts";
import type { Bukti } from "../../../../formulir/nilai.ts";
import { formatAngka } from "../../../../kinerja/angka/tulis.ts";
import type { Indikator, Isian } from "../../../../kinerja/indikator.ts";
import { type Periode, tahunPeriode } from "../../../../kinerja/periode.ts";
import { sebutPendek, sebutPendekTahun } from "../../../../pesan/periode.ts";
import { fill, type Teks } from "../../../../pesan/teks.ts";
import type { Ragu } from "./figure.ts";
import { barisOf, rowOf, type Sheet } from "./sheet.ts";

/** As many decimals as a figure may carry: an echo that rounds would hide what was misread. */
const DESIMAL_GEMA = 6;

/** A figure as it was understood: nothing rounded away, a ratio with both of its parts. */
export function nilaiText(isian: Isian, { desimal }: Indikator): Teks {
  switch (isian.jenis) {
    case "nihil":
      return isianText.nihil;
    case "belum":
      return isianText.belumAda;
    case "angka":
      return isian.pembilang === undefined || isian.penyebut === undefined
        ? angkaText(isian.nilai)
        : `${angkaText(isian.pembilang)}/${angkaText(isian.penyebut)} = ${formatAngka(isian.nilai, desimal)}`;
  }
}

/** Each reading as it would be echoed. */
export const readingTexts = (indikator: Indikator, calon: readonly Isian[]): readonly Teks[] =>
  calon.map((isian) => nilaiText(isian, indikator));

/** What of a text was not understood, as it is kept until it is asked about; empty where all was. */
export const leftOver = ({ sisa, satuan }: Pick<Ragu, "sisa" | "satuan">): Data => ({
  sisa: sisa.map((one) => `“${pendek(one)}”`).join(", "),
  satuan: satuan ?? "",
});

type Data = Readonly<Record<string, string>>;

/** Whether all of a text was understood, so that only the reading is in doubt. */
export const isWhole = ({ sisa = "", satuan = "" }: Data): boolean => sisa === "" && satuan === "";

/** "; “O” tidak terbaca" and "; satuannya nilai, tertulis menit", each where it is so. */
export const leftOverTexts = (
  { satuan }: Indikator,
  { sisa = "", satuan: lain = "" }: Data,
): { readonly sisa: Teks; readonly satuan: Teks } => ({
  sisa: sisa === "" ? "" : fill(isianText.sisa, { sisa }),
  satuan: lain === "" ? "" : fill(isianText.satuanLain, { satuan, lain }),
});

/** As much of a text as an answer repeats; no figure is longer. */
export const pendek = (teks: string): string => (teks.length > 40 ? `${teks.slice(0, 39)}…` : teks);

/** A number as it was typed. */
export const angkaText = (nilai: number): string => formatAngka(nilai, DESIMAL_GEMA);

/** "TW III", with the year when it is another one than that of the berkas. */
export const pendekText = (periode: Periode, { berkas }: Sheet): Teks =>
  tahunPeriode(periode) === tahunPeriode(berkas.state.periode)
    ? sebutPendek(periode)
    : sebutPendekTahun(periode);

/** " (makin kecil makin baik)" behind the name of a lower-is-better indikator. */
export const arahText = ({ arah }: Indikator): Teks =>
  arah === "turun" ? isianText.arahTurun : "";

/** What was attached to an indikator, and how many files it has now. */
export function buktiText(nama: string, buktiList: readonly Bukti[], jumlah: number): Teks {
  const [first, second] = buktiList;
  return second === undefined
    ? fill(isianText.buktiTersimpan, { nama, berkas: first?.nama ?? "", jumlah })
    : fill(isianText.buktiBanyak, { nama, banyak: buktiList.length, jumlah });
}

/** What was understood, with capaian and band, so that a slip is noticed at once. */
export function echoText(
  sheet: Sheet,
  kode: string,
  { isian, asal }: { readonly isian: Isian; readonly asal?: string },
): Teks {
  const { indikator } = rowOf(sheet, kode);
  const { nama, satuan } = indikator;
  if (isian.jenis === "nihil") return fill(isianText.gemaNihil, { nama });
  if (isian.jenis === "belum") return fill(isianText.gemaBelum, { nama });
  return fill(isianText.gema, {
    nama,
    nilai: [nilaiText(isian, indikator), " ", satuan],
    asal: asalText(asal),
    capaian: capaianText(sheet, indikator, isian),
  });
}

/** ", dari 1,5 jam" behind a figure that was converted. */
export const asalText = (asal: string | undefined): Teks =>
  asal === undefined ? "" : fill(isianText.asal, { asal });

/** What a figure was and is now; the same figure again is said to stay. */
export function changeText(sheet: Sheet, kode: string, lalu: Isian, isian: Isian): Teks {
  const { indikator } = rowOf(sheet, kode);
  const { nama, satuan } = indikator;
  const [before, after] = [nilaiText(lalu, indikator), nilaiText(isian, indikator)];
  if (before === after) return fill(isianText.gemaTetap, { nama, nilai: after });
  if (isian.jenis !== "angka") {
    return fill(isianText.gemaUbah, { nama, lalu: before, nilai: after, capaian: "" });
  }
  const capaian = capaianText(sheet, indikator, isian);
  return fill(isianText.gemaUbah, { nama, lalu: before, nilai: [after, " ", satuan], capaian });
}

/** " (capaian 101,47 % — Sangat Tinggi, melampaui target)", or why there is none. */
function capaianText(sheet: Sheet, indikator: Indikator, isian: Isian): Teks {
  const { capaianPersen, kategori, melampaui, alasan } = barisOf(sheet, indikator, isian);
  if (capaianPersen === null) {
    const sebab = alasan === "target-nol" ? isianText.targetNol : isianText.targetKosong;
    return fill(isianText.gemaTanpaCapaian, { sebab });
  }
  return fill(isianText.gemaCapaian, {
    persen: formatAngka(capaianPersen),
    kategori: kategori ?? "",
    melampaui: melampaui ? isianText.gemaMelampaui : "",
  });
}

/** " (101,47 %)", or nothing. */
export function persenText(sheet: Sheet, indikator: Indikator, isian: Isian): Teks {
  const { capaianPersen } = barisOf(sheet, indikator, isian);
  return capaianPersen === null
    ? ""
    : fill(isianText.barisCapaian, { persen: formatAngka(capaianPersen) });
}
