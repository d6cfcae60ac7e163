/** Chance, as a test draws it. */
export class Dice {
  readonly #random: () => number;

  constructor(random: () => number) {
    this.#random = random;
  }

  /** A whole number from 0 up to `below`. */
  below(below: number): number {
    return Math.floor(this.#random() * below);
  }

  chance(part: number): boolean {
    return this.#random() < part;
  }

  /** One of a list that is not empty. */
  pick<T>(list: readonly T[]): T {
    const at = this.below(list.length);
    for (const one of list.slice(at)) return one;
    throw new Error("nothing to pick from");
  }
}

/** Bytes that parsers stumble over: ends of ranges, quotes, brackets, halves of characters. */
const BYTES = [
  0, 1, 9, 10, 0x22, 0x2c, 0x2d, 0x30, 0x5b, 0x5c, 0x7b, 0x7d, 0x7f, 0x80, 0xc3, 0xed, 0xff,
];

/** The bytes with some of them changed, left out, doubled, or taken from another. */
export function mutateBytes(dice: Dice, data: Uint8Array, other: Uint8Array): Uint8Array {
  let bytes = Buffer.from(data);
  for (let times = 1 + dice.below(6); times > 0; times -= 1) {
    const at = dice.below(bytes.length + 1);
    const count = dice.chance(0.8) ? 1 + dice.below(8) : dice.below(bytes.length + 1);
    const from = dice.below(other.length + 1);
    const rest = bytes.subarray(at);
    const head = bytes.subarray(0, at);
    const part = dice.pick([
      () => [head, Buffer.from([dice.pick(BYTES)]), rest.subarray(1)],
      () => [head, Buffer.from([(rest[0] ?? 0) ^ (1 << dice.below(8))]), rest.subarray(1)],
      () => [head, rest.subarray(count)],
      () => [head, rest.subarray(0, count), rest],
      () => [head, other.subarray(from, from + count), rest],
      () => [head],
    ])();
    bytes = Buffer.concat(part);
  }
  return bytes;
}

const VALUES: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1.5,
  2 ** 53,
  "",
  " ",
  "0",
  "\u0000",
  "\ud800",
  "__proto__",
  "9".repeat(400),
  "x".repeat(5_000),
  [],
  {},
  [[]],
];

/** The value with a part of it replaced, left out, or put where another was. */
export function mutateValue(dice: Dice, value: unknown, other: unknown): unknown {
  if (dice.chance(0.15) || typeof value !== "object" || value === null)
    return dice.chance(0.5) ? dice.pick(VALUES) : partOf(dice, other);
  if (Array.isArray(value)) {
    const at = dice.below(value.length + 1);
    if (dice.chance(0.2)) return value.toSpliced(at, 1);
    if (dice.chance(0.2)) return [...value, ...value];
    return value.map((one, index) => (index === at ? mutateValue(dice, one, other) : one));
  }
  const entries = Object.entries(value);
  const at = dice.below(entries.length);
  if (dice.chance(0.15)) return Object.fromEntries(entries.toSpliced(at, 1));
  return Object.fromEntries(
    entries.map(([key, one], index) => [key, index === at ? mutateValue(dice, one, other) : one]),
  );
}

/** Some part of a value, however deep. */
function partOf(dice: Dice, value: unknown): unknown {
  if (typeof value !== "object" || value === null || dice.chance(0.2)) return value;
  const parts: readonly unknown[] = Object.values(value);
  return parts.length === 0 ? value : partOf(dice, dice.pick(parts));
}
