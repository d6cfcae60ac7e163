import { readFileSync } from "node:fs";
import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { ConfigError, parseConfig, secretsOf, variableList } from "../src/config.ts";

const token = "123456:AAF-planted_token";

const problemsOf = (variables: Record<string, string>): readonly string[] => {
  try {
    parseConfig(variables);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
};

describe("an empty environment", () => {
  it("is enough: embedded database, simulator, demo office, a clock to rehearse with", () => {
    const config = parseConfig({});
    expect(config).toMatchObject({
      production: false,
      dataDir: "./data",
      http: { host: "127.0.0.1", port: 3000 },
      telegram: null,
      whatsapp: null,
      whatsappCloud: null,
      peraga: "local",
      demo: true,
      clock: "demo",
      log: { level: "info", pretty: false },
    });
    expect(config.databaseUrl.reveal()).toBe("file:./data/sopir.db");
  });
});

describe("the simulator and the demo office", () => {
  const production = { NODE_ENV: "production" };
  const anywhere = { HOST: "0.0.0.0" };
  it.each([
    { given: {}, peraga: "local", demo: true },
    { given: { TELEGRAM_BOT_TOKEN: token }, peraga: "off", demo: false },
    { given: { TELEGRAM_BOT_TOKEN: token, PERAGA: "true" }, peraga: "local", demo: true },
    { given: { PERAGA: "false" }, peraga: "off", demo: false },
    { given: { WHATSAPP_ENABLED: "true" }, peraga: "local", demo: false },
    { given: production, peraga: "off", demo: false },
    { given: { ...production, PERAGA: "true" }, peraga: "local", demo: true },
    { given: anywhere, peraga: "local", demo: true },
    { given: { ...anywhere, PERAGA: "true" }, peraga: "open", demo: true },
  ])("$given gives peraga $peraga and demo $demo", ({ given, peraga, demo }) => {
    expect(parseConfig(given)).toMatchObject({ peraga, demo });
  });
});

describe("WhatsApp by the Cloud API", () => {
  const needed = {
    WHATSAPP_CLOUD_TOKEN: "EAAG-planted",
    WHATSAPP_CLOUD_PHONE_ID: "106540352242922",
    WHATSAPP_CLOUD_APP_SECRET: "planted-secret",
    WHATSAPP_CLOUD_VERIFY_TOKEN: "planted-verify-token",
  };

  it("is turned on by its token, and shows no secret", () => {
    const { whatsappCloud, ...rest } = parseConfig(needed);
    expect(whatsappCloud).toMatchObject({
      phoneId: "106540352242922",
      accountId: null,
      apiRoot: "https://graph.facebook.com",
      version: "v25.0",
      perMonthMax: null,
    });
    expect(inspect(whatsappCloud, { depth: 9 })).not.toContain("planted");
    expect(rest).toMatchObject({ peraga: "off", demo: false, clock: "system" });
    expect(secretsOf(parseConfig(needed))).toEqual(
      expect.arrayContaining(["EAAG-planted", "planted-secret", "planted-verify-token"]),
    );
  });

  it("names everything that is missing beside the token", () => {
    expect(problemsOf({ WHATSAPP_CLOUD_TOKEN: "EAAG", WHATSAPP_CLOUD_PHONE_ID: "12345" })).toEqual([
      "WHATSAPP_CLOUD_APP_SECRET, WHATSAPP_CLOUD_VERIFY_TOKEN must be set when WHATSAPP_CLOUD_TOKEN is: without them nothing can be received.",
    ]);
  });
});

describe("the clock", () => {
  it.each([
    { given: {}, clock: "demo" },
    { given: { CLOCK: "system" }, clock: "system" },
    { given: { CLOCK: "rehearsal" }, clock: "rehearsal" },
    { given: { PERAGA: "false" }, clock: "system" },
    { given: { WHATSAPP_ENABLED: "true" }, clock: "system" },
    { given: { TELEGRAM_BOT_TOKEN: token }, clock: "system" },
    { given: { TELEGRAM_BOT_TOKEN: token, PERAGA: "true" }, clock: "system" },
    { given: { NODE_ENV: "production", PERAGA: "true" }, clock: "system" },
  ])("$given goes by $clock", ({ given, clock }) => {
    expect(parseConfig(given).clock).toBe(clock);
  });
});

describe("a bad value", () => {
  it.each([
    ["DATABASE_URL", "mysql://x"],
    ["PORT", "80a"],
    ["PORT", "65536"],
    ["TELEGRAM_BOT_TOKEN", "no-colon"],
    ["TELEGRAM_API_ROOT", "ftp://example.org"],
    ["WHATSAPP_ENABLED", "maybe"],
    ["WHATSAPP_SIARAN", "sometimes"],
    ["WHATSAPP_PAIRING_NUMBER", "zero eight"],
    ["WHATSAPP_CLOUD_PHONE_ID", "+62 852"],
    ["WHATSAPP_CLOUD_VERIFY_TOKEN", "pendek"],
    ["WHATSAPP_CLOUD_API_VERSION", "latest"],
    ["WHATSAPP_CLOUD_MONTHLY_MAX", "banyak"],
    ["PERAGA", "sometimes"],
    ["CLOCK", "sundial"],
    ["LOG_LEVEL", "loud"],
    ["LOG_PRETTY", "very"],
  ])("of %s (%s) is named in one sentence", (name, value) => {
    const problems = problemsOf({ [name]: value });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(new RegExp(`^${name} must .+\\.$`));
    expect(problems[0]).not.toContain(value);
  });

  it("does not hide another one: all are reported at once", () => {
    const problems = problemsOf({
      PORT: "x",
      CLOCK: "rehearsal",
      NODE_ENV: "production",
      TELEGRAM_WEBHOOK_URL: "https://bot.example.org",
    });
    expect(problems.map((line) => line.split(" ")[0])).toEqual([
      "PORT",
      "CLOCK",
      "TELEGRAM_WEBHOOK_SECRET",
      "TELEGRAM_BOT_TOKEN",
    ]);
  });
});

describe("an empty value", () => {
  it("counts as not set", () => {
    expect(problemsOf({ PORT: "", TELEGRAM_BOT_TOKEN: "", PERAGA: "", LOG_LEVEL: "" })).toEqual([]);
  });
});

describe("the webhook", () => {
  it.each([
    ["https://bot.example.org", "https://bot.example.org/telegram/webhook"],
    ["https://bot.example.org/", "https://bot.example.org/telegram/webhook"],
    ["https://example.org/sopir/telegram/webhook", "https://example.org/sopir/telegram/webhook"],
  ])("at %s is registered as %s", (given, url) => {
    const config = parseConfig({
      TELEGRAM_BOT_TOKEN: token,
      TELEGRAM_WEBHOOK_URL: given,
      TELEGRAM_WEBHOOK_SECRET: "s3cret",
    });
    expect(config.telegram?.webhook?.url).toBe(url);
  });
});

describe("WhatsApp", () => {
  it("takes arguments apart at blanks and the pairing number down to digits", () => {
    const { whatsapp } = parseConfig({
      WHATSAPP_ENABLED: "true",
      WHATSAPP_CHROMIUM_ARGS: " --no-sandbox  --disable-gpu ",
      WHATSAPP_PAIRING_NUMBER: "+62 812-3456-7890",
    });
    expect(whatsapp?.chromiumArgs).toEqual(["--no-sandbox", "--disable-gpu"]);
    expect(whatsapp?.pairingNumber?.reveal()).toBe("6281234567890");
  });

  it.each([
    [{}, false],
    [{ WHATSAPP_SIARAN: "off" }, false],
    [{ WHATSAPP_SIARAN: "on" }, true],
    [{ WHATSAPP_SIARAN: "true" }, true],
  ])("carries messages to many only where it is told to: %j", (given, broadcasts) => {
    const { whatsapp } = parseConfig({ WHATSAPP_ENABLED: "true", ...given });
    expect(whatsapp?.broadcasts).toBe(broadcasts);
  });
});

describe("secrets", () => {
  const config = parseConfig({
    DATABASE_URL: "postgresql://sopir:planted-password@db/sopir",
    TELEGRAM_BOT_TOKEN: token,
    TELEGRAM_WEBHOOK_URL: "https://bot.example.org",
    TELEGRAM_WEBHOOK_SECRET: "planted-secret",
  });

  it.each([
    ["printed", inspect(config, { depth: 9, showHidden: true })],
    ["serialised", JSON.stringify(config)],
    ["put into a text", `${String(config.databaseUrl)} ${String(config.telegram?.token)}`],
  ])("do not show when %s", (_, output) => {
    expect(output).toContain("[secret]");
    expect(output).not.toContain("planted");
  });
});

describe("the configuration", () => {
  it("cannot be changed afterwards", () => {
    const config = parseConfig({ TELEGRAM_BOT_TOKEN: token });
    expect(Object.isFrozen(config)).toBe(true);
    expect(Object.isFrozen(config.http)).toBe(true);
    expect(Object.isFrozen(config.telegram)).toBe(true);
  });
});

describe(".env.example", () => {
  const lines = readFileSync(new URL("../.env.example", import.meta.url), "utf8").split("\n");
  const entries = lines.filter((line) => /^[A-Z_]+=/.test(line)).map((line) => line.split("="));

  it("lists exactly the variables the program reads", () => {
    expect(new Set(entries.map(([name]) => name))).toEqual(new Set(variableList));
    expect(entries).toHaveLength(variableList.length);
  });

  it("gives the defaults, so copying it changes nothing", () => {
    expect(JSON.stringify(parseConfig(Object.fromEntries(entries)))).toBe(
      JSON.stringify(parseConfig({})),
    );
  });
});
