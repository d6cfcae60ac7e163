import { faktor } from "../agregasi.ts";
import { ANGKA_TERBESAR } from "../indikator.ts";
import { cleaned } from "../pembulatan.ts";
import { type Bagian, bagianDari } from "./bagian.ts";
import { type Bilangan, numbersOf } from "./bilangan.ts";
import { plainText } from "./digit.ts";
import { isTercacah, konversi, satuanDiminta } from "./satuan.ts";
import {
  type Baca,
  leftOver,
  type Sebagai,
  spanOf,
  type Terurai,
  type Unit,
  unitOf,
} from "./urai.ts";

/** Both parts of a ratio. */
export interface Rasio {
  readonly pembilang: number;
  readonly penyebut: number;
}

/** What a person's text says as a figure. */
export type HasilAngka = Terurai &
  (
    | {
        readonly jenis: "angka";
        /** Every reading, the likeliest first. */
        readonly nilaiList: readonly number[];
        readonly rasio: Rasio | null;
        /** What was converted, as it was written: "1,5 jam". */
        readonly asal: string | null;
        /** A unit that is another one than asked for. */
        readonly satuanLain: string | null;
      }
    | { readonly jenis: "nihil" | "belum" }
    | { readonly jenis: "bukan-angka"; readonly penyebutNol: boolean }
  );

export type AngkaTerbaca = Extract<HasilAngka, { jenis: "angka" }>;

/**
 * Reads a figure in Indonesian notation: dots group thousands, the comma is the decimal mark; digits
 * or words. Every piece of the text is told apart: whatever has no meaning is left over, and such a
 * figure is not to be taken without a question. 0 is a figure, a dash is `nihil`, nothing is `belum`.
 */
export function readAngka(text: string, sebagai: Sebagai = {}): HasilAngka {
  const plain = plainText(text);
  const diminta = satuanDiminta(sebagai.satuan ?? null);
  const baca: Baca = { plain, diminta, sebagai, bagianList: bagianDari(plain, diminta) };
  if (/^-{1,3}$/.test(plain)) return { jenis: "nihil", ...understood(baca) };
  if (/^\?*$/.test(plain)) return { jenis: "belum", ...understood(baca) };
  const list = numbersOf(baca.bagianList);
  return withoutFigure(baca, list) ?? figure(baca, list) ?? noFigure(baca);
}

/** Whether a reading may be taken without a question. */
export const isJelas = ({ nilaiList, sisaList, satuanLain }: AngkaTerbaca): boolean =>
  nilaiList.length === 1 && sisaList.length === 0 && satuanLain === null;

/** Whether a text says nothing but courtesy. */
export const isSapaan = (text: string): boolean =>
  bagianDari(plainText(text), satuanDiminta(null)).every(({ arti }) => arti === "hias");

/** "nihil (0)", "belum ada datanya pak": no figure, and nothing that is not understood. */
function withoutFigure(baca: Baca, list: readonly Bilangan[]): HasilAngka | null {
  const said = new Set(baca.bagianList.map(({ arti }) => arti));
  const only = (...artiList: readonly Bagian["arti"][]): boolean =>
    [...said].every((arti) => arti === "hias" || artiList.includes(arti));
  const zero = list.every(({ nilaiList }) => nilaiList[0] === 0 && nilaiList.length === 1);
  const bare = baca.plain.replace(/[()]/g, "");
  if (said.has("nihil") && zero && list.length > 0 && bare !== baca.plain) {
    return readAngka(bare, baca.sebagai);
  }
  if (said.has("nihil") && zero && only("nihil", "bilangan", "satuan")) {
    return { jenis: "nihil", ...understood(baca) };
  }
  return said.has("belum") && only("belum", "data")
    ? { jenis: "belum", ...understood(baca) }
    : null;
}

const understood = ({ bagianList }: Baca): Terurai => ({ bagianList, sisaList: [] });

const noFigure = (baca: Baca, penyebutNol = false): HasilAngka => ({
  jenis: "bukan-angka",
  penyebutNol,
  ...leftOver(baca, []),
});

