import { cleaned, roundTo } from "../pembulatan.ts";

/** Indonesian notation: "1.234,5"; at most `desimal` decimals (two unless told), none when whole. */
export function formatAngka(nilai: number, desimal = 2): string {
  const places = Math.max(0, Math.min(desimal, 10));
  const rounded = roundTo(Math.abs(nilai), places);
  // Beyond 10^21 a double prints itself with an exponent.
  const fixed = rounded < 1e21 ? rounded.toFixed(places) : BigInt(rounded).toString();
  const [whole = "0", fraction = ""] = fixed.split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ".");
  const kept = fraction.replace(/0+$/, "");
  const text = kept === "" ? grouped : `${grouped},${kept}`;
  return nilai < 0 && /[1-9]/.test(text) ? `-${text}` : text;
}

/** A figure against what is known of it. */
export interface Pembanding {
  readonly sebelumnya: number | null;
  readonly target: number | null;
}

/** Eight times as much, or an eighth, of both last time and target is a slip more often than a fact. */
const KELIPATAN_TIDAK_WAJAR = 8;

/**
 * Whether a figure is implausible: at least eight times, or at most an eighth, of both last time and
 * target. With it what may have been meant: the decimal mark one to three places elsewhere.
 */
export function isTidakWajar(
  nilai: number,
  { sebelumnya, target }: Pembanding,
): { readonly tidakWajar: boolean; readonly usul: readonly number[] } {
  const known = [sebelumnya, target].filter((one) => one !== null && one > 0);
  const far = (value: number): boolean =>
    known.every(
      (one) =>
        one !== null &&
        (value >= one * KELIPATAN_TIDAK_WAJAR || value <= one / KELIPATAN_TIDAK_WAJAR),
    );
  if (known.length === 0 || nilai <= 0 || !far(nilai)) return { tidakWajar: false, usul: [] };
  const usul = [nilai / 10, nilai / 100, nilai / 1000, nilai * 10, nilai * 100, nilai * 1000]
    .map(cleaned)
    .filter((value) => !far(value));
  return { tidakWajar: true, usul: usul.slice(0, 2) };
}
