import Database from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { KantorId } from "../../src/core/kantor/schema.ts";
import { openStore } from "../../src/store/open.ts";
import { MemoryLog } from "../support/memory-log.ts";
import { rewriteLog } from "../support/tulis-ulang.ts";
import { installation, type Ran, run, withPeraga } from "./run.ts";

const Verified = z.object({
  kantor: z.array(z.object({ jumlah: z.number(), sidik: z.string() })),
});

describe("log verify", () => {
  const home = installation();
  const url = home.env["DATABASE_URL"] ?? "";
  const verify = (...argv: readonly string[]): Promise<Ran> =>
    run(["log", "verify", ...argv], { env: home.env });
  const sql = async (statement: string): Promise<void> => {
    const database = new Database(url.replace("file:", ""));
    database.exec(statement);
    database.close();
  };
  let held = "";

  beforeAll(async () => {
    await withPeraga(home);
    const ran = await run(["log", "verify", "--json"], { env: home.env });
    held = Verified.parse(ran.json()).kantor[0]?.sidik ?? "";
  });
  afterAll(home.remove);

  it("prints the digest of each log, to be kept outside the office", async () => {
    const ran = await verify();
    expect(ran).toMatchObject({ code: 0, err: "" });
    expect(held).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{5}-){4}[0-9A-HJKMNP-TV-Z]{5}$/);
    expect(ran.out).toBe(`peraga: 15 catatan, rantai utuh. Sidik jari sampai baris 15: ${held}\n`);
  });

  it("finds a digest somebody holds, however it was typed, and what came since is not its business", async () => {
    await run(["libur", "tambah", "2026-12-31", "Cuti bersama"], { env: home.env });
    const ran = await verify("--sidik", held.toLowerCase().replaceAll("-", " "));
    expect(ran.code).toBe(0);
    expect(ran.out).toContain(
      `Sidik jari ${held} cocok: catatan peraga sampai baris 15 tidak berubah sejak sidik jari itu dibuat.`,
    );
  });

  it.each(["", "12345", "bukan sidik jari"])("takes %j for no digest", async (teks) => {
    const ran = await verify("--sidik", teks);
    expect(ran).toMatchObject({ code: 1, out: "" });
    expect(ran.err).toContain("bukan sidik jari catatan");
  });

  it("names the first broken link: office, number, and what is wrong", async () => {
    await sql("UPDATE log_entry SET at_ms = at_ms + 1 WHERE seq = 9");
    const ran = await verify();
    expect(ran.code).toBe(1);
    expect(ran.err).toContain(
      "Log peraga tidak utuh pada catatan ke-9: isi catatan itu tidak sesuai hash-nya (isinya diubah).",
    );
    expect((await run(["doctor"], { env: home.env })).err).toContain(
      "log peraga tidak utuh pada catatan ke-9: isi catatan itu tidak sesuai hash-nya",
    );
    await sql("UPDATE log_entry SET at_ms = at_ms - 1 WHERE seq = 9");
    expect((await verify()).code).toBe(0);
  });

  it("believes a chain that was written anew as a whole, but for whoever holds its digest", async () => {
    const log = new MemoryLog();
    const store = await openStore({ url, dataDir: home.folder, now: Date.now, log });
    const end = await rewriteLog({ store, sql }, KantorId.parse("peraga"), 4);
    await store.close();
    await sql(`UPDATE kantor SET log_hash = '${end}' WHERE id = 'peraga'`);
    expect((await verify()).code).toBe(0);
    const ran = await verify("--sidik", held);
    expect(ran.code).toBe(1);
    expect(ran.err).toContain(`Tidak ada catatan dengan sidik jari ${held}.`);
    expect(ran.err).toContain("catatan kantor ini ditulis ulang");
  });
});
