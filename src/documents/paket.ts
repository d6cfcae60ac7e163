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
const isiMakro = /macroenabled|vbaproject|vbadata|macrosheet/i;
const namaMakro = /vbaproject\.bin$|vbadata\.xml$|\/macrosheets\//i;

/**
 * Opens a Word or Excel file somebody sent; one that carries a program is not opened. Parts are
 * known by what the file declares them to be: their names are every program's own.
 */
export async function bacaPaket(
  data: Uint8Array,
  jenis: JenisPaket,
  batas?: BatasZip,
): Promise<HasilPaket> {
  const zip = await bacaZip(data, (nama) => nama.endsWith(".xml"), batas);
  if (zip.kind === "ditolak") {
    return zip.sebab === "rusak" && !startsLikeZip(data) ? tolak("jenis-lain") : zip;
  }
  if (zip.namaList.some((nama) => namaMakro.test(nama))) return tolak("makro");
  const declared = await declaredParts(zip.bagian.get(JENIS));
  if (declared === null) return tolak("jenis-lain");
  if (declared.some(({ isi }) => isiMakro.test(isi))) return tolak("makro");
  const utama = declared.find(({ isi }) => isiUtama[jenis].test(isi));
  if (utama === undefined) return tolak("jenis-lain");
  const bagianList = [utama, ...declared.filter((one) => one !== utama)]
    .filter(({ nama }) => zip.namaList.includes(nama))
    .map((one) => ({ ...one, data: zip.bagian.get(one.nama) ?? null }));
  return { kind: "isi", bagianList };
}

type Declared = Omit<BagianPaket, "data">;

/** Parts with their content types; a type that holds for all files of an ending has no name. */
async function declaredParts(part: Uint8Array | undefined): Promise<readonly Declared[] | null> {
  if (part === undefined) return null;
  const found: Declared[] = [];
  const sound = await bacaXml(part, {
    buka: (_, atribut) =>
      found.push({
        nama: (atribut("PartName") ?? "").replace(/^\//, ""),
        isi: atribut("ContentType") ?? "",
      }),
  });
  return sound ? found : null;
}

const startsLikeZip = (data: Uint8Array): boolean => data[0] === 0x50 && data[1] === 0x4b;

const tolak = (sebab: "makro" | "jenis-lain"): HasilPaket => ({ kind: "ditolak", sebab });
