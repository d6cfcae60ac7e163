import { siaranProgress } from "../core/conversation/siaran.ts";
import type { Effect } from "../core/engine/effect.ts";
import type { Deps } from "./deps.ts";
import { SIARAN_PROGRESS_MS } from "./effects/siaran.ts";
import type { TimerRow } from "./ports/rows.ts";
import type { TurnWriter } from "./turn-writer.ts";

/** Brings the sender's progress message up to date, until every receiver is settled. */
export async function reportSiaran(
  deps: Deps,
  writer: TurnWriter,
  timer: TimerRow,
  siaranId: string,
): Promise<void> {
  const status = await deps.store.siaranStatus(siaranId);
  if (status === null) return;
  const effects: Effect[] = [
    { kind: "ubah-prompt", promptId: siaranId, pesan: siaranProgress(status, writer.world.kantor) },
  ];
  if (status.menunggu > 0 && !status.dibatalkan) {
    effects.push({
      kind: "timer",
      kunci: timer.kunci,
      atMs: deps.clock.now() + SIARAN_PROGRESS_MS,
      isi: timer.isi,
    });
  }
  writer.add(
    { session: null, berkasList: [], effects },
    { sebab: `timer:${timer.id}`, asal: null, pelaku: null, random: deps.random },
  );
}
