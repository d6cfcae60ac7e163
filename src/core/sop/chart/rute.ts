import type { SambunganKisi, SimpulKisi } from "./halaman.ts";
import {
  type Arah,
  ATAS,
  arahBetween,
  arahList,
  arahOf,
  BAWAH,
  gerak,
  isDatar,
  KANAN,
  KIRI,
  lawan,
  Medan,
  type TitikKisi,
} from "./medan.ts";

/** The grid of a page before anything runs over it. */
export interface Lahan {
  readonly lebar: number;
  readonly tinggi: number;
  readonly simpulList: readonly SimpulKisi[];
  /** Lines of the grid in the width of one pelaksana. */
  readonly kisi: number;
}

/** The places a path runs over; all after the first `sendiri` belong to the path it flows into. */
export interface Rute {
  readonly titikList: readonly TitikKisi[];
  readonly sendiri: number;
}

/**
 * Finds a path for every arrow, in the order given. What is short and straight goes first, arrows
 * back last: they look for lanes of their own beside the symbols.
 */
export function routeAll(lahan: Lahan, list: readonly SambunganKisi[]): readonly Rute[] {
  const perute = new Perute(lahan);
  const order = list.toSorted((a, b) => rank(a) - rank(b));
  const found = new Map(order.map((one) => [one, perute.route(one)]));
  return list.map((one) => found.get(one) ?? { titikList: [], sendiri: 0 });
}

const urutan = { dalam: 0, serta: 1, maju: 2, kembali: 3 } as const;

const rank = ({ jenis, dari, ke }: SambunganKisi): number =>
  urutan[jenis] * 100_000 + Math.abs(dari.cy - ke.cy) * 100 + Math.abs(dari.cx - ke.cx);

const KOLOM = 2;
/** A side another arrow has is dearer than any detour on one page. */
const TERPAKAI = 400;
const MUARA = 3;
const MUARA_LAIN = 16;
/** A path may not flow into another beside the label where that begins, nor under its head. */
const MUARA_AWAL = 10;
const MUARA_AKHIR = 2;

/** A path found; `keluar` is the side it leaves by, `masuk` the one it arrives at itself. */
interface Jalur extends Rute {
  readonly keluar: Arah;
  readonly masuk: Arah | null;
}

/** A side of a symbol, the middle of its edge, and the place before that. */
interface Gerbang {
  readonly sisi: Arah;
  readonly tepi: TitikKisi;
  readonly depan: TitikKisi;
  readonly harga: number;
}

/** How a path may end: at a gate, or in an earlier path to the same symbol. */
interface Akhir {
  readonly state: number;
  readonly sisa: readonly TitikKisi[];
  readonly masuk: Arah | null;
}

/** Where an earlier path to the same symbol goes on; at a bend only who comes along may join. */
interface Muara {
  readonly arah: Arah;
  readonly belok: boolean;
  readonly sisa: readonly TitikKisi[];
  readonly harga: number;
}

/** One search: what is looked for, and what is known so far of each place and direction. */
interface Pencarian {
  readonly panah: SambunganKisi;
  readonly dariList: readonly Gerbang[];
  readonly keList: readonly Gerbang[];
  readonly muaraByCell: ReadonlyMap<number, Muara>;
  readonly harga: Float64Array;
  readonly asal: Int32Array;
  readonly buckets: (number | Akhir)[][];
}

/** The state a path comes from, -1 at its beginning, and what it has paid. */
interface Asal {
  readonly asal: number;
  readonly harga: number;
}

type HargaSisi = { readonly [A in Arah]?: number };

/** Finds one path after the other; what was found stands in the way of the next. */
class Perute {
  readonly #lahan: Lahan;
  readonly #medan: Medan;
  readonly #widest: number;
  /** Which sides are taken: by whoever leaves, or by everybody who arrives. */
  readonly #sisi = new Map<string, "keluar" | "masuk">();
  readonly #selesai: { readonly panah: SambunganKisi; readonly path: readonly TitikKisi[] }[] = [];

  constructor(lahan: Lahan) {
    this.#lahan = lahan;
    this.#medan = new Medan(lahan.lebar, lahan.tinggi, lahan.simpulList);
    this.#widest = Math.max(0, ...lahan.simpulList.map(({ hw }) => hw));
  }