function figure(baca: Baca, list: readonly Bilangan[]): HasilAngka | null {
  const [first, second, third] = list;
  if (first === undefined || third !== undefined || hasUnreadable(list)) return null;
  if (second === undefined) return single(baca, first);
  // The letter of one part may be meant for both.
  if (first.huruf !== null || second.huruf !== null) return null;
  const joint = between(baca, first, second);
  if (joint === null) {
    return saidTwice(first, second) ? single(baca, first, second) : added(baca, first, second);
  }
  if (allowsRasio(baca, joint.tulisan)) return ratio(baca, first, second);
  // "12 dari 15" where one number is asked for: it is not clear which.
  return joint.tulisan.length > 1 ? either(baca, first, second) : null;
}

const hasUnreadable = (list: readonly Bilangan[]): boolean =>
  list.some(({ nilaiList }) => nilaiList.length === 0);

/** "85 (delapan puluh lima)". */
const saidTwice = (first: Bilangan, second: Bilangan): boolean =>
  first.kata !== second.kata &&
  second.nilaiList.length === 1 &&
  first.nilaiList.some((nilai) => nilai === second.nilaiList[0]);

type Joint = Extract<Bagian, { readonly arti: "rasio" }>;

function between({ bagianList }: Baca, first: Bilangan, second: Bilangan): Joint | null {
  const [from, to] = [startOf(first), startOf(second)];
  const found = bagianList.filter(
    (one) => one.arti === "rasio" && one.mulai > from && one.mulai < to,
  );
  const [only, another] = found;
  return only?.arti === "rasio" && another === undefined ? only : null;
}

const startOf = ({ bagianList }: Bilangan): number => bagianList[0]?.mulai ?? 0;

/** A colon may be a clock time, so it joins only where both parts are asked for. */
function allowsRasio({ sebagai, diminta }: Baca, tulisan: string): boolean {
  if (sebagai.rasio !== undefined || tulisan === ":") return sebagai.rasio === true;
  return diminta.tulisan === null || faktor(diminta.tulisan) === 100;
}

/** One number, or the same one in digits and in words. */
function single(baca: Baca, number: Bilangan, again: Bilangan = number): HasilAngka | null {
  const { unit } = unitOf(baca);
  const isRp = unit?.sebutan === "rp";
  const money = isRp || baca.diminta.sebutan.includes("rp");
  // Nobody counts thousandths of a rupiah: there a dot can only group.
  const likely = isRp ? again.nilaiList.slice(0, 1) : again.nilaiList;
  const readings = withLetter(number, likely, money);
  const berskala = number.berskala || again.berskala || (money && number.huruf !== null);
  const { berubah, ...said } = inSatuan(baca, readings, berskala);
  return checked(baca, [...number.bagianList, ...again.bagianList], {
    ...said,
    asal: berubah ? writtenAs(baca, number, unit) : null,
    rasio: null,
  });
}

/** "1,5 M" is a milliard of rupiah; of anything else the letter may be a slip. */
function withLetter(
  { huruf }: Bilangan,
  readings: readonly number[],
  money: boolean,
): readonly number[] {
  if (huruf === null) return readings;
  const scaled = readings.map((nilai) => cleaned(nilai * huruf));
  return money ? scaled : [...scaled, ...readings];
}

interface DalamSatuan {
  readonly nilaiList: readonly number[];
  readonly satuanLain: string | null;
  readonly berubah: boolean;
}

/** Readings in the satuan asked for: converted where that is exact, else asked about. */
function inSatuan(baca: Baca, readings: readonly number[], berskala: boolean): DalamSatuan {
  const { diminta } = baca;
  const { unit, rancu } = unitOf(baca);
  if (unit !== null && rancu) {
    return { nilaiList: readings, satuanLain: unit.teks, berubah: false };
  }
  if (unit !== null && !unit.sendiri) {
    const converted = readings.map((nilai) => konversi(nilai, unit.sebutan, diminta));
    const exact = converted.filter((nilai) => nilai !== null);
    return exact.length === readings.length
      ? { nilaiList: exact, satuanLain: null, berubah: true }
      : { nilaiList: readings, satuanLain: unit.teks, berubah: false };
  }
  const smaller = readings.map((nilai) => cleaned(nilai / diminta.kali));
  if (berskala) return { nilaiList: smaller, satuanLain: null, berubah: true };
  // "Rp 5.000.000" in a table of millions says 5, "Rp 5" there hardly does.
  const unclear = diminta.kali !== 1 && unit !== null;
  return {
    nilaiList: unclear ? [...smaller, ...readings] : readings,
    satuanLain: null,
    berubah: false,
  };
}

