/** How far the log of an office has come: its newest entry, and the hash that covers it and all before it. */
export interface UjungCatatan {
  readonly seq: number;
  readonly hash: string;
}

/** Crockford's base 32: no letter in it is taken for a digit. */
const ABJAD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const TANDA = 25;
const KELOMPOK = 5;
/** Of 128 bits of the hash three do not fill a sign. */
const HEX = 32;
const SISA_BIT = 3n;

/**
 * The digest of a log as people copy it: five groups of five signs. Its 125 bits are as many as keep
 * whoever writes the log himself from preparing two with one digest.
 */
export function sidikCatatan({ hash }: Pick<UjungCatatan, "hash">): string {
  const bits = BigInt(`0x${hash.slice(0, HEX)}`) >> SISA_BIT;
  const digits = bits.toString(ABJAD.length).padStart(TANDA, "0");
  return grouped(Array.from(digits, (digit) => ABJAD[Number.parseInt(digit, ABJAD.length)]));
}

/** A digest somebody typed from paper, as it is printed; null where it is none. */
export function bacaSidik(teks: string): string | null {
  const tanda = teks
    .toUpperCase()
    .replace(/[\s\p{Pd}]/gu, "")
    .replaceAll("O", "0")
    .replace(/[IL]/g, "1");
  return tanda.length === TANDA && Array.from(tanda).every((one) => ABJAD.includes(one))
    ? grouped(Array.from(tanda))
    : null;
}

const grouped = (tanda: readonly (string | undefined)[]): string =>
  Array.from({ length: TANDA / KELOMPOK }, (_, at) =>
    tanda.slice(at * KELOMPOK, (at + 1) * KELOMPOK).join(""),
  ).join("-");
