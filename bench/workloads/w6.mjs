// W6: a rekap whose history has so many rows, asked for in the chat, while people of another office go on
// asking; against the same number of rows through the streaming writer of exceljs alone.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createRehearsalClock } from "../../dist/parts.js";
import { Child } from "../child.mjs";
import { forgetPeak, peakMb, residentMb } from "../memory.mjs";
import { officeText } from "../office.mjs";
import { BEFORE, OPEN, openProduct, sqliteUrl } from "../product.mjs";
import { startProgram } from "../program.mjs";
import { median, percentile } from "../statistics.mjs";

const SIZES = [100, 1_000, 10_000, 100_000];
/** Rounds of the large ones tell nothing new and take long. */
const ROUNDS_MAX = 3;
const ROUNDS_FROM = 10_000;
const CHUNK = 1_000;
const UNITS = 10;
const CAMAT = 1_000;
const askers = Array.from({ length: 10 }, (_, n) => 2_001 + n);
const ASK_EVERY_MS = 150;

/** An office with so many entries in its log, every second one the revision of a figure. */
async function fill(dir, rows) {
  const clock = createRehearsalClock(BEFORE);
  const product = await openProduct({ url: sqliteUrl(dir), dir, clock });
  const { kantor } = await product.load("kantor-1", officeText(1, UNITS));
  const other = await product.load("kantor-2", officeText(2, askers.length, 1));
  clock.set(OPEN);
  await product.runtime().tick();
  await product.commit(kantor.id, { timers: [{ kind: "cancel", awalan: "" }] });
  await product.commit(other.kantor.id, { timers: [{ kind: "cancel", awalan: "" }] });
  // Only now: whoever had no chat when the collection opened was not told of it.
  await product.link(kantor.id, [{ pegawaiId: "camat", chat: CAMAT }]);
  const people = askers.map((chat, at) => ({ pegawaiId: `unit-${at + 1}`, chat }));
  await product.link(other.kantor.id, people);
  const [berkas] = await product.store.listBerkas(kantor.id);
  const { id: berkasId, periode } = berkas.state;
  const { seq } = await product.store.logHead(kantor.id);
  for (let from = 0; from < rows; from += CHUNK) {
    const entries = Array.from({ length: Math.min(CHUNK, rows - from) }, (_, at) =>
      entryOf(from + at, { kantorId: kantor.id, berkasId, periode, seq: seq + from + at + 1 }),
    );
    await product.commit(kantor.id, {
      log: entries.map(({ log }) => log),
      realisasi: entries.flatMap(({ realisasi }) => realisasi),
    });
  }
  await product.store.close();
}

function entryOf(n, { kantorId, berkasId, periode, seq }) {
  const unit = (Math.floor(n / 2) % UNITS) + 1;
  const [kode, revisi, oleh, atMs] = [
    `${unit}.1`,
    Math.floor(n / 2 / UNITS) + 1,
    `unit-${unit}`,
    OPEN + n,
  ];
  if (n % 2 === 1) {
    return { log: { jenis: "colek", berkasId, oleh, atMs, data: { unit: oleh } }, realisasi: [] };
  }
  const isian = { jenis: "angka", nilai: 80 + (n % 20) };
  return {
    log: { jenis: "isian", berkasId, oleh, atMs, data: { kode, revisi } },
    realisasi: [
      {
        kantorId,
        berkasId,
        periode,
        kode,
        revisi,
        isian,
        keterangan: null,
        bukti: [],
        oleh,
        atMs,
        seq,
      },
    ],
  };
}

async function measure(dir) {
  const double = new Child("double.mjs");
  const driver = new Child("driver.mjs");
  const { url, wire } = await double.next();
  const clockMs = OPEN + 3_600_000;
  const { child } = await startProgram({ url, dir, databaseUrl: sqliteUrl(dir), clockMs });
  try {
    await driver.ask("connect", { port: wire });
    await driver.ask("talk", { people: [{ chat: CAMAT, textList: ["/tugas"] }] });
    const idleMb = residentMb(child.pid);
    forgetPeak(child.pid);
    await driver.ask("pulse", { chats: askers, text: "/tugas", everyMs: ASK_EVERY_MS });
    const people = [{ chat: CAMAT, textList: ["/rekap"] }];
    const { seconds } = await driver.ask("talk", { people });
    const latencyList = await driver.ask("stopPulse");
    return { seconds, idleMb, peakMb: peakMb(child.pid), latencyList };
  } finally {
    await Promise.all([child, double, driver].map((one) => one.kill()));
  }
}

async function measureRaw(dir, rows) {
  const raw = new Child("bots/exceljs-stream.mjs");
  try {
    await raw.next();
    forgetPeak(raw.pid);
    const seconds = await raw.ask("write", { rows, dir });
    return { seconds, peakMb: peakMb(raw.pid) };
  } finally {
    await raw.kill();
  }
}

export const title =
  "W6: a rekap whose history has so many rows, in the chat; against exceljs streaming alone";

export async function run({ rounds, note }) {
  const tableRows = [];
  for (const size of SIZES) {
    const dir = mkdtempSync(join(tmpdir(), "sopir-bench-"));
    try {
      await fill(dir, size);
      note(`${size} rows filled`);
      const results = [];
      const count = size >= ROUNDS_FROM ? 1 : Math.min(rounds, ROUNDS_MAX);
      for (let round = 1; round <= count; round += 1) {
        results.push({ own: await measure(dir), raw: await measureRaw(dir, size) });
        note(`${size} rows: ${results.at(-1).own.seconds.toFixed(2)} s`);
      }
      tableRows.push(rowOf(size, results));
    } finally {
      rmSync(dir, { recursive: true, force: true });
    }
  }
  return tableRows;
}

function rowOf(size, results) {
  const of = (pick) => median(results.map(pick));
  const [own, raw] = [of(({ own }) => own.seconds), of(({ raw }) => raw.seconds)];
  const latencyList = results.flatMap(({ own }) => own.latencyList);
  const at = (percent) =>
    latencyList.length === 0 ? "-" : percentile(latencyList, percent).toFixed(0);
  return {
    rows: String(size),
    "sopir s": own.toFixed(2),
    "exceljs s": raw.toFixed(2),
    "of exceljs": `${(own / raw).toFixed(2)}×`,
    "sopir idle MB": of(({ own }) => own.idleMb).toFixed(0),
    "peak MB": of(({ own }) => own.peakMb).toFixed(0),
    "exceljs peak MB": of(({ raw }) => raw.peakMb).toFixed(0),
    "answer p50 ms": at(50),
    "p99 ms": at(99),
  };
}
