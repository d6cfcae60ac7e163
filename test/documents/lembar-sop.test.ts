// The five printed sheets come in as text, and as the workbook and Word file `sop export` writes of them; what
// was read is held against our own definitions, step by step. The table of figures is printed.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { loadFormulirFolder } from "../../src/catalog/load-formulir.ts";
import { loadSop, parseSop } from "../../src/catalog/load-sop.ts";
import { tulisSop } from "../../src/catalog/tulis-sop.ts";
import { type DrafSop, susunDraf } from "../../src/core/sop/impor/draf.ts";
import type { Langkah } from "../../src/core/sop/langkah.ts";
import { type LembarResmi, lembarResmi } from "../../src/core/sop/lembar-resmi.ts";
import type { Sop } from "../../src/core/sop/schema.ts";
import { bacaLembarSop } from "../../src/documents/baca/lembar-sop.ts";
import { lembarSopDocx } from "../../src/documents/docx/lembar-sop.ts";
import { lembarSopXlsx } from "../../src/documents/xlsx/lembar-sop.ts";
import { pagesOf, sizesOf } from "./poppler.ts";
import { convert } from "./soffice.ts";

const idList = [
  "mekanisme-pengukuran",
  "pasrujambe",
  "kemlagi",
  "paringin-selatan",
  "dinas-pengukuran",
];
const bentukList = ["txt", "xlsx", "docx"] as const;
type Bentuk = (typeof bentukList)[number];

/** How many of the steps agree, and of how many where it is printed. */
interface Cocok {
  readonly nomor: readonly [number, number];
  readonly uraian: readonly [number, number];
  readonly pelaksana: readonly [number, number];
  readonly waktu: readonly [number, number];
  readonly keluaran: readonly [number, number];
  readonly jenis: readonly [number, number];
}

const whatList = ["nomor", "uraian", "pelaksana", "waktu", "keluaran", "jenis"] as const;

/** A little under what was reached: columns of the scanned sheet of the dinas ran into each other. */
const lantai: { readonly [B in Bentuk]: { readonly [W in (typeof whatList)[number]]: number } } = {
  txt: { nomor: 1, uraian: 0.98, pelaksana: 0.9, waktu: 1, keluaran: 0.8, jenis: 0.95 },
  xlsx: { nomor: 1, uraian: 1, pelaksana: 0.98, waktu: 1, keluaran: 0.98, jenis: 0.95 },
  docx: { nomor: 1, uraian: 1, pelaksana: 0.98, waktu: 1, keluaran: 0.98, jenis: 0.95 },
};

const fold = (text: string): string => text.toLowerCase().replaceAll(/\bdan\b|[^\p{L}\d]/gu, "");

/** How much of the words of one text stand in the other: columns that ran together add some. */
function alike(wanted: string, got: string): boolean {
  const words = wanted
    .toLowerCase()
    .split(/\W+/)
    .filter((word) => word !== "");
  const there = new Set(got.toLowerCase().split(/\W+/));
  return words.filter((word) => there.has(word)).length >= words.length * 0.9;
}

const ratio = (list: readonly boolean[]): readonly [number, number] => [
  list.filter(Boolean).length,
  list.length,
];

function compare(sop: Sop, draf: Sop, bentuk: Bentuk): Cocok {
  const printed = sop.langkah.filter(({ tambahan }) => bentuk !== "txt" || !tambahan);
  const pairs = printed.map((one, at): readonly [Langkah, Langkah | undefined] => [
    one,
    draf.langkah[at],
  ]);
  const text = ({ asli, uraian }: Langkah): string =>
    bentuk === "txt" ? (asli ?? uraian) : uraian;
  const output = ({ mutuBaku: { keluaran, keluaranAsli } }: Langkah): string =>
    bentuk === "txt" ? (keluaranAsli ?? keluaran.join()) : keluaran.join();
  const named = pairs.filter(([one]) => bentuk !== "txt" || !one.pelaksana.disimpulkan);
  return {
    nomor: ratio(pairs.map(([a, b]) => a.no === b?.no)),
    uraian: ratio(
      pairs.map(
        ([a, b]) =>
          b !== undefined && (fold(text(a)) === fold(b.asli ?? "") || alike(text(a), b.asli ?? "")),
      ),
    ),
    pelaksana: ratio(named.map(([a, b]) => a.pelaksana.peran.join() === b?.pelaksana.peran.join())),
    waktu: ratio(
      pairs.map(([a, b]) => JSON.stringify(a.mutuBaku.waktu) === JSON.stringify(b?.mutuBaku.waktu)),
    ),
    keluaran: ratio(
      pairs.map(
        ([a, b]) => b !== undefined && fold(output(a)) === fold(b.mutuBaku.keluaran.join()),
      ),
    ),
    jenis: ratio(
      pairs.map(
        ([a, b]) =>
          a.jenis === b?.jenis &&
          (a.jenis !== "formulir" || (b.jenis === "formulir" && a.formulir === b.formulir)),
      ),
    ),
  };
}

interface Dibaca extends ReturnType<typeof tulisSop> {
  readonly sop: Sop;
  readonly draf: DrafSop;
  readonly read: ReturnType<typeof parseSop>;
  readonly cocok: Cocok | null;
}

async function fileOf(lembar: LembarResmi, bentuk: Bentuk, id: string): Promise<Uint8Array> {
  if (bentuk === "txt")
    return readFileSync(join(import.meta.dirname, `../support/lembar-sop/${id}.txt`));
  return bentuk === "xlsx" ? lembarSopXlsx(lembar) : lembarSopDocx(lembar);
}

