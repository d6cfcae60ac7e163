import { describe, expect, it } from "vitest";
import { can } from "../../../src/core/authorize.ts";
import { Stage } from "../../support/stage.ts";
import { at, worldOf } from "../../support/world.ts";

function opened(): Stage {
  const stage = new Stage();
  stage.open();
  return stage;
}

/** A stage whose figures are all in, so that the compiler has the draft. */
function drafted(): Stage {
  const stage = opened();
  stage.act("pelayanan", "1=86 2=39/40 3=9");
  stage.act("pelayanan", { tap: "Lengkapi" });
  stage.act("pelayanan", { file: "a.pdf" });
  stage.act("pelayanan", { tap: "Kirim" });
  stage.act("pemerintahan", "1=12 2=5");
  stage.act("pemerintahan", { tap: "Kirim" });
  return stage;
}

function approving(): Stage {
  const stage = drafted();
  stage.act("perencanaan", { tap: "✅ Teruskan" });
  stage.act("sekcam", { tap: "✅ Setuju" });
  return stage;
}

describe("agreeing", () => {
  it.each(["1", "setuju", "SETUJU", "Setuju pak", "✅ Setuju"])("takes %s for the tap", (text) => {
    const stage = approving();
    expect(stage.outcome("camat", text).ditolak).toBeNull();
    expect(stage.berkas().state.status).toBe("selesai");
  });

  it("still understands the word after something was not understood", () => {
    const stage = approving();
    expect(stage.outcome("camat", "oke, nanti dilihat").ditolak).toBe("tidak-dipahami");
    expect(stage.outcome("camat", "setuju").ditolak).toBeNull();
    expect(stage.berkas().state.status).toBe("selesai");
  });

  it("tells who holds it next", () => {
    const stage = drafted();
    expect(stage.act("perencanaan", { tap: "✅ Teruskan" })).toContain(
      "✅ Tercatat.\nSekarang: Mengoreksi laporan, langkah 3 dari 4, pada Sekcam.",
    );
  });

  it("answers a typed receipt and leaves a tapped one to its keyboard", () => {
    const stage = approving();
    const tapped = stage.act("inspektorat", { tap: "Sudah dibaca" });
    expect(tapped).toBe("");
    const typed = approving();
    expect(typed.act("inspektorat", "sudah dibaca")).toContain("sudah tercatat dibaca");
  });

  it("refuses the second tap with the time, and changes nothing", () => {
    const stage = drafted();
    const token = stage.token("perencanaan", "✅ Teruskan");
    stage.act("perencanaan", { token });
    const before = stage.berkas().state;
    stage.wait(3);
    const outcome = stage.outcome("perencanaan", { token });
    expect(outcome.ditolak).toBe("sudah-dijawab");
    expect(stage.lastText("perencanaan")).toContain(
      "Sudah tercatat pukul 09.00 oleh Kasubbag Perencanaan.",
    );
    expect(stage.berkas().state).toEqual(before);
  });

  it.each(["setuju", "1"])("is told so when %s comes a moment after the tap", (text) => {
    const stage = drafted();
    stage.act("perencanaan", { tap: "✅ Teruskan" });
    const outcome = stage.outcome("perencanaan", text);
    expect(outcome.ditolak).toBe("sudah-dijawab");
    expect(stage.lastText("perencanaan")).toContain("Sudah tercatat pukul 09.00");
  });

  it("takes the word for what is open, where what was shown last is not any more", () => {
    const stage = drafted();
    stage.act("perencanaan", { tap: "✅ Teruskan" });
    const { prompt } = stage.session("perencanaan");
    stage.act("sekcam", { tap: "↩️ Kembalikan" });
    stage.act("sekcam", "Mohon cek angka desa.");
    const newer = stage.session("perencanaan").prompt;
    expect(newer?.promptId).not.toBe(prompt?.promptId);
    stage.recall("perencanaan", prompt);
    expect(stage.outcome("perencanaan", "setuju").ditolak).toBeNull();
    expect(stage.berkas().state.langkahNo).not.toBe("2");
  });

  it("says the full date when that was on another day", () => {
    const stage = drafted();
    const token = stage.token("perencanaan", "✅ Teruskan");
    stage.act("perencanaan", { token });
    stage.wait(24 * 60);
    expect(stage.act("perencanaan", { token })).toContain(
      "Sudah tercatat pada Sen 4 Jan, 09.00 WITA",
    );
  });

  it("names whose turn it is to a foreigner", () => {
    const stage = approving();
    const token = stage.token("camat", "✅ Setuju");
    const outcome = stage.outcome("pelayanan", { token });
    expect(outcome.ditolak).toBe("bukan-pelaksana");
    expect(stage.lastText("pelayanan")).toContain("Ini menunggu Camat.");
  });
});

