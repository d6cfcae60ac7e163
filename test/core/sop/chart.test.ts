import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadFormulirFolder } from "../../../src/catalog/load-formulir.ts";
import { parseSop } from "../../../src/catalog/load-sop.ts";
import { textWidth } from "../../../src/core/sop/chart/huruf.ts";
import { coversSymbol } from "../../../src/core/sop/chart/label.ts";
import type { Bidang, Chart, Panah, Simbol, Titik } from "../../../src/core/sop/chart/model.ts";
import { routeAll } from "../../../src/core/sop/chart/rute.ts";
import { layoutChart } from "../../../src/core/sop/chart.ts";
import type { Sop } from "../../../src/core/sop/schema.ts";
import { anySheet, laporanTahunan, pengukuran } from "./chart-sheets.ts";
import { goodSheet, shipped } from "./sheet.ts";

const folder = await loadFormulirFolder("flows");
const read = (file: string, text: string): Sop => {
  const { sop } = parseSop(file, text, folder);
  if (sop === null) throw new Error(`${file} is broken`);
  return sop.sop;
};
const readShipped = (id: string): Sop => read(`${id}.yaml`, shipped(`flows/sop/${id}.yaml`));
const paringin = readShipped("paringin-selatan");
const mekanisme = readShipped("mekanisme-pengukuran");
const sheets: readonly (readonly [string, Sop])[] = [
  ["the shipped sheet of Paringin Selatan", paringin],
  ["a shipped sheet of forms", mekanisme],
  ["the shipped sheet of Pasrujambe", readShipped("pasrujambe")],
  ["the shipped sheet of Kemlagi", readShipped("kemlagi")],
  ["the shipped sheet of a dinas", readShipped("dinas-pengukuran")],
  ["thirteen langkah for four pelaksana", laporanTahunan],
  ["decisions with different ways back", pengukuran],
  ["a small sheet", read("uji.yaml", goodSheet)],
];

describe.each(sheets)("the chart of %s", (_, sop) => {
  describe.each(["A4", "F4"] as const)("on %s", (kertas) => {
    const chart = layoutChart(sop, { kertas });

    it("has a row for each langkah, in the order of the sheet", () => {
      const rows = chart.halamanList.flatMap(({ barisList }) => barisList);
      expect(rows.map(({ langkahNo }) => langkahNo)).toEqual(sop.langkah.map(({ no }) => no));
    });

    it("is sound", () => {
      expect(faultsOf(chart)).toEqual([]);
    });

    it("never lets two arrows run along the same line, but where one flows into the other", () => {
      expect(chart.halamanList.flatMap(({ panahList }) => sharedRuns(panahList))).toEqual([]);
    });

    it("covers no arrow with a label", () => {
      const covered = chart.halamanList.flatMap(({ panahList }) =>
        panahList.flatMap(({ label }) =>
          label === null
            ? []
            : panahList.filter((panah) =>
                segmentsOf(panah).some((one) => touches(label.bidang, one)),
              ),
        ),
      );
      expect(covered).toEqual([]);
    });
  });
});

describe("the chart of any sheet that can run", () => {
  it("is sound", () => {
    fc.assert(
      fc.property(anySheet, fc.constantFrom("A4" as const, "F4" as const), (sop, kertas) => {
        const chart = layoutChart(sop, { kertas });
        expect(faultsOf(chart)).toEqual([]);
        const rows = chart.halamanList.flatMap(({ barisList }) => barisList);
        expect(rows.map(({ langkahNo }) => langkahNo)).toEqual(sop.langkah.map(({ no }) => no));
      }),
      { numRuns: 30 },
    );
  });

  it("keeps texts of any length and script in their cells", () => {
    const text = fc.oneof(
      fc.string({ unit: "grapheme", minLength: 1, maxLength: 200 }),
      fc.constantFrom("W".repeat(200), "kata ".repeat(40), "漢字".repeat(60), "<b>&\"'"),
    );
    const list = fc.array(text, { maxLength: 40 });
    fc.assert(
      fc.property(text, text, list, (nama, instansi, isi) => {
        const kepala = { ...pengukuran.kepala, nomor: nama, dasarHukum: isi, peringatan: isi };
        const langkah = pengukuran.langkah.map((one) => ({
          ...one,
          uraian: nama,
          keterangan: instansi,
          mutuBaku: { ...one.mutuBaku, kelengkapan: isi },
        }));
        const sop = { ...pengukuran, nama, instansi, kepala, langkah };
        expect(faultsOf(layoutChart(sop, { kertas: "A4" }))).toEqual([]);
      }),
      { numRuns: 12 },
    );
  });
});

