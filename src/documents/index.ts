import type { Documents } from "../app/ports/documents.ts";

/** Every kind of file; the libraries that write them are heavy and read when the first one is made. */
export const documents: Documents = {
  async rekapXlsx(rekap) {
    const { rekapXlsx } = await import("./rekap-xlsx.ts");
    return rekapXlsx(rekap);
  },
  async dokumenPdf(dokumen) {
    const { dokumenPdf } = await import("./pdf.ts");
    return dokumenPdf(dokumen);
  },
  async dokumenDocx(dokumen) {
    const { dokumenDocx } = await import("./docx.ts");
    return dokumenDocx(dokumen);
  },
  async baganPng(chart) {
    const { baganPng } = await import("./bagan-png.ts");
    return (await baganPng(chart)).data;
  },
  async *zip(isiList) {
    const { arsipZip } = await import("./arsip-zip.ts");
    yield* arsipZip(isiList);
  },
};