  route(panah: SambunganKisi): Rute {
    const jalur = straight(panah) ?? this.#search(panah);
    if (jalur === null) return { titikList: [], sendiri: 0 };
    this.#sisi.set(`${panah.dari.id}:${jalur.keluar}`, "keluar");
    if (jalur.masuk !== null) this.#sisi.set(`${panah.ke.id}:${jalur.masuk}`, "masuk");
    this.#medan.occupy(jalur.titikList);
    this.#selesai.push({ panah, path: jalur.titikList });
    return jalur;
  }

  /** Dijkstra over places and directions. Costs are small whole numbers, so buckets are the queue. */
  #search(panah: SambunganKisi): Jalur | null {
    const cari: Pencarian = {
      panah,
      dariList: this.#gates(panah.dari, exitPrice(panah), "keluar"),
      keList: this.#gates(panah.ke, entryPrice(panah), "masuk"),
      muaraByCell: this.#muaraOf(panah),
      harga: new Float64Array(this.#medan.luas * 4).fill(Number.POSITIVE_INFINITY),
      asal: new Int32Array(this.#medan.luas * 4),
      buckets: [],
    };
    for (const { depan, sisi, harga } of cari.dariList) {
      this.#offer(cari, depan, sisi, { harga, asal: -1 });
    }
    for (let price = 0; price < cari.buckets.length; price += 1) {
      for (const entry of cari.buckets[price] ?? []) {
        if (typeof entry !== "number") return this.#pathTo(cari, entry);
        if (cari.harga[entry] === price) this.#goOn(cari, entry, price);
      }
    }
    return null;
  }

  #goOn(cari: Pencarian, state: number, price: number): void {
    const cell = Math.floor(state / 4);
    for (const arah of arahList) {
      if (arah === lawan(arahOf(state))) continue;
      const harga = price + (arah === arahOf(state) ? 0 : this.#medan.turnCost(cell));
      this.#offer(cari, gerak(this.#medan.pointAt(cell), arah), arah, { harga, asal: state });
    }
  }

  /** Considers going on into a place, and ending there. */
  #offer(cari: Pencarian, at: TitikKisi, arah: Arah, dari: Asal): void {
    if (!this.#medan.isOpen(at)) return;
    const cell = this.#medan.cellAt(at);
    const state = cell * 4 + arah;
    const total =
      dari.harga + this.#medan.enterCost(cell, arah) + this.#amidCost(cari.panah, at, arah);
    if ((cari.harga[state] ?? 0) <= total) return;
    const push = (price: number, entry: number | Akhir): void => {
      (cari.buckets[price] ??= []).push(entry);
    };
    cari.harga[state] = total;
    cari.asal[state] = dari.asal;
    push(total, state);
    const muara = cari.muaraByCell.get(cell);
    if (muara !== undefined && (muara.belok ? arah === muara.arah : arah !== lawan(muara.arah)))
      push(dari.harga + muara.harga, { state, sisa: muara.sisa, masuk: null });
    for (const { sisi, tepi, depan, harga } of cari.keList) {
      if (this.#medan.cellAt(depan) !== cell || sisi === arah) continue;
      const turn = sisi === lawan(arah) ? 0 : this.#medan.turnCost(cell);
      push(total + turn + harga, { state, sisa: [tepi], masuk: sisi });
    }
  }

  #pathTo({ asal, dariList }: Pencarian, { state, sisa, masuk }: Akhir): Jalur {
    const path = [...sisa];
    let keluar = arahOf(state);
    for (let at = state; at >= 0; at = asal[at] ?? -1) {
      path.unshift(this.#medan.pointAt(Math.floor(at / 4)));
      keluar = arahOf(at);
    }
    path.unshift(...dariList.flatMap(({ sisi, tepi }) => (sisi === keluar ? [tepi] : [])));
    const sendiri = path.length - (masuk === null ? sisa.length : 0);
    return { titikList: path, keluar, masuk, sendiri };
  }

  /** What a place costs an arrow back where the symbols of a column stand. */
  #amidCost({ jenis }: SambunganKisi, { x }: TitikKisi, arah: Arah): number {
    const { kisi } = this.#lahan;
    const amid = Math.abs((x % kisi) - (kisi - 1) / 2) <= this.#widest;
    return jenis === "kembali" && !isDatar(arah) && amid ? KOLOM : 0;
  }

  #gates(simpul: SimpulKisi, price: HargaSisi, use: "keluar" | "masuk"): readonly Gerbang[] {
    return arahList.flatMap((sisi): readonly Gerbang[] => {
      const harga = price[sisi];
      if (harga === undefined) return [];
      const tepi = gerak({ x: simpul.cx, y: simpul.cy }, sisi, { x: simpul.hw, y: simpul.hh });
      const used = this.#sisi.get(`${simpul.id}:${sisi}`);
      const free = used === undefined || (use === "masuk" && used === "masuk");
      const dear = free ? 0 : TERPAKAI;
      const depan = gerak(tepi, sisi);
      // A symbol at the edge of the page has no place before that side.
      return this.#medan.isOpen(depan) ? [{ sisi, tepi, depan, harga: harga + dear }] : [];
    });
  }

