import type { CustomSeriesRenderItem } from "echarts";
import type { BarisPapan, GrafikPapan, Ruas } from "../../../core/dokumen/grafik.ts";
import { wrapText } from "../../../core/sop/chart/huruf.ts";
import { namaBulanPendek } from "../../../core/waktu/format.ts";
import { fromLocal, toLocal } from "../../../core/waktu/instant.ts";
import { addDays, partsOf, toDayNumber } from "../../../core/waktu/tanggal.ts";
import {
  BARIS_PT,
  type Bingkai,
  gayaBiasa,
  gayaTebal,
  hurufSumbu,
  KAKI_SUMBU,
  sekeliling,
  TEPI,
  tinta,
} from "./bingkai.ts";
import { type Gambar, lukis } from "./mesin.ts";

const RUAS = 12;
const SELA = 11;
const LEKUK = 14;
/** A date below the scale, and the name of a line at its right end. */
const TANGGAL = 52;
const UJUNG = 34;
const NAMA_GARIS = 90;
/** How it stands, as a share of the width. */
const KEADAAN = 0.4;
/** A passage of minutes on a scale of days must still be seen. */
const RUAS_TERPENDEK = 4;
const warna = { dalam: "#0072B2", lewat: "#F0B64B" } as const;

/** The lines of a berkas below each other, each above its passages, its days along the foot. */
export function lukisPapan(grafik: GrafikPapan, bingkai: Bingkai): Gambar {
  const { judul, garisList } = grafik;
  const { title, atas, bawah } = sekeliling(judul, bingkai);
  const { lebar } = bingkai;
  const room = lebar - 2 * TEPI - UJUNG;
  const barisList = placed(grafik.barisList, lebar);
  const { bottom } = barisList.at(-1) ?? { bottom: 0 };
  const hari = hariOf(grafik, room);
  const turun = turunOf(garisList, hari, room);
  const option = {
    title,
    grid: { left: TEPI, right: TEPI + UJUNG, top: atas, height: bottom, outerBoundsMode: "none" },
    xAxis: {
      type: "value",
      min: 0,
      max: hari.jumlah,
      interval: hari.selang,
      axisLabel: { ...hurufSumbu, alignMinLabel: "left", formatter: hari.label },
      axisLine: { show: false },
      axisTick: { show: false },
      splitLine: { lineStyle: { color: tinta.kisi } },
    },
    // in points from the top: a line is as high as its words
    yAxis: { type: "value", inverse: true, min: 0, max: bottom, show: false },
    series: [
      {
        type: "custom",
        silent: true,
        data: barisList.map(({ atas: y }, at) => [at, y]),
        encode: { x: -1, y: 1 },
        renderItem: renderBaris(barisList, { hari, kanan: lebar - TEPI }),
        markLine: garisOf(garisList, hari, turun),
      },
    ],
  };
  return lukis(option, lebar, atas + bottom + KAKI_SUMBU + turun + bawah);
}

const garisOf = (
  garisList: GrafikPapan["garisList"],
  hari: Hari,
  turun: number,
): Readonly<Record<string, unknown>> => ({
  silent: true,
  symbol: "none",
  z: 1,
  lineStyle: { color: tinta.teks, type: [4, 3], width: 1.2 },
  data: garisList.map(({ nama, atMs }, at) => ({
    xAxis: hari.at(atMs),
    label: { ...hurufSumbu, position: "end", distance: 24 + at * turun, formatter: () => nama },
  })),
});

/** How much lower the second name stands: names of lines that are close would run into each other. */
function turunOf(garisList: GrafikPapan["garisList"], hari: Hari, room: number): number {
  const [first, second] = garisList.map(({ atMs }) => (hari.at(atMs) / hari.jumlah) * room);
  const close =
    first !== undefined && second !== undefined && Math.abs(first - second) < NAMA_GARIS;
  return close ? BARIS_PT : 0;
}

/** A line with its words broken and its place. */
interface Terletak extends Pick<BarisPapan, "anak" | "ruasList"> {
  readonly labelList: readonly string[];
  readonly keadaanList: readonly string[];
  readonly atas: number;
  readonly ruasTop: number;
  readonly bottom: number;
}

