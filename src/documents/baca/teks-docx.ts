import { createAlinea } from "./alinea-docx.ts";
import { bacaXml } from "./xml-aman.ts";

/** The text of one part of a Word file. */
export interface TeksBagian {
  /** Paragraphs in reading order, without the empty ones. */
  readonly alineaList: readonly string[];
  /** Changes nobody accepted yet. */
  readonly perubahan: number;
  readonly komentar: number;
  /** Whether the part could be read. */
  readonly sound: boolean;
}

const terlacak = new Set(["ins", "del", "moveFrom"]);

/** Reads one part of a Word file as it reads once every tracked change is accepted. */
export async function readTeksDocx(data: Uint8Array): Promise<TeksBagian> {
  const alineaList: string[] = [];
  let [perubahan, komentar] = [0, 0];
  const alinea = createAlinea((teks) => {
    const flat = teks.replace(/\s+/g, " ").trim();
    if (flat !== "") alineaList.push(flat);
  });
  const sound = await bacaXml(data, {
    ...alinea,
    buka: (nama, atribut) => {
      alinea.buka(nama, atribut);
      if (terlacak.has(nama)) perubahan += 1;
      if (nama === "commentReference") komentar += 1;
    },
  });
  return { alineaList, perubahan, komentar, sound };
}
