import { checkAgain, sayAgain } from "../../core/conversation/jangkauan.ts";
import type { Effect } from "../../core/pesan/effect.ts";
import { pembacaOf, sayTo } from "../../core/pesan/ucap.ts";
import { nextMorning } from "../../core/waktu/calendar.ts";
import type { Instant } from "../../core/waktu/instant.ts";
import type { Deps } from "../deps.ts";
import type { InboundEvent, Reach, SendResult } from "../ports/channel.ts";
import type { OutboxRow } from "../ports/outbox.ts";
import type { TimerRow } from "../ports/rows.ts";
import type { LoadedWorld } from "../turn/load-world.ts";
import type { TurnWriter } from "../turn/turn-writer.ts";

/** What the keys of messages begin with that find out whether an account takes messages again. */
const PROBE = "jangkauan:";

/** What a send taught about its chat, as an update like any other; null where it taught nothing. */
export function reachOf(
  { id, address, attempts, dedupeKey, createdMs }: OutboxRow,
  result: SendResult,
  atMs: Instant,
): InboundEvent | null {
  const reach = learned(result, dedupeKey.startsWith(PROBE) ? createdMs : null);
  if (reach === null) return null;
  const eventId = `kirim:${id}:${attempts}`;
  return { channelId: address.channelId, eventId, atMs, from: address, nama: null, ...reach };
}

function learned(result: SendResult, probedMs: Instant | null): Reach | null {
  if (result.kind === "failed")
    return result.code === "blocked" ? { type: "reach", reachable: false } : null;
  return probedMs === null ? null : { type: "reach", reachable: true, saidMs: probedMs };
}

/**
 * Tries accounts that took no messages, once a working day: with everything open for their person in
 * one message. Services do not always tell that somebody can be written to again.
 */
export async function tryAgain(
  { store, random }: Pick<Deps, "store" | "random">,
  writer: TurnWriter,
  { timers, loaded }: { readonly timers: readonly TimerRow[]; readonly loaded: LoadedWorld },
): Promise<void> {
  const { world } = writer;
  for (const { id, isi } of timers) {
    const akun = world.akunList.find((one) => isi.jenis === "jangkauan" && one.id === isi.akunId);
    const pegawai = world.kantor.pegawaiList.find((one) => one.id === akun?.pegawaiId);
    if (akun === undefined || pegawai === undefined || akun.takTerjangkauMs === null) continue;
    const tertahan = new Map([[akun.id, await store.unsaidNews(world.kantor.id, akun.id)]]);
    const probe: Effect = {
      kind: "pesan",
      kepada: { ke: "pegawai", pegawaiId: pegawai.id, akunId: akun.id },
      prioritas: "pengingat",
      pesan: sayTo(pembacaOf(world, pegawai.id), sayAgain({ ...world, tertahan }, pegawai, akun)),
    };
    const later = checkAgain(akun.id, nextMorning(world.calendar, world.nowMs));
    // While its channel is down, such messages would only pile up.
    const effects = isUp(loaded, akun.id) ? [probe, later] : [later];
    const cause = { sebab: `${PROBE}${id}`, asal: null, pelaku: null, random };
    writer.add({ session: null, berkasList: [], effects }, cause);
  }
}

const isUp = ({ rows, isUp: isChannelUp }: LoadedWorld, akunId: string): boolean =>
  rows.accountList.some(({ id, address }) => id === akunId && isChannelUp(address.channelId));
