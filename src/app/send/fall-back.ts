import { findWait } from "../../core/engine/holders.ts";
import { decideNasib, type Nasib, type Perjalanan } from "../../core/kantor/cadangan.ts";
import { berkasIdOfPrompt } from "../../core/pesan/token.ts";
import type { Deps } from "../deps.ts";
import type { OutboxState } from "../ports/outbox.ts";
import type { TimerRow } from "../ports/rows.ts";
import { noteDetour } from "../turn/effects/detour.ts";
import type { CommitDraft, EffectScene } from "../turn/effects/draft.ts";
import { addMessage, type Message, spareAccounts, watchMessage } from "../turn/effects/message.ts";
import { causeOf, type TurnWriter } from "../turn/turn-writer.ts";

/** Where all other accounts are down too, they are looked at again so much later. */
const LOOK_AGAIN_MS = 10 * 60_000;

/**
 * Looks after messages that may not have arrived: one that has not left is taken back and goes to
 * another account of its receiver, one that nobody has read is sent there as well. Both in the same
 * commit that says so in the event log.
 */
export async function fallBack(
  deps: Pick<Deps, "store" | "channels" | "random">,
  writer: TurnWriter,
  timers: readonly TimerRow[],
): Promise<void> {
  const dueList = timers.flatMap(({ id, isi }) => (isi.jenis === "cadangan" ? [{ id, isi }] : []));
  if (dueList.length === 0) return;
  const states = await deps.store.listOutbox(dueList.map(({ isi }) => isi.outboxId));
  const stateById = new Map(states.map((state) => [state.row.id, state]));
  for (const { id, isi } of dueList) {
    const state = stateById.get(isi.outboxId);
    if (state === undefined) continue;
    const berkasId = berkasIdOfPrompt(state.row.promptId ?? "");
    const unread = berkasId !== null && writer.unreadable.berkas.has(berkasId);
    const cause = causeOf({ id }, deps);
    writer.addRows(cause, (scene, draft) => {
      const message = { row: state.row, sudah: isi.sudah };
      // Whether somebody is still waited for cannot be told now.
      if (unread) return watchMessage(message, scene.nowMs + LOOK_AGAIN_MS, scene, draft);
      const nasib = decideNasib(journeyOf(deps, writer, scene, state), {
        ...writer.world,
        ...scene,
      });
      follow(nasib, message, scene, draft);
    });
  }
}

function journeyOf(
  { channels }: Pick<Deps, "channels">,
  { world }: TurnWriter,
  { isUp }: EffectScene,
  { row, status, createdMs, sentMs, underWay, receipt }: OutboxState,
): Perjalanan {
  const { channelId } = row.address;
  const berkasId = row.promptId === null ? null : berkasIdOfPrompt(row.promptId);
  const berkas = berkasId === null ? undefined : world.berkasById.get(berkasId);
  const wait = berkas && findWait(berkas.state, row.promptId ?? "");
  const open = wait !== undefined && wait.jawaban === null;
  return {
    status,
    sedangDikirim: underWay,
    dibuatMs: createdMs,
    terkirimMs: sentMs,
    tanda: receipt,
    saluranHidup: isUp(channelId),
    bertanda: channels.get(channelId)?.caps.receipts ?? false,
    macam: row.promptId === null ? "kabar" : open ? "tugas" : "usai",
  };
}

function follow(nasib: Nasib, message: Message, scene: EffectScene, draft: CommitDraft): void {
  if (nasib.kind === "selesai") return;
  if (nasib.kind === "periksa") return watchMessage(message, nasib.atMs, scene, draft);
  const { row, sudah } = message;
  const spare = spareAccounts(scene, row, sudah);
  const next = spare.find(({ address }) => scene.isUp(address.channelId));
  if (next === undefined) {
    if (spare.length > 0) watchMessage(message, scene.nowMs + LOOK_AGAIN_MS, scene, draft);
    return;
  }
  if (nasib.tarik) draft.withdrawn.push(row.id);
  const berkasId = row.promptId === null ? null : berkasIdOfPrompt(row.promptId);
  noteDetour({ dari: row, ke: next, sebab: nasib.sebab, berkasId }, scene, draft);
  const moved = {
    ...row,
    id: scene.random.id(),
    dedupeKey: `cadangan:${row.id}`,
    address: next.address,
  };
  addMessage({ row: moved, sudah: [...sudah, next.id] }, scene, draft);
}
