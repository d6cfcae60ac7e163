import type { Kertas } from "../../dokumen/model.ts";
import type { Alur } from "./alur.ts";
import { textWidth } from "./huruf.ts";
import type { ButirLegenda } from "./model.ts";
import { gaya, kertasPt, tepi } from "./ukuran.ts";

/** The signs of a chart and what they mean, on as many lines as the page is wide for. */
export interface Legenda {
  readonly tinggi: number;
  readonly butirAt: (y: number) => readonly ButirLegenda[];
}

/** Explains the five symbols, and those marks the sheet has. */
export function layoutLegenda(alur: Alur, kertas: Kertas): Legenda {
  const right = kertasPt[kertas].lebar - tepi.kanan;
  let x: number = tepi.kiri;
  let bottom = ATAS;
  const places = entriesOf(alur).map(([tanda, teks]) => {
    const lebar = TANDA + SELA_TANDA + textWidth(teks, gaya.legenda);
    if (x > tepi.kiri && x + lebar > right) {
      x = tepi.kiri;
      bottom += BARIS;
    }
    const place = { tanda, teks, left: x, top: bottom };
    x += lebar + SELA_BUTIR;
    return place;
  });
  return {
    tinggi: bottom + BARIS,
    butirAt: (y) =>
      places.map(({ tanda, teks, left, top }) => ({
        tanda,
        bidang: { x: left, y: y + top, lebar: TANDA, tinggi: TINGGI },
        teks: {
          x: left + TANDA + SELA_TANDA,
          y: y + top + TINGGI / 2 + gaya.legenda.ukuran * 0.345,
          teks,
          ...gaya.legenda,
          rata: "kiri",
        },
      })),
  };
}

const ATAS = 6;
const BARIS = 13;
const TANDA = 18;
const TINGGI = 9;
const SELA_TANDA = 4;
const SELA_BUTIR = 12;

function entriesOf({
  barisList,
  penghubungList,
}: Alur): readonly (readonly [ButirLegenda["tanda"], string])[] {
  const list = barisList.flatMap(({ tumpukan, pendamping }) => [...tumpukan, ...pendamping]);
  const letters = penghubungList.map(({ kode, ke }) => `${kode} ke siklus ${ke}`).join(", ");
  const entries = [
    ["kapsul", "mulai atau selesai", true],
    ["kotak", "kegiatan", true],
    ["ketupat", "keputusan", list.some(({ bentuk }) => bentuk === "ketupat")],
    ["panah", "arah alur", true],
    ["segilima", `bersambung pada huruf yang sama${letters === "" ? "" : `: ${letters}`}`, true],
    [
      "disimpulkan",
      "pelaksana disimpulkan, tidak tertulis di lembar",
      list.some(({ disimpulkan }) => disimpulkan),
    ],
    ["tambahan", "tambahan, tidak ada di lembar", list.some(({ tambahan }) => tambahan)],
  ] as const;
  return entries.flatMap(([tanda, teks, wanted]) => (wanted ? [[tanda, teks] as const] : []));
}
