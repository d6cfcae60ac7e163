import { randomOf } from "../support/endurance.ts";
import { FuzzOffice } from "./fuzz-office.ts";
import { Dice } from "./mutate.ts";
import { drawRaw, recordWires } from "./updates.ts";

/** How much was tried, and how much of it came how far. */
export interface Tried {
  drawn: number;
  /** Were JSON. */
  parsed: number;
  /** Were something somebody did. */
  events: number;
  /** Were decided on by the whole program. */
  handled: number;
}

/**
 * Puts changed updates through the readers, and of what comes out so many through the whole program. Throws
 * with the update that broke something.
 */
export async function fuzzUpdates(
  seed: number,
  { drawn, handled }: { readonly drawn: number; readonly handled: number },
): Promise<Tried> {
  const dice = new Dice(randomOf(seed));
  const wires = await recordWires();
  const office = await FuzzOffice.open();
  const tried: Tried = { drawn: 0, parsed: 0, events: 0, handled: 0 };
  try {
    // The last ones drawn may be of nobody: some more are drawn then.
    while (tried.drawn < drawn || tried.handled < handled) {
      tried.drawn += 1;
      const wire = dice.pick(wires);
      const draw = drawRaw(dice, wire);
      if (draw === null) continue;
      tried.parsed += 1;
      const eventList = eventsOf(wire, draw.raw);
      tried.events += eventList.length;
      // Evenly over all that is drawn.
      const room = Math.min(handled, Math.ceil((handled * tried.drawn) / drawn)) - tried.handled;
      const taken = eventList.slice(0, Math.max(0, room));
      for (const event of taken) await office.take(dice, event);
      tried.handled += taken.length;
    }
    if (!(await office.isWhole())) throw new Error("the chain of the log is broken");
  } finally {
    await office.close();
  }
  return tried;
}

type Wires = Awaited<ReturnType<typeof recordWires>>;

function eventsOf(
  { nama, parse }: Wires[number],
  raw: unknown,
): ReturnType<Wires[number]["parse"]> {
  try {
    return parse(raw);
  } catch (cause) {
    throw new Error(`${nama}: ${JSON.stringify(raw)}: ${String(cause)}`, { cause });
  }
}
