import { describe, expect, it } from "vitest";
import { DOCX_MIME } from "../../../src/app/papers/naskah-file.ts";
import type { FileRef } from "../../../src/app/ports/channel.ts";
import type { NaskahUtuh } from "../../../src/app/ports/naskah.ts";
import { type MasukanDeps, toMasukan } from "../../../src/app/turn/to-masukan.ts";
import type { Masukan } from "../../../src/core/conversation/world.ts";
import { KantorId } from "../../../src/core/kantor/schema.ts";
import { Periode } from "../../../src/core/kinerja/periode.ts";
import { LangkahNo } from "../../../src/core/sop/reference.ts";
import { dokumenDocx } from "../../../src/documents/docx/index.ts";
import { formatXlsx } from "../../../src/documents/xlsx/format.ts";
import { systemRandom } from "../../../src/random/random.ts";
import { laporan } from "../../core/dokumen/sample.ts";
import { documents } from "../../support/documents.ts";
import { filledIn, formatOf } from "../../support/format.ts";
import { MemoryChannel } from "../../support/memory-channel.ts";
import { Stage } from "../../support/stage.ts";

/** A paper whose Word file is kept. */
const recordOf = (id: string): NaskahUtuh => ({
  kantorId: KantorId.parse("contoh"),
  berkasId: "b1",
  periode: Periode.parse("2026-TW4"),
  isi: null,
  naskah: {
    id,
    jenis: "laporan",
    nama: "Laporan",
    sebutan: "Draf 1",
    versi: 1,
    langkahNo: LangkahNo.parse("2"),
    padaMs: 0,
    oleh: "sistem",
    nomor: null,
    unggahan: null,
    perubahan: null,
  },
  fileList: [
    {
      naskahId: id,
      bentuk: "docx",
      hash: "h1",
      nama: "Laporan.docx",
      mime: DOCX_MIME,
      ukuranByte: 1,
      dibuatMs: 0,
    },
  ],
});

/** What the conversation learns of a file with this content. */
async function contentOf(
  data: Uint8Array,
  nama: string,
  kept: Uint8Array | null = null,
): Promise<unknown> {
  const masukan = await masukanOf(data, nama, kept);
  return masukan.jenis === "berkas-masuk" ? masukan.isi : masukan;
}

/** What becomes of a file that was sent. */
async function masukanOf(
  data: Uint8Array,
  nama: string,
  kept: Uint8Array | null = null,
): Promise<Masukan> {
  const channel = new MemoryChannel();
  channel.download = () => Promise.resolve(data);
  const deps: MasukanDeps = {
    channels: new Map([[channel.id, channel]]),
    files: {
      put: (bytes, nama, mime) =>
        Promise.resolve({ hash: "h", nama, mime, ukuranByte: bytes.byteLength }),
      get: () => Promise.resolve(kept),
    },
    store: {
      findPertanyaan: () => Promise.resolve(null),
      findJejak: () => Promise.resolve(null),
      findNaskah: (_, id) => Promise.resolve(kept === null ? null : recordOf(id)),
    },
    documents,
    random: systemRandom,
  };
  const file: FileRef = { id: "1", nama, mime: "", ukuranByte: data.byteLength };
  const event = {
    type: "file",
    file,
    caption: "",
    channelId: channel.id,
    eventId: "e1",
    atMs: 0,
    from: { channelId: channel.id, chat: "1" },
    nama: null,
  } as const;
  return toMasukan(deps, event, KantorId.parse("contoh"));
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

  it("brings along what an edited report was made from, out of our own copy", async () => {
    const kept = await dokumenDocx(laporan(), "b1-n1");
    const isi = await contentOf(await dokumenDocx(laporan(), "b1-n1"), "laporan.docx", kept);
    expect(isi).toMatchObject({ jenis: "naskah", tanda: "b1-n1" });
    if (typeof isi !== "object" || isi === null || !("dasar" in isi) || !("alineaList" in isi)) {
      throw new Error("a Word file has paragraphs");
    }
    expect(isi.dasar).toEqual(isi.alineaList);
  });

  it("says why its content was not read, and nothing of what is no Office file", async () => {
    const data = Buffer.from("PK bukan zip");
    expect(await contentOf(data, "a.xlsx")).toEqual({ jenis: "ditolak", sebab: "rusak" });
    expect(await contentOf(data, "a.docm")).toEqual({ jenis: "ditolak", sebab: "makro" });
    expect(await contentOf(data, "a.pdf")).toEqual({ jenis: "ditolak", sebab: "bukan-docx" });
    expect(await contentOf(data, "a.jpg")).toBeNull();
  });

  it("loses what turns its name around", async () => {
    const masukan = await masukanOf(Buffer.from("foto"), "bukti\u202Egpj.pdf\u2066\n.jpg");
    expect(masukan).toMatchObject({ bukti: { nama: "buktigpj.pdf.jpg" } });
  });
});
