import { describe, expect, it } from "vitest";
import { Stage } from "../../support/stage.ts";

/** Pemerintahan has sent, Pelayanan is still waited for. */
function sent(): Stage {
  const stage = new Stage();
  stage.open();
  stage.act("pemerintahan", "1=12 2=5");
  stage.act("pemerintahan", { tap: "Kirim" });
  return stage;
}

/** Everybody has sent: the compiler has the draft. */
function complete(): Stage {
  const stage = sent();
  stage.act("pelayanan", "1=86 2=39/40 3=9");
  stage.act("pelayanan", { tap: "Lengkapi" });
  stage.act("pelayanan", { file: "a.pdf" });
  stage.act("pelayanan", { tap: "Kirim" });
  return stage;
}

const openUnits = (stage: Stage): readonly string[] =>
  stage
    .berkas()
    .state.waitList.filter(({ macam, jawaban }) => macam === "unit" && jawaban === null)
    .map(({ pemegang }) => (pemegang.jenis === "pegawai" ? pemegang.pegawaiId : ""));

describe("figures that were sent", () => {
  it("can be taken back while the others are waited for, changed and sent again", () => {
    const stage = sent();
    const before = stage.berkas().state.waitList.find(({ jawaban }) => jawaban !== null);
    expect(stage.titles("pemerintahan")).toEqual(["Tarik kembali"]);
    stage.wait(30);
    const said = stage.act("pemerintahan", { tap: "Tarik kembali" });
    expect(said).toContain("↩️ Realisasi Triwulan IV 2026 ditarik kembali");
    expect(said).toContain("1. BUM Desa yang dibina: 12 BUM Desa");
    expect(stage.titles("pemerintahan")).toEqual(["Kirim", "Ubah …"]);
    expect(openUnits(stage)).toContain("pemerintahan");
    const again = stage.berkas().state.waitList.at(-1);
    expect(again).toMatchObject({
      diterimaMs: before?.diterimaMs,
      tenggatMs: before?.tenggatMs,
      batasMs: before?.batasMs,
    });
    stage.act("pemerintahan", "ubah 2");
    stage.act("pemerintahan", "7");
    stage.act("pemerintahan", { tap: "Kirim" });
    expect(openUnits(stage)).toEqual(["pelayanan"]);
    expect(stage.berkas().state.isianByKode["2.2"]).toMatchObject({ isian: { nilai: 7 } });
  });

  it.each(["ubah 2", "saya salah input", "Maaf, salah ketik angka", "keliru isi tadi", "1=13 2=5"])(
    "%s says that they were sent and offers to take them back",
    (text) => {
      const stage = sent();
      expect(stage.act("pemerintahan", text)).toContain(
        "Realisasi Triwulan IV 2026 sudah terkirim.",
      );
      expect(stage.titles("pemerintahan")).toEqual(["Tarik kembali"]);
      expect(openUnits(stage)).toEqual(["pelayanan"]);
      stage.act("pemerintahan", "tarik kembali");
      expect(openUnits(stage)).toContain("pemerintahan");
    },
  );

  it.each([
    ["a tap on the old message", { tap: "Tarik kembali" }],
    ["ubah 2", "ubah 2"],
  ])("stay where the report is being written: %s says who can send them back", (_, act) => {
    const stage = complete();
    const outcome = stage.outcome("pemerintahan", act);
    expect(outcome.ditolak).toBe("pengumpulan-selesai");
    expect(stage.lastText("pemerintahan")).toContain(
      "Mintalah Kasubbag Perencanaan mengembalikannya",
    );
    expect(outcome.berkasList).toEqual([]);
  });

  it("are taken back by their own unit alone, and once", () => {
    const stage = sent();
    const token = stage.token("pemerintahan", "Tarik kembali");
    expect(stage.outcome("pelayanan", { token }).ditolak).toBe("bukan-pelaksana");
    stage.act("pemerintahan", { token });
    expect(stage.outcome("pemerintahan", { token }).ditolak).toBe("permintaan-lama");
    expect(openUnits(stage).filter((id) => id === "pemerintahan")).toHaveLength(1);
  });
});

describe("figures that were not sent yet", () => {
  it.each(["saya salah input", "salah ketik"])("%s asks which of them", (text) => {
    const stage = new Stage();
    stage.open();
    stage.act("pelayanan", { tap: "Mulai isi" });
    stage.act("pelayanan", "87");
    expect(stage.act("pelayanan", text)).toContain("Ubah indikator nomor berapa?");
    expect(stage.titles("pelayanan")[0]).toBe("1. Indeks Kepuasan Masyarakat");
    expect(stage.act("pelayanan", "1")).toContain("Tercatat sekarang: 87");
    expect(stage.act("pelayanan", "86")).toMatch(/Diubah: 87 → 86[^]*Indikator 2 dari 3/);
  });

  it("ubah 1 finds its sheet from outside the dialogue, too", () => {
    const stage = new Stage();
    stage.open();
    stage.act("pelayanan", "1=87");
    stage.act("pelayanan", "/batal");
    expect(stage.act("pelayanan", "ubah 1")).toContain("Indikator 1 dari 3");
  });
});

describe("who is missing", () => {
  it.each([
    "siapa yang belum?",
    "Siapa belum",
    "siapa saja yg blm kirim?",
    "yang belum siapa saja",
    "siapa lagi yang belum mengisi",
  ])("%s names them, to whoever may ask after them; to others it is the board", (text) => {
    const stage = sent();
    expect(stage.act("sekcam", text)).toContain(
      "1. Kasi Pelayanan: Realisasi Triwulan IV 2026, kurang 3 indikator",
    );
    expect(stage.act("pemerintahan", text)).toContain("Belum: Kasi Pelayanan (0 dari 3)");
  });
});

const closed = (stage: Stage, promptId: string | undefined): readonly string[] =>
  stage.effects.flatMap((effect) =>
    effect.kind === "tutup-prompt" && effect.promptId === promptId ? ["closed"] : [],
  );

describe("a question that was answered", () => {
  it.each([
    ["a typed figure", "87"],
    ["a typed choice", "lewati"],
    ["a tap", { tap: "Belum ada data" }],
    ["a command", "/status"],
    ["leaving", "/batal"],
  ])("loses its buttons by %s", (_, act) => {
    const stage = new Stage();
    stage.open();
    stage.act("pelayanan", { tap: "Mulai isi" });
    const { promptId } = stage.last("pelayanan");
    expect(closed(stage, promptId)).toEqual([]);
    stage.act("pelayanan", act);
    expect(closed(stage, promptId)).toEqual(["closed"]);
  });
});