const cell = (text: string): string => text.padStart(11);
const blank = (text: string | null): string => text ?? "-";

describe("a sheet that comes in", () => {
  const found = new Map<string, Dibaca>();
  beforeAll(async () => {
    const tersedia = await loadFormulirFolder("flows");
    for (const id of idList) {
      const { sop } = await loadSop(`flows/sop/${id}.yaml`, tersedia);
      if (sop === null) throw new Error(`${id} does not load`);
      const resmi = lembarResmi(sop.sop, "A4");
      for (const bentuk of bentukList) {
        const lembar = await bacaLembarSop(await fileOf(resmi, bentuk, id), `${id}.${bentuk}`);
        const draf = lembar.kind === "isi" ? susunDraf(id, lembar.blokList) : null;
        if (draf === null) throw new Error(`${id}.${bentuk} is not read`);
        const { text, keraguan } = tulisSop(`${id}.yaml`, draf, "lembar");
        const read = parseSop(`${id}.yaml`, text, tersedia);
        const cocok = read.sop === null ? null : compare(sop.sop, read.sop.sop, bentuk);
        found.set(`${id}.${bentuk}`, { sop: sop.sop, draf, text, keraguan, read, cocok });
      }
    }
  }, 120_000);

  it("loads as a draft without a fault", () => {
    for (const [nama, { read }] of found) expect([nama, read.problems]).toEqual([nama, []]);
  });

  it("agrees with our definition step by step", () => {
    const rows = [...found].map(([nama, { cocok }]) => [nama, cocok] as const);
    const lines = rows.map(
      ([nama, cocok]) =>
        nama.padEnd(26) + whatList.map((what) => cell(cocok?.[what].join("/") ?? "-")).join(""),
    );
    const head = "".padEnd(26) + whatList.map(cell).join("");
    process.stdout.write(
      `\nagreement with flows/sop, step by step\n${[head, ...lines].join("\n")}\n`,
    );
    for (const bentuk of bentukList) {
      const own = rows.filter(([nama]) => nama.endsWith(bentuk)).map(([, cocok]) => cocok);
      for (const what of whatList) {
        const sum = (at: 0 | 1): number =>
          own.reduce((all, cocok) => all + (cocok?.[what][at] ?? 0), 0);
        expect([bentuk, what, sum(0) / sum(1)]).toSatisfy(
          () => sum(0) / sum(1) >= lantai[bentuk][what],
        );
      }
    }
  });

  it("brings the head of a sheet back as it went out", () => {
    for (const [nama, { sop, draf }] of found) {
      if (nama.endsWith(".txt")) continue;
      const { kepala } = draf.isi;
      expect([nama, blank(kepala.nomor), kepala.dasarHukum.map(fold)]).toEqual([
        nama,
        blank(sop.kepala.nomor),
        sop.kepala.dasarHukum.map(fold),
      ]);
      expect([kepala.keterkaitan, kepala.peralatan, kepala.pencatatan].flat().map(fold)).toEqual(
        [sop.kepala.keterkaitan, sop.kepala.peralatan, sop.kepala.pencatatan].flat().map(fold),
      );
    }
  });

  it("marks every doubt where it stands, and doubts whatever nobody printed", () => {
    for (const [nama, { draf, text, keraguan }] of found) {
      expect([nama, text.match(/# PERIKSA: /g)?.length]).toEqual([nama, draf.keraguanList.length]);
      expect(keraguan).toHaveLength(draf.keraguanList.length);
      const doubted = new Set(draf.keraguanList.map(({ jalur }) => jalur.join(".")));
      const guessed = draf.isi.langkah.flatMap(({ pelaksana }, at) =>
        pelaksana.disimpulkan === true ? [`langkah.${at}.pelaksana`] : [],
      );
      expect([nama, guessed.filter((jalur) => !doubted.has(jalur))]).toEqual([nama, []]);
    }
  });
});

describe("a sheet another program saved again", () => {
  it.each([
    ["docx", "docx:MS Word 2007 XML"],
    ["xlsx", "xlsx:Calc MS Excel 2007 XML"],
  ] as const)(
    "is the same sheet as %s, and prints lying",
    async (bentuk, format) => {
      const { sop } = await loadSop(
        "flows/sop/dinas-pengukuran.yaml",
        await loadFormulirFolder("flows"),
      );
      if (sop === null) throw new Error("the sheet does not load");
      const resmi = lembarResmi(sop.sop, "A4");
      const data = await fileOf(resmi, bentuk, sop.sop.id);
      const again = [...(await convert(data, format, `lembar.${bentuk}`)).values()][0];
      const drafOf = async (file: Uint8Array): Promise<unknown> => {
        const lembar = await bacaLembarSop(file, `lembar.${bentuk}`);
        return lembar.kind === "isi" ? susunDraf("lembar", lembar.blokList) : lembar;
      };
      expect(await drafOf(again ?? data)).toEqual(await drafOf(data));
      const pdf =
        [...(await convert(data, "pdf", `lembar.${bentuk}`)).values()][0] ?? new Uint8Array();
      const pages = await pagesOf(pdf);
      // the head, then each page of the chart on its own
      expect(pages).toHaveLength(1 + resmi.halamanList.length);
      expect(pages[0]).toContain("KUALIFIKASI PELAKSANA");
      for (const page of pages.slice(1)) expect(page).toMatch(/Uraian Prosedur/);
      expect(await sizesOf(pdf)).toEqual(pages.map(() => "842 x 595"));
    },
    240_000,
  );
});
