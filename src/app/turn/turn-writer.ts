import { applyTo } from "../../core/conversation/apply.ts";
import { strandedTasks } from "../../core/conversation/jangkauan.ts";
import { promptFor } from "../../core/conversation/prompt.ts";
import { menggeserPapan } from "../../core/conversation/sematan.ts";
import { emptySession, type Session } from "../../core/conversation/session.ts";
import type { BerkasTerbuka, World } from "../../core/conversation/world.ts";
import { cadanganBawaan } from "../../core/kantor/cadangan.ts";
import type { PegawaiId } from "../../core/kantor/schema.ts";
import type { Effect } from "../../core/pesan/effect.ts";
import { type Pembaca, pembacaOf } from "../../core/pesan/ucap.ts";
import type { CommitRequest } from "../ports/commit.ts";
import type { Account, JejakRow, Office, TimerRow } from "../ports/rows.ts";
import type { Known } from "./authenticate.ts";
import { type CommitDraft, type EffectScene, emptyDraft } from "./effects/draft.ts";
import { addEffects } from "./effects/index.ts";
import { type LoadedWorld, sessionOf } from "./load-world.ts";

/** What one decision hands over to be written. */
export interface Decided {
  readonly session: { readonly pegawaiId: PegawaiId; readonly session: Session } | null;
  readonly berkasList: readonly BerkasTerbuka[];
  readonly effects: readonly Effect[];
}

/** What caused rows to be written, in contrast to the office they are written for. */
export type Cause = Pick<EffectScene, "sebab" | "asal" | "pesanAsal" | "pelaku" | "random">;

/** The clock caused it, by this timer. */
export const causeOf = (
  { id }: Pick<TimerRow, "id">,
  { random }: Pick<Cause, "random">,
): Cause => ({
  sebab: `timer:${id}`,
  asal: null,
  pelaku: null,
  random,
});

const SHOW_EVERY_MS = 30_000;

/** Collects the decisions of one batch into one commit; each decision sees the ones before it. */
export class TurnWriter {
  readonly #loaded: LoadedWorld;
  readonly #draft: CommitDraft;
  readonly #sessionByPegawai = new Map<PegawaiId, Session>();
  readonly #changedBerkas = new Map<string, BerkasTerbuka>();
  #world: World;

  constructor(loaded: LoadedWorld) {
    this.#loaded = loaded;
    this.#world = loaded.world;
    const { nowMs, kantor } = loaded.world;
    this.#draft = { ...emptyDraft(nowMs, kantor.id), versi: loaded.rows.versi };
  }

  /** The office after everything decided so far. */
  get world(): World {
    return this.#world;
  }

  /** What of the office could not be read. */
  get unreadable(): Office["unreadable"] {
    return this.#loaded.rows.unreadable;
  }

