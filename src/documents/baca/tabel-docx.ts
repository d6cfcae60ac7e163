import type { BlokSumber } from "../../core/sop/impor/sumber.ts";
import { type Atribut, bacaXml } from "./xml-aman.ts";

/** A sheet has some dozens of rows and a dozen columns. */
const SEL_TERBANYAK = 50_000;

/** What a drawn shape in a cell stands for, as the official symbols go; a line is none. */
const bentuk: ReadonlyMap<string, readonly string[]> = new Map([
  ["flowChartDecision", ["Keputusan"]],
  ["diamond", ["Keputusan"]],
  ["flowChartTerminator", ["Mulai"]],
  ["flowChartProcess", ["Kegiatan"]],
  ["rect", ["Kegiatan"]],
]);

/** Text that is struck out or moved away, what stands there twice, and pictures, whose frame is a shape. */
const senyap = new Set(["Fallback", "del", "moveFrom", "pic"]);

const jeda: ReadonlyMap<string, string> = new Map([
  ["tab", " "],
  ["br", "\n"],
  ["cr", "\n"],
]);

/** A table while its cells are read. */
interface Terbuka {
  readonly barisList: Map<number, string>[];
  kolom: number;
  lebar: number;
  alineaList: string[];
}

/**
 * The paragraphs and tables of the main part of a Word file, in their order; a table in a cell is read as
 * text of that cell. Null when it cannot be read or holds more than any sheet.
 */
export async function readBlokDocx(data: Uint8Array): Promise<readonly BlokSumber[] | null> {
  const found: BlokSumber[] = [];
  const open: Terbuka[] = [];
  let [alinea, inText, silent, count] = ["", false, 0, 0];
  const close = (): void => {
    const cell = open.at(0);
    if (cell === undefined) {
      found.push({ jenis: "teks", teks: alinea });
      count += 1;
    } else if (alinea.trim() !== "") cell.alineaList.push(alinea);
    alinea = "";
  };
  const sound = await bacaXml(data, {
    buka: (nama, atribut) => {
      if (senyap.has(nama)) silent += 1;
      const table = open.at(0);
      if (open.length === 1 && table !== undefined && silent === 0) openPart(table, nama, atribut);
      if (nama === "tbl") open.push({ barisList: [], kolom: 0, lebar: 1, alineaList: [] });
      if (nama === "t") inText = true;
      alinea += jeda.get(nama) ?? "";
    },
    teks: (teks) => {
      if (inText && silent === 0) alinea += teks;
    },
    tutup: (nama) => {
      if (senyap.has(nama)) silent -= 1;
      if (nama === "t") inText = false;
      if (nama === "p") close();
      if (nama === "tc" && open.length === 1) count += closeCell(open[0]);
      if (nama !== "tbl") return;
      const table = open.pop();
      if (table !== undefined && open.length === 0)
        found.push({ jenis: "tabel", barisList: table.barisList });
    },
  });
  return sound && count <= SEL_TERBANYAK ? found : null;
}

/** What a row and its cells say of their place. */
function openPart(table: Terbuka, nama: string, atribut: Atribut): void {
  switch (nama) {
    case "tr":
      table.barisList.push(new Map());
      table.kolom = 0;
      break;
    case "tc":
      table.lebar = 1;
      table.alineaList = [];
      break;
    case "gridSpan":
      table.lebar = spanOf(atribut("w:val"));
      break;
    case "gridBefore":
      table.kolom = spanOf(atribut("w:val"));
      break;
    case "prstGeom":
      table.alineaList.push(...(bentuk.get(atribut("prst") ?? "") ?? []));
      break;
    default:
  }
}

function closeCell(table: Terbuka | undefined): number {
  const teks = table?.alineaList.join("\n").trim() ?? "";
  if (table === undefined) return 0;
  if (teks !== "") table.barisList.at(-1)?.set(table.kolom, teks);
  table.kolom += table.lebar;
  return 1;
}

const KOLOM_TERBANYAK = 63;

const spanOf = (teks: string | undefined): number =>
  Math.min(KOLOM_TERBANYAK, Math.max(1, Number.parseInt(teks ?? "1", 10) || 1));
