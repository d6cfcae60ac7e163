import type { Batang, GrafikBatang } from "../../../core/dokumen/grafik.ts";
import { formatAngka } from "../../../core/kinerja/angka/tulis.ts";
import { textWidth, wrapText } from "../../../core/sop/chart/huruf.ts";
import { shortened } from "../../legal-text.ts";
import { hex } from "../../ukuran.ts";
import {
  arsiran,
  BARIS_PT,
  type Bingkai,
  gayaBiasa,
  hurufSumbu,
  KAKI_SUMBU,
  type Sekeliling,
  sekeliling,
  TEPI,
  tinta,
} from "./bingkai.ts";
import { type Gambar, lukis } from "./mesin.ts";

const ABU = "9E9E9E";
const BATANG = 17;
const SELA = 12;
const SATUAN_TERPANJANG = 24;
const PULUHAN = 50;
/** Room behind the longest bar, as shares of the width. */
const NILAI = { least: 0.2, most: 0.55 } as const;
/** Between a bar and its value, and around that. */
const JARAK = 12;

/** Lying bars, each below its name, as pictures of so many bars; all of one scale. */
export function lukisBatang(grafik: GrafikBatang, bingkai: Bingkai): readonly Gambar[] {
  const { batangList, judul } = grafik;
  const count = Math.max(1, Math.ceil(batangList.length / bingkai.batangTerbanyak));
  return Array.from({ length: count }, (_, at) => {
    const from = at * bingkai.batangTerbanyak;
    const shown = batangList.slice(from, from + bingkai.batangTerbanyak);
    const around = sekeliling(at === 0 ? judul : `${judul} (lanjutan)`, bingkai);
    return draw(grafik, shown, { ...around, lebar: bingkai.lebar });
  });
}

function draw(
  grafik: GrafikBatang,
  batangList: readonly Batang[],
  { title, atas, bawah, lebar }: Sekeliling & Pick<Bingkai, "lebar">,
): Gambar {
  const labelList = batangList.map(({ label }) => wrapText(label, lebar - 2 * TEPI, gayaBiasa));
  const nama = Math.max(1, ...labelList.map((lines) => lines.length)) * BARIS_PT;
  const { room, saidList } = valuesOf(grafik, batangList, lebar);
  const most = Math.max(1, ...saidList.map((lines) => lines.length)) * BARIS_PT;
  // a value of several lines reaches above its bar
  const atasBatang = nama + Math.max(0, (most - BATANG) / 2);
  const baris = nama + Math.max(BATANG, most) + SELA;
  const satuan = shortened(grafik.satuan, SATUAN_TERPANJANG);
  const puncak = puncakOf(grafik);
  const option = {
    title,
    grid: {
      left: TEPI,
      right: room + TEPI,
      top: atas,
      height: batangList.length * baris,
      outerBoundsMode: "none",
    },
    xAxis: scaleOf(puncak, satuan),
    yAxis: {
      type: "category",
      inverse: true,
      data: labelList.map((_, at) => at),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: tinta.garis } },
      axisLabel: { show: false },
    },
    series: [
      {
        ...nameSeries(labelList, { nama, tinggi: atasBatang, puncak }),
        ...targetLine(grafik, satuan),
      },
      barSeries(grafik, batangList, saidList),
    ],
  };
  return lukis(option, lebar, atas + batangList.length * baris + KAKI_SUMBU + bawah);
}

const scaleOf = (puncak: number, satuan: string): object => ({
  type: "value",
  min: 0,
  max: puncak,
  ...(puncak > 4 * PULUHAN || puncak < PULUHAN ? { splitNumber: 3 } : { interval: PULUHAN }),
  axisLabel: {
    ...hurufSumbu,
    alignMinLabel: "left",
    // the end of the longest bar is no round figure
    showMaxLabel: puncak % PULUHAN === 0,
    formatter: (nilai: number) => `${formatAngka(nilai)} ${satuan}`,
  },
  splitLine: { lineStyle: { color: tinta.kisi } },
});

