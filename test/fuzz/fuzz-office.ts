import type { InboundEvent } from "../../src/app/ports/channel.ts";
import type { CommitRequest } from "../../src/app/ports/commit.ts";
import type { Store } from "../../src/app/ports/store.ts";
import type { Kantor } from "../../src/core/kantor/schema.ts";
import { tokenOf } from "../../src/core/pesan/token.ts";
import { faultsOfState } from "../core/engine/invariants.ts";
import { KANTOR, openDesk, openOffice } from "../support/desk.ts";
import { openTestStore, type TestStore } from "../support/store.ts";
import type { Dice } from "./mutate.ts";

/** Chats of the people of the office, by the numbers the services know them by. */
const PEOPLE = ["camat", "sekcam", "kasi-pelayanan", "kasi-pemerintahan", "kasubbag", "staf"];
const TOKENS = 200;

/** An office whose program is started anew for every update, so that nothing lives but what is stored. */
export class FuzzOffice {
  readonly #test: TestStore;
  readonly #store: Store;
  readonly #kantor: Kantor;
  readonly #committed: CommitRequest[];
  /** Of buttons people were shown, the newest last. */
  readonly #tokens: string[] = [];
  taken = 0;

  private constructor(
    test: TestStore,
    store: Store,
    parts: { kantor: Kantor; committed: CommitRequest[] },
  ) {
    this.#test = test;
    this.#store = store;
    this.#kantor = parts.kantor;
    this.#committed = parts.committed;
  }

  static async open(): Promise<FuzzOffice> {
    const test = await openTestStore();
    const committed: CommitRequest[] = [];
    const store: Store = {
      ...test.store,
      async commit(request) {
        const result = await test.store.commit(request);
        if (result === "committed") committed.push(request);
        return result;
      },
    };
    await openOffice(openDesk(store));
    const record = await store.loadKantor(KANTOR);
    if (record === null) throw new Error("no office");
    const office = new FuzzOffice(test, store, { kantor: record.kantor, committed });
    office.#look();
    return office;
  }

  /** Somebody of the office does it, mostly at a button they have or had; throws where that breaks anything. */
  async take(dice: Dice, event: InboundEvent): Promise<void> {
    const desk = openDesk(this.#store);
    this.taken += 1;
    const made = this.#byOneOfUs(dice, event);
    await desk.updates.handle(made);
    const errors = desk.log.lines.filter(({ level }) => level === "error");
    const faults = [
      ...errors.map(({ message, fields }) => `${message}: ${String(fields["err"])}`),
      ...this.#look(),
    ];
    if (faults.length > 0) throw new Error(`${JSON.stringify(made)}: ${faults.join("; ")}`);
  }

  /** Whether the chain of the log is whole. */
  async isWhole(): Promise<boolean> {
    return (await this.#store.verifyLog(KANTOR)).brokenSeq === null;
  }

  close(): Promise<void> {
    return this.#test.close();
  }

  #byOneOfUs(dice: Dice, event: InboundEvent): InboundEvent {
    if (event.type === "receipt" || event.type === "group") return event;
    const from = dice.chance(0.95) ? { ...event.from, chat: dice.pick(PEOPLE) } : event.from;
    const own = { ...event, from, eventId: `memory:fuzz:${this.taken}` };
    if (own.type !== "choice" || dice.chance(0.2)) return own;
    return { ...own, token: dice.pick(this.#tokens) };
  }

  /** What is wrong with what was committed since the last look. */
  #look(): readonly string[] {
    const requests = this.#committed.splice(0);
    for (const { isi } of requests.flatMap(({ outbox }) => outbox)) {
      for (const { id } of (isi.pilihan ?? []).flat())
        this.#tokens.push(tokenOf(isi.promptId ?? null, id));
    }
    this.#tokens.splice(0, this.#tokens.length - TOKENS);
    return requests
      .flatMap(({ berkas }) => berkas)
      .flatMap(({ state }) => faultsOfState(state, this.#kantor));
  }
}
