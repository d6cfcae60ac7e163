import { readingsOf } from "./digit.ts";
import {
  atomsOf,
  emojiSapaan,
  hurufSkala,
  kataBelum,
  kataMinus,
  kataRasio,
  kataSapaan,
  ungkapanBelum,
  ungkapanNihil,
} from "./kata-angka.ts";
import type { Unsur } from "./kata-bilangan.ts";
import { konversi, type SatuanDiminta, satuanAt } from "./satuan.ts";

/** What a piece of an answer means. `hias` is courtesy and punctuation, `sisa` has no meaning. */
export type Makna =
  | { readonly arti: "bilangan"; readonly unsur: readonly Unsur[] }
  /** A single letter that may stand for a scale. */
  | { readonly arti: "huruf"; readonly skala: number }
  | { readonly arti: "tanda"; readonly kali: 1 | -1 }
  | { readonly arti: "satuan"; readonly sebutan: string; readonly sendiri: boolean }
  | { readonly arti: "rasio"; readonly tulisan: string }
  | { readonly arti: "nihil" | "belum" | "data" | "hias" | "sisa" };

/** A piece of an answer with its place; the pieces and the spaces between them are the whole text. */
export type Bagian = Makna & { readonly teks: string; readonly mulai: number };

/** A text while its pieces are told apart. */
interface Baca {
  readonly teks: string;
  /** The same in small letters, sign for sign. */
  readonly kecil: string;
  readonly at: number;
  readonly sebelum: Bagian | undefined;
  /** Whether it stands right behind a number, without a space. */
  readonly menempel: boolean;
  readonly diminta: SatuanDiminta;
}

type Temuan = { readonly panjang: number; readonly makna: Makna } | null;

/** Tells the pieces of a plain text apart, by what each of them means beside the satuan asked for. */
export function bagianDari(teks: string, diminta: SatuanDiminta): readonly Bagian[] {
  const kecil = Array.from(teks, small)
    .join("")
    .replace(/(?<=\p{L})[²³]/gu, pangkat);
  const list: Bagian[] = [];
  let at = 0;
  while (at < teks.length) {
    if (teks[at] === " ") {
      at += 1;
      continue;
    }
    const sebelum = list.at(-1);
    const menempel =
      sebelum?.arti === "bilangan" && !/\p{L}$/u.test(sebelum.teks) && endOf(sebelum) === at;
    const { panjang, makna } = find({ teks, kecil, at, sebelum, menempel, diminta });
    list.push({ ...makna, teks: teks.slice(at, at + panjang), mulai: at });
    at += panjang;
  }
  return list;
}

/** Where a piece ends. */
export const endOf = ({ mulai, teks }: Pick<Bagian, "mulai" | "teks">): number =>
  mulai + teks.length;

/** "m²" is "m2"; behind a digit it is no unit. */
const pangkat = (sign: string): string => (sign === "²" ? "2" : "3");

/** A small letter of the same length, so that both texts keep step. */
function small(sign: string): string {
  const low = sign.toLowerCase();
  return low.length === sign.length ? low : sign;
}

function find(baca: Baca): { readonly panjang: number; readonly makna: Makna } {
  for (const rule of ruleList) {
    const found = rule(baca);
    if (found !== null) return found;
  }
  const panjang = wordAt(baca)?.length ?? String.fromCodePoint(codeAt(baca)).length;
  return { panjang, makna: { arti: "sisa" } };
}

/** The own satuan before words, words before other units: "m" is a metre only where metres are asked. */
const ruleList: readonly ((baca: Baca) => Temuan)[] = [
  digits,
  rupiah,
  ungkapan,
  (baca) => (baca.diminta.tulisan === null ? null : satuan(baca, true)),
  kata,
  (baca) => satuan(baca, false),
  ekor,
  tanda,
  tandaBaca,
  emoji,
];

const codeAt = ({ teks, at }: Baca): number => teks.codePointAt(at) ?? 0;

/** What a pattern finds at this very place. */
function match({ kecil, at }: Baca, pattern: RegExp): string | null {
  pattern.lastIndex = at;
  return pattern.exec(kecil)?.[0] ?? null;
}

const wordAt = (baca: Baca): string | null => match(baca, /\p{L}[\p{L}\p{M}\p{N}]*/uy);

function digits(baca: Baca): Temuan {
  const found =
    match(baca, /\d{1,3}(?: \d{3})+(?:[.,]\d+)?(?![.,]?\d)/y) ??
    match(baca, /[.,]*\d+(?:[.,]+\d+)*/y);
  if (found === null) return null;
  const unsur: Unsur = { jenis: "angka", teks: found, nilaiList: readingsOf(found) };
  return { panjang: found.length, makna: { arti: "bilangan", unsur: [unsur] } };
}

/** "Rp" may touch the figure behind it, with or without its dot. */
function rupiah(baca: Baca): Temuan {
  const found = baca.menempel ? null : match(baca, /rp(?:\.|(?![\p{L}\p{M}]))/uy);
  if (found === null) return null;
  const { sebutan, tulisan } = baca.diminta;
  const sendiri = tulisan === null || sebutan.includes("rp");
  return { panjang: found.length, makna: { arti: "satuan", sebutan: "rp", sendiri } };
}

