import { type Alur, kodeOf, type Sambungan, type Simpul } from "./alur.ts";
import { type BarisUkur, stackHeight } from "./tabel.ts";
import { JALUR_HALAMAN, PITA, selaBawah, setengahLebar, setengahTinggi } from "./ukuran.ts";

/** A symbol on the grid of a page; its edge lies on the lines `cx ± hw` and `cy ± hh`. */
export interface SimpulKisi extends Simpul {
  readonly cx: number;
  readonly cy: number;
  readonly hw: number;
  readonly hh: number;
}

/** An arrow between two symbols of one page. */
export interface SambunganKisi extends Omit<Sambungan, "dari" | "ke"> {
  readonly dari: SimpulKisi;
  readonly ke: SimpulKisi;
}

/** The langkah of one page: from `awal` up to, not including, `akhir`. */
interface Potongan {
  readonly awal: number;
  readonly akhir: number;
  /** Strips of pentagons to and from earlier and later pages, above and below the langkah. */
  readonly jalurAtas: number;
  readonly jalurBawah: number;
}

/** What stands on one page, in lines of its grid. */
export interface IsiHalaman extends Potongan {
  readonly lebar: number;
  readonly tinggi: number;
  /** Rows and the line each begins at. */
  readonly barisList: readonly { readonly baris: BarisUkur; readonly atas: number }[];
  readonly simpulList: readonly SimpulKisi[];
  readonly sambunganList: readonly SambunganKisi[];
}

/** The room there is, in lines of the grid. */
export interface Ruang {
  /** In the width of one pelaksana. */
  readonly kisi: number;
  /** On the first page, on every other, and those the legend takes at the end. */
  readonly pertama: number;
  readonly lain: number;
  readonly legenda: number;
}

/** Places every symbol on the grid of its page, and cuts arrows between pages into pairs of pentagons. */
export function fillPages(
  alur: Alur,
  barisList: readonly BarisUkur[],
  ruang: Ruang,
): readonly IsiHalaman[] {
  const lebar = alur.kolomCount * ruang.kisi;
  const pages = cutPages(alur, barisList, ruang).map((potongan) => ({
    ...potongan,
    lebar,
    ...placeRows(barisList, potongan, ruang.kisi),
  }));
  const pageOf = new Map(
    pages.flatMap(({ simpulList }, page) => simpulList.map(({ id }) => [id, page] as const)),
  );
  const pairs = pairsOf(alur, pageOf);
  const torn = new Map(pairs.flatMap(({ list, keluar }) => list.map((one) => [one, keluar.id])));
  const links = [
    ...alur.sambunganList.map((one) => ({ ...one, ke: torn.get(one) ?? one.ke })),
    ...pairs.map(({ masuk, sambungan }) => ({ ...sambungan, dari: masuk.id })),
  ];
  return pages.map((page, index) => {
    const connectors: SimpulKisi[] = [];
    for (const { kode, sambungan, keluar, masuk } of pairs) {
      for (const ujung of [keluar, masuk]) {
        if (ujung.halaman !== index) continue;
        const at = freePlace(page, connectors, ujung);
        const { tambahan } = sambungan;
        connectors.push({ ...segilima, id: ujung.id, teks: kode, tambahan, ...at });
      }
    }
    const simpulList = [...page.simpulList, ...connectors];
    const byId = new Map(simpulList.map((one) => [one.id, one]));
    const sambunganList = links.flatMap((one): readonly SambunganKisi[] => {
      const [dari, ke] = [byId.get(one.dari), byId.get(one.ke)];
      return dari === undefined || ke === undefined ? [] : [{ ...one, dari, ke }];
    });
    return { ...page, simpulList, sambunganList };
  });
}

/** Dearer than any arrows torn apart. */
const HALAMAN = 10_000;
const SENDIRI = 2;

/**
 * Cuts the table into as few pages as possible, and of those ways the one that tears the fewest
 * arrows apart. The first piece is empty where the header block leaves no room.
 */
function cutPages(
  alur: Alur,
  barisList: readonly BarisUkur[],
  { kisi, pertama, lain, legenda }: Ruang,
): readonly Potongan[] {
  const spans = spansOf(alur);
  const inStrip = pentagonsIn(alur.kolomCount * kisi);
  const nothing: Potongan = { awal: 0, akhir: 0, jalurAtas: 0, jalurBawah: 0 };
  const empty: Cara = { harga: HALAMAN, potonganList: [nothing] };
  // best[n]: the cheapest way to have placed the first n langkah.
  const best: (Cara | undefined)[] = [{ harga: 0, potonganList: [] }];
  for (let akhir = 1; akhir <= barisList.length; akhir += 1) {
    for (let awal = akhir - 1; awal >= 0; awal -= 1) {
      const above = spans.filter(({ atas, bawah }) => atas < awal && bawah >= awal);
      const up = above.filter(({ bawah }) => bawah < akhir);
      const down = spans.filter(
        (one) => one.atas >= awal && one.atas < akhir && one.bawah >= akhir,
      );
      const jalurAtas = Math.ceil(up.length / inStrip);
      const jalurBawah = Math.ceil(down.length / inStrip);
      const rows = barisList.slice(awal, akhir).reduce((sum, one) => sum + heightOf(one), 0);
      const tinggi = rows + (jalurAtas + jalurBawah) * JALUR_HALAMAN;
      const needed = tinggi + (akhir === barisList.length ? legenda : 0);
      const alone = akhir - awal === 1;
      const cut = { awal, akhir, jalurAtas, jalurBawah };
      const harga = HALAMAN + above.length + (alone ? SENDIRI : 0);
      if (awal === 0 && needed <= pertama) best[akhir] = cheaper(best[akhir], best[0], cut, harga);
      const before = awal === 0 ? empty : best[awal];
      if (needed <= lain || alone) best[akhir] = cheaper(best[akhir], before, cut, harga);
    }
  }
  return best[barisList.length]?.potonganList ?? [nothing];
}

