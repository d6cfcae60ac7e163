import { describe, expect, it } from "vitest";
import { Stage } from "../../support/stage.ts";
import { at } from "../../support/world.ts";

/** A berkas whose first draft lies on the Sekcam's desk. */
function drafted(): Stage {
  const stage = new Stage();
  stage.open();
  stage.act("staf", { tap: "Tutup pengumpulan" });
  stage.act("staf", "Batas waktu lewat");
  stage.wait(10);
  stage.act("perencanaan", "1");
  return stage;
}

const laporan = { jenis: "laporan", tahun: 2026, periode: "2026-TW4" };
const padaMs = at("2027-01-04 09:00");

describe("/dokumen", () => {
  it("gives a draft as PDF and offers Word and the figures", () => {
    const stage = drafted();
    expect(stage.act("camat", "/dokumen")).toContain("1. Laporan Triwulan IV 2026, Draf 1 — ");
    expect(stage.act("camat", "1")).toContain("Draf 1 Laporan Triwulan IV 2026 — PDF terlampir");
    expect(stage.last("camat").lampiran).toEqual({
      ...laporan,
      bentuk: "pdf",
      drafVersi: 1,
      padaMs,
    });
    expect(stage.titles("camat")).toEqual(["Unduh Word", "Unduh rekap Excel"]);
  });

  it.each([
    ["Unduh Word", { ...laporan, bentuk: "docx", drafVersi: 1, padaMs }],
    ["Unduh rekap Excel", { jenis: "rekap", unit: null, padaMs }],
  ])("sends what %s promises", (judul, lampiran) => {
    const stage = drafted();
    stage.act("camat", "/dokumen");
    stage.act("camat", "1");
    stage.act("camat", { tap: judul });
    expect(stage.last("camat").lampiran).toMatchObject(lampiran);
  });

  it("gives a supplier nothing but the figures of their own unit, whatever they type", () => {
    const stage = drafted();
    stage.act("pelayanan", "/dokumen");
    stage.act("pelayanan", "1");
    expect(stage.last("pelayanan").lampiran).toMatchObject({ jenis: "rekap", unit: "pelayanan" });
    expect(stage.last("pelayanan").pilihan).toBeUndefined();
    stage.act("pelayanan", `/dokumen ${stage.berkas().state.id} 1 docx`);
    expect(stage.last("pelayanan").lampiran).toMatchObject({ jenis: "rekap", unit: "pelayanan" });
  });

  it("shows the Inspektorat no draft, and the finished report", () => {
    const stage = drafted();
    expect(stage.act("inspektorat", "/dokumen")).toContain("Belum ada draf");
    finish(stage);
    const { selesaiMs } = stage.berkas().state;
    expect(stage.act("inspektorat", "/dokumen")).toContain("Draf 1 (akhir)");
    stage.act("inspektorat", "1");
    expect(stage.last("inspektorat").lampiran).toEqual({
      ...laporan,
      bentuk: "pdf",
      drafVersi: null,
      padaMs: selesaiMs,
    });
    expect(stage.last("inspektorat").pilihan).toBeUndefined();
  });

  it.each(["x 9", "x", "1 2 3 4"])("does not know %s", (argumen) => {
    expect(drafted().outcome("camat", `/dokumen ${argumen}`).ditolak).toBe("tombol-lama");
  });

  it("does not know a form it never offered", () => {
    const stage = drafted();
    const { id } = stage.berkas().state;
    expect(stage.outcome("camat", `/dokumen ${id} 1 exe`).ditolak).toBe("tombol-lama");
  });
});

describe("the desk a draft lies on", () => {
  it("carries the draft as PDF", () => {
    expect(drafted().last("sekcam").lampiran).toEqual({
      ...laporan,
      bentuk: "pdf",
      drafVersi: 1,
      padaMs,
    });
  });
});

/** Lets the draft go through every desk that is left. */
function finish(stage: Stage): void {
  for (const id of ["sekcam", "camat"]) {
    if (stage.berkas().state.status === "berjalan") stage.act(id, "setuju");
  }
  expect(stage.berkas().state.status).toBe("selesai");
}
