import { type Bagian, endOf } from "./bagian.ts";
import { namaSatuan, type SatuanDiminta } from "./satuan.ts";

/** What a text is read as the figure of. */
export interface Sebagai {
  /** The indikator's own; without one every known unit will do. */
  readonly satuan?: string | undefined;
  /** Whether both parts of a ratio are wanted; unless told, a share is read where it may be a percentage. */
  readonly rasio?: boolean | undefined;
}

/** A text in its pieces, beside what it is read as. */
export interface Baca {
  readonly plain: string;
  readonly diminta: SatuanDiminta;
  readonly sebagai: Sebagai;
  readonly bagianList: readonly Bagian[];
}

/** A text in its pieces, and what of it was not understood. */
export interface Terurai {
  readonly bagianList: readonly Bagian[];
  readonly sisaList: readonly string[];
}

export type Unit = Extract<Bagian, { readonly arti: "satuan" }>;

/** The unit that was written, and whether a second one contradicts it. */
export function unitOf({ bagianList, diminta }: Baca): {
  readonly unit: Unit | null;
  readonly rancu: boolean;
} {
  const list = bagianList.filter((one) => one.arti === "satuan");
  const known = diminta.tulisan !== null;
  const nameList = list.map((one) => (known && one.sendiri ? "" : namaSatuan(one.sebutan)));
  const unit = list.find(({ sendiri }) => !sendiri) ?? list.at(-1) ?? null;
  return { unit, rancu: new Set(nameList).size > 1 };
}

/** The text from the first of these pieces to the last. */
export const spanOf = ({ plain }: Baca, list: readonly Bagian[]): string =>
  plain.slice(Math.min(...list.map(({ mulai }) => mulai)), Math.max(...list.map(endOf)));

/** Pieces that turned out to mean nothing; those that stand together are shown together. */
export function leftOver(baca: Baca, used: readonly Bagian[]): Terurai {
  const bagianList = baca.bagianList.map((one): Bagian => {
    const meant = used.includes(one) || ["satuan", "hias"].includes(one.arti);
    const joins = one.arti === "rasio" && isUsedJoint(one, used);
    return meant || joins ? one : { arti: "sisa", teks: one.teks, mulai: one.mulai };
  });
  const runs: Bagian[][] = [];
  for (const [index, one] of bagianList.entries()) {
    if (one.arti !== "sisa") continue;
    if (bagianList[index - 1]?.arti === "sisa") runs.at(-1)?.push(one);
    else runs.push([one]);
  }
  return { bagianList, sisaList: runs.map((run) => spanOf(baca, run)) };
}

const isUsedJoint = ({ mulai }: Bagian, used: readonly Bagian[]): boolean =>
  used.some((one) => one.mulai < mulai) && used.some((one) => one.mulai > mulai);
