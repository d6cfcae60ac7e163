/**
 * One writing for the many a keyboard has: full-width and Arabic digits become plain ones, every
 * dash "-", every space " "; marks of writing direction, which no one sees, go.
 */
export const plainText = (text: string): string =>
  text
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069]/g, "")
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfe_e0))
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) % 16))
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/\s+/g, " ")
    .trim();

/** No figure of an office has more digits; longer ones are telephone or identity numbers. */
const DIGIT_PALING_BANYAK = 15;

/**
 * Every value a run of digits, dots, commas and spaces may stand for, the likeliest first; none when
 * it is no number.
 */
export function readingsOf(digits: string): readonly number[] {
  if (digits.replace(/\D/g, "").length > DIGIT_PALING_BANYAK) return [];
  const sign = digits.startsWith("-") ? -1 : 1;
  const body = digits.replace(/^[+-]\s*/, "");
  // A space groups thousands; "12 40" is two numbers, which is none.
  const joined = /^\d{1,3}( \d{3})+([.,]\d+)?$/.test(body) ? body.replaceAll(" ", "") : body;
  return unsignedReadings(joined).map((value) => (value === 0 ? 0 : sign * value));
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
