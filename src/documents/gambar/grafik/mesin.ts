// each by itself: the lists of all charts and components would be read whole
import "echarts/lib/chart/bar.js";
import "echarts/lib/chart/custom.js";
import "echarts/lib/chart/line.js";
import "echarts/lib/component/aria.js";
import "echarts/lib/component/grid.js";
import "echarts/lib/component/legendPlain.js";
import "echarts/lib/component/markLine.js";
import "echarts/lib/component/title.js";
import { type EChartsCoreOption, init, setPlatformAPI, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { textWidth } from "../../../core/sop/chart/huruf.ts";
import { HURUF } from "../../huruf.ts";
import { legalText } from "../../legal-text.ts";

/** A picture and its size in points. */
export interface Gambar {
  readonly svg: string;
  readonly lebar: number;
  readonly tinggi: number;
}

use(SVGRenderer);
// without a browser the library would guess how wide a text is
setPlatformAPI({
  measureText(teks, font = "") {
    const ukuran = Number(/([\d.]+)px/.exec(font)?.[1] ?? 12);
    const width = textWidth(teks, { ukuran, tebal: font.includes("bold") });
    return { width };
  },
});

/** Draws a chart that stands still: nothing moves, nothing answers a pointer. */
export function lukis(option: EChartsCoreOption, lebar: number, tinggi: number): Gambar {
  const chart = init(null, null, { renderer: "svg", ssr: true, width: lebar, height: tinggi });
  try {
    chart.setOption({
      animation: false,
      backgroundColor: "#FFFFFF",
      textStyle: { fontFamily: HURUF },
      // hatches what says so, and nothing by itself
      aria: {
        enabled: true,
        label: { enabled: false },
        decal: { show: true, decals: [{ symbol: "none" }] },
      },
      ...harmless(option),
    });
    return { svg: bare(chart.renderToSVGString()), lebar, tinggi };
  } finally {
    chart.dispose();
  }
}

/**
 * The library keeps texts it has measured as keys of plain objects: there this one word would be every object's own
 * prototype, and change all objects of the program.
 */
function harmless<T>(value: T): T;
function harmless(value: unknown): unknown {
  if (typeof value === "string") return value.replaceAll("__proto__", "__proto __");
  if (Array.isArray(value)) return value.map((one: unknown) => harmless(one));
  if (typeof value === "function") {
    return (...given: unknown[]) => harmless<unknown>(Reflect.apply(value, undefined, given));
  }
  return isRecord(value)
    ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, harmless(one)]))
    : value;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;

/** Without the rules for a pointer, a count of all charts ever drawn, and what XML forbids. */
const bare = (svg: string): string =>
  legalText(svg)
    .replaceAll(/<style\s*>.*?<\/style>/gsu, "")
    .replaceAll(/\bzr\d+-/gu, "zr-")
    .replaceAll(/ (?:class|ecmeta_\w+|pointer-events)="[^"]*"/gu, "");
