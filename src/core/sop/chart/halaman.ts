import type { Sambungan } from "./alur.ts";
import type { BarisUkur } from "./baris.ts";
import { JALUR_HALAMAN, PITA } from "./ukuran.ts";

/** The langkah of one page: from `awal` up to, not including, `akhir`. */
export interface Potongan {
  readonly awal: number;
  readonly akhir: number;
  /** Strips of pentagons to and from earlier and later pages, above and below the langkah. */
  readonly jalurAtas: number;
  readonly jalurBawah: number;
}

/** What decides where pages end. */
export interface Muatan {
  readonly barisList: readonly BarisUkur[];
  readonly sambunganList: readonly Sambungan[];
  /** Whether a band announces another kind of period above the langkah. */
  readonly berpita: (index: number) => boolean;
  /** Lines of the grid on the first page, on every other, and those the legend takes at the end. */
  readonly pertama: number;
  readonly lain: number;
  readonly legenda: number;
  /** How many pentagons surely find room in one strip. */
  readonly seJalur: number;
}

/** Lines of the grid a piece takes, with its bands and strips. */
export function heightOf(muatan: Muatan, { awal, akhir, jalurAtas, jalurBawah }: Potongan): number {
  const rows = muatan.barisList
    .slice(awal, akhir)
    .reduce((sum, { tinggi }, at) => sum + tinggi + (isBand(muatan, awal, at) ? PITA : 0), 0);
  return rows + (jalurAtas + jalurBawah) * JALUR_HALAMAN;
}

const isBand = ({ berpita }: Muatan, awal: number, at: number): boolean => berpita(awal + at);

/**
 * Cuts the table into as few pages as possible, and of those ways the one that tears the fewest
 * arrows apart. The first piece is empty where the header block leaves no room.
 */
export function cutPages(muatan: Muatan): readonly Potongan[] {
  const { length } = muatan.barisList;
  const { seJalur } = muatan;
  const spans = spansOf(muatan);
  // best[n]: the cheapest way to have placed the first n langkah.
  const best: (Cara | undefined)[] = [{ harga: 0, potonganList: [] }];
  const nothing: Potongan = { awal: 0, akhir: 0, jalurAtas: 0, jalurBawah: 0 };
  const empty: Cara = { harga: HALAMAN, potonganList: [nothing] };
  for (let akhir = 1; akhir <= length; akhir += 1) {
    for (let awal = akhir - 1; awal >= 0; awal -= 1) {
      const potongan = pieceOf(spans, { awal, akhir, seJalur });
      const before = awal === 0 ? empty : best[awal];
      if (awal === 0 && fits(muatan, potongan, muatan.pertama)) {
        best[akhir] = cheaper(best[akhir], joined(best[0], potongan, spans));
      }
      if (fits(muatan, potongan, muatan.lain) || akhir - awal === 1) {
        best[akhir] = cheaper(best[akhir], joined(before, potongan, spans));
      }
    }
  }
  return best[length]?.potonganList ?? [nothing];
}

interface Cara {
  readonly harga: number;
  readonly potonganList: readonly Potongan[];
}

/** From the first to the last langkah an arrow touches. */
interface Rentang {
  readonly atas: number;
  readonly bawah: number;
}

/** Dearer than any arrows torn apart. */
const HALAMAN = 10_000;
const SENDIRI = 2;

function spansOf({ barisList, sambunganList }: Muatan): readonly Rentang[] {
  const index = new Map(
    barisList.flatMap(({ alur }, at) => alur.tumpukan.map(({ id }) => [id, at] as const)),
  );
  return sambunganList.flatMap(({ dari, ke }) => {
    const [a, b] = [index.get(dari), index.get(ke)];
    return a === undefined || b === undefined || a === b
      ? []
      : [{ atas: Math.min(a, b), bawah: Math.max(a, b) }];
  });
}

function pieceOf(
  spans: readonly Rentang[],
  { awal, akhir, seJalur }: Pick<Potongan, "awal" | "akhir"> & Pick<Muatan, "seJalur">,
): Potongan {
  const here = (at: number): boolean => at >= awal && at < akhir;
  const up = spans.filter(({ atas, bawah }) => atas < awal && here(bawah)).length;
  const down = spans.filter(({ atas, bawah }) => here(atas) && bawah >= akhir).length;
  return {
    awal,
    akhir,
    jalurAtas: Math.ceil(up / seJalur),
    jalurBawah: Math.ceil(down / seJalur),
  };
}

function fits(muatan: Muatan, potongan: Potongan, room: number): boolean {
  const last = potongan.akhir === muatan.barisList.length;
  return heightOf(muatan, potongan) + (last ? muatan.legenda : 0) <= room;
}

function joined(
  before: Cara | undefined,
  potongan: Potongan,
  spans: readonly Rentang[],
): Cara | undefined {
  if (before === undefined) return undefined;
  const { awal, akhir } = potongan;
  const torn = spans.filter(({ atas, bawah }) => atas < awal && bawah >= awal).length;
  const alone = akhir - awal === 1 ? SENDIRI : 0;
  return {
    harga: before.harga + HALAMAN + torn + alone,
    potonganList: [...before.potonganList, potongan],
  };
}

const cheaper = (a: Cara | undefined, b: Cara | undefined): Cara | undefined =>
  a === undefined || (b !== undefined && b.harga < a.harga) ? b : a;
