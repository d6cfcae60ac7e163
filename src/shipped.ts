import { fileURLToPath } from "node:url";

/** From the sources as from what is built of them (scripts/build.mjs): both are a folder of the program. */
const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** What of the program is no code: folders and files of it that are read while it runs. */
export const shipped = {
  flows: at("../flows"),
  prisma: at("../prisma"),
  /** Texts as a start reads them. */
  teks: at("./generated/teks.json"),
  /** Marks that stand for the typefaces of PDFs. */
  huruf: at("./documents/pdf/huruf"),
  /** Pages for a browser. */
  isian: at("./http/isian/page"),
  mulai: at("./http/mulai/page"),
  peraga: at("./channels/peraga/page"),
} as const;
