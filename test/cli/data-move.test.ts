import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connect } from "../../src/store/client.ts";
import { lockDatabase } from "../../src/store/lock.ts";
import { startPostgres, type TestPostgres } from "../support/postgres.ts";
import { emptySqlite } from "../support/store.ts";
import { run } from "./run.ts";

let folder: string;
let from: string;
let postgres: TestPostgres;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "sopir-pindah-"));
  from = await emptySqlite(join(folder, "sopir.db"));
  postgres = await startPostgres();
  const loaded = await run(["kantor", "load", "flows/kantor/peraga.yaml"], { env: env() });
  expect(loaded.code).toBe(0);
  const { client } = connect(from);
  for (let page = 0; page < 5; page += 1) {
    await client.$executeRawUnsafe(
      `INSERT INTO inbox (key, channel_id, at_ms) WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL
        SELECT i + 1 FROM n WHERE i < 999) SELECT 'telegram:' || (${page} * 1000 + i), 'telegram', i FROM n`,
    );
  }
  await client.$disconnect();
});
afterAll(async () => {
  await postgres?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const env = (url = from): Record<string, string> => ({ DATABASE_URL: url, DATA_DIR: folder });
const move = (to: string, source = from) =>
  run(["--json", "data", "move", "--to", to], { env: env(source) });

/** Moves in a process of its own, killed in the middle of the largest table. */
async function moveAndKill(to: string): Promise<void> {
  const child = spawn(process.execPath, ["dist/cli/sopir.js", "data", "move", "--to", to], {
    env: { ...process.env, ...env() },
    stdio: ["ignore", "ignore", "pipe"],
  });
  const exit = once(child, "exit");
  let told = "";
  child.stderr.on("data", (part) => {
    told += String(part);
    if (told.includes("inbox: ")) child.kill("SIGKILL");
  });
  const [, signal] = await exit;
  expect(signal, told).toBe("SIGKILL");
}

const targets = {
  sqlite: async () => `file:${join(folder, "tujuan.db")}`,
  postgresql: () => postgres.createDatabase(),
};

describe.each(["sqlite", "postgresql"] as const)("data move to %s", (engine) => {
  it("goes on after a kill, ends with everything there, and goes back", async () => {
    const to = await targets[engine]();
    await moveAndKill(to);
    const early = await run(["kantor", "list"], { env: env(to) });
    expect(early.code).toBe(1);
    expect(early.err).toContain("A move into this database is not complete.");

    const ran = await move(to);
    expect(ran.code, ran.err).toBe(0);
    expect(ran.json()).toMatchObject({
      dilanjutkan: true,
      tabel: expect.arrayContaining([expect.objectContaining({ nama: "inbox", baris: 5_000 })]),
      kantor: [{ id: "peraga" }],
    });
    expect((await run(["log", "verify"], { env: env(to) })).out).toContain("rantai utuh");

    const back = await move(`file:${join(folder, `kembali-${engine}.db`)}`, to);
    expect(back.code, back.err).toBe(0);
    expect(back.json()).toMatchObject({ dilanjutkan: false, kantor: [{ id: "peraga" }] });
    const again = await move(to);
    expect(again).toMatchObject({ code: 1, out: "" });
    expect(again.err).toContain("sudah berisi pindahan yang selesai");
  });
});

describe("data move", () => {
  it("says what to do while the bot runs, and what it needs to be told", async () => {
    const to = `file:${join(folder, "lain.db")}`;
    const lock = lockDatabase(join(folder, "sopir.db"));
    const ran = await move(to);
    lock.release();
    expect(ran).toMatchObject({ code: 1, out: "" });
    expect(ran.err).toContain("Hentikan bot");
    expect((await move(from)).code).toBe(2);
    expect((await move("mysql://u:rahasia@h/d")).code).toBe(2);
    expect((await run(["data", "move"], { env: env() })).code).toBe(2);
  });

  it("never prints a password, whatever goes wrong", async () => {
    const there = await postgres.createDatabase();
    const wrong = new URL(there);
    wrong.password = "rahasia%2F1";
    wrong.pathname = "/tidak-ada";
    for (const url of [
      `${wrong}`,
      there.replace("sopir:sopir@", "sopir:rahasia@"),
      "mysql://u:rahasia@h",
    ]) {
      const ran = await move(url);
      expect(`${ran.out}${ran.err}`).not.toContain("rahasia");
    }
    const ran = await run(["data", "move", "--to", there.replace(":sopir@", ":rahasia@")], {
      env: env(),
    });
    expect(`${ran.out}${ran.err}`).not.toContain("rahasia");
  });
});
