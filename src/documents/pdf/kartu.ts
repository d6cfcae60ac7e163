import type { KartuUndangan, LembarKartu } from "../../core/dokumen/kartu.ts";
import { HURUF } from "../huruf.ts";
import { kertasCm, pt, tinta } from "../ukuran.ts";
import { tanpaBingkai } from "./bingkai.ts";
import { asDocument, pdfmake } from "./buat.ts";
import type { Content } from "./jenis.ts";
import { pdfText } from "./teks.ts";

/** Two cards beside each other, four below: every printer leaves a card whole, and scissors do the rest. */
const KOLOM = 2;
const BARIS = 4;
const TEPI_CM = 0.7;
const ISI_CM = 0.55;
const QR_CM = 3;

const { lebar, tinggi } = kertasCm.A4;
const kartuCm = { lebar: (lebar - 2 * TEPI_CM) / KOLOM, tinggi: (tinggi - 2 * TEPI_CM) / BARIS };

/** Cards on A4, eight a page, with lines to cut along; as bytes of a PDF file. */
export function kartuUndanganPdf({ judul, dibuatMs, kartuList }: LembarKartu): Promise<Uint8Array> {
  const perPage = KOLOM * BARIS;
  const pages = Array.from({ length: Math.ceil(kartuList.length / perPage) }, (_, at) =>
    kartuList.slice(at * perPage, (at + 1) * perPage),
  );
  return pdfmake
    .createPdf({
      ...asDocument(judul, dibuatMs),
      pageSize: { width: pt(lebar), height: pt(tinggi) },
      pageMargins: 0,
      defaultStyle: { font: HURUF, fontSize: 9, lineHeight: 1.1 },
      content: pages.map(
        (page, at): Content => ({
          stack: [cutLines(page.length), ...page.map(card)],
          ...(at > 0 && { pageBreak: "before" }),
        }),
      ),
    })
    .getBuffer();
}

/** Dashed lines around every card, drawn through to the edge of the page where one begins to cut. */
function cutLines(count: number): Content {
  const rows = Math.ceil(count / KOLOM);
  const line = { type: "line", lineWidth: 0.5, dash: { length: 3 }, lineColor: `#${tinta.garis}` };
  const right = pt(TEPI_CM + KOLOM * kartuCm.lebar);
  const bottom = pt(TEPI_CM + rows * kartuCm.tinggi);
  const across = Array.from({ length: rows + 1 }, (_, at) => {
    const y = pt(TEPI_CM + at * kartuCm.tinggi);
    return { ...line, type: "line" as const, x1: 0, y1: y, x2: right + pt(TEPI_CM), y2: y };
  });
  const down = Array.from({ length: KOLOM + 1 }, (_, at) => {
    const x = pt(TEPI_CM + at * kartuCm.lebar);
    return { ...line, type: "line" as const, x1: x, y1: 0, x2: x, y2: bottom + pt(TEPI_CM) };
  });
  return { absolutePosition: { x: 0, y: 0 }, canvas: [...across, ...down] };
}

function card(kartu: KartuUndangan, at: number): Content {
  const x = TEPI_CM + (at % KOLOM) * kartuCm.lebar + ISI_CM;
  const y = TEPI_CM + Math.floor(at / KOLOM) * kartuCm.tinggi + ISI_CM;
  return {
    absolutePosition: { x: pt(x), y: pt(y) },
    table: {
      widths: [pt(kartuCm.lebar - 2 * ISI_CM)],
      body: [[{ stack: [...head(kartu), body(kartu), foot(kartu)] }]],
    },
    layout: tanpaBingkai,
  };
}

/** Longer names of posts are written smaller, so that they keep to two lines. */
const head = ({ kepala, jabatan, kantor }: KartuUndangan): Content[] => [
  { text: pdfText(kepala), fontSize: 8, color: `#${tinta.redup}` },
  { text: shown(jabatan, 90), fontSize: jabatan.length > 30 ? 10.5 : 13, bold: true },
  { text: shown(kantor, 90), fontSize: 8.5, color: `#${tinta.redup}`, margin: [0, 0, 0, 5] },
];

function body({ tautan, langkahList, judulKode, kode }: KartuUndangan): Content {
  const words: Content[] = [
    ...langkahList.map((one): Content => ({ text: pdfText(one), margin: [0, 0, 0, 4] })),
    { text: pdfText(judulKode), fontSize: 8, color: `#${tinta.redup}` },
    { text: kode, fontSize: 13, bold: true, characterSpacing: 0.8 },
  ];
  if (tautan === null) return { stack: words };
  return {
    columns: [
      { width: pt(QR_CM), qr: tautan, fit: pt(QR_CM), eccLevel: "M" },
      { width: "*", stack: words },
    ],
    columnGap: pt(0.45),
  };
}

const foot = ({ sampai }: KartuUndangan): Content => ({
  text: pdfText(sampai),
  fontSize: 8.5,
  margin: [0, 6, 0, 0],
});

const shown = (text: string, max: number): string =>
  pdfText(text.length > max ? `${text.slice(0, max - 1)}…` : text);
