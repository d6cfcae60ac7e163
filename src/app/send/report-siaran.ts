import {
  isUnderWay,
  type KantorLain,
  type SiaranKeadaan,
  siaranProgress,
} from "../../core/conversation/siaran.ts";
import type { Kantor, KantorId } from "../../core/kantor/schema.ts";
import type { Effect } from "../../core/pesan/effect.ts";
import { pembacaOf, sayTo } from "../../core/pesan/ucap.ts";
import type { Deps } from "../deps.ts";
import type { TimerRow } from "../ports/rows.ts";
import { SIARAN_PROGRESS_MS } from "../turn/effects/siaran.ts";
import { causeOf, type TurnWriter } from "../turn/turn-writer.ts";

/**
 * Brings the sender's progress message up to date, until every receiver is settled. Where a service
 * tells what was read, the report is looked at once more a little later, for people need that long.
 */
export async function reportSiaran(
  deps: Deps,
  writer: TurnWriter,
  timer: TimerRow,
  isi: IsiSiaran,
): Promise<void> {
  const { kantor, nowMs } = writer.world;
  const status = await deps.store.siaranStatus(kantor.id, isi.siaranId);
  if (status === null) return;
  const cause = causeOf(timer, deps);
  const again = (jedaMs: number): Effect => ({
    kind: "timer",
    kunci: timer.kunci,
    atMs: nowMs + jedaMs,
    isi: { ...isi, lalu: { sisa: sisaOf(status), jedaMs } },
  });
  if (isUnderWay(status) && sisaOf(status) === isi.lalu?.sisa) {
    // Slow services take their time; nobody is told again what they were told.
    const jedaMs = Math.min(2 * isi.lalu.jedaMs, PATIENCE_MS);
    return writer.add({ session: null, berkasList: [], effects: [again(jedaMs)] }, cause);
  }
  const late = timer.kunci.endsWith(LATE);
  const said = siaranProgress(status, kantor, await kantorLain(deps, kantor, status));
  const { singkat, ...quiet } = sayTo(pembacaOf(writer.world, null), said);
  const pesan = late || singkat === undefined ? quiet : { ...quiet, singkat };
  const effects: Effect[] = [{ kind: "ubah-prompt", promptId: isi.siaranId, pesan }];
  if (isUnderWay(status)) effects.push(again(SIARAN_PROGRESS_MS));
  else if (!late && hearsOfReading(deps)) {
    const kunci = `${timer.kunci}${LATE}`;
    effects.push({ kind: "timer", kunci, atMs: nowMs + READ_MS, isi });
  }
  writer.add({ session: null, berkasList: [], effects }, cause);
}

type IsiSiaran = Extract<TimerRow["isi"], { readonly jenis: "siaran" }>;

/** How much of it is still to be sent. */
const sisaOf = ({ menunggu, kantorMenunggu }: SiaranKeadaan): number => menunggu + kantorMenunggu;

/** Some go on the next day; still nobody who cancels one waits for its report much longer than this. */
const PATIENCE_MS = 60_000;

/** The other offices of those a broadcast did not reach, read only to name them. */
async function kantorLain(
  { store }: Pick<Deps, "store">,
  own: Kantor,
  { gagal, dilewati }: SiaranKeadaan,
): Promise<KantorLain> {
  const byId = new Map<KantorId, Kantor>();
  for (const { kantorId } of [...gagal, ...dilewati]) {
    if (kantorId === own.id || byId.has(kantorId)) continue;
    const record = await store.loadKantor(kantorId);
    if (record?.kantor.pemantau === own.id) byId.set(kantorId, record.kantor);
  }
  return byId;
}

const LATE = ":dibaca";
/** Most who read a message at once have done so by then, and the report can still be edited. */
const READ_MS = 10 * 60_000;

const hearsOfReading = ({ channels }: Deps): boolean =>
  [...channels.values()].some(({ caps }) => caps.receipts);