function ungkapan(baca: Baca): Temuan {
  const rest = baca.kecil.slice(baca.at);
  const says = (list: readonly string[]): string | undefined =>
    list.find((one) => rest.startsWith(one) && !/^[\p{L}\p{M}\p{N}]/u.test(rest.slice(one.length)));
  const kosong = baca.diminta.sebutan.flatMap((one) => [`tidak ada ${one}`, `tdk ada ${one}`]);
  const nihil = says([...ungkapanNihil, ...kosong]);
  if (nihil !== undefined) return { panjang: nihil.length, makna: { arti: "nihil" } };
  const belum = says(ungkapanBelum);
  return belum === undefined ? null : { panjang: belum.length, makna: { arti: "belum" } };
}

/** Letters that touch a number are a slip of the finger more often than a unit. */
function satuan(baca: Baca, sendiri: boolean): Temuan {
  const found = satuanAt(baca.kecil.slice(baca.at), baca.diminta);
  if (found === null || (sendiri && !found.sendiri)) return null;
  if (baca.menempel && /^\p{L}/u.test(found.sebutan)) return null;
  return { panjang: found.sebutan.length, makna: { arti: "satuan", ...found } };
}

function kata(baca: Baca): Temuan {
  const word = wordAt(baca) ?? match(baca, /[½¼¾]/uy);
  const makna = word === null ? null : maknaKata(word, baca);
  return word === null || makna === null ? null : { panjang: word.length, makna };
}

function maknaKata(word: string, { menempel, diminta }: Baca): Makna | null {
  const unsur = atomsOf(word);
  const makna: Makna | null =
    unsur === null ? (kamus.get(word) ?? null) : { arti: "bilangan", unsur };
  if (menempel && /^\p{L}/u.test(word)) return touching(word, makna, diminta);
  // Where lengths are asked for, "m" is one of them.
  return makna?.arti === "huruf" && konversi(1, word, diminta) !== null ? null : makna;
}

/** Of the letters that touch a number only a scale has a meaning: "5jt", and perhaps "5k". */
function touching(word: string, makna: Makna | null, { sebutan }: SatuanDiminta): Makna {
  const isScale =
    makna?.arti === "bilangan"
      ? makna.unsur[0]?.jenis === "skala"
      : makna?.arti === "huruf" && !sebutan.includes(word);
  return isScale && makna !== null ? makna : { arti: "sisa" };
}

const inKamus = (
  wordList: Iterable<string>,
  maknaOf: (word: string) => Makna,
): readonly (readonly [string, Makna])[] =>
  [...wordList].map((word) => [word, maknaOf(word)] as const);

/** What the words mean that are neither number nor unit. */
const kamus: ReadonlyMap<string, Makna> = new Map([
  ...inKamus(hurufSkala.keys(), (word) => ({ arti: "huruf", skala: hurufSkala.get(word) ?? 1 })),
  ...inKamus(kataMinus, () => ({ arti: "tanda", kali: -1 })),
  ...inKamus(kataRasio, (word) => ({ arti: "rasio", tulisan: word })),
  ...inKamus(kataBelum, () => ({ arti: "data" })),
  ...inKamus(kataSapaan, () => ({ arti: "hias" })),
]);

/** "Rp 1.500.000,-": nothing follows the comma. */
function ekor(baca: Baca): Temuan {
  const found =
    baca.sebelum?.arti === "bilangan" ? match(baca, /[.,] ?[-=]{1,3}(?![\p{L}\p{N}])/uy) : null;
  return found === null ? null : { panjang: found.length, makna: { arti: "hias" } };
}

function tanda({ kecil, at, sebelum }: Baca): Temuan {
  const sign = kecil[at] ?? "";
  // "ke-2" and "80-an" hold a hyphen.
  const hyphen = at > 0 && /[\p{L}\p{N}]/u.test(kecil[at - 1] ?? "");
  if ((sign === "-" || sign === "+") && !hyphen) {
    return { panjang: 1, makna: { arti: "tanda", kali: sign === "-" ? -1 : 1 } };
  }
  const joins = sign === "/" || (sign === ":" && sebelum?.arti === "bilangan");
  return joins ? { panjang: 1, makna: { arti: "rasio", tulisan: sign } } : null;
}

/** Punctuation; a comma at the very end may be a figure that was cut off. */
function tandaBaca(baca: Baca): Temuan {
  const sign = baca.kecil[baca.at] ?? "";
  const { arti = "bilangan", teks = "" } = baca.sebelum ?? {};
  const behindWord = arti !== "bilangan" && !/\p{P}$/u.test(teks);
  const goesOn = behindWord ? /[,;:]/.test(sign) : match(baca, /[,;:]\s*[^\s\d.,]/uy) !== null;
  return /[.!“”‘’*_]/u.test(sign) || goesOn || isBracket(baca)
    ? { panjang: 1, makna: { arti: "hias" } }
    : null;
}

/** Brackets around words only explain; around a figure they may be the minus of a ledger. */
function isBracket({ kecil, at }: Baca): boolean {
  const sign = kecil[at];
  const open = sign === ")" ? kecil.lastIndexOf("(", at) : at;
  return (
    (sign === "(" || sign === ")") && /^\(\s*\p{L}[^()\d]*\)/u.test(kecil.slice(Math.max(open, 0)))
  );
}

function emoji({ teks, at }: Baca): Temuan {
  const found = /^(\p{Extended_Pictographic})\p{Emoji_Modifier}?/u.exec(teks.slice(at));
  return found === null || !emojiSapaan.has(found[1] ?? "")
    ? null
    : { panjang: found[0].length, makna: { arti: "hias" } };
}