describe("an arrow to a symbol at the edge of the page", () => {
  it("arrives on a side that has a place before it, however far it is", () => {
    const at = { langkahNo: null, teks: null, kolom: 0, tambahan: false, disimpulkan: false };
    const ke = { ...at, id: "keluar/A", bentuk: "segilima", cx: 2, cy: 3, hw: 2, hh: 2 } as const;
    const dari = { ...at, id: "5/putus", bentuk: "ketupat", cx: 78, cy: 9, hw: 5, hh: 3 } as const;
    const panah = {
      dari,
      ke,
      jenis: "kembali",
      label: "Tidak",
      tambahan: false,
      duaArah: false,
    } as const;
    const lahan = { lebar: 85, tinggi: 20, simpulList: [dari, ke], kisi: 17 };
    const steps = routeAll(lahan, [panah]).flatMap(({ titikList }) =>
      titikList.slice(1).map(({ x, y }, index) => {
        const before = titikList[index] ?? { x, y };
        return Math.abs(x - before.x) + Math.abs(y - before.y);
      }),
    );
    expect(new Set(steps)).toEqual(new Set([1]));
  });
});

describe("a sheet of forms", () => {
  it("has its columns called as the sheet calls them", () => {
    const texts = layoutChart(mekanisme, { kertas: "A4" }).halamanList.flatMap(({ selList }) =>
      selList.flatMap(({ teksList }) => teksList.map(({ teks }) => teks)),
    );
    expect(texts).toEqual(expect.arrayContaining(["Sekretaris Tim", "Kasubag PKP", "Inspektorat"]));
  });

  it("has a box for a form, a decision where it may agree or return, and whoever takes over beside", () => {
    expect(find(mekanisme, "3/kerja")).toMatchObject({ bentuk: "kotak" });
    expect(find(mekanisme, "2a/putus")).toMatchObject({ bentuk: "ketupat", tambahan: true });
    expect(find(mekanisme, "11/serta-3")).toMatchObject({ bentuk: "kotak" });
  });
});

describe("the symbols", () => {
  it("begin once and end once, whatever periods the sheet runs in", () => {
    for (const [, sop] of sheets) {
      const words = symbolsOf(sop).flatMap(({ bentuk, teks }) =>
        bentuk === "kapsul" ? [teks] : [],
      );
      expect(words).toEqual(["Mulai", "Selesai"]);
    }
  });

  it("lead from one kind of period to the next by a pair of pentagons", () => {
    expect(find(paringin, "4a/akhir")).toMatchObject({ bentuk: "segilima", teks: "A" });
    expect(find(paringin, "5/awal")).toMatchObject({ bentuk: "segilima", teks: "A" });
    expect(find(paringin, "7/akhir")).toMatchObject({ teks: "B" });
    expect(find(paringin, "8/awal")).toMatchObject({ teks: "B" });
  });

  it("mark what was added and what was inferred", () => {
    expect(find(paringin, "4a/putus")).toMatchObject({ tambahan: true, disimpulkan: false });
    expect(find(paringin, "2/kerja")).toMatchObject({ tambahan: false, disimpulkan: true });
    expect(find(paringin, "3/putus")).toMatchObject({ tambahan: true });
    expect(find(pengukuran, "8/putus")).toMatchObject({ tambahan: false, disimpulkan: false });
  });

  it("stand in the columns of everybody who takes part", () => {
    const [first] = layoutChart(paringin, { kertas: "A4" }).halamanList.slice(1);
    const links = first?.panahList.filter(({ dari }) => dari.startsWith("1/serta")) ?? [];
    expect(links.map(({ dari, ke }) => [dari, ke])).toEqual([
      ["1/serta-1", "1/kerja"],
      ["1/serta-2", "1/serta-1"],
    ]);
    const joint = layoutChart(pengukuran, { kertas: "A4" }).halamanList.flatMap(
      ({ panahList }) => panahList,
    );
    expect(joint.find(({ dari }) => dari === "7/serta-1")).toMatchObject({ duaArah: true });
  });

  it("announce every kind of period by a band, and nothing on a sheet with one kind", () => {
    expect(bands(paringin)).toEqual(["Siklus triwulan", "Siklus semester", "Siklus tahunan"]);
    expect(bands(pengukuran)).toEqual([]);
  });

  it("leave out an arrow whose langkah does not exist", () => {
    const [first, ...rest] = pengukuran.langkah;
    if (first === undefined) throw new Error("no langkah");
    const chart = layoutChart({ ...pengukuran, langkah: rest }, { kertas: "A4" });
    expect(chart.halamanList.flatMap(({ barisList }) => barisList)).toHaveLength(rest.length);
  });
});

const symbolsOf = (sop: Sop): readonly Simbol[] =>
  layoutChart(sop, { kertas: "A4" }).halamanList.flatMap(({ simbolList }) => simbolList);

