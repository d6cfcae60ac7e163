import type { Worksheet } from "exceljs";
import type { Penanda } from "../../core/dokumen/susun.ts";
import { formatAngka } from "../../core/kinerja/angka/tulis.ts";
import { kategoriOf } from "../../core/kinerja/kategori.ts";
import type { Ringkasan } from "../../core/kinerja/rekap-periode.ts";
import type { LembarCapaian, Rekap } from "../../core/rekap/index.ts";
import { cellText, keepText } from "./cell-text.ts";
import { sidikText } from "./kop.ts";
import { type NilaiSel, setNilai, widthOf, writeWide } from "./lembar.ts";
import { rowHeight } from "./row-height.ts";
import { argb, fill, font, headerStyle, inkOn } from "./style.ts";

/** Where the two blocks stand: the summary under Sasaran and Indikator, the signature at the right. */
const KOLOM_RINGKASAN = 2;
const LEBAR_PENGESAHAN = 4;
const BARIS_PT = 17;
/** Room for the ink between the office and the name. */
const BARIS_TANDA_TANGAN = 4;

/** Closes a table: what it comes to, who signs it, and how to read it. */
export function writePenutup(
  sheet: Worksheet,
  rekap: Pick<Rekap, "kop" | "tampilan">,
  lembar: LembarCapaian,
): void {
  sheet.addRow([]).height = 8;
  const left = ringkasanRows(lembar.ringkasan, rekap);
  const right = pengesahanRows(rekap.kop.penanda);
  for (let at = 0; at < Math.max(left.length, right.length); at += 1) {
    const row = sheet.addRow([]);
    const summary = left[at];
    const signature = right[at];
    const selList = [
      { teks: summary?.label ?? "", lebar: widthOf(sheet, KOLOM_RINGKASAN - 1, KOLOM_RINGKASAN) },
      { teks: signature?.teks ?? "", lebar: widthOf(sheet, -LEBAR_PENGESAHAN) },
    ];
    row.height = Math.max(BARIS_PT, rowHeight(selList));
    if (summary !== undefined) writeRingkasan(sheet, row.number, summary);
    if (signature !== undefined) writePengesahan(sheet, row.number, signature);
    row.commit();
  }
  sheet.addRow([]).height = 8;
  for (const text of catatanKaki(lembar, rekap)) writeWide(sheet, text).commit();
}

interface BarisRingkasan {
  readonly label: string;
  readonly nilai: NilaiSel;
  readonly bentuk: "angka" | "bulat" | "teks";
  readonly warna: string | null;
}

function ringkasanRows(
  ringkasan: Ringkasan,
  { tampilan }: Pick<Rekap, "tampilan">,
): readonly BarisRingkasan[] {
  const { rataRataPersen, batasPersen, terisi, jumlahIndikator, nihil, tanpaCapaian } = ringkasan;
  const outside = [
    { label: "Nihil (tidak dihitung)", nilai: nihil },
    { label: "Tanpa capaian", nilai: tanpaCapaian },
  ];
  const band = rataRataPersen === null ? null : kategoriOf(rataRataPersen, tampilan);
  return [
    { label: "RINGKASAN", nilai: null, bentuk: "teks", warna: null },
    {
      label: `Rata-rata capaian % (batas ${formatAngka(batasPersen)})`,
      nilai: rataRataPersen,
      bentuk: "angka",
      warna: band?.warna ?? null,
    },
    { label: "Jumlah indikator", nilai: jumlahIndikator, bentuk: "bulat", warna: null },
    { label: "Indikator terisi", nilai: terisi, bentuk: "bulat", warna: null },
    ...ringkasan.perKategori.map(({ nama, warna, jumlah }) => ({
      label: nama,
      nilai: jumlah,
      bentuk: "bulat" as const,
      warna: jumlah === 0 ? null : warna,
    })),
    ...outside
      .filter(({ nilai }) => nilai > 0)
      .map((one) => ({ ...one, bentuk: "bulat" as const, warna: null })),
  ];
}

