import type { LembarGrafik } from "../../core/dokumen/grafik.ts";
import { gambarPng } from "./gambar-png.ts";
import { grafikLayar } from "./grafik/index.ts";

/** Dots for each point: sharp on a phone that shows it as wide as its screen. */
const SKALA = 2.5;

/** A chart for a chat as a PNG. */
export const grafikPng = (lembar: LembarGrafik): Uint8Array =>
  gambarPng(grafikLayar(lembar), SKALA);
