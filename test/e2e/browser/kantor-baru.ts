import ExcelJs from "exceljs";
import type { Keystrokes } from "./klm.ts";

const NAIK = "makin tinggi makin baik";
const TURUN = "makin rendah makin baik";
const AKHIR = "posisi akhir";
const JUMLAH = "dijumlahkan tiap triwulan";
const RATA = "rata-rata";
const RASIO = "persen dari pembilang dan penyebut";
const BERTAMBAH = "terus bertambah";

/** Name, post, role, and the post of whom they report to. */
const pegawaiList = [
  ["Camat", "Camat", "camat", ""],
  ["Sekretaris Kecamatan", "Sekcam", "sekcam, admin", "Camat"],
  ["Kasi Pelayanan", "Kasi Pelayanan", "kasi", "Sekcam"],
  ["Kasi Pemerintahan", "Kasi Pemerintahan", "kasi", "Sekcam"],
  ["Kasi Pemberdayaan", "Kasi PMD", "kasi", "Sekcam"],
  ["Kasi Ketertiban", "Kasi Trantib", "kasi", "Sekcam"],
  ["Kasi Ekonomi", "Kasi Ekbang", "kasi", "Sekcam"],
  ["Kasubbag Umum", "Kasubbag Umum", "kasubbag", "Sekcam"],
  ["Kasubbag Perencanaan", "Kasubbag Perencanaan", "kasubbag", "Sekcam"],
  ["Staf Perencanaan", "Staf Perencanaan", "staf", "Kasubbag Perencanaan"],
  ["Staf Umum", "Staf Umum", "staf", "Kasubbag Umum"],
  ["Inspektorat", "Inspektorat", "inspektorat", ""],
] as const;

/** Kode, sasaran ("" is that of the row above), name, unit, direction, how it is counted, whose, targets. */
const indikatorList = [
  [
    "1.1",
    "Meningkatnya kualitas pelayanan publik",
    "Indeks Kepuasan Masyarakat",
    "nilai",
    NAIK,
    AKHIR,
    "Kasi Pelayanan",
    "80 82 84 85 85",
  ],
  [
    "1.2",
    "",
    "Rata-rata waktu layanan surat keterangan",
    "menit",
    TURUN,
    RATA,
    "Kasi Pelayanan",
    "15 15 15 15 15",
  ],
  [
    "1.3",
    "",
    "Pengaduan yang ditindaklanjuti",
    "persen",
    NAIK,
    RASIO,
    "Kasi Pelayanan",
    "100 100 100 100 100",
  ],
  [
    "2.1",
    "Meningkatnya tata kelola pemerintahan desa",
    "Desa tertib administrasi",
    "persen",
    NAIK,
    RATA,
    "Kasi Pemerintahan",
    "80 85 85 90 85",
  ],
  [
    "2.2",
    "",
    "Hasil koordinasi yang ditindaklanjuti",
    "persen",
    NAIK,
    RASIO,
    "Kasi Pemerintahan",
    "90 90 90 90 90",
  ],
  [
    "2.3",
    "",
    "Desa yang menetapkan APBDes tepat waktu",
    "desa",
    NAIK,
    AKHIR,
    "Kasi Pemerintahan",
    "12 12 12 12 12",
  ],
  [
    "3.1",
    "Meningkatnya keberdayaan masyarakat",
    "BUM Desa yang dibina",
    "BUM Desa",
    NAIK,
    BERTAMBAH,
    "Kasi PMD",
    "3 6 9 12 12",
  ],
  [
    "3.2",
    "",
    "Kegiatan pemberdayaan masyarakat",
    "kegiatan",
    NAIK,
    JUMLAH,
    "Kasi PMD",
    "2 2 2 2 8",
  ],
  [
    "3.3",
    "",
    "Musyawarah desa yang didampingi",
    "kegiatan",
    NAIK,
    JUMLAH,
    "Kasi PMD",
    "12 3 3 12 30",
  ],
  [
    "4.1",
    "Meningkatnya ketenteraman dan ketertiban",
    "Gangguan ketertiban",
    "kejadian",
    TURUN,
    JUMLAH,
    "Kasi Trantib",
    "3 3 3 3 12",
  ],
  ["4.2", "", "Patroli wilayah", "kegiatan", NAIK, JUMLAH, "Kasi Trantib", "6 6 6 6 24"],
  [
    "5.1",
    "Meningkatnya perekonomian kecamatan",
    "Pelaku usaha yang dibina",
    "orang",
    NAIK,
    BERTAMBAH,
    "Kasi Ekbang",
    "10 20 30 40 40",
  ],
  ["5.2", "", "Jalan lingkungan yang dipantau", "desa", NAIK, JUMLAH, "Kasi Ekbang", "3 3 3 3 12"],
  [
    "6.1",
    "Meningkatnya akuntabilitas kinerja",
    "Laporan kinerja tepat waktu",
    "dokumen",
    NAIK,
    JUMLAH,
    "Kasubbag Perencanaan",
    "1 1 1 1 4",
  ],
  [
    "6.2",
    "",
    "Rata-rata serapan anggaran",
    "persen",
    NAIK,
    AKHIR,
    "Kasubbag Umum",
    "20 45 70 95 95",
  ],
] as const;