const bands = (sop: Sop): readonly string[] =>
  layoutChart(sop, { kertas: "A4" }).halamanList.flatMap(({ selList }) =>
    selList.flatMap(({ latar, teksList }) =>
      latar === "pita" ? teksList.map(({ teks }) => teks) : [],
    ),
  );

const find = (sop: Sop, id: string): Simbol | undefined =>
  symbolsOf(sop).find((one) => one.id === id);

/** Everything an official would see at once: what overlaps, sticks out, or leads nowhere. */
function faultsOf(chart: Chart): readonly string[] {
  const pages = chart.halamanList.flatMap((page, index) => {
    const told = (faults: readonly string[]): readonly string[] =>
      faults.map((fault) => `page ${index + 1}: ${fault}`);
    const { simbolList, panahList } = page;
    const paper = { x: 0, y: 0, lebar: chart.lebar, tinggi: chart.tinggi };
    const things = [
      ...page.selList.map(({ bidang }) => bidang),
      ...simbolList.map(({ bidang }) => bidang),
      ...page.legendaList.map(({ bidang }) => bidang),
    ];
    return told([
      ...things.filter((one) => !contains(paper, one)).map(() => "something is off the paper"),
      ...page.selList.flatMap(({ bidang, teksList }) =>
        teksList.flatMap((line) =>
          contains(bidang, boxOf(line)) ? [] : [`"${line.teks}" sticks out of its cell`],
        ),
      ),
      ...pairsIn(simbolList).flatMap(([a, b]) =>
        shares(a.bidang, b.bidang) ? [`${a.id} covers ${b.id}`] : [],
      ),
      ...simbolList.flatMap((simbol) => placeFaults(simbol, page)),
      ...panahList.flatMap((panah) => arrowFaults(panah, simbolList)),
      ...simbolList.flatMap((simbol) => exitFaults(simbol, panahList)),
      ...labelFaults(page),
    ]);
  });
  return [...pages, ...letterFaults(chart)];
}

type Page = Chart["halamanList"][number];

function placeFaults(
  { id, bidang, langkahNo, teks }: Simbol,
  { barisList, selList }: Page,
): readonly string[] {
  const row = barisList.find((one) => one.langkahNo === langkahNo);
  const inRow = langkahNo === null || (row !== undefined && contains(row.bidang, bidang));
  const inCell = selList.some((sel) => sel.latar === "kosong" && contains(sel.bidang, bidang));
  const wide = teks === null || textWidth(teks, { ukuran: 6.5, tebal: false }) <= bidang.lebar;
  return [
    ...(inRow ? [] : [`${id} leaves its row`]),
    ...(inCell ? [] : [`${id} leaves its column`]),
    ...(wide ? [] : [`${id} is too narrow for its text`]),
  ];
}

function arrowFaults(panah: Panah, simbolList: readonly Simbol[]): readonly string[] {
  const name = `${panah.dari} → ${panah.ke}`;
  const dari = simbolList.find(({ id }) => id === panah.dari);
  const ke = simbolList.find(({ id }) => id === panah.ke);
  const [first, last] = [panah.titikList[0], panah.titikList.at(-1)];
  if (dari === undefined || ke === undefined || first === undefined || last === undefined)
    return [`${name} has no symbol or no path`];
  const segments = segmentsOf(panah);
  const slanted = segments.some(({ lebar, tinggi }) => lebar > EPSILON && tinggi > EPSILON);
  const through = simbolList.filter(({ bidang }) => segments.some((one) => cuts(one, bidang)));
  return [
    ...(slanted ? [`${name} is slanted`] : []),
    ...(onEdge(first, dari.bidang) ? [] : [`${name} does not begin at its symbol`]),
    ...(onEdge(last, ke.bidang) ? [] : [`${name} does not end at its symbol`]),
    ...through.map(({ id }) => `${name} runs through ${id}`),
  ];
}

function exitFaults({ id, bentuk }: Simbol, panahList: readonly Panah[]): readonly string[] {
  const labels = panahList.flatMap((panah) =>
    panah.dari === id ? [panah.label?.teks ?? "none"] : [],
  );
  if (bentuk === "ketupat")
    return labels.toSorted().join() === "Tidak,Ya" ? [] : [`${id} has exits ${labels.join()}`];
  return labels.every((label) => label === "none") ? [] : [`${id} has a labelled exit`];
}

function labelFaults({ panahList, simbolList }: Page): readonly string[] {
  const labels = panahList.flatMap(({ label }) => (label === null ? [] : [label]));
  return [
    ...pairsIn(labels).flatMap(([a, b]) => (shares(a.bidang, b.bidang) ? ["labels overlap"] : [])),
    ...labels.flatMap(({ bidang, teks }) => [
      ...(simbolList.some((one) => coversSymbol(bidang, one)) ? [`${teks} covers a symbol`] : []),
      ...(textWidth(teks, { ukuran: 6.5, tebal: false }) <= bidang.lebar ? [] : ["label too wide"]),
    ]),
  ];
}

