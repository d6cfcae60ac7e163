import { describe, expect, it } from "vitest";
import {
  alinea,
  bentuk,
  kolom,
  kolomAngka,
  tabelOf,
  terlipat,
} from "../../../src/core/pesan/bentuk.ts";
import { plainText } from "../../../src/core/pesan/spans.ts";
import { lines, paragraphs, type Teks } from "../../../src/core/pesan/teks.ts";
import { pembacaAsing, sayTo } from "../../../src/core/pesan/ucap.ts";
import { sebutWaktu } from "../../../src/core/pesan/waktu.ts";
import { kamus } from "../../support/teks.ts";

const pembaca = pembacaAsing(kamus);
const said = (teks: Teks) => sayTo(pembaca, { teks });
const tabel = tabelOf([kolom("Indikator"), kolomAngka("Capaian")], [["IKM", "101,2 %"]]);

describe("a message with two looks", () => {
  it("has no blocks where nothing in it has a look of its own", () => {
    expect(said(lines("Kepala", "Baris"))).not.toHaveProperty("blok");
  });

  it("says the words, and lays out the look between what stands above and below it", () => {
    const pesan = said(lines("Kepala", "Rata-rata 98 %", bentuk("– IKM 101,2 %", tabel), "Pilih."));
    expect(plainText(pesan.teks)).toBe("Kepala\nRata-rata 98 %\n– IKM 101,2 %\nPilih.");
    expect(pesan.blok?.map(({ jenis }) => jenis)).toEqual(["alinea", "tabel", "alinea"]);
    expect(pesan.blok?.[0]).toMatchObject({ teks: [{ teks: "Kepala\nRata-rata 98 %" }] });
  });

  it("finds looks within looks of texts, and keeps their order", () => {
    const pesan = said(paragraphs(lines("A", bentuk("t", tabel)), lines("B", "C"), "D"));
    expect(plainText(pesan.teks)).toBe("A\nt\n\nB\nC\n\nD");
    expect(pesan.blok?.map(({ jenis }) => jenis)).toEqual(["alinea", "tabel", "alinea"]);
    expect(pesan.blok?.[2]).toMatchObject({ teks: [{ teks: "B\nC\n\nD" }] });
  });

  it("folds away what would push the rest off a screen, and leaves it out of the words", () => {
    const pesan = said(lines("Kepala", terlipat("Semua angka", tabel, alinea("Catatan"))));
    expect(plainText(pesan.teks)).toBe("Kepala");
    expect(pesan.blok?.[1]).toMatchObject({
      jenis: "rincian",
      judul: [{ teks: "Semua angka" }],
      isi: [{ jenis: "tabel" }, { jenis: "alinea", teks: [{ teks: "Catatan" }] }],
    });
  });

  it("keeps the instant a cell names beside its words", () => {
    const atMs = Date.UTC(2027, 0, 4, 8, 0);
    const waktu = sebutWaktu(atMs, "Asia/Makassar");
    const pesan = said(bentuk("", tabelOf([kolom("Batas")], [[["⚠️ ", waktu]]])));
    expect(pesan.blok?.[0]).toMatchObject({
      barisList: [[[{ teks: "⚠️ " }, { teks: "Sen 4 Jan, 16.00 WITA", saat: atMs }]]],
    });
  });
});
