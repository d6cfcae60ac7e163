import { emptySession, type Session } from "../../core/conversation/session.ts";
import type { Akun, World } from "../../core/conversation/world.ts";
import type { KantorId, PegawaiId } from "../../core/kantor/schema.ts";
import { type Instant, toLocal } from "../../core/waktu/instant.ts";
import { officeTime } from "../clock/office-time.ts";
import type { Deps } from "../deps.ts";
import type { Channel } from "../ports/channel.ts";
import type { Account, KantorRows } from "../ports/rows.ts";
import type { KantorCache } from "./kantor-cache.ts";

/** The world of one office at this instant, with the rows it was made from. */
export interface LoadedWorld {
  readonly world: World;
  readonly rows: KantorRows;
  /** Whether messages can be sent on this channel; true where no channel runs to be asked. */
  readonly isUp: (channelId: string) => boolean;
}

/** Reads everything one batch may need: the office from memory, the rest afresh. */
export async function loadWorld(
  deps: Pick<Deps, "store" | "clock" | "log" | "kamus"> & Partial<Pick<Deps, "channels">>,
  cache: Pick<KantorCache, "get" | "watchClock">,
  kantorId: KantorId,
  berkasIdList: readonly string[],
): Promise<LoadedWorld> {
  // Before anything else is read: what comes in between is a conflict then, and nothing is missed.
  const { nowMs, logSeq } = await officeTime(deps, kantorId);
  const clockMs = deps.clock.now();
  cache.watchClock(kantorId, nowMs - clockMs, deps.log);
  let record = await cache.get(kantorId);
  const tahun = Number.parseInt(toLocal(nowMs, record.kantor.zonaWaktu).tanggal.slice(0, 4), 10);
  const rows = await deps.store.loadRows({
    kantorId,
    pegawaiIdList: record.kantor.pegawaiList.map(({ id }) => id),
    berkasIdList,
    tahun: [tahun - 1, tahun],
  });
  record = await cache.get(kantorId, rows.kantorVersi);
  return {
    rows,
    isUp: (channelId) => deps.channels === undefined || isUp(deps.channels.get(channelId), clockMs),
    world: {
      nowMs,
      logSeq,
      kantor: record.kantor,
      kamus: deps.kamus,
      calendar: record.calendar,
      sopList: record.sopList,
      berkasById: rows.berkasById,
      realisasi: rows.realisasi,
      terhubung: new Set(rows.accountList.map(({ pegawaiId }) => pegawaiId)),
      akunList: rows.accountList.map((account) => akunOf(account, deps.channels)),
      periodeSelesai: rows.periodeSelesai,
      nomorList: rows.nomorList,
      dibaca: new Set(),
      undanganTerbuka: new Set(),
      tertahan: new Map(),
      idList: [],
      kodeUndangan: "",
    },
  };
}

/** A channel that has just gone, as all do for a moment when the program starts, is not given up. */
function isUp(channel: Channel | undefined, nowMs: Instant): boolean {
  if (channel === undefined) return false;
  const { state, sinceMs } = channel.status();
  const down = state === "offline" || state === "login-required" || state === "failed";
  return !down || nowMs - sinceMs < DOWN_AFTER_MS;
}

const DOWN_AFTER_MS = 60_000;

/** A channel that is not running here goes by its id. */
function akunOf(account: Account, channels: Deps["channels"] | undefined): Akun {
  const { id, pegawaiId, address, takTerjangkauMs } = account;
  const channel = channels?.get(address.channelId);
  const saluran = channel?.nama ?? address.channelId;
  return { id, pegawaiId, saluran, massal: channel?.caps.bulk ?? true, takTerjangkauMs };
}

/** The saved session of a person, or a fresh one. */
export const sessionOf = (rows: KantorRows, pegawaiId: PegawaiId): Session =>
  rows.sessionByPegawai.get(pegawaiId)?.session ?? emptySession;