describe("returning", () => {
  it("costs one tap and one sentence, and says who holds it now", () => {
    const stage = approving();
    expect(stage.act("camat", { tap: "↩️ Kembalikan" })).toContain(
      "Apa yang perlu diperbaiki? Satu kalimat, akan diteruskan ke Kasubbag Perencanaan.",
    );
    expect(stage.act("camat", "Angka IKM keliru")).toBe(
      "↩️ Dikembalikan. Catatan Bapak/Ibu sudah diteruskan.\nSekarang: Menyusun laporan, langkah 2 dari 4, pada Kasubbag Perencanaan.",
    );
    expect(stage.lastText("perencanaan")).toContain("Angka IKM keliru");
    expect(stage.session("camat").dialogue).toBeNull();
  });

  it("counts the loops", () => {
    const stage = approving();
    stage.act("camat", "kembalikan");
    stage.act("camat", "Angka IKM keliru");
    stage.act("perencanaan", "1");
    stage.act("sekcam", "1");
    stage.act("camat", "2");
    expect(stage.act("camat", "Masih keliru")).toContain("Dikembalikan untuk kali ke-2.");
  });

  it.each([
    ["1", null],
    ["batal", null],
    ["/batal", null],
  ])("is called off by %s", (text, code) => {
    const stage = approving();
    stage.act("camat", { tap: "↩️ Kembalikan" });
    expect(stage.outcome("camat", text).ditolak).toBe(code);
    expect(stage.lastText("camat")).toContain("Dibatalkan. Tidak ada yang berubah.");
    expect(stage.berkas().state.langkahNo).toBe("4");
  });

  it("wants a sentence, not a sign or a file", () => {
    const stage = approving();
    stage.act("camat", { tap: "↩️ Kembalikan" });
    expect(stage.outcome("camat", "...").ditolak).toBe("kalimat-terlalu-pendek");
    expect(stage.outcome("camat", { file: "x.pdf" }).ditolak).toBe("bukan-waktunya-berkas");
    expect(stage.act("camat", "Sesuai arahan rapat")).toContain("Dikembalikan");
  });

  it("takes a command's word as part of the reason, and a command with its slash as one", () => {
    const stage = approving();
    stage.act("camat", { tap: "↩️ Kembalikan" });
    expect(stage.act("camat", "status")).toContain("Dikembalikan");
    const other = approving();
    other.act("camat", { tap: "↩️ Kembalikan" });
    expect(other.act("camat", "/status")).toContain("Yang tadi belum selesai ditinggalkan");
    expect(other.session("camat").dialogue).toBeNull();
  });

  it("still lets the head agree while the reason is asked", () => {
    const stage = approving();
    stage.act("camat", { tap: "↩️ Kembalikan" });
    stage.act("camat", { tap: "✅ Setuju" });
    expect(stage.berkas().state.status).toBe("selesai");
    expect(stage.session("camat").dialogue).toBeNull();
  });

  it("asks the compiler whose figures are meant", () => {
    const stage = drafted();
    stage.act("perencanaan", { tap: "↩️ Kembalikan" });
    expect(stage.titles("perencanaan")).toEqual([
      "Kasi Pelayanan",
      "Kasi Pemerintahan",
      "Semua unit",
      "Batal",
    ]);
    expect(stage.outcome("perencanaan", "entahlah").ditolak).toBe("bukan-pilihan");
    stage.act("perencanaan", "2");
    expect(stage.lastText("perencanaan")).toContain("akan diteruskan ke Kasi Pemerintahan.");
    stage.act("perencanaan", "Lampirkan rincian kegiatan");
    expect(stage.lastText("pemerintahan")).toContain("Lampirkan rincian kegiatan");
    expect(stage.berkas().state.langkahNo).toBe("1");
  });

  it("shows the newer draft to whoever taps on an old one", () => {
    const stage = approving();
    const old = stage.token("camat", "✅ Setuju");
    stage.act("camat", "kembalikan");
    stage.act("camat", "Angka IKM keliru");
    stage.act("perencanaan", "1");
    stage.act("sekcam", "1");
    const outcome = stage.outcome("camat", { token: old });
    expect(outcome.ditolak).toBe("draf-lama");
    expect(stage.lastText("camat")).toContain(
      "Pilihan itu dari draf lama. Draf terbaru ada di bawah.",
    );
    expect(stage.titles("camat")).toContain("✅ Setuju");
    stage.act("camat", "setuju");
    expect(stage.berkas().state.status).toBe("selesai");
  });
});

