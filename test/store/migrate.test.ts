import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { KantorId } from "../../src/core/kantor/schema.ts";
import { adapterOf } from "../../src/store/client.ts";
import { diffSchema, migrate, pendingMigrations, StoreTooNew } from "../../src/store/migrate.ts";
import { openStore } from "../../src/store/open.ts";
import { MemoryLog } from "../support/memory-log.ts";
import { startPostgres, type TestPostgres } from "../support/postgres.ts";
import { saveOffice } from "./contract/bench.ts";

const NOW = Date.UTC(2026, 9, 1);

let folder: string;
let postgres: TestPostgres;
let count = 0;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "sopir-migrate-"));
  postgres = await startPostgres();
});
afterAll(async () => {
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
});

const freshFile = (): string => {
  count += 1;
  return join(folder, `t${count}`, "sopir.db");
};
const open = (url: string, dataDir = folder) =>
  openStore({ url, dataDir, now: () => NOW, log: new MemoryLog() });

async function rowsOf(url: string, sql: string): Promise<unknown[][]> {
  const adapter = await adapterOf(url).connect();
  try {
    return (await adapter.queryRaw({ sql, args: [], argTypes: [] })).rows;
  } finally {
    await adapter.dispose();
  }
}

async function run(url: string, script: string): Promise<void> {
  const adapter = await adapterOf(url).connect();
  try {
    await adapter.executeScript(script);
  } finally {
    await adapter.dispose();
  }
}

const engines = [
  {
    engine: "sqlite",
    newUrl: async (): Promise<string> => {
      const path = freshFile();
      mkdirSync(dirname(path));
      return `file:${path}`;
    },
    catalog: [
      `SELECT m.name, c.name, c.type, c."notnull", c.dflt_value, c.pk
        FROM sqlite_master m, pragma_table_info(m.name) c
        WHERE m.type = 'table' AND m.name NOT LIKE '\\_%' ESCAPE '\\' ORDER BY 1, 2`,
      `SELECT m.name, i."unique", x.seqno, x.name
        FROM sqlite_master m, pragma_index_list(m.name) i, pragma_index_info(i.name) x
        WHERE m.type = 'table' AND m.name NOT LIKE '\\_%' ESCAPE '\\'
        ORDER BY 1, i.name, 3`,
    ],
  },
  {
    engine: "postgresql",
    newUrl: () => postgres.createDatabase(),
    catalog: [
      `SELECT table_name::text, column_name::text, data_type::text, is_nullable::text,
          column_default::text
        FROM information_schema.columns
        WHERE table_schema = 'public' AND table_name NOT LIKE '\\_%' ORDER BY 1, 2`,
      `SELECT tablename::text, indexdef::text FROM pg_indexes
        WHERE schemaname = 'public' AND tablename NOT LIKE '\\_%' ORDER BY 1, 2`,
    ],
  },
] as const;

const timers = (): number =>
  process.getActiveResourcesInfo().filter((name) => name === "Timeout").length;

