import { type Outbox, Prisma } from "../generated/sqlite/client.ts";
import { columnOf, type Row, Table } from "./driver/table.ts";

const { seq, ...fields } = Prisma.OutboxScalarFieldEnum;
const fieldList = Object.values(fields);

/** Messages as they are put into the outbox; their place in it is the database's. */
export const outboxTable = new Table<NewMessage>("outbox", fieldList);

/** The same where one that is there already stays. */
export const outboxTableOrStays = new Table<NewMessage>(
  "outbox",
  fieldList,
  "ON CONFLICT (dedupe_key) DO NOTHING",
);

export type NewMessage = Row<Omit<Outbox, "seq">>;

/** All columns by the names of the model. */
export const outboxColumns = Prisma.raw(
  [seq, ...fieldList].map((field) => `${columnOf(field)} AS "${field}"`).join(", "),
);

/** What every new message begins with; it may leave at once: the time of an office is not that of the wire. */
export const fresh = (nowMs: number) =>
  ({
    op: "kirim",
    targetId: null,
    status: "menunggu",
    attempts: 0,
    faults: 0,
    createdMs: nowMs,
    notBeforeMs: 0,
    claimedUntilMs: 0,
    sentMs: null,
    refs: null,
    receipt: null,
    error: null,
    toldMs: null,
  }) as const;
