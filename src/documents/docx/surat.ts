import {
  HeightRule,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
} from "docx";
import type { BlokTandaTangan, Isi, KepalaSurat, Tembusan } from "../../core/dokumen/model.ts";
import {
  BARIS_TINTA,
  kepadaTeks,
  kepalaList,
  sebutan,
  TINTA_CM,
  tandaTanganRows,
} from "../surat.ts";
import { hurufPt, tinta, twip } from "../ukuran.ts";
import type { Penghitung } from "./daftar.ts";
import { docxRincian, dxa, tanpaGaris } from "./tabel.ts";
import { baris, halfPt, rataDocx, runList } from "./teks.ts";

/** Date and place at the right, then the four lines of the letter, then whom it is for. */
export const docxKepalaSurat = (
  blok: KepalaSurat,
  lebarCm: number,
  penghitung: Penghitung,
): (Paragraph | Table)[] => [
  baris(sebutan(blok.tempatTanggal), "kanan"),
  baris("", "kiri"),
  docxRincian(kepalaList(blok), { labelCm: 2, lebarCm, penghitung, menyusul: false }),
  baris("", "kiri"),
  ...kepadaTeks(blok).map((kepada) => baris(kepada, "kiri")),
  baris("", "kiri"),
];

/** One signature at the right or two side by side, line beside line; never torn apart. */
export function docxTandaTangan(
  { kiri, kanan }: BlokTandaTangan,
  lebarCm: number,
): (Paragraph | Table)[] {
  const half = Math.floor(twip(lebarCm) / 2);
  return [
    new Paragraph({ spacing: { after: 0 }, keepNext: true }),
    new Table({
      layout: TableLayoutType.FIXED,
      columnWidths: [half, half],
      width: dxa(half * 2),
      borders: tanpaGaris,
      rows: tandaTanganRows.map(
        (row, at) =>
          new TableRow({
            cantSplit: true,
            ...(at === BARIS_TINTA ? { height: ruangTinta } : {}),
            children: [kiri, kanan].map(
              (one) =>
                new TableCell({
                  width: dxa(half),
                  verticalAlign: VerticalAlignTable.CENTER,
                  children: [centred(one === null ? [] : row(one), at)],
                }),
            ),
          }),
      ),
    }),
    // two tables without a paragraph between them are one table to Word
    baris("", "kiri"),
  ];
}

/** Who gets a copy, below everything else. */
export const docxTembusan = ({ kepadaList }: Tembusan): Paragraph[] => {
  const size = halfPt(hurufPt.kecil);
  return [
    baris("", "kiri"),
    new Paragraph({
      spacing: { after: 0 },
      children: runList([{ teks: "Tembusan:", garisBawah: true }], { size }),
    }),
    ...kepadaList.map((kepada, at) => baris(`${at + 1}. ${kepada}`, "kiri", { size })),
  ];
};

const ruangTinta = { value: twip(TINTA_CM), rule: HeightRule.ATLEAST } as const;

/** Kept together with the next line, except the last. */
const centred = (isi: Isi, at: number): Paragraph =>
  new Paragraph({
    alignment: rataDocx.tengah,
    spacing: { after: 0 },
    keepNext: at < tandaTanganRows.length - 1,
    children: runList(
      isi,
      at === BARIS_TINTA ? { size: halfPt(hurufPt.kecil), color: tinta.redup } : {},
    ),
  });
