import type { Cadangan } from "../../../core/kantor/cadangan.ts";
import type { KantorId, PegawaiId } from "../../../core/kantor/schema.ts";
import type { Effect } from "../../../core/pesan/effect.ts";
import type { Pembaca } from "../../../core/pesan/ucap.ts";
import type { Instant } from "../../../core/waktu/instant.ts";
import type { Address } from "../../ports/channel.ts";
import type { CommitRequest } from "../../ports/commit.ts";
import type { Random } from "../../ports/random.ts";
import type { Account } from "../../ports/rows.ts";

type Writable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer E)[] ? E[] : T[K] };

/** A commit being put together; its lists grow with every effect. */
export type CommitDraft = Writable<CommitRequest>;

/** What turning an effect into rows may need to know. */
export interface EffectScene {
  readonly nowMs: Instant;
  /** The first entry this decision adds to the office's log. */
  readonly seq: number;
  readonly kantorId: KantorId;
  /** Names what caused the effect; with a running number it makes every row's dedupe key. */
  readonly sebab: string;
  /** Where the update came from; null when the clock spoke. */
  readonly asal: Address | null;
  /** The message it came with, as its service calls it; absent where it came with none. */
  readonly pesanAsal?: string;
  readonly pelaku: PegawaiId | null;
  readonly accountList: readonly Account[];
  /** Whether messages can be sent on this channel at present. */
  readonly isUp: (channelId: string) => boolean;
  readonly cadangan: Cadangan;
  readonly random: Random;
  /** Somebody of the office as a reader. */
  readonly pembaca: (pegawaiId: PegawaiId) => Pembaca;
}

/** Adds the rows of one effect to the commit. */
export type EffectHandler<K extends Effect["kind"]> = (
  effect: Extract<Effect, { readonly kind: K }>,
  scene: EffectScene,
  draft: CommitDraft,
) => void;

/** A commit that changes nothing yet. */
export const emptyDraft = (nowMs: Instant, kantorId: KantorId | null): CommitDraft => ({
  nowMs,
  kantorId,
  versi: null,
  kantor: null,
  inbox: [],
  held: [],
  jejak: [],
  sessions: [],
  berkas: [],
  realisasi: [],
  naskah: [],
  nomor: [],
  cancelNomor: [],
  log: [],
  timers: [],
  kiriman: [],
  outbox: [],
  withdrawn: [],
  toldLetters: [],
  closePrompts: [],
  links: [],
  unlinks: [],
  preferred: [],
  reach: [],
  sematan: [],
  undangan: [],
  siaran: [],
  cancelSiaran: [],
  reminders: [],
  naskahMusnah: [],
  undanganMusnah: [],
  fileMusnah: [],
  lupakan: [],
});