function placed(barisList: readonly BarisPapan[], lebar: number): readonly Terletak[] {
  let atas = 0;
  return barisList.map(({ label, anak, keadaan, ruasList }) => {
    const keadaanRoom = lebar * KEADAAN;
    const room = lebar - 2 * TEPI - keadaanRoom - (anak ? LEKUK : 0) - 6;
    const labelList = wrapText(label, room, anak ? gayaBiasa : gayaTebal);
    const keadaanList = wrapText(keadaan, keadaanRoom, gayaBiasa);
    const ruasTop = atas + Math.max(labelList.length, keadaanList.length) * BARIS_PT + 2;
    const own = { labelList, keadaanList, anak, ruasList, atas, ruasTop };
    atas = ruasTop + RUAS + SELA;
    return { ...own, bottom: atas };
  });
}

/** The days a board spans, as a scale that begins with 0 at midnight of the first. */
interface Hari {
  readonly jumlah: number;
  readonly selang: number;
  readonly at: (instant: number) => number;
  readonly label: (hari: number) => string;
}

function hariOf({ barisList, garisList, zonaWaktu }: GrafikPapan, room: number): Hari {
  const instants = [
    ...barisList.flatMap(({ ruasList }) =>
      ruasList.flatMap(({ mulaiMs, selesaiMs }) => [mulaiMs, selesaiMs]),
    ),
    ...garisList.map(({ atMs }) => atMs),
  ];
  const first = toLocal(Math.min(...instants), zonaWaktu).tanggal;
  const last = toLocal(Math.max(...instants), zonaWaktu).tanggal;
  const startMs = fromLocal(first, 0, zonaWaktu);
  const spanned = toDayNumber(last) - toDayNumber(first) + 1;
  const selang = Math.ceil(spanned / Math.max(1, Math.floor(room / TANGGAL)));
  return {
    jumlah: Math.ceil(spanned / selang) * selang,
    selang,
    at: (instant) => (instant - startMs) / 86_400_000,
    label(hari) {
      const { bulan, hari: tanggal } = partsOf(addDays(first, Math.round(hari)));
      return `${tanggal} ${namaBulanPendek(bulan)}`;
    },
  };
}

interface Ukuran {
  readonly hari: Hari;
  /** Where words end at the right. */
  readonly kanan: number;
}

const renderBaris =
  (barisList: readonly Terletak[], { hari, kanan }: Ukuran): CustomSeriesRenderItem =>
  ({ dataIndex }, api) => {
    const baris = barisList[dataIndex];
    if (baris === undefined) return null;
    const [left = 0, top = 0] = api.coord([0, baris.atas]);
    const xOf = (instant: number): number => api.coord([hari.at(instant), 0])[0] ?? 0;
    const y = top + baris.ruasTop - baris.atas;
    const words = { fill: tinta.teks, lineHeight: BARIS_PT, backgroundColor: "#FFFFFF" } as const;
    return {
      type: "group",
      children: [
        {
          type: "text",
          style: {
            ...words,
            ...fontOf(baris.anak ? "normal" : "bold"),
            x: left + 4 + (baris.anak ? LEKUK : 0),
            y: top,
            text: baris.labelList.join("\n"),
          },
        },
        {
          type: "text",
          style: {
            ...words,
            ...fontOf("normal"),
            x: kanan,
            y: top,
            align: "right",
            text: baris.keadaanList.join("\n"),
          },
        },
        ...baris.ruasList.flatMap((ruas) => drawRuas(ruas, xOf, y)),
      ],
    };
  };

const fontOf = (fontWeight: "bold" | "normal") =>
  ({ fontFamily: hurufSumbu.fontFamily, fontSize: hurufSumbu.fontSize, fontWeight }) as const;

/** What lies within the time given is dark, what lies beyond it light and framed; a tick stands where it was due. */
function drawRuas(
  { mulaiMs, selesaiMs, tenggatMs }: Ruas,
  xOf: (instant: number) => number,
  y: number,
) {
  const from = xOf(mulaiMs);
  const to = Math.max(xOf(selesaiMs), from + RUAS_TERPENDEK);
  const due = tenggatMs === null ? null : xOf(tenggatMs);
  const turn =
    due !== null && tenggatMs !== null && selesaiMs > tenggatMs ? Math.max(from, due) : to;
  const rect = (x: number, width: number, style: Readonly<Record<string, string | number>>) =>
    ({ type: "rect", shape: { x, y, width, height: RUAS }, style }) as const;
  return [
    ...(turn > from ? [rect(from, turn - from, { fill: warna.dalam })] : []),
    ...(turn < to
      ? [
          rect(turn, Math.max(to - turn, RUAS_TERPENDEK), {
            fill: warna.lewat,
            stroke: tinta.teks,
            lineWidth: 0.8,
          }),
        ]
      : []),
    ...(due === null ? [] : [rect(due - 0.75, 1.5, { fill: tinta.teks })]),
  ];
}
