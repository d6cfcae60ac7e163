import { Document, Packer, Paragraph, Table, TableCell, TableRow, VerticalMergeType } from "docx";
import ExcelJs from "exceljs";
import type { TabelDokumen } from "../../../src/core/berkas-kantor/impor/dokumen.ts";
import { bacaRencana } from "../../../src/documents/baca/rencana.ts";

/** A cell of a table on paper; `[text, rows, columns]` is a merged one, null is covered by one. */
export type Sel = string | number | readonly [string | number, number, number] | null;

/** What stands on a page, from its head to its foot: lines of text, and tables. */
export type Kertas = readonly (string | readonly (readonly Sel[])[])[];

const isi = (sel: Sel): string | number => (typeof sel === "object" ? (sel?.[0] ?? "") : sel);
const span = (sel: Sel): readonly [number, number] =>
  typeof sel === "object" && sel !== null ? [sel[1], sel[2]] : [1, 1];

/** The page as a sheet of a workbook, its percentages as programs keep them. */
export async function kertasXlsx(kertas: Kertas, nama = "PK"): Promise<Uint8Array> {
  const book = new ExcelJs.Workbook();
  const sheet = book.addWorksheet(nama);
  let baris = 1;
  for (const bagian of kertas) {
    if (typeof bagian === "string") sheet.getCell(baris, 2).value = bagian;
    else for (const [at, row] of bagian.entries()) tulisRow(sheet, baris + 1 + at, row);
    baris += typeof bagian === "string" ? 1 : bagian.length + 2;
  }
  return new Uint8Array(await book.xlsx.writeBuffer());
}

function tulisRow(sheet: ExcelJs.Worksheet, baris: number, row: readonly Sel[]): void {
  for (const [at, sel] of row.entries()) {
    if (sel === null) continue;
    const cell = sheet.getCell(baris, at + 1);
    const nilai = isi(sel);
    const persen = typeof nilai === "string" ? /^(\d+)%$/.exec(nilai)?.[1] : undefined;
    cell.value = persen === undefined ? nilai : Number(persen) / 100;
    if (persen !== undefined) cell.numFmt = "0%";
    const [tinggi, lebar] = span(sel);
    if (tinggi * lebar > 1) sheet.mergeCells(baris, at + 1, baris + tinggi - 1, at + lebar);
  }
}

/** The page as a Word file. */
export async function kertasDocx(kertas: Kertas): Promise<Uint8Array> {
  const children = kertas.map((bagian) =>
    typeof bagian === "string" ? new Paragraph(bagian) : tableOf(bagian),
  );
  return new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children }] })));
}

function tableOf(rows: readonly (readonly Sel[])[]): Table {
  return new Table({
    rows: rows.map(
      (row, baris) =>
        new TableRow({
          children: row.flatMap((sel, kolom): TableCell[] => {
            if (sel !== null) return [cellOf(sel)];
            const above = coveredFrom(rows, baris, kolom);
            return above === null
              ? []
              : [
                  new TableCell({
                    verticalMerge: VerticalMergeType.CONTINUE,
                    columnSpan: above,
                    children: [new Paragraph("")],
                  }),
                ];
          }),
        }),
    ),
  });
}

function cellOf(sel: Sel): TableCell {
  const [tinggi, lebar] = span(sel);
  return new TableCell({
    columnSpan: lebar,
    ...(tinggi > 1 && { verticalMerge: VerticalMergeType.RESTART }),
    children: String(isi(sel))
      .split("\n")
      .map((line) => new Paragraph(line)),
  });
}

/** How wide the cell is that reaches down to this place; null where none begins in this column. */
function coveredFrom(
  rows: readonly (readonly Sel[])[],
  baris: number,
  kolom: number,
): number | null {
  for (let at = baris - 1; at >= 0; at -= 1) {
    const sel = rows[at]?.[kolom] ?? null;
    if (sel === null) continue;
    const [tinggi, lebar] = span(sel);
    return at + tinggi > baris && tinggi > 1 ? lebar : null;
  }
  return null;
}

/** The tables of a page, as reading a file of it gives them. */
export const kertasTabel = (kertas: Kertas): readonly TabelDokumen[] =>
  kertas.flatMap((bagian, at) =>
    typeof bagian === "string"
      ? []
      : {
          tempat: "Lembar PK",
          judulList: kertas.slice(0, at).filter((one) => typeof one === "string"),
          selList: bagian.flatMap((row, baris) =>
            row.flatMap((sel, kolom) => {
              if (sel === null || isi(sel) === "") return [];
              const [tinggi, lebar] = span(sel);
              return { baris, kolom, tinggi, lebar, teks: String(isi(sel)).replace(".", ",") };
            }),
          ),
        },
  );

/** The tables of a file as they are read; what is refused is no page of ours. */
export async function terbaca(data: Uint8Array, nama: string): Promise<readonly TabelDokumen[]> {
  const read = await bacaRencana(data, nama);
  if (read.jenis === "ditolak") throw new Error(`refused: ${read.sebab}`);
  return read.tabelList;
}