const writtenAs = (baca: Baca, number: Bilangan, unit: Unit | null): string => {
  const piece = spanOf(baca, number.bagianList);
  return unit === null || unit.sebutan === "rp" ? piece : `${piece} ${unit.teks}`;
};

function ratio(baca: Baca, above: Bilangan, below: Bilangan): HasilAngka | null {
  const [pembilang, more] = above.nilaiList;
  const [penyebut, other] = below.nilaiList;
  if (pembilang === undefined || penyebut === undefined) return null;
  // "1.500/2.000" groups twice; one unclear part beside a clear one stays unclear, as "1,5 dari 2 juta".
  const unclear = (more === undefined) !== (other === undefined);
  const halfScaled = above.berskala !== below.berskala && Math.min(pembilang, penyebut) < 1000;
  if (unclear || halfScaled) return null;
  if (penyebut === 0) return noFigure(baca, true);
  const { tulisan } = baca.diminta;
  const share = (pembilang / penyebut) * (tulisan === null ? 1 : faktor(tulisan));
  const { unit } = unitOf(baca);
  // The parts count things; what was measured beside them is another unit.
  const isThing = unit === null || unit.sendiri || isThingName(unit);
  return checked(baca, [...above.bagianList, ...below.bagianList], {
    nilaiList: [Number(share.toPrecision(12))],
    satuanLain: isThing ? null : unit.teks,
    asal: null,
    rasio: { pembilang, penyebut },
  });
}

const isThingName = ({ sebutan }: Unit): boolean =>
  sebutan === "rp" || sebutan === "rupiah" || isTercacah(sebutan);

function either(baca: Baca, first: Bilangan, second: Bilangan): HasilAngka | null {
  const readings = [...first.nilaiList, ...second.nilaiList];
  const { nilaiList, satuanLain } = inSatuan(baca, readings, false);
  const used = [...first.bagianList, ...second.bagianList];
  return checked(baca, used, { nilaiList, satuanLain, asal: null, rasio: null });
}

/** "1 jam 30 menit": parts in units of one kind, the larger one first. */
function added(baca: Baca, first: Bilangan, second: Bilangan): HasilAngka | null {
  const [large, little, third] = baca.bagianList.filter((one) => one.arti === "satuan");
  if (large === undefined || little === undefined || third !== undefined) return null;
  if (large.mulai > startOf(second) || little.mulai < startOf(second)) return null;
  const [whole, size, rest] = [
    inUnit(baca, first, large),
    konversi(1, large.sebutan, baca.diminta),
    inUnit(baca, second, little),
  ];
  if (whole === null || size === null || rest === null || rest >= size) return null;
  const used = [...first.bagianList, ...second.bagianList];
  const asal = spanOf(baca, [...used, little]);
  return checked(baca, used, {
    nilaiList: [cleaned(whole + rest)],
    satuanLain: null,
    asal,
    rasio: null,
  });
}

function inUnit({ diminta }: Baca, { nilaiList }: Bilangan, unit: Unit): number | null {
  const [nilai, another] = nilaiList;
  return nilai === undefined || another !== undefined
    ? null
    : konversi(nilai, unit.sebutan, diminta);
}

type Terpilih = Omit<AngkaTerbaca, "jenis" | keyof Terurai>;

function checked(baca: Baca, used: readonly Bagian[], said: Terpilih): HasilAngka | null {
  const nilaiList = [...new Set(said.nilaiList)];
  const parts = said.rasio === null ? [] : [said.rasio.pembilang, said.rasio.penyebut];
  const isTooLarge = [...nilaiList, ...parts].some((one) => Math.abs(one) > ANGKA_TERBESAR);
  if (isTooLarge || nilaiList.length === 0) return null;
  return { jenis: "angka", ...said, nilaiList, ...leftOver(baca, used) };
}
