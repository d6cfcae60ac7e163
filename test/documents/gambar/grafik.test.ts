import { Resvg } from "@resvg/resvg-js";
import { array, assert, constantFrom, oneof, property, string } from "fast-check";
import { describe, expect, it } from "vitest";
import type { Grafik, GrafikBatang, LembarGrafik } from "../../../src/core/dokumen/grafik.ts";
import { lembarGrafik, type PermintaanGrafik } from "../../../src/core/grafik/index.ts";
import { textWidth } from "../../../src/core/sop/chart/huruf.ts";
import { hurufGambar } from "../../../src/documents/gambar/gambar-png.ts";
import { grafikKertas, grafikLayar } from "../../../src/documents/gambar/grafik/index.ts";
import { grafikPng } from "../../../src/documents/gambar/grafik-png.ts";
import { BERKAS_TW4, masukan, periode } from "../../core/rekap/sample.ts";
import { at } from "../../core/waktu/support.ts";

const TW4 = periode("2026-TW4");
const daftar: readonly PermintaanGrafik[] = [
  { macam: "capaian", periode: TW4, unit: null },
  { macam: "tren", kode: "1.1", periode: TW4 },
  { macam: "papan", berkasId: BERKAS_TW4, periode: TW4 },
  { macam: "ketepatan", periode: TW4 },
];

function lembar(minta: PermintaanGrafik): LembarGrafik {
  const found = lembarGrafik(minta, [masukan], { padaMs: at("2027-01-07 12:00") });
  if (found === null) throw new Error(`no ${minta.macam}`);
  return found;
}

/** resvg reads XML strictly: what is not well-formed throws. */
const parse = (svg: string): Resvg => new Resvg(svg, { font: hurufGambar });

/** What is written, in the order in which it is drawn. */
const wordsIn = (svg: string): readonly string[] =>
  [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/gu)].map(([, words = ""]) => words);

