import { Bookmark, HeadingLevel, ImageRun, Paragraph, type Table } from "docx";
import { type IsiBlok, isMuka, type JudulBagian } from "../../core/dokumen/bagian.ts";
import type { Paragraf } from "../../core/dokumen/model.ts";
import { gambarPng } from "../gambar/gambar-png.ts";
import type { Gambar } from "../gambar/grafik/index.ts";
import { type GambarGrafik, isGrafik } from "../gambar/grafik-dokumen.ts";
import type { LogoTerbaca } from "../gambar/logo.ts";
import { legalText } from "../legal-text.ts";
import { isParagrafUtuh } from "../paragraf-utuh.ts";
import { LABEL_CM } from "../surat.ts";
import { hurufPt, lekukBatas, pt, TITIK_PER_PT, twip } from "../ukuran.ts";
import { docxDaftar, type Penghitung } from "./daftar.ts";
import { docxMuka } from "./muka.ts";
import { docxKepalaSurat, docxTandaTangan, docxTembusan } from "./surat.ts";
import { docxRincian, docxTabel } from "./tabel.ts";
import { baris, halfPt, rataIsi, runList } from "./teks.ts";

/** How a block stands among the others. */
export interface LetakBlok {
  readonly penghitung: Penghitung;
  /** Whether what follows must not be parted from its end. */
  readonly menyusul: boolean;
  /** The pictures of its charts. */
  readonly gambar: GambarGrafik;
  readonly logo: LogoTerbaca | null;
}

/** One block as Word has it, between margins so many centimetres apart. */
export function docxBlok(
  blok: IsiBlok,
  lebarCm: number,
  { penghitung, menyusul, gambar, logo }: LetakBlok,
): readonly (Paragraph | Table)[] {
  const jarak = (): Paragraph => baris("", "kiri", {}, menyusul);
  if (isMuka(blok)) return docxMuka(blok, lebarCm, logo);
  if (isGrafik(blok)) return docxGrafik(blok.judul, gambar(blok), lebarCm);
  switch (blok.jenis) {
    case "judul":
      return [docxJudul(blok)];
    case "paragraf":
      return [docxParagraf(blok, menyusul)];
    case "daftar":
      return [...docxDaftar(blok, penghitung, { menyusul }), jarak()];
    case "rincian":
      return [
        docxRincian(blok.barisList, { labelCm: LABEL_CM, lebarCm, penghitung, menyusul }),
        jarak(),
      ];
    case "tabel":
      return blok.kolomList.length === 0 ? [] : [docxTabel(blok, lebarCm, menyusul), jarak()];
    case "tanda-tangan":
      return docxTandaTangan(blok, lebarCm);
    case "kepala-surat":
      return docxKepalaSurat(blok, lebarCm, penghitung);
    case "tembusan":
      return docxTembusan(blok);
  }
}

const tingkat = {
  1: HeadingLevel.HEADING_1,
  2: HeadingLevel.HEADING_2,
  3: HeadingLevel.HEADING_3,
  4: HeadingLevel.HEADING_4,
} as const;

const docxJudul = (judul: JudulBagian): Paragraph => {
  const children = runList([{ teks: judul.teks }]);
  return new Paragraph({
    heading: tingkat[judul.tingkat],
    keepNext: true,
    children: judul.id === undefined ? children : [new Bookmark({ id: judul.id, children })],
  });
};

/** Running text; kept with what follows where that must not stand alone. */
const docxParagraf = (
  { isi, rata, lekukCm, awalCm, kecil }: Paragraf,
  keepNext: boolean,
): Paragraph =>
  new Paragraph({
    keepNext,
    alignment: rataIsi(rata, isi),
    keepLines: isParagrafUtuh(isi),
    indent: { left: twip(lekukBatas(lekukCm)), firstLine: twip(lekukBatas(awalCm)) },
    children: runList(isi, kecil ? { size: halfPt(hurufPt.kecil) } : {}),
  });

/** As wide as the text, however wide they were drawn. */
const docxGrafik = (judul: string, gambarList: readonly Gambar[], lebarCm: number): Paragraph[] =>
  gambarList.map((gambar) => {
    const { lebar, tinggi } = gambar;
    const scale = (pt(lebarCm) / lebar) * TITIK_PER_PT;
    return new Paragraph({
      children: [
        new ImageRun({
          type: "png",
          data: gambarPng(gambar),
          transformation: {
            width: Math.round(lebar * scale),
            height: Math.round(tinggi * scale),
          },
          altText: { name: "Grafik", title: "Grafik", description: legalText(judul) },
        }),
      ],
    });
  });
