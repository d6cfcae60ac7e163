import { findPath, type Gerbang, type Jalur, type Muara } from "./cari.ts";
import { type Arah, gerakArah, isDatar, Medan, type SimpulKisi, type TitikKisi } from "./medan.ts";

/** An arrow between symbols of one page. */
export interface Tugas {
  readonly dari: SimpulKisi;
  readonly ke: SimpulKisi;
  readonly jenis: "dalam" | "serta" | "maju" | "kembali";
  readonly label: "Ya" | "Tidak" | null;
}

/** The grid of a page before anything runs over it. */
export interface Lahan {
  readonly lebar: number;
  readonly tinggi: number;
  readonly simpulList: readonly SimpulKisi[];
  /** Lines of the grid in the width of one pelaksana. */
  readonly kisi: number;
}

/**
 * Finds a path for every arrow, in the order given. What is short and straight goes first, arrows
 * back last: they look for lanes of their own beside the symbols.
 */
export function routeAll(lahan: Lahan, tugasList: readonly Tugas[]): readonly Rute[] {
  const perute = new Perute(lahan);
  const order = tugasList
    .map((tugas, index) => ({ tugas, index }))
    .toSorted((a, b) => rank(a.tugas) - rank(b.tugas) || a.index - b.index);
  const found = new Map(order.map(({ tugas, index }) => [index, perute.route(tugas)]));
  return tugasList.map((_, index) => found.get(index) ?? nowhere);
}

/** The places a path runs over; all after the first `sendiri` belong to the path it flows into. */
export type Rute = Pick<Jalur, "titikList" | "sendiri">;

const nowhere: Rute = { titikList: [], sendiri: 0 };

const urutan = { dalam: 0, serta: 1, maju: 2, kembali: 3 } as const;

const rank = ({ jenis, dari, ke }: Tugas): number =>
  urutan[jenis] * 100_000 + Math.abs(dari.cy - ke.cy) * 100 + Math.abs(dari.cx - ke.cx);

const ATAS = 0;
const KANAN = 1;
const BAWAH = 2;
const KIRI = 3;
const arahList: readonly Arah[] = [ATAS, KANAN, BAWAH, KIRI];
/** Dearer than any detour on one page. */
const TERPAKAI = 400;

type HargaSisi = { readonly [A in Arah]?: number };

class Perute {
  readonly #lahan: Lahan;
  readonly #medan: Medan;
  readonly #widest: number;
  /** Which sides are taken: by whoever leaves, or by everybody who arrives. */
  readonly #sisi = new Map<string, "keluar" | "masuk">();
  readonly #selesai: { readonly tugas: Tugas; readonly path: readonly TitikKisi[] }[] = [];

  constructor(lahan: Lahan) {
    this.#lahan = lahan;
    this.#medan = new Medan(lahan.lebar, lahan.tinggi, lahan.simpulList);
    this.#widest = Math.max(0, ...lahan.simpulList.map(({ hw }) => hw));
  }

  route(tugas: Tugas): Rute {
    const jalur = this.#straight(tugas) ?? this.#search(tugas);
    if (jalur === null) return nowhere;
    this.#sisi.set(`${tugas.dari.id}:${jalur.keluar}`, "keluar");
    if (jalur.masuk !== null) this.#sisi.set(`${tugas.ke.id}:${jalur.masuk}`, "masuk");
    this.#medan.occupy(jalur.titikList);
    this.#selesai.push({ tugas, path: jalur.titikList });
    return jalur;
  }

