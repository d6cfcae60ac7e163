import type { Documents } from "../app/ports/documents.ts";
import type { FileStore } from "../app/ports/files.ts";
import { atHand } from "./at-hand.ts";
import { bacaLogo } from "./gambar/logo.ts";

/**
 * Every kind of file; the libraries that write them are heavy and read when the first one is made.
 * `files` holds the pictures that papers name.
 */
export const createDocuments = (files: Pick<FileStore, "get">): Documents => ({
  ...readers,
  rekapXlsx: atHand(async (rekap) => {
    const { rekapXlsx } = await import("./xlsx/rekap.ts");
    return rekapXlsx(rekap);
  }),
  async rekapKabupatenXlsx(rekap) {
    const { rekapKabupatenXlsx } = await import("./xlsx/rekap-kabupaten.ts");
    return rekapKabupatenXlsx(rekap);
  },
  async dokumenPdf(dokumen) {
    const { dokumenPdf } = await import("./pdf/index.ts");
    return dokumenPdf(dokumen, await bacaLogo(dokumen, files));
  },
  async kartuUndanganPdf(lembar) {
    const { kartuUndanganPdf } = await import("./pdf/kartu.ts");
    return kartuUndanganPdf(lembar);
  },
  async dokumenDocx(dokumen, tanda) {
    const { dokumenDocx } = await import("./docx/index.ts");
    return dokumenDocx(dokumen, tanda, await bacaLogo(dokumen, files));
  },
  async formatXlsx(format) {
    const { formatXlsx } = await import("./xlsx/format.ts");
    return formatXlsx(format);
  },
  async bukuKantorXlsx(lembarList) {
    const { bukuKantorXlsx } = await import("./xlsx/kantor.ts");
    return bukuKantorXlsx(lembarList);
  },
  grafikPng: atHand(async (lembar) => {
    const { grafikPng } = await import("./gambar/grafik-png.ts");
    return grafikPng(lembar);
  }),
  baganPng: atHand(async (chart) => {
    const { baganPng } = await import("./gambar/bagan-png.ts");
    return (await baganPng(chart)).data;
  }),
  async *zip(isiList) {
    const { arsipZip } = await import("./arsip-zip.ts");
    yield* arsipZip(isiList);
  },
});

/** What reads files that came from people. */
const readers: Pick<Documents, "bacaBerkas" | "bacaRencana" | "tandaTanganPdf"> = {
  async bacaBerkas(data, nama, mime) {
    const { bacaBerkas } = await import("./baca/berkas.ts");
    return bacaBerkas(data, nama, mime);
  },
  async bacaRencana(data, nama) {
    const { bacaRencana } = await import("./baca/rencana.ts");
    return bacaRencana(data, nama);
  },
  async tandaTanganPdf(data) {
    const { tandaTanganPdf } = await import("./baca/tanda-tangan-pdf.ts");
    return tandaTanganPdf(data);
  },
};
