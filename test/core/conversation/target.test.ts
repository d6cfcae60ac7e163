import { describe, expect, it } from "vitest";
import { decidePerubahan } from "../../../src/core/conversation/ubah-kantor.ts";
import type { Perubahan } from "../../../src/core/kantor/perubahan.ts";
import { OPERATOR } from "../../../src/core/kantor/schema.ts";
import { plainText } from "../../../src/core/pesan/spans.ts";
import { Tanggal } from "../../../src/core/waktu/tanggal.ts";
import { Stage } from "../../support/stage.ts";
import { kantor, worldOf } from "../../support/world.ts";

const textsOf = (stage: Stage, id: string): readonly string[] =>
  stage.delivered.filter(({ kepada }) => kepada === id).map(({ pesan }) => plainText(pesan.teks));

/** Answers everything up to the preview. */
function ask(stage: Stage, oleh: string, mulai: string, ...target: readonly string[]): void {
  const said = [`/target 1.1`, mulai, ...target, "Perubahan PK Nomor 45/2026", "14 Agustus 2026"];
  for (const one of said) stage.act(oleh, one);
}

const target = (stage: Stage) =>
  stage.world.kantor.indikatorList.find(({ kode }) => kode === "1.1");

const perubahan = (part: Partial<Extract<Perubahan, { jenis: "target" }>> = {}): Perubahan => ({
  jenis: "target",
  kode: "1.1",
  tahun: 2026,
  mulaiTriwulan: 4,
  dasar: "Perubahan PK Nomor 45/2026",
  tanggal: Tanggal.parse("2026-08-14"),
  targetTahunan: 90,
  targetTriwulan: [90],
  ...part,
});

