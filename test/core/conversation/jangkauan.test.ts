import { describe, expect, it } from "vitest";
import { strandedTasks } from "../../../src/core/conversation/jangkauan.ts";
import type { Akun, Masukan } from "../../../src/core/conversation/world.ts";
import { plain } from "../../../src/core/pesan/spans.ts";
import { type Act, Stage } from "../../support/stage.ts";
import { akunOf, at, worldOf } from "../../support/world.ts";

const blocked: Act = { masukan: { jenis: "tak-terjangkau" } };
const back = (sampaiMs: number | null): Act => ({ masukan: { jenis: "terjangkau", sampaiMs } });

/** The triwulan runs; the Kasi Pelayanan owes three figures. */
function opened(ubah: (akun: Akun) => readonly Akun[] = (akun) => [akun]): Stage {
  const world = worldOf();
  const stage = new Stage({ ...world, akunList: world.akunList.flatMap(ubah) });
  stage.open();
  return stage;
}

/** What an act makes others read. */
function heard(stage: Stage, id: string, act: Act): Readonly<Record<string, readonly string[]>> {
  const before = stage.delivered.length;
  stage.outcome(id, act);
  const told: Record<string, string[]> = {};
  for (const { kepada, pesan } of stage.delivered.slice(before)) {
    told[kepada] ??= [];
    told[kepada].push(pesan.teks.map(({ teks }) => teks).join(""));
  }
  return told;
}

/** A second account of somebody, on WhatsApp. */
const withSecond = (id: string) => (akun: Akun) =>
  akun.pegawaiId === id
    ? [akun, akunOf(akun.pegawaiId, { id: `kedua-${id}`, saluran: "WhatsApp" })]
    : [akun];

describe("somebody who cannot be written to", () => {
  it("is told of to the coordinator and the admin, by office and task, once", () => {
    const stage = opened();
    const told = heard(stage, "pelayanan", blocked);
    expect(Object.keys(told).toSorted()).toEqual(["sekcam", "staf"]);
    expect(told["sekcam"]).toEqual([
      [
        "⚠️ Kasi Pelayanan tidak terjangkau",
        "Telegram menolak pesan untuknya sejak Sen 4 Jan, 09.00 WITA: percakapan ini diblokir, atau akunnya tidak aktif lagi.",
        "Yang menunggu jawabannya:",
        "1. Realisasi Triwulan IV 2026, kurang 3 indikator — batas Sen 4 Jan, 09.15 WITA",
        "Mohon yang bersangkutan dihubungi langsung agar membuka blokir atau menghubungkan akun lain. Tugasnya tetap terbuka dan disampaikan lagi begitu ia terjangkau.",
      ].join("\n"),
    ]);
    expect(told["staf"]).toEqual(told["sekcam"]);
    expect(heard(stage, "pelayanan", blocked)).toEqual({});
  });

  it.each<[string, string, readonly string[], readonly string[]]>([
    ["staf", "coordinates themselves", [], ["sekcam"]],
    ["inspektorat", "holds nothing", [], []],
    ["pelayanan", "has a coordinator who cannot be reached", ["staf"], ["sekcam", "staf"]],
    [
      "pelayanan",
      "has neither coordinator nor admin who can be reached",
      ["staf", "sekcam"],
      ["camat", "sekcam", "staf"],
    ],
  ])("(%s) who %s is told of to the right people", (id, _, before, audience) => {
    const stage = opened();
    for (const other of before) stage.outcome(other, blocked);
    expect(Object.keys(heard(stage, id, blocked)).toSorted()).toEqual(audience);
  });

  it("is told of with each task that begins to wait for them later, and only then", () => {
    const world = worldOf();
    const akunList = world.akunList.map((akun) =>
      akun.pegawaiId === "pelayanan" ? { ...akun, takTerjangkauMs: at("2026-12-01 09:00") } : akun,
    );
    const stage = new Stage({ ...world, akunList });
    stage.open();
    const told = strandedTasks(stage.world, stage.effects);
    expect(told.map((one) => one.kind === "pesan" && one.kepada)).toEqual([
      { ke: "pegawai", pegawaiId: "staf" },
      { ke: "pegawai", pegawaiId: "sekcam" },
    ]);
    expect(JSON.stringify(told)).toContain("sejak Sel 1 Des, 09.00 WITA");
    expect(strandedTasks(stage.world, told)).toEqual([]);
    expect(strandedTasks({ ...stage.world, akunList: world.akunList }, stage.effects)).toEqual([]);
  });

  it("gets all that is open on another account at once, and nobody else is alarmed", () => {
    const stage = opened(withSecond("pelayanan"));
    const told = heard(stage, "pelayanan", blocked);
    expect(Object.keys(told)).toEqual(["pelayanan"]);
    expect(told["pelayanan"]?.[0]).toMatch(
      /^⚠️ Telegram Bapak\/Ibu tidak terjangkau\n[^\n]*\n\n.*\n1\. Realisasi Triwulan IV 2026, kurang 3 indikator/s,
    );
    expect(stage.titles("pelayanan")).toEqual(["Kerjakan sekarang"]);
    expect(stage.effects).toContainEqual({
      kind: "jangkauan",
      akunId: "akun-pelayanan",
      takTerjangkauMs: at("2027-01-04 09:00"),
      sampaiMs: at("2027-01-04 09:00"),
    });
  });

  it("is marked on the board, in the list of people and when nudged", () => {
    const stage = opened();
    stage.outcome("pelayanan", blocked);
    expect(stage.act("camat", "/status")).toContain(
      "Kasi Pelayanan (0 dari 3, ⚠️ tidak terjangkau), Kasi Pemerintahan (0 dari 2)",
    );
    expect(stage.act("sekcam", "/pegawai")).toContain(
      "3. Kasi Pelayanan — ⚠️ tidak terjangkau sejak Sen 4 Jan, 09.00 WITA",
    );
    stage.act("staf", "/status");
    const nudged = stage.act("staf", { tap: "Ingatkan yang belum" });
    expect(nudged).toContain("Pengingat dikirim kepada Kasi Pemerintahan.");
    expect(nudged).toContain("Tidak terjangkau, mohon diingatkan langsung: Kasi Pelayanan.");
  });

  it("is tried again the next working morning, and at once when the service says they are back", () => {
    const stage = opened();
    stage.outcome("pelayanan", blocked);
    stage.outcome("pelayanan", back(null));
    const atList = stage.effects.flatMap((effect) =>
      effect.kind === "timer" && effect.isi.jenis === "jangkauan" ? [effect.atMs] : [],
    );
    expect(atList).toEqual([at("2027-01-05 07:30"), at("2027-01-04 09:00") + 5_000]);
  });
});