function writeRingkasan(sheet: Worksheet, row: number, baris: BarisRingkasan): void {
  const label = sheet.getCell(row, KOLOM_RINGKASAN);
  const value = sheet.getCell(row, KOLOM_RINGKASAN + 1);
  setNilai(label, baris.label, "teks");
  setNilai(value, baris.nilai, baris.bentuk);
  value.alignment = { horizontal: "center", vertical: "middle" };
  if (baris.nilai === null && baris.bentuk === "teks") {
    sheet.mergeCells(row, KOLOM_RINGKASAN, row, KOLOM_RINGKASAN + 1);
    label.style = headerStyle;
  } else if (baris.warna !== null) {
    value.fill = fill(argb(baris.warna));
    value.font = font({ bold: true, color: { argb: inkOn(baris.warna) } });
  }
}

interface BarisPengesahan {
  readonly teks: string;
  readonly tebal: boolean;
}

function pengesahanRows(penanda: Penanda | null): readonly BarisPengesahan[] {
  if (penanda === null) return [];
  const blank = Array.from({ length: BARIS_TANDA_TANGAN }, () => ({ teks: "", tebal: false }));
  return [
    { teks: "…………………………, ……………………………", tebal: false },
    { teks: `${penanda.jabatan},`, tebal: false },
    ...blank,
    { teks: penanda.nama, tebal: true },
    { teks: `NIP. ${penanda.nip ?? "……………………………………"}`, tebal: false },
  ];
}

function writePengesahan(sheet: Worksheet, row: number, { teks, tebal }: BarisPengesahan): void {
  const last = sheet.columns.length;
  const first = last - LEBAR_PENGESAHAN + 1;
  sheet.mergeCells(row, first, row, last);
  const cell = sheet.getCell(row, first);
  cell.value = teks === "" ? null : cellText(teks);
  cell.font = font({ bold: tebal, underline: tebal });
  cell.alignment = { horizontal: "center", vertical: "middle", wrapText: true };
  keepText(cell);
}

function catatanKaki(
  lembar: LembarCapaian,
  { kop, tampilan }: Pick<Rekap, "kop" | "tampilan">,
): readonly string[] {
  const { barisList, ringkasan, rincianList } = lembar;
  const lower = barisList.some(({ arah }) => arah === "turun");
  const partial = barisList.some(({ lengkap }) => lengkap.terisi < lengkap.dari);
  const batas = formatAngka(ringkasan.batasPersen);
  return [
    ...perhatianText(ringkasan, tampilan.ambangPerhatianPersen),
    ...perbandinganText(lembar),
    `Rata-rata menghitung setiap capaian paling tinggi ${batas} %; capaian tiap indikator ditampilkan apa adanya.`,
    "Angka 0 adalah nilai nol; “nihil” berarti tidak ada yang dihitung pada periode itu, sehingga target dan angkanya tidak ikut; “belum” berarti datanya belum ada; kosong berarti belum diisi.",
    ...(lower ? [RUMUS_TURUN] : []),
    ...(rincianList.length > 1 && partial
      ? [
          `Bila belum lengkap, target pembanding hanya menghitung ${kop.istilahTriwulan} yang sudah terisi.`,
        ]
      : []),
    ...sidikText(kop),
  ];
}

const RUMUS_TURUN =
  "Indikator yang makin kecil makin baik: (2 × target − realisasi) ÷ target × 100, paling rendah 0, kecuali rumus lain ditetapkan.";

function perhatianText({ perhatian }: Ringkasan, ambang: number): readonly string[] {
  if (perhatian.length === 0) return [];
  const named = perhatian.map(
    ({ nama, capaianPersen }) => `${nama} ${formatAngka(capaianPersen ?? 0)} %`,
  );
  return [`Perlu perhatian (di bawah ${formatAngka(ambang)} %): ${named.join("; ")}.`];
}

function perbandinganText({ perbandingan, ringkasan }: LembarCapaian): readonly string[] {
  if (perbandingan === null || perbandingan.selisihRataRataPersen === null) return [];
  const { selisihRataRataPersen: selisih, label, naik, turun } = perbandingan;
  const before = formatAngka((ringkasan.rataRataPersen ?? 0) - selisih);
  const moved = `${selisih > 0 ? "+" : ""}${formatAngka(selisih)}`;
  return [
    `Dibanding ${label}: rata-rata ${before} % menjadi ${formatAngka(ringkasan.rataRataPersen ?? 0)} % (${moved}); ${naik.length} indikator naik, ${turun.length} turun.`,
  ];
}