function cheaper(
  known: Cara | undefined,
  before: Cara | undefined,
  potongan: Potongan,
  own: number,
): Cara | undefined {
  if (before === undefined) return known;
  const harga = before.harga + own;
  if (known !== undefined && known.harga <= harga) return known;
  return { harga, potonganList: [...before.potonganList, potongan] };
}

interface Cara {
  readonly harga: number;
  readonly potonganList: readonly Potongan[];
}

/** From the first to the last langkah each arrow touches. */
function spansOf({ barisList, sambunganList }: Alur): readonly { atas: number; bawah: number }[] {
  const index = new Map(
    barisList.flatMap(({ tumpukan }, at) => tumpukan.map(({ id }) => [id, at] as const)),
  );
  return sambunganList.flatMap(({ dari, ke }) => {
    const [a, b] = [index.get(dari), index.get(ke)];
    if (a === undefined || b === undefined || a === b) return [];
    return [{ atas: Math.min(a, b), bawah: Math.max(a, b) }];
  });
}

/** Lines of the grid a row takes, with the band above it. */
const heightOf = ({ alur, tinggi }: BarisUkur): number => tinggi + (alur.pita === null ? 0 : PITA);

function placeRows(
  barisList: readonly BarisUkur[],
  { awal, akhir, jalurAtas, jalurBawah }: Potongan,
  kisi: number,
): Pick<IsiHalaman, "barisList" | "simpulList" | "tinggi"> {
  let y = jalurAtas * JALUR_HALAMAN;
  const rows = barisList.slice(awal, akhir).map((baris) => {
    y += heightOf(baris);
    return { baris, atas: y - baris.tinggi };
  });
  const simpulList = rows.flatMap(({ baris, atas }) => placeRow(baris, atas, kisi));
  return { barisList: rows, simpulList, tinggi: y + jalurBawah * JALUR_HALAMAN };
}

/** Puts the symbols of a langkah in the middle of its row, those who take part beside the main one. */
function placeRow({ alur, tinggi }: BarisUkur, atas: number, kisi: number): readonly SimpulKisi[] {
  const onGrid = (simpul: Simpul, cy: number): SimpulKisi => ({
    ...simpul,
    cx: simpul.kolom * kisi + (kisi - 1) / 2,
    cy,
    hw: setengahLebar(simpul.bentuk, kisi),
    hh: setengahTinggi[simpul.bentuk],
  });
  let top = atas + Math.floor((tinggi - stackHeight(alur.tumpukan)) / 2);
  const stack = alur.tumpukan.map((simpul) => {
    const placed = onGrid(simpul, top + setengahTinggi[simpul.bentuk]);
    top = placed.cy + placed.hh + 1 + selaBawah(simpul.bentuk);
    return placed;
  });
  const cy = stack[alur.utama]?.cy ?? atas;
  return [...stack, ...alur.pendamping.map((simpul) => onGrid(simpul, cy))];
}

/** Arrows from one page to one symbol of another; they share a letter. */
interface Pasangan {
  readonly kode: string;
  readonly list: readonly Sambungan[];
  /** What arrives on the other page for all of them. */
  readonly sambungan: Sambungan;
  readonly keluar: Ujung;
  readonly masuk: Ujung;
}

/** A pentagon, the page it stands on, at which edge, and the symbol it should be near. */
interface Ujung {
  readonly id: string;
  readonly halaman: number;
  readonly bawah: boolean;
  readonly dekat: string;
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
    if (first === undefined) return [];
    const [a, b] = [pageOf.get(first.dari) ?? 0, pageOf.get(first.ke) ?? 0];
    const kode = kodeOf(alur.penghubungList.length + index);
    const tambahan = list.every((one) => one.tambahan);
    return [
      {
        kode,
        list,
        sambungan: { ...first, label: null, tambahan },
        keluar: { id: `keluar/${kode}`, halaman: a, bawah: b > a, dekat: first.dari },
        masuk: { id: `masuk/${kode}`, halaman: b, bawah: b < a, dekat: first.ke },
      },
    ];
  });
}

const segilima = {
  bentuk: "segilima",
  langkahNo: null,
  kolom: 0,
  disimpulkan: false,
  hw: 2,
  hh: setengahTinggi.segilima,
} as const;

/** Pentagons are five lines wide; one more stays free between two of them. */
const ANTARA = 6;
const PINGGIR = 2;

/** How many pentagons surely find room in a strip, however the ones before were placed. */
const pentagonsIn = (lebar: number): number =>
  Math.max(1, Math.ceil((lebar - 2 * PINGGIR) / (2 * ANTARA - 1)));

/** A place in the strips at one edge of a page, as near to the symbol it concerns as there is room. */
function freePlace(
  { lebar, tinggi, jalurAtas, jalurBawah, simpulList }: Omit<IsiHalaman, "sambunganList">,
  placed: readonly SimpulKisi[],
  { bawah, dekat }: Ujung,
): { readonly cx: number; readonly cy: number } {
  const wanted = simpulList.find(({ id }) => id === dekat)?.cx ?? 0;
  const middle = Math.floor(JALUR_HALAMAN / 2);
  const count = bawah ? jalurBawah : jalurAtas;
  const edge = bawah ? tinggi - 1 - middle : middle;
  // The strip nearest to the langkah first.
  const cyList = Array.from({ length: count }, (_, strip) => {
    const away = (count - 1 - strip) * JALUR_HALAMAN;
    return bawah ? edge - away : edge + away;
  });
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
