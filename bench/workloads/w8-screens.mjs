// W8-screens: the same people. What one quarter asks of each role, and how many screens of a phone it fills, where
// everything is said in plain lines and where it is laid out.
import { Child } from "../child.mjs";

const sheets = [
  ["003", "paringin-selatan"],
  ["000", "mekanisme-pengukuran"],
  ["peraga", "peraga"],
];

/** A phone as people hold it; the simulator's page is drawn that large. */
const SCREEN_PX = 700;

const sum = (list, pick) => list.reduce((total, one) => total + pick(one), 0);

export const title =
  "W8-screens: what one quarter asks of a person of each role (mean), in plain lines → laid out; a screen is 390 × 700";

/** Nothing here is left to chance: one round. */
export async function run({ note }) {
  const player = new Child("bots/people.mjs", {}, ["--import", "tsx"]);
  try {
    await player.next();
    const rows = [];
    for (const [number, sheet] of sheets) {
      const looks = [];
      for (const rich of [false, true]) {
        looks.push((await player.ask("play", { sheet, rich, ruled: true })).people);
        note(`${sheet}, ${rich ? "laid out" : "plain"}: ${looks.at(-1).length} people`);
      }
      for (const peran of new Set(looks[0].map((one) => one.peran)))
        rows.push(
          rowOf(
            `${number} ${peran}`,
            looks.map((people) => ofRole(people, peran)),
          ),
        );
    }
    return rows;
  } finally {
    await player.kill();
  }
}

const mean = (pick) => (mine) => sum(mine, pick) / mine.length;

const ofRole = (people, peran) => people.filter((one) => one.peran === peran);

function rowOf(name, looks) {
  const both = (of, digits = 1) => looks.map((mine) => of(mine).toFixed(digits)).join(" → ");
  return {
    "": name,
    people: String(looks[0].length),
    taps: both(mean(({ taps }) => taps)),
    "messages typed": both(mean(({ typed }) => typed.length)),
    "messages got": both(mean(({ heights }) => heights.length)),
    screens: both(mean(({ heights }) => sum(heights, (px) => px) / SCREEN_PX)),
    "longest message": both(
      (mine) => Math.max(0, ...mine.flatMap(({ heights }) => heights)) / SCREEN_PX,
      2,
    ),
  };
}
