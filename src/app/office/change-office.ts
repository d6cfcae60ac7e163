import { kabarWakil } from "../../core/conversation/kabar-halangan.ts";
import { putusEffects } from "../../core/conversation/putus.ts";
import { serahTerima } from "../../core/conversation/serah-terima.ts";
import { type Akibat, decidePerubahan } from "../../core/conversation/ubah-kantor.ts";
import type { World } from "../../core/conversation/world.ts";
import type { Refusal } from "../../core/engine/decision.ts";
import type { Perubahan } from "../../core/kantor/perubahan.ts";
import { type KantorId, OPERATOR, type Pegawai, type PegawaiId } from "../../core/kantor/schema.ts";
import { penolakanText } from "../../core/pesan/penolakan.ts";
import { inPlainWords, pembacaOf } from "../../core/pesan/ucap.ts";
import type { Deps } from "../deps.ts";
import { commitUntilDone } from "../turn/commit.ts";
import { worldOf } from "../turn/load-world.ts";
import { readOffice } from "../turn/offices.ts";
import { TurnWriter } from "../turn/turn-writer.ts";

type ChangeDeps = Pick<Deps, "store" | "random" | "clock" | "log" | "kamus">;

/** What an operator changes about the people or the calendar of an office: as in the chat, and decided there. */
export interface Change {
  readonly perubahanList: readonly Perubahan[];
  /** Whose accounts are unlinked. */
  readonly putus?: PegawaiId;
  /** Who goes on with what somebody leaves. */
  readonly serah?: { readonly dari: Pegawai; readonly ke: PegawaiId };
}

/** Changes an office for the operator. A sentence says why it cannot be; null once it is done. */
export async function changeOffice(
  deps: ChangeDeps,
  kantorId: KantorId,
  change: Change,
): Promise<string | null> {
  let refusal: string | null = null;
  await commitUntilDone(deps, async () => {
    const office = await readOffice(deps.store, kantorId, deps.clock.now());
    const writer = new TurnWriter(worldOf(deps, office));
    const { world } = writer;
    const nothing: Akibat = {
      kind: "berubah",
      world,
      berkasList: [],
      effects: [],
      dikabari: 0,
    };
    const decided =
      change.perubahanList.length === 0
        ? nothing
        : decidePerubahan(world, change.perubahanList, OPERATOR);
    if (decided.kind === "refused") {
      refusal = sentenceOf(world, decided);
      return null;
    }
    const { serah, putus } = change;
    const unlinked = putus === undefined ? [] : putusEffects(world, putus, OPERATOR);
    const told = serah === undefined ? [] : serahTerima(decided.world, serah.dari, serah.ke);
    const wakil = change.perubahanList.flatMap((one) => kabarWakil(world, one, OPERATOR));
    writer.add(
      {
        session: null,
        berkasList: decided.berkasList,
        effects: [...unlinked, ...wakil, ...decided.effects, ...told],
      },
      {
        sebab: `operator:${kantorId}:${world.logSeq}`,
        asal: null,
        pelaku: null,
        random: deps.random,
      },
    );
    return writer.request();
  });
  return refusal;
}

const sentenceOf = (world: World, { code, data }: Refusal): string =>
  inPlainWords(pembacaOf(world, null), penolakanText(code, data));
