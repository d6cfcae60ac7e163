import { crc32, deflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import type { Dokumen } from "../../src/core/dokumen/model.ts";
import { judul, paragraf } from "../../src/core/dokumen/susun.ts";
import { createDocuments } from "../../src/documents/index.ts";
import { jpeg, logoOf, perisai } from "../support/logo.ts";
import { gambarOf, pagesOf } from "./poppler.ts";
import { convert } from "./soffice.ts";

const SOFFICE_MS = 120_000;

const surat: Dokumen = {
  judul: "Surat",
  kertas: "F4",
  kop: {
    pemerintah: "PEMERINTAH KABUPATEN PERAGA",
    instansi: "KECAMATAN PERAGA",
    alamat: "Jalan Contoh Nomor 1, Peraga 71619",
  },
  tanda: null,
  kaki: "Kecamatan Peraga",
  dibuatMs: Date.UTC(2027, 0, 8),
  blokList: [judul(1, "NOTA DINAS"), paragraf("Dengan ini disampaikan laporan.")],
};

const withLogo = (data: Uint8Array): Dokumen => ({
  ...surat,
  kop: surat.kop && { ...surat.kop, logo: logoOf(data) },
});

/** How long so many pixels are on paper. */
const cm = ({ px, ppi }: { readonly px: number; readonly ppi: number }): number =>
  (px / ppi) * 2.54;

/** A PNG with these for its packed pixels, in order otherwise. */
const withPixels = (png: Uint8Array, pixels: Uint8Array): Uint8Array =>
  Buffer.concat([png.subarray(0, 33), chunk("IDAT", pixels), chunk("IEND", Buffer.alloc(0))]);

/** One of the parts a PNG is made of, its sum right. */
function chunk(type: string, content: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(type), content]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

const words = (text = ""): string => text.replace(/\s+/gu, " ");

describe("a letterhead with a logo", () => {
  const png = perisai(300, 400);
  const byHash = new Map([png, jpeg, perisai(400, 250)].map((data) => [logoOf(data).hash, data]));
  const documents = createDocuments({ get: (hash) => Promise.resolve(byHash.get(hash) ?? null) });

  it.each([
    ["a standing PNG", png, 2],
    ["a JPEG", jpeg, 2],
    ["a PNG wider than high", perisai(400, 250), 1.62],
  ])("shows %s two centimetres high at most, its shape kept", async (_, data, tinggiCm) => {
    const [gambar, ...others] = await gambarOf(await documents.dokumenPdf(withLogo(data)));
    expect(others).toEqual([]);
    const { lebarPx, tinggiPx } = logoOf(data);
    expect(gambar).toMatchObject({ lebarPx, tinggiPx });
    expect(cm({ px: tinggiPx, ppi: gambar?.ppi ?? 0 })).toBeCloseTo(tinggiCm, 1);
  });

  it("keeps its words in the middle, over the same text", async () => {
    const [page] = await pagesOf(await documents.dokumenPdf(withLogo(png)));
    const [plain] = await pagesOf(await documents.dokumenPdf(surat));
    expect(words(page)).toBe(words(plain));
  });

  it.each([
    ["standing", png],
    ["lying", perisai(400, 250)],
  ])(
    "is the same in Word, as LibreOffice prints it: %s",
    async (_, data) => {
      const docx = await documents.dokumenDocx(withLogo(data));
      const pdf = [...(await convert(docx, "pdf", "surat.docx")).values()][0] ?? new Uint8Array();
      const [gambar] = await gambarOf(pdf);
      const { lebarPx, tinggiPx } = logoOf(data);
      // LibreOffice stores fewer pixels than it was given
      const {
        lebarPx: lebar,
        tinggiPx: tinggi,
        ppi,
      } = gambar ?? { lebarPx: 0, tinggiPx: 1, ppi: 1 };
      expect(cm({ px: tinggi, ppi })).toBeLessThan(2.1);
      expect(lebar / tinggi).toBeCloseTo(lebarPx / tinggiPx, 1);
      expect((await pagesOf(pdf))[0]).toContain("KECAMATAN PERAGA");
    },
    SOFFICE_MS,
  );

  it.each([
    ["is gone", null],
    ["is cut off", png.subarray(0, 200)],
    ["has other bytes by now", Buffer.from(png).fill(7, 600, 601)],
    ["holds no pixels, though its sums are right", withPixels(png, Buffer.from("bukan piksel"))],
    ["holds too few pixels", withPixels(png, deflateSync(Buffer.alloc(10)))],
  ])("whose file %s is drawn without it, as of an office that gave none", async (_, data) => {
    const none = createDocuments({ get: () => Promise.resolve(data) });
    const gone = await none.dokumenPdf(withLogo(png));
    expect(Buffer.from(gone)).toEqual(Buffer.from(await none.dokumenPdf(surat)));
  });
});