/** Bars nobody sees, as high as a name: what stands in them stands above the bar that is meant. */
const nameSeries = (
  labelList: readonly (readonly string[])[],
  {
    nama,
    tinggi,
    puncak,
  }: { readonly nama: number; readonly tinggi: number; readonly puncak: number },
): object => ({
  type: "bar",
  silent: true,
  barWidth: tinggi,
  itemStyle: { color: "transparent" },
  data: labelList.map((lines) => ({
    value: puncak,
    label: {
      ...hurufSumbu,
      show: true,
      position: [4, nama - 2],
      verticalAlign: "bottom",
      backgroundColor: "#FFFFFF",
      formatter: () => lines.join("\n"),
    },
  })),
});

const barSeries = (
  grafik: GrafikBatang,
  batangList: readonly Batang[],
  saidList: readonly (readonly string[])[],
): object => ({
  type: "bar",
  silent: true,
  barWidth: BATANG,
  barGap: 0,
  data: batangList.map(({ nilai, warna, arsir }, at) => ({
    value: lengthOf(nilai, grafik),
    itemStyle: {
      color: `#${hex(warna) ?? ABU}`,
      borderColor: tinta.teks,
      borderWidth: arsir ? 0.8 : 0,
      ...(arsir ? { decal: arsiran } : {}),
    },
    label: {
      ...hurufSumbu,
      show: true,
      position: "right",
      distance: 4,
      padding: [1, 2],
      backgroundColor: "#FFFFFF",
      formatter: () => saidList[at]?.join("\n") ?? "",
    },
  })),
});

/** Behind bars and letters: what it crosses could not be read. */
function targetLine({ garisTarget, garisNama = "target" }: GrafikBatang, satuan: string): object {
  const at = finite(garisTarget);
  if (at === null) return {};
  return {
    markLine: {
      silent: true,
      symbol: "none",
      z: 1,
      lineStyle: { color: tinta.teks, type: [4, 3], width: 1.4 },
      label: {
        ...hurufSumbu,
        position: "end",
        distance: 24,
        formatter: () => `${garisNama} ${formatAngka(at)} ${satuan}`,
      },
      data: [{ xAxis: at }],
    },
  };
}

/** What is written behind the bars, and how much room that takes. */
function valuesOf(
  grafik: GrafikBatang,
  batangList: readonly Batang[],
  lebar: number,
): { readonly room: number; readonly saidList: readonly (readonly string[])[] } {
  const textList = batangList.map((batang) => valueText(batang, grafik));
  const widest = Math.max(0, ...textList.map((text) => textWidth(text, gayaBiasa)));
  const room = Math.min(Math.max(widest + JARAK, lebar * NILAI.least), lebar * NILAI.most);
  return { room, saidList: textList.map((text) => wrapText(text, room - JARAK, gayaBiasa)) };
}

/** A value, marked where its bar is cut, and what belongs to it. */
function valueText(
  { nilai, keterangan }: Batang,
  { satuan, potong = Infinity }: GrafikBatang,
): string {
  const value = finite(nilai);
  const unit = shortened(satuan, SATUAN_TERPANJANG);
  const said =
    value === null ? "belum ada" : `${value > potong ? "» " : ""}${formatAngka(value)} ${unit}`;
  return keterangan === undefined ? said : `${said} · ${keterangan}`;
}

function puncakOf(grafik: GrafikBatang): number {
  const valueList = grafik.batangList.map(({ nilai }) => lengthOf(nilai, grafik));
  return isHitungan(grafik)
    ? Math.max(HITUNGAN_TERKECIL, Math.ceil(Math.max(...valueList)))
    : Math.max(100, finite(grafik.garisTarget) ?? 0, ...valueList);
}

/** A count has no hundred to be measured by, and an axis of its own. */
const isHitungan = ({ garisTarget, satuan }: GrafikBatang): boolean =>
  garisTarget === null && satuan !== "%";

/** An axis of a count shorter than this would blow small figures up. */
const HITUNGAN_TERKECIL = 5;

const lengthOf = (nilai: number | null, { potong = Infinity }: GrafikBatang): number =>
  Math.min(Math.max(0, finite(nilai) ?? 0), potong);

const finite = (nilai: number | null): number | null =>
  nilai !== null && Number.isFinite(nilai) ? nilai : null;
