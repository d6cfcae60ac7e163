import { labelPendek, tahunPeriode } from "../kinerja/periode.ts";
import type { Lampiran, RichText } from "./pesan.ts";
import { fill, lines } from "./template.ts";

/** The text of a message that goes without its file, so that nobody waits for what does not come. */
export const tanpaBerkas = (
  teks: RichText,
  lampiran: Lampiran,
  gagal: "dibuat" | "dikirim",
): RichText =>
  lines(
    teks,
    fill(
      "⚠️ Berkas {{nama}} belum dapat {{gagal}}; pengelola sopir diberi tahu dan mengirimkannya menyusul.",
      { nama: namaLampiran(lampiran), gagal },
    ),
  );

/** The text beside a file that comes after the message it belongs to. */
export const berkasMenyusul = (lampiran: Lampiran): RichText =>
  fill("📄 **Berkas menyusul**: {{nama}}", { nama: namaLampiran(lampiran) });

/** What a file is called before it is there. */
function namaLampiran(lampiran: Lampiran): string {
  switch (lampiran.jenis) {
    case "rekap":
      return `rekap ${labelPendek(lampiran.periode)} ${tahunPeriode(lampiran.periode)}`;
    case "naskah":
      return { pdf: "PDF", docx: "Word", zip: "arsip", asli: "asli" }[lampiran.bentuk];
    case "bagan":
      return "bagan alur";
    case "format":
      return "format isian Excel";
    case "tersimpan":
      return lampiran.nama;
  }
}
