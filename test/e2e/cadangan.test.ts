import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect } from "vitest";
import { run } from "../cli/run.ts";
import type { Person } from "../doubles/telegram/index.ts";
import { startPostgres, type TestPostgres } from "../support/postgres.ts";
import { answeredBy, withProcess } from "./own-process.ts";
import type { SopirProcess } from "./sopir-process.ts";
import { collectingBefore, collectingBeforeOn } from "./started-before.ts";

let postgres: TestPostgres;
beforeAll(async () => {
  postgres = await startPostgres();
  return () => postgres.stop();
});

const it = withProcess.extend<{ readonly folder: string }>({
  folder: async ({ onTestFinished }, use) => {
    const folder = mkdtempSync(join(tmpdir(), "sopir-latihan-"));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    await use(folder);
  },
});

/** Links the Kasi and has them begin with their figures. */
async function begin(sopir: SopirProcess, kode: string): Promise<Person> {
  sopir.start();
  await sopir.ready();
  const kasi = sopir.telegram.person(11, "Kasi Pelayanan");
  const answered = answeredBy(sopir);
  await answered(kasi, () => kasi.says(`/start ${kode}`), /Akun terhubung/);
  await answered(kasi, () => kasi.says("/isi"), /Indikator 1 dari 2/);
  await answered(kasi, () => kasi.says("86,5"), /Indikator 2 dari 2/);
  return kasi;
}

/** A database with an office that collects a triwulan. */
const collecting = {
  sqlite: async (dir: string) => ({
    url: `file:${join(dir, "sopir.db")}`,
    kode: await collectingBefore(dir),
  }),
  postgresql: (dir: string) => collectingBeforeOn(postgres, dir),
};

/** The place of one, with nothing in it. */
const empty = {
  sqlite: async (folder: string) => `file:${join(folder, "sopir.db")}`,
  postgresql: () => postgres.createDatabase(),
};

// Each waits for its processes most of the time: they wait together.
describe.concurrent.each([
  ["sqlite", "postgresql"],
  ["postgresql", "sqlite"],
] as const)("an office on %s that loses its disk", (before, after) => {
  it(`goes on from its backup on ${after} as it would have gone on by itself`, async ({
    sopir,
    folder,
  }) => {
    const dir = join(folder, "cadangan");
    const { url, kode } = await collecting[before](sopir.dir);
    sopir.extra = { DATABASE_URL: url, BACKUP_DIR: dir };
    const kasi = await begin(sopir, kode);
    const answered = answeredBy(sopir);

    // Somebody is asking something all the while it is made.
    const camat = sopir.telegram.person(12, "Camat");
    const busy = answered(camat, () => camat.says("/start SALAH-1"), /./);
    await sopir.cli("backup", "create");
    await busy;
    const path = (await sopir.cli("backup", "list", "--terbaru")).trim();
    await sopir.cli("backup", "verify", path);
    // Is not in the backup, and so is lost with the disk.
    const byItself = await answered(kasi, () => kasi.says("9"), /Ringkasan/);
    await sopir.kill();

    const second = {
      DATABASE_URL: await empty[after](folder),
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
    expect(await answered(kasi, () => kasi.says("9"), /Ringkasan/)).toBe(byItself);
    await sopir.cli("log", "verify");
    expect(await sopir.stop()).toBe(0);
    expect(sopir.telegram.complaints).toEqual([]);
  }, 400_000);
});
