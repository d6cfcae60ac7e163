import type { DaftarIsiTerisi, Muka } from "../../core/dokumen/bagian.ts";
import type { Sampul } from "../../core/dokumen/model.ts";
import { kotakLogo, type LogoTerbaca } from "../gambar/logo.ts";
import { shortened } from "../legal-text.ts";
import { hurufPt, pt, sampulCm } from "../ukuran.ts";
import type { Content } from "./jenis.ts";
import { pdfLogo } from "./kop.ts";
import { pdfText } from "./teks.ts";

/** Longer than this a line of the front pages would push the others off the page. */
const BARIS_TERPANJANG = 200;
/** How far each level of the contents is moved in, in centimetres. */
const LEKUK_CM = 0.8;

/** A page before the text. */
export const pdfMuka = (muka: Muka, logo: LogoTerbaca | null): Content =>
  muka.jenis === "sampul" ? pdfSampul(muka, logo) : pdfDaftarIsi(muka);

/** The cover: the title a third down the page, the office at its foot. */
const pdfSampul = ({ judulList, instansiList }: Sampul, logo: LogoTerbaca | null): Content => ({
  stack: [
    ...(logo === null ? [] : [pdfSampulLogo(logo)]),
    lines(judulList, {
      fontSize: hurufPt.sampul,
      margin: [0, pt(logo === null ? sampulCm.atas : sampulCm.bawahLogo), 0, 0],
    }),
    lines(instansiList, {
      fontSize: hurufPt.judul[1],
      margin: [0, pt(sampulCm.antara), 0, 0],
    }),
  ],
});

const pdfSampulLogo = (logo: LogoTerbaca): Content => ({
  ...pdfLogo(logo, kotakLogo.sampul),
  alignment: "center",
  margin: [0, pt(sampulCm.atasLogo), 0, 0],
});

/** The contents; the pages are known once the whole document is laid out. */
const pdfDaftarIsi = ({ judul, entriList }: DaftarIsiTerisi): Content => ({
  stack: [
    {
      text: sebutan(judul),
      bold: true,
      fontSize: hurufPt.judul[1],
      alignment: "center",
      margin: [0, 0, 0, 8],
    },
    ...(entriList.length === 0
      ? []
      : [
          {
            table: {
              widths: ["*", "auto"],
              body: entriList.map(({ id, tingkat, teks }): Content[] => [
                {
                  text: sebutan(teks),
                  linkToDestination: id,
                  bold: tingkat === 1,
                  margin: [pt(LEKUK_CM * (tingkat - 1)), 0, 0, 0],
                },
                { pageReference: id, alignment: "right" },
              ]),
            },
            layout: "noBorders",
          },
        ]),
  ],
});

const lines = (
  teksList: readonly string[],
  rupa: { readonly fontSize: number; readonly margin: [number, number, number, number] },
): Content => ({
  stack: teksList.map((teks) => ({ text: sebutan(teks) })),
  bold: true,
  alignment: "center",
  lineHeight: 1.4,
  ...rupa,
});

const sebutan = (teks: string): string => pdfText(shortened(teks, BARIS_TERPANJANG));
