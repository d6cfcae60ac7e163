import { describe, expect, it } from "vitest";
import { gabung } from "../../../src/core/conversation/incoming/gabung.ts";
import type { Jejak } from "../../../src/core/conversation/jejak.ts";
import { fresh } from "../../../src/core/conversation/tanya/drive.ts";
import { type Act, Stage } from "../../support/stage.ts";

/** A message, with what it led to. */
function says(stage: Stage, act: Act, who = "pelayanan"): Jejak {
  return stage.outcome(who, act).jejak;
}

const edits = (stage: Stage, jejak: Jejak | null, teks: string, terakhir = false): string =>
  stage.act("pelayanan", { masukan: { jenis: "ralat", teks, jejak, terakhir } });

const deletes = (stage: Stage, jejak: Jejak | null): string =>
  stage.act("pelayanan", { masukan: { jenis: "hapus", jejak } });

function filling(): Stage {
  const stage = new Stage();
  stage.open();
  stage.act("pelayanan", { tap: "Mulai isi" });
  return stage;
}

/** The sheet filled in and sent; what the first figure led to. */
function sent(): { readonly stage: Stage; readonly jejak: Jejak } {
  const stage = filling();
  const jejak = says(stage, "86,25");
  for (const act of ["39/40", "8,5", { file: "daftar.pdf" }, { tap: "Kirim" }])
    stage.act("pelayanan", act);
  return { stage, jejak };
}

const nilai = (stage: Stage, kode: string): unknown => {
  const isian = stage.berkas().state.isianByKode[kode]?.isian;
  return isian?.jenis === "angka" ? isian.nilai : isian?.jenis;
};

describe("an edit of an answer that may still be changed", () => {
  it("corrects it, says so, and asks the open question once more", () => {
    const stage = filling();
    const jejak = says(stage, "86");
    const reply = edits(stage, jejak, "85,5");
    expect(reply).toContain("✅ Diubah: 86 → 85,5 nilai — Indeks Kepuasan Masyarakat");
    expect(reply).toContain("✍️ Indikator 2 dari 3");
    expect(nilai(stage, "1.1")).toBe(85.5);
    stage.act("pelayanan", "39/40");
    expect(nilai(stage, "1.2")).toBe(97.5);
  });

  it("is read like a new answer: unreadable, doubtful or the same, it is asked back or stays", () => {
    const stage = filling();
    const jejak = says(stage, "86");
    expect(edits(stage, jejak, "86,0")).toContain("Indeks Kepuasan Masyarakat tetap 86");
    expect(edits(stage, jejak, "delapan puluh sekian")).toContain(
      "Terbaca 80; “sekian” tidak terbaca. Betul 80?",
    );
    expect(nilai(stage, "1.1")).toBe(86);
    expect(edits(stage, jejak, "860")).toContain("Betul 860");
    expect(nilai(stage, "1.1")).toBe(86);
    expect(stage.act("pelayanan", { tap: "Betul, 860" })).toContain("Diubah: 86 → 860");
  });

  it("asks for what the new figure needs, and says where no later edit will be heard", () => {
    const stage = filling();
    const jejak = says(stage, "86");
    const reply = edits(stage, jejak, "60", true);
    expect(reply).toContain("Diubah: 86 → 60");
    expect(reply).toContain(
      "Perubahan berikutnya atas pesan itu mohon dikirim sebagai pesan baru.",
    );
    expect(reply).toContain("Mohon sebutkan penghambat utamanya");
  });

  it("says that there is no figure, though evidence is there already", () => {
    const stage = filling();
    const jejak = says(stage, "86");
    stage.act("pelayanan", { file: "daftar.pdf", caption: "1.1" });
    expect(edits(stage, jejak, "belum ada data")).toContain("Diubah: 86");
    expect(stage.berkas().state.isianByKode["1.1"]).toMatchObject({
      isian: { jenis: "belum" },
      keterangan: "Belum ada data",
    });
    for (const act of ["39/40", "8,5", { file: "daftar.pdf" }]) stage.act("pelayanan", act);
    stage.act("pelayanan", { tap: "Kirim" });
    const unit = stage.berkas().state.waitList.find(({ macam }) => macam === "unit");
    expect(unit?.jawaban?.pilihan).toBe("kirim");
  });

  it("turns what was said to be still to come into a figure, though evidence came ahead", () => {
    const stage = filling();
    stage.act("pelayanan", { file: "daftar.pdf", caption: "1.1" });
    const jejak = says(stage, "belum ada data");
    expect(jejak.jawaban).toMatchObject([{ bagian: "angka", kode: "1.1" }]);
    edits(stage, jejak, "86");
    expect(nilai(stage, "1.1")).toBe(86);
  });

  it("corrects the sentence of a note", () => {
    const stage = filling();
    says(stage, "60");
    const jejak = says(stage, "Data desa belum masuk");
    expect(jejak.jawaban).toMatchObject([{ bagian: "keterangan", kode: "1.1" }]);
    expect(edits(stage, jejak, "Anggaran terlambat cair")).toContain("Keterangan diubah");
    expect(stage.berkas().state.isianByKode["1.1"]).toMatchObject({
      isian: { nilai: 60 },
      keterangan: "Anggaran terlambat cair",
    });
  });

  it("corrects the figures of a list, and leaves those that stay alone", () => {
    const stage = filling();
    const jejak = says(stage, "1=84 2=30/40");
    const reply = edits(stage, jejak, "1=84 2=32/40");
    expect(reply).toContain("Indeks Kepuasan Masyarakat tetap 84");
    expect(reply).toContain("Diubah: 30/40 = 75 → 32/40 = 80 persen");
    expect(edits(stage, jejak, "sudah")).toContain("Suntingan atas pesan itu tidak dibaca.");
    const partly = edits(stage, jejak, "1=85 9=5");
    expect(partly).toContain("✅ Tersimpan 1 angka");
    expect(partly).toContain("9: tidak ada indikator dengan nomor atau kode itu.");
  });

  it("leaves somebody who is in the middle of something else there", () => {
    const stage = filling();
    const jejak = says(stage, "86");
    stage.act("pelayanan", "/batal");
    expect(edits(stage, jejak, "87")).toContain("Diubah: 86 → 87");
    const open = fresh({ jenis: "mulai", hal: {} }, "lain");
    stage.openDialogue("pelayanan", { ...open, antrean: ["periode"] });
    expect(edits(stage, jejak, "88")).toContain("Diubah: 87 → 88");
    expect(edits(stage, jejak, "1.500")).toContain("jawaban semula tetap berlaku");
    expect(stage.session("pelayanan").dialogue).toMatchObject({ id: "lain" });
    expect(nilai(stage, "1.1")).toBe(88);
  });

  it("is the answer itself where the first try was none and the question is still open", () => {
    const stage = filling();
    const jejak = says(stage, "sekitar delapan puluhan");
    expect(jejak).toMatchObject({ jawaban: [] });
    expect(edits(stage, jejak, "84")).toContain("✅ Indeks Kepuasan Masyarakat: 84 nilai");
    expect(nilai(stage, "1.1")).toBe(84);
    expect(edits(stage, jejak, "83")).toContain("Suntingan atas pesan itu tidak dibaca.");
  });
});

