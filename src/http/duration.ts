const secondMs = 1_000;
const unitsMs = [
  7 * 86_400 * secondMs,
  86_400 * secondMs,
  3_600 * secondMs,
  60 * secondMs,
  secondMs,
];
const pattern =
  /^P(?=.*\d[WDHMS]$)(?:(\d{1,4})W)?(?:(\d{1,5})D)?(?:T(?=\d)(?:(\d{1,6})H)?(?:(\d{1,7})M)?(?:(\d{1,9})S)?)?$/;

/**
 * Milliseconds of an ISO 8601 duration such as `PT2H`, `P1D` or `P1DT30M`, a day being 24 hours;
 * null for anything else. Months and years are refused: their length depends on the date.
 */
export function parseDurationMs(text: string): number | null {
  const match = pattern.exec(text);
  if (!match) return null;
  return unitsMs.reduce((sum, unit, index) => sum + unit * Number(match[index + 1] ?? 0), 0);
}
