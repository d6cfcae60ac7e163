// Answers that point at an earlier message: a quoted reply, or a vote in its poll.
import { describe, expect, it } from "vitest";
import type { Dilipat, Pertanyaan, Pesan } from "../../../src/core/pesan/pesan.ts";
import { tokenOf } from "../../../src/core/pesan/token.ts";
import { Stage } from "../../support/stage.ts";

/** A stage whose draft lies with the Camat, having passed two desks. */
function approving(): Stage {
  const stage = new Stage();
  stage.open();
  stage.act("pelayanan", "1=86 2=39/40 3=9");
  stage.act("pelayanan", { tap: "Lengkapi" });
  stage.act("pelayanan", { file: "a.pdf" });
  stage.act("pelayanan", { tap: "Kirim" });
  stage.act("pemerintahan", "1=12 2=5");
  stage.act("pemerintahan", { tap: "Kirim" });
  stage.act("perencanaan", { tap: "✅ Teruskan" });
  stage.act("sekcam", { tap: "✅ Setuju" });
  return stage;
}

const askedBy = ({ promptId = "", pilihan = [], tanpaNomor }: Pesan): Pertanyaan => ({
  promptId,
  pilihan: pilihan.flat(),
  tanpaNomor: tanpaNomor === true,
});

const answering = (teks: string, menjawab: Pertanyaan | Dilipat) => ({
  masukan: { jenis: "teks", teks, menjawab } as const,
});

const voteFor = ({ promptId, pilihan }: Pertanyaan, nomor: number) => ({
  masukan: { jenis: "suara", token: tokenOf(promptId, pilihan[nomor]?.id ?? "") } as const,
});

describe("a text that answers an earlier message", () => {
  it.each(["1", "setuju", "Setuju, Pak"])("means that one by %s", (teks) => {
    const stage = approving();
    const sheet = askedBy(stage.last("camat"));
    stage.act("camat", "/rekap");
    stage.act("camat", "/status");
    expect(stage.outcome("camat", answering(teks, sheet)).ditolak).toBeNull();
    expect(stage.berkas().state.status).toBe("selesai");
  });

  it("counts the choices of the message it answers, not of the newest one", () => {
    const stage = approving();
    const sheet = askedBy(stage.last("camat"));
    stage.act("camat", "3");
    expect(stage.titles("camat")).not.toContain("Lihat semua angka");
    expect(stage.act("camat", answering("3", sheet))).toContain("Semua angka");
  });

  it("is told what was decided meanwhile", () => {
    const stage = approving();
    const sheet = askedBy(stage.last("camat"));
    stage.act("camat", "setuju");
    stage.wait(3);
    const outcome = stage.outcome("camat", answering("setuju", sheet));
    expect(outcome.ditolak).toBe("sudah-dijawab");
    expect(stage.lastText("camat")).toContain("Sudah tercatat pukul");
  });

  it("is the reason that was asked for, when it answers the report it is about", () => {
    const stage = approving();
    const sheet = askedBy(stage.last("camat"));
    stage.act("camat", "kembalikan");
    const said = stage.act("camat", answering("Mohon cek waktu layanan.", sheet));
    expect(said).toContain("Dikembalikan");
    expect(stage.berkas().state.langkahNo).not.toBe("4a");
  });

  it("is no figure for another indikator than the one it answers", () => {
    const stage = new Stage();
    stage.open();
    stage.act("pelayanan", "isi");
    const first = askedBy(stage.last("pelayanan"));
    stage.act("pelayanan", "86");
    const outcome = stage.outcome("pelayanan", answering("87", first));
    expect(outcome.ditolak).toBe("pertanyaan-lama");
    expect(stage.lastText("pelayanan")).toContain("Indikator 2 dari 3");
    expect(Object.keys(stage.berkas().state.isianByKode)).toHaveLength(1);
  });

  it("is a figure where it answers the question that is open", () => {
    const stage = new Stage();
    stage.open();
    stage.act("pelayanan", "isi");
    const open = askedBy(stage.last("pelayanan"));
    expect(stage.outcome("pelayanan", answering("86", open)).ditolak).toBeNull();
    expect(Object.keys(stage.berkas().state.isianByKode)).toHaveLength(1);
  });

  it("does not fall into a dialogue about something else", () => {
    const stage = approving();
    const sheet = askedBy(stage.last("camat"));
    stage.act("camat", "/mulai");
    const before = stage.session("camat").dialogue;
    const outcome = stage.outcome("camat", answering("TW 4 2026", sheet));
    expect(outcome.ditolak).toBe("tidak-dipahami");
    expect(stage.session("camat").dialogue).toEqual(before);
  });

  it("is told when that one is too old, and means nothing that is asked now", () => {
    const stage = approving();
    expect(stage.outcome("camat", answering("setuju", "dilipat")).ditolak).toBe("balasan-lama");
    expect(stage.lastText("camat")).toContain("sudah terlalu lama");
    expect(stage.berkas().state.status).toBe("berjalan");
    stage.act("camat", "/mulai");
    const before = stage.session("camat").dialogue;
    expect(stage.outcome("camat", answering("TW 4 2026", "dilipat")).ditolak).toBe("balasan-lama");
    expect(stage.session("camat").dialogue).toEqual(before);
    expect(stage.act("camat", answering("status", "dilipat"))).toContain("Pemegang");
  });

  it("may still be a command", () => {
    const stage = approving();
    const sheet = askedBy(stage.last("camat"));
    expect(stage.act("camat", answering("status", sheet))).toContain("Pemegang");
    expect(stage.act("camat", answering("/tugas", sheet))).toContain("mohon persetujuan");
  });
});

