// W8: the people. What one quarter of a sheet asks of each role, without a mistake, with everybody on
// time and with two who are not, and how long that takes at the keystroke level, against the minutes the sheet itself allows.
import { Child } from "../child.mjs";

const sheets = [
  ["003", "paringin-selatan"],
  ["002", "kemlagi"],
  ["003 late", "paringin-selatan-terlambat"],
];

/** What the clock sent unasked, and not because somebody's turn had come. */
const isReminder = (text) => /^(⏰ Pengingat|⚠️ Masih ditunggu)/.test(text);

/**
 * Operators of the Keystroke-Level Model in seconds: Card, Moran and Newell, "The keystroke-level model for
 * user performance time with interactive systems", Communications of the ACM 23(7), 1980. K is that of an
 * average typist who is no secretary.
 */
const KLM = { keystroke: 0.28, point: 1.1, press: 0.2, home: 0.4, think: 1.35 };
/** Words a minute read in silence: Brysbaert, Journal of Memory and Language 109, 2019. */
const WORDS_PER_MINUTE = 238;

/** Of a tap: decide, point, press and let go. */
const TAP_S = KLM.think + KLM.point + KLM.press;
/** Of a typed message: decide, hand to the keys, every letter, and the key that sends it. */
const typedSeconds = (text) => KLM.think + KLM.home + (text.length + 1) * KLM.keystroke;

const wordsOf = (text) => text.split(/\s+/).filter(Boolean).length;
const sum = (list, pick) => list.reduce((total, one) => total + pick(one), 0);

const MINUTES = { menit: 1, jam: 60 };

/** What the sheet allows a role in a quarter, in minutes; null where it names nothing. */
function allowed(langkahList, peran) {
  const mine = langkahList.filter((one) => one.waktu !== null && one.peran.includes(peran));
  if (mine.length === 0) return null;
  return sum(mine, ({ waktu: { nilai, satuan } }) => nilai * MINUTES[satuan]);
}

export const title =
  "W8: what one quarter asks of a person of each role (mean), against the sheet's minutes";

/** Nothing here is left to chance: one round. */
export async function run({ note }) {
  const player = new Child("bots/people.mjs", {}, ["--import", "tsx"]);
  try {
    await player.next();
    const rows = [];
    for (const [number, sheet] of sheets) {
      const { langkahList, people } = await player.ask("play", { sheet });
      note(`${sheet}: ${people.length} people`);
      for (const peran of new Set(people.map((one) => one.peran))) {
        rows.push(rowOf(`${number} ${peran}`, { langkahList, people, peran }));
      }
    }
    return rows;
  } finally {
    await player.kill();
  }
}

function rowOf(name, { langkahList, people, peran }) {
  const mine = people.filter((one) => one.peran === peran);
  const mean = (pick, digits = 1) => (sum(mine, pick) / mine.length).toFixed(digits);
  const minutes = allowed(langkahList, peran);
  return {
    "": name,
    people: String(mine.length),
    "messages got": mean(({ messages }) => messages.length),
    "reminders of them": mean(({ messages }) => messages.filter(isReminder).length),
    "words read": mean(({ messages }) => sum(messages, wordsOf), 0),
    taps: mean(({ taps }) => taps),
    "messages typed": mean(({ typed }) => typed.length),
    characters: mean(({ typed }) => sum(typed, ({ length }) => length)),
    "doing s": mean(({ taps, typed }) => taps * TAP_S + sum(typed, typedSeconds), 0),
    "reading s": mean(({ messages }) => (sum(messages, wordsOf) / WORDS_PER_MINUTE) * 60, 0),
    "sheet min": minutes === null ? "-" : String(minutes),
  };
}
