import { emptySession, type Session } from "../../core/conversation/session.ts";
import type { Akun, World } from "../../core/conversation/world.ts";
import type { BerkasId } from "../../core/engine/state.ts";
import { kantorPada } from "../../core/kantor/pada.ts";
import type { KantorId, PegawaiId } from "../../core/kantor/schema.ts";
import { LAJU_BIASA, type LajuMassal } from "../../core/pesan/laju-massal.ts";
import type { Instant } from "../../core/waktu/instant.ts";
import type { Deps } from "../deps.ts";
import type { Channel } from "../ports/channel.ts";
import type { Account, Office } from "../ports/rows.ts";
import { officeNow } from "./offices.ts";

/** The world of one office at this instant, with the office it was made from. */
export interface LoadedWorld {
  readonly world: World;
  readonly rows: Office;
  /** Whether messages can be sent on this channel; true where no channel runs to be asked. */
  readonly isUp: (channelId: string) => boolean;
  /** Whether a message can be kept at the top of a chat there. */
  readonly canPin: (channelId: string) => boolean;
}

/** The world of an office, with these berkas whether they run or not. */
export async function loadWorld(
  deps: Pick<Deps, "store" | "clock" | "channels" | "offices" | "kamus">,
  kantorId: KantorId,
  berkasIdList: readonly BerkasId[],
): Promise<LoadedWorld> {
  const office = await deps.offices.get(kantorId, deps.clock.now());
  return withBerkas(deps, worldOf(deps, office), berkasIdList);
}

/** What an office is decided in, and nothing else: no clock is asked later. */
export function worldOf(
  { clock, kamus, channels }: Pick<Deps, "clock" | "kamus"> & Partial<Pick<Deps, "channels">>,
  office: Office,
): LoadedWorld {
  const clockMs = clock.now();
  const nowMs = officeNow(office, clockMs);
  const { kantor, calendar, sopList, accountList } = office;
  return {
    rows: office,
    isUp: (channelId) => channels === undefined || isUp(channels.get(channelId), clockMs),
    canPin: (channelId) => channels?.get(channelId)?.caps.pin === true,
    world: {
      nowMs,
      logSeq: office.log.seq,
      kantor: kantorPada(kantor, nowMs),
      kamus,
      calendar,
      sopList,
      berkasById: office.berkasById,
      realisasi: office.realisasi,
      terhubung: new Set(accountList.map(({ pegawaiId }) => pegawaiId)),
      bertabel: new Set(
        accountList
          .filter(({ address }) => channels?.get(address.channelId)?.caps.pages === true)
          .map(({ pegawaiId }) => pegawaiId),
      ),
      akunList: accountList.map((account) => akunOf(account, channels)),
      periodeSelesai: office.periodeSelesai,
      nomorList: office.nomorList,
      dibaca: new Set(),
      undanganTerbuka: new Set(),
      dipantau: [],
      revisiList: [],
      tertahan: new Map(),
      idList: [],
      kodeUndangan: "",
      tautanUndangan: null,
    },
  };
}

/** Adds berkas that do not run any more, where these are some. */
export async function withBerkas(
  { store }: Pick<Deps, "store">,
  loaded: LoadedWorld,
  idList: readonly BerkasId[],
): Promise<LoadedWorld> {
  const { rows, world, ...rest } = loaded;
  const isHere = (id: BerkasId): boolean =>
    world.berkasById.has(id) || rows.unreadable.berkas.has(id);
  const missing = [...new Set(idList)].filter((id) => !isHere(id));
  if (missing.length === 0) return loaded;
  const { berkasById, unreadable } = await store.loadBerkas(world.kantor.id, missing);
  const { berkas, sessions } = rows.unreadable;
  return {
    ...rest,
    rows: { ...rows, unreadable: { berkas: new Set([...berkas, ...unreadable]), sessions } },
    world: { ...world, berkasById: new Map([...world.berkasById, ...berkasById]) },
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

/** How messages to many go there; a channel that is not running here may well bear them. */
export const lajuMassal = (channel: Channel | undefined): LajuMassal | null =>
  channel === undefined ? LAJU_BIASA : channel.caps.bulk;

/** A channel that is not running here goes by its id. */
function akunOf(account: Account, channels: Deps["channels"] | undefined): Akun {
  const { id, pegawaiId, address, takTerjangkauMs } = account;
  const channel = channels?.get(address.channelId);
  const saluran = channel?.nama ?? address.channelId;
  return { id, pegawaiId, saluran, massal: lajuMassal(channel), takTerjangkauMs };
}

/** The saved session of a person, or a fresh one. */
export const sessionOf = (office: Office, pegawaiId: PegawaiId): Session =>
  office.sessionByPegawai.get(pegawaiId) ?? emptySession;
