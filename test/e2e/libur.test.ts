import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { Office } from "./office.ts";

const kantorFile = join(import.meta.dirname, "uji.yaml");
const mulai = "2027-01-04T07:15:00+08:00";

let office: Office;
afterEach(() => office.close());

const textsOf = (id: string): readonly string[] => office.person(id).texts;
const told = (id: string): readonly string[] =>
  textsOf(id).filter((text) => text.startsWith("⏰ Tenggat"));

async function withBanjir(): Promise<void> {
  for (const said of ["/libur tambah", "6 Januari 2027", "Banjir", "SE Bupati 360/12/2027"]) {
    await office.says("sekcam", said);
  }
  await office.taps("sekcam", "Ya, catat");
}

describe("a free day of one office, in the chat", () => {
  it("moves open deadlines, is told once, and stays when the file is loaded again", async () => {
    office = await Office.open({ kantorFile, mulai });
    await office.moveTo("2027-01-04T08:00:00+08:00");
    await withBanjir();
    expect(told("kasi-pelayanan")).toEqual([
      expect.stringContaining("Libur: Rabu, 6 Januari 2027 (Banjir)."),
    ]);
    expect(told("kasi-pelayanan")[0]).toContain("Semula batas periode");
    expect(textsOf("sekcam").at(-1)).toContain("Rabu, 6 Januari 2027 dicatat libur");
    await office.reload((yaml) => yaml);
    const [record] = await office.store.listKantor();
    expect(record?.calendar.khusus).toEqual({ "2027-01-06": "SE Bupati 360/12/2027" });
    expect(told("kasi-pelayanan")).toHaveLength(1);
    await office.says("kasi-pelayanan", "/libur");
    expect(textsOf("kasi-pelayanan").at(-1)).toContain("Perintah ini untuk admin");
    expect(await office.logIsWhole()).toBe(true);
  }, 120_000);

  it("is asked for in November where the year to come is not known yet, once", async () => {
    office = await Office.open({ kantorFile, mulai: "2027-10-29T08:00:00+08:00" });
    const asked = (): readonly string[] =>
      textsOf("sekcam").filter((text) => text.includes("Hari libur 2028 belum dimuat"));
    await office.moveTo("2027-11-01T07:29:00+08:00");
    expect(asked()).toEqual([]);
    await office.moveTo("2027-11-02T08:00:00+08:00");
    expect(asked()).toHaveLength(1);
    expect(textsOf("camat").some((text) => text.includes("Hari libur 2028"))).toBe(false);
    await office.taps("sekcam", "Muat daftar 2028");
    await office.says("sekcam", "SKB Tiga Menteri 2027");
    await office.says("sekcam", "1 Januari 2028 Tahun Baru\n26 Januari 2028 Tahun Baru Imlek");
    await office.taps("sekcam", "Ya, catat");
    const [record] = await office.store.listKantor();
    expect(record?.calendar.tahunList).toContain(2028);
    await office.moveTo("2027-11-30T08:00:00+08:00");
    expect(asked()).toHaveLength(1);
  }, 120_000);
});
