import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { run } from "../cli/run.ts";
import type { Person } from "../doubles/telegram/index.ts";
import { startPostgres, type TestPostgres } from "../support/postgres.ts";
import { SopirProcess } from "./sopir-process.ts";
import { collectingBefore, collectingBeforeOn } from "./started-before.ts";

let sopir: SopirProcess;
let postgres: TestPostgres;
let folder: string;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "sopir-latihan-"));
  postgres = await startPostgres();
  sopir = await SopirProcess.create();
});
afterEach(async () => {
  await sopir.dispose();
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Links the Kasi and has them begin with their figures. */
async function begin(kode: string): Promise<Person> {
  sopir.start();
  await sopir.ready();
  const kasi = sopir.telegram.person(11, "Kasi Pelayanan");
  await answered(kasi, `/start ${kode}`, /Akun terhubung/);
  await answered(kasi, "/isi", /Indikator 1 dari 2/);
  await answered(kasi, "86,5", /Indikator 2 dari 2/);
  return kasi;
}

/** Says something and returns the one answer that looks like this. */
async function answered(person: Person, text: string, answer: RegExp): Promise<string> {
  const before = person.texts.length;
  const found = (): string | undefined =>
    person.texts.slice(before).find((said) => answer.test(said));
  person.says(text);
  await sopir.telegram.until(
    () => found() !== undefined && sopir.telegram.pendingUpdates === 0,
    30_000,
  );
  return found() ?? "";
}

/** A database with an office that collects a triwulan. */
const collecting = {
  sqlite: async () => ({
    url: `file:${join(sopir.dir, "sopir.db")}`,
    kode: await collectingBefore(sopir.dir),
  }),
  postgresql: () => collectingBeforeOn(postgres, sopir.dir),
};

/** The place of one, with nothing in it. */
const empty = {
  sqlite: async () => `file:${join(folder, "sopir.db")}`,
  postgresql: () => postgres.createDatabase(),
};

describe.each([
  ["sqlite", "postgresql"],
  ["postgresql", "sqlite"],
] as const)("an office on %s that loses its disk", (before, after) => {
  it(`goes on from its backup on ${after} as it would have gone on by itself`, async () => {
    const dir = join(folder, "cadangan");
    const { url, kode } = await collecting[before]();
    sopir.extra = { DATABASE_URL: url, BACKUP_DIR: dir };
    const kasi = await begin(kode);

    // Somebody is asking something all the while it is made.
    const camat = sopir.telegram.person(12, "Camat");
    const busy = answered(camat, "/start SALAH-1", /./);
    await sopir.cli("backup", "create");
    await busy;
    const path = (await sopir.cli("backup", "list", "--terbaru")).trim();
    await sopir.cli("backup", "verify", path);
    // Is not in the backup, and so is lost with the disk.
    const byItself = await answered(kasi, "9", /Ringkasan/);
    await sopir.kill();

    const second = {
      DATABASE_URL: await empty[after](),
      DATA_DIR: join(folder, "data-baru"),
      BACKUP_DIR: dir,
    };
    const restored = await run(["backup", "restore", path], {
      env: { ...sopir.variables, ...second },
      now: Date.now(),
    });
    expect(restored.code, restored.err).toBe(0);

    sopir.extra = second;
    sopir.start();
    await sopir.ready();
    expect(await answered(kasi, "9", /Ringkasan/)).toBe(byItself);
    await sopir.cli("log", "verify");
    expect(await sopir.stop()).toBe(0);
    expect(sopir.telegram.complaints).toEqual([]);
  }, 400_000);
});
