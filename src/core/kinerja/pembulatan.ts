/**
 * Rounds to so many decimals, halves away from zero as on paper: 1,005 becomes 1,01 although no
 * double is 1,005. A figure too large to have that many decimals stays as it is.
 */
export function roundTo(value: number, desimal: number): number {
  const scale = 10 ** desimal;
  const scaled = Math.abs(value) * scale;
  if (scaled > Number.MAX_SAFE_INTEGER) return value;
  const nudge = Math.min(scaled * Number.EPSILON * 2, 0.001);
  return (Math.sign(value) * Math.round(scaled + nudge)) / scale || 0;
}

/** Takes the dust of binary fractions off a computed figure: 0,1 + 0,2 is 0,3. Whole ones have none. */
export const cleaned = (value: number): number =>
  Number.isSafeInteger(value) ? value : Number(value.toPrecision(15));
