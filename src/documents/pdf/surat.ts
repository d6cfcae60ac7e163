import type {
  BlokTandaTangan,
  Daftar,
  Isi,
  KepalaSurat,
  Rincian,
  Tembusan,
} from "../../core/dokumen/model.ts";
import {
  BARIS_TINTA,
  kepadaTeks,
  kepalaList,
  LABEL_CM,
  sebutan,
  TINTA_CM,
  tandaTanganRows,
} from "../surat.ts";
import { hurufPt, pt, TINGGI_BARIS, tinta } from "../ukuran.ts";
import { tanpaBingkai } from "./bingkai.ts";
import { pdfDaftar } from "./daftar.ts";
import type { Content, ContentTable, ContentText, TableCell } from "./jenis.ts";
import { pdfText, runList } from "./teks.ts";

/** Date and place at the right, then the four lines of the letter, then whom it is for. */
export const pdfKepalaSurat = (blok: KepalaSurat): Content => ({
  stack: [
    { text: pdfSebutan(blok.tempatTanggal), alignment: "right", margin: [0, 0, 0, 8] },
    labelled(kepalaList(blok), 2),
    { text: " " },
    ...kepadaTeks(blok).map((kepada) => ({ text: pdfText(kepada) })),
  ],
  margin: [0, 0, 0, 12],
});

/** Labels, colons under each other, and what belongs to them. */
export const pdfRincian = ({ barisList }: Rincian): ContentTable => ({
  ...labelled(barisList, LABEL_CM),
  margin: [0, 0, 0, 8],
});

/** One signature at the right or two side by side, line beside line; never torn apart. */
export const pdfTandaTangan = ({ kiri, kanan }: BlokTandaTangan): Content => ({
  table: {
    widths: ["*", "*"],
    heights: (row: number) => (row === BARIS_TINTA ? pt(TINTA_CM) : "auto"),
    body: tandaTanganRows.map((row, at) =>
      [kiri, kanan].map((one): TableCell => {
        if (one === null) return "";
        return { text: runList(row(one)), ...(at === BARIS_TINTA ? rupaTinta : {}) };
      }),
    ),
  },
  layout: tanpaGaris,
  alignment: "center",
  // the same below a table of small letters
  fontSize: hurufPt.teks,
  lineHeight: TINGGI_BARIS,
  unbreakable: true,
  margin: [0, 14, 0, 8],
});

/** Who gets a copy, below everything else. */
export const pdfTembusan = ({ kepadaList }: Tembusan): Content => ({
  stack: [
    { text: "Tembusan:", decoration: "underline" },
    { ol: kepadaList.map((kepada) => ({ text: pdfText(kepada) })) },
  ],
  fontSize: hurufPt.kecil,
  margin: [0, 12, 0, 0],
});

const rupaTinta: Partial<ContentText> = {
  fontSize: hurufPt.kecil,
  color: `#${tinta.redup}`,
  margin: [0, pt(0.6), 0, 0],
};

const listed = (isi: Isi, daftar: Daftar): Content => ({
  stack: [...(isi.length === 0 ? [] : [{ text: runList(isi) }]), pdfDaftar(daftar)],
});

const labelled = (barisList: Rincian["barisList"], labelCm: number): ContentTable => ({
  table: {
    widths: [pt(labelCm), 6, "*"],
    body:
      barisList.length === 0
        ? [["", "", ""]]
        : barisList.map(({ label, isi, daftar }) => [
            pdfSebutan(label),
            ":",
            daftar === undefined ? { text: runList(isi) } : listed(isi, daftar),
          ]),
  },
  layout: tanpaGaris,
});

const tanpaGaris = {
  ...tanpaBingkai,
  paddingRight: () => 4,
  paddingTop: () => 1,
  paddingBottom: () => 1,
};

const pdfSebutan = (teks: string): string => pdfText(sebutan(teks));
