import type { Pilihan } from "./pesan.ts";

/**
 * The choice a typed text means: its number (counted from 1), an ordinal word, its title, the
 * beginning of exactly one title, or a usual word for it. Null when nothing or more than one fits.
 * Where a figure is asked for, a number is not a choice: the caller must know.
 */
export function recognizeChoice(text: string, pilihanList: readonly Pilihan[]): Pilihan | null {
  const bare = withoutCourtesy(text);
  const candidateList = firstFilled(
    () => [...byNumber(text, pilihanList), ...byTitle(normalize(text), pilihanList)],
    () => byBeginning(normalize(text), pilihanList),
    () => [...byTitle(bare, pilihanList), ...byBeginning(bare, pilihanList)],
    () => byUsualWord(bare, pilihanList),
  );
  const [first] = candidateList;
  return first !== undefined && candidateList.every(({ id }) => id === first.id) ? first : null;
}

/**
 * The choice a text names as a whole, by its number or full title. Where people may also write a
 * sentence of their own, its first words must not be taken for somebody else's.
 */
export function recognizeWhole(text: string, pilihanList: readonly Pilihan[]): Pilihan | null {
  const found = [...byNumber(text, pilihanList), ...byTitle(normalize(text), pilihanList)];
  return found.length === 1 ? (found[0] ?? null) : null;
}

/**
 * Recognizes a choice by its words and never by its number: what is counted changes with the order
 * of the list, what is named does not. A number is the figure that was asked for.
 */
export function recognizeWords(text: string, pilihanList: readonly Pilihan[]): Pilihan | null {
  const found = recognizeChoice(text, pilihanList);
  const [first, ...rest] = pilihanList;
  if (found === null || first === undefined || rest.length === 0) return null;
  const again = recognizeChoice(text, [...rest, first]);
  return again?.id === found.id ? found : null;
}

const ORDINAL: ReadonlyMap<string, number> = new Map(
  [
    ["satu", "pertama", "kesatu"],
    ["dua", "kedua"],
    ["tiga", "ketiga"],
    ["empat", "keempat"],
    ["lima", "kelima"],
    ["enam", "keenam"],
    ["tujuh", "ketujuh"],
    ["delapan", "kedelapan"],
    ["sembilan", "kesembilan"],
    ["sepuluh", "kesepuluh"],
  ].flatMap((wordList, index) => wordList.map((word): [string, number] => [word, index + 1])),
);

// "1", "1.", "*1*", "(1)", "no. 1", "pilih nomor dua", "yang kedua", "ke-2"; but neither 1,5 nor -1.
const NUMBER =
  /^(?:(?:no|nomor|pilih|pilihan|jawab|opsi|yang|ke)[\s.:-]*)*[*_(#]*(\d{1,3}|\p{L}+)[*_).:]*$/u;

/** Words people add out of courtesy; they carry no choice. */
const COURTESY = new Set(
  "pak bu bapak ibu yth saya kami mohon tolong silakan silahkan ya iya terima kasih".split(" "),
);
const YES = new Set(["ya", "iya"]);
/** Acknowledging is not deciding: these carry no choice either, and take a mere "ya" its meaning. */
const ACKNOWLEDGEMENT = new Set("ok oke okay baik siap".split(" "));

/**
 * Usual words, and the first words of titles (or ids) they stand for. Words of mere acknowledgement
 * ("ok", "baik", "siap") are left out on purpose: they must not approve a report. Agreeing means the
 * way forward whatever its title is: a langkah calls that exit `setuju` or `selesai`.
 */
const USUAL_WORD_LIST: readonly { readonly said: string; readonly means: string }[] = [
  { said: "setuju|disetujui|menyetujui|acc", means: "setuju setujui selesai" },
  { said: "ya|iya|betul|benar", means: "ya setuju betul benar kirim hadir" },
  {
    said: "kembali|kembalikan|dikembalikan|tolak|ditolak|revisi|perbaiki|tidak setuju",
    means: "kembalikan tolak",
  },
  { said: "tidak|tdk|bukan|jangan|tidak jadi", means: "tidak batal" },
  { said: "kirim|kirimkan|kirim saja", means: "kirim" },
  { said: "batal|batalkan|dibatalkan|tidak jadi kirim|jangan kirim", means: "batal" },
  { said: "lewat|lewati|lewatkan", means: "lewati" },
  { said: "nanti|nanti saja", means: "nanti" },
];

const USUAL_WORD: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  USUAL_WORD_LIST.flatMap(({ said, means }) =>
    said.split("|").map((one): [string, ReadonlySet<string>] => [one, new Set(means.split(" "))]),
  ),
);

/** A shorter beginning of a word is too easily something else. */
const BEGINNING_MIN = 3;

function byNumber(text: string, pilihanList: readonly Pilihan[]): Pilihan[] {
  // The keycap sign 1️⃣ is a digit with two marks behind it.
  const bare = text
    .normalize("NFKC")
    .replace(/[\u{FE0F}\u{20E3}]/gu, "")
    .trim()
    .toLowerCase();
  const said = NUMBER.exec(bare)?.[1] ?? "";
  const chosen = pilihanList[(ORDINAL.get(said) ?? Number.parseInt(said, 10)) - 1];
  return chosen === undefined ? [] : [chosen];
}

const byTitle = (said: string, pilihanList: readonly Pilihan[]): Pilihan[] =>
  pilihanList.filter(({ judul }) => said !== "" && normalize(judul) === said);

/** Whole words first: "1,5" begins "1,5 (satu koma lima)", though its letters begin "1.500" as well. */
function byBeginning(said: string, pilihanList: readonly Pilihan[]): readonly Pilihan[] {
  if (said === "") return [];
  const whole = pilihanList.filter(({ judul }) => normalize(judul).startsWith(`${said} `));
  if (whole.length > 0) return whole;
  if (said.length < BEGINNING_MIN || /\d$/.test(said)) return [];
  return pilihanList.filter(({ judul }) => normalize(judul).startsWith(said));
}

function byUsualWord(said: string, pilihanList: readonly Pilihan[]): readonly Pilihan[] {
  const means = USUAL_WORD.get(said);
  if (means === undefined) return [];
  return pilihanList.filter(
    ({ id, judul }) => means.has(id) || means.has(normalize(judul).split(" ")[0] ?? ""),
  );
}

/** What the first way of reading that finds anything finds. */
function firstFilled(...readingList: readonly (() => readonly Pilihan[])[]): readonly Pilihan[] {
  for (const read of readingList) {
    const found = read();
    if (found.length > 0) return found;
  }
  return [];
}

/** Letters and digits only, small; a minus before a figure is kept, for it changes the figure. */
const normalize = (text: string): string =>
  text
    .normalize("NFKC")
    .replace(/^\s*[-−](?=\s*\d)/u, "minus ")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** A "ya" that stands alone, or among courtesies, is an answer. */
function withoutCourtesy(text: string): string {
  const wordList = normalize(text).split(" ");
  const acknowledges = wordList.some((word) => ACKNOWLEDGEMENT.has(word));
  const kept = wordList.filter((word) => !COURTESY.has(word) && !ACKNOWLEDGEMENT.has(word));
  const onlyYes = kept.length === 0 && wordList.some((word) => YES.has(word));
  return onlyYes && !acknowledges ? "ya" : kept.join(" ");
}
