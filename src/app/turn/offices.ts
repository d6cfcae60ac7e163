import type { KantorId } from "../../core/kantor/schema.ts";
import { type Instant, tahunOf } from "../../core/waktu/instant.ts";
import { ClockWatch } from "../clock/clock-watch.ts";
import type { Address } from "../ports/channel.ts";
import type { CommitRequest } from "../ports/commit.ts";
import type { Log } from "../ports/log.ts";
import type { Account, Office } from "../ports/rows.ts";
import type { Store } from "../ports/store.ts";
import { advance } from "./advance.ts";

/**
 * Offices that are held at once. Measured, one of thirty people with ninety indikator takes 170 kB, one of
 * two hundred people 450 kB: some 35 to 90 MB in all, for more offices than a regency has.
 */
const HELD_MAX = 200;

/**
 * The offices this process works on, in memory, so that a turn reads nothing. Each stands at a version
 * and is moved on by what is committed; whether it still is the newest, the commit itself finds out. What
 * is written behind its back, by another process or by hand, costs one reading anew.
 */
export class Offices {
  readonly #store: Pick<Store, "loadOffice" | "findAccount">;
  readonly #watch: ClockWatch;
  readonly #heldMax: number;
  /** The one that was asked for longest ago comes first. */
  readonly #heldById = new Map<KantorId, Office>();
  readonly #kantorByChat = new Map<string, KantorId>();

  constructor(
    store: Pick<Store, "loadOffice" | "findAccount">,
    log: Pick<Log, "warn" | "info">,
    heldMax = HELD_MAX,
  ) {
    this.#store = store;
    this.#heldMax = heldMax;
    this.#watch = new ClockWatch(log);
  }

  /**
   * An office; it need not be the newest version, so decisions on it are good only once committed.
   * @throws Error when the office is gone: accounts and timers never outlive their office.
   */
  async get(kantorId: KantorId, clockMs: Instant): Promise<Office> {
    const held = this.#heldById.get(kantorId);
    const office =
      held !== undefined && held.tahun === yearOf(held, clockMs)
        ? held
        : await readOffice(this.#store, kantorId, clockMs);
    this.#hold(office);
    this.#watch.see(kantorId, office.log.atMs - clockMs);
    return office;
  }

  /** The account behind an address: as its office is held, else as it is stored. */
  async findAccount(address: Address): Promise<Account | null> {
    const kantorId = this.#kantorByChat.get(chatOf(address));
    const held = kantorId && this.#heldById.get(kantorId);
    const known = held?.accountList.find((one) => chatOf(one.address) === chatOf(address));
    return known ?? this.#store.findAccount(address);
  }

  /** Takes over what was committed; a conflict says that somebody else has written. */
  settled(request: CommitRequest, result: "committed" | "conflict"): void {
    const { kantorId, versi } = request;
    const held = kantorId === null ? undefined : this.#heldById.get(kantorId);
    // Another one is held than was decided on: it was read anew, or moved on by somebody else here.
    if (held === undefined || (versi !== null && versi !== held.versi)) return;
    const next = result === "committed" && versi !== null ? advance(held, request) : null;
    if (next === null) this.#drop(held);
    else this.#hold(next);
  }

  #hold(office: Office): void {
    const { id } = office.kantor;
    const before = this.#heldById.get(id);
    // What cannot be read may be mended by hand at any time, and is looked at anew until it was.
    const { berkas, sessions } = office.unreadable;
    if (berkas.size + sessions.size > 0) {
      if (before !== undefined) this.#drop(before);
      return;
    }
    this.#heldById.delete(id);
    this.#heldById.set(id, office);
    if (before?.accountList !== office.accountList) {
      for (const { address } of office.accountList) this.#kantorByChat.set(chatOf(address), id);
    }
    const [longestAgo] = this.#heldById.values();
    if (this.#heldById.size > this.#heldMax && longestAgo !== undefined) this.#drop(longestAgo);
  }

  #drop({ kantor, accountList }: Office): void {
    this.#heldById.delete(kantor.id);
    for (const { address } of accountList) this.#kantorByChat.delete(chatOf(address));
  }
}

/**
 * An office as it is stored now.
 * @throws Error when it is not there.
 */
export async function readOffice(
  store: Pick<Store, "loadOffice">,
  kantorId: KantorId,
  clockMs: Instant,
): Promise<Office> {
  const office = await store.loadOffice(kantorId, clockMs);
  if (office === null) throw new Error(`kantor ${kantorId} is not in the database`);
  return office;
}

/** The time of an office: while the clock is behind its newest entry, it stays there. */
export const officeNow = ({ log }: Pick<Office, "log">, clockMs: Instant): Instant =>
  Math.max(clockMs, log.atMs);

const yearOf = (office: Office, clockMs: Instant): number =>
  tahunOf(officeNow(office, clockMs), office.kantor.zonaWaktu);

const chatOf = ({ channelId, chat }: Address): string => `${channelId}/${chat}`;
