import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { SopirProcess } from "./sopir-process.ts";
import { officeBefore } from "./started-before.ts";

const secret = "rahasia-webhook-42";
const header = "x-telegram-bot-api-secret-token";

let sopir: SopirProcess;

beforeEach(async () => {
  sopir = await SopirProcess.create();
  sopir.extra = { TELEGRAM_WEBHOOK_URL: sopir.url, TELEGRAM_WEBHOOK_SECRET: secret };
});
afterEach(() => sopir.dispose());

/** Ends the process as a service manager does; resolves to how long it took. */
async function stopped(): Promise<{ readonly code: number | null; readonly prompt: boolean }> {
  const began = performance.now();
  const code = await sopir.stop();
  return { code, prompt: performance.now() - began < 5_000 };
}

const stranger = {
  update_id: 1,
  message: {
    message_id: 1,
    date: 1_767_400_000,
    chat: { id: 5, type: "private" },
    from: { id: 5, first_name: "Siti" },
    text: "halo",
  },
};

/** Delivers an update as somebody would who has found the address. */
async function deliver(headers: Readonly<Record<string, string>>): Promise<number> {
  const { status } = await fetch(`${sopir.url}/telegram/webhook`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(stranger),
  });
  return status;
}

/** Asks the page of figures as the page itself does. */
async function look(initData: string): Promise<readonly [number, unknown]> {
  const headers = { authorization: `tma ${initData}` };
  const answer = await fetch(`${sopir.url}/isian/meja`, { headers });
  return [answer.status, await answer.json()];
}

describe("the process with a webhook", () => {
  it("takes what Telegram brings, refuses all others, and stays alone on its database", async () => {
    const kode = await officeBefore(sopir.dir);
    sopir.start();
    expect((await sopir.ready()).body).toMatchObject({
      ok: true,
      database: { ok: true, kind: "sqlite" },
      channels: [{ id: "telegram", state: "online" }],
    });
    const { telegram } = sopir;
    expect(telegram.webhookUrl).toBe(`${sopir.url}/telegram/webhook`);
    expect(telegram.callsOf("setWebhook").map(({ params }) => params["secret_token"])).toEqual([
      secret,
    ]);

    const kasi = telegram.person(11, "Kasi Pelayanan");
    kasi.says(`/start ${kode}`);
    await telegram.until(() => kasi.texts.some((text) => text.includes("✅ Akun terhubung")));
    expect(telegram.deliveries.map(({ status }) => status)).toEqual([200]);
    expect(telegram.polls).toEqual([]);
    // The page of figures has no address, so there is none.
    expect((await fetch(`${sopir.url}/isian`)).status).toBe(404);

    telegram.person(5, "Siti");
    expect(await deliver({})).toBe(401);
    expect(await deliver({ [header]: "rahasia-webhook-43" })).toBe(401);
    expect(await deliver({ [header]: secret })).toBe(200);
    await telegram.until(() => telegram.person(5, "Siti").texts.length > 0);
    expect(telegram.person(5, "Siti").texts).toHaveLength(1);

    const second = await sopir.runBeside({});
    expect(second).toEqual({
      code: 1,
      stderr: `Another sopir is running on ${join(sopir.dir, "sopir.db")}. Stop it first, or give this one its own DATABASE_URL.\n`,
    });
    kasi.says("/tugas");
    await telegram.until(() => kasi.texts.at(-1)?.includes("Tidak ada tugas"));

    expect(await stopped()).toEqual({ code: 0, prompt: true });
    expect(telegram.complaints).toEqual([]);
    for (const kept of [secret, telegram.token, kode]) expect(sopir.output).not.toContain(kept);
    expect(sopir.output).not.toContain('"level":"error"');
  }, 60_000);

  it("waits for a service that cannot be reached, serves its page meanwhile, and then loses nothing", async () => {
    const kode = await officeBefore(sopir.dir);
    sopir.extra = { ...sopir.extra, TELEGRAM_MINI_APP_URL: "https://sopir.contoh.go.id" };
    const { telegram } = sopir;
    const kasi = telegram.person(11, "Kasi Pelayanan");
    telegram.faults.unreachable = true;
    kasi.says(`/start ${kode}`);
    sopir.start();
    const down = await sopir.readyz(({ body }) => body.next?.includes("reached") === true);
    expect(down).toMatchObject({
      status: 503,
      body: {
        ok: false,
        next: "Telegram cannot be reached. Check the network; trying again.",
        database: { ok: true },
        channels: [{ id: "telegram", state: "connecting" }],
      },
    });
    expect((await fetch(`${sopir.url}/isian`)).status).toBe(200);
    expect(await look(telegram.initData(kasi))).toMatchObject([403, { error: "not-linked" }]);
    kasi.says("/tugas");
    telegram.faults.heal();
    expect((await sopir.ready()).body.ok).toBe(true);
    await telegram.until(() => kasi.texts.length === 2);
    expect(kasi.texts[0]).toContain("✅ Akun terhubung");
    expect(kasi.texts[1]).toContain("Tidak ada tugas");
    expect(telegram.pendingUpdates).toBe(0);
    expect(await look(telegram.initData(kasi))).toEqual([
      200,
      { bahasa: "id", nama: "Kasi Pelayanan", kantor: "Kecamatan Uji", lembarList: [] },
    ]);
    expect(await look("")).toMatchObject([401, { error: "not-signed" }]);

    telegram.faults.unreachable = true;
    expect(await stopped()).toEqual({ code: 0, prompt: true });
  }, 60_000);

  it("is not ready with a token that Telegram refuses, and says what to do", async () => {
    const token = "7000000001:salah-salah-salah-salah-salah-salah-";
    sopir.extra = { TELEGRAM_BOT_TOKEN: token };
    sopir.start();
    const { status, body } = await sopir.readyz(({ body }) => body.channels[0]?.state === "failed");
    expect({ status, next: body.next }).toEqual({
      status: 503,
      next: "Telegram refuses the bot token. Put the right TELEGRAM_BOT_TOKEN in place and restart.",
    });
    expect((await fetch(`${sopir.url}/healthz`)).status).toBe(200);
    expect(await stopped()).toEqual({ code: 0, prompt: true });
    expect(sopir.output).not.toContain(token);
  }, 60_000);
});

