import type { SimpulKisi } from "./halaman.ts";

/** A place on the grid of a page: lines counted from its left and upper edge. */
export interface TitikKisi {
  readonly x: number;
  readonly y: number;
}

/** Up, right, down, left. */
export type Arah = 0 | 1 | 2 | 3;
/** Each by its name. */
export const [ATAS, KANAN, BAWAH, KIRI] = [0, 1, 2, 3] as const;
/** All of them, in their order round the clock. */
export const arahList: readonly Arah[] = [ATAS, KANAN, BAWAH, KIRI];
/** Whether a direction runs across the page. */
export const isDatar = (arah: Arah): boolean => arah === KANAN || arah === KIRI;
/** The direction back. */
export const lawan = (arah: Arah): Arah => arahOf(arah + 2);
/** The direction in a state, which is four times its cell and the direction it was reached in. */
export const arahOf = (state: number): Arah => arahList[state % 4] ?? ATAS;

/** Some lines of the grid further into a direction. */
export const gerak = ({ x, y }: TitikKisi, arah: Arah, jauh = { x: 1, y: 1 }): TitikKisi => {
  if (isDatar(arah)) return { x: arah === KANAN ? x + jauh.x : x - jauh.x, y };
  return { x, y: arah === BAWAH ? y + jauh.y : y - jauh.y };
};

/** The direction from one place to another in its line or column. */
export const arahBetween = (from: TitikKisi, to: TitikKisi): Arah => {
  if (from.x !== to.x) return to.x > from.x ? KANAN : KIRI;
  return to.y > from.y ? BAWAH : ATAS;
};

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

/** A path that runs across a place, up and down it, or turns there. */
const JEJAK = { datar: 1, tegak: 2, tekuk: 4 } as const;

type Kotak = readonly [left: number, right: number, top: number, bottom: number];

/** The grid of a page: where symbols stand, and which paths run where. */
export class Medan {
  readonly luas: number;
  readonly #lebar: number;
  readonly #tinggi: number;
  readonly #terisi: Uint8Array;
  readonly #biaya: Uint8Array;
  /** What runs through a place: bits of `JEJAK`. */
  readonly #jejak: Uint8Array;

  constructor(lebar: number, tinggi: number, simpulList: readonly SimpulKisi[]) {
    this.#lebar = lebar;
    this.#tinggi = tinggi;
    this.luas = lebar * tinggi;
    this.#terisi = new Uint8Array(this.luas);
    this.#biaya = new Uint8Array(this.luas);
    this.#jejak = new Uint8Array(this.luas);
    for (const { bentuk, cx, cy, hw, hh } of simpulList) {
      this.#paint(this.#biaya, [cx - hw - 1, cx + hw + 1, cy - hh - 1, cy + hh + 1], HARGA.dekat);
      this.#paint(this.#biaya, [cx, cx, cy - hh - 1, cy + hh + 1], HARGA.gerbang);
      this.#paint(this.#biaya, [cx - hw - 1, cx + hw + 1, cy, cy], HARGA.gerbang);
      if (bentuk === "ketupat") {
        this.#paint(this.#biaya, [cx - hw - 4, cx + hw + 4, cy - 2, cy - 1], HARGA.label);
        this.#paint(this.#biaya, [cx + 1, cx + 4, cy + hh + 1, cy + hh + 2], HARGA.label);
      }
      this.#paint(this.#terisi, [cx - hw, cx + hw, cy - hh, cy + hh], 1);
    }
  }

  cellAt({ x, y }: TitikKisi): number {
    return y * this.#lebar + x;
  }

  pointAt(cell: number): TitikKisi {
    return { x: cell % this.#lebar, y: Math.floor(cell / this.#lebar) };
  }

  /** Whether a path may come here: inside the grid, and no symbol in the way. */
  isOpen(at: TitikKisi): boolean {
    return this.#isInside(at) && this.#terisi[this.cellAt(at)] === 0;
  }

  /** What going into a cell in this direction costs. */
  enterCost(cell: number, arah: Arah): number {
    const jejak = this.#jejak[cell] ?? 0;
    const { datar, tegak, tekuk } = JEJAK;
    const [along, across] = isDatar(arah) ? [datar, tegak] : [tegak, datar];
    const crossing = (jejak & tekuk) > 0 ? HARGA.sentuh : HARGA.silang;
    return (
      HARGA.jalan +
      (this.#biaya[cell] ?? 0) +
      ((jejak & along) > 0 ? HARGA.himpit : 0) +
      ((jejak & across) > 0 ? crossing : 0)
    );
  }

  /** What a bend in a cell costs. */
  turnCost(cell: number): number {
    return HARGA.belok + (this.#jejak[cell] === 0 ? 0 : HARGA.sentuh);
  }

  /** Marks a path, which later ones then cross or avoid. */
  occupy(path: readonly TitikKisi[]): void {
    for (const [index, at] of path.entries()) {
      const near = [path[index - 1] ?? at, path[index + 1] ?? at];
      const datar = near.some(({ x }) => x !== at.x) ? JEJAK.datar : 0;
      const tegak = near.some(({ y }) => y !== at.y) ? JEJAK.tegak : 0;
      const tekuk = datar > 0 && tegak > 0 ? JEJAK.tekuk : 0;
      const cell = this.cellAt(at);
      this.#jejak[cell] = (this.#jejak[cell] ?? 0) | datar | tegak | tekuk;
    }
  }

  #isInside({ x, y }: TitikKisi): boolean {
    return x >= 0 && y >= 0 && x < this.#lebar && y < this.#tinggi;
  }

  #paint(area: Uint8Array, [left, right, top, bottom]: Kotak, value: number): void {
    for (let y = top; y <= bottom; y += 1) {
      for (let x = left; x <= right; x += 1) {
        const cell = this.cellAt({ x, y });
        if (this.#isInside({ x, y })) area[cell] = Math.max(area[cell] ?? 0, value);
      }
    }
  }
}
