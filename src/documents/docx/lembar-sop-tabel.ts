import {
  HeightRule,
  HorizontalPositionRelativeFrom,
  ImageRun,
  Paragraph,
  type Table,
  type TableCell,
  TableRow,
  TextRun,
  VerticalMergeType,
  VerticalPositionRelativeFrom,
} from "docx";
import type { Bidang } from "../../core/sop/chart/model.ts";
import { lebarList } from "../../core/sop/chart/tabel.ts";
import type { BarisResmi, LembarResmi, RuasResmi } from "../../core/sop/lembar-resmi.ts";
import { potonganPng } from "../gambar/potongan-png.ts";
import { cell, DOTS_PER_PT, KEPALA, type Letak, line, tableOf, twip } from "./lembar-sop-sel.ts";

/** The table of one page of the chart (counted from 1). */
export async function tabelLangkah(
  lembar: LembarResmi,
  ruasList: readonly RuasResmi[],
  halaman: number,
): Promise<Table> {
  const widths = lebarList(lembar.kolom);
  const rows: TableRow[] = [];
  for (const ruas of ruasList) {
    rows.push(
      ruas.baris === null
        ? await selaRow(lembar, ruas, { halaman, kolom: widths.length })
        : await langkahRow(lembar, ruas, ruas.baris, halaman),
    );
  }
  return tableOf(widths, [...titleRows(lembar), ...rows]);
}

/** The titles in two rows, as high as on the chart. */
function titleRows({ kolom, judulPelaksana, chart }: LembarResmi): TableRow[] {
  const heads = chart.halamanList[0]?.selList.filter(({ latar }) => latar === "kepala") ?? [];
  const tall = Math.max(0, ...heads.map(({ bidang }) => bidang.tinggi));
  const high = Math.min(tall, ...heads.map(({ bidang }) => bidang.tinggi));
  const { no, uraian, pelaksana, kelengkapan, waktu, keluaran, keterangan } = kolom;
  const mutu = [kelengkapan, waktu, keluaran];
  return [
    row(high, [
      merged("No", no.lebar, true),
      merged("Uraian Prosedur", uraian.lebar, true),
      title("Pelaksana", { lebar: sum(pelaksana), gabung: pelaksana.length }),
      title("Mutu Baku", { lebar: sum(mutu), gabung: mutu.length }),
      merged("Keterangan", keterangan.lebar, true),
    ]),
    row(tall - high, [
      merged("", no.lebar, false),
      merged("", uraian.lebar, false),
      ...pelaksana.map(({ lebar }, at) => title(judulPelaksana[at] ?? "", { lebar })),
      ...["Kelengkapan", "Waktu", "Output"].map((teks, at) =>
        title(teks, { lebar: mutu[at]?.lebar ?? 0 }),
      ),
      merged("", keterangan.lebar, false),
    ]),
  ];
}

const title = (teks: string, letak: Letak): TableCell =>
  cell([line(teks, { tebal: true, rata: "tengah", ukuranPt: 7 })], {
    ...letak,
    shading: KEPALA,
    tepi: 20,
  });
const merged = (teks: string, lebar: number, first: boolean): TableCell =>
  title(first ? teks : "", {
    lebar,
    verticalMerge: first ? VerticalMergeType.RESTART : VerticalMergeType.CONTINUE,
  });

const sum = (list: readonly { readonly lebar: number }[]): number =>
  list.reduce((all, { lebar }) => all + lebar, 0);

const row = (tinggi: number, children: TableCell[]): TableRow =>
  new TableRow({
    tableHeader: true,
    height: { value: twip(tinggi), rule: HeightRule.EXACT },
    children,
  });

const exact = ({ tinggi }: Bidang) => ({ value: twip(tinggi), rule: HeightRule.EXACT });

const list = (isi: readonly string[], lebar: number): TableCell =>
  cell(
    isi.length === 0 ? [line("-")] : isi.map((teks) => line(isi.length === 1 ? teks : `– ${teks}`)),
    { lebar },
  );

async function langkahRow(
  { chart, kolom }: LembarResmi,
  { bidang, gambarList }: RuasResmi,
  baris: BarisResmi,
  halaman: number,
): Promise<TableRow> {
  const marks: TableCell[] = [];
  for (const [at, { lebar }] of kolom.pelaksana.entries()) {
    const drawn = gambarList.find((one) => one.kolom === at);
    const picture =
      drawn === undefined
        ? []
        : [gambar(await potonganPng(chart, halaman, drawn.bidang), drawn.bidang)];
    const lines = (baris.tandaList[at] ?? "").split("\n");
    marks.push(
      cell(
        lines.map(
          (teks, first) =>
            new Paragraph({
              children: [...(first === 0 ? picture : []), new TextRun({ text: teks, size: 2 * 5 })],
            }),
        ),
        { lebar, tegak: "atas", tepi: 0 },
      ),
    );
  }
  return new TableRow({
    cantSplit: true,
    height: exact(bidang),
    children: [
      cell([line(`${baris.no}.`, { rata: "tengah" })], { lebar: kolom.no.lebar, tepi: 0 }),
      cell([line(baris.uraian)], { lebar: kolom.uraian.lebar }),
      ...marks,
      list(baris.kelengkapan, kolom.kelengkapan.lebar),
      cell([line(baris.waktu, { rata: "tengah" })], { lebar: kolom.waktu.lebar, tepi: 0 }),
      list(baris.keluaran, kolom.keluaran.lebar),
      cell([line(baris.keterangan)], { lebar: kolom.keterangan.lebar }),
    ],
  });
}

/** A band or a strip of arrows between pages: one cell, drawn as it is on the chart. */
async function selaRow(
  { chart }: LembarResmi,
  { bidang, pita }: RuasResmi,
  { halaman, kolom }: { readonly halaman: number; readonly kolom: number },
): Promise<TableRow> {
  const picture = gambar(await potonganPng(chart, halaman, bidang), bidang);
  const children = [
    new Paragraph({ children: [picture, new TextRun({ text: pita, size: 2 * 5 })] }),
  ];
  return new TableRow({
    cantSplit: true,
    height: exact(bidang),
    children: [cell(children, { lebar: bidang.lebar, gabung: kolom, tegak: "atas", tepi: 0 })],
  });
}

/** A picture over its cell. */
const gambar = (data: Uint8Array, { lebar, tinggi }: Pick<Bidang, "lebar" | "tinggi">): ImageRun =>
  new ImageRun({
    type: "png",
    data,
    transformation: { width: lebar * DOTS_PER_PT, height: tinggi * DOTS_PER_PT },
    floating: {
      horizontalPosition: { relative: HorizontalPositionRelativeFrom.COLUMN, offset: 0 },
      verticalPosition: { relative: VerticalPositionRelativeFrom.PARAGRAPH, offset: 0 },
      layoutInCell: true,
      allowOverlap: true,
    },
  });
