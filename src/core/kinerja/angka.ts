/** What a person's text says as a figure. */
export type HasilAngka =
  | {
      readonly jenis: "angka";
      readonly ambigu: false;
      readonly nilai: number;
      readonly pembilang?: number;
      readonly penyebut?: number;
    }
  | {
      readonly jenis: "angka";
      readonly ambigu: true;
      readonly nilai: null;
      readonly pilihan: readonly number[];
    }
  | { readonly jenis: "nihil" | "belum" | "bukan-angka" };

/** No figure of an office has more digits; longer ones are telephone or identity numbers. */
const DIGIT_PALING_BANYAK = 15;

const nihil = /^(nihil|nol besar|tidak ada kegiatan|-|–|—)$/i;
const belum = /^(belum( ada)?( data)?|kosong|n\/?a|tidak ada data|\?+)$/i;
const satuan = /^(?:rp\.?\s*)?([+-]?\s*[\d.,\s]*\d)\s*(%|[a-z][a-z/ .()-]{0,30})?$/i;
const pecahan = /^([\d.,\s]*\d)\s*(?:\/|dari|:)\s*([\d.,\s]*\d)\s*(?:%|[a-z ]{0,20})?$/i;

/**
 * Reads a figure in Indonesian notation: dots group thousands, the comma is the decimal mark.
 * "1.500" may be 1500 or 1,5 and is given back as both; a unit, "Rp" or "%" behind or before is
 * passed over; "12/40" is a ratio with its two parts. 0 is a figure, a dash is `nihil`.
 */
export function readAngka(text: string): HasilAngka {
  const trimmed = text.trim().replace(/\s+/g, " ");
  if (nihil.test(trimmed)) return { jenis: "nihil" };
  if (belum.test(trimmed)) return { jenis: "belum" };
  const ratio = pecahan.exec(trimmed);
  if (ratio !== null) return readRatio(ratio[1] ?? "", ratio[2] ?? "");
  const digits = satuan.exec(trimmed)?.[1];
  if (digits === undefined) return { jenis: "bukan-angka" };
  return fromReadings(readingsOf(digits));
}

/** Indonesian notation: "1.234,5"; at most `desimal` decimals (two unless told), none when whole. */
export function formatAngka(nilai: number, desimal = 2): string {
  const fixed = Math.abs(nilai).toFixed(Math.max(0, Math.min(desimal, 10)));
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

/** Ten times as much, or a tenth, of both last time and target is a slip more often than a fact. */
const KELIPATAN_TIDAK_WAJAR = 8;

/**
 * Whether a figure is implausible against last time and target, and what may have been meant: the
 * decimal mark one or two places elsewhere. Empty when it is plausible or nothing is known.
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
  const usul = [nilai / 10, nilai / 100, nilai * 10, nilai * 100]
    .map((value) => Number(value.toPrecision(12)))
    .filter((value) => !far(value));
  return { tidakWajar: true, usul: usul.slice(0, 2) };
}

function readRatio(above: string, below: string): HasilAngka {
  const [pembilang, more] = readingsOf(above);
  const [penyebut, other] = readingsOf(below);
  const unclear = more !== undefined || other !== undefined;
  if (pembilang === undefined || penyebut === undefined || unclear || penyebut === 0) {
    return { jenis: "bukan-angka" };
  }
  return { jenis: "angka", ambigu: false, nilai: pembilang / penyebut, pembilang, penyebut };
}

function fromReadings(readings: readonly number[]): HasilAngka {
  const [first, second] = readings;
  if (first === undefined) return { jenis: "bukan-angka" };
  if (second === undefined) return { jenis: "angka", ambigu: false, nilai: first };
  return { jenis: "angka", ambigu: true, nilai: null, pilihan: readings };
}

/** Every value the digits may stand for, the likeliest first; none when they are no number. */
function readingsOf(digits: string): readonly number[] {
  const compact = digits.replace(/\s/g, "");
  if (compact.replace(/\D/g, "").length > DIGIT_PALING_BANYAK) return [];
  const sign = compact.startsWith("-") ? -1 : 1;
  const body = compact.replace(/^[+-]/, "");
  return unsignedReadings(body).map((value) => (value === 0 ? 0 : sign * value));
}

function unsignedReadings(body: string): readonly number[] {
  if (/^\d+$/.test(body)) return [Number(body)];
  // 1.234.567,8 and 1.234,5: dots group, the comma is decimal.
  if (/^\d{1,3}(\.\d{3})+,\d+$/.test(body)) return [asNumber(body.replaceAll(".", ""))];
  if (/^\d{1,3}(\.\d{3}){2,}$/.test(body)) return [Number(body.replaceAll(".", ""))];
  // 1,234.5 and 1,234,567: written the English way, still only one reading.
  if (/^\d{1,3}(,\d{3})+\.\d+$/.test(body)) return [Number(body.replaceAll(",", ""))];
  if (/^\d{1,3}(,\d{3}){2,}$/.test(body)) return [Number(body.replaceAll(",", ""))];
  // 1.500: one dot and three digits. A leading zero can only be a decimal.
  if (/^[1-9]\d{0,2}\.\d{3}$/.test(body)) return [Number(body.replace(".", "")), Number(body)];
  if (/^\d+\.\d+$/.test(body)) return [Number(body)];
  if (/^\d+,\d+$/.test(body)) return [asNumber(body)];
  return [];
}

const asNumber = (text: string): number => Number(text.replace(",", "."));
