import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Person } from "../../doubles/telegram/index.ts";
import type { Acting } from "../office.ts";
import { Machines } from "./machines.ts";
import { ACTS } from "./quarter.ts";

/** What an office runs on, and how often its power is cut. */
export interface CrashOptions {
  /** Without it, a SQLite file. */
  readonly databaseUrl?: string;
  readonly processes?: 1 | 2;
  readonly kills: number;
  readonly random: () => number;
}

/** A cut comes within this time of an act, or of the start after the last cut. */
const INSTANT_MS = 1_200;
/** Most acts lead to no more calls of the bot. */
const CALLS = 5;

/**
 * An office over processes of the program, killed (SIGKILL) at random instants while its people act: some
 * time after an act, as soon as so many of its calls took effect, or while it comes back from the last kill.
 */
export class CrashOffice implements Acting {
  readonly machines: Machines;
  /** Calls of the bot before each kill. */
  readonly kills: number[] = [];
  readonly #random: () => number;
  /** How often the power is cut in each act to come. */
  readonly #cuts: number[];
  readonly #personById = new Map<string, Person>();

  private constructor(machines: Machines, { kills, random }: CrashOptions) {
    this.machines = machines;
    this.#random = random;
    this.#cuts = Array.from({ length: ACTS }, () => 0);
    for (let kill = 0; kill < kills; kill += 1) {
      const act = Math.floor(random() * ACTS);
      this.#cuts[act] = (this.#cuts[act] ?? 0) + 1;
    }
  }

  /** Loads the office before its last quarter ends, starts it, and has everybody link their account. */
  static async open(options: CrashOptions): Promise<CrashOffice> {
    const { processes = 1, databaseUrl } = options;
    const machines = await Machines.create(processes, "2026-12-28T09:00:00+08:00", databaseUrl);
    const office = new CrashOffice(machines, options);
    const { first } = machines;
    const kantor = join(import.meta.dirname, "../uji.yaml");
    const { undangan }: Loaded = JSON.parse(await first.cli("kantor", "load", kantor, "--json"));
    for (const one of machines.list) await machines.start(one);
    for (const [at, { pegawai, kode }] of undangan.entries()) {
      office.#personById.set(pegawai, first.telegram.person(101 + at, pegawai));
      await office.says(pegawai, `/start ${kode}`);
    }
    return office;
  }

  get everybody(): readonly Person[] {
    return [...this.#personById.values()];
  }

  person(pegawaiId: string): Person {
    const person = this.#personById.get(pegawaiId);
    if (person === undefined) throw new Error(`nobody is called ${pegawaiId}`);
    return person;
  }

  says(pegawaiId: string, text: string): Promise<void> {
    return this.act(() => this.person(pegawaiId).says(text));
  }

  taps(pegawaiId: string, title: string | RegExp): Promise<void> {
    return this.act(() => this.person(pegawaiId).taps(title));
  }

  moveTo(iso: string): Promise<void> {
    return this.act(() => this.machines.moveTo(iso));
  }

  /** Somebody does something, the power is cut as often as planned, and all its consequences arrive. */
  async act(does: () => unknown): Promise<void> {
    const cuts = this.#cuts.shift();
    if (cuts === undefined) throw new Error(`the quarter has more than ${ACTS} acts`);
    const { first, list } = this.machines;
    const before = first.telegram.calls.length;
    const done = Promise.resolve(does());
    for (let cut = 0; cut < cuts; cut += 1) {
      await (cut === 0 ? this.#instant(before) : pause(this.#random() * INSTANT_MS));
      await this.machines.cut(list[Math.floor(this.#random() * list.length)] ?? first);
      this.kills.push(first.telegram.calls.length);
    }
    await done;
    await this.machines.settle();
  }

  /** Resolves at a random instant of the act under way: after some time, or when so much was called. */
  async #instant(callsBefore: number): Promise<void> {
    const [byCalls, part] = [this.#random() < 0.5, this.#random()];
    if (!byCalls) return pause(part * INSTANT_MS);
    const { telegram } = this.machines.first;
    const wanted = callsBefore + Math.ceil(part * CALLS);
    // So many calls may never come.
    await telegram.until(() => telegram.calls.length >= wanted, INSTANT_MS).catch(() => undefined);
  }
}

interface Loaded {
  readonly undangan: readonly { readonly pegawai: string; readonly kode: string }[];
}
