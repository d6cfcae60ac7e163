/**
 * One writing for the many a keyboard has: full-width, Arabic, ornamental and keycap digits become
 * plain ones, every dash "-", every space " "; what no one sees (zero-width marks, soft hyphens,
 * marks of writing direction) goes.
 */
export const plainText = (text: string): string =>
  text
    .replace(/\p{Default_Ignorable_Code_Point}|\u20e3/gu, "")
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfe_e0))
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) % 16))
    .replace(/[\u{1d7ce}-\u{1d7ff}]/gu, (digit) => String(((digit.codePointAt(0) ?? 0) - 2) % 10))
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/\s+/g, " ")
    .trim();

/** A double holds this many digits of any number; a whole one may have one more. */
const DIGIT_PASTI = 15;

/**
 * Every value a run of digits, dots, commas and spaces may stand for, the likeliest first; none when
 * it is no number, or one that cannot be kept digit by digit.
 */
export function readingsOf(digits: string): readonly number[] {
  // A space groups thousands.
  const joined = /^\d{1,3}( \d{3})+([.,]\d+)?$/.test(digits) ? digits.replaceAll(" ", "") : digits;
  const bare = digits.replace(/\D/g, "").replace(/^0+/, "");
  // A telephone number begins with 0; so does no figure but one below 1.
  if (/^0\d{8,}$/.test(digits)) return [];
  const isWhole = (value: number): boolean =>
    Number.isSafeInteger(value) && String(value).length === bare.length;
  return readings(joined).filter((value) => bare.length <= DIGIT_PASTI || isWhole(value));
}

function readings(body: string): readonly number[] {
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
