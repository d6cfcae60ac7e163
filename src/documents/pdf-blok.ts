import type { IsiBlok } from "../core/dokumen/bagian.ts";
import type { Daftar, Grafik, Judul, Paragraf, Penomoran } from "../core/dokumen/model.ts";
import { grafikSvg } from "./grafik-svg.ts";
import type { Content } from "./pdf-jenis.ts";
import { pdfKepalaSurat, pdfRincian, pdfTandaTangan, pdfTembusan } from "./pdf-surat.ts";
import { pdfTabel } from "./pdf-tabel.ts";
import { pdfText, rataPdf, runList } from "./pdf-teks.ts";
import { hurufPt, lekukBatas, pt } from "./ukuran.ts";

/** Deeper lists than this have no room left beside their numbers. */
const DALAM_TERBANYAK = 5;

/** One block as pdfmake lays it out, between margins so many points apart. */
export function pdfBlok(blok: IsiBlok, lebarPt: number): Content {
  switch (blok.jenis) {
    case "judul":
      return pdfJudul(blok);
    case "paragraf":
      return pdfParagraf(blok);
    case "daftar":
      return { ...pdfDaftar(blok, 1), margin: [0, 0, 0, 6] };
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
    case "grafik":
      return pdfGrafik(blok, lebarPt);
  }
}

const pdfJudul = ({ tingkat, teks }: Judul): Content => ({
  text: pdfText(teks),
  bold: true,
  fontSize: hurufPt.judul[tingkat],
  alignment: tingkat === 1 ? "center" : "left",
  headlineLevel: tingkat,
  margin: [0, tingkat === 1 ? 0 : 8, 0, 4],
});

const pdfParagraf = ({ isi, rata, lekukCm, awalCm, kecil }: Paragraf): Content => ({
  text: runList(isi),
  alignment: rataPdf[rata],
  leadingIndent: pt(lekukBatas(awalCm)),
  fontSize: kecil ? hurufPt.kecil : hurufPt.teks,
  margin: [pt(lekukBatas(lekukCm)), 0, 0, 6],
});

const penomoranPdf: { readonly [P in Exclude<Penomoran, "butir">]: "decimal" | "lower-alpha" } = {
  angka: "decimal",
  huruf: "lower-alpha",
};

function pdfDaftar({ penomoran, butirList }: Daftar, dalam: number): { stack: Content[] } {
  const items = butirList.map(({ isi, anak }): Content => {
    const teks: Content = { text: runList(isi), margin: [0, 0, 0, 2] };
    return anak === null || dalam >= DALAM_TERBANYAK
      ? teks
      : { stack: [teks, pdfDaftar(anak, dalam + 1)] };
  });
  if (items.length === 0) return { stack: [] };
  return {
    stack: [penomoran === "butir" ? { ul: items } : { ol: items, type: penomoranPdf[penomoran] }],
  };
}

const pdfGrafik = (grafik: Grafik, lebarPt: number): Content => ({
  stack: grafikSvg(grafik).map(({ svg, lebar }) => ({
    svg,
    width: Math.min(lebar, lebarPt),
    font: "Arimo",
  })),
  margin: [0, 4, 0, 8],
});
