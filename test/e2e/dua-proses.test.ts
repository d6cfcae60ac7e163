import { beforeAll, describe, expect, it, type TestContext } from "vitest";
import { connect } from "../../src/store/client.ts";
import type { Person } from "../doubles/telegram/index.ts";
import { startPostgres, type TestPostgres } from "../support/postgres.ts";
import { SopirProcess } from "./sopir-process.ts";
import { collectingBeforeOn } from "./started-before.ts";

/** Longer than a dead process is waited for, on a busy machine. */
const PATIENCE_MS = 60_000;

let postgres: TestPostgres;

beforeAll(async () => {
  postgres = await startPostgres();
  return () => postgres.stop();
});

/** Two processes on one database, one folder and one bot, and somebody who owes figures. */
interface Pair {
  readonly first: SopirProcess;
  readonly second: SopirProcess;
  readonly kasi: Person;
  /** Their invitation. */
  readonly kode: string;
}

/** Neither runs yet; the office is loaded and collects a triwulan. */
async function prepare(
  { onTestFinished }: TestContext,
  more: (second: SopirProcess) => Readonly<Record<string, string>>,
): Promise<Pair> {
  const first = await SopirProcess.create();
  const second = await SopirProcess.create();
  onTestFinished(async () => {
    await second.dispose();
    await first.dispose();
  });
  const { url, kode } = await collectingBeforeOn(postgres, first.dir);
  first.extra = { DATABASE_URL: url, ...more(second) };
  const { DATA_DIR, TELEGRAM_BOT_TOKEN, TELEGRAM_API_ROOT } = first.variables;
  second.extra = {
    DATABASE_URL: url,
    DATA_DIR: `${DATA_DIR}`,
    TELEGRAM_BOT_TOKEN: `${TELEGRAM_BOT_TOKEN}`,
    TELEGRAM_API_ROOT: `${TELEGRAM_API_ROOT}`,
    ...more(second),
  };
  return { first, second, kasi: first.telegram.person(11, "Kasi Pelayanan"), kode };
}

const answers = ({ kasi }: Pair, answer: RegExp): number =>
  kasi.texts.filter((text) => answer.test(text)).length;

/** Waits for the one answer to what was said. */
async function answered(pair: Pair, answer: RegExp): Promise<void> {
  await pair.first.telegram.until(() => answers(pair, answer) > 0, PATIENCE_MS);
}

const databaseOf = ({ first }: Pair) => connect(first.variables["DATABASE_URL"] ?? "");

/** How many were taken, corrections among them. */
async function figures(pair: Pair): Promise<number> {
  const { client } = databaseOf(pair);
  const count = await client.realisasi.count();
  await client.$disconnect();
  return count;
}

/** The power of whoever runs the channel is cut. Its leases run out now and not in some seconds: it renews nothing. */
async function dies(pair: Pair, one: SopirProcess): Promise<void> {
  await one.kill();
  const { client } = databaseOf(pair);
  const { holder } = await client.lease.findUniqueOrThrow({ where: { name: "telegram" } });
  await client.lease.updateMany({ where: { holder }, data: { untilMs: 0n } });
  await client.$disconnect();
}

/** Whether a process runs the channel itself. */
const runs = async (sopir: SopirProcess): Promise<boolean> =>
  (await sopir.ready()).body.channels.some(({ detail }) => detail.startsWith("Receiving"));

// Each waits for its processes most of the time: they wait together.
describe.concurrent("two processes of the program on one PostgreSQL", () => {
  it("fetch in one of them; when it is killed the other goes on where it was", async (context) => {
    const pair = await prepare(context, () => ({}));
    const { first, second, kasi, kode } = pair;
    first.start();
    second.start();
    await Promise.all([first.ready(), second.ready()]);
    const [fetching, waiting] = (await runs(first)) ? [first, second] : [second, first];
    expect(await runs(waiting)).toBe(false);
    kasi.says(`/start ${kode}`);
    await answered(pair, /Akun terhubung/);
    kasi.says("/isi");
    await answered(pair, /Indikator 1 dari 2/);
    kasi.says("86,5");
    await answered(pair, /Indikator 2 dari 2/);
    kasi.says("9");
    await dies(pair, fetching);
    await answered(pair, /Ringkasan/);
    expect(await runs(waiting)).toBe(true);
    fetching.start();
    await fetching.ready();
    expect(await runs(fetching)).toBe(false);
    kasi.taps("Kirim");
    await answered(pair, /terkirim/);
    // What it was sending at that moment may come twice, what it was told never counts twice.
    expect(answers(pair, /Indikator 2 dari 2/)).toBeLessThanOrEqual(2);
    expect(await figures(pair)).toBe(2);
    await first.cli("log", "verify");
    expect(first.telegram.complaints).toEqual([]);
    expect(await waiting.stop()).toBe(0);
    await fetching.readyz(({ body }) => body.channels[0]?.detail.startsWith("Receiving") === true);
    expect(await fetching.stop()).toBe(0);
  }, 240_000);

  it("take what comes by webhook in either, and answer from one", async (context) => {
    const pair = await prepare(context, ({ url }) => ({
      TELEGRAM_WEBHOOK_URL: url,
      TELEGRAM_WEBHOOK_SECRET: "rahasia-webhook-42",
    }));
    const { first, second, kasi, kode } = pair;
    first.start();
    await first.ready();
    second.start();
    await second.ready();
    expect([await runs(first), await runs(second)]).toEqual([true, false]);
    kasi.says(`/start ${kode}`);
    await answered(pair, /Akun terhubung/);
    kasi.says("/isi");
    await answered(pair, /Indikator 1 dari 2/);
    await dies(pair, first);
    kasi.says("86,5");
    await answered(pair, /Indikator 2 dari 2/);
    expect(first.telegram.polls).toEqual([]);
    expect(first.telegram.complaints).toEqual([]);
    expect(await second.stop()).toBe(0);
  }, 240_000);
});