export const JUMLAH_PEGAWAI = pegawaiList.length;
export const JUMLAH_INDIKATOR = indikatorList.length;

/** Writes an office into the empty workbook, and counts what somebody would press and click for it. */
export async function fillIn(
  template: Uint8Array,
  tahun: number,
  somebody: Keystrokes,
): Promise<Uint8Array> {
  const book = new ExcelJs.Workbook();
  await book.xlsx.load(Uint8Array.from(template).buffer);
  const sheet = (nama: string): Hand => new Hand(book.getWorksheet(nama), somebody);

  const kantor = sheet("Kantor");
  kantor.types("B5", "Kecamatan Baru");
  kantor.types("B6", "Kabupaten Balangan");
  kantor.chooses("B8", "WITA");

  const pegawai = sheet("Pegawai");
  for (const [at, [nama, jabatan, peran, atasan]] of pegawaiList.entries()) {
    const row = FIRST_ROW + at;
    pegawai.types(`B${row}`, nama);
    pegawai.types(`C${row}`, jabatan);
    // two roles are typed, one is chosen
    if (peran.includes(",")) pegawai.types(`D${row}`, peran);
    else pegawai.chooses(`D${row}`, peran);
    if (atasan !== "") pegawai.chooses(`F${row}`, atasan);
  }

  const indikator = sheet("Indikator");
  for (const [at, row] of indikatorList.entries()) {
    const [kode, sasaran, nama, satuan, arah, dihitung, siapa, target] = row;
    const no = FIRST_ROW + at;
    indikator.types(`B${no}`, kode);
    if (at === 0) indikator.types(`C${no}`, tahun);
    if (sasaran !== "") indikator.types(`D${no}`, sasaran);
    indikator.types(`E${no}`, nama);
    indikator.types(`F${no}`, satuan);
    indikator.chooses(`G${no}`, arah);
    indikator.chooses(`H${no}`, dihitung);
    indikator.chooses(`I${no}`, siapa);
    indikator.typesRow(no, "JKLMN", target.split(" "));
  }
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** Below the titles and the two examples. */
const FIRST_ROW = 7;

/** Somebody at a sheet. */
class Hand {
  readonly #sheet: ExcelJs.Worksheet;
  readonly #somebody: Keystrokes;

  constructor(sheet: ExcelJs.Worksheet | undefined, somebody: Keystrokes) {
    if (sheet === undefined) throw new Error("the template lacks a sheet");
    this.#sheet = sheet;
    this.#somebody = somebody;
    somebody.clicksOn();
    somebody.clicksOn();
  }

  types(cell: string, value: string | number): void {
    if (this.#isAsAbove(cell, value)) this.#somebody.repeats();
    else this.#somebody.types(String(value));
    this.#sheet.getCell(cell).value = value;
  }

  /** Takes a choice; refuses what the sheet does not offer, if it offers words. */
  chooses(cell: string, value: string): void {
    const { dataValidation } = this.#sheet.getCell(cell);
    if (dataValidation?.type !== "list") throw new Error(`${cell} offers nothing`);
    if (this.#isAsAbove(cell, value)) this.#somebody.repeats();
    else this.#somebody.chooses();
    this.#sheet.getCell(cell).value = value;
  }

  typesRow(no: number, columns: string, values: readonly string[]): void {
    this.#somebody.typesRow(values);
    for (const [at, value] of values.entries()) {
      this.#sheet.getCell(`${columns[at]}${no}`).value = Number(value);
    }
  }

  #isAsAbove(cell: string, value: string | number): boolean {
    const [, column = "", row = ""] = /^([A-Z]+)(\d+)$/.exec(cell) ?? [];
    return (
      Number(row) > FIRST_ROW && this.#sheet.getCell(`${column}${Number(row) - 1}`).value === value
    );
  }
}
