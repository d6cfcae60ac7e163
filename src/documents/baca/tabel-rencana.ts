import type { SelDokumen, TabelDokumen } from "../../core/berkas-kantor/impor/dokumen.ts";
import { createAlinea } from "./alinea-docx.ts";
import { type Atribut, bacaXml } from "./xml-aman.ts";

/** No plan of an office comes near; what stands behind is not kept. */
const SEL_TERBANYAK = 20_000;
const KOLOM_TERBANYAK = 60;
/** Titles stand right above a table. */
const JUDUL_TERBANYAK = 12;

type SelTerbuka = { -readonly [K in keyof SelDokumen]: SelDokumen[K] };

interface TabelTerbuka {
  readonly judulList: readonly string[];
  readonly selList: SelTerbuka[];
  /** What stands in each column of the row above, to be continued downwards. */
  readonly atas: Map<number, SelTerbuka>;
  baris: number;
  kolom: number;
  sel: { readonly teksList: string[]; lebar: number; lanjutan: boolean } | null;
}

/** The tables of the main part of a Word file, with the cells merged in it; null when it cannot be read. */
export async function readTabelRencana(data: Uint8Array): Promise<readonly TabelDokumen[] | null> {
  const found: TabelDokumen[] = [];
  /** A table may stand in a cell of another. */
  const open: TabelTerbuka[] = [];
  const judulList: string[] = [];
  let sisa = SEL_TERBANYAK;
  const alinea = createAlinea((teks) => {
    if (teks.trim() === "") return;
    const sel = open.at(-1)?.sel;
    if (sel) sel.teksList.push(teks.trim());
    else if (judulList.push(teks.trim()) > JUDUL_TERBANYAK) judulList.shift();
  });
  const sound = await bacaXml(data, {
    ...alinea,
    buka: (nama, atribut) => {
      alinea.buka(nama, atribut);
      if (nama === "tbl") open.push(openTabel(judulList));
      const tabel = open.at(-1);
      if (tabel !== undefined) bukaSel(tabel, nama, atribut);
    },
    tutup: (nama) => {
      alinea.tutup(nama);
      const tabel = open.at(-1);
      if (tabel === undefined) return;
      if (nama === "tc" && sisa > 0) {
        sisa -= 1;
        tutupSel(tabel);
      }
      if (nama !== "tbl") return;
      open.pop();
      found.push({
        tempat: `Tabel ${found.length + 1}`,
        judulList: tabel.judulList,
        selList: tabel.selList.filter(({ teks }) => teks !== ""),
      });
    },
  });
  return sound ? found : null;
}

const openTabel = (judulList: readonly string[]): TabelTerbuka => ({
  judulList: [...judulList],
  selList: [],
  atas: new Map(),
  baris: -1,
  kolom: 0,
  sel: null,
});

function bukaSel(tabel: TabelTerbuka, nama: string, atribut: Atribut): void {
  switch (nama) {
    case "tr":
      tabel.baris += 1;
      tabel.kolom = 0;
      return;
    case "gridBefore":
      tabel.kolom += jumlah(atribut);
      return;
    case "tc":
      tabel.sel = { teksList: [], lebar: 1, lanjutan: false };
      return;
    case "gridSpan":
      if (tabel.sel !== null) tabel.sel.lebar = Math.max(1, jumlah(atribut));
      return;
    case "vMerge":
      if (tabel.sel !== null) tabel.sel.lanjutan = atribut("w:val") !== "restart";
      return;
  }
}

function tutupSel(tabel: TabelTerbuka): void {
  const { sel, baris, kolom, atas } = tabel;
  if (sel === null) return;
  tabel.sel = null;
  tabel.kolom += sel.lebar;
  const above = atas.get(kolom);
  if (sel.lanjutan && above !== undefined) {
    above.tinggi = baris - above.baris + 1;
    return;
  }
  const teks = sel.teksList.join("\n");
  const own: SelTerbuka = { baris, kolom, tinggi: 1, lebar: sel.lebar, teks };
  atas.set(kolom, own);
  tabel.selList.push(own);
}

const jumlah = (atribut: Atribut): number => {
  const nilai = Number(atribut("w:val") ?? 0);
  return Number.isInteger(nilai) && nilai > 0 ? Math.min(nilai, KOLOM_TERBANYAK) : 0;
};
