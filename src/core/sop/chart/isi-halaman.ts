import type { Alur, Sambungan, Simpul } from "./alur.ts";
import { kodeOf } from "./alur.ts";
import { type BarisUkur, simpulIn } from "./baris.ts";
import type { Potongan } from "./halaman.ts";
import type { SimpulKisi } from "./medan.ts";
import { JALUR_HALAMAN, PITA, setengahLebar, setengahTinggi } from "./ukuran.ts";

/** A symbol on the grid of a page, with what it is. */
export interface SimpulHalaman {
  readonly simpul: Simpul;
  readonly kisi: SimpulKisi;
  /** Row it belongs to; null for a pentagon between pages. */
  readonly baris: BarisUkur | null;
}

/** An arrow between two symbols of one page. */
export interface SambunganHalaman extends Omit<Sambungan, "dari" | "ke"> {
  readonly dari: SimpulHalaman;
  readonly ke: SimpulHalaman;
}

/** A row at its height on a page's grid; `pita` where a band stands above it. */
export interface BarisHalaman {
  readonly baris: BarisUkur;
  readonly atas: number;
  readonly pita: boolean;
}

/** What stands on one page, in lines of its grid. */
export interface IsiHalaman {
  readonly lebar: number;
  readonly tinggi: number;
  readonly potongan: Potongan;
  readonly barisList: readonly BarisHalaman[];
  readonly simpulList: readonly SimpulHalaman[];
  readonly sambunganList: readonly SambunganHalaman[];
}

/** The table, cut into pages. */
export interface Terpotong {
  readonly alur: Alur;
  readonly barisList: readonly BarisUkur[];
  readonly potonganList: readonly Potongan[];
  readonly berpita: (index: number) => boolean;
  /** Lines of the grid in the width of one pelaksana. */
  readonly kisi: number;
}

/** Places every symbol on the grid of its page, and cuts arrows between pages into pairs of pentagons. */
export function fillPages(terpotong: Terpotong): readonly IsiHalaman[] {
  const pages = terpotong.potonganList.map((potongan) => placeRows(terpotong, potongan));
  const pageOf = new Map(
    pages.flatMap(({ simpulList }, page) =>
      simpulList.map(({ simpul }) => [simpul.id, page] as const),
    ),
  );
  const pairs = pairsOf(terpotong.alur, pageOf);
  return pages.map((page, index) => {
    const connectors = new Map<string, SimpulHalaman>();
    for (const pair of pairs) {
      for (const end of endsOn(pair, index)) {
        connectors.set(end.id, connectorOn(page, [...connectors.values()], { pair, ...end }));
      }
    }
    const simpulList = [...page.simpulList, ...connectors.values()];
    const byId = new Map(simpulList.map((one) => [one.simpul.id, one]));
    return { ...page, simpulList, sambunganList: arrowsOn(terpotong.alur, pairs, byId) };
  });
}

type Kosong = Omit<IsiHalaman, "sambunganList">;

function placeRows({ alur, barisList, berpita, kisi }: Terpotong, potongan: Potongan): Kosong {
  let y = potongan.jalurAtas * JALUR_HALAMAN;
  const rows = barisList.slice(potongan.awal, potongan.akhir).map((baris, at): BarisHalaman => {
    const pita = berpita(potongan.awal + at);
    const atas = y + (pita ? PITA : 0);
    y = atas + baris.tinggi;
    return { baris, atas, pita };
  });
  const simpulList = rows.flatMap(({ baris, atas }) =>
    simpulIn(baris).map(({ simpul, cy }): SimpulHalaman => {
      const cx = simpul.kolom * kisi + (kisi - 1) / 2;
      return { simpul, baris, kisi: onGrid(simpul, { cx, cy: atas + cy }, kisi) };
    }),
  );
  const tinggi = y + potongan.jalurBawah * JALUR_HALAMAN;
  return { lebar: alur.kolomCount * kisi, tinggi, potongan, barisList: rows, simpulList };
}

const onGrid = (
  { id, bentuk }: Simpul,
  at: { readonly cx: number; readonly cy: number },
  kisi: number,
): SimpulKisi => ({
  id,
  bentuk,
  ...at,
  hw: setengahLebar(bentuk, kisi),
  hh: setengahTinggi[bentuk],
});

/** Arrows from one page to one symbol of another; they share a letter. */
interface Pasangan {
  readonly kode: string;
  readonly dariHalaman: number;
  readonly keHalaman: number;
  readonly sambunganList: readonly Sambungan[];
}

function pairsOf(alur: Alur, pageOf: ReadonlyMap<string, number>): readonly Pasangan[] {
  const byKey = new Map<string, Sambungan[]>();
  for (const one of alur.sambunganList) {
    const [a, b] = [pageOf.get(one.dari), pageOf.get(one.ke)];
    if (a === undefined || b === undefined || a === b) continue;
    const key = `${a} ${one.ke}`;
    byKey.set(key, [...(byKey.get(key) ?? []), one]);
  }
  return [...byKey.values()].flatMap((list, index): readonly Pasangan[] => {
    const [first] = list;
    const [a, b] = [pageOf.get(first?.dari ?? ""), pageOf.get(first?.ke ?? "")];
    if (a === undefined || b === undefined) return [];
    const kode = kodeOf(alur.penghubungList.length + index);
    return [{ kode, dariHalaman: a, keHalaman: b, sambunganList: list }];
  });
}