  /** Within a langkah: down to the next symbol, or over to the next column. */
  #straight({ dari, ke, jenis }: Tugas): Jalur | null {
    if (jenis === "dalam" && dari.cx === ke.cx && dari.cy < ke.cy) {
      const titikList = line({ x: dari.cx, y: dari.cy + dari.hh }, { x: ke.cx, y: ke.cy - ke.hh });
      return { titikList, keluar: BAWAH, masuk: ATAS, sendiri: titikList.length };
    }
    if (jenis !== "serta" || dari.cy !== ke.cy) return null;
    const right = dari.cx < ke.cx;
    const [from, to] = right
      ? [dari.cx + dari.hw, ke.cx - ke.hw]
      : [dari.cx - dari.hw, ke.cx + ke.hw];
    const titikList = line({ x: from, y: dari.cy }, { x: to, y: ke.cy });
    const [keluar, masuk] = right ? ([KANAN, KIRI] as const) : ([KIRI, KANAN] as const);
    return { titikList, keluar, masuk, sendiri: titikList.length };
  }

  #search(tugas: Tugas): Jalur | null {
    const { dari, ke, jenis } = tugas;
    return findPath(this.#medan, {
      dari: this.#gates(dari, exitPrice(tugas), "keluar"),
      ke: this.#gates(ke, entryPrice(tugas), "masuk"),
      muaraByCell: this.#muara(tugas),
      tambahan: ({ x }, arah) =>
        jenis === "kembali" && !isDatar(arah) && this.#amidSymbols(x) ? 2 : 0,
    });
  }

  /** Whether a line of the grid runs where the symbols of a column stand. */
  #amidSymbols(x: number): boolean {
    const { kisi } = this.#lahan;
    return Math.abs((x % kisi) - (kisi - 1) / 2) <= this.#widest;
  }

  #gates(simpul: SimpulKisi, harga: HargaSisi, use: "keluar" | "masuk"): readonly Gerbang[] {
    return arahList.flatMap((sisi): readonly Gerbang[] => {
      const price = harga[sisi];
      const out = gerakArah[sisi];
      if (price === undefined || out === undefined) return [];
      const tepi = { x: simpul.cx + out.x * simpul.hw, y: simpul.cy + out.y * simpul.hh };
      const used = this.#sisi.get(`${simpul.id}:${sisi}`);
      const free = used === undefined || (use === "masuk" && used === "masuk");
      return [
        {
          sisi,
          tepi,
          depan: { x: tepi.x + out.x, y: tepi.y + out.y },
          arah: use === "keluar" ? sisi : (arahList[(sisi + 2) % 4] ?? sisi),
          harga: price + (free ? 0 : TERPAKAI),
        },
      ];
    });
  }

  /** Parts of arrows to the same symbol: another may flow into them. */
  #muara({ ke, jenis }: Tugas): ReadonlyMap<number, Muara> {
    const muara = new Map<number, Muara>();
    for (const { tugas, path } of this.#selesai) {
      if (tugas.ke !== ke || tugas.jenis === "serta") continue;
      const harga = tugas.jenis === jenis ? MUARA : MUARA_LAIN;
      for (let at = MUARA_AWAL; at < path.length - MUARA_AKHIR; at += 1) {
        const [before, here, after] = [path[at - 1], path[at], path[at + 1]];
        if (before === undefined || here === undefined || after === undefined) continue;
        const arah = arahBetween(here, after);
        const belok = arah !== arahBetween(before, here);
        muara.set(this.#medan.cellAt(here), { arah, belok, harga, sisa: path.slice(at + 1) });
      }
    }
    return muara;
  }
}

const MUARA = 3;
const MUARA_LAIN = 16;
/** Not beside the label where the earlier arrow begins, nor under its head. */
const MUARA_AWAL = 10;
const MUARA_AKHIR = 2;

function exitPrice({ dari, jenis, label }: Tugas): HargaSisi {
  if (dari.bentuk === "segilima") {
    return jenis === "kembali"
      ? { [ATAS]: 0, [KANAN]: 3, [KIRI]: 3 }
      : { [BAWAH]: 0, [KANAN]: 3, [KIRI]: 3 };
  }
  if (label === "Tidak") return { [KANAN]: 0, [KIRI]: 0, [BAWAH]: 14 };
  if (label === "Ya" && jenis === "kembali") return { [BAWAH]: 0, [KANAN]: 2, [KIRI]: 2 };
  return { [BAWAH]: 0, [KANAN]: label === "Ya" ? 5 : 1, [KIRI]: label === "Ya" ? 5 : 1 };
}

function entryPrice({ dari, ke, jenis }: Tugas): HargaSisi {
  // Back to itself: round its corner, for on one side it would leave and arrive at once.
  if (dari === ke) return { [ATAS]: 0 };
  if (ke.bentuk === "segilima") {
    return jenis === "kembali"
      ? { [BAWAH]: 0, [KANAN]: 3, [KIRI]: 3 }
      : { [ATAS]: 0, [KANAN]: 3, [KIRI]: 3 };
  }
  return jenis === "kembali"
    ? { [KANAN]: 0, [KIRI]: 0, [ATAS]: 8 }
    : { [ATAS]: 0, [KANAN]: 9, [KIRI]: 9 };
}

const arahBetween = (from: TitikKisi, to: TitikKisi): Arah => {
  if (from.x !== to.x) return to.x > from.x ? KANAN : KIRI;
  return to.y > from.y ? BAWAH : ATAS;
};

/** Every place from one point to another in the same line or column. */
function line(from: TitikKisi, to: TitikKisi): readonly TitikKisi[] {
  const length = Math.abs(to.x - from.x) + Math.abs(to.y - from.y);
  const by = gerakArah[arahBetween(from, to)] ?? { x: 0, y: 0 };
  return Array.from({ length: length + 1 }, (_, at) => ({
    x: from.x + by.x * at,
    y: from.y + by.y * at,
  }));
}
