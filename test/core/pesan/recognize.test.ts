import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { recognizeChoice, recognizeWhole } from "../../../src/core/pesan/recognize.ts";

const choicesOf = (...titleList: string[]) =>
  titleList.map((judul, index) => ({ id: `c${index + 1}`, judul }));

const approval = [
  { id: "setuju", judul: "✅ Setuju" },
  { id: "kembalikan", judul: "↩️ Kembalikan" },
  { id: "angka", judul: "Lihat semua angka" },
];

describe("recognizeChoice", () => {
  it.each([
    ["1", "setuju"],
    ["1.", "setuju"],
    ["*2*", "kembalikan"],
    ["(3)", "angka"],
    ["2️⃣", "kembalikan"],
    ["no. 2", "kembalikan"],
    ["pilih nomor dua", "kembalikan"],
    ["yang kedua", "kembalikan"],
    ["ke-3", "angka"],
    ["satu", "setuju"],
    ["setuju", "setuju"],
    ["SETUJU", "setuju"],
    ["✅ Setuju", "setuju"],
    ["Setuju pak.", "setuju"],
    ["saya setuju", "setuju"],
    ["Siap, setuju Pak", "setuju"],
    ["ok setuju", "setuju"],
    ["ya, saya setuju 🙏", "setuju"],
    ["iya pak", "setuju"],
    ["ya", "setuju"],
    ["Ya, Bu", "setuju"],
    ["acc", "setuju"],
    ["kembali", "kembalikan"],
    ["kembalikan", "kembalikan"],
    ["tidak setuju", "kembalikan"],
    ["tolak", "kembalikan"],
    ["lihat", "angka"],
    ["lihat semua", "angka"],
  ])("reads %j as %s", (text, id) => {
    expect(recognizeChoice(text, approval)?.id).toBe(id);
  });

  it.each([
    "",
    "   ",
    "…",
    "0",
    "4",
    "-1",
    "1,5",
    "1 2",
    "1%",
    "se",
    "ok",
    "baik",
    "siap pak",
    "oke",
    "ok ya",
    "baik pak, ya",
    "siap, terima kasih",
    "terima kasih",
    "belum setuju",
    "setuju atau kembalikan",
    "jangan setuju",
    "data desa belum masuk",
  ])("finds no choice in %j", (text) => {
    expect(recognizeChoice(text, approval)).toBeNull();
  });

  it.each([
    { titles: ["Kirim", "Batal"], text: "ya", id: "c1" },
    { titles: ["Kirim", "Batal"], text: "tidak", id: "c2" },
    { titles: ["Kirim", "Batal"], text: "jangan kirim", id: "c2" },
    { titles: ["Kirim", "Ubah …"], text: "kirim saja", id: "c1" },
    { titles: ["1.500 (seribu lima ratus)", "1,5 (satu koma lima)"], text: "1.500", id: "c1" },
    { titles: ["1.500 (seribu lima ratus)", "1,5 (satu koma lima)"], text: "1,5", id: "c2" },
    { titles: ["86,0", "Betul, 860"], text: "86,0", id: "c1" },
    { titles: ["86,0", "Betul, 860"], text: "betul", id: "c2" },
    { titles: ["2025", "2026"], text: "2026", id: "c2" },
    { titles: ["Mulai isi", "Isi lewat Excel", "Nanti"], text: "isi", id: "c2" },
    { titles: ["Lewati dulu", "Belum ada data"], text: "lewat", id: "c1" },
  ])("reads $text among $titles", ({ titles, text, id }) => {
    expect(recognizeChoice(text, choicesOf(...titles))?.id).toBe(id);
  });

  it.each([
    { titles: ["Kerjakan 1", "Kerjakan 2"], text: "kerjakan" },
    { titles: ["2", "1"], text: "1" },
    { titles: ["Setuju semua", "Setuju sebagian"], text: "setuju" },
    { titles: ["Ya, kirim", "Ya, simpan"], text: "ya" },
    { titles: ["86,0", "860"], text: "-86,0" },
    { titles: ["Terima berkas", "Tolak"], text: "terima kasih" },
  ])("does not guess $text among $titles", ({ titles, text }) => {
    expect(recognizeChoice(text, choicesOf(...titles))).toBeNull();
  });

  it.each(["✅ Rekap sesuai", "✅ Teruskan", "✍️ Tandatangani"])(
    "takes agreeing for the way forward where that is called %s",
    (judul) => {
      const desk = [
        { id: "selesai", judul },
        { id: "kembalikan", judul: "↩️ Kembalikan" },
        { id: "angka", judul: "Lihat semua angka" },
      ];
      for (const text of ["setuju", "SETUJU", "Setuju, Pak.", "acc", "saya setuju, terima kasih"])
        expect(recognizeChoice(text, desk)?.id, text).toBe("selesai");
      for (const text of ["ok", "baik", "siap", "ya", "belum setuju"])
        expect(recognizeChoice(text, desk), text).toBeNull();
    },
  );

  it("takes two choices of one id, such as one command twice, as one", () => {
    const twice = [
      { id: "/tugas", judul: "Tugas" },
      { id: "/tugas", judul: "Tugas" },
    ];
    expect(recognizeChoice("tugas", twice)?.id).toBe("/tugas");
  });

  it("never throws, and answers only with what was offered", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.array(fc.string()), (text, titleList) => {
        const offered = choicesOf(...titleList);
        const found = recognizeChoice(text, offered);
        expect(found === null || offered.includes(found)).toBe(true);
      }),
    );
  });
});

describe("recognizeWhole", () => {
  const usual = [
    { id: "a", judul: "Data dua desa belum masuk karena pergantian sekretaris desa" },
    { id: "b", judul: "Kekurangan petugas" },
  ];

  it.each([
    ["2", "b"],
    ["kekurangan petugas", "b"],
    ["Data dua desa belum masuk", undefined],
    ["Kekurangan petugas sejak Mei", undefined],
  ])("takes %j for a whole title or number only", (text, id) => {
    expect(recognizeWhole(text, usual)?.id).toBe(id);
  });
});
