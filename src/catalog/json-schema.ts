import { z } from "zod";
import { Lke } from "../core/arsip/lke/schema.ts";
import { BerkasKantor } from "../core/berkas-kantor/schema.ts";
import { TemplatNaskah } from "../core/dokumen/templat.ts";
import { Formulir } from "../core/formulir/schema.ts";
import { TemplatPembuka } from "../core/pesan/templat-pembuka.ts";
import { Sop } from "../core/sop/schema.ts";
import { KalenderTahun } from "../core/waktu/calendar.ts";
import { Penyimpanan } from "../core/waktu/penyimpanan.ts";

/** The schemas an editor checks `flows/` with while somebody types: file name → content. */
export const schemaFiles = (): Readonly<Record<string, string>> => ({
  "sop.schema.json": jsonSchema(Sop, "Lembar SOP"),
  "formulir.schema.json": jsonSchema(Formulir, "Formulir"),
  "naskah.schema.json": jsonSchema(TemplatNaskah, "Naskah"),
  "kantor.schema.json": jsonSchema(BerkasKantor, "Berkas kantor"),
  "kalender.schema.json": jsonSchema(KalenderTahun, "Kalender satu tahun"),
  "lke.schema.json": jsonSchema(Lke, "Lembar Kerja Evaluasi"),
  "templat.schema.json": jsonSchema(TemplatPembuka, "Templat pembuka percakapan"),
  "penyimpanan.schema.json": jsonSchema(Penyimpanan, "Lama penyimpanan"),
});

function jsonSchema(schema: z.ZodType, title: string): string {
  const described = { title, ...z.toJSONSchema(schema, { io: "input" }) };
  return `${JSON.stringify(described, null, 2)}\n`;
}
