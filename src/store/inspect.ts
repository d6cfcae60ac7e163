import type { RowName } from "../app/ports/store.ts";
import { PegawaiId } from "../core/kantor/schema.ts";
import { toAccount, toUndangan } from "./account.ts";
import type { Client } from "./client.ts";
import { toHeld } from "./held.ts";
import { parseKantor } from "./kantor.ts";
import { toEntry } from "./log-chain.ts";
import { fileKey, fileOf, toNaskah } from "./naskah.ts";
import { nomorKey, toNomor } from "./nomor.ts";
import { toState } from "./outbox-row.ts";
import { toPassed } from "./passed.ts";
import { parseSop, type Reading } from "./reading.ts";
import { readBerkas, toRealisasi, toSession } from "./rows.ts";
import { byId } from "./set-aside.ts";
import { toTimer } from "./timer.ts";

interface Slice {
  readonly skip: number;
  readonly take: number;
}

/** Reads one page of a table, noting what cannot be read; answers how many rows there were. */
type ReadPage = (reading: Reading, slice: Slice) => Promise<number>;

const PAGE = 1_000;

/** Longer than any sweep of the clock holds a timer. */
const LONG_MS = 600_000;

function table<R>(
  name: string,
  page: (client: Client, slice: Slice) => Promise<readonly R[]>,
  keyOf: (row: R) => string,
  parse: (row: R) => unknown,
): ReadPage {
  return async ({ client, aside }, slice) => {
    const rows = await page(client, slice);
    aside.readAll(name, rows, keyOf, parse);
    return rows.length;
  };
}

const id = { orderBy: { id: "asc" } } as const;

/** Every table whose rows anybody parses; the others are written for people to look at. */
const tables: readonly ReadPage[] = [
  table("kantor", ({ kantor }, at) => kantor.findMany({ ...at, ...id }), byId, parseKantor),
  table(
    "sop_version",
    ({ sopVersion }, at) => sopVersion.findMany({ ...at, orderBy: { hash: "asc" } }),
    ({ hash }) => hash,
    parseSop,
  ),
  async (reading, at) => {
    const rows = await reading.client.berkas.findMany({ ...at, ...id });
    await readBerkas(reading, rows);
    return rows.length;
  },
  table("account", ({ account }, at) => account.findMany({ ...at, ...id }), byId, toAccount),
  table("undangan", ({ undangan }, at) => undangan.findMany({ ...at, ...id }), byId, toUndangan),
  table(
    "session",
    ({ session }, at) =>
      session.findMany({ ...at, orderBy: [{ kantorId: "asc" }, { pegawaiId: "asc" }] }),
    ({ kantorId, pegawaiId }) => `${kantorId}/${pegawaiId}`,
    toSession,
  ),
  table(
    "realisasi",
    ({ realisasi }, at) => realisasi.findMany({ ...at, ...id }),
    byId,
    toRealisasi,
  ),
  table("naskah", ({ naskah }, at) => naskah.findMany({ ...at, ...id }), byId, toNaskah),
  table(
    "naskah_file",
    ({ naskahFile }, at) =>
      naskahFile.findMany({ ...at, orderBy: [{ naskahId: "asc" }, { bentuk: "asc" }] }),
    fileKey,
    fileOf,
  ),
  table(
    "nomor_surat",
    ({ nomorSurat }, at) =>
      nomorSurat.findMany({
        ...at,
        orderBy: [{ kantorId: "asc" }, { register: "asc" }, { tahun: "asc" }, { urut: "asc" }],
      }),
    nomorKey,
    toNomor,
  ),
  table(
    "log_entry",
    ({ logEntry }, at) =>
      logEntry.findMany({ ...at, orderBy: [{ kantorId: "asc" }, { seq: "asc" }] }),
    ({ kantorId, seq }) => `${kantorId}/${seq}`,
    toEntry,
  ),
  table(
    "outbox",
    ({ outbox }, at) => outbox.findMany({ ...at, orderBy: { seq: "asc" } }),
    byId,
    (row) => toState(row, 0),
  ),
  table("timer", ({ timer }, at) => timer.findMany({ ...at, ...id }), byId, toTimer),
  table(
    "siaran",
    ({ siaran }, at) => siaran.findMany({ ...at, ...id }),
    byId,
    ({ oleh }) => PegawaiId.parse(oleh),
  ),
  table(
    "held_update",
    ({ heldUpdate }, at) => heldUpdate.findMany({ ...at, orderBy: { key: "asc" } }),
    ({ key }) => key,
    toHeld,
  ),
  table(
    "passed_update",
    ({ passedUpdate }, at) => passedUpdate.findMany({ ...at, orderBy: { seq: "asc" } }),
    ({ key }) => key,
    toPassed,
  ),
];

/** Reads every row there is; answers those that cannot be read, and what is kept aside otherwise. */
export async function inspect(reading: Reading, nowMs: number): Promise<readonly RowName[]> {
  for (const readPage of tables) {
    for (let skip = 0; ; skip += PAGE) {
      const count = await reading.exclusively(() => readPage(reading, { skip, take: PAGE }));
      if (count < PAGE) break;
    }
  }
  const timers = await reading.exclusively(() => longHeld(reading.client, nowMs));
  const held = await reading.exclusively(() => heldNames(reading.client));
  return unique([...reading.aside.list, ...timers, ...held]);
}

async function longHeld(client: Client, nowMs: number): Promise<readonly RowName[]> {
  const rows = await client.timer.findMany({
    where: { claimedUntilMs: { gt: BigInt(nowMs + LONG_MS) } },
    select: { id: true },
  });
  return rows.map((row) => ({ table: "timer", key: row.id }));
}

/** Updates that wait to be decided on. */
export async function heldNames(client: Client): Promise<readonly RowName[]> {
  const rows = await client.heldUpdate.findMany({
    select: { key: true },
    orderBy: { atMs: "asc" },
  });
  return rows.map(({ key }) => ({ table: "held_update", key }));
}

/** Each row once. */
export const unique = (rows: readonly RowName[]): readonly RowName[] => [
  ...new Map(rows.map((row) => [`${row.table} ${row.key}`, row])).values(),
];
