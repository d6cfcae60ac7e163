import type { Blok, KolomTabel, Sel, Tabel } from "../dokumen/model.ts";
import { paragraf, sel } from "../dokumen/susun.ts";
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

const tabelOf = ({ barisList, jenis }: LembarCapaian, kop: KopRekap): Tabel => ({
  jenis: "tabel",
  kecil: true,
  gugusList: null,
  kolomList: kolomList(judulPeriode(jenis, kop)),
  barisList: barisList.map((baris, at) => selList(baris, barisList[at - 1]?.sasaran ?? null)),
});

const kolomList = ({
  target,
  realisasi,
}: ReturnType<typeof judulPeriode>): readonly KolomTabel[] => [
  { judul: "No", lebar: 0.8, rata: "tengah" },
  { judul: "Sasaran", lebar: 4, rata: "kiri" },
  { judul: "Indikator Kinerja", lebar: 6, rata: "kiri" },
  { judul: "Target Tahunan", lebar: 1.8, rata: "kanan" },
  { judul: target, lebar: 1.8, rata: "kanan" },
  { judul: realisasi, lebar: 1.8, rata: "kanan" },
  { judul: "Keterangan", lebar: 4, rata: "kiri" },
  { judul: "Capaian %", lebar: 1.8, rata: "kanan" },
  { judul: "Kategori", lebar: 2.5, rata: "tengah" },
];

/** A sasaran is said once, beside the first of its indikator. */
const selList = (baris: BarisLembar, sasaranDiAtas: string | null): readonly Sel[] => [
  sel(String(baris.no)),
  sel(baris.sasaran === sasaranDiAtas ? "" : baris.sasaran),
  sel(`${baris.nama} (${baris.satuan})${baris.arah === "turun" ? " ↓" : ""}`),
  sel(angkaText(baris.targetTahunan)),
  sel(angkaText(baris.target)),
  sel([{ teks: nilaiText(baris), tebal: true }]),
  sel(baris.keterangan ?? ""),
  sel([{ teks: angkaText(baris.capaianPersen), tebal: true }]),
  sel(baris.kategori ?? "", baris.warna),
];

const angkaText = (nilai: number | null): string => (nilai === null ? "" : formatAngka(nilai));

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
