import type { KantorId } from "../../core/kantor/schema.ts";
import type { Channel } from "../ports/channel.ts";
import type { Log } from "../ports/log.ts";
import type { Lease, Leases } from "../ports/peers.ts";
import type { Random } from "../ports/random.ts";
import type { Store } from "../ports/store.ts";
import type { Timing } from "../ports/timing.ts";
import { SingleFlight } from "../single-flight.ts";

/** A process that says nothing for so long has ended: others take over what it had. */
const LEASE_MS = 12_000;
/** So often a process says that it lives; three times in a row it may fail to. */
const BEAT_MS = 3_000;
/** The longest pause a channel keeps between two messages: whoever takes it over knows of none before. */
const HANDOVER_MS = 2_000;

export interface PeersDeps {
  readonly store: Pick<Store, "takeLeases" | "dropLeases" | "ring">;
  readonly channels: readonly Channel[];
  readonly random: Pick<Random, "id" | "hash">;
  readonly timing: Timing;
  readonly log: Log;
}

/**
 * The processes that work on one database, as this one sees them. A channel is run by whoever has its
 * lease, and nobody else. An office is worked on by the one that all who live agree upon without a word:
 * it changes hands only where one comes or goes. Should they disagree for a moment, nothing is lost: a
 * commit names the version of the office it was decided on.
 */
export class Peers {
  readonly id: string;
  readonly #deps: PeersDeps;
  readonly #stop = new AbortController();
  readonly #looks = new SingleFlight(() => this.#look());
  #leases: Leases = { leaseByName: new Map(), livingList: [], forMs: 0 };
  /** Until when (`Timing.now`) nobody else can have what is held here. */
  #goodUntil = 0;

  constructor(deps: PeersDeps) {
    this.#deps = deps;
    this.id = deps.random.id();
  }

  /** Whether no other process is at work. */
  get alone(): boolean {
    return this.#leases.livingList.every((id) => id === this.id);
  }

  /** Whether this process is the one to work on an office. */
  isMine(kantorId: KantorId): boolean {
    const weight = (id: string): string => this.#deps.random.hash(`${id}/${kantorId}`);
    const mine = weight(this.id);
    return this.#leases.livingList.every((id) => weight(id) <= mine);
  }

  /** Whether this process runs a channel. */
  holds(channelId: string): boolean {
    return this.lease(channelId)?.holder === this.id && this.#deps.timing.now() < this.#goodUntil;
  }

  /** Who runs a channel, as of the last look. */
  lease(channelId: string): Lease | undefined {
    return this.#leases.leaseByName.get(channelId);
  }

  /** Looks now and has the others look, then again and again; each time `looked` is told. */
  async start(looked: () => void): Promise<void> {
    await this.look();
    if (!this.alone) this.#deps.store.ring("peers");
    void this.#keepLooking(looked);
  }

  /** Says that this process lives, takes what nobody has, and sees who else is there. */
  look(): Promise<void> {
    return this.#looks.run();
  }

  /** Looks no more and works on no office any more, so that the others do; channels are held until `leave`. */
  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#looks.run();
    await this.#drop([this.id]);
  }

  /** Lets the others run the channels of this process, which has sent its last message. */
  async leave(): Promise<void> {
    const { timing, channels } = this.#deps;
    if (!this.alone) await timing.sleep(HANDOVER_MS);
    await this.#drop(channels.map(({ id }) => id));
  }

  async #keepLooking(looked: () => void): Promise<void> {
    const { timing } = this.#deps;
    const { signal } = this.#stop;
    while (!signal.aborted) {
      await timing.sleep(BEAT_MS, signal);
      // A database that never answers must not keep a channel here that is another's by then.
      const waited = new AbortController();
      const late = timing.sleep(LEASE_MS, AbortSignal.any([signal, waited.signal]));
      await Promise.race([this.look(), late]);
      waited.abort();
      if (!signal.aborted) looked();
    }
  }

  async #drop(nameList: readonly string[]): Promise<void> {
    const { store, log } = this.#deps;
    try {
      await store.dropLeases({ holder: this.id, nameList });
      if (!this.alone) store.ring("peers");
    } catch (err) {
      log.warn({ err }, "others take over only after the lease");
    }
  }

  async #look(): Promise<void> {
    if (this.#stop.signal.aborted) return;
    const { store, channels, timing, log } = this.#deps;
    const beganMs = timing.now();
    const wishList = channels.map((one) => ({ name: one.id, state: one.status().state }));
    try {
      this.#leases = await store.takeLeases({ holder: this.id, wishList, leaseMs: LEASE_MS });
      this.#goodUntil = beganMs + this.#leases.forMs;
    } catch (err) {
      log.warn({ err }, "the leases could not be renewed; trying again");
    }
  }
}
