import { describe, expect, it } from "vitest";
import type { Kantor } from "../../../src/core/kantor/schema.ts";
import { Stage } from "../../support/stage.ts";
import { kantor, worldOf } from "../../support/world.ts";

/** The fixture office with somebody who reads English. */
const mixed = (reader: string): Kantor => ({
  ...kantor,
  pegawaiList: kantor.pegawaiList.map((one) =>
    one.id === reader ? { ...one, bahasa: "en" as const } : one,
  ),
});

describe("an office of two languages", () => {
  it("answers each in their own, and takes what is offered in it", () => {
    const stage = new Stage(worldOf({ kantor: mixed("pelayanan") }));
    stage.open();
    expect(stage.act("pelayanan", "/bantuan")).toContain("Help — Kasi Pelayanan");
    expect(stage.act("pemerintahan", "/bantuan")).toContain("Bantuan — Kasi Pemerintahan");
    expect(stage.act("pelayanan", "/isi")).toContain("✍️ Indicator 1 of 3");
    expect(stage.act("pelayanan", "skip for now")).toContain("is skipped for now");
    expect(stage.act("pemerintahan", "/isi")).toContain("✍️ Indikator 1 dari 2");
  });

  it("says what a language lacks in Indonesian", () => {
    const stage = new Stage(worldOf({ kantor: mixed("sekcam") }));
    expect(stage.act("sekcam", "/undang")).toContain("Semua pegawai");
  });

  it("marks a message with its language, for what sending adds to it", () => {
    const stage = new Stage(worldOf({ kantor: mixed("pelayanan") }));
    stage.act("pelayanan", "/bantuan");
    expect(stage.last("pelayanan").bahasa).toBe("en");
  });

  it("addresses people as the office does", () => {
    const stage = new Stage(worldOf({ kantor: { ...kantor, sapaan: "Saudara" } }));
    expect(stage.act("camat", "/tugas")).toContain("menunggu Saudara");
  });
});
