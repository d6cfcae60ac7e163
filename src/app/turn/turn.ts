import { gabung } from "../../core/conversation/incoming/gabung.ts";
import type { Masukan } from "../../core/conversation/world.ts";
import type { FromPerson } from "../ports/channel.ts";
import type { Known } from "./authenticate.ts";
import type { Item } from "./item.ts";

/** Updates of one person that are taken as one act and answered once. */
export interface Turn {
  readonly who: Known;
  readonly eventList: readonly [FromPerson, ...FromPerson[]];
  readonly masukan: Masukan;
}

/** Neighbours that belong together become one turn, whatever does not one of its own. */
export function turnsOf(items: readonly Item[]): readonly Turn[] {
  const turns: Turn[] = [];
  for (const { event, who, masukan } of items) {
    const last = turns.at(-1);
    const both =
      last !== undefined && isSameChat(last, event) ? gabung(last.masukan, masukan) : null;
    if (last === undefined || both === null) turns.push({ who, eventList: [event], masukan });
    else turns[turns.length - 1] = { who, eventList: [...last.eventList, event], masukan: both };
  }
  return turns;
}

/** The updates a turn was made of. */
export const itemsOf = (items: readonly Item[], { eventList }: Turn): readonly Item[] =>
  items.filter(({ event }) => eventList.includes(event));

const isSameChat = ({ eventList: [{ from }] }: Turn, other: FromPerson): boolean =>
  from.channelId === other.from.channelId && from.chat === other.from.chat;
