import { bacaXml } from "./xml-aman.ts";
import { type BatasZip, bacaZip, type SebabZip } from "./zip-aman.ts";

/** The two kinds of Office files that are read. */
export type JenisPaket = "xlsx" | "docx";

/** A part of an Office file, with what it says it is. */
export interface BagianPaket {
  readonly nama: string;
  readonly isi: string;
  /** Null where the part is too large to be read. */
  readonly data: Uint8Array | null;
}

/** The parts that were asked for, the main one first; or why the file is not opened. */
export type HasilPaket =
  | { readonly kind: "isi"; readonly bagianList: readonly BagianPaket[] }
  | { readonly kind: "ditolak"; readonly sebab: SebabZip | "makro" | "jenis-lain" };

const JENIS = "[Content_Types].xml";
const isiUtama: { readonly [J in JenisPaket]: RegExp } = {
  xlsx: /spreadsheetml\.(sheet|template)\.main\+xml$/i,
  docx: /wordprocessingml\.(document|template)\.main\+xml$/i,
};
const isiMakro = /macroenabled[^/]*main\+xml|vbaproject|vbadata|macrosheet/i;
const namaMakro = /vbaproject\.bin$|vbadata\.xml$|(^|\/)macrosheets\//i;

/**
 * Opens a Word or Excel file somebody sent; one that carries a program is not opened. Parts are
 * known by what the file declares them to be: their names are every program's own.
 */
export async function bacaPaket(
  data: Uint8Array,
  jenis: JenisPaket,
  batas?: BatasZip,
): Promise<HasilPaket> {
  const zip = await bacaZip(data, (nama) => /\.(xml|rels)$/.test(nama), batas);
  if (zip.kind === "ditolak") {
    return zip.sebab === "rusak" && !startsLikeZip(data) ? tolak("jenis-lain") : zip;
  }
  if (zip.namaList.some((nama) => namaMakro.test(nama))) return tolak("makro");
  const isiOf = await readTypes(zip.bagian.get(JENIS));
  if (isiOf === null) return tolak("jenis-lain");
  // what a file says of parts it does not have proves nothing: some programs list all they know
  const declared = zip.namaList.map((nama) => ({ nama, isi: isiOf(nama) }));
  if (declared.some(({ isi }) => isiMakro.test(isi))) return tolak("makro");
  const utama = declared.find(({ isi }) => isiUtama[jenis].test(isi));
  if (utama === undefined) return tolak("jenis-lain");
  const bagianList = [utama, ...declared.filter((one) => one !== utama)].map((one) => ({
    ...one,
    data: zip.bagian.get(one.nama) ?? null,
  }));
  return { kind: "isi", bagianList };
}

/** The type of a part: its own, or that of all files with its ending. Names know no case. */
async function readTypes(part: Uint8Array | undefined): Promise<((nama: string) => string) | null> {
  if (part === undefined) return null;
  const isiByNama = new Map<string, string>();
  const sound = await bacaXml(part, {
    buka: (_, atribut) => {
      const [nama, akhiran] = [atribut("PartName"), atribut("Extension")];
      const key = nama === undefined ? `.${akhiran}` : nama.replace(/^\//, "");
      isiByNama.set(key.toLowerCase(), atribut("ContentType") ?? "");
    },
  });
  if (!sound) return null;
  return (nama) => {
    const key = nama.toLowerCase();
    return isiByNama.get(key) ?? isiByNama.get(key.slice(key.lastIndexOf("."))) ?? "";
  };
}

const startsLikeZip = (data: Uint8Array): boolean => data[0] === 0x50 && data[1] === 0x4b;

const tolak = (sebab: "makro" | "jenis-lain"): HasilPaket => ({ kind: "ditolak", sebab });
