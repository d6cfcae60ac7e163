import type {
  BlokTandaTangan,
  Daftar,
  Isi,
  KepalaSurat,
  Kop,
  Rincian,
  TandaTangan,
  Tembusan,
} from "../../core/dokumen/model.ts";
import { shortened } from "../legal-text.ts";
import { hurufPt, pt, tinta } from "../ukuran.ts";
import { pdfDaftar } from "./daftar.ts";
import type { Content, ContentTable, ContentText, TableCell } from "./jenis.ts";
import { pdfText, runList } from "./teks.ts";

/** Names, offices and addresses are short; a longer one would push a signature off its page. */
const SEBUTAN_TERPANJANG = 200;
const LABEL_CM = 3.6;

/** The letterhead with the double line below it. */
export const pdfKop = ({ pemerintah, instansi, alamat }: Kop, lebarPt: number): Content => ({
  stack: [
    { text: sebutan(pemerintah), alignment: "center", bold: true, fontSize: 12 },
    { text: sebutan(instansi), alignment: "center", bold: true, fontSize: 16 },
    ...(alamat === null
      ? []
      : [{ text: sebutan(alamat), alignment: "center" as const, fontSize: hurufPt.kecil }]),
    {
      canvas: [
        { type: "line" as const, x1: 0, y1: 5, x2: lebarPt, y2: 5, lineWidth: 2 },
        { type: "line" as const, x1: 0, y1: 7.5, x2: lebarPt, y2: 7.5, lineWidth: 0.7 },
      ],
    },
  ],
  margin: [0, 0, 0, 12],
});

/** Date and place at the right, then the four lines of the letter, then whom it is for. */
export const pdfKepalaSurat = (blok: KepalaSurat): Content => ({
  stack: [
    { text: sebutan(blok.tempatTanggal), alignment: "right", margin: [0, 0, 0, 8] },
    labelled(
      [
        { label: "Nomor", isi: [{ teks: blok.nomor ?? "" }] },
        { label: "Sifat", isi: [{ teks: blok.sifat ?? "" }] },
        { label: "Lampiran", isi: [{ teks: blok.lampiran ?? "" }] },
        { label: "Hal", isi: [{ teks: blok.hal, tebal: true }] },
      ],
      2,
    ),
    { text: " " },
    ...blok.kepadaList.map((kepada, at) => ({
      text: pdfText(at === 0 ? `Yth. ${kepada}` : kepada),
    })),
  ],
  margin: [0, 0, 0, 12],
});

/** Labels, colons under each other, and what belongs to them. */
export const pdfRincian = ({ barisList }: Rincian): Content => ({
  ...labelled(barisList, LABEL_CM),
  margin: [0, 0, 0, 8],
});

/** One signature at the right or two side by side, line beside line; never torn apart. */
export const pdfTandaTangan = ({ kiri, kanan }: BlokTandaTangan): Content => ({
  table: {
    widths: ["*", "*"],
    heights: (row: number) => (row === BARIS_TINTA ? pt(1.8) : "auto"),
    body: tandaTanganRows.map((row, at) =>
      [kiri, kanan].map((one): TableCell => {
        if (one === null) return "";
        return at === BARIS_TINTA ? { ...row(one), margin: [0, pt(0.6), 0, 0] } : row(one);
      }),
    ),
  },
  layout: tanpaGaris,
  alignment: "center",
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

/** What stands on each line; the third is where the ink goes. */
const tandaTanganRows: readonly ((one: TandaTangan) => ContentText)[] = [
  ({ tempatTanggal }) => ({ text: sebutan(tempatTanggal ?? "") }),
  ({ jabatan }) => ({ text: sebutan(jabatan) }),
  ({ keterangan }) => ({
    text: sebutan(keterangan ?? ""),
    italics: true,
    fontSize: hurufPt.kecil,
    color: `#${tinta.redup}`,
  }),
  ({ nama }) => ({ text: sebutan(nama), bold: true, decoration: "underline" }),
  ({ nip }) => ({ text: nip === null ? "" : `NIP. ${sebutan(nip)}` }),
];
const BARIS_TINTA = 2;

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
            sebutan(label),
            ":",
            daftar === undefined ? { text: runList(isi) } : listed(isi, daftar),
          ]),
  },
  layout: tanpaGaris,
});

const tanpaGaris = {
  hLineWidth: () => 0,
  vLineWidth: () => 0,
  paddingLeft: () => 0,
  paddingRight: () => 4,
  paddingTop: () => 1,
  paddingBottom: () => 1,
};

const sebutan = (teks: string): string => pdfText(shortened(teks, SEBUTAN_TERPANJANG));
