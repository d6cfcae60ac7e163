import type {
  Grafik,
  GrafikBatang,
  GrafikTren,
  LembarGrafik,
} from "../../../core/dokumen/grafik.ts";
import { lukisBatang } from "./batang.ts";
import type { Bingkai } from "./bingkai.ts";
import type { Gambar } from "./mesin.ts";
import { lukisPapan } from "./papan.ts";
import { lukisTren } from "./tren.ts";

export type { Gambar } from "./mesin.ts";

/** In a paper: a page holds so many bars, and whose they are stands in its letterhead. */
const kertas: Bingkai = { lebar: 600, kantor: null, catatanList: [], batangTerbanyak: 10 };

/** On a phone: narrow, so that its letters can be read without turning it, and in one piece. */
const LAYAR = 540;

/** The chart as pictures that each fit on a page. */
export const grafikKertas = (grafik: GrafikBatang | GrafikTren): readonly Gambar[] =>
  draw(grafik, kertas);

/** The chart as one picture for a chat. */
export function grafikLayar({ grafik, kantor, catatanList }: LembarGrafik): Gambar {
  const bingkai = { lebar: LAYAR, kantor, catatanList, batangTerbanyak: Number.MAX_SAFE_INTEGER };
  const [gambar] = draw(grafik, bingkai);
  if (gambar === undefined) throw new Error(`a ${grafik.jenis} has no picture`);
  return gambar;
}

function draw(grafik: Grafik, bingkai: Bingkai): readonly Gambar[] {
  switch (grafik.jenis) {
    case "grafik":
      return lukisBatang(grafik, bingkai);
    case "grafik-tren":
      return [lukisTren(grafik, bingkai)];
    case "grafik-papan":
      return [lukisPapan(grafik, bingkai)];
  }
}
