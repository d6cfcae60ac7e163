import type { BerkasDitolak, IsiBerkas } from "../../core/conversation/incoming/isi-berkas.ts";
import { AWALAN_TANDA } from "../../core/kinerja/format/index.ts";
import { hasMacro, hasOldMacro, isProgram } from "./bahaya.ts";
import { bacaDocx } from "./docx.ts";
import { bacaFormat } from "./format.ts";
import { bacaZip } from "./zip-aman.ts";

/**
 * Reads a Word or Excel file somebody sent; files of their kin are told by their names, and null is
 * every other one. Told by name or type, for services name files as they please; but what would run when
 * somebody opens it is told by what it holds, for it would be handed on as evidence.
 */
export async function bacaBerkas(
  data: Uint8Array,
  nama: string,
  mime: string,
): Promise<IsiBerkas | null> {
  const akhiran = /\.(\w+)$/.exec(nama.toLowerCase())?.[1] ?? "";
  if (isProgram(data, akhiran)) return tolak("program");
  if (bermakro.has(akhiran) || /macroenabled/i.test(mime) || hasOldMacro(data))
    return tolak("makro");
  if (akhiran === "xlsx" || mime === XLSX) return bacaFormat(data);
  if (akhiran === "docx" || mime === DOCX) return bacaDocx(data);
  return (await hasMacro(data)) ? tolak("makro") : bacaKerabat(data, akhiran, mime);
}

/** Files of the same kin, which are not read: what they are told depends on what they hold. */
async function bacaKerabat(
  data: Uint8Array,
  akhiran: string,
  mime: string,
): Promise<BerkasDitolak | null> {
  if (tabelLain.has(akhiran) || tabelMime.test(mime)) return tolak(await tableCause(data));
  return naskahLain.has(akhiran) || naskahMime.test(mime) ? tolak("bukan-docx") : null;
}

const OOXML = "application/vnd.openxmlformats-officedocument";
const XLSX = `${OOXML}.spreadsheetml.sheet`;
const DOCX = `${OOXML}.wordprocessingml.document`;
const bermakro = new Set("docm dotm potm ppam ppsm pptm sldm xlam xlsb xlsm xltm".split(" "));
const tabelLain = new Set(["xls", "xlt", "ods", "ots", "fods", "csv", "tsv", "numbers", "et"]);
const tabelMime = /opendocument\.spreadsheet|vnd\.ms-excel$|^text\/csv/i;
const naskahMime = /opendocument\.text|msword$|\/rtf$|\/pdf$/i;
const naskahLain = new Set(["doc", "dot", "odt", "ott", "fodt", "rtf", "pages", "wps", "pdf"]);

/** Our own sheet saved as another kind would be taken for evidence, and its figures lost. */
async function tableCause(data: Uint8Array): Promise<BerkasDitolak["sebab"]> {
  const zip = await bacaZip(data, (nama) => nama === "content.xml");
  const inside = zip.kind === "isi" ? zip.bagian.get("content.xml") : data;
  const bytes = Buffer.from(inside ?? data);
  const marked = (["utf8", "utf16le"] as const).some((one) =>
    bytes.includes(Buffer.from(AWALAN_TANDA, one)),
  );
  return marked ? "format-bukan-xlsx" : "bukan-xlsx";
}

const tolak = (sebab: BerkasDitolak["sebab"]): BerkasDitolak => ({ jenis: "ditolak", sebab });
