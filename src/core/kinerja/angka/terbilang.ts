const satuan = [
  "nol",
  "satu",
  "dua",
  "tiga",
  "empat",
  "lima",
  "enam",
  "tujuh",
  "delapan",
  "sembilan",
  "sepuluh",
  "sebelas",
];

const kelompok: readonly (readonly [number, string])[] = [
  [1_000_000_000_000, "triliun"],
  [1_000_000_000, "miliar"],
  [1_000_000, "juta"],
  [1_000, "ribu"],
];

/** A figure in words, so that a misread one is noticed: "seribu lima ratus", "satu koma lima". */
export function terbilang(nilai: number): string {
  const plain = plainDigits(Math.abs(nilai));
  const sign = nilai < 0 && plain !== "0" ? "minus " : "";
  const [whole = "0", fraction = ""] = plain.split(".");
  const words = bulat(Number(whole));
  if (fraction === "") return sign + words;
  const digits = Array.from(fraction, (digit) => satuan[Number(digit)] ?? "");
  return `${sign}${words} koma ${digits.join(" ")}`;
}

/** Words of a whole number from 0 to below 10^15. */
function bulat(n: number): string {
  if (n < 12) return satuan[n] ?? "";
  if (n < 20) return `${satuan[n - 10]} belas`;
  if (n < 100) return joined(`${satuan[Math.floor(n / 10)]} puluh`, n % 10);
  if (n < 200) return joined("seratus", n - 100);
  if (n < 1000) return joined(`${satuan[Math.floor(n / 100)]} ratus`, n % 100);
  if (n < 2000) return joined("seribu", n - 1000);
  for (const [size, nama] of kelompok) {
    if (n >= size) return joined(`${bulat(Math.floor(n / size))} ${nama}`, n % size);
  }
  return String(n);
}

const joined = (head: string, rest: number): string =>
  rest === 0 ? head : `${head} ${bulat(rest)}`;

/** Digits without an exponent; more than six decimals are not spoken. */
const plainDigits = (value: number): string => value.toFixed(6).replace(/\.?0+$/, "");
