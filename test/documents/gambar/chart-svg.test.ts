import { Resvg } from "@resvg/resvg-js";
import { array, assert, constantFrom, oneof, property, string } from "fast-check";
import { describe, expect, it } from "vitest";
import { textWidth } from "../../../src/core/sop/chart/huruf.ts";
import { layoutChart } from "../../../src/core/sop/chart.ts";
import type { Sop } from "../../../src/core/sop/schema.ts";
import { baganPng } from "../../../src/documents/gambar/bagan-png.ts";
import { chartSvg, sizeOf } from "../../../src/documents/gambar/chart-svg.ts";
import { hurufGambar } from "../../../src/documents/gambar/gambar-png.ts";
import { laporanTahunan, pengukuran } from "../../core/sop/chart-sheets.ts";

const svgOf = (sop: Sop): string => chartSvg(layoutChart(sop, { kertas: "A4" }));

/** resvg reads XML strictly: what is not well-formed throws. */
const parse = (svg: string): Resvg => new Resvg(svg, { font: hurufGambar });

const tagsIn = (svg: string): readonly string[] =>
  [...new Set([...svg.matchAll(/<([^/\s>]+)/g)].map(([, name]) => name ?? ""))].toSorted();

const known = ["g", "path", "polyline", "rect", "svg", "text", "title"];

describe("the SVG of a chart", () => {
  it("is well-formed, as large as the paper, and needs nothing from outside", () => {
    const svg = svgOf(laporanTahunan);
    expect(parse(svg).width / parse(svg).height).toBeCloseTo(842 / (3 * 595 + 2 * 12), 2);
    expect(svg).toContain('width="297.04mm"');
    expect(tagsIn(svg)).toEqual(known);
    expect(svg.replace('xmlns="http://www.w3.org/2000/svg"', "")).not.toMatch(/https?:|href|url\(/);
  });

  it("shows one page where one is asked for", () => {
    const chart = layoutChart(laporanTahunan, { kertas: "F4" });
    expect(sizeOf(chart, 2)).toEqual({ lebar: 935, tinggi: 609 });
    const second = chartSvg(chart, 2);
    expect(second).toContain("Halaman 2 dari");
    expect(second).not.toContain("Halaman 1 dari");
  });

  it("cannot be broken by what a sheet says", () => {
    const hostile = oneof(
      string({ unit: "binary", minLength: 1, maxLength: 60 }),
      constantFrom(
        "</text><script>alert(1)</script>",
        "]]><![CDATA[",
        "&lt;&amp;&#0;",
        '" onload="x',
        "\u0000\u0008\uFFFE\uD800",
      ),
    );
    assert(
      property(hostile, array(hostile, { maxLength: 3 }), (text, list) => {
        const kepala = { ...pengukuran.kepala, nomor: text, dasarHukum: list };
        const langkah = pengukuran.langkah.map((one) => ({ ...one, uraian: text }));
        const svg = svgOf({ ...pengukuran, nama: text, instansi: text, kepala, langkah });
        expect(() => parse(svg)).not.toThrow();
        expect(tagsIn(svg)).toEqual(known);
      }),
      { numRuns: 15 },
    );
  });

  it("writes every text a reader must find", () => {
    const words = svgOf(laporanTahunan).replaceAll(/<[^>]+>/g, "\n");
    for (const text of [
      "KECAMATAN REKAAN",
      "NOMOR SOP",
      "DASAR HUKUM",
      "PENCATATAN DAN PENDATAAN",
      "Uraian Prosedur",
      "Mutu Baku",
      "Kasubbag",
      "Siklus tahunan",
      "Mulai",
      "Selesai",
      "Memerintahkan pengumpulan",
      "3 menit",
      "Halaman 3 dari 3",
    ]) {
      expect(words).toContain(text);
    }
  });
});

describe("measuring", () => {
  it.each([
    ["Menyusun 2 (dua) laporan semesteran menjadi laporan kinerja", false],
    ["PERATURAN MENTERI PAN-RB NOMOR 53 TAHUN 2014", true],
    ["“Kutipan” – 100 % & sebagainya… @ 1.234,5", false],
    ["Wajib, Yth. AVATAR Tolong", true],
    ["Jalan é ü ñ Ç", false],
  ])("finds %s never narrower than it is drawn, and hardly wider", (teks, tebal) => {
    const weight = tebal ? ' font-weight="bold"' : "";
    const escaped = teks.replaceAll("&", "&amp;");
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="2000" height="50"><text x="0" y="30" font-family="Arimo" font-size="20"${weight}>${escaped}</text></svg>`;
    const drawn = parse(svg).getBBox();
    const measured = textWidth(teks, { ukuran: 20, tebal });
    expect(drawn?.width).toBeLessThanOrEqual(measured + 0.5);
    expect(drawn?.width).toBeGreaterThan(measured * 0.9);
  });
});

describe("the PNG of a chart", () => {
  it("has all pages below each other, 216 dots to the inch, in little room", async () => {
    const chart = layoutChart(laporanTahunan, { kertas: "A4" });
    const { data, lebar, tinggi } = await baganPng(chart);
    expect([lebar, tinggi]).toEqual([842 * 3, (3 * 595 + 2 * 12) * 3]);
    const view = Buffer.from(data);
    expect(view.subarray(1, 4).toString()).toBe("PNG");
    expect([view.readUInt32BE(16), view.readUInt32BE(20)]).toEqual([lebar, tinggi]);
    expect(view.readUInt32BE(view.indexOf("pHYs") + 4)).toBe(Math.round(216 / 0.0254));
    expect(data.byteLength).toBeLessThan(400_000);
  });

  it("is read back by another program as what was drawn", async () => {
    const chart = layoutChart(pengukuran, { kertas: "A4" });
    const { data, lebar, tinggi } = await baganPng(chart, 1);
    const href = `data:image/png;base64,${Buffer.from(data).toString("base64")}`;
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${lebar}" height="${tinggi}"><image href="${href}" width="${lebar}" height="${tinggi}"/></svg>`;
    const pixels = new Resvg(svg).render().pixels;
    const greyAt = (x: number, y: number): number | undefined => pixels[(y * lebar + x) * 4];
    const [sel] = chart.halamanList[0]?.selList ?? [];
    if (sel === undefined) throw new Error("no cell");
    expect(greyAt(5, 5)).toBe(255);
    // the left rule of the header block
    const rule = greyAt(Math.round(sel.bidang.x * 3), Math.round((sel.bidang.y + 20) * 3));
    expect(rule).toBeLessThan(160);
  });
});
