import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { holdersOf, openWaits } from "../../src/core/engine/holders.ts";
import { allBerkas } from "../support/all-berkas.ts";
import { Office } from "./office.ts";

const kantorFile = join(import.meta.dirname, "uji.yaml");

let office: Office;
afterEach(() => office.close());

/** The office without Kasi Pemerintahan, whose figures go to somebody else. */
const withoutKasi =
  (ke: string) =>
  (yaml: string): string =>
    yaml
      .replace(/ {2}- \{\n {6}id: kasi-pemerintahan,[\s\S]*?\n {4}\}\n/, "")
      .replaceAll("penanggungJawab: kasi-pemerintahan", `penanggungJawab: ${ke}`);

const retired = (yaml: string): string =>
  yaml.replace("  id: uji\n", "  id: uji\n  aktif: false\n");

/** With the same targets for 2027. */
function nextYear(yaml: string): string {
  const [head = "", table = ""] = yaml.split("indikator:\n");
  return `${head}indikator:\n${table}${table.replaceAll("tahun: 2026", "tahun: 2027")}`;
}

/** First lines of the warnings somebody got. */
const warnings = (id: string): readonly string[] =>
  textsOf(id)
    .filter((text) => text.startsWith("⚠️"))
    .map((text) => text.split("\n")[0] ?? "");

const textsOf = (id: string): readonly string[] => office.person(id).texts;

describe("somebody who left the office file", () => {
  it("is not written to when they block the bot", async () => {
    office = await Office.open({ kantorFile, mulai: "2026-12-28T09:00:00+08:00" });
    await office.reload(withoutKasi("kasi-pelayanan"));
    const left = office.person("kasi-pemerintahan");
    const before = office.telegram.callsOf("sendMessage").length;
    await office.act(() => left.blocks({ told: true }));
    await office.moveTo("2026-12-28T10:00:00+08:00");
    const sent = office.telegram.callsOf("sendMessage").slice(before);
    expect(sent.filter(({ params }) => String(params["chat_id"]) === String(left.id))).toEqual([]);
  });
});

describe("an office file that changes while a triwulan is collected", () => {
  it("moves what Kasi Pemerintahan owed to Kasi Pelayanan, who finishes it", async () => {
    office = await Office.open({ kantorFile, mulai: "2027-01-04T07:15:00+08:00" });
    await office.moveTo("2027-01-04T07:45:00+08:00");
    await office.says("kasi-pemerintahan", "/isi");
    await office.says("kasi-pemerintahan", "17/18");
    const before = textsOf("kasi-pemerintahan").length;
    await office.reload(withoutKasi("kasi-pelayanan"));
    await office.telegram.until(() =>
      ["kasi-pelayanan", "staf", "sekcam"].every((id) => textsOf(id).at(-1)?.includes("2.1, 2.2")),
    );

    expect(textsOf("kasi-pelayanan").at(-1)).toContain(
      "Indikator 2.1, 2.2 beralih kepada Bapak/Ibu dari Kasi Pemerintahan.",
    );
    expect(textsOf("staf").at(-1)).toContain(
      "Indikator 2.1, 2.2: dari Kasi Pemerintahan ke Kasi Pelayanan.",
    );
    expect(textsOf("sekcam").at(-1)).toContain(
      "Penanggung jawab realisasi Triwulan IV 2026 berubah",
    );
    expect(textsOf("kasi-pemerintahan")).toHaveLength(before);
    const record = (await office.store.listKantor())[0];
    const state = (await allBerkas(office.store)).find(
      ({ state: one }) => one.status === "berjalan",
    )?.state;
    if (record === undefined || state === undefined) throw new Error("nothing runs");
    for (const wait of openWaits(state)) expect(holdersOf(wait, record.kantor)).not.toEqual([]);

    await office.says("sekcam", "/status");
    expect(textsOf("sekcam").at(-1)).not.toContain("kasi-pemerintahan");
    await office.says("kasi-pelayanan", "/isi 2.2");
    await office.says("kasi-pelayanan", "3");
    const isian = (await allBerkas(office.store))[0]?.state.isianByKode;
    expect(isian?.["2.1"]).toMatchObject({ oleh: "kasi-pemerintahan" });
    expect(isian?.["2.2"]).toMatchObject({ oleh: "kasi-pelayanan" });

    // Whoever left gets no reminder; whoever took over does.
    const left = textsOf("kasi-pemerintahan").length;
    await office.moveTo("2027-01-08T16:00:00+08:00");
    expect(textsOf("kasi-pemerintahan")).toHaveLength(left);
    expect(textsOf("kasi-pelayanan").some((text) => text.startsWith("⏰"))).toBe(true);
    expect(await office.logIsWhole()).toBe(true);
  }, 120_000);

  it("goes quiet once the office is retired, and loses nothing", async () => {
    office = await Office.open({ kantorFile, mulai: "2027-01-04T07:15:00+08:00" });
    await office.moveTo("2027-01-04T07:45:00+08:00");
    await office.reload(retired);
    const counts = (): readonly number[] => office.everybody.map(({ texts }) => texts.length);
    const before = counts();
    await office.moveTo("2027-04-06T08:00:00+08:00");
    expect(counts()).toEqual(before);
    expect(await office.berkasEnds()).toEqual(["2026-TW4 berjalan"]);
    await office.says("sekcam", "/mulai");
    await office.says("sekcam", "TW 1 2027");
    expect(textsOf("sekcam").at(-1)).toContain("Kantor ini sudah tidak aktif");
    await office.reload((yaml) => yaml);
    await office.moveTo("2027-04-09T08:00:00+08:00");
    expect(textsOf("kasi-pelayanan").length).toBeGreaterThanOrEqual(before[2] ?? 0);
  }, 120_000);
});

describe("a year that is not ready", () => {
  it("is told to admin and Sekcam in December and when it should open, and opens once it is ready", async () => {
    office = await Office.open({
      kantorFile,
      mulai: "2026-11-30T08:00:00+08:00",
    });
    await office.moveTo("2026-12-02T08:00:00+08:00");
    expect(warnings("sekcam")).toEqual(["⚠️ Tahun 2027 belum siap: indikator tahun 2027 belum ada"]);
    expect(warnings("camat")).toEqual([]);
    await office.moveTo("2027-04-02T08:00:00+08:00");
    expect(warnings("sekcam").at(-1)).toBe(
      "⚠️ Pengumpulan Data Kinerja Triwulan I 2027 belum dibuka: indikator tahun 2027 belum ada",
    );
    expect(await office.berkasEnds()).toEqual(["2026-TW4 berjalan"]);
    await office.says("sekcam", "/mulai");
    await office.says("sekcam", "TW 1 2027");
    expect(textsOf("sekcam").at(-1)).toContain("indikator tahun 2027 belum ada");
    await office.reload(nextYear);
    await office.moveTo("2027-04-02T09:00:00+08:00");
    expect(await office.berkasEnds()).toEqual(["2026-TW4 berjalan", "2027-TW1 berjalan"]);
  }, 120_000);
});
