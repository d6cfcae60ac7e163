import type { SelMasuk } from "../../kinerja/format/index.ts";
import { closest } from "../../sop/closest.ts";
import type { Pembacaan } from "./alamat.ts";
import { hurufSesudah, judulSel, type Rows, rowsOf, teksSel } from "./kepala.ts";
import type { Baris } from "./kolom.ts";
import type { LembarIsian } from "./lembar.ts";
import { lipat } from "./lipat.ts";
import type { LembarMasuk } from "./model.ts";
import type { Pasangan } from "./objek.ts";
import { rujukanKe } from "./rujukan.ts";

/** Nobody is named in a sheet of single values. */
const TANPA_ORANG = { rujukan: rujukanKe([]), satuan: "" };

/** A line with a label that is known, and its value. */
interface Isian {
  readonly baris: Baris;
  readonly sel: SelMasuk | undefined;
  /** "Kantor!B4". */
  readonly alamat: string;
}

/** Reads a sheet of single values: each beside its label. */
export function bacaIsian(
  pembacaan: Pembacaan,
  lembar: LembarIsian,
  masuk: LembarMasuk,
): readonly Pasangan[] {
  const { nama, barisList } = lembar;
  const rows = rowsOf(masuk);
  const label = kolomLabel(rows, barisList);
  if (label === null) {
    const pesan = `tidak ada yang dikenal; tulis ${barisList[0]?.judul ?? ""} dan lainnya di satu kolom, isinya di sebelah kanannya`;
    pembacaan.masalahList.push({ sel: nama, pesan });
    return [];
  }
  const { huruf: isi, sesudah } = kolomIsi(rows, label);
  const below = new Map([...rows].filter(([nomor]) => nomor > sesudah));
  const isianList = isianOf(pembacaan, lembar, { rows: below, label, isi });
  return barisList.map((baris): Pasangan => {
    const own = isianList.filter((one) => one.baris === baris);
    const sel = own[0]?.alamat ?? nama;
    pembacaan.alamat.catat(baris.jalur, { sel, judul: baris.judul });
    const nilaiList = own.map((one) => nilaiOf(pembacaan, one)).filter((one) => one !== undefined);
    if (baris.banyak === undefined) return [baris.jalur, nilaiList[0]];
    return [baris.jalur, nilaiList.length === 0 ? undefined : nilaiList];
  });
}

function nilaiOf(
  { alamat: places, masalahList }: Pembacaan,
  { baris: { jenis, judul, jalur }, sel, alamat }: Isian,
): unknown {
  const read = jenis.baca(sel, TANPA_ORANG);
  if ("nilai" in read) return read.nilai;
  masalahList.push({ sel: alamat, pesan: `${judul} ${read.masalah}` });
  places.catatTakTerbaca(jalur, teksSel(sel));
  return undefined;
}

/** The column with the most labels that are known. */
function kolomLabel(rows: Rows, barisList: readonly Baris[]): string | null {
  const known = new Set(barisList.flatMap(sebutan));
  const count = new Map<string, number>();
  for (const row of rows.values()) {
    for (const [huruf, sel] of row) {
      if (known.has(labelOf(sel))) count.set(huruf, (count.get(huruf) ?? 0) + 1);
    }
  }
  const [best] = [...count].toSorted(([, a], [, b]) => b - a);
  return best?.[0] ?? null;
}

/** The column titled so, else the one right of the labels; and the row the lines stand below. */
function kolomIsi(rows: Rows, label: string): { readonly huruf: string; readonly sesudah: number } {
  for (const [sesudah, row] of rows) {
    for (const [huruf, sel] of row) {
      const titled = huruf !== label && ["isi", "isian", "nilai"].includes(judulSel(sel));
      if (titled) return { huruf, sesudah };
    }
  }
  return { huruf: hurufSesudah(label), sesudah: 0 };
}

function isianOf(
  { lewatList }: Pembacaan,
  { nama, barisList }: LembarIsian,
  { rows, label, isi }: { readonly rows: Rows; readonly label: string; readonly isi: string },
): readonly Isian[] {
  const found: Isian[] = [];
  for (const [nomor, row] of rows) {
    const teks = labelOf(row.get(label));
    const baris = barisOf(barisList, teks);
    const sel = row.get(isi);
    if (baris !== undefined) found.push({ baris, sel, alamat: `${nama}!${isi}${nomor}` });
    else if (teks !== "" && sel !== undefined && judulSel(sel) !== "isi") {
      const pesan = `“${teks}” tidak dikenal dan dilewati`;
      lewatList.push({ sel: `${nama}!${label}${nomor}`, pesan });
    }
  }
  return found;
}

function barisOf(barisList: readonly Baris[], teks: string): Baris | undefined {
  const exact = barisList.find((one) => sebutan(one).includes(teks));
  if (exact !== undefined || teks.length < PANJANG_MIRIP) return exact;
  const meant = closest(teks, barisList.flatMap(sebutan));
  return barisList.find((one) => meant !== null && sebutan(one).includes(meant));
}

const PANJANG_MIRIP = 5;

const sebutan = ({ judul, alias }: Baris): readonly string[] => [judul, ...alias].map(lipat);

/** "Fungsi 2 *" is "fungsi". */
const labelOf = (sel: SelMasuk | undefined): string => judulSel(sel).replace(/\s+\d+$/, "");