/** Blocked while two messages waited, one of them news. */
function waiting(): Stage {
  const stage = opened();
  stage.outcome("pelayanan", blocked);
  const news = [{ teks: plain("📄 Laporan Triwulan III selesai\nTerlampir.") }];
  stage.world = { ...stage.world, tertahan: new Map([["akun-pelayanan", news]]) };
  return stage;
}

describe("somebody who can be written to again", () => {
  const kepala =
    "✅ Bapak/Ibu terjangkau lagi\nYang tidak sampai sementara itu:\n· 📄 Laporan Triwulan III selesai\nSelengkapnya: /status dan /dokumen.";

  it.each<[string, Act, number]>([
    ["the menu", "/start", 1],
    ["their tasks", "tugas", 1],
    ["something that is not understood", "selamat pagi semuanya", 1],
    ["their profile", "/saya", 2],
  ])("is answered %s and told all that is open in one message", (_, act, messages) => {
    const stage = waiting();
    const told = heard(stage, "pelayanan", act)["pelayanan"] ?? [];
    expect(told).toHaveLength(messages);
    expect(told.filter((text) => text.includes("Realisasi Triwulan IV 2026"))).toHaveLength(1);
    expect(told.at(-1)).toContain(kepala);
    expect(heard(stage, "pelayanan", "/start")["pelayanan"]?.[0]).not.toContain("terjangkau lagi");
  });

  it("is not interrupted in what they answer", () => {
    const stage = waiting();
    const told = heard(stage, "pelayanan", "/isi")["pelayanan"] ?? [];
    expect(told).toHaveLength(1);
    expect(told[0]).toContain(`${kepala}\nSemua tugas yang menunggu: /tugas.`);
    expect(told[0]).toContain("Indikator 1 dari 3");
  });

  it.each<[string, Masukan, readonly unknown[]]>([
    ["a message of ours arrived", { jenis: "terjangkau", sampaiMs: 7 }, [7]],
    ["nothing was wrong", { jenis: "terjangkau", sampaiMs: 7 }, []],
  ])("is unmarked when %s", (why, masukan, sampaiMs) => {
    const stage = why === "nothing was wrong" ? opened() : waiting();
    const before = stage.effects.length;
    expect(heard(stage, "pelayanan", { masukan })).toEqual({});
    const marks = stage.effects.slice(before).filter(({ kind }) => kind === "jangkauan");
    expect(marks.map((mark) => "sampaiMs" in mark && mark.sampaiMs)).toEqual(sampaiMs);
    expect(stage.act("camat", "/status")).not.toContain("tidak terjangkau");
  });
});
