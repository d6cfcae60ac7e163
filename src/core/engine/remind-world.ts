import type { Jangkauan } from "../kantor/jangkauan.ts";
import type { PegawaiId } from "../kantor/schema.ts";
import type { Instant } from "../waktu/instant.ts";
import type { EngineContext } from "./decision.ts";
import type { TimerIsi } from "./effect.ts";
import type { BerkasTerbuka } from "./turn.ts";

export type PengingatIsi = Extract<TimerIsi, { jenis: "pengingat" }>;

/** A reminder timer that is due. */
export interface DuePengingat {
  readonly kunci: string;
  readonly isi: PengingatIsi;
}

/** What a reminder must know of a conversation: whether it is in the middle of something. */
interface Percakapan {
  readonly dialogue: unknown;
  readonly aktifMs: Instant;
  /** When its person was last reminded of anything. */
  readonly diingatkanMs?: Instant;
}

/** A message that was given up. */
interface Surat {
  readonly id: string;
  readonly createdMs: Instant;
}

/** What a sweep of reminders may look at besides the office itself. */
export interface RemindWorld extends EngineContext {
  readonly berkasById: ReadonlyMap<string, BerkasTerbuka>;
  readonly sessionByPegawai: ReadonlyMap<PegawaiId, Percakapan>;
  /** Messages that were given up, and of which nobody has been told. */
  readonly suratMatiList: readonly Surat[];
  readonly akunList: readonly Jangkauan[];
}
