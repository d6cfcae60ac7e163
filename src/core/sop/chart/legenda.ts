import type { Kertas } from "../../dokumen/model.ts";
import type { PeriodeJenis } from "../../kinerja/periode.ts";
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
  let line = 0;
  const places = entriesOf(alur).map(({ tanda, teks }) => {
    const lebar = TANDA + SELA_TANDA + textWidth(teks, gaya.legenda);
    if (x > tepi.kiri && x + lebar > right) {
      x = tepi.kiri;
      line += 1;
    }
    const place = { tanda, teks, x, line };
    x += lebar + SELA_BUTIR;
    return place;
  });
  return {
    tinggi: ATAS + (line + 1) * BARIS,
    butirAt: (y) =>
      places.map(({ tanda, teks, x, line }) => ({
        tanda,
        bidang: { x, y: y + ATAS + line * BARIS, lebar: TANDA, tinggi: TINGGI },
        teks: {
          x: x + TANDA + SELA_TANDA,
          y: y + ATAS + line * BARIS + TINGGI / 2 + gaya.legenda.ukuran * 0.345,
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

function entriesOf(alur: Alur): readonly Pick<Entry, "tanda" | "teks">[] {
  const simpulList = alur.barisList.flatMap(({ tumpukan, pendamping }) => [
    ...tumpukan,
    ...pendamping,
  ]);
  const list: Entry[] = [
    { tanda: "kapsul", teks: "mulai atau selesai", wanted: true },
    { tanda: "kotak", teks: "kegiatan", wanted: true },
    {
      tanda: "ketupat",
      teks: "keputusan",
      wanted: simpulList.some(({ bentuk }) => bentuk === "ketupat"),
    },
    { tanda: "panah", teks: "arah alur", wanted: true },
    { tanda: "segilima", teks: pentagonText(alur), wanted: true },
    {
      tanda: "disimpulkan",
      teks: "pelaksana disimpulkan, tidak tertulis di lembar",
      wanted: simpulList.some(({ disimpulkan }) => disimpulkan),
    },
    {
      tanda: "tambahan",
      teks: "tambahan, tidak ada di lembar",
      wanted: simpulList.some(({ tambahan }) => tambahan),
    },
  ];
  return list.filter(({ wanted }) => wanted);
}

interface Entry {
  readonly tanda: ButirLegenda["tanda"];
  readonly teks: string;
  readonly wanted: boolean;
}

function pentagonText({ penghubungList }: Alur): string {
  const parts = penghubungList.map(({ kode, ke }) => `${kode} ke siklus ${ke}`);
  return [
    "bersambung pada huruf yang sama",
    ...(parts.length === 0 ? [] : [parts.join(", ")]),
  ].join(": ");
}

/** What a band says above the langkah of a kind of period. */
export const pitaText: { readonly [J in PeriodeJenis]: string } = {
  triwulan: "Siklus triwulan",
  semester: "Siklus semester",
  tahunan: "Siklus tahunan",
};
