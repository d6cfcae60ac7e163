import type { OutboxDraft, OutboxRow, OutboxState } from "../app/ports/outbox.ts";
import { KantorId, PegawaiId } from "../core/kantor/schema.ts";
import type { Outbox } from "../generated/sqlite/client.ts";
import { OutboxStatus, PesanJson, ReceiptState, RefJson } from "./codec/pesan.ts";
import type { Row } from "./driver/table.ts";

/** A row as either of the two reads it: Prisma's client, or a driver. */
export type OutboxRecord = Outbox | Row<Outbox>;

/** A stored message with how far it came. */
export const toState = (row: OutboxRecord, nowMs: number): OutboxState => ({
  row: toDraft(row),
  status: OutboxStatus.parse(row.status),
  createdMs: Number(row.createdMs),
  sentMs: row.sentMs === null ? null : Number(row.sentMs),
  underWay: Number(row.claimedUntilMs) > nowMs,
  receipt: row.receipt === null ? null : ReceiptState.parse(row.receipt),
});

/** A stored message as it is sent; `refsById` are what the messages it replaces went out as. */
export function toRow(row: OutboxRecord, refsById: ReadonlyMap<string, string | null>): OutboxRow {
  const refs = row.targetId === null ? null : (refsById.get(row.targetId) ?? null);
  // Of what still waits, the parts that went out.
  const done = row.refs === null ? [] : doneOf(row.refs);
  return {
    ...toDraft(row),
    attempts: row.attempts,
    faults: row.faults,
    createdMs: Number(row.createdMs),
    ...(done.length > 0 && { done }),
    op:
      row.op === "ubah"
        ? { kind: "ubah", ref: refs === null ? null : RefJson.parse(JSON.parse(refs)) }
        : { kind: "kirim" },
  };
}

const doneOf = (refs: string): readonly string[] => RefJson.parse(JSON.parse(refs)).externalIdList;

/** What a stored message says, and to whom. */
export function toDraft(row: OutboxRecord): OutboxDraft {
  return {
    id: row.id,
    dedupeKey: row.dedupeKey,
    kantorId: row.kantorId === null ? null : KantorId.parse(row.kantorId),
    pegawaiId: row.pegawaiId === null ? null : PegawaiId.parse(row.pegawaiId),
    address: { channelId: row.channelId, chat: row.chat },
    prioritas: prioritasOf(row.prioritas),
    promptId: row.promptId,
    siaranId: row.siaranId,
    isi: PesanJson.parse(JSON.parse(row.isi)),
  };
}

function prioritasOf(value: number): OutboxRow["prioritas"] {
  return value === 0 || value === 1 || value === 2 ? value : 3;
}