describe.each(engines)("the migrations of $engine", ({ newUrl, catalog }) => {
  it("make the very tables the schema describes", async () => {
    const [migrated, described] = [await newUrl(), await newUrl()];
    await migrate(migrated);
    await run(described, await diffSchema(described, null));
    for (const sql of catalog) {
      const rows = await rowsOf(migrated, sql);
      expect(rows.length).toBeGreaterThan(10);
      expect(rows).toEqual(await rowsOf(described, sql));
    }
  });

  it("are applied once, by whoever opens first", async () => {
    const url = await newUrl();
    expect(await pendingMigrations(url)).not.toEqual([]);
    const stores = await Promise.all([open(url), open(url), open(url)]);
    await Promise.all(stores.map((store) => store.close()));
    expect(await pendingMigrations(url)).toEqual([]);
    const applied = "SELECT migration_name FROM _prisma_migrations";
    const names = (await rowsOf(url, applied)).flat();
    expect(new Set(names).size).toBe(names.length);
  });

  it("leave nothing behind that a command that is done would wait for", async () => {
    const url = await newUrl();
    const before = timers();
    await migrate(url);
    expect(timers()).toBeLessThanOrEqual(before);
  });

  it("carry the drafts made so far over as papers of their berkas", async () => {
    const url = await newUrl();
    await migrate(url, untilBefore("naskah_dan_nomor_surat"));
    await run(
      url,
      `INSERT INTO berkas (id, kantor_id, sop_id, sop_hash, periode, status, langkah_no, state, versi,
          dibuka_ms) VALUES ('b1', 'k', 's', 'h', '2026-TW3', 'berjalan', '2', '{}', 1, 5);
        INSERT INTO dokumen (id, kantor_id, berkas_id, langkah_no, nama, versi, pada_ms)
          VALUES ('acak2', 'k', 'b1', '2', 'Laporan', 2, 20), ('acak1', 'k', 'b1', '2', 'Laporan', 1, 10);`,
    );
    const store = await open(url);
    const list = await store.listNaskah(KantorId.parse("k"), null);
    await store.close();
    expect(list).toEqual([draf("acak1", 1, 10), draf("acak2", 2, 20)]);
  });

  it("give what version 0.1 wrote the numbers of the log: a berkas its opening, the rest by its time", async () => {
    const url = await newUrl();
    await migrate(url, untilBefore("urutan"));
    await run(
      url,
      // The second berkas was opened by the command line, whose clock was ahead of the office's.
      `INSERT INTO log_entry (kantor_id, seq, jenis, berkas_id, oleh, at_ms, data, prev_hash, hash)
          VALUES ${[entry(1, "b1", 10), entry(2, "b2", 90), entry(3, "b2", 20), entry(4, "b1", 30)].join(", ")};
        INSERT INTO berkas (id, kantor_id, sop_id, sop_hash, periode, status, langkah_no, state, versi,
          dibuka_ms) VALUES ('b1', 'k', 's', 'h', '2026-TW3', 'berjalan', '2', '{}', 1, 10),
          ('b2', 'k', 's', 'h', '2026-TW4', 'berjalan', '2', '{}', 1, 90),
          ('b3', 'lain', 's', 'h', '2026-TW4', 'berjalan', '2', '{}', 1, 5);
        INSERT INTO realisasi (id, kantor_id, berkas_id, periode, kode, revisi, isian, bukti, oleh, at_ms)
          VALUES ('r1', 'k', 'b2', '2026-TW4', '1.1', 1, '{}', '[]', 'kasi', 20),
          ('r2', 'k', 'b1', '2026-TW3', '1.1', 1, '{}', '[]', 'kasi', 5);
        INSERT INTO naskah (id, kantor_id, berkas_id, periode, jenis, nama, versi, langkah_no, pada_ms,
          oleh) VALUES ('b2-n1', 'k', 'b2', '2026-TW4', 'laporan', 'Laporan', 1, '2', 20, 'sistem');`,
    );
    await (await open(url)).close();
    const numbers = async (table: string, column: string) =>
      rowsOf(url, `SELECT id, ${column} FROM ${table} ORDER BY id`);
    expect(await numbers("berkas", "dibuka_seq")).toEqual([
      ["b1", 1],
      ["b2", 2],
      ["b3", 0],
    ]);
    expect(await numbers("realisasi", "seq")).toEqual([
      ["r1", 3],
      ["r2", 0],
    ]);
    expect(await numbers("naskah", "pada_seq")).toEqual([["b2-n1", 3]]);
  });

  it("let quotes and votes find what went out so far", async () => {
    const url = await newUrl();
    await migrate(url, untilBefore("message_ref"));
    await run(
      url,
      `INSERT INTO outbox (id, dedupe_key, channel_id, chat, prioritas, op, isi, status, created_ms,
        not_before_ms, refs) VALUES ${[
          sent("lama", "kirim", refs("m1")),
          sent("baru", "kirim", refs("m1", "m2")),
          sent("ubah", "ubah", refs("m2")),
          sent("rusak", "kirim", "{"),
          sent("kosong", "kirim", null),
        ].join(", ")};`,
    );
    const store = await open(url);
    const asked = async (id: string) => {
      const found = await store.findPertanyaan({ channelId: "wa", chat: "c" }, [id]);
      return found === "dilipat" ? found : found?.pilihan[0]?.id;
    };
    expect([await asked("m1"), await asked("m2"), await asked("m3")]).toEqual([
      "baru",
      "baru",
      undefined,
    ]);
    await store.close();
    expect(await rowsOf(url, "SELECT external_id, bagian FROM message_ref ORDER BY 1")).toEqual([
      ["m1", 0],
      ["m2", 1],
    ]);
  });

  it("leave the database as it was where one of them fails, and are applied once it is mended", async () => {
    const url = await newUrl();
    const broken = withMigration(
      "ALTER TABLE kantor ADD COLUMN tambahan TEXT; ALTER TABLE tidak_ada ADD COLUMN x TEXT;",
    );
    await migrate(url, untilBefore("naskah_dan_nomor_surat"));
    const before = await rowsOf(url, "SELECT migration_name, finished_at FROM _prisma_migrations");
    await expect(migrate(url, broken)).rejects.toThrow(/tidak_ada/);
    expect(await rowsOf(url, "SELECT migration_name, finished_at FROM _prisma_migrations")).toEqual(
      before,
    );
    await migrate(url, withMigration("ALTER TABLE kantor ADD COLUMN tambahan TEXT;"));
    expect(await rowsOf(url, "SELECT tambahan FROM kantor")).toEqual([]);
  });

  it("that an earlier version left half done are refused, and the way back is named", async () => {
    const url = await newUrl();
    await (await open(url)).close();
    await run(
      url,
      "UPDATE _prisma_migrations SET finished_at = NULL WHERE migration_name LIKE '%\\_urutan' ESCAPE '\\'",
    );
    await expect(open(url)).rejects.toThrow(
      /_urutan of the database was interrupted.*cadangan.*backup restore/,
    );
  });

  it("of a newer program are refused", async () => {
    const url = await newUrl();
    await (await open(url)).close();
    await run(
      url,
      "UPDATE _prisma_migrations SET migration_name = '29990101000000_dari_masa_depan'",
    );
    await expect(open(url)).rejects.toThrow(StoreTooNew);
  });
});

