import { type Arah, gerakArah, type Medan, type TitikKisi } from "./medan.ts";

/** A side of a symbol as a path leaves or reaches it. */
export interface Gerbang {
  readonly sisi: Arah;
  /** On the edge of the symbol. */
  readonly tepi: TitikKisi;
  /** The free place before the edge, where the search begins or ends. */
  readonly depan: TitikKisi;
  /** Direction a path has there. */
  readonly arah: Arah;
  readonly harga: number;
}

/** A place where a path may flow into an earlier one that has the same target. */
export interface Muara {
  /** Direction the earlier path goes on in; at a bend only who comes along in it may join. */
  readonly arah: Arah;
  readonly belok: boolean;
  /** The rest of the earlier path, from there to the edge of its symbol. */
  readonly sisa: readonly TitikKisi[];
  readonly harga: number;
}

/** What is looked for. */
export interface Pertanyaan {
  readonly dari: readonly Gerbang[];
  readonly ke: readonly Gerbang[];
  readonly muaraByCell: ReadonlyMap<number, Muara>;
  /** What a place costs this path beyond what it costs every path. */
  readonly tambahan: (at: TitikKisi, arah: Arah) => number;
}

/** A path from edge to edge; `keluar` is the side it leaves by, `masuk` the one it arrives at itself. */
export interface Jalur {
  readonly titikList: readonly TitikKisi[];
  readonly keluar: Arah;
  readonly masuk: Arah | null;
  /** How many places are its own; the others it shares with the path it flows into. */
  readonly sendiri: number;
}

/** The cheapest rectangular path, null where symbols leave none. */
export const findPath = (medan: Medan, tanya: Pertanyaan): Jalur | null =>
  new Pencarian(medan, tanya).run();

interface Akhir {
  readonly state: number;
  readonly sisa: readonly TitikKisi[];
  readonly masuk: Arah | null;
}

const arahList: readonly Arah[] = [0, 1, 2, 3];
const opposite = (arah: Arah): number => (arah + 2) % 4;

/** Dijkstra over places and directions. Costs are small whole numbers, so buckets serve as the queue. */
class Pencarian {
  readonly #medan: Medan;
  readonly #tanya: Pertanyaan;
  readonly #harga: Int32Array;
  readonly #asal: Int32Array;
  readonly #buckets: number[][] = [];
  readonly #akhirList: Akhir[] = [];
  readonly #keByCell: ReadonlyMap<number, readonly Gerbang[]>;

  constructor(medan: Medan, tanya: Pertanyaan) {
    this.#medan = medan;
    this.#tanya = tanya;
    this.#harga = new Int32Array(medan.luas * 4).fill(-1);
    this.#asal = new Int32Array(medan.luas * 4).fill(-1);
    const keByCell = new Map<number, Gerbang[]>();
    for (const gate of tanya.ke) {
      const cell = medan.cellAt(gate.depan);
      keByCell.set(cell, [...(keByCell.get(cell) ?? []), gate]);
    }
    this.#keByCell = keByCell;
  }

  run(): Jalur | null {
    for (const { depan, arah, harga } of this.#tanya.dari) {
      if (this.#medan.isOpen(depan)) this.#offer(depan, arah, harga, -1);
    }
    for (let price = 0; price < this.#buckets.length; price += 1) {
      for (const entry of this.#buckets[price] ?? []) {
        const akhir = this.#akhirList[entry - this.#medan.luas * 4];
        if (akhir !== undefined) return this.#pathTo(akhir);
        if (this.#harga[entry] === price) this.#expand(entry, price);
      }
    }
    return null;
  }

  #expand(state: number, price: number): void {
    const cell = Math.floor(state / 4);
    const at = this.#medan.pointAt(cell);
    for (const arah of arahList) {
      if (arah === opposite(arahOf(state))) continue;
      const by = gerakArah[arah];
      if (by === undefined) continue;
      const turn = arah === arahOf(state) ? 0 : this.#medan.turnCost(cell);
      const next = { x: at.x + by.x, y: at.y + by.y };
      if (this.#medan.isOpen(next)) this.#offer(next, arah, price + turn, state);
    }
  }

  /** Considers going on into a place, and ending there. */
  #offer(at: TitikKisi, arah: Arah, price: number, asal: number): void {
    const cell = this.#medan.cellAt(at);
    const state = cell * 4 + arah;
    const muara = this.#tanya.muaraByCell.get(cell);
    const total = price + this.#medan.enterCost(cell, arah) + this.#tanya.tambahan(at, arah);
    const known = this.#harga[state] ?? -1;
    if (known >= 0 && known <= total) return;
    this.#harga[state] = total;
    this.#asal[state] = asal;
    this.#push(total, state);
    if (muara !== undefined && mayJoin(muara, arah)) {
      const { sisa } = muara;
      this.#end(price + muara.harga, { state, sisa, masuk: null });
    }
    for (const gate of this.#keByCell.get(cell) ?? []) {
      const turn = gate.arah === arah ? 0 : this.#medan.turnCost(cell);
      if (opposite(gate.arah) === arah) continue;
      this.#end(total + turn + gate.harga, { state, sisa: [gate.tepi], masuk: gate.sisi });
    }
  }

  #end(price: number, akhir: Akhir): void {
    this.#akhirList.push(akhir);
    this.#push(price, this.#medan.luas * 4 + this.#akhirList.length - 1);
  }

  #push(price: number, entry: number): void {
    while (this.#buckets.length <= price) this.#buckets.push([]);
    this.#buckets[price]?.push(entry);
  }

  #pathTo({ state, sisa, masuk }: Akhir): Jalur | null {
    const path: TitikKisi[] = [];
    let first = state;
    for (let at = state; at >= 0; at = this.#asal[at] ?? -1) {
      path.unshift(this.#medan.pointAt(Math.floor(at / 4)));
      first = at;
    }
    const gate = this.#tanya.dari.find(
      ({ depan, arah }) => this.#medan.cellAt(depan) * 4 + arah === first,
    );
    if (gate === undefined) return null;
    const titikList = [gate.tepi, ...path, ...sisa];
    const sendiri = masuk === null ? path.length + 1 : titikList.length;
    return { titikList, keluar: gate.sisi, masuk, sendiri };
  }
}

const mayJoin = ({ arah: onward, belok }: Muara, arah: Arah): boolean =>
  belok ? arah === onward : arah !== opposite(onward);

function arahOf(state: number): Arah {
  return arahList[state % 4] ?? 0;
}
