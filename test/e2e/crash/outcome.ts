import { join } from "node:path";
import ExcelJS from "exceljs";
import { KantorId } from "../../../src/core/kantor/schema.ts";
import { connect } from "../../../src/store/client.ts";
import { openStore } from "../../../src/store/open.ts";
import type { Call } from "../../doubles/telegram/index.ts";
import { allBerkas } from "../../support/all-berkas.ts";
import { MemoryLog } from "../../support/memory-log.ts";
import type { CrashOffice } from "./crash-office.ts";

/** What an office has come to, with everything drawn by chance named in the order it turns up. */
export interface Outcome {
  /** Whether the chain of the log is whole. */
  readonly chain: boolean;
  readonly log: readonly string[];
  readonly berkas: readonly string[];
  readonly jawaban: readonly string[];
  readonly rekap: readonly string[];
  /** What was sent to each chat, in order. */
  readonly sentByChat: ReadonlyMap<string, readonly Sent[]>;
}

/** One message, and how many calls the bot had made before it. */
export interface Sent {
  readonly what: string;
  readonly call: number;
}

const KANTOR = KantorId.parse("uji");
/** More than a quarter of an office logs. */
const ALL = 10_000;

/** Reads what the office left; its processes have ended. */
export async function outcomeOf(office: CrashOffice): Promise<Outcome> {
  const { first, url } = office.machines;
  const log = new MemoryLog();
  const store = await openStore({ url, dataDir: first.dir, now: Date.now, log });
  const { client } = connect(url);
  const { count, brokenSeq } = await store.verifyLog(KANTOR);
  const entries = await store.readLog(KANTOR, 0, ALL);
  const berkas = await allBerkas(store);
  const jawaban = await client.realisasi.findMany({
    orderBy: [{ kode: "asc" }, { revisi: "asc" }],
  });
  await client.$disconnect();
  await store.close();
  return {
    chain: count === entries.length && brokenSeq === null,
    log: named(entries.map((entry) => ({ ...entry, prevHash: null, hash: null }))),
    berkas: named(berkas),
    jawaban: named(jawaban),
    rekap: await rekapOf(office),
    sentByChat: sentOf(first.telegram.calls),
  };
}

/** Every cell of the workbook of the year. */
async function rekapOf({ machines: { first } }: CrashOffice): Promise<readonly string[]> {
  const file = join(first.dir, "rekap.xlsx");
  await first.cli("rekap", "export", "--tahun", "2026", "-o", file);
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(file);
  const cells: string[] = [];
  for (const sheet of book.worksheets)
    sheet.eachRow((row) =>
      row.eachCell(({ address, value }) =>
        cells.push(`${sheet.name}!${address} ${JSON.stringify(value)}`),
      ),
    );
  return named(cells);
}

function sentOf(calls: readonly Call[]): ReadonlyMap<string, readonly Sent[]> {
  const sentByChat = new Map<string, Sent[]>();
  for (const [call, { method, params, files, answer }] of calls.entries()) {
    if (!/^send(?!ChatAction)/.test(method) || answer?.ok !== true) continue;
    const { chat_id, reply_markup: _, reply_parameters: __, ...rest } = params;
    const names = Object.values(files).map(({ name }) => name);
    const [what = ""] = named([{ method, ...rest, names }]);
    const chat = String(chat_id);
    sentByChat.set(chat, [...(sentByChat.get(chat) ?? []), { what, call }]);
  }
  return sentByChat;
}

/** Ids, sums of files with ids in them, and digests of a log of them. */
const DRAWN =
  /\b(?:[a-z0-9]{10}|[0-9A-Z]{5}(?:-[0-9A-Z]{5}){4}|[0-9a-f]{64}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\b/g;

/** Each row as text, in which what is drawn is called by its number. */
function named(rows: readonly unknown[]): readonly string[] {
  const nameById = new Map<string, string>();
  return rows.map((row) =>
    JSON.stringify(row, (_, value: unknown) =>
      typeof value === "bigint" ? String(value) : value,
    ).replace(DRAWN, (id) => {
      const name = nameById.get(id) ?? `#${nameById.size + 1}`;
      nameById.set(id, name);
      return name;
    }),
  );
}
