import type { BerkasDitolak, NaskahMasuk } from "../core/conversation/isi-berkas.ts";
import { type BagianPaket, bacaPaket } from "./paket.ts";
import { bacaXml } from "./xml-aman.ts";

/** The property of a Word file that says which document of ours it is. */
export const SIFAT_TANDA = "sopir";

const TANDA_TERPANJANG = 200;
/** A report has a few hundred paragraphs; a comparison of more than this would be read by nobody. */
const ALINEA_TERBANYAK = 20_000;

/** Reads the text of a Word file somebody sent back: its paragraphs, and which document it is. */
export async function bacaDocx(data: Uint8Array): Promise<NaskahMasuk | BerkasDitolak> {
  const paket = await bacaPaket(data, "docx");
  if (paket.kind === "ditolak") {
    return tolak(paket.sebab === "jenis-lain" ? "bukan-docx" : paket.sebab);
  }
  const [utama] = paket.bagianList;
  if (utama === undefined) return tolak("rusak");
  if (utama.data === null) return tolak("terlalu-besar");
  const alineaList = await readAlinea(utama.data);
  if (alineaList === null) return tolak("rusak");
  if (alineaList.length > ALINEA_TERBANYAK) return tolak("terlalu-besar");
  const sifat = paket.bagianList.find(({ isi }) => /custom-properties\+xml$/i.test(isi));
  return { jenis: "naskah", tanda: await readTanda(sifat), alineaList, dasar: null };
}

/** Text that was struck out under "track changes", and what stands there a second time for old programs. */
const tanpaSuara = new Set(["moveFrom", "Fallback"]);
const jeda: ReadonlyMap<string, string> = new Map([
  ["tab", " "],
  ["br", " "],
  ["cr", " "],
  ["noBreakHyphen", "-"],
]);

async function readAlinea(data: Uint8Array): Promise<readonly string[] | null> {
  const found: string[] = [];
  // a text box puts paragraphs into a paragraph
  const open: string[] = [];
  let quiet = 0;
  let inText = false;
  const add = (text: string): void => {
    const last = open.pop();
    if (last !== undefined) open.push(quiet > 0 ? last : last + text);
  };
  const sound = await bacaXml(data, {
    buka: (nama) => {
      if (tanpaSuara.has(nama)) quiet += 1;
      if (nama === "p") open.push("");
      if (nama === "t") inText = true;
      const gap = jeda.get(nama);
      if (gap !== undefined) add(gap);
    },
    teks: (teks) => {
      if (inText) add(teks);
    },
    tutup: (nama) => {
      if (tanpaSuara.has(nama)) quiet -= 1;
      if (nama === "t") inText = false;
      if (nama !== "p") return;
      const alinea = (open.pop() ?? "").replace(/\s+/g, " ").trim();
      if (alinea !== "") found.push(alinea);
    },
  });
  return sound ? found : null;
}

async function readTanda(sifat: BagianPaket | undefined): Promise<string | null> {
  if (sifat?.data === null || sifat === undefined) return null;
  let nama: string | undefined;
  let tanda = "";
  const sound = await bacaXml(sifat.data, {
    buka: (elemen, atribut) => {
      if (elemen === "property") nama = atribut("name");
    },
    teks: (teks) => {
      if (nama === SIFAT_TANDA) tanda += teks;
    },
    tutup: (elemen) => {
      if (elemen === "property") nama = undefined;
    },
  });
  const trimmed = tanda.trim();
  return sound && trimmed !== "" && trimmed.length <= TANDA_TERPANJANG ? trimmed : null;
}

const tolak = (sebab: BerkasDitolak["sebab"]): BerkasDitolak => ({ jenis: "ditolak", sebab });
