import type { FromPerson } from "../ports/channel.ts";
import type { Log } from "../ports/log.ts";
import type { Store } from "../ports/store.ts";
import { SingleFlight } from "../single-flight.ts";
import { Batch } from "../turn/batch.ts";
import type { Peers } from "./peers.ts";

export interface PassedDeps {
  readonly store: Pick<Store, "passedKantor" | "listPassed" | "dropPassed">;
  readonly peers: Pick<Peers, "isMine">;
  /** Handles an update in this process, whatever process should by now. */
  readonly handle: (event: FromPerson) => Promise<void>;
  readonly log: Log;
}

/**
 * Takes the updates that other processes kept for this one, those too that were kept for one that died.
 * Handled twice, should two processes think it is theirs, they are known by their key.
 */
export class PassedUpdates {
  readonly #deps: PassedDeps;
  readonly #underWay = new Set<string>();
  readonly #looks = new SingleFlight(() => this.#look());
  readonly #done: Batch<"handled", string>;
  #stopped = false;

  constructor(deps: PassedDeps) {
    this.#deps = deps;
    this.#done = new Batch((_, keyList) => deps.store.dropPassed(keyList));
  }

  /** Looks, and resolves once what there was stands in line before whatever is handled from then on. */
  take(): Promise<void> {
    return this.#looks.run();
  }

  /** Looks beside everything else; what cannot be read now is there at the next look. */
  look(): void {
    this.take().catch((err: unknown) =>
      this.#deps.log.warn({ err }, "passed updates could not be read"),
    );
  }

  /** Takes no more; what is left is another's, or waits for the next start. */
  stop(): void {
    this.#stopped = true;
  }

  async #look(): Promise<void> {
    if (this.#stopped) return;
    const { store, peers } = this.#deps;
    const mine = (await store.passedKantor()).filter((kantorId) => peers.isMine(kantorId));
    if (mine.length === 0) return;
    const eventList = await store.listPassed(mine);
    for (const event of eventList) if (!this.#underWay.has(event.eventId)) void this.#handle(event);
  }

  async #handle(event: FromPerson): Promise<void> {
    const { handle, log } = this.#deps;
    const { eventId } = event;
    this.#underWay.add(eventId);
    try {
      await handle(event);
      await this.#done.add("handled", eventId);
    } catch (err) {
      log.warn({ err, updateId: eventId }, "a passed update could not be handled; trying again");
      return;
    } finally {
      this.#underWay.delete(eventId);
    }
    // There may be more than one look reads.
    if (this.#underWay.size === 0) this.look();
  }
}
