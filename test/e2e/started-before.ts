import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { prepareFlows } from "../../src/prepare-flows.ts";
import { systemRandom } from "../../src/random/random.ts";
import { createFileStore } from "../../src/store/files.ts";
import { openStore } from "../../src/store/open.ts";
import { run } from "../cli/run.ts";
import { MemoryLog } from "../support/memory-log.ts";
import { startPostgres, type TestPostgres } from "../support/postgres.ts";
import { emptyPostgresql, emptySqlite } from "../support/store.ts";
import { kamus } from "../support/teks.ts";

/** The office that processes of tests run. */
export const officeFile = join(import.meta.dirname, "uji.yaml");

/** A database, and the data folder of who runs on it. */
interface Place {
  readonly url: string;
  readonly dataDir: string;
}

/** A place with the office of tests. */
interface OfficePlace extends Place {
  /** The invitation of Kasi Pelayanan. */
  readonly kode: string;
}

/** Leaves a folder as the program does that has run there without an office. */
export async function startedBefore(dir: string): Promise<void> {
  leave(await started(), dir);
}

/** The same, and the office of tests was loaded since; resolves to the invitation of Kasi Pelayanan. */
export async function officeBefore(dir: string): Promise<string> {
  const from = await office();
  leave(from, dir);
  return from.kode;
}

/** The same, and the office collects a triwulan. */
export async function collectingBefore(dir: string): Promise<string> {
  const from = await collecting();
  leave(from, dir);
  return from.kode;
}

/** The same with the database on a server, whose URL it resolves to as well. */
export async function collectingBeforeOn(
  server: TestPostgres,
  dir: string,
): Promise<Pick<OfficePlace, "url" | "kode">> {
  const from = await collectingOnPostgresql();
  copyFileSync(join(from.dataDir, MARK), join(dir, MARK));
  return { url: await server.copyDatabase(from.url), kode: from.kode };
}

const DATABASE = "sopir.db";
/** The sheets are in the database. */
const MARK = "flows.json";

function leave({ dataDir }: Place, dir: string): void {
  for (const name of [DATABASE, MARK]) copyFileSync(join(dataDir, name), join(dir, name));
}

// Each is made once per process of tests; everybody gets a copy.
const started = once(() => firstStart((dataDir) => emptySqlite(join(dataDir, DATABASE))));
const office = once(async () => loadOffice(copyOf(await started())));
const collecting = once(async () => {
  const from = await office();
  return openTriwulan({ ...copyOf(from), kode: from.kode });
});
const collectingOnPostgresql = once(async () => {
  const server = await startPostgres();
  return openTriwulan(await loadOffice(await firstStart(() => emptyPostgresql(server))));
});

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null;
  return () => (made ??= make());
}

/** A folder for a place that is there until the process of tests ends. */
function newFolder(): string {
  const dataDir = mkdtempSync(join(tmpdir(), "sopir-started-"));
  process.once("exit", () => rmSync(dataDir, { recursive: true, force: true }));
  return dataDir;
}

function copyOf(from: Place): Place {
  const dataDir = newFolder();
  leave(from, dataDir);
  return { url: `file:${join(dataDir, DATABASE)}`, dataDir };
}

async function firstStart(empty: (dataDir: string) => Promise<string>): Promise<Place> {
  const dataDir = newFolder();
  const log = new MemoryLog();
  const url = await empty(dataDir);
  const store = await openStore({ url, dataDir, now: Date.now, log });
  const files = createFileStore(dataDir);
  const deps = { store, files, random: systemRandom, clock: { now: Date.now }, log, kamus };
  await prepareFlows(deps, { demo: false, dataDir });
  await store.close();
  return { url, dataDir };
}

async function loadOffice(place: Place): Promise<OfficePlace> {
  const loaded: { readonly undangan: readonly { pegawai: string; kode: string }[] } = JSON.parse(
    await types(place, "kantor", "load", officeFile, "--json"),
  );
  const kode = loaded.undangan.find(({ pegawai }) => pegawai === "kasi-pelayanan")?.kode;
  if (kode === undefined) throw new Error("no invitation");
  return { ...place, kode };
}

async function openTriwulan<P extends Place>(place: P): Promise<P> {
  const berkas = ["--kantor", "uji", "--sop", "paringin-selatan", "--periode", "2026-TW3"];
  await types(place, "berkas", "open", ...berkas);
  return place;
}

async function types({ url, dataDir }: Place, ...argv: readonly string[]): Promise<string> {
  const env = { DATABASE_URL: url, DATA_DIR: dataDir };
  const { code, out, err } = await run(argv, { env, now: Date.now() });
  if (code !== 0) throw new Error(`${argv.join(" ")}: ${err}`);
  return out;
}
