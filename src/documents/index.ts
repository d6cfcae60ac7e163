import type { Documents } from "../app/ports/documents.ts";

/** Every kind of file; the libraries that write them are heavy and read when the first one is made. */
export const documents: Documents = {
  async rekapXlsx(rekap) {
    const { rekapXlsx } = await import("./xlsx/rekap.ts");
    return rekapXlsx(rekap);
  },
  async rekapKabupatenXlsx(rekap) {
    const { rekapKabupatenXlsx } = await import("./xlsx/rekap-kabupaten.ts");
    return rekapKabupatenXlsx(rekap);
  },
  async dokumenPdf(dokumen) {
    const { dokumenPdf } = await import("./pdf/index.ts");
    return dokumenPdf(dokumen);
  },
  async dokumenDocx(dokumen, tanda) {
    const { dokumenDocx } = await import("./docx/index.ts");
    return dokumenDocx(dokumen, tanda);
  },
  async formatXlsx(format) {
    const { formatXlsx } = await import("./xlsx/format.ts");
    return formatXlsx(format);
  },
  async bukuKantorXlsx(lembarList) {
    const { bukuKantorXlsx } = await import("./xlsx/kantor.ts");
    return bukuKantorXlsx(lembarList);
  },
  async grafikPng(lembar) {
    const { grafikPng } = await import("./gambar/grafik-png.ts");
    return grafikPng(lembar);
  },
  async baganPng(chart) {
    const { baganPng } = await import("./gambar/bagan-png.ts");
    return (await baganPng(chart)).data;
  },
  async bacaBerkas(data, nama, mime) {
    const { bacaBerkas } = await import("./baca/berkas.ts");
    return bacaBerkas(data, nama, mime);
  },
  async tandaTanganPdf(data) {
    const { tandaTanganPdf } = await import("./baca/tanda-tangan-pdf.ts");
    return tandaTanganPdf(data);
  },
  async *zip(isiList) {
    const { arsipZip } = await import("./arsip-zip.ts");
    yield* arsipZip(isiList);
  },
};
