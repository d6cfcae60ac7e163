import { describe, expect, it } from "vitest";
import { sopFormulir } from "../../support/sop-formulir.ts";
import { Stage } from "../../support/stage.ts";
import { at, worldOf } from "../../support/world.ts";

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

const padaMs = at("2027-01-04 09:00");

const draf1 = (stage: Stage): string => `${stage.berkas().state.id}-n1`;

describe("/dokumen", () => {
  it("gives a draft as PDF and offers Word and the figures", () => {
    const stage = drafted();
    expect(stage.act("camat", "/dokumen")).toContain("1. Laporan, Draf 1 — ");
    expect(stage.act("camat", "1")).toContain("Laporan, Draf 1 Triwulan IV 2026 — PDF terlampir");
    expect(stage.last("camat").lampiran).toEqual({
      jenis: "naskah",
      naskahId: draf1(stage),
      bentuk: "pdf",
    });
    expect(stage.titles("camat")).toEqual(["Unduh Word", "Unduh rekap Excel"]);
  });

  it.each([
    ["Unduh Word", { jenis: "naskah", bentuk: "docx" }],
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
    expect(stage.act("inspektorat", "/dokumen")).toContain("Belum ada dokumen");
    finish(stage);
    expect(stage.act("inspektorat", "/dokumen")).toContain("1. Laporan, Final (akhir)");
    stage.act("inspektorat", "1");
    expect(stage.last("inspektorat").lampiran).toMatchObject({ jenis: "naskah", bentuk: "pdf" });
    expect(stage.last("inspektorat").pilihan).toBeUndefined();
  });

  it("says of each version who made it and what changed", () => {
    const stage = drafted();
    stage.act("sekcam", { tap: "↩️ Kembalikan" });
    stage.act("sekcam", "Rapikan uraian");
    const listed = stage.act("camat", "/dokumen");
    expect(listed).toContain("1. Laporan, Draf 2 — ");
    expect(listed).toContain("(tidak ada angka yang berubah)");
  });

  it("offers letters, minutes and numbers, the older ones on a second page", () => {
    const stage = new Stage(worldOf({ sopList: [{ sop: sopFormulir, hash: "h2" }] }));
    stage.open();
    for (let ke = 0; ke < 21; ke += 1) {
      stage.act("camat", { tap: "✅ Perintahkan" });
      for (const answer of [{ tap: "Isi" }, "Rabu", "09.00", `Aula ${ke}`, { tap: "✅ Undang" }]) {
        stage.act("sekcam", answer);
      }
      stage.act("sekcam", { tap: "↩️ Kembalikan" });
      stage.act("sekcam", "Belum tepat");
    }
    expect(stage.act("staf", "/dokumen")).toContain("1. Undangan Rapat (21) — Sekcam, ");
    expect(stage.titles("staf")).toContain("12 dokumen lebih lama");
    stage.act("staf", "12 dokumen lebih lama");
    expect(stage.titles("staf")).toContain("2 dokumen lebih lama");
    stage.act("staf", "2");
    expect(stage.last("staf").lampiran).toMatchObject({ jenis: "naskah", bentuk: "pdf" });
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
    const stage = drafted();
    expect(stage.last("sekcam").lampiran).toEqual({
      jenis: "naskah",
      naskahId: draf1(stage),
      bentuk: "pdf",
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
