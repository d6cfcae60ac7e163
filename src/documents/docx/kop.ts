import {
  BorderStyle,
  ImageRun,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
} from "docx";
import type { Kop } from "../../core/dokumen/model.ts";
import { kotakLogo, type LogoTerbaca, ukuranLogo } from "../gambar/logo.ts";
import { sebutan } from "../surat.ts";
import { hurufPt, pt, TITIK_PER_PT, twip } from "../ukuran.ts";
import { dxa, tanpaGaris } from "./tabel.ts";
import { halfPt, rataDocx, runList } from "./teks.ts";

/** The letterhead with the double line below it. */
export function docxKop(
  kop: Kop,
  lebarCm: number,
  logo: LogoTerbaca | null,
): (Paragraph | Table)[] {
  const list = lines(kop);
  if (logo !== null)
    return [
      besideLogo(
        list.map((line) => lineOf(line, false)),
        lebarCm,
        logo,
      ),
      garis(),
    ];
  return list.map((line, at) => lineOf(line, at === list.length - 1));
}

/** A logo as a run of text. */
export function docxLogo(
  { logo, data }: LogoTerbaca,
  kotak: (typeof kotakLogo)[keyof typeof kotakLogo],
): ImageRun {
  const { lebarCm, tinggiCm } = ukuranLogo(logo, kotak);
  return new ImageRun({
    type: logo.mime === "image/png" ? "png" : "jpg",
    data,
    transformation: {
      width: Math.round(pt(lebarCm) * TITIK_PER_PT),
      height: Math.round(pt(tinggiCm) * TITIK_PER_PT),
    },
    altText: { name: "Logo", title: "Logo", description: "Logo instansi" },
  });
}

interface Line {
  readonly teks: string;
  readonly size: number;
  readonly bold: boolean;
}

const lines = ({ pemerintah, instansi, alamat }: Kop): readonly Line[] => [
  { teks: pemerintah, size: 12, bold: true },
  { teks: instansi, size: 16, bold: true },
  ...(alamat === null ? [] : [{ teks: alamat, size: hurufPt.kecil, bold: false }]),
];

const lineOf = ({ teks, size, bold }: Line, garis: boolean): Paragraph =>
  new Paragraph({
    alignment: rataDocx.tengah,
    spacing: { after: garis ? JARAK_BAWAH : 0 },
    ...(garis ? { border: { bottom: garisGanda } } : {}),
    children: runList([{ teks: sebutan(teks) }], {
      size: halfPt(size),
      ...(bold ? { bold: true } : {}),
    }),
  });

/** As much room at the right as the logo has, so that the words stay in the middle of the page. */
function besideLogo(list: readonly Paragraph[], lebarCm: number, logo: LogoTerbaca): Table {
  const sisi = twip(kotakLogo.kop.lebarCm);
  const widths = [sisi, twip(lebarCm) - 2 * sisi, sisi];
  const gambar = new Paragraph({
    spacing: { after: 0 },
    children: [docxLogo(logo, kotakLogo.kop)],
  });
  const kosong = new Paragraph({ spacing: { after: 0 } });
  return new Table({
    layout: TableLayoutType.FIXED,
    columnWidths: widths,
    width: dxa(twip(lebarCm)),
    borders: tanpaGaris,
    // Word keeps room beside the text of a cell, which would push the logo off the margin
    margins: { left: 0, right: 0 },
    rows: [
      new TableRow({
        cantSplit: true,
        children: [[gambar], list, [kosong]].map(
          (children, at) =>
            new TableCell({
              width: dxa(widths[at]),
              verticalAlign: VerticalAlignTable.CENTER,
              children: [...children],
            }),
        ),
      }),
    ],
  });
}

/** The double line alone, on a line as low as Word allows. */
const garis = (): Paragraph =>
  new Paragraph({
    spacing: { before: 0, after: JARAK_BAWAH, line: 20, lineRule: LineRuleType.EXACT },
    border: { bottom: garisGanda },
  });

const JARAK_BAWAH = 240;

const garisGanda = {
  style: BorderStyle.THICK_THIN_SMALL_GAP,
  size: 24,
  space: 4,
  color: "000000",
} as const;
