/** A filled cell of a table in an office's own document; rows and columns are counted from 0. */
export interface SelDokumen {
  readonly baris: number;
  readonly kolom: number;
  /** How many rows and columns it is merged over. */
  readonly tinggi: number;
  readonly lebar: number;
  readonly teks: string;
  /** What was shown of a formula when the file was saved. */
  readonly rumus?: true;
}

/** A table of an office's own document: one of a text, or a whole sheet of a workbook. */
export interface TabelDokumen {
  /** What people call the place: "Lembar PK", "Tabel 2". */
  readonly tempat: string;
  /** What stands above it, nearest last. */
  readonly judulList: readonly string[];
  readonly selList: readonly SelDokumen[];
}

/** A table by its rows and columns: a merged cell stands in each place it covers. */
export interface Petak {
  readonly jumlahBaris: number;
  readonly jumlahKolom: number;
  readonly at: (baris: number, kolom: number) => SelDokumen | undefined;
  /** The cells of a row, each once, from the left. */
  readonly row: (baris: number) => readonly SelDokumen[];
}

/** Larger tables are no plan of an office. */
const BARIS_TERBANYAK = 2_000;
const KOLOM_TERBANYAK = 60;
/** Places that merged cells may cover altogether; what they cover beyond it is not followed. */
const PETAK_TERBANYAK = 400_000;

/** Lays a table out. */
export function petakDari({ selList }: TabelDokumen): Petak {
  const rows = new Map<number, Map<number, SelDokumen>>();
  let budget = PETAK_TERBANYAK;
  const inside = selList.filter(
    ({ baris, kolom }) => baris < BARIS_TERBANYAK && kolom < KOLOM_TERBANYAK,
  );
  const jumlahBaris = Math.max(0, ...inside.map(({ baris }) => baris + 1));
  const jumlahKolom = Math.max(0, ...inside.map(({ kolom }) => kolom + 1));
  for (const sel of inside) {
    const below = Math.min(sel.baris + sel.tinggi, jumlahBaris);
    const lebar = Math.min(sel.lebar, jumlahKolom - sel.kolom);
    for (let baris = sel.baris; baris < below && budget > 0; baris += 1) {
      const row = rows.get(baris) ?? new Map<number, SelDokumen>();
      rows.set(baris, row);
      budget -= lebar;
      lay(row, sel, lebar);
    }
  }
  return {
    jumlahBaris,
    jumlahKolom,
    at: (baris, kolom) => rows.get(baris)?.get(kolom),
    row: (baris) => [
      ...new Set([...(rows.get(baris) ?? [])].toSorted(([a], [b]) => a - b).map(([, sel]) => sel)),
    ],
  };
}

/** The place a cell says it stands in is its own, whatever else claims to reach there. */
function lay(row: Map<number, SelDokumen>, sel: SelDokumen, lebar: number): void {
  for (let at = 0; at < lebar; at += 1) {
    if (at === 0 || !row.has(sel.kolom + at)) row.set(sel.kolom + at, sel);
  }
}
