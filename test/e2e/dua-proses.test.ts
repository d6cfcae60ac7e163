import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { connect } from "../../src/store/client.ts";
import type { Person } from "../doubles/telegram/index.ts";
import { startPostgres, type TestPostgres } from "../support/postgres.ts";
import { SopirProcess } from "./sopir-process.ts";

/** Longer than a dead process is waited for, on a busy machine. */
const PATIENCE_MS = 60_000;

let postgres: TestPostgres;
let first: SopirProcess;
let second: SopirProcess;
let kasi: Person;

beforeEach(async () => {
  postgres = await startPostgres();
  first = await SopirProcess.create();
  second = await SopirProcess.create();
});
afterEach(async () => {
  await second.dispose();
  await first.dispose();
  await postgres.stop();
});

/** Both on one database, one folder and one bot; the office is loaded and collects a triwulan. */
async function prepare(more: Readonly<Record<string, string>>): Promise<string> {
  first.extra = { DATABASE_URL: await postgres.createDatabase(), ...more };
  const { DATABASE_URL, DATA_DIR, TELEGRAM_BOT_TOKEN, TELEGRAM_API_ROOT } = first.variables;
  second.extra = {
    DATABASE_URL: `${DATABASE_URL}`,
    DATA_DIR: `${DATA_DIR}`,
    TELEGRAM_BOT_TOKEN: `${TELEGRAM_BOT_TOKEN}`,
    TELEGRAM_API_ROOT: `${TELEGRAM_API_ROOT}`,
    ...more,
  };
  const kantor = join(import.meta.dirname, "uji.yaml");
  const loaded: { readonly undangan: readonly { pegawai: string; kode: string }[] } = JSON.parse(
    await first.cli("kantor", "load", kantor, "--json"),
  );
  const what = ["--kantor", "uji", "--sop", "paringin-selatan", "--periode", "2026-TW3"];
  await first.cli("berkas", "open", ...what);
  kasi = first.telegram.person(11, "Kasi Pelayanan");
  return loaded.undangan.find(({ pegawai }) => pegawai === "kasi-pelayanan")?.kode ?? "";
}

const answers = (answer: RegExp): number => kasi.texts.filter((text) => answer.test(text)).length;

/** Waits for the one answer to what was said. */
async function answered(answer: RegExp): Promise<void> {
  await first.telegram.until(() => answers(answer) > 0, PATIENCE_MS);
}

/** How many were taken, corrections among them. */
async function figures(): Promise<number> {
  const { client } = connect(first.variables["DATABASE_URL"] ?? "");
  const count = await client.realisasi.count();
  await client.$disconnect();
  return count;
}

/** Whether a process runs the channel itself. */
const runs = async (sopir: SopirProcess): Promise<boolean> =>
  (await sopir.ready()).body.channels.some(({ detail }) => detail.startsWith("Receiving"));

describe("two processes of the program on one PostgreSQL", () => {
  it("fetch in one of them; when it is killed the other goes on where it was", async () => {
    const kode = await prepare({});
    first.start();
    second.start();
    await Promise.all([first.ready(), second.ready()]);
    const [fetching, waiting] = (await runs(first)) ? [first, second] : [second, first];
    expect(await runs(waiting)).toBe(false);
    kasi.says(`/start ${kode}`);
    await answered(/Akun terhubung/);
    kasi.says("/isi");
    await answered(/Indikator 1 dari 2/);
    kasi.says("86,5");
    await answered(/Indikator 2 dari 2/);
    kasi.says("9");
    await fetching.kill();
    await answered(/Ringkasan/);
    expect(await runs(waiting)).toBe(true);
    fetching.start();
    await fetching.ready();
    expect(await runs(fetching)).toBe(false);
    kasi.taps("Kirim");
    await answered(/terkirim/);
    // What it was sending at that moment may come twice, what it was told never counts twice.
    expect(answers(/Indikator 2 dari 2/)).toBeLessThanOrEqual(2);
    expect(await figures()).toBe(2);
    await first.cli("log", "verify");
    expect(first.telegram.complaints).toEqual([]);
    expect(await waiting.stop()).toBe(0);
    await fetching.readyz(({ body }) => body.channels[0]?.detail.startsWith("Receiving") === true);
    expect(await fetching.stop()).toBe(0);
  }, 240_000);

  it("take what comes by webhook in either, and answer from one", async () => {
    const kode = await prepare({
      TELEGRAM_WEBHOOK_URL: second.url,
      TELEGRAM_WEBHOOK_SECRET: "rahasia-webhook-42",
    });
    first.start();
    await first.ready();
    second.start();
    await second.ready();
    expect([await runs(first), await runs(second)]).toEqual([true, false]);
    kasi.says(`/start ${kode}`);
    await answered(/Akun terhubung/);
    kasi.says("/isi");
    await answered(/Indikator 1 dari 2/);
    await first.kill();
    kasi.says("86,5");
    await answered(/Indikator 2 dari 2/);
    expect(first.telegram.polls).toEqual([]);
    expect(first.telegram.complaints).toEqual([]);
    expect(await second.stop()).toBe(0);
  }, 240_000);
});
