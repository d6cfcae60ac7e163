import type { Blok, Tabel } from "../dokumen/model.ts";
import { paragraf, sel, tabel, tebal } from "../dokumen/susun.ts";
import { formatAngka } from "../kinerja/angka/tulis.ts";
import { labelPeriode } from "../kinerja/periode.ts";
import type { BarisLembar, KopRekap, LembarCapaian } from "../rekap/index.ts";
import { kalimat } from "./kata.ts";
import { laporanText } from "./teks.ts";

/** The format table's seven columns, capaian and kategori, and how to read them. */
export function laporanTabel(lembar: LembarCapaian, kop: KopRekap): readonly Blok[] {
  if (lembar.barisList.length === 0) return [paragraf(laporanText.tanpaIndikator)];
  return [catatan(lembar, kop), ...perubahanTarget(lembar.barisList), tabelOf(lembar, kop)];
}

/** A figure, or the word for there being none; blank where nothing was said. */
export function nilaiText(baris: BarisLembar): string {
  if (baris.realisasi !== null) return formatAngka(baris.realisasi);
  return baris.isianJenis === "nihil" || baris.isianJenis === "belum" ? baris.isianJenis : "";
}

/**
 * What a row is measured by; what that was before it was changed within the year, and the year's own
 * target where only a part of the year counts.
 */
export function targetText(baris: BarisLembar): string {
  const { target, targetTahunan, targetSemula } = baris;
  if (target === null) return targetTahunanText(baris);
  const beside = [
    ...semulaList(target, targetSemula?.target),
    ...(targetTahunan === null || targetTahunan === target
      ? []
      : [`setahun ${formatAngka(targetTahunan)}`]),
  ];
  return bersama(target, beside);
}

/** The target of the year, with what it was before it was changed. */
export const targetTahunanText = ({ targetTahunan, targetSemula }: BarisLembar): string =>
  bersama(targetTahunan, semulaList(targetTahunan, targetSemula?.tahunan));

const semulaList = (now: number | null, semula: number | null | undefined): readonly string[] =>
  semula === undefined || semula === null || semula === now
    ? []
    : [`semula ${formatAngka(semula)}`];

const bersama = (nilai: number | null, beside: readonly string[]): string =>
  beside.length === 0 ? angkaText(nilai) : `${angkaText(nilai)} (${beside.join("; ")})`;

/** Which targets were changed within the year, and by what; nothing where none was. */
export function perubahanTarget(barisList: readonly BarisLembar[]): readonly Blok[] {
  const changed = barisList.flatMap(({ nama, targetSemula }) =>
    targetSemula === null
      ? []
      : [kalimat(laporanText.perubahanTarget, { nama, dasar: targetSemula.dasarList.join("; ") })],
  );
  return changed.length === 0 ? [] : [paragraf(changed.join("\n"), { kecil: true, rata: "kiri" })];
}

/** The sasaran of a row, said once: beside the first of its indikator. */
export const sasaranText = (barisList: readonly BarisLembar[], at: number): string => {
  const sasaran = barisList[at]?.sasaran ?? "";
  return sasaran === barisList[at - 1]?.sasaran ? "" : sasaran;
};

/** "Indeks Kepuasan Masyarakat (nilai)". */
export const namaSatuan = ({ nama, satuan }: BarisLembar): string => `${nama} (${satuan})`;

/** The same with an arrow where less is better. */
export const namaBertanda = (baris: BarisLembar): string =>
  `${namaSatuan(baris)}${baris.arah === "turun" ? " ↓" : ""}`;

function tabelOf({ barisList, jenis }: LembarCapaian, kop: KopRekap): Tabel {
  const { target, realisasi } = judulPeriode(jenis, kop);
  return tabel(
    [
      ["No", 0.8, "tengah"],
      ["Sasaran", 4],
      ["Indikator Kinerja", 6],
      ["Target Tahunan", 1.8, "kanan"],
      [target, 1.8, "kanan"],
      [realisasi, 1.8, "kanan"],
      ["Keterangan", 4],
      ["Capaian %", 1.8, "kanan"],
      ["Kategori", 2.5, "tengah"],
    ],
    barisList.map((baris, at) => [
      String(baris.no),
      sasaranText(barisList, at),
      namaBertanda(baris),
      targetTahunanText(baris),
      bersama(baris.target, semulaList(baris.target, baris.targetSemula?.target)),
      sel([tebal(nilaiText(baris))]),
      baris.keterangan ?? "",
      sel([tebal(angkaText(baris.capaianPersen))]),
      sel(baris.kategori ?? "", baris.warna),
    ]),
    { kecil: true },
  );
}

/** A figure; blank where there is none. */
export const angkaText = (nilai: number | null): string =>
  nilai === null ? "" : formatAngka(nilai);

/** Above the table, so that it never stands alone on a page behind it. */
function catatan({ barisList, rincianList }: LembarCapaian, kop: KopRekap): Blok {
  const partial = barisList.some(({ lengkap }) => lengkap.terisi < lengkap.dari);
  const said = [
    laporanText.catatanNilai,
    ...(barisList.some(({ arah }) => arah === "turun") ? [laporanText.catatanTurun] : []),
    ...(rincianList.length > 1 && partial
      ? [kalimat(laporanText.catatanLengkap, { istilah: kop.istilahTriwulan })]
      : []),
  ];
  return paragraf(said.join("\n"), { kecil: true, rata: "kiri" });
}

/** The titles of the two columns that speak of this period; the yearly target has its own. */
function judulPeriode(
  jenis: LembarCapaian["jenis"],
  kop: KopRekap,
): { readonly target: string; readonly realisasi: string } {
  if (jenis === "tahunan") return { target: "Target Pembanding", realisasi: "Realisasi Tahun" };
  const nama = labelPeriode(kop.periode, kop.istilahTriwulan).split(" ")[0] ?? "";
  return { target: `Target ${nama}`, realisasi: `Realisasi ${nama}` };
}