/** A letter is on two pentagons, or it leads nowhere. */
function letterFaults({ halamanList }: Chart): readonly string[] {
  const count = new Map<string, number>();
  for (const { bentuk, teks } of halamanList.flatMap(({ simbolList }) => simbolList)) {
    if (bentuk === "segilima") count.set(teks ?? "", (count.get(teks ?? "") ?? 0) + 1);
  }
  return [...count].flatMap(([teks, times]) =>
    times === 2 ? [] : [`${teks} is there ${times} times`],
  );
}

const EPSILON = 0.01;

const contains = (outer: Bidang, inner: Bidang): boolean =>
  inner.x >= outer.x - EPSILON &&
  inner.y >= outer.y - EPSILON &&
  inner.x + inner.lebar <= outer.x + outer.lebar + EPSILON &&
  inner.y + inner.tinggi <= outer.y + outer.tinggi + EPSILON;

const shares = (a: Bidang, b: Bidang): boolean =>
  a.x < b.x + b.lebar - EPSILON &&
  b.x < a.x + a.lebar - EPSILON &&
  a.y < b.y + b.tinggi - EPSILON &&
  b.y < a.y + a.tinggi - EPSILON;

/** Whether a stretch without width goes through the inside of a symbol. */
const cuts = (line: Bidang, symbol: Bidang): boolean =>
  line.x < symbol.x + symbol.lebar - EPSILON &&
  symbol.x < line.x + line.lebar - EPSILON * Math.sign(line.lebar) &&
  line.x + line.lebar > symbol.x + EPSILON &&
  line.y < symbol.y + symbol.tinggi - EPSILON &&
  line.y + line.tinggi > symbol.y + EPSILON;

const touches = (box: Bidang, line: Bidang): boolean =>
  line.x < box.x + box.lebar &&
  box.x < line.x + line.lebar + (line.lebar === 0 ? EPSILON : 0) &&
  line.y < box.y + box.tinggi &&
  box.y < line.y + line.tinggi + (line.tinggi === 0 ? EPSILON : 0);

const segmentsOf = ({ titikList }: Panah): readonly Bidang[] =>
  titikList.slice(1).map((to, index) => between(titikList[index] ?? to, to));

const between = (from: Titik, to: Titik): Bidang => ({
  x: Math.min(from.x, to.x),
  y: Math.min(from.y, to.y),
  lebar: Math.abs(to.x - from.x),
  tinggi: Math.abs(to.y - from.y),
});

const near = (a: number, b: number): boolean => Math.abs(a - b) < EPSILON;

/** On the outline where all shapes have one: the middle of a side of their box. */
const onEdge = ({ x, y }: Titik, { x: left, y: top, lebar, tinggi }: Bidang): boolean => {
  const amid = near(x, left + lebar / 2) && (near(y, top) || near(y, top + tinggi));
  return amid || (near(y, top + tinggi / 2) && (near(x, left) || near(x, left + lebar)));
};

function boxOf({ x, y, teks, ukuran, tebal, rata }: Page["teksList"][number]): Bidang {
  const lebar = textWidth(teks, { ukuran, tebal });
  return {
    x: rata === "kiri" ? x : x - lebar / 2,
    y: y - ukuran * 0.75,
    lebar,
    tinggi: ukuran * 0.96,
  };
}

const pairsIn = <T>(list: readonly T[]): readonly (readonly [T, T])[] =>
  list.flatMap((a, index) => list.slice(index + 1).map((b) => [a, b] as const));

const own = (panah: Panah): readonly Bidang[] =>
  segmentsOf({ ...panah, titikList: panah.titikList.slice(0, panah.sendiri) });

/** Arrows to different symbols that lie on each other for a stretch. */
function sharedRuns(panahList: readonly Panah[]): readonly string[] {
  return pairsIn(panahList).flatMap(([a, b]) => {
    const shared = own(a).some((one) => own(b).some((other) => liesOn(one, other)));
    return shared ? [`${a.dari} → ${a.ke} lies on ${b.dari} → ${b.ke}`] : [];
  });
}

function liesOn(a: Bidang, b: Bidang): boolean {
  const along = (from: number, size: number, other: number, otherSize: number): boolean =>
    Math.min(from + size, other + otherSize) - Math.max(from, other) > EPSILON;
  const row = a.tinggi === 0 && b.tinggi === 0 && Math.abs(a.y - b.y) < EPSILON;
  const column = a.lebar === 0 && b.lebar === 0 && Math.abs(a.x - b.x) < EPSILON;
  return (
    (row && along(a.x, a.lebar, b.x, b.lebar)) || (column && along(a.y, a.tinggi, b.y, b.tinggi))
  );
}
