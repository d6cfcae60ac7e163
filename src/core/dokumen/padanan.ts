/** Two places that hold the same text: in the old list and in the new one. */
export type Pasangan = readonly [lama: number, baru: number];

/** Above this many comparisons a stretch is first divided at what stands in both lists just once. */
const PERBANDINGAN_TERBANYAK = 1_000_000;
/** Dividing deeper finds nothing more in texts people write, and bounds the cost for all others. */
const PEMBAGIAN_TERDALAM = 6;

/**
 * Which texts of two lists are the same ones, in rising order: the longest common subsequence where
 * the lists are short, close to it where they are long. Its cost is bounded whatever the texts.
 */
export const matchTexts = (lama: readonly string[], baru: readonly string[]): readonly Pasangan[] =>
  matchSpan({ lama, baru }, { lama: [0, lama.length], baru: [0, baru.length] }, 0);

interface Lists {
  readonly lama: readonly string[];
  readonly baru: readonly string[];
}

interface Span {
  readonly lama: readonly [from: number, to: number];
  readonly baru: readonly [from: number, to: number];
}

function matchSpan(lists: Lists, span: Span, depth: number): readonly Pasangan[] {
  const { head, tail, rest } = trimmed(lists, span);
  const lengths = [rest.lama, rest.baru].map(([from, to]) => to - from);
  const [rows = 0, columns = 0] = lengths;
  if (rows === 0 || columns === 0) return [...head, ...tail];
  if (rows * columns <= PERBANDINGAN_TERBANYAK) {
    return [...head, ...longestCommon(lists, rest), ...tail];
  }
  const anchors = depth < PEMBAGIAN_TERDALAM ? uniqueCommon(lists, rest) : [];
  return [...head, ...between(lists, rest, { anchors, depth: depth + 1 }), ...tail];
}

/** What both begin and end with; most versions differ in a few places only. */
function trimmed(
  { lama, baru }: Lists,
  span: Span,
): {
  readonly head: readonly Pasangan[];
  readonly tail: readonly Pasangan[];
  readonly rest: Span;
} {
  let [top, bottom] = span.lama;
  let [left, right] = span.baru;
  const head: Pasangan[] = [];
  const tail: Pasangan[] = [];
  while (top < bottom && left < right && lama[top] === baru[left]) head.push([top++, left++]);
  while (top < bottom && left < right && lama[bottom - 1] === baru[right - 1]) {
    tail.push([--bottom, --right]);
  }
  return { head, tail: tail.toReversed(), rest: { lama: [top, bottom], baru: [left, right] } };
}

/** The stretches before, between and behind the anchors, each matched by itself. */
function between(
  lists: Lists,
  span: Span,
  { anchors, depth }: { readonly anchors: readonly Pasangan[]; readonly depth: number },
): readonly Pasangan[] {
  if (anchors.length === 0) return [];
  const found: Pasangan[] = [];
  let [top, left] = [span.lama[0], span.baru[0]];
  const last: Pasangan = [span.lama[1], span.baru[1]];
  for (const [row, column] of [...anchors, last]) {
    const gap: Span = { lama: [top, row], baru: [left, column] };
    for (const pair of matchSpan(lists, gap, depth)) found.push(pair);
    if (row < span.lama[1]) found.push([row, column]);
    [top, left] = [row + 1, column + 1];
  }
  return found;
}

function longestCommon({ lama, baru }: Lists, span: Span): readonly Pasangan[] {
  const [top, bottom] = span.lama;
  const [left, right] = span.baru;
  const width = right - left + 1;
  const length = new Uint32Array((bottom - top + 1) * width);
  const at = (row: number, column: number): number => (row - top) * width + (column - left);
  const longest = (row: number, column: number): number => length[at(row, column)] ?? 0;
  for (let row = bottom - 1; row >= top; row -= 1) {
    for (let column = right - 1; column >= left; column -= 1) {
      length[at(row, column)] =
        lama[row] === baru[column]
          ? longest(row + 1, column + 1) + 1
          : Math.max(longest(row + 1, column), longest(row, column + 1));
    }
  }
  const found: Pasangan[] = [];
  let [row, column] = [top, left];
  while (row < bottom && column < right) {
    if (lama[row] === baru[column]) found.push([row++, column++]);
    else if (longest(row + 1, column) >= longest(row, column + 1)) row += 1;
    else column += 1;
  }
  return found;
}

/** Texts that stand once in each stretch, as many of them as keep their order. */
function uniqueCommon({ lama, baru }: Lists, span: Span): readonly Pasangan[] {
  const columnByText = onlyPlaces(baru, span.baru);
  const pairs = [...onlyPlaces(lama, span.lama)].flatMap(([text, row]): readonly Pasangan[] => {
    const column = columnByText.get(text);
    return column === undefined ? [] : [[row, column]];
  });
  return longestRising(pairs);
}

function onlyPlaces(
  list: readonly string[],
  [from, to]: readonly [number, number],
): ReadonlyMap<string, number> {
  const place = new Map<string, number>();
  const twice = new Set<string>();
  for (let at = from; at < to; at += 1) {
    const text = list[at] ?? "";
    if (place.has(text)) twice.add(text);
    place.set(text, at);
  }
  for (const text of twice) place.delete(text);
  return place;
}

/** Of pairs in the order of the old list, the most that are in the order of the new one too. */
function longestRising(pairs: readonly Pasangan[]): readonly Pasangan[] {
  const ends: { readonly pair: Pasangan; readonly before: number }[] = [];
  const tails: number[] = [];
  for (const pair of pairs) {
    let [low, high] = [0, tails.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[tails[middle] ?? 0]?.pair[1] ?? 0) < pair[1]) low = middle + 1;
      else high = middle;
    }
    tails[low] = ends.push({ pair, before: tails[low - 1] ?? -1 }) - 1;
  }
  const found: Pasangan[] = [];
  for (let at = tails.at(-1) ?? -1; at !== -1; ) {
    const end = ends[at];
    if (end === undefined) break;
    found.push(end.pair);
    at = end.before;
  }
  return found.toReversed();
}