describe("an edit that corrects nothing", () => {
  it("of what was sent says how to correct it", () => {
    const { stage, jejak } = sent();
    expect(edits(stage, jejak, "83")).toMatch(/sudah terkirim.*ketik tarik kembali/);
    expect(stage.titles("pelayanan")).toEqual(["Tarik kembali"]);
    stage.act("staf", { tap: "Tutup pengumpulan" });
    stage.act("staf", "Batas waktu lewat");
    expect(edits(stage, jejak, "83")).toMatch(
      /sudah terkirim.*mohon minta Kasubbag Perencanaan mengembalikannya/,
    );
    expect(nilai(stage, "1.1")).toBe(86.25);
  });

  it("says that edits are not read, whatever else the message led to", () => {
    const stage = filling();
    const bukti = says(stage, { file: "foto.jpg", caption: "rapat" });
    for (const jejak of [null, says(stage, "/tugas"), bukti])
      expect(edits(stage, jejak, "83")).toContain("Suntingan atas pesan itu tidak dibaca.");
  });

  it("that holds a passphrase is refused like any message", () => {
    const stage = filling();
    const jejak = says(stage, "84");
    expect(edits(stage, jejak, "passphrase: rahasia123")).toContain("jangan kirim passphrase");
  });
});

describe("a deleted message", () => {
  it("that gave an answer leaves it, and says how to change it", () => {
    const stage = filling();
    const jejak = says(stage, "86");
    const reply = deletes(stage, jejak);
    expect(reply).toContain("jawabannya tetap tercatat. Untuk mengubahnya: /isi 1.1.");
    expect(reply).toContain("✍️");
    expect(nilai(stage, "1.1")).toBe(86);
  });

  it("is told the same once it was sent, and is silent where it gave none", () => {
    const { stage, jejak } = sent();
    expect(deletes(stage, jejak)).toMatch(/sudah terkirim dan tetap berlaku/);
    expect(deletes(stage, says(stage, "/tugas"))).toBe("");
    expect(deletes(stage, null)).toBe("");
  });
});

const berkas = (nama: string, keterangan = "") =>
  ({
    jenis: "berkas-masuk",
    bukti: { hash: nama, nama, mime: "image/jpeg", ukuranByte: 9 },
    keterangan,
    isi: null,
  }) as const;
const teks = (teks: string) => ({ jenis: "teks", teks }) as const;

describe("what belongs together", () => {
  it.each([
    { one: berkas("a"), next: berkas("b"), together: true },
    { one: berkas("a", "1.1"), next: berkas("b"), together: true },
    { one: berkas("a", "1.1"), next: berkas("b", "1.1"), together: true },
    { one: berkas("a", "1.1"), next: berkas("b", "1.2"), together: false },
    { one: teks("1=84"), next: teks("2=30/40"), together: true },
    { one: teks("84"), next: teks("30/40"), together: false },
    { one: teks("1=84"), next: teks("kirim"), together: false },
    { one: teks("1=84"), next: berkas("a"), together: false },
  ])(
    "is taken together ($together): $one.keterangan$one.teks, $next.keterangan$next.teks",
    (the) => {
      expect(gabung(the.one, the.next) !== null).toBe(the.together);
    },
  );

  it("is answered once, with the count", () => {
    const stage = filling();
    says(stage, "86");
    const album = [berkas("a"), berkas("b"), berkas("c")];
    const [first = berkas("x"), ...rest] = album;
    const masukan = { ...first, bersama: rest.map(({ bukti }) => bukti) };
    const before = stage.delivered.length;
    expect(stage.act("pelayanan", { masukan })).toContain(
      "📎 3 bukti tersimpan untuk Indeks Kepuasan Masyarakat (3 berkas).",
    );
    expect(stage.delivered.length - before).toBe(1);
  });
});