describe("a vote", () => {
  it("means the same as the tap, and is answered, for no keyboard shows what came of it", () => {
    const stage = approving();
    const receipt = askedBy(stage.last("inspektorat"));
    expect(stage.act("inspektorat", voteFor(receipt, 0))).toContain("sudah tercatat dibaca");
    const sheet = askedBy(stage.last("camat"));
    stage.act("camat", voteFor(sheet, 0));
    expect(stage.berkas().state.status).toBe("selesai");
  });

  it("may be changed while nothing is decided", () => {
    const stage = approving();
    const sheet = askedBy(stage.last("camat"));
    expect(stage.act("camat", voteFor(sheet, 1))).toContain("Apa yang perlu diperbaiki?");
    const { promptId } = sheet;
    expect(stage.act("camat", { masukan: { jenis: "suara-ditarik", promptId } })).toBe("");
    expect(stage.outcome("camat", voteFor(sheet, 0)).ditolak).toBeNull();
    expect(stage.berkas().state.status).toBe("selesai");
    expect(stage.session("camat").dialogue).toBeNull();
  });

  it("undoes nothing when it is taken back, and says so", () => {
    const stage = approving();
    const sheet = askedBy(stage.last("camat"));
    stage.act("camat", voteFor(sheet, 0));
    const before = stage.berkas().state;
    const { promptId } = sheet;
    const outcome = stage.outcome("camat", { masukan: { jenis: "suara-ditarik", promptId } });
    expect(outcome.ditolak).toBe("sudah-dijawab");
    expect(stage.lastText("camat")).toContain("Sudah tercatat");
    expect(stage.berkas().state).toEqual(before);
  });

  it("in an old poll is answered like an old button, and in an unknown one too", () => {
    const stage = approving();
    const sheet = askedBy(stage.last("camat"));
    stage.act("camat", "setuju");
    expect(stage.outcome("camat", voteFor(sheet, 1)).ditolak).toBe("sudah-dijawab");
    const unknown = { masukan: { jenis: "suara", token: "" } as const };
    expect(stage.outcome("camat", unknown).ditolak).toBe("tombol-lama");
    const nothing = { masukan: { jenis: "suara-ditarik", promptId: "" } as const };
    expect(stage.outcome("camat", nothing).effects).toEqual([]);
  });
});