describe("a chart for a chat", () => {
  it.each(daftar.map((minta) => [minta.macam, minta] as const))(
    "%s is well-formed, stands still, and needs nothing from outside",
    (_, minta) => {
      const { svg, lebar, tinggi } = grafikLayar(lembar(minta));
      expect(parse(svg).width / parse(svg).height).toBeCloseTo(lebar / tinggi, 2);
      expect(svg.replaceAll(/xmlns(:\w+)?="[^"]*"/gu, "")).not.toMatch(
        /https?:|href=|<style|hover/,
      );
    },
  );

  it.each([
    {
      minta: daftar[0],
      words: [
        "Capaian per sasaran, Triwulan IV 2026",
        "Kecamatan Peraga",
        "102,99 % · Sangat Tinggi",
        "belum ada",
        "target 100 %",
      ],
    },
    {
      minta: daftar[1],
      words: [
        "1.1 Indeks Kepuasan Masyarakat",
        "nilai",
        "Realisasi",
        "Target",
        "TW IV 2026",
        "86,25",
        "101,47 %",
      ],
    },
    {
      minta: daftar[2],
      words: ["Kasi Pelayanan", "terkirim Sen 4 Jan, 10.12", "sekarang", "batas periode", "4 Jan"],
    },
    { minta: daftar[3], words: ["» 5.967 % · 1 hari 7 jam dari 15 menit", "mutu baku 100 %"] },
  ])("writes $words", ({ minta, words }) => {
    if (minta === undefined) throw new Error("no chart");
    expect(wordsIn(grafikLayar(lembar(minta)).svg)).toEqual(expect.arrayContaining(words));
  });

  it.each(daftar.map((minta) => [minta.macam, minta] as const))(
    "%s is a PNG that a phone shows sharply and Telegram takes as a photo",
    (_, minta) => {
      const png = Buffer.from(grafikPng(lembar(minta)));
      expect(png.subarray(1, 4).toString("latin1")).toBe("PNG");
      expect(png.readUInt32BE(16)).toBeGreaterThanOrEqual(1_080);
      expect(png.readUInt32BE(16) + png.readUInt32BE(20)).toBeLessThanOrEqual(10_000);
      expect(png.byteLength).toBeLessThan(1_000_000);
    },
  );

  it("wraps the longest names and cuts none", () => {
    const nama = "Meningkatnya kualitas pelayanan publik di seluruh desa ".repeat(5).trim();
    const { svg, lebar } = grafikLayar(bars(20, nama));
    const words = wordsIn(svg);
    expect(words.join(" ").split(nama.split(" ")[0] ?? "")).toHaveLength(20 * 5 + 1);
    expect(words.join("")).not.toContain("…");
    expect(words.every((line) => textWidth(line, { ukuran: 12.5, tebal: false }) <= lebar)).toBe(
      true,
    );
  });

  it("stays within what Telegram takes, however many bars there are", () => {
    const png = Buffer.from(grafikPng(bars(120, "Sasaran")));
    expect(png.readUInt32BE(16) + png.readUInt32BE(20)).toBeLessThanOrEqual(10_000);
  });

  it("hatches by pattern, not by colour alone", () => {
    const hatch = 'fill="rgb(255,255,255)" fill-opacity="0.85"';
    expect(grafikLayar(bars(1, "a", true)).svg).toContain(hatch);
    expect(grafikLayar(bars(1, "a")).svg).not.toContain(hatch);
  });

  it("is drawn alike every time", () => {
    expect(grafikLayar(bars(2, "a", true)).svg).toBe(grafikLayar(bars(2, "a", true)).svg);
  });

  it("cannot be broken by what an office calls its things", () => {
    const hostile = oneof(
      string(),
      constantFrom("<script>", "&amp;", "{a|b}", "]]>", '"', "{value}", "\u0000", "a\nb"),
      constantFrom("__proto__", "a\n__proto__", "constructor", "toString", "hasOwnProperty"),
    );
    assert(
      property(array(hostile, { minLength: 1, maxLength: 4 }), hostile, (names, satuan) => {
        const [nama = ""] = names;
        const list: readonly Grafik[] = [
          { ...bars(1, nama).grafik, satuan, batangList: names.map((label) => bar(label)) },
          {
            jenis: "grafik-tren",
            judul: nama,
            satuan,
            titikList: names.map((label) => ({
              label,
              target: 1,
              realisasi: null,
              capaianPersen: null,
              kosong: label,
            })),
          },
          {
            jenis: "grafik-papan",
            judul: nama,
            zonaWaktu: "Asia/Makassar",
            barisList: names.map((label) => ({
              label,
              anak: false,
              ruasList: [{ mulaiMs: 0, selesaiMs: 9e7, tenggatMs: 1 }],
              keadaan: label,
            })),
            garisList: [{ nama, atMs: 5e7 }],
          },
        ];
        for (const grafik of list)
          parse(grafikLayar({ grafik, kantor: nama, catatanList: names }).svg);
        expect(Object.keys(Object.prototype)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  }, 60_000);
});

describe("a chart in a paper", () => {
  it("goes over as many pictures as pages need, of one scale, each bar in one of them", () => {
    const { grafik } = bars(23, "Sasaran");
    const pictures = grafikKertas(grafik);
    expect(
      pictures.map(({ svg }) => wordsIn(svg).filter((one) => one === "Sasaran").length),
    ).toEqual([10, 10, 3]);
    expect(wordsIn(pictures[1]?.svg ?? "")).toContain("Capaian (lanjutan)");
  });
});

const bar = (label: string, arsir = false) => ({
  label,
  nilai: 50,
  warna: "#1B7F3B",
  keterangan: "Rendah",
  ...(arsir ? { arsir: true as const } : {}),
});

function bars(
  count: number,
  label: string,
  arsir = false,
): LembarGrafik & { grafik: GrafikBatang } {
  const grafik: GrafikBatang = {
    jenis: "grafik",
    judul: "Capaian",
    satuan: "%",
    garisTarget: 100,
    batangList: Array.from({ length: count }, () => bar(label, arsir)),
  };
  return { grafik, kantor: "Kecamatan Peraga", catatanList: [] };
}