interface Ujung {
  readonly id: string;
  readonly bawah: boolean;
  /** The symbol on this page it should stand near. */
  readonly dekat: string;
}

const keluarId = ({ kode }: Pasangan): string => `keluar/${kode}`;
const masukId = ({ kode }: Pasangan): string => `masuk/${kode}`;

function endsOn(pair: Pasangan, page: number): readonly Ujung[] {
  const [first] = pair.sambunganList;
  if (first === undefined) return [];
  const later = pair.keHalaman > pair.dariHalaman;
  if (page === pair.dariHalaman) return [{ id: keluarId(pair), bawah: later, dekat: first.dari }];
  if (page === pair.keHalaman) return [{ id: masukId(pair), bawah: !later, dekat: first.ke }];
  return [];
}

/** A pentagon in a strip at the edge of a page, as near to the column it concerns as there is room. */
function connectorOn(
  page: Kosong,
  placed: readonly SimpulHalaman[],
  { pair, id, bawah, dekat }: Ujung & { readonly pair: Pasangan },
): SimpulHalaman {
  const near = page.simpulList.find((one) => one.simpul.id === dekat);
  const at = freePlace(stripLines(page, bawah), near?.kisi.cx ?? 0, {
    lebar: page.lebar,
    placed: placed.map(({ kisi }) => kisi),
  });
  const simpul: Simpul = {
    id,
    bentuk: "segilima",
    teks: pair.kode,
    kolom: near?.simpul.kolom ?? 0,
    tambahan: pair.sambunganList.every(({ tambahan }) => tambahan),
    disimpulkan: false,
  };
  const kisi = { id, bentuk: "segilima", ...at, hw: 2, hh: setengahTinggi.segilima } as const;
  return { simpul, kisi, baris: null };
}

/** The middle lines of the strips at one edge of a page, the one nearest to the langkah first. */
function stripLines({ potongan, tinggi }: Kosong, bawah: boolean): readonly number[] {
  const middle = Math.floor(JALUR_HALAMAN / 2);
  return Array.from({ length: bawah ? potongan.jalurBawah : potongan.jalurAtas }, (_, strip) =>
    bawah
      ? tinggi - 1 - middle - (potongan.jalurBawah - 1 - strip) * JALUR_HALAMAN
      : middle + (potongan.jalurAtas - 1 - strip) * JALUR_HALAMAN,
  );
}

/** Pentagons are five lines wide; one more stays free between two of them. */
const ANTARA = 6;
const PINGGIR = 2;

/** How many pentagons surely find room in a strip, however the ones before were placed. */
export const pentagonsIn = (lebar: number): number =>
  Math.max(1, Math.ceil((lebar - 2 * PINGGIR) / (2 * ANTARA - 1)));

interface Jalur {
  readonly lebar: number;
  readonly placed: readonly { readonly cx: number; readonly cy: number }[];
}

function freePlace(
  cyList: readonly number[],
  wanted: number,
  { lebar, placed }: Jalur,
): { readonly cx: number; readonly cy: number } {
  const nearest = Array.from({ length: lebar - 2 * PINGGIR }, (_, at) => at + PINGGIR).toSorted(
    (a, b) => Math.abs(a - wanted) - Math.abs(b - wanted),
  );
  for (const cy of cyList) {
    const taken = placed.filter((one) => one.cy === cy);
    const cx = nearest.find((at) => taken.every((one) => Math.abs(one.cx - at) >= ANTARA));
    if (cx !== undefined) return { cx, cy };
  }
  return { cx: wanted, cy: cyList[0] ?? 0 };
}

function arrowsOn(
  alur: Alur,
  pairs: readonly Pasangan[],
  byId: ReadonlyMap<string, SimpulHalaman>,
): readonly SambunganHalaman[] {
  const torn = new Map(
    pairs.flatMap((pair) => pair.sambunganList.map((one) => [one, pair] as const)),
  );
  const leaving = alur.sambunganList.flatMap((one): readonly SambunganHalaman[] => {
    const pair = torn.get(one);
    const dari = byId.get(one.dari);
    const ke = byId.get(pair === undefined ? one.ke : keluarId(pair));
    return dari === undefined || ke === undefined ? [] : [{ ...one, dari, ke }];
  });
  const arriving = pairs.flatMap((pair): readonly SambunganHalaman[] => {
    const [first] = pair.sambunganList;
    const dari = byId.get(masukId(pair));
    const ke = byId.get(first?.ke ?? "");
    if (first === undefined || dari === undefined || ke === undefined) return [];
    const tambahan = pair.sambunganList.every((one) => one.tambahan);
    return [{ ...first, label: null, tambahan, dari, ke }];
  });
  return [...leaving, ...arriving];
}
