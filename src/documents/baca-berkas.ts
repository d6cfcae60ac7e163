import type { BerkasDitolak, IsiBerkas } from "../core/conversation/isi-berkas.ts";
import { bacaDocx } from "./baca-docx.ts";
import { bacaFormat } from "./baca-format.ts";

/**
 * Reads a Word or Excel file somebody sent; null for every other kind. Told by name or type, for
 * services name files as they please.
 */
export async function bacaBerkas(
  data: Uint8Array,
  nama: string,
  mime: string,
): Promise<IsiBerkas | null> {
  const akhiran = /\.(\w+)$/.exec(nama.toLowerCase())?.[1] ?? "";
  if (bermakro.has(akhiran) || /macroenabled/i.test(mime)) return makro;
  if (akhiran === "xlsx" || mime === XLSX) return bacaFormat(data);
  return akhiran === "docx" || mime === DOCX ? bacaDocx(data) : null;
}

const OOXML = "application/vnd.openxmlformats-officedocument";
const XLSX = `${OOXML}.spreadsheetml.sheet`;
const DOCX = `${OOXML}.wordprocessingml.document`;
const bermakro = new Set(["xlsm", "xltm", "xlam", "xlsb", "docm", "dotm"]);
const makro: BerkasDitolak = { jenis: "ditolak", sebab: "makro" };
