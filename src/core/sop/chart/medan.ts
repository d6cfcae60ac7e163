import type { Bentuk } from "./model.ts";

/** A place on the grid of a page: lines counted from its left and upper edge. */
export interface TitikKisi {
  readonly x: number;
  readonly y: number;
}

/** A symbol on the grid; its edge lies on the lines `cx ± hw` and `cy ± hh`. */
export interface SimpulKisi {
  readonly id: string;
  readonly bentuk: Bentuk;
  readonly cx: number;
  readonly cy: number;
  readonly hw: number;
  readonly hh: number;
}

/** Up, right, down, left. */
export type Arah = 0 | 1 | 2 | 3;

/** One line of the grid further into each direction. */
export const gerakArah: readonly TitikKisi[] = [
  { x: 0, y: -1 },
  { x: 1, y: 0 },
  { x: 0, y: 1 },
  { x: -1, y: 0 },
];

/** What a path pays, in lines of the grid: a crossing is worth a detour, a shared line a long one. */
const HARGA = {
  jalan: 1,
  belok: 6,
  silang: 9,
  sentuh: 45,
  himpit: 70,
  dekat: 2,
  gerbang: 8,
  label: 6,
} as const;

type Kotak = readonly [left: number, right: number, top: number, bottom: number];

/** The grid of a page: where symbols stand, and which paths run where. */
export class Medan {
  readonly lebar: number;
  readonly tinggi: number;
  readonly #terisi: Uint8Array;
  readonly #biaya: Uint8Array;
  readonly #datar: Uint8Array;
  readonly #tegak: Uint8Array;
  readonly #tekuk: Uint8Array;

  constructor(lebar: number, tinggi: number, simpulList: readonly SimpulKisi[]) {
    this.lebar = lebar;
    this.tinggi = tinggi;
    this.#terisi = new Uint8Array(lebar * tinggi);
    this.#biaya = new Uint8Array(lebar * tinggi);
    this.#datar = new Uint8Array(lebar * tinggi);
    this.#tegak = new Uint8Array(lebar * tinggi);
    this.#tekuk = new Uint8Array(lebar * tinggi);
    for (const simpul of simpulList) this.#stand(simpul);
  }

  get luas(): number {
    return this.lebar * this.tinggi;
  }

  cellAt({ x, y }: TitikKisi): number {
    return y * this.lebar + x;
  }

  pointAt(cell: number): TitikKisi {
    return { x: cell % this.lebar, y: Math.floor(cell / this.lebar) };
  }

  /** Whether a path may come here: inside the grid, and no symbol in the way. */
  isOpen(at: TitikKisi): boolean {
    const inside = at.x >= 0 && at.y >= 0 && at.x < this.lebar && at.y < this.tinggi;
    return inside && this.#terisi[this.cellAt(at)] === 0;
  }

  /** What going into a cell in this direction costs. */
  enterCost(cell: number, arah: Arah): number {
    const [along, across] = isDatar(arah) ? [this.#datar, this.#tegak] : [this.#tegak, this.#datar];
    const bent = this.#tekuk[cell] === 1;
    return (
      HARGA.jalan +
      (this.#biaya[cell] ?? 0) +
      (along[cell] === 1 ? HARGA.himpit : 0) +
      (across[cell] === 1 ? (bent ? HARGA.sentuh : HARGA.silang) : 0)
    );
  }

  /** What a bend in a cell costs. */
  turnCost(cell: number): number {
    const taken = this.#datar[cell] === 1 || this.#tegak[cell] === 1;
    return HARGA.belok + (taken ? HARGA.sentuh : 0);
  }

  /** Marks a path, which later ones then cross or avoid. */
  occupy(path: readonly TitikKisi[]): void {
    for (const [index, at] of path.entries()) {
      const before = path[index - 1] ?? at;
      const after = path[index + 1] ?? at;
      const cell = this.cellAt(at);
      const datar = before.x !== at.x || after.x !== at.x;
      const tegak = before.y !== at.y || after.y !== at.y;
      if (datar) this.#datar[cell] = 1;
      if (tegak) this.#tegak[cell] = 1;
      if (datar && tegak) this.#tekuk[cell] = 1;
    }
  }

  #stand({ bentuk, cx, cy, hw, hh }: SimpulKisi): void {
    this.#paint([cx - hw - 1, cx + hw + 1, cy - hh - 1, cy + hh + 1], HARGA.dekat);
    this.#paint([cx, cx, cy - hh - 1, cy + hh + 1], HARGA.gerbang);
    this.#paint([cx - hw - 1, cx + hw + 1, cy, cy], HARGA.gerbang);
    if (bentuk === "ketupat") {
      this.#paint([cx - hw - 4, cx + hw + 4, cy - 2, cy - 1], HARGA.label);
      this.#paint([cx + 1, cx + 4, cy + hh + 1, cy + hh + 2], HARGA.label);
    }
    for (let y = cy - hh; y <= cy + hh; y += 1) {
      for (let x = cx - hw; x <= cx + hw; x += 1) {
        if (this.#inside(x, y)) this.#terisi[this.cellAt({ x, y })] = 1;
      }
    }
  }

  #paint([left, right, top, bottom]: Kotak, biaya: number): void {
    for (let y = top; y <= bottom; y += 1) {
      for (let x = left; x <= right; x += 1) {
        const cell = this.cellAt({ x, y });
        if (this.#inside(x, y)) this.#biaya[cell] = Math.max(this.#biaya[cell] ?? 0, biaya);
      }
    }
  }

  #inside(x: number, y: number): boolean {
    return x >= 0 && y >= 0 && x < this.lebar && y < this.tinggi;
  }
}

/** Whether a direction runs across the page. */
export const isDatar = (arah: Arah): boolean => arah === 1 || arah === 3;
