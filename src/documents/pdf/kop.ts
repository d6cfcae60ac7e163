import type { Kop } from "../../core/dokumen/model.ts";
import { kotakLogo, type LogoTerbaca, ukuranLogo } from "../gambar/logo.ts";
import { sebutan } from "../surat.ts";
import { hurufPt, pt } from "../ukuran.ts";
import { tanpaBingkai } from "./bingkai.ts";
import type { Content } from "./jenis.ts";
import { pdfText } from "./teks.ts";

/** The letterhead with the double line below it. */
export const pdfKop = (kop: Kop, lebarPt: number, logo: LogoTerbaca | null): Content => ({
  stack: [
    ...(logo === null ? lines(kop) : [besideLogo(kop, logo)]),
    {
      canvas: [
        { type: "line" as const, x1: 0, y1: 5, x2: lebarPt, y2: 5, lineWidth: 2 },
        { type: "line" as const, x1: 0, y1: 7.5, x2: lebarPt, y2: 7.5, lineWidth: 0.7 },
      ],
    },
  ],
  margin: [0, 0, 0, 12],
});

/** A picture as pdfmake takes it, drawn so large. */
export function pdfLogo(
  { logo, data }: LogoTerbaca,
  kotak: (typeof kotakLogo)[keyof typeof kotakLogo],
): { readonly image: string; readonly width: number; readonly height: number } {
  const { lebarCm, tinggiCm } = ukuranLogo(logo, kotak);
  return {
    image: `data:${logo.mime};base64,${Buffer.from(data).toString("base64")}`,
    width: pt(lebarCm),
    height: pt(tinggiCm),
  };
}

const lines = ({ pemerintah, instansi, alamat }: Kop): Content[] => [
  { text: pdfSebutan(pemerintah), alignment: "center", bold: true, fontSize: 12 },
  { text: pdfSebutan(instansi), alignment: "center", bold: true, fontSize: 16 },
  ...(alamat === null
    ? []
    : [{ text: pdfSebutan(alamat), alignment: "center" as const, fontSize: hurufPt.kecil }]),
];

/** As much room at the right as the logo has, so that the words stay in the middle of the page. */
const besideLogo = (kop: Kop, logo: LogoTerbaca): Content => ({
  table: {
    widths: [pt(kotakLogo.kop.lebarCm), "*", pt(kotakLogo.kop.lebarCm)],
    body: [
      [
        { ...pdfLogo(logo, kotakLogo.kop), verticalAlignment: "middle" },
        { stack: lines(kop), verticalAlignment: "middle" },
        "",
      ],
    ],
  },
  layout: tanpaBingkai,
});

const pdfSebutan = (teks: string): string => pdfText(sebutan(teks));
