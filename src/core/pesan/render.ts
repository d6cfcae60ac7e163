import { balasText } from "../../generated/teks.ts";
import type { BlokTeks, Pilihan, RichText } from "./pesan.ts";
import { plain, plainText } from "./spans.ts";
import { shorten } from "./split.ts";
import { fill, joined, lines, type Teks } from "./teks.ts";
import { inPlainWords, inWords, type Pembaca } from "./ucap.ts";

/** What the renderer must know of a channel; the capabilities of a channel have all of it. */
export interface ChoiceLimits {
  readonly choices: "buttons" | "list" | "poll" | "text";
  readonly choicesMax: number;
  /** In UTF-16 units. */
  readonly choiceTitleMax: number;
  /** Whether a button may open a page of ours. */
  readonly pages?: boolean;
}

/** A text and the rows of choices below it. */
export interface Shown {
  readonly teks: RichText;
  /** The same laid out; present where the service may show it so, its choices as they are. */
  readonly blok?: readonly BlokTeks[];
  readonly pilihan: readonly (readonly Pilihan[])[];
  /** A typed number is an answer of its own here, so choices are named and not numbered. */
  readonly tanpaNomor?: boolean;
  /** What a poll asks, or a list is opened by; present where the choices may go out as one. */
  readonly ajakan?: string;
}

/**
 * Fits a message to what a channel can show. Where neither its buttons nor its polls take them, the
 * choices become numbered lines that a typed number or title answers.
 */
export function degrade(
  { teks, blok, pilihan, tanpaNomor }: Shown,
  limits: ChoiceLimits,
  pembaca: Pembaca,
): Shown {
  const rows = pilihan.map((row) => row.filter((one) => canOpen(one, limits))).filter(hasChoice);
  const all = rows.flat();
  const laidOut = blok === undefined ? {} : { blok };
  if (all.length === 0) return { teks, ...laidOut, pilihan: [] };
  const fitted = rows.map((row) => fitTitles(row, limits));
  if (!canShow(fitted.flat(), limits)) {
    const listed = tanpaNomor === true ? named(all) : numbered(all);
    return { teks: inWords(pembaca, lines(teks, listed)), pilihan: [] };
  }
  if (limits.choices !== "poll" && limits.choices !== "list")
    return { teks, ...laidOut, pilihan: fitted };
  const pollText = tanpaNomor === true ? balasText.pollAngka : balasText.poll;
  const ajakan = limits.choices === "list" ? balasText.daftar : pollText;
  return { teks, pilihan: fitted, ajakan: inPlainWords(pembaca, ajakan) };
}

/** A title as it reads in running text: without the sign at its head. */
export function bareTitle(judul: string): string {
  const bare = judul.replace(HEAD_SIGN, "");
  return bare === "" ? judul : bare;
}

// Digits, # and * count as emoji too, hence no \p{Emoji}.
const HEAD_SIGN = /^[\p{Extended_Pictographic}\p{Emoji_Modifier}\u{FE0F}\u{200D}\s]+/u;

/** A poll of one choice asks nothing, and a vote is known by its title alone. */
const POLL_MIN = 2;

function canShow(pilihanList: readonly Pilihan[], { choices, choicesMax }: ChoiceLimits): boolean {
  if (choices === "text" || pilihanList.length > choicesMax) return false;
  if (choices !== "poll") return true;
  const titles = new Set(pilihanList.map(({ judul }) => judul.trim()));
  return titles.size === pilihanList.length && titles.size >= POLL_MIN;
}

/** More than this many choices stand below one another. */
const ONE_LINE_MAX = 3;

function numbered(pilihanList: readonly Pilihan[]): Teks {
  const entryList = pilihanList.map(({ judul }, index) =>
    fill(balasText.nomor, { nomor: index + 1, judul: bareTitle(judul) }),
  );
  return entryList.length > ONE_LINE_MAX
    ? lines(balasText.angka, ...entryList)
    : [balasText.satu, " ", joined(entryList, " · ")];
}

const named = (pilihanList: readonly Pilihan[]): Teks =>
  fill(balasText.tulisan, {
    pilihan: joined(
      pilihanList.map(({ judul }) => bareTitle(judul)),
      " · ",
    ),
  });

/** A page is opened by a button and by nothing that is typed. */
const canOpen = ({ halaman }: Pilihan, { choices, pages }: ChoiceLimits): boolean =>
  halaman === undefined || (choices === "buttons" && pages === true);

const hasChoice = (row: readonly Pilihan[]): boolean => row.length > 0;

const fitTitles = (row: readonly Pilihan[], { choiceTitleMax }: ChoiceLimits): Pilihan[] =>
  row.map(({ judul, ...rest }) => ({
    ...rest,
    judul: plainText(shorten(plain(judul), choiceTitleMax)),
  }));
