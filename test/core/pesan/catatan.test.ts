import { describe, expect, it } from "vitest";
import { catatanText } from "../../../src/core/pesan/catatan.ts";
import { pembaca } from "../../support/teks.ts";

describe("an entry of the event log in words", () => {
  it.each([
    ["berkas-dibuka", { periode: "2026-TW4" }, "Berkas Triwulan IV 2026 dibuka"],
    ["langkah-masuk", { langkah: "3", putaran: 1, alasan: null }, "Masuk langkah 3"],
    [
      "langkah-masuk",
      { langkah: "3", putaran: 2, alasan: "angka keliru" },
      "Masuk langkah 3, putaran 2: angka keliru",
    ],
    ["dijawab", { langkah: "4a", pilihan: "setuju", alasan: null }, "Langkah 4a, menjawab setuju"],
    [
      "langkah-otomatis",
      { langkah: "10", sebab: "tercetak dua kali" },
      "Langkah 10 dikerjakan sistem: tercetak dua kali",
    ],
    ["draf-dibuat", { versi: 3, sebutan: "Draf 2" }, "Laporan versi 3 dibuat: Draf 2"],
    ["naskah-dibuat", { langkah: "2a", naskah: "sk-tim" }, "SK Tim dibuat"],
    [
      "nomor-diambil",
      { register: "keputusan", nomor: "100/1/2027" },
      "Nomor 100/1/2027 diambil dari register keputusan",
    ],
    ["undangan-dijawab", { pilihan: "berhalangan" }, "Menjawab undangan: berhalangan"],
    ["formulir-diisi", { langkah: "8", kode: "tempat" }, "Langkah 8, mengisi tempat"],
    ["isian", { kode: "1.1", nilai: 0 }, "Mengisi indikator 1.1: 0"],
    ["sesuatu-yang-baru", {}, "sesuatu yang baru"],
  ])("%s %j reads %s", (jenis, data, expected) => {
    expect(catatanText(pembaca, jenis, data)).toBe(expected);
  });

  it("calls a triwulan what the office calls it, and leaves what people wrote alone", () => {
    const kata = { ...pembaca.kata, istilahTriwulan: "tribulan" as const };
    const office = { ...pembaca, kata };
    const text = catatanText(office, "berkas-dibuka", { periode: "2026-TW1" });
    expect(text).toBe("Berkas Tribulan I 2026 dibuka");
    const alasan = "{{kode}} **tebal**";
    expect(catatanText(pembaca, "berkas-dibatalkan", { alasan })).toContain(alasan);
  });
});
