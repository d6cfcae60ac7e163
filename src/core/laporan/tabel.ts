import type { Blok, Tabel } from "../dokumen/model.ts";
import { paragraf, sel, tabel, tebal } from "../dokumen/susun.ts";
import { formatAngka } from "../kinerja/angka/tulis.ts";
import { labelPeriode } from "../kinerja/periode.ts";
import type { BarisLembar, KopRekap, LembarCapaian } from "../rekap/index.ts";
import { laporanText } from "./teks.ts";

/** The format table's seven columns, capaian and kategori, and how to read them. */
export function laporanTabel(lembar: LembarCapaian, kop: KopRekap): readonly Blok[] {
  if (lembar.barisList.length === 0) return [paragraf(laporanText.tanpaIndikator)];
  return [catatan(lembar), tabelOf(lembar, kop)];
}

/** A figure, or the word for there being none; blank where nothing was said. */
export function nilaiText(baris: BarisLembar): string {
  if (baris.realisasi !== null) return formatAngka(baris.realisasi);
  return baris.isianJenis === "nihil" || baris.isianJenis === "belum" ? baris.isianJenis : "";
}

/** What a row is measured by; the year's own target beside it where only a part of the year counts. */
export function targetText({ target, targetTahunan }: BarisLembar): string {
  if (target === null) return angkaText(targetTahunan);
  return targetTahunan === null || targetTahunan === target
    ? formatAngka(target)
    : `${formatAngka(target)} (setahun ${formatAngka(targetTahunan)})`;
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
      angkaText(baris.targetTahunan),
      angkaText(baris.target),
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
function catatan({ barisList, rincianList }: LembarCapaian): Blok {
  const partial = barisList.some(({ lengkap }) => lengkap.terisi < lengkap.dari);
  const said = [
    laporanText.catatanNilai,
    ...(barisList.some(({ arah }) => arah === "turun") ? [laporanText.catatanTurun] : []),
    ...(rincianList.length > 1 && partial ? [laporanText.catatanLengkap] : []),
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
