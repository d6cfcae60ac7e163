import { bacaXml } from "./xml-aman.ts";

/** What a number in a cell is shown as. */
export type BentukAngka = "polos" | "angka" | "tanggal" | "persen";

/** What each style of a workbook makes of a number, by its place in the list; null when unreadable. */
export async function readGaya(data: Uint8Array | null): Promise<readonly BentukAngka[] | null> {
  if (data === null) return null;
  const kodeById = new Map<string, string>();
  const idList: string[] = [];
  let inCellStyles = false;
  const sound = await bacaXml(data, {
    buka: (nama, atribut) => {
      const id = atribut("numFmtId") ?? "";
      if (nama === "numFmt") kodeById.set(id, atribut("formatCode") ?? "");
      if (nama === "cellXfs") inCellStyles = true;
      if (nama === "xf" && inCellStyles) idList.push(id);
    },
    tutup: (nama) => {
      if (nama === "cellXfs") inCellStyles = false;
    },
  });
  return sound ? idList.map((id) => bentukOf(Number(id), kodeById.get(id))) : null;
}

function bentukOf(id: number, kode: string | undefined): BentukAngka {
  if (kode === undefined) return isBuiltInDate(id) ? "tanggal" : builtIn(id);
  // Text in quotes or brackets and escaped letters are shown, not filled in; [h] counts hours.
  const signs = kode
    .replace(/\[(h+|m+|s+)\]/gi, "$1")
    .replace(/"[^"]*"|\[[^\]]*\]|[\\_*]./g, "")
    .replace(/general/gi, "");
  if (signs === "" || signs === "@") return "polos";
  if (/[dmyhs]/i.test(signs)) return "tanggal";
  return signs.includes("%") ? "persen" : "angka";
}

/** Ids every program knows without their code; 27 to 36 and 50 to 58 are dates of other calendars. */
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 22) ||
  (id >= 27 && id <= 36) ||
  (id >= 45 && id <= 47) ||
  (id >= 50 && id <= 58);

/** 0 shows a number as it is and 49 is text: neither says what it counts. */
const builtIn = (id: number): BentukAngka =>
  id === 0 || id === 49 ? "polos" : id === 9 || id === 10 ? "persen" : "angka";
