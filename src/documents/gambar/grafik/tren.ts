import type { GrafikTren, TitikTren } from "../../../core/dokumen/grafik.ts";
import { formatAngka } from "../../../core/kinerja/angka/tulis.ts";
import { wrapText } from "../../../core/sop/chart/huruf.ts";
import {
  BARIS_PT,
  type Bingkai,
  gayaBiasa,
  hurufSumbu,
  sekeliling,
  TEPI,
  tinta,
} from "./bingkai.ts";
import { type Gambar, lukis } from "./mesin.ts";

const RUANG = 190;
const LEGENDA = 24;
/** Left of the columns: the scale, and below it what each line of figures is. */
const KIRI = 66;
const REALISASI = "#0072B2";

/** Standing bars of what was done, a broken line through what was agreed, and the figures below. */
export function lukisTren(grafik: GrafikTren, bingkai: Bingkai): Gambar {
  const { judul, satuan, titikList } = grafik;
  const { title, atas, bawah } = sekeliling(judul, bingkai);
  const { lebar } = bingkai;
  const room = (lebar - KIRI - 2 * TEPI) / Math.max(1, titikList.length) - 6;
  const { namaList, kolomList } = figureLines(titikList, room);
  const satuanList = wrapText(satuan, lebar / 2, gayaBiasa);
  const top = atas + Math.max(LEGENDA, satuanList.length * BARIS_PT + 12);
  const option = {
    title: [
      ...title,
      beside(namaList, top + RUANG + 10, tinta.redup),
      beside(satuanList, top - 10 - satuanList.length * BARIS_PT, tinta.teks),
    ],
    legend: {
      top: atas - 4,
      right: TEPI,
      padding: 0,
      selectedMode: false,
      itemWidth: 26,
      textStyle: hurufSumbu,
      data: ["Realisasi", "Target"],
    },
    grid: { left: KIRI + TEPI, right: TEPI, top, height: RUANG, outerBoundsMode: "none" },
    xAxis: axesOf(kolomList),
    yAxis: {
      type: "value",
      splitNumber: 4,
      axisLabel: { ...hurufSumbu, formatter: (nilai: number) => formatAngka(nilai) },
      splitLine: { lineStyle: { color: tinta.kisi } },
    },
    series: [realisasiSeries(titikList), targetSeries(titikList)],
  };
  const figures = namaList.length * BARIS_PT;
  return lukis(option, lebar, top + RUANG + 10 + figures + 12 + bawah);
}

/** Words left of the columns. */
const beside = (lines: readonly string[], top: number, color: string): object => ({
  left: TEPI,
  top,
  padding: 0,
  text: lines.join("\n"),
  textStyle: { ...hurufSumbu, fontWeight: "normal", color },
});

/** One line at nought; the figures below the lowest bar, wherever that ends. */
const axesOf = (kolomList: readonly string[]): readonly object[] => [
  { type: "category", data: kolomList, axisLabel: { show: false }, ...line(true) },
  {
    type: "category",
    position: "bottom",
    data: kolomList,
    axisLabel: { ...hurufSumbu, interval: 0, margin: 10 },
    ...line(false),
  },
];

const line = (onZero: boolean): object => ({
  axisTick: { show: false },
  axisLine: { onZero, show: onZero, lineStyle: { color: tinta.teks } },
});

/** The figures of each column below each other, each line as high as its longest. */
function figureLines(
  titikList: readonly TitikTren[],
  room: number,
): { readonly namaList: readonly string[]; readonly kolomList: readonly string[] } {
  const rowList = [
    { nama: "", said: ({ label }: TitikTren) => label },
    { nama: "Realisasi", said: ({ realisasi, kosong }: TitikTren) => kosong ?? angka(realisasi) },
    { nama: "Target", said: ({ target }: TitikTren) => angka(target) },
    {
      nama: "Capaian",
      said: ({ capaianPersen: persen }: TitikTren) =>
        persen === null ? TANPA : `${formatAngka(persen)} %`,
    },
  ].map(({ nama, said }) => {
    const cellList = titikList.map((titik) => wrapText(said(titik), room, gayaBiasa));
    const height = Math.max(1, ...cellList.map((lines) => lines.length));
    const filled = (lines: readonly string[]): readonly string[] =>
      Array.from({ length: height }, (_, at) => lines[at] ?? "");
    return { namaList: filled([nama]), cellList: cellList.map(filled) };
  });
  return {
    namaList: rowList.flatMap(({ namaList }) => namaList),
    kolomList: titikList.map((_, at) =>
      rowList.flatMap(({ cellList }) => cellList[at] ?? []).join("\n"),
    ),
  };
}

const TANPA = "–";

const angka = (nilai: number | null): string => (nilai === null ? TANPA : formatAngka(nilai));

const realisasiSeries = (titikList: readonly TitikTren[]): object => ({
  name: "Realisasi",
  type: "bar",
  silent: true,
  barWidth: "48%",
  itemStyle: { color: REALISASI },
  data: titikList.map(({ realisasi }) => realisasi ?? "-"),
});

const targetSeries = (titikList: readonly TitikTren[]): object => ({
  name: "Target",
  type: "line",
  silent: true,
  z: 4,
  symbol: "diamond",
  symbolSize: 11,
  lineStyle: { color: tinta.teks, width: 1.6, type: [5, 4] },
  itemStyle: { color: "#FFFFFF", borderColor: tinta.teks, borderWidth: 1.8 },
  data: titikList.map(({ target }) => target ?? "-"),
});
