import type { Outcome, Sent } from "./outcome.ts";

/** What the kills did, beside the undisturbed run; all but `kills` and `repeated` must be 0. */
export interface Damage {
  readonly kills: number;
  readonly answersLost: number;
  readonly storedTwice: number;
  readonly transitionsRepeated: number;
  /** Messages that came in no order they came in without kills. */
  readonly outOfOrder: number;
  /** The first of them in each chat, and what was due there. */
  readonly strange: readonly string[];
  /** Messages that came again. */
  readonly repeated: number;
  /** Of one kill and one chat, at most. */
  readonly repeatedInChat: number;
  /** What of the final state differs: each part with the first lines in which it does. */
  readonly differing: readonly string[];
}

const PARTS = ["log", "berkas", "jawaban", "rekap"] as const;

/** Compares what came out with what came out undisturbed; `kills` holds the calls made before each. */
export function damageOf(undisturbed: Outcome, outcome: Outcome, kills: readonly number[]): Damage {
  const chats = [...undisturbed.sentByChat].map(([chat, wanted]) =>
    compareChat(wanted, outcome.sentByChat.get(chat) ?? []),
  );
  const repeats = chats.map(({ repeats }) => repeats);
  return {
    kills: kills.length,
    answersLost: beyond(outcome.jawaban, undisturbed.jawaban),
    storedTwice: beyond(undisturbed.jawaban, outcome.jawaban),
    transitionsRepeated: beyond(undisturbed.log, outcome.log),
    outOfOrder: chats.flatMap(({ strange }) => strange).length,
    strange: chats.flatMap(({ strange }) => strange.slice(0, 1)),
    repeated: repeats.flat().length,
    repeatedInChat: Math.max(0, ...repeats.flatMap((calls) => perKill(calls, kills))),
    differing: [
      ...(outcome.chain ? [] : ["the chain of the log is broken"]),
      ...PARTS.flatMap((part) => firstDifference(part, undisturbed[part], outcome[part])),
    ],
  };
}

function firstDifference(
  part: string,
  wanted: readonly string[],
  got: readonly string[],
): readonly string[] {
  const length = Math.max(wanted.length, got.length);
  for (let at = 0; at < length; at += 1)
    if (wanted[at] !== got[at]) return [`${part}: ${got[at]} instead of ${wanted[at]}`];
  return [];
}

/** How many of the second are not in the first, each counted as often as it stands there. */
function beyond(first: readonly string[], second: readonly string[]): number {
  const left = [...first];
  return second.filter((one) => {
    const at = left.indexOf(one);
    if (at !== -1) left.splice(at, 1);
    return at === -1;
  }).length;
}

/**
 * Follows what came through what should have: each message is the next one, or one that came before and is
 * followed by what followed it then. Answers the calls of repeats, and the messages that are neither or never came.
 */
function compareChat(
  wanted: readonly Sent[],
  came: readonly Sent[],
): {
  readonly repeats: readonly number[];
  readonly strange: readonly string[];
} {
  const whatList = wanted.map(({ what }) => what);
  const repeats: number[] = [];
  const strange: string[] = [];
  let next = 0;
  for (const { what, call } of came) {
    const again = next === 0 ? -1 : whatList.lastIndexOf(what, next - 1);
    if (what !== whatList[next] && again === -1)
      strange.push(`${what} instead of ${whatList[next]}`);
    else if (what !== whatList[next]) repeats.push(call);
    next = what === whatList[next] ? next + 1 : again === -1 ? next : again + 1;
  }
  const missing = whatList.slice(next).map((what) => `nothing instead of ${what}`);
  return { repeats, strange: [...strange, ...missing] };
}

/** How many repeats each kill is followed by, before the next. */
const perKill = (calls: readonly number[], kills: readonly number[]): readonly number[] =>
  kills.map(
    (at, kill) => calls.filter((call) => call >= at && call < (kills[kill + 1] ?? Infinity)).length,
  );
