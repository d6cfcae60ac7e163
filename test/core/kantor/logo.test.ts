import { describe, expect, it } from "vitest";
import { tolakLogo, ukurGambar } from "../../../src/core/kantor/logo.ts";
import { jpeg, perisai } from "../../support/logo.ts";

describe("a picture for the letterhead", () => {
  const png = perisai(300, 400);

  it.each([
    ["a PNG", png, { mime: "image/png", lebarPx: 300, tinggiPx: 400 }],
    ["a progressive JPEG", jpeg, { mime: "image/jpeg", lebarPx: 120, tinggiPx: 160 }],
    ["a PNG that is cut off in its header", png.slice(0, 20), null],
    ["a PNG that is cut off after its header", png.slice(0, -30), null],
    ["a PNG with one byte that is not what it was", Buffer.from(png).fill(7, 600, 601), null],
    ["a JPEG that is cut off before its frame", jpeg.slice(0, 100), null],
    ["a text that is called a picture", new TextEncoder().encode("<svg/>"), null],
    ["nothing", new Uint8Array(), null],
  ])("is measured by its own bytes: %s", (_, data, gambar) => {
    expect(ukurGambar(data)).toEqual(gambar);
  });

  it.each([
    [300, 400, 50_000, null],
    [2000, 2000, 1_000_000, null],
    [300, 400, 1_000_001, "logo 1001 kB, paling besar 1000 kB"],
    [99, 150, 5_000, "logo 99 × 150 piksel, tiap sisi paling sedikit 100 piksel"],
    [2001, 1500, 5_000, "logo 2001 × 1500 piksel, tiap sisi paling banyak 2000 piksel"],
    [401, 200, 5_000, "logo 401 × 200 piksel, sisi panjang paling banyak dua kali sisi pendek"],
  ])(
    "of %i × %i pixels and %i bytes is taken, or refused with the reason",
    (lebarPx, tinggiPx, byte, pesan) => {
      expect(tolakLogo({ mime: "image/png", lebarPx, tinggiPx }, byte)).toBe(pesan);
    },
  );

  it("that nobody can read is refused as such", () => {
    expect(tolakLogo(null, 10)).toBe("logo bukan gambar PNG atau JPEG yang dapat dibaca");
  });

  it("never ends in an error, however its bytes are broken", () => {
    for (const data of [png, jpeg]) {
      for (let at = 0; at < 200; at += 1) {
        expect(() => ukurGambar(data.slice(0, at))).not.toThrow();
        expect(() => ukurGambar(new Uint8Array(data).fill(0xff, 2, at))).not.toThrow();
        expect(() => ukurGambar(new Uint8Array(data).fill(0, 2, at))).not.toThrow();
      }
    }
  });
});
