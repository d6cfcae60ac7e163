import { describe, expect, it } from "vitest";
import type { Kantor } from "../../../src/core/kantor/schema.ts";
import { plainText } from "../../../src/core/pesan/spans.ts";
import { perintahText } from "../../../src/generated/teks.ts";
import { Stage } from "../../support/stage.ts";
import { kantor, worldOf } from "../../support/world.ts";

/** Words no Indonesian sentence can do without for long. */
const INDONESIAN =
  /\b(?:yang|dan|atau|untuk|dari|dengan|pada|tidak|sudah|belum|akan|dapat|ini|itu|mohon|pilih|ketik|kirim|berkas|langkah|kantor|triwulan|menunggu|angka|oleh|jumlah|setuju|sampai)\b/i;
/** What is typed is the same in both languages; so is what the sheet in /sop says of itself. */
const TYPED = /\b(?:type|or) (?:belum|lewati|ubah \d|tarik kembali)\b|\/[a-z]+/g;

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

  it("tells periods, dates and durations in it", () => {
    const stage = new Stage(worldOf({ kantor: mixed("pelayanan") }));
    stage.open();
    const task = stage.lastText("pelayanan");
    expect(task).toContain("📋 Figures of Quarter IV 2026 — 3 indicators wait for you");
    expect(task).toContain(
      "Standard time 15 minutes, until Mon 4 Jan, 09.15 WITA; due for the period",
    );
    expect(stage.act("pelayanan", "/isi")).toContain("Target of Q IV: 85");
    expect(stage.lastText("pemerintahan")).toContain("sampai Sen 4 Jan, 09.15 WITA");
  });

  it("reads nothing else but what the office wrote itself", () => {
    const world = worldOf({ kantor: { ...kantor, bahasa: "en" } });
    const stage = new Stage(world);
    stage.open();
    for (const { id } of kantor.pegawaiList) {
      for (const perintah of Object.keys(perintahText)) stage.act(id, `/${perintah}`);
    }
    stage.act("pelayanan", "/isi");
    for (const teks of [
      "86,25",
      "13/40",
      "late data",
      "Skip",
      "Skip",
      "9",
      { file: "bukti.jpg" },
      "send",
    ] as const) {
      stage.act("pelayanan", teks);
    }
    stage.act("pemerintahan", "/isi");
    for (const teks of ["1.500", "yes", "12", "4", "send"]) stage.act("pemerintahan", teks);
    stage.act("perencanaan", { tap: "✅ Pass on" });
    stage.act("sekcam", { tap: "✅ Agree" });
    stage.act("camat", { tap: "✅ Agree" });
    expect(stage.berkas().state.status).toBe("selesai");
    const own = [
      ...kantor.indikatorList.flatMap(({ nama, satuan }) => [nama, satuan]),
      ...kantor.pegawaiList.map(({ jabatan }) => jabatan),
      ...world.sopList.flatMap(({ sop }) => [sop.nama, ...sop.langkah.map((one) => one.uraian)]),
      ...world.sopList.flatMap(({ sop }) => sop.kepala.peringatan),
      ...Object.values(world.realisasi).flatMap((byPeriode) =>
        Object.values(byPeriode).flatMap(({ keterangan }) => keterangan ?? []),
      ),
      kantor.nama,
    ].toSorted((a, b) => b.length - a.length);
    const said = stage.delivered.flatMap(({ pesan }) => [
      ...plainText(pesan.teks).split("\n"),
      ...(pesan.pilihan ?? []).flat().map(({ judul }) => judul),
    ]);
    const words = said.map((line) => own.reduce((rest, name) => rest.replaceAll(name, "…"), line));
    expect(words.filter((line) => INDONESIAN.test(line.replaceAll(TYPED, "")))).toEqual([]);
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