describe("targets that change within a year", () => {
  it("are those of berkas opened afterwards; running ones keep the targets they began with", () => {
    const stage = new Stage();
    stage.open("2026-TW3");
    ask(stage, "perencanaan", "TW 4", "90", "90");
    stage.act("perencanaan", { tap: "Ya, catat" });
    stage.open("2026-TW4");
    const frozen = [...stage.world.berkasById.values()].map(({ state }) => [
      state.periode,
      state.indikatorList[0]?.targetTriwulan,
      state.indikatorList[0]?.targetTahunan,
    ]);
    expect(frozen).toEqual([
      ["2026-TW3", [80, 82, 84, 85], 85],
      ["2026-TW4", [80, 82, 84, 90], 90],
    ]);
  });

  it("are told to their owner once, and to nobody else", () => {
    const stage = new Stage();
    ask(stage, "perencanaan", "tw 4", "90", "90");
    stage.act("perencanaan", { tap: "Ya, catat" });
    const told = stage.delivered.filter(({ pesan }) =>
      plainText(pesan.teks).startsWith("📋 Target 1.1 berubah"),
    );
    expect(told.map(({ kepada }) => kepada)).toEqual(["pelayanan"]);
    expect(textsOf(stage, "pelayanan")).toEqual([
      [
        "📋 Target 1.1 berubah mulai Triwulan IV 2026",
        "Indeks Kepuasan Masyarakat",
        "TW IV: 85 → 90 nilai",
        "Setahun: 85 → 90 nilai",
        "Perubahan PK Nomor 45/2026 tanggal 14 Agustus 2026.",
      ].join("\n"),
    ]);
  });

  it("are told to whoever stands in for the owner", () => {
    const stage = new Stage();
    for (const said of ["/plh baru", "Kasi Pelayanan", "Cuti", "hari ini", "8 Januari"])
      stage.act("sekcam", said);
    for (const said of ["Kasi Pemerintahan", "SP 800/2/2027", "Ya, catat"])
      stage.act("sekcam", said);
    ask(stage, "sekcam", "tw 4", "90", "90");
    stage.act("sekcam", { tap: "Ya, catat" });
    expect(textsOf(stage, "pemerintahan").at(-1)).toMatch(/^📋 Target 1\.1 berubah/);
    expect(textsOf(stage, "pelayanan")).toEqual([]);
  });

  it("are named to be told by hand where the owner has no account", () => {
    const terhubung = new Set(
      kantor.pegawaiList.map(({ id }) => id).filter((id) => id !== "pelayanan"),
    );
    const stage = new Stage(worldOf({ terhubung }));
    ask(stage, "sekcam", "tw 4", "90", "90");
    stage.act("sekcam", { tap: "Ya, catat" });
    expect(stage.lastText("sekcam")).toContain(
      "Kasi Pelayanan belum mempunyai akun; mohon disampaikan langsung.",
    );
  });

  it("are pointed at before they are noted where the triwulan do not come to the year", () => {
    const stage = new Stage();
    ask(stage, "perencanaan", "tw 4", "90", "88");
    expect(stage.lastText("perencanaan")).toContain(
      "⚠️ Yang perlu dilihat: indikator 1.1: target triwulan IV 90, target tahunan 88.",
    );
    stage.act("perencanaan", { tap: "Batal" });
    expect(target(stage)).toEqual(kantor.indikatorList[0]);
  });

  it("are changed by one decree after the other without naming it again", () => {
    const stage = new Stage();
    ask(stage, "perencanaan", "tw 4", "90", "90");
    stage.act("perencanaan", { tap: "Ya, catat" });
    for (const said of ["/target 2.1", "tw 4", "15", "15"]) stage.act("perencanaan", said);
    stage.act("perencanaan", { tap: "Perubahan PK Nomor 45/2026, 14 Agustus 2026" });
    stage.act("perencanaan", { tap: "Ya, catat" });
    const changes = stage.world.kantor.indikatorList.map(({ kode, perubahanTarget = [] }) => [
      kode,
      ...perubahanTarget.map(({ dasar, tanggal }) => `${dasar}, ${tanggal}`),
    ]);
    expect(changes.filter(([, dasar]) => dasar !== undefined)).toEqual([
      ["1.1", "Perubahan PK Nomor 45/2026, 2026-08-14"],
      ["2.1", "Perubahan PK Nomor 45/2026, 2026-08-14"],
    ]);
  });

  it("can begin with a semester, and with the first triwulan", () => {
    const stage = new Stage();
    stage.act("sekcam", "/target 1.1");
    expect(stage.titles("sekcam")).toEqual(["TW I", "TW II", "TW III", "TW IV", "Batal"]);
    stage.act("sekcam", "semester II");
    expect(stage.lastText("sekcam")).toContain("— TW III");
    stage.act("sekcam", "86");
    expect(stage.lastText("sekcam")).toContain("— TW IV");
  });

  it.each<[string, Partial<Parameters<typeof worldOf>[0]>, Perubahan, string]>([
    [
      "a triwulan that is finished",
      { periodeSelesai: new Set(["laporan-triwulan/2026-TW3"]) },
      perubahan({ mulaiTriwulan: 3, targetTriwulan: [90, 90] }),
      "target-selesai",
    ],
    [
      "a triwulan before one that is finished",
      { periodeSelesai: new Set(["laporan-triwulan/2026-TW3"]) },
      perubahan({ mulaiTriwulan: 2, targetTriwulan: [90, 90, 90] }),
      "target-selesai",
    ],
    [
      "a year of which every triwulan has begun",
      { periodeSelesai: new Set(["laporan-triwulan/2026-TW4"]) },
      perubahan(),
      "target-tahun-tertutup",
    ],
    [
      "a triwulan whose semester is finished",
      { periodeSelesai: new Set(["laporan-triwulan/2026-S2"]) },
      perubahan(),
      "target-tahun-tertutup",
    ],
    ["an indikator there is not", {}, perubahan({ kode: "9.9" }), "indikator-tidak-ada"],
    ["another year", {}, perubahan({ tahun: 2025 }), "indikator-tidak-ada"],
    [
      "what holds already",
      {},
      perubahan({ targetTahunan: 85, targetTriwulan: [85] }),
      "target-sama",
    ],
  ])("are not changed from %s", (_, change, one, code) => {
    expect(decidePerubahan(worldOf(change), [one], OPERATOR)).toMatchObject({
      kind: "refused",
      code,
    });
  });

  it("wait for the berkas that is running", () => {
    const stage = new Stage();
    stage.open("2026-TW4");
    expect(decidePerubahan(stage.world, [perubahan()], OPERATOR)).toMatchObject({
      code: "target-tahun-tertutup",
    });
  });
});
