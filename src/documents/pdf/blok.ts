import { type IsiBlok, isMuka, type JudulBagian } from "../../core/dokumen/bagian.ts";
import type { Paragraf } from "../../core/dokumen/model.ts";
import { belah } from "../ekor.ts";
import type { Gambar } from "../gambar/grafik/index.ts";
import { type GambarGrafik, isGrafik } from "../gambar/grafik-dokumen.ts";
import type { LogoTerbaca } from "../gambar/logo.ts";
import { HURUF } from "../huruf.ts";
import { isParagrafUtuh } from "../paragraf-utuh.ts";
import { hurufPt, lekukBatas, pt } from "../ukuran.ts";
import { pdfDaftar } from "./daftar.ts";
import type { Content } from "./jenis.ts";
import { pdfMuka } from "./muka.ts";
import { pdfKepalaSurat, pdfRincian, pdfTandaTangan, pdfTembusan } from "./surat.ts";
import { pdfTabel, pdfTabelBertandaTangan } from "./tabel.ts";
import { pdfText, rataPdf, runList } from "./teks.ts";

/** Where blocks stand: between margins so many points apart, with the pictures of their charts. */
export interface LetakBlok {
  readonly lebarPt: number;
  readonly gambar: GambarGrafik;
  readonly logo: LogoTerbaca | null;
}

/** One block as pdfmake lays it out. */
export function pdfBlok(blok: IsiBlok, { lebarPt, gambar, logo }: LetakBlok): Content {
  if (isMuka(blok)) return pdfMuka(blok, logo);
  if (isGrafik(blok)) return pdfGrafik(gambar(blok), lebarPt);
  switch (blok.jenis) {
    case "judul":
      return pdfJudul(blok);
    case "paragraf":
      return pdfParagraf(blok);
    case "daftar":
      return { ...pdfDaftar(blok), margin: [0, 0, 0, 6] };
    case "rincian":
      return pdfRincian(blok);
    case "tabel":
      return blok.kolomList.length === 0 ? "" : pdfTabel(blok, lebarPt);
    case "tanda-tangan":
      return pdfTandaTangan(blok);
    case "kepala-surat":
      return pdfKepalaSurat(blok);
    case "tembusan":
      return pdfTembusan(blok);
  }
}

/** A block with the signature below it, which is never parted from the end of the block. */
export function pdfBertandaTangan(
  blok: IsiBlok,
  tandaTangan: Content,
  letak: LetakBlok,
): readonly Content[] {
  if (blok.jenis === "tabel" && blok.kolomList.length > 0) {
    return pdfTabelBertandaTangan(blok, tandaTangan, letak.lebarPt);
  }
  const terbelah = belah(blok);
  if (terbelah === null) return [pdfBlok(blok, letak), tandaTangan];
  const { awal, ekor, mulai } = terbelah;
  const akhir = ekor.jenis === "daftar" ? pdfDaftar(ekor, { mulai }) : pdfBlok(ekor, letak);
  return [
    ...(awal === null ? [] : [bersambung(awal, letak)]),
    { stack: [akhir, tandaTangan], unbreakable: true },
  ];
}

/** A block without the room below it: what follows belongs to it. */
function bersambung(blok: IsiBlok, letak: LetakBlok): Content {
  if (blok.jenis === "daftar") return pdfDaftar(blok);
  if (blok.jenis === "rincian") return { ...pdfRincian(blok), margin: 0 };
  return pdfBlok(blok, letak);
}

const pdfJudul = ({ tingkat, teks, id }: JudulBagian): Content => ({
  text: pdfText(teks),
  ...(id === undefined ? {} : { id }),
  bold: true,
  fontSize: hurufPt.judul[tingkat],
  alignment: tingkat === 1 ? "center" : "left",
  headlineLevel: tingkat,
  margin: [0, tingkat === 1 ? 0 : 8, 0, 4],
});

const pdfParagraf = ({ isi, rata, lekukCm, awalCm, kecil }: Paragraf): Content => ({
  text: runList(isi),
  unbreakable: isParagrafUtuh(isi),
  alignment: rataPdf[rata],
  leadingIndent: pt(lekukBatas(awalCm)),
  fontSize: kecil ? hurufPt.kecil : hurufPt.teks,
  margin: [pt(lekukBatas(lekukCm)), 0, 0, 6],
});

/** As wide as the text, however wide they were drawn. */
const pdfGrafik = (gambarList: readonly Gambar[], lebarPt: number): Content => ({
  stack: gambarList.map(({ svg }) => ({ svg, width: lebarPt, font: HURUF })),
  margin: [0, 4, 0, 8],
});