  /** Whether the account somebody is known by is still theirs; true for those who come with an invitation. */
  isTied(who: Known): boolean {
    return (
      who.jenis === "undangan" ||
      this.#loaded.rows.accountList.some(
        ({ id, pegawaiId }) => id === who.akunId && pegawaiId === who.pegawaiId,
      )
    );
  }

  /** The session of a person after everything decided so far. */
  session(pegawaiId: PegawaiId): Session {
    return this.#sessionByPegawai.get(pegawaiId) ?? sessionOf(this.#loaded.rows, pegawaiId);
  }

  /** Marks an update as handled in this very commit. */
  handled(key: string, channelId: string): void {
    this.#draft.inbox.push({ key, channelId });
  }

  /** Keeps what messages led to, in this very commit. */
  trace(rows: readonly JejakRow[]): void {
    this.#draft.jejak.push(...rows);
  }

  /** Marks a timer as done in this very commit. */
  fired(timerId: string): void {
    this.#draft.timers.push({ kind: "done", id: timerId });
  }

  /** Takes over a decision: state, session, and every row its effects become. */
  add(decided: Decided, cause: Cause): void {
    const { berkasList, session } = decided;
    if (session !== null) this.#sessionByPegawai.set(session.pegawaiId, session.session);
    for (const berkas of berkasList) this.#changedBerkas.set(berkas.state.id, berkas);
    if (menggeserPapan(this.#world, berkasList, decided.effects)) this.#showLater(cause);
    this.#world = applyTo(this.#world, berkasList, decided.effects);
    const effects = [...decided.effects, ...strandedTasks(this.#world, decided.effects)];
    this.#promptOthers(effects, cause.pelaku);
    this.#endSessions(effects);
    this.addRows(cause, (scene, draft) => addEffects(effects, scene, draft));
  }

  /** Adds rows that follow from no decision. */
  addRows(cause: Cause, add: (scene: EffectScene, draft: CommitDraft) => void): void {
    const { nowMs, kantor, akunList } = this.#world;
    const { isUp, rows, world } = this.#loaded;
    const cadangan = kantor.cadangan ?? cadanganBawaan;
    const seq = world.logSeq + this.#draft.log.length + 1;
    const markById = new Map(akunList.map(({ id, takTerjangkauMs }) => [id, takTerjangkauMs]));
    const accountList = rows.accountList.map((account) => ({
      ...account,
      takTerjangkauMs: markById.get(account.id) ?? null,
    }));
    const pembaca = (pegawaiId: PegawaiId): Pembaca => pembacaOf(world, pegawaiId);
    const office = {
      nowMs,
      seq,
      kantorId: kantor.id,
      accountList,
      cadangan,
      isUp,
      pembaca,
    };
    add({ ...cause, ...office }, this.#draft);
    this.#world = { ...this.#world, logSeq: world.logSeq + this.#draft.log.length };
  }

  /** The commit, with the version of the office it was decided on. */
  request(): CommitRequest {
    return {
      ...this.#draft,
      sessions: [...this.#sessionByPegawai].map(([pegawaiId, session]) => ({ pegawaiId, session })),
      berkas: [...this.#changedBerkas.values()],
    };
  }

  /**
   * What is pinned follows at the end of this half minute, however much happens until then. Nothing does where
   * no channel can pin, nor ever could.
   */
  #showLater({ random }: Cause): void {
    const { rows, canPin } = this.#loaded;
    const { nowMs, kantor } = this.#world;
    const isShown = ({ address, sematan }: Account): boolean =>
      sematan !== undefined || canPin(address.channelId);
    if (!rows.accountList.some(isShown)) return;
    const atMs = (Math.floor(nowMs / SHOW_EVERY_MS) + 1) * SHOW_EVERY_MS;
    const row = {
      id: random.id(),
      kantorId: kantor.id,
      kunci: "sematan",
      atMs,
      isi: { jenis: "sematan" },
    } as const;
    this.#draft.timers.push({ kind: "set", row });
  }

  /** What was being asked on an account that is unlinked for its person ends with it. */
  #endSessions(effects: readonly Effect[]): void {
    for (const effect of effects) {
      if (effect.kind !== "putuskan" || effect.akunId === undefined) continue;
      const { seq } = this.session(effect.pegawaiId);
      this.#sessionByPegawai.set(effect.pegawaiId, { ...emptySession, seq: seq + 1 });
    }
  }

  /** Whoever receives choices can type them; a conversation going on keeps its own prompt. */
  #promptOthers(effects: readonly Effect[], pelaku: PegawaiId | null): void {
    for (const effect of effects) {
      if (effect.kind !== "pesan" || effect.kepada.ke !== "pegawai") continue;
      const { pegawaiId } = effect.kepada;
      // A session that cannot be read stays as it is until its person writes.
      if (pegawaiId === pelaku || this.unreadable.sessions.has(pegawaiId)) continue;
      const before = this.session(pegawaiId);
      const shown = promptFor(before, effect.pesan);
      const after =
        effect.prioritas === "pengingat" ? { ...shown, diingatkanMs: this.#world.nowMs } : shown;
      if (after !== before) this.#sessionByPegawai.set(pegawaiId, after);
    }
  }
}
