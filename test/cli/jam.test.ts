import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ExcelJS from "exceljs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createFileStore } from "../../src/store/files.ts";
import { openStore } from "../../src/store/open.ts";
import { logOf, requestOf } from "../store/contract/fixture.ts";
import { MemoryLog } from "../support/memory-log.ts";
import { kamus } from "../support/teks.ts";
import { installation, run, withPeraga } from "./run.ts";

/** Where the clock of the rehearsal stands; the system's is at 21 November 2026. */
const JAM = "2027-01-05T09:00:00+08:00";

describe("the command line beside a rehearsal whose clock is ahead", () => {
  let home: ReturnType<typeof installation>;
  beforeAll(async () => {
    home = installation();
    await withPeraga(home);
    await inStore((store) => store.saveClock(Date.parse(JAM)));
  });
  afterAll(() => home.remove());
  const sopir = (...argv: string[]) => run([...argv, "--json"], { env: home.env });
  const byItself = (...argv: string[]) =>
    run([...argv, "--json"], { env: { ...home.env, CLOCK: "system" } });
  async function inStore<T>(work: (store: Awaited<ReturnType<typeof openStore>>) => Promise<T>) {
    const url = home.env["DATABASE_URL"] ?? "";
    const log = new MemoryLog();
    const store = await openStore({ url, dataDir: home.folder, now: () => 0, log });
    try {
      return await work(store);
    } finally {
      await store.close();
    }
  }
  const newest = () =>
    inStore(async (store) => {
      const [record] = await store.listKantor();
      if (record === undefined) throw new Error("no office");
      return { kantorId: record.kantor.id, ...(await store.logHead(record.kantor.id)) };
    });

  it("opens a berkas and invites by the office's clock", async () => {
    const opened = await sopir(
      "berkas",
      "open",
      "--sop",
      "paringin-selatan",
      "--periode",
      "2026-TW4",
    );
    expect(opened.code).toBe(0);
    expect((await newest()).atMs).toBe(Date.parse(JAM));
    const invited = await sopir("undangan", "create", "camat");
    expect(invited.json()).toMatchObject({ berlakuSampai: "2027-01-12T09:00:00+08:00" });
  });

  it("writes a rekap with everything the office has, dated by its clock", async () => {
    const output = join(home.folder, "rekap.xlsx");
    const ran = await sopir("rekap", "export", "--tahun", "2026", "--triwulan", "4", "-o", output);
    expect(ran).toMatchObject({ code: 0, err: "" });
    const said = await textOf(output);
    expect(said).toContain("Dibuat: Selasa, 5 Januari 2027, pukul 09.00");
    expect(said).toContain("Berkas dibuka");
    expect(said).not.toContain("Belum ada berkas pada tahun ini.");
  });

  it("leaves nothing out and writes nothing earlier where it is told the system's clock instead", async () => {
    const output = join(home.folder, "sistem.xlsx");
    const { seq } = await newest();
    const ran = await byItself(
      "rekap",
      "export",
      "--tahun",
      "2026",
      "--triwulan",
      "4",
      "-o",
      output,
    );
    expect(ran.code).toBe(0);
    expect(await textOf(output)).toContain("Berkas dibuka");
    await byItself("undangan", "create", "camat");
    expect(await newest()).toMatchObject({ seq: seq + 1, atMs: Date.parse(JAM) });
  });

  it("refuses a rekap that would leave out what came in while it was made, and writes none", async () => {
    const output = join(home.folder, "tertinggal.xlsx");
    const { kantorId } = await newest();
    // Somebody acts at every look at the log, as in an office that does not pause.
    const busy = await inStore(async (store) => {
      const { exportFrom } = await import("../../src/cli/command/rekap.ts");
      const logHead = async (id: typeof kantorId) => {
        await store.commit(requestOf(id, { log: [logOf(1)] }));
        return store.logHead(id);
      };
      const clock = { now: () => Date.parse(JAM) };
      const record = await store.loadKantor(kantorId);
      if (record === null) throw new Error("no such kantor");
      const files = createFileStore(home.folder);
      const deps = { store: { ...store, logHead }, files, clock, kamus };
      return exportFrom(deps, record, { tahun: 2026, output });
    });
    expect(busy).toMatchObject({ kind: "refused" });
    expect(JSON.stringify(busy)).toContain("1 catatan baru");
    expect(existsSync(output)).toBe(false);
  });
});

describe("doctor", () => {
  it("names an office whose log has come further than the clock", async () => {
    const home = installation();
    const env = { ...home.env, CLOCK: "system" };
    const now = Date.parse("2027-03-01T08:00:00+08:00");
    await run(["kantor", "load", "test/e2e/uji.yaml"], { env, now });
    const late = await run(["doctor"], { env, now: now - 365 * 86_400_000 });
    expect(late.code).toBe(1);
    expect(late.err).toMatch(/SALAH\s+jam.*The clock says 2026-03-01T00:00:00.000Z/);
    const right = await run(["doctor"], { env, now });
    expect(right.out + right.err).toMatch(/baik\s+jam/);
    home.remove();
  });
});

/** Every text of every sheet. */
async function textOf(path: string): Promise<string> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(Uint8Array.from(readFileSync(path)).buffer);
  const found: string[] = [];
  for (const sheet of book.worksheets) {
    sheet.eachRow((row) => row.eachCell(({ value }) => found.push(JSON.stringify(value))));
  }
  return found.join("\n");
}