describe("looking at the figures", () => {
  it("shows them all with the rekap, and leaves the decision within reach", () => {
    const stage = approving();
    const text = stage.act("camat", { tap: "Lihat semua angka" });
    expect(text).toContain("1. Indeks Kepuasan Masyarakat: 86 / 85 nilai — 101,18 % Sangat Tinggi");
    expect(stage.last("camat").lampiran).toMatchObject({ jenis: "rekap", unit: null });
    expect(stage.titles("camat")).toEqual(["✅ Setuju", "↩️ Kembalikan", "Lihat bukti"]);
    stage.act("camat", "1");
    expect(stage.berkas().state.status).toBe("selesai");
  });

  it("is refused to somebody who neither decides nor reads rekap", () => {
    const stage = approving();
    expect(can(stage.pegawai("pelayanan"), "lihat-rekap")).toBe(false);
    const token = stage.token("camat", "Lihat semua angka");
    expect(stage.outcome("pelayanan", { token }).ditolak).toBe("bukan-pelaksana");
  });
});

describe("closing the collection", () => {
  it("names who is missing, asks why, and goes on", () => {
    const stage = opened();
    stage.act("pemerintahan", "1=12 2=5");
    stage.act("pemerintahan", "kirim");
    expect(stage.act("staf", { tap: "Tutup pengumpulan" })).toContain(
      "Belum mengirim: Kasi Pelayanan.",
    );
    expect(stage.act("staf", "Batas waktu sudah lewat")).toContain("✅ Pengumpulan ditutup.");
    expect(stage.berkas().state.langkahNo).toBe("2");
    expect(stage.outcome("pelayanan", { tap: "Mulai isi" }).ditolak).toBe("sudah-beralih");
  });

  it("is refused to a supplier", () => {
    const stage = opened();
    const token = stage.token("staf", "Tutup pengumpulan");
    expect(stage.outcome("pelayanan", { token }).ditolak).toBe("bukan-pelaksana");
  });
});

describe("nudging", () => {
  it("reminds each missing unit once and counts it", () => {
    const stage = opened();
    expect(stage.act("staf", "2")).toContain("⚠️ Tutup pengumpulan");
    stage.act("staf", "batal");
    expect(stage.act("staf", { tap: "Ingatkan yang belum" })).toContain(
      "✅ Pengingat dikirim kepada Kasi Pelayanan, Kasi Pemerintahan.",
    );
    expect(stage.lastText("pelayanan")).toContain(
      "Realisasi Triwulan IV 2026, kurang 3 indikator — masih ditunggu",
    );
    const counted = stage.effects.filter(({ kind }) => kind === "ingatan");
    expect(counted).toHaveLength(2);
    stage.act("pelayanan", "1");
    expect(stage.lastText("pelayanan")).toContain("Indikator 1 dari 3");
  });

  it("waits for the next working day before the next one, whoever sends it", () => {
    const stage = opened();
    stage.act("staf", { tap: "Ingatkan yang belum" });
    expect(stage.outcome("staf", { tap: "Ingatkan yang belum" }).ditolak).toBe("baru-diingatkan");
    expect(stage.lastText("staf")).toContain("dapat dikirim mulai Sel 5 Jan, 07.30 WITA");
    stage.act("camat", "/status");
    expect(stage.outcome("camat", { tap: "Ingatkan yang belum" }).ditolak).toBe("baru-diingatkan");
    stage.wait(24 * 60);
    expect(stage.outcome("staf", { tap: "Ingatkan yang belum" }).ditolak).toBeNull();
  });

  it("keeps to office hours", () => {
    const stage = new Stage(worldOf({ nowMs: at("2027-01-04 18:00") }));
    stage.open();
    expect(stage.outcome("staf", { tap: "Ingatkan yang belum" }).ditolak).toBe("di-luar-jam-kerja");
  });

  it("names whom it cannot reach", () => {
    const stage = new Stage(worldOf({ terhubung: new Set([]) }));
    stage.open();
    const [wait] = stage.berkas().state.waitList;
    expect(stage.act("staf", { token: `${wait?.id}:colek` })).toContain(
      "Belum punya akun, mohon diingatkan langsung: Kasi Pelayanan, Kasi Pemerintahan.",
    );
  });

  it("is offered on the board to whoever may", () => {
    const stage = opened();
    stage.act("camat", "/status");
    expect(stage.titles("camat")).toEqual(["Ingatkan yang belum"]);
    expect(stage.act("camat", "1")).toContain("Pengingat dikirim");
    stage.act("pelayanan", "/status");
    expect(stage.titles("pelayanan")).toEqual([]);
  });

  it("has nothing to say once everything is in", () => {
    const stage = drafted();
    const koordinator = stage.berkas().state.waitList.find(({ macam }) => macam === "koordinator");
    expect(stage.outcome("camat", { token: `${koordinator?.id}:colek` }).ditolak).toBe(
      "sudah-beralih",
    );
  });
});
