import { describe, expect, it } from "vitest";
import type { RealisasiTerkini } from "../../../src/core/kinerja/indikator.ts";
import { type Act, Stage } from "../../support/stage.ts";
import { realisasiLalu, worldOf } from "../../support/world.ts";

const lalu = (tindakLanjut: string, pendukung?: string): RealisasiTerkini => ({
  isian: { jenis: "angka", nilai: 6 },
  keterangan: "Kekurangan petugas",
  narasi: { tindakLanjut, ...(pendukung !== undefined && { pendukung }) },
});

/** TW IV 2026, after two triwulan in which something was to follow for 2.1. */
function opened(): Stage {
  const stage = new Stage(
    worldOf({
      realisasi: {
        ...realisasiLalu,
        "2.1": {
          "2026-TW1": lalu("Musyawarah desa"),
          "2026-TW2": lalu("Magang pengurus", "Dana desa cair"),
          "2026-TW3": lalu("Desa didampingi"),
        },
      },
    }),
  );
  stage.open();
  return stage;
}

const act = (stage: Stage, ...acts: readonly Act[]): string =>
  acts.map((one) => stage.act("pemerintahan", one)).at(-1) ?? "";

const TANYA = "Tindak lanjut TW III: “Desa didampingi”. Sudah dilaksanakan?";
const toldOf = (stage: Stage): unknown => stage.berkas().state.isianByKode["2.1"]?.narasi;

describe("what was to follow last period", () => {
  it.each<[string, Act]>([
    ["filling in", { tap: "Mulai isi" }],
    ["one figure", "/isi 2.1"],
  ])("is asked after before its figure, when %s begins", (_, begin) => {
    const stage = opened();
    expect(act(stage, begin)).toContain(TANYA);
    expect(stage.titles("pemerintahan")).toEqual(["Sudah", "Sebagian", "Belum"]);
    expect(act(stage, { tap: "Belum" })).toContain("Ketik angkanya");
    expect(toldOf(stage)).toBeUndefined();
    act(stage, "12");
    expect(toldOf(stage)).toEqual({
      pelaksanaan: { periode: "2026-TW3", tindakLanjut: "Desa didampingi", hasil: "belum" },
    });
  });

  it("is asked after once, also where the figure is put off", () => {
    const stage = opened();
    act(stage, { tap: "Mulai isi" }, "sudah", { tap: "Lewati dulu" }, "3", { tap: "Lengkapi" });
    expect(act(stage, "12")).toContain("tindak lanjut TW III sudah dilaksanakan");
    expect(act(stage, { tap: "Kirim" })).toContain("terkirim");
  });

  it("is asked after before the summary, where figures came at once", () => {
    const stage = opened();
    expect(act(stage, "1=12 2=3")).toContain(TANYA);
    expect(act(stage, { tap: "Sebagian" })).toContain("📋 Ringkasan");
    expect(toldOf(stage)).toMatchObject({ pelaksanaan: { hasil: "sebagian" } });
  });

  it("is not asked after of a figure nobody promised anything for", () => {
    const stage = new Stage();
    stage.open();
    expect(act(stage, { tap: "Mulai isi" })).toContain("Indikator 1 dari 2");
  });
});

describe("what a unit said before", () => {
  it("is offered first, the newest first, two at most, part by part", () => {
    const stage = opened();
    act(stage, { tap: "Mulai isi" }, { tap: "Sudah" }, "8");
    expect(stage.titles("pemerintahan")[0]).toBe("Kekurangan petugas");
    act(stage, { tap: "Kekurangan petugas" });
    expect(stage.titles("pemerintahan")).toEqual([
      "Desa didampingi",
      "Magang pengurus",
      "Pendampingan desa",
      "Lewati",
    ]);
    act(stage, { tap: "Magang pengurus" });
    expect(stage.titles("pemerintahan")[0]).toBe("Dana desa cair");
    act(stage, { tap: "Lewati" });
    expect(toldOf(stage)).toMatchObject({ tindakLanjut: "Magang pengurus" });
  });
});

describe("what may be told further", () => {
  it.each(["tidak ada", "Nihil.", "nanti saja", "lewati", "-"])("is passed over by %s", (said) => {
    const stage = opened();
    act(stage, { tap: "Mulai isi" }, { tap: "Sudah" }, "8", "Pengurus berganti");
    expect(act(stage, said)).toContain("🤝 Adakah yang mendukung");
    expect(act(stage, said)).toContain("Indikator 2 dari 2");
    expect(toldOf(stage)).not.toHaveProperty("tindakLanjut");
  });

  it("gives way to a wish to change a figure, or to send", () => {
    const stage = opened();
    act(stage, { tap: "Mulai isi" }, { tap: "Sudah" }, "8", "Pengurus berganti");
    expect(act(stage, "ubah 1")).toContain("Tercatat sekarang: 8");
    expect(toldOf(stage)).not.toHaveProperty("tindakLanjut");
  });

  it("is asked once more where the figure is typed anew, as far as it was not told", () => {
    const stage = opened();
    act(stage, { tap: "Mulai isi" }, { tap: "Sudah" }, "8", "Pengurus berganti");
    act(stage, "Pengurus dilatih", { tap: "Lewati" }, "3", "ubah 1", "9");
    expect(act(stage, "Pengurus berganti lagi")).toContain("🤝 Adakah yang mendukung");
    expect(act(stage, { tap: "Lewati" })).toContain("tindak lanjut: Pengurus dilatih");
  });
});
