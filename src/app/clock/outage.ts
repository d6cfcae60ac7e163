import type { BerkasTerbuka } from "../../core/conversation/world.ts";
import { decide } from "../../core/engine/decide.ts";
import { sayDecision } from "../../core/pesan/say.ts";
import { type Jeda, menitKerjaAntara } from "../../core/waktu/tenggat.ts";
import type { Deps } from "../deps.ts";
import type { KantorRecord } from "../ports/rows.ts";
import { SingleFlight } from "../single-flight.ts";
import { commitUntilDone } from "../turn/commit.ts";
import { loadWorld } from "../turn/load-world.ts";
import { TurnWriter } from "../turn/turn-writer.ts";

/** Working minutes; a restart shorter than this kept nobody from working. */
const SINGKAT_MENIT = 15;

type OutageDeps = Pick<
  Deps,
  "store" | "clock" | "log" | "random" | "kamus" | "offices" | "channels"
>;

/**
 * Gives back to everything that is owed the working time in which the program was down. It comes before
 * anything is looked at or sent, so that nobody is reminded of a deadline that has moved.
 */
export async function takeOutages(deps: OutageDeps): Promise<void> {
  const aliveMs = await deps.store.readAlive();
  const jeda = { mulaiMs: aliveMs ?? deps.clock.now(), usaiMs: deps.clock.now() };
  if (jeda.usaiMs - jeda.mulaiMs >= SINGKAT_MENIT * 60_000) {
    for (const record of await deps.store.listKantor()) {
      try {
        await takeOutage(deps, record, jeda);
      } catch (cause) {
        deps.log.error(
          { kantorId: record.kantor.id, err: cause },
          "outage not taken off the clocks",
        );
      }
    }
  }
  await deps.store.saveAlive(deps.clock.now());
}

async function takeOutage(deps: OutageDeps, { kantor, calendar }: KantorRecord, jeda: Jeda) {
  if (kantor.aktif === false) return;
  const menit = menitKerjaAntara(jeda.mulaiMs, jeda.usaiMs, calendar);
  if (menit < SINGKAT_MENIT) return;
  await commitUntilDone(deps, async (later) => {
    const writer = new TurnWriter(await loadWorld(deps, kantor.id, []));
    const running = [...writer.world.berkasById.values()].filter(
      ({ state }) => state.status === "berjalan",
    );
    for (const berkas of running) take(deps, writer, berkas, jeda);
    later(() =>
      deps.log.warn({ kantorId: kantor.id, ...jeda, menit, berkas: running.length }, "outage"),
    );
    return running.length === 0 ? null : writer.request();
  });
}

function take(
  { random }: OutageDeps,
  writer: TurnWriter,
  { sop, state }: BerkasTerbuka,
  jeda: Jeda,
): void {
  const { world } = writer;
  const decision = sayDecision(sop, world, decide(sop, state, { kind: "gangguan", jeda }, world));
  if (decision.kind === "refused") return;
  writer.add(
    { session: null, berkasList: [{ sop, state: decision.state }], effects: decision.effects },
    { sebab: `gangguan:${state.id}:${jeda.mulaiMs}`, asal: null, pelaku: null, random },
  );
}

/** Writes down at each tick that the program runs, and once more as it ends. */
export class SignOfLife {
  readonly #deps: Pick<Deps, "store" | "clock" | "log">;
  readonly #saves = new SingleFlight(() => this.#deps.store.saveAlive(this.#deps.clock.now()));

  constructor(deps: Pick<Deps, "store" | "clock" | "log">) {
    this.#deps = deps;
  }

  /** Nobody waits for it. */
  wake(): void {
    this.#saves
      .run()
      .catch((cause: unknown) => this.#deps.log.warn({ err: cause }, "no sign of life was kept"));
  }

  async stop(): Promise<void> {
    await this.#saves.run().catch(() => undefined);
  }
}