  /** Parts of arrows to the same symbol: another may flow into them. */
  #muaraOf({ ke, jenis }: SambunganKisi): ReadonlyMap<number, Muara> {
    const muara = new Map<number, Muara>();
    for (const { panah, path } of this.#selesai) {
      if (panah.ke !== ke || panah.jenis === "serta") continue;
      const harga = panah.jenis === jenis ? MUARA : MUARA_LAIN;
      for (let at = MUARA_AWAL; at < path.length - MUARA_AKHIR; at += 1) {
        const [before, here, after] = path.slice(at - 1, at + 2);
        if (before === undefined || here === undefined || after === undefined) continue;
        const arah = arahBetween(here, after);
        const belok = arah !== arahBetween(before, here);
        muara.set(this.#medan.cellAt(here), { arah, belok, harga, sisa: path.slice(at + 1) });
      }
    }
    return muara;
  }
}

/** Within a langkah: down to the next symbol, or over to the next column. */
function straight({ dari, ke, jenis }: SambunganKisi): Jalur | null {
  const down = jenis === "dalam" && dari.cx === ke.cx && dari.cy < ke.cy;
  if (!down && (jenis !== "serta" || dari.cy !== ke.cy)) return null;
  const keluar = arahBetween({ x: dari.cx, y: dari.cy }, { x: ke.cx, y: ke.cy });
  const from = gerak({ x: dari.cx, y: dari.cy }, keluar, { x: dari.hw, y: dari.hh });
  const to = gerak({ x: ke.cx, y: ke.cy }, lawan(keluar), { x: ke.hw, y: ke.hh });
  const length = Math.abs(to.x - from.x) + Math.abs(to.y - from.y);
  const titikList = Array.from({ length: length + 1 }, (_, at) =>
    gerak(from, keluar, { x: at, y: at }),
  );
  return { titikList, keluar, masuk: lawan(keluar), sendiri: titikList.length };
}

function exitPrice({ dari, jenis, label }: SambunganKisi): HargaSisi {
  if (dari.bentuk === "segilima")
    return { [jenis === "kembali" ? ATAS : BAWAH]: 0, [KANAN]: 3, [KIRI]: 3 };
  if (label === "Tidak") return { [KANAN]: 0, [KIRI]: 0, [BAWAH]: 14 };
  const side = label === "Ya" ? (jenis === "kembali" ? 2 : 5) : 1;
  return { [BAWAH]: 0, [KANAN]: side, [KIRI]: side };
}

function entryPrice({ dari, ke, jenis }: SambunganKisi): HargaSisi {
  // Back to itself: round its corner, for on one side it would leave and arrive at once.
  if (dari === ke) return { [ATAS]: 0 };
  if (ke.bentuk === "segilima")
    return { [jenis === "kembali" ? BAWAH : ATAS]: 0, [KANAN]: 3, [KIRI]: 3 };
  return jenis === "kembali"
    ? { [KANAN]: 0, [KIRI]: 0, [ATAS]: 8 }
    : { [ATAS]: 0, [KANAN]: 9, [KIRI]: 9 };
}
