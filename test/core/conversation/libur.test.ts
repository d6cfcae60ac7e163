import { describe, expect, it } from "vitest";
import { plainText } from "../../../src/core/pesan/spans.ts";
import { Stage } from "../../support/stage.ts";
import { at } from "../../support/world.ts";

const textsOf = (stage: Stage, id: string): readonly string[] =>
  stage.delivered.filter(({ kepada }) => kepada === id).map(({ pesan }) => plainText(pesan.teks));

const banjir = (stage: Stage, tanggal = "5 Januari 2027"): void => {
  for (const said of ["/libur tambah", tanggal, "Banjir", "SE Bupati 360/12/2027"]) {
    stage.act("sekcam", said);
  }
};

describe("a free day that moves deadlines of several berkas", () => {
  it("is told to each of their people in one message, with the old deadline and the new", () => {
    const stage = new Stage();
    stage.open("2026-TW4");
    stage.open("2026-TW3");
    banjir(stage, "hari ini");
    const before = textsOf(stage, "pelayanan").length;
    stage.act("sekcam", { tap: "Ya, catat" });
    expect(textsOf(stage, "pelayanan").slice(before)).toEqual([
      [
        "⏰ Tenggat 2 tugas berubah karena kalender kerja diperbarui",
        "Libur: Senin, 4 Januari 2027 (Banjir).",
        "Triwulan IV 2026",
        "Langkah 1 dari 4: Mengumpulkan data kinerja.",
        "Baku mutu 15 menit, sampai Sel 5 Jan, 07.45 WITA; batas periode Jum 8 Jan, 16.30 WITA.",
        "Semula sampai Sen 4 Jan, 09.15 WITA.",
        "Semula batas periode Kam 7 Jan, 16.00 WITA.",
        "Triwulan III 2026",
        "Langkah 1 dari 4: Mengumpulkan data kinerja.",
        "Baku mutu 15 menit, sampai Sel 5 Jan, 07.45 WITA; batas periode Rab 7 Okt, 16.00 WITA.",
        "Semula sampai Sen 4 Jan, 09.15 WITA.",
        "Tugasnya tetap sama; lihat /tugas.",
      ].join("\n"),
    ]);
    const told = stage.delivered.filter(({ pesan }) =>
      plainText(pesan.teks).startsWith("⏰ Tenggat"),
    );
    expect(new Set(told.map(({ kepada }) => kepada)).size).toBe(told.length);
  });

  it("moves the day on which the next triwulan opens", () => {
    const stage = new Stage();
    stage.wait((at("2027-03-29 09:00") - stage.world.nowMs) / 60_000);
    for (const said of ["/libur tambah", "1 April 2027", "Hari jadi", "Perda 3/2001"]) {
      stage.act("sekcam", said);
    }
    stage.act("sekcam", { tap: "Ya, catat" });
    expect(stage.effects).toContainEqual({
      kind: "timer",
      kunci: "buka:laporan-triwulan",
      atMs: at("2027-04-02 07:30"),
      isi: { jenis: "buka-berkas", sopId: "laporan-triwulan", periode: "2027-TW1" },
    });
  });

  it("is nothing to anybody until it is confirmed", () => {
    const stage = new Stage();
    stage.open();
    banjir(stage);
    stage.act("sekcam", { tap: "Batal" });
    expect(stage.world.calendar.libur).toEqual({});
    expect(textsOf(stage, "pelayanan")).toHaveLength(1);
  });
});

describe("a workbook with the free days of a year", () => {
  const file = {
    file: "libur-2028.xlsx",
    isi: { jenis: "libur", daftar: "2028-01-01 Tahun Baru\n2028-01-26 Imlek\n2028-05-01 Buruh" },
  } as const;

  it("is taken from the admin, who is asked for its decree alone", () => {
    const stage = new Stage();
    stage.act("sekcam", file);
    expect(textsOf(stage, "sekcam").at(-1)).toMatch(/^✍️ Hari libur 2028 — 1 dari 2/);
    stage.act("sekcam", "SKB Tiga Menteri 2027");
    expect(textsOf(stage, "sekcam").at(-1)).toMatch(/^📋 Hari libur 2028: 3 hari/);
    stage.act("sekcam", { tap: "Ya, catat" });
    expect(Object.keys(stage.world.calendar.libur)).toEqual([
      "2028-01-01",
      "2028-01-26",
      "2028-05-01",
    ]);
  });

  it("keeps the decree that was named before it came", () => {
    const stage = new Stage();
    stage.act("sekcam", "/libur muat 2028");
    stage.act("sekcam", "SKB Tiga Menteri 2027");
    stage.act("sekcam", file);
    expect(textsOf(stage, "sekcam").at(-1)).toMatch(/^📋 Hari libur 2028: 3 hari/);
  });

  it("changes nothing when somebody else sends it", () => {
    const stage = new Stage();
    stage.act("pelayanan", file);
    expect(textsOf(stage, "pelayanan").at(-1)).not.toMatch(/Hari libur 2028/);
    expect(stage.session("pelayanan").dialogue).toBeNull();
  });
});
