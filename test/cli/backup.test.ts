import { mkdirSync, readdirSync, rmSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { lockDatabase } from "../../src/store/lock.ts";
import { installation, run } from "./run.ts";

const NOW = Date.parse("2026-11-21T08:00:00+08:00");
const DAY_MS = 86_400_000;
const Made = z.object({ nama: z.string(), path: z.string() });

describe("backups on the command line", () => {
  let home: ReturnType<typeof installation>;
  let env: Record<string, string>;
  const sopir = (argv: readonly string[], now = NOW) => run(argv, { env, now });
  const doctor = async (now = NOW): Promise<string> => {
    const { out, err } = await sopir(["doctor"], now);
    return out + err;
  };

  beforeAll(() => {
    home = installation();
    // Before the first command there is nothing to copy.
    rmSync(join(home.folder, "sopir.db"));
    env = {
      ...home.env,
      DATA_DIR: join(home.folder, "data"),
      BACKUP_DIR: join(home.folder, "cadangan"),
      CLOCK: "system",
    };
  });
  afterAll(() => home.remove());

  it("say what to do while there is none", async () => {
    expect(await sopir(["backup", "create"])).toMatchObject({ code: 1, out: "" });
    expect((await sopir(["backup", "list"])).out).toBe(
      "Belum ada cadangan. Buat: sopir backup create.\n",
    );
    expect((await sopir(["backup", "list", "--terbaru"])).code).toBe(1);
    expect((await sopir(["backup", "verify"])).code).toBe(1);
    expect(await sopir(["backup", "verify", "lain"])).toMatchObject({ code: 2, out: "" });
    expect((await sopir(["backup", "restore", "lain"])).code).toBe(2);
    expect((await sopir(["backup", "restore"])).code).toBe(2);
  });

  it("are made, listed, read back and brought back; damage is refused by name", async () => {
    expect((await sopir(["kantor", "load", "flows/kantor/peraga.yaml"])).code).toBe(0);
    expect(await doctor()).toMatch(/AWAS +cadangan +belum ada cadangan yang utuh/);
    const made = await sopir(["--json", "backup", "create"]);
    expect(made.code, made.err).toBe(0);
    const { nama, path } = Made.parse(made.json());
    expect((await sopir(["backup", "list"])).out).toMatch(
      new RegExp(`^${nama} .*07\\.00 WIB +1 kantor, 0 berkas, \\d+,\\d MB +utuh\\n$`),
    );
    expect((await sopir(["backup", "list", "--terbaru"])).out).toBe(`${path}\n`);
    expect((await sopir(["backup", "verify"])).out).toContain("semua dibaca, utuh.");
    expect((await sopir(["backup", "verify", nama])).code).toBe(0);

    expect(await doctor()).toMatch(/AWAS +cadangan +cadangan utuh terakhir .*disk yang sama/);
    expect(await doctor(NOW + 3 * DAY_MS)).toMatch(/SALAH +cadangan .*lebih dari dua hari/);

    const running = lockDatabase(join(home.folder, "sopir.db"));
    const busy = await sopir(["backup", "restore", path]);
    expect(busy).toMatchObject({ code: 1, out: "" });
    expect(busy.err).toContain("Bot sedang berjalan");
    running.release();
    expect((await sopir(["backup", "restore", path])).err).toContain("tidak kosong");

    const elsewhere = {
      ...env,
      DATABASE_URL: `file:${join(home.folder, "baru.db")}`,
      DATA_DIR: join(home.folder, "baru"),
    };
    const restored = await run(["backup", "restore", nama], { env: elsewhere, now: NOW });
    expect(restored.code, restored.err).toBe(0);
    expect(restored.out).toMatch(/peraga: \d+ catatan, rantai utuh\./);
    expect(restored.out).toMatch(/Keadaannya seperti pada .*07\.00 WIB/);
    expect((await run(["log", "verify"], { env: elsewhere })).out).toContain("rantai utuh");

    truncateSync(join(path, "sopir.db"), 4096);
    const damaged = await sopir(["backup", "verify"]);
    expect(damaged).toMatchObject({ code: 1, out: "" });
    expect(damaged.err).toContain("- sopir.db: berubah");
    rmSync(join(home.folder, "baru.db"));
    rmSync(join(home.folder, "baru"), { recursive: true });
    const refused = await run(["backup", "restore", nama], { env: elsewhere, now: NOW });
    expect(refused).toMatchObject({ code: 1, out: "" });
    expect(refused.err).toContain("tidak ada yang dipulihkan");
    expect(readdirSync(home.folder)).not.toContain("baru.db");
  });

  it("with a manifest that cannot be read are named, and so is what a rehearsal does without", async () => {
    const dir = join(home.folder, "rusak");
    mkdirSync(join(dir, "sopir-2026-11-20T18-00-00-000Z-0123abcd"), { recursive: true });
    const listed = await run(["backup", "list"], { env: { ...env, BACKUP_DIR: dir } });
    expect(listed.out).toContain("manifes tidak terbaca");
    const doctored = await run(["doctor"], { env: { ...env, BACKUP_DIR: dir }, now: NOW });
    expect(doctored.err).toMatch(/SALAH +cadangan +sopir-2026-11-20\S+ di \S+ tidak terbaca/);
    env = { ...env, CLOCK: "rehearsal" };
    expect(await doctor()).toMatch(/baik +cadangan +latihan, tidak dicadangkan sendiri/);
  });
});
