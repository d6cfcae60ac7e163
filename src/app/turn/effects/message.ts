import type { OutboxDraft } from "../../ports/outbox.ts";
import type { CommitDraft, EffectScene } from "./draft.ts";

/** A message, and the accounts of its receiver that it was tried on, its own among them. */
export interface Message {
  readonly row: OutboxDraft;
  readonly sudah: readonly string[];
}

/**
 * Puts a message into the outbox. Should it not arrive, and should its receiver have an account it
 * was not tried on yet, the clock comes back to see to it; replies and broadcasts stay where they are.
 */
export function addMessage({ row, sudah }: Message, scene: EffectScene, draft: CommitDraft): void {
  draft.outbox.push(row);
  if (row.ditahan === true) return;
  const matters = row.prioritas === 1 || row.prioritas === 2;
  if (!matters || spareAccounts(scene, row, sudah).length === 0) return;
  const atMs = scene.nowMs + scene.cadangan.belumTerkirimMenit * 60_000;
  watchMessage({ row, sudah }, atMs, scene, draft);
}

/** Asks the clock to look at a message again. */
export function watchMessage(
  { row, sudah }: Message,
  atMs: number,
  { random, kantorId }: EffectScene,
  draft: CommitDraft,
): void {
  const isi = { jenis: "cadangan", outboxId: row.id, sudah } as const;
  const kunci = `cadangan:${row.id}`;
  draft.timers.push({ kind: "set", row: { id: random.id(), kantorId, kunci, atMs, isi } });
}

/** The receiver's accounts that take messages and this one was not tried on, the preferred one first. */
export const spareAccounts = (
  { accountList }: EffectScene,
  { pegawaiId }: OutboxDraft,
  sudah: readonly string[],
): EffectScene["accountList"] =>
  accountList.filter(
    (one) => one.pegawaiId === pegawaiId && one.takTerjangkauMs === null && !sudah.includes(one.id),
  );