describe("the process that cannot start", () => {
  it.each([
    {
      what: "wrong variables, and one that is missing,",
      extra: {
        PORT: "http",
        TELEGRAM_BOT_TOKEN: "bukan-token",
        LOG_LEVEL: "keras",
        TELEGRAM_WEBHOOK_SECRET: "",
      },
      stderr: `The environment cannot be used.
- PORT must be a port number from 0 to 65535.
- TELEGRAM_BOT_TOKEN must be a bot token as BotFather prints it, digits:letters.
- LOG_LEVEL must be fatal, error, warn, info, debug, trace or silent.
- TELEGRAM_WEBHOOK_SECRET must be set when TELEGRAM_WEBHOOK_URL is: without it anyone could send updates.
`,
    },
    {
      what: "a database that is away",
      extra: { DATABASE_URL: "postgresql://sopir:kata-sandi@127.0.0.1:1/sopir" },
      stderr:
        "The database does not answer. Check DATABASE_URL and that it is running. (DatabaseNotReachable)\n",
    },
  ])("names $what and ends with code 1", async ({ extra, stderr }) => {
    expect(await sopir.runBeside(extra)).toEqual({ code: 1, stderr });
  });

  it("names an address that is taken", async () => {
    const { port } = new URL(sopir.telegram.url);
    expect(await sopir.runBeside({ PORT: port })).toEqual({
      code: 1,
      stderr: `Another program uses this address (listen EADDRINUSE: address already in use 127.0.0.1:${port}). Stop it, or set PORT.\n`,
    });
  });
});
