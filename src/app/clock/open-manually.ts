import type { World } from "../../core/conversation/world.ts";
import type { Accepted } from "../../core/engine/decision.ts";
import { openBerkas } from "../../core/engine/open.ts";
import type { BerkasId, BerkasState } from "../../core/engine/state.ts";
import type { KantorId } from "../../core/kantor/schema.ts";
import { labelPeriode, type Periode } from "../../core/kinerja/periode.ts";
import type { Effect } from "../../core/pesan/effect.ts";
import type { PenolakanCode } from "../../core/pesan/penolakan.ts";
import { sayDecision } from "../../core/pesan/say.ts";
import type { Sop } from "../../core/sop/schema.ts";
import type { Deps } from "../deps.ts";
import { commitUntilDone } from "../turn/commit.ts";
import { worldOf } from "../turn/load-world.ts";
import { readOffice } from "../turn/offices.ts";
import { TurnWriter } from "../turn/turn-writer.ts";

/** What became of the wish to open a berkas. */
export type OpenResult =
  | { readonly kind: "opened"; readonly state: BerkasState }
  | {
      readonly kind: "refused";
      readonly code: PenolakanCode;
      readonly data: Readonly<Record<string, string>>;
    };

/** Which berkas to open. */
export interface OpenWish {
  readonly kantorId: KantorId;
  readonly sopId: string;
  readonly periode: Periode;
}

/** Opens a berkas for the operator, as `/mulai` does for those who may in chat. */
export async function openManually(
  deps: Pick<Deps, "store" | "random" | "clock" | "log" | "kamus">,
  wish: OpenWish,
): Promise<OpenResult> {
  const id = deps.random.id();
  let result: OpenResult = { kind: "refused", code: "tidak-ada-sop", data: {} };
  await commitUntilDone(deps, async () => {
    const loaded = worldOf(deps, await readOffice(deps.store, wish.kantorId, deps.clock.now()));
    const opened = open(loaded.world, wish, id);
    result = opened.kind === "accepted" ? { kind: "opened", state: opened.state } : opened;
    if (opened.kind === "refused") return null;
    const { state, effects, sop } = opened;
    const writer = new TurnWriter(loaded);
    writer.add(
      { session: null, berkasList: [{ state, sop }], effects },
      { sebab: `buka:${id}`, asal: null, pelaku: null, random: deps.random },
    );
    return writer.request();
  });
  return result;
}

type Opened = (Accepted<Effect> & { readonly sop: Sop }) | Extract<OpenResult, { kind: "refused" }>;

function open(world: World, wish: OpenWish, id: BerkasId): Opened {
  const chosen = world.sopList.find(({ sop }) => sop.id === wish.sopId);
  if (chosen === undefined) return { kind: "refused", code: "tidak-ada-sop", data: {} };
  const { sop, hash } = chosen;
  const data = {
    sop: sop.nama,
    periode: labelPeriode(wish.periode, world.kantor.istilahTriwulan),
  };
  const exists = [...world.berkasById.values()].some(
    ({ state }) =>
      state.sopId === sop.id && state.periode === wish.periode && state.status === "berjalan",
  );
  if (exists) return { kind: "refused", code: "berkas-sudah-ada", data };
  const request = { id, sop, sopHash: hash, periode: wish.periode, oleh: "sistem" } as const;
  const decision = sayDecision(sop, world, openBerkas(request, world));
  return decision.kind === "refused"
    ? { ...decision, data: { ...data, ...decision.data } }
    : { ...decision, sop };
}
