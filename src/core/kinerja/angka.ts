import { plainText, readingsOf } from "./digit.ts";
import { ANGKA_TERBESAR } from "./indikator.ts";
import { cleaned, roundTo } from "./pembulatan.ts";

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

const nihil = /^(nihil|nol besar|tidak ada kegiatan|-{1,3})$/i;
const belum =
  /^(|(data )?belum( ada| terisi| tersedia)?( data)?|kosong|n\/?a|tidak ada data|\?+)$/i;
const satuan =
  /^(rp\.?\s*)?([+-]?\s*[\d.,\s]*\d)\s*(%|\p{L}[\p{L}/ .()²³-]{0,30}(?:(?<=\p{L})[23])?)?$/iu;
const pecahan = /^([\d.,\s]*\d)\s*(?:\/|dari|:)\s*([\d.,\s]*\d)\s*(?:%|[a-z ]{0,20})?$/i;

/**
 * Reads a figure in Indonesian notation: dots group thousands, the comma is the decimal mark.
 * "1.500" may be 1500 or 1,5 and "5 juta" in a table of millions may be 5: both readings are given
 * back. A unit, "Rp" or "%" is passed over; "12/40" is a ratio with its two parts. 0 is a figure, a
 * dash is `nihil`, nothing at all is `belum`.
 */
export function readAngka(text: string): HasilAngka {
  const trimmed = plainText(text);
  if (nihil.test(trimmed)) return { jenis: "nihil" };
  if (belum.test(trimmed)) return { jenis: "belum" };
  const plain = withoutOrnament(trimmed);
  const ratio = pecahan.exec(plain);
  if (ratio !== null) return readRatio(ratio[1] ?? "", ratio[2] ?? "");
  const [, rupiah, digits, unit = ""] = satuan.exec(plain) ?? [];
  if (digits === undefined) return { jenis: "bukan-angka" };
  const readings = readingsOf(digits);
  // Nobody counts thousandths of a rupiah: there a dot can only group.
  const likely = rupiah === undefined ? readings : readings.slice(0, 1);
  return fromReadings(scaledReadings(likely, unit));
}

/** Indonesian notation: "1.234,5"; at most `desimal` decimals (two unless told), none when whole. */
export function formatAngka(nilai: number, desimal = 2): string {
  const places = Math.max(0, Math.min(desimal, 10));
  const fixed = roundTo(Math.abs(nilai), places).toFixed(places);
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

function readRatio(above: string, below: string): HasilAngka {
  const [pembilang, more] = readingsOf(above);
  const [penyebut, other] = readingsOf(below);
  // "1.500/2.000" groups twice; one unclear part beside a clear one stays unclear.
  const unclear = (more === undefined) !== (other === undefined);
  if (pembilang === undefined || penyebut === undefined || unclear || penyebut === 0) {
    return { jenis: "bukan-angka" };
  }
  if (isTooLarge(pembilang) || isTooLarge(penyebut)) return { jenis: "bukan-angka" };
  return { jenis: "angka", ambigu: false, nilai: pembilang / penyebut, pembilang, penyebut };
}

function fromReadings(readings: readonly number[]): HasilAngka {
  const pilihan = [...new Set(readings)];
  const [first, second] = pilihan;
  if (first === undefined || pilihan.some(isTooLarge)) return { jenis: "bukan-angka" };
  if (second === undefined) return { jenis: "angka", ambigu: false, nilai: first };
  return { jenis: "angka", ambigu: true, nilai: null, pilihan };
}

/** What people and ledgers add: "Rp 1.500,-", the full stop of a sentence. */
const withoutOrnament = (text: string): string =>
  text
    .replace(/^nol$/i, "0")
    .replace(/[.,] ?[-=]{1,3}$/, "")
    .replace(/[.!]+$/, "");

const isTooLarge = (value: number): boolean => Math.abs(value) > ANGKA_TERBESAR;

/** "5 juta" is five million, or 5 where the table itself counts in millions. */
function scaledReadings(readings: readonly number[], unit: string): readonly number[] {
  const [word = ""] = unit.toLowerCase().split(" ");
  const times = kelipatan.get(word);
  if (times === undefined) return readings;
  return [...readings.map((value) => cleaned(value * times)), ...readings];
}

const kelipatan: ReadonlyMap<string, number> = new Map([
  ["ribu", 1e3],
  ["rb", 1e3],
  ["k", 1e3],
  ["juta", 1e6],
  ["jt", 1e6],
  ["miliar", 1e9],
  ["milyar", 1e9],
  ["triliun", 1e12],
]);
