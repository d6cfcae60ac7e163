import { wrapText } from "../../../core/sop/chart/huruf.ts";
import { HURUF } from "../../huruf.ts";

/** Where a chart is shown. */
export interface Bingkai {
  readonly lebar: number;
  /** Below the title: whose it is. */
  readonly kantor: string | null;
  /** At the foot. */
  readonly catatanList: readonly string[];
  /** Bars on one picture; the rest follow on the next. */
  readonly batangTerbanyak: number;
}

/** Ink of letters, notes, axes and rules. */
export const tinta = {
  teks: "#1F2933",
  redup: "#52606D",
  garis: "#9AA5B1",
  kisi: "#E4E7EB",
} as const;
const HURUF_PT = 12.5;
/** From one line of letters to the next. */
export const BARIS_PT = 15;
/** Free on all sides. */
export const TEPI = 14;
/** The scale below a chart, with the names of its lines. */
export const KAKI_SUMBU = 46;

/** How letters at an axis or a bar are measured, and those that stand out. */
export const gayaBiasa = { ukuran: HURUF_PT, tebal: false } as const;
export const gayaTebal = { ukuran: HURUF_PT, tebal: true } as const;

/** Hatching that a copy without colour shows, too. */
export const arsiran = {
  symbol: "rect",
  color: "rgba(255,255,255,0.85)",
  dashArrayX: [1, 0],
  dashArrayY: [2.5, 4.5],
  rotation: Math.PI / 4,
} as const;

const JUDUL_PT = 16;
const JUDUL_BARIS = 20;
const CATATAN_PT = 11;
const CATATAN_BARIS = 14;

/** What stands above and below the chart, and how much room that takes. */
export interface Sekeliling {
  readonly title: readonly object[];
  readonly atas: number;
  readonly bawah: number;
}

/** Title, office and notes, wrapped: nothing of them is cut. */
export function sekeliling(judul: string, { lebar, kantor, catatanList }: Bingkai): Sekeliling {
  const room = lebar - 2 * TEPI;
  const judulList = wrapText(judul, room, { ukuran: JUDUL_PT, tebal: true });
  const kantorList = kantor === null ? [] : wrapText(kantor, room, gayaBiasa);
  const notes = catatanList.flatMap((one) =>
    wrapText(one, room, { ukuran: CATATAN_PT, tebal: false }),
  );
  const kantorTop = TEPI + judulList.length * JUDUL_BARIS + 2;
  const bawah = notes.length === 0 ? 6 : notes.length * CATATAN_BARIS + TEPI;
  const left = { left: TEPI, padding: 0 } as const;
  return {
    title: [
      {
        ...left,
        top: TEPI,
        text: judulList.join("\n"),
        textStyle: style(JUDUL_PT, JUDUL_BARIS, { fontWeight: "bold" }),
      },
      {
        ...left,
        top: kantorTop,
        text: kantorList.join("\n"),
        textStyle: style(HURUF_PT, BARIS_PT, { fontWeight: "normal" }),
      },
      {
        ...left,
        bottom: 8,
        text: notes.join("\n"),
        textStyle: style(CATATAN_PT, CATATAN_BARIS, { fontWeight: "normal", color: tinta.redup }),
      },
    ],
    atas: kantorTop + kantorList.length * BARIS_PT + 12,
    bawah,
  };
}

const style = (
  fontSize: number,
  lineHeight: number,
  rest: { readonly fontWeight: "bold" | "normal"; readonly color?: string },
): object => ({ color: tinta.teks, fontFamily: HURUF, fontSize, lineHeight, ...rest });

/** Letters at an axis or a bar. */
export const hurufSumbu = {
  fontFamily: HURUF,
  fontSize: HURUF_PT,
  lineHeight: BARIS_PT,
  color: tinta.teks,
} as const;