describe("a SQLite file", () => {
  it("is copied with its data before a migration touches it", async () => {
    const url = `file:${freshFile()}`;
    const dataDir = join(folder, "data-lama");
    const before = await open(url, dataDir);
    const kantorId = await saveOffice(before, "kantor-lama");
    await before.close();
    const options = { url, dataDir, now: () => NOW, log: new MemoryLog() };
    const migrationsFrom = withMigration("ALTER TABLE kantor ADD COLUMN tambahan TEXT;");
    const after = await openStore({ ...options, migrationsFrom });
    expect(await after.loadKantor(kantorId)).not.toBeNull();
    await after.close();
    const columns = "SELECT name FROM pragma_table_info('kantor') WHERE name = 'tambahan'";
    expect(await rowsOf(url, columns)).toEqual([["tambahan"]]);
    const copies = readdirSync(join(dataDir, "cadangan"));
    expect(copies).toHaveLength(1);
    const copy = `file:${join(dataDir, "cadangan", copies[0] ?? "")}`;
    expect(await rowsOf(copy, columns)).toEqual([]);
    const restored = await open(copy, dataDir);
    expect(await restored.loadKantor(kantorId)).not.toBeNull();
    await restored.close();
  });

  it("that is new has nothing to copy", async () => {
    const dataDir = join(folder, "data-baru");
    await (await open(`file:${freshFile()}`, dataDir)).close();
    expect(existsSync(join(dataDir, "cadangan"))).toBe(false);
  });

  it("is kept so that a commit outlives a power cut", async () => {
    const url = `file:${freshFile()}`;
    const pragma = async (name: string) => (await rowsOf(url, `PRAGMA ${name}`)).flat();
    await (await open(url)).close();
    expect(await pragma("journal_mode")).toEqual(["wal"]);
    expect(await pragma("synchronous")).toEqual([2]);
    expect(await pragma("foreign_keys")).toEqual([1]);
  });
});

/** The package's migrations as they were before one of this name. */
function untilBefore(name: string): string {
  const from = mkdtempSync(join(folder, "prisma-lama-"));
  cpSync(new URL("../../prisma", import.meta.url), from, { recursive: true });
  for (const engine of ["sqlite", "postgresql"]) {
    const list = readdirSync(join(from, "migrations", engine)).toSorted();
    for (const later of list.slice(list.findIndex((one) => one.endsWith(name)))) {
      if (!later.endsWith(".toml"))
        rmSync(join(from, "migrations", engine, later), { recursive: true });
    }
  }
  return from;
}

/** The package's migrations and one more. */
function withMigration(sql: string): string {
  const from = mkdtempSync(join(folder, "prisma-baru-"));
  cpSync(new URL("../../prisma", import.meta.url), from, { recursive: true });
  for (const engine of ["sqlite", "postgresql"]) {
    const added = join(from, "migrations", engine, "29990101000000_tambahan");
    mkdirSync(added);
    writeFileSync(join(added, "migration.sql"), sql);
  }
  return from;
}

/** An entry of an office's log, as values of SQL. */
const entry = (seq: number, berkasId: string, atMs: number) =>
  `('k', ${seq}, 'uji', '${berkasId}', 'sistem', ${atMs}, '{}', '', '')`;

/** A draft of the version before papers, as a paper. */
const draf = (id: string, versi: number, padaMs: number) => ({
  kantorId: "k",
  berkasId: "b1",
  periode: "2026-TW3",
  naskah: {
    id,
    jenis: "laporan",
    nama: "Laporan",
    sebutan: `Draf ${versi}`,
    versi,
    langkahNo: "2",
    padaMs,
    padaSeq: 0,
    oleh: "sistem",
    nomor: null,
    unggahan: null,
    perubahan: null,
  },
  fileList: [],
});

/** A message that went out, as values of SQL. */
const sent = (id: string, op: string, refs: string | null) =>
  `('${id}', '${id}', 'wa', 'c', 1, '${op}', '{"teks":[],"pilihan":[[{"id":"${id}","judul":"x"}]]}',
    'terkirim', 0, 0, ${refs === null ? "NULL" : `'${refs}'`})`;

/** What a message went out as. */
const refs = (...idList: string[]) =>
  JSON.stringify({ chat: "c", externalIdList: idList, withFile: false });
