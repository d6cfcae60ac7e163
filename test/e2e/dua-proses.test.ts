import { join } from "node:path";
import { beforeAll, describe, expect, it, type TestContext } from "vitest";
import { connect } from "../../src/store/client.ts";
import type { Person } from "../doubles/telegram/index.ts";
import { startPostgres } from "../support/postgres.ts";
import { SopirProcess } from "./sopir-process.ts";

/** Longer than a dead process is waited for, on a busy machine. */
const PATIENCE_MS = 60_000;

/** Empty databases, one for each pair. */
const databases: string[] = [];

beforeAll(async () => {
  const postgres = await startPostgres();
  for (const _ of ["fetched", "webhook"]) databases.push(await postgres.createDatabase());
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
  first.extra = { DATABASE_URL: databases.shift() ?? "", ...more(second) };
  const { DATABASE_URL, DATA_DIR, TELEGRAM_BOT_TOKEN, TELEGRAM_API_ROOT } = first.variables;
  second.extra = {
    DATABASE_URL: `${DATABASE_URL}`,
    DATA_DIR: `${DATA_DIR}`,
    TELEGRAM_BOT_TOKEN: `${TELEGRAM_BOT_TOKEN}`,
    TELEGRAM_API_ROOT: `${TELEGRAM_API_ROOT}`,
    ...more(second),
  };
  const kantor = join(import.meta.dirname, "uji.yaml");
  const loaded: { readonly undangan: readonly { pegawai: string; kode: string }[] } = JSON.parse(
    await first.cli("kantor", "load", kantor, "--json"),
  );
  const what = ["--kantor", "uji", "--sop", "paringin-selatan", "--periode", "2026-TW3"];
  await first.cli("berkas", "open", ...what);
  const kode = loaded.undangan.find(({ pegawai }) => pegawai === "kasi-pelayanan")?.kode ?? "";
  return { first, second, kasi: first.telegram.person(11, "Kasi Pelayanan"), kode };
}

const answers = ({ kasi }: Pair, answer: RegExp): number =>
  kasi.texts.filter((text) => answer.test(text)).length;

/** Waits for the one answer to what was said. */
async function answered(pair: Pair, answer: RegExp): Promise<void> {
  await pair.first.telegram.until(() => answers(pair, answer) > 0, PATIENCE_MS);
}

/** How many were taken, corrections among them. */
async function figures({ first }: Pair): Promise<number> {
  const { client } = connect(first.variables["DATABASE_URL"] ?? "");
  const count = await client.realisasi.count();
  await client.$disconnect();
  return count;
}

/** Whether a process runs the channel itself. */
const runs = async (sopir: SopirProcess): Promise<boolean> =>
  (await sopir.ready()).body.channels.some(({ detail }) => detail.startsWith("Receiving"));

// Each waits for a lease to run out most of the time: they wait together.
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
    await fetching.kill();
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
    await first.kill();
    kasi.says("86,5");
    await answered(pair, /Indikator 2 dari 2/);
    expect(first.telegram.polls).toEqual([]);
    expect(first.telegram.complaints).toEqual([]);
    expect(await second.stop()).toBe(0);
  }, 240_000);
});
