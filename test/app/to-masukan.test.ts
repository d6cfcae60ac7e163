import { describe, expect, it } from "vitest";
import type { FileRef } from "../../src/app/ports/channel.ts";
import { type MasukanDeps, toMasukan } from "../../src/app/to-masukan.ts";
import { dokumenDocx } from "../../src/documents/docx.ts";
import { formatXlsx } from "../../src/documents/format-xlsx.ts";
import { documents } from "../../src/documents/index.ts";
import { laporan } from "../core/dokumen/sample.ts";
import { filledIn, formatOf } from "../support/format.ts";
import { MemoryChannel } from "../support/memory-channel.ts";
import { Stage } from "../support/stage.ts";

/** What the conversation learns of a file with this content. */
async function contentOf(data: Uint8Array, nama: string): Promise<unknown> {
  const channel = new MemoryChannel();
  channel.download = () => Promise.resolve(data);
  const deps: MasukanDeps = {
    channels: new Map([[channel.id, channel]]),
    files: {
      put: (bytes, nama, mime) =>
        Promise.resolve({ hash: "h", nama, mime, ukuranByte: bytes.byteLength }),
      get: () => Promise.resolve(null),
    },
    documents,
  };
  const file: FileRef = { id: "1", nama, mime: "", ukuranByte: data.byteLength };
  const masukan = await toMasukan(deps, channel.id, { type: "file", file, caption: "" });
  return masukan.jenis === "berkas-masuk" ? masukan.isi : masukan;
}

describe("a file that comes in", () => {
  it("brings the figures of a sheet along, legible", async () => {
    const stage = new Stage();
    stage.open();
    const data = await filledIn(await formatXlsx(formatOf(stage, "pelayanan")), (sheet, row) => {
      const at = row("Indeks Kepuasan Masyarakat");
      sheet.getCell(`F${at}`).value = "86,25";
      sheet.getCell(`H${at}`).value = "Satu_x0007_ kalimat";
    });
    expect(await contentOf(data, "format.xlsx")).toMatchObject({
      jenis: "format",
      tanda: { unit: "pelayanan", periode: "2026-TW4" },
      barisList: [
        { kode: "1.1", realisasi: { teks: "86,25" }, keterangan: { teks: "Satu kalimat" } },
        { kode: "1.2", realisasi: { jenis: "kosong" } },
        { kode: "1.3", realisasi: { jenis: "kosong" } },
      ],
    });
  });

  it("brings the paragraphs of a Word file along, with its mark", async () => {
    const data = await dokumenDocx(laporan(), "sopir: d1");
    expect(await contentOf(data, "laporan.docx")).toMatchObject({
      jenis: "naskah",
      tanda: "sopir: d1",
    });
  });

  it("says why its content was not read, and nothing of what is no Office file", async () => {
    const data = Buffer.from("PK bukan zip");
    expect(await contentOf(data, "a.xlsx")).toEqual({ jenis: "ditolak", sebab: "rusak" });
    expect(await contentOf(data, "a.docm")).toEqual({ jenis: "ditolak", sebab: "makro" });
    expect(await contentOf(data, "a.pdf")).toBeNull();
  });
});
