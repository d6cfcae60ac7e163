import type { Log } from "../ports/log.ts";
import type { NaskahRecord } from "../ports/naskah.ts";
import type { Store } from "../ports/store.ts";
import type { Timing } from "../ports/timing.ts";
import { SingleFlight } from "../single-flight.ts";
import { bentukOf, type NaskahFiles } from "./naskah-file.ts";

/** Papers made in one go; drawing one takes a good part of a second, and messages want their turn. */
const PER_RUN = 8;
/** A paper that could not be made is left alone for so long, and holds nobody else up. */
const REST_MS = 3_600_000;

/** What making files ahead of time needs of the world. */
export interface NaskahSweepDeps {
  readonly store: Pick<Store, "unmadeNaskah">;
  readonly naskah: NaskahFiles;
  readonly timing: Timing;
  readonly log: Log;
}

/**
 * Makes the files of papers that nobody has asked for yet, so that every version has its SHA-256 soon
 * after its commit. What was made is recorded; whoever is killed in between leaves the paper to the
 * next run.
 */
export class NaskahSweep {
  readonly #deps: NaskahSweepDeps;
  readonly #restUntilById = new Map<string, number>();
  readonly #runs = new SingleFlight(() => this.#makeSome());
  #stopped = false;

  constructor(deps: NaskahSweepDeps) {
    this.#deps = deps;
  }

  /** Looks for papers beside everything else: nobody who waits for an answer waits for this. */
  wake(): void {
    this.run().catch((cause: unknown) =>
      this.#deps.log.error({ err: cause }, "papers without a file could not be looked up"),
    );
  }

  /** Makes some of what is not made yet. */
  run(): Promise<void> {
    return this.#runs.run();
  }

  /** Lets the paper under way be made, for so long at most; the others keep until the next start. */
  async stop(deadlineMs: number): Promise<void> {
    this.#stopped = true;
    const waited = new AbortController();
    const ended = this.run().catch(() => undefined);
    await Promise.race([ended, this.#deps.timing.sleep(deadlineMs, waited.signal)]);
    waited.abort();
  }

  async #makeSome(): Promise<void> {
    if (this.#stopped) return;
    const { store, timing } = this.#deps;
    for (const [id, untilMs] of this.#restUntilById) {
      if (untilMs <= timing.now()) this.#restUntilById.delete(id);
    }
    const list = await store.unmadeNaskah(PER_RUN + this.#restUntilById.size);
    const due = list.filter(({ naskah }) => !this.#restUntilById.has(naskah.id)).slice(0, PER_RUN);
    for (const record of due) {
      if (this.#stopped) return;
      await this.#make(record);
    }
  }

  async #make({ kantorId, naskah: paper }: NaskahRecord): Promise<void> {
    const { naskah, timing, log } = this.#deps;
    const { id } = paper;
    try {
      await naskah.get(kantorId, id, bentukOf(paper, "pdf"));
    } catch (cause) {
      this.#restUntilById.set(id, timing.now() + REST_MS);
      log.error({ err: cause, naskahId: id }, "the file of a paper could not be made");
    }
  }
}
