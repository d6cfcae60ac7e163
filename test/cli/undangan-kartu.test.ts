import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { TelegramDouble } from "../doubles/telegram/index.ts";
import { installation, type Ran, type RunOptions, run, withPeraga } from "./run.ts";

const BOT = "https://t.me/sopir_test_bot?start=";

let home: ReturnType<typeof installation>;
let telegram: TelegramDouble;
const sopir = (argv: readonly string[], options: RunOptions = {}): Promise<Ran> =>
  run(argv, { ...options, env: { ...home.env, TELEGRAM_API_ROOT: telegram.url, ...options.env } });
const at = (name: string): string => join(home.folder, name);
const text = (file: string): string =>
  execFileSync("pdftotext", ["-raw", file, "-"], { encoding: "utf8" }).replaceAll(/\s+/g, " ");

beforeEach(async () => {
  home = installation();
  telegram = await new TelegramDouble().start();
  await withPeraga(home);
});
afterEach(async () => {
  await telegram.stop();
  home.remove();
});

describe("undangan kartu", () => {
  it("writes a card for everybody without an account, eight a page, with the bot's address", async () => {
    const env = { TELEGRAM_BOT_TOKEN: telegram.token };
    const ran = await sopir(["undangan", "kartu", "-o", at("kartu.pdf"), "--json"], { env });
    expect(ran.code).toBe(0);
    const { undangan }: { undangan: readonly { kode: string }[] } = JSON.parse(ran.out);
    expect(undangan).toHaveLength(10);
    const written = text(at("kartu.pdf"));
    for (const { kode } of undangan) expect(written).toContain(`Kode ${kode}`);
    expect(written).toContain("Pindai gambar ini dengan kamera ponsel.");
    const info = execFileSync("pdfinfo", [at("kartu.pdf")], { encoding: "utf8" });
    expect(info).toMatch(/Pages:\s+2\n/);
    expect(info).toContain("(A4)");
  });

  it("says how without a bot, and prints those that are named alone", async () => {
    const ran = await sopir(["undangan", "kartu", "camat", "kasi-pmd", "-o", at("dua.pdf")]);
    expect(ran.out).toContain("2 kartu. Tanpa gambar tautan: bot belum dikenal");
    expect(text(at("dua.pdf"))).toMatch(
      /Undangan bagi Camat .*2\. Kirim kepadanya: \/start \w{11}/,
    );
  });

  it("prints nothing where a name is unknown or the file is no PDF", async () => {
    expect((await sopir(["undangan", "kartu", "x", "-o", at("a.pdf")])).err).toContain(
      "Pegawai x tidak ada",
    );
    expect((await sopir(["undangan", "kartu", "-o", at("a.txt")])).code).toBe(2);
    expect(existsSync(at("a.pdf"))).toBe(false);
  });
});

describe("undangan create", () => {
  it("adds the address where the bot is known, and does without where it is not", async () => {
    const known = await sopir(["undangan", "create", "camat"], {
      env: { TELEGRAM_BOT_TOKEN: telegram.token },
    });
    const [, kode = ""] = /^(\w{11}) /.exec(known.out) ?? [];
    expect(known.out).toContain(`${BOT}${kode}`);
    expect((await sopir(["undangan", "create", "camat"])).out).not.toContain("t.me");
  });
});

describe("telegram", () => {
  it("tells whose token is set", async () => {
    expect((await sopir(["telegram", "periksa"])).err).toContain("Belum ada token.");
    const set = { TELEGRAM_BOT_TOKEN: telegram.token };
    expect((await sopir(["telegram", "periksa"], { env: set })).out).toContain("@sopir_test_bot");
    const wrong = { TELEGRAM_BOT_TOKEN: "1:x" };
    expect((await sopir(["telegram", "periksa"], { env: wrong })).err).toContain("tidak mengenal");
  });

  it("keeps a token that was read and is known, and says it nowhere", async () => {
    const wrong = await sopir(["telegram", "pasang"], { lines: ["bukan token"] });
    expect(wrong.err).toContain("Itu bukan token bot.");
    const ran = await sopir(["telegram", "pasang"], { lines: [` ${telegram.token} `] });
    expect(ran.out).toContain("Bot ");
    expect(ran.out + ran.err).not.toContain(telegram.token);
    expect(readFileSync(at("sopir.env"), "utf8")).toContain(telegram.token);
  });

  it("says that Telegram does not answer", async () => {
    const env = { TELEGRAM_API_ROOT: "http://127.0.0.1:9" };
    const ran = await sopir(["telegram", "pasang"], { env, lines: [telegram.token] });
    expect(ran.err).toContain("tidak dapat dihubungi");
    expect(existsSync(at("sopir.env"))).toBe(false);
  });
});
