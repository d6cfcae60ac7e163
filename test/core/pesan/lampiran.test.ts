import { describe, expect, it } from "vitest";
import { Periode } from "../../../src/core/kinerja/periode.ts";
import { berkasTerlaluBesar, ukuranText } from "../../../src/core/pesan/lampiran.ts";
import type { Lampiran } from "../../../src/core/pesan/pesan.ts";
import { plain } from "../../../src/core/pesan/spans.ts";
import { said } from "../../support/teks.ts";

const file = { nama: "Arsip.zip", ukuranByte: 161_400_000 };
const textOf = (lampiran: Lampiran): string =>
  said(berkasTerlaluBesar(plain("Selesai."), lampiran, file));

describe("the text in place of a file the channel does not carry", () => {
  it("says how large it is and how the operator gets an archive, without any path of the machine", () => {
    expect(textOf({ jenis: "naskah", naskahId: "k3f9-n2x-n12", bentuk: "zip" })).toBe(
      "Selesai.\n📄 Arsip.zip (161,4 MB) terlalu besar untuk dikirim di sini.\n" +
        "Dokumen itu tersimpan; pengelola sopir mengambilnya di server dengan: " +
        "npm run sopir -- arsip export --berkas k3f9-n2x -o FILE.zip",
    );
  });

  it("names the command of a rekap too", () => {
    const periode = Periode.parse("2026-TW4");
    const rekap = { jenis: "rekap", tahun: 2026, periode, unit: null, padaMs: 0 } as const;
    expect(textOf(rekap)).toContain("rekap export --tahun 2026 -o FILE.xlsx");
  });

  it.each<Lampiran>([
    { jenis: "tersimpan", hash: "h", nama: "a", mime: "m" },
    { jenis: "naskah", naskahId: "b-n1", bentuk: "asli" },
    { jenis: "bagan", sopHash: "h" },
  ])("sends people to the operator for $jenis", (lampiran) => {
    expect(textOf(lampiran)).toContain("mintalah kepada pengelola sopir");
  });

  it.each([
    [1, "1 KB"],
    [999_000, "999 KB"],
    [1_000_000, "1 MB"],
    [61_440_000, "61,4 MB"],
  ])("writes %d bytes as %s", (byte, text) => {
    expect(ukuranText(byte)).toBe(text);
  });
});
