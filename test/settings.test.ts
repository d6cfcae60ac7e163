import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readSettings, saveSettings, settingsFile } from "../src/settings.ts";

let dir: string;
let before: string;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "sopir-settings-"));
  before = process.cwd();
  process.chdir(dir);
});
afterEach(() => {
  process.chdir(before);
  rmSync(dir, { recursive: true, force: true });
});

describe("settings", () => {
  it("are the shell's before those of .env, and those before what was saved", async () => {
    writeFileSync(".env", "PORT=4000\nLOG_LEVEL=warn\nDATA_DIR=./isi\n");
    await saveSettings("./isi", { TELEGRAM_BOT_TOKEN: "1:a", PERAGA: "false" });
    expect(readSettings({ PORT: "5000" })).toMatchObject({
      PORT: "5000",
      LOG_LEVEL: "warn",
      TELEGRAM_BOT_TOKEN: "1:a",
      PERAGA: "false",
    });
  });

  it("take what was saved where a copied .env or the shell leaves a variable empty", async () => {
    writeFileSync(".env", "TELEGRAM_BOT_TOKEN=\n");
    await saveSettings("./data", { TELEGRAM_BOT_TOKEN: "1:a" });
    expect(readSettings({})["TELEGRAM_BOT_TOKEN"]).toBe("1:a");
    expect(readSettings({ TELEGRAM_BOT_TOKEN: "" })["TELEGRAM_BOT_TOKEN"]).toBe("1:a");
    writeFileSync(".env", "TELEGRAM_BOT_TOKEN=2:b\n");
    expect(readSettings({})["TELEGRAM_BOT_TOKEN"]).toBe("2:b");
  });

  it("are kept beside one another, an empty one taken out, where nobody else can read them", async () => {
    await saveSettings("./data", { PERAGA: "false" });
    await saveSettings("./data", { TELEGRAM_BOT_TOKEN: "1:a" });
    expect(readSettings({})).toMatchObject({ PERAGA: "false", TELEGRAM_BOT_TOKEN: "1:a" });
    await saveSettings("./data", { PERAGA: "" });
    const file = settingsFile("./data");
    expect(readFileSync(file, "utf8").split("\n").slice(1)).toEqual(["TELEGRAM_BOT_TOKEN=1:a", ""]);
    if (process.platform !== "win32") expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync("./data")).toEqual(["sopir.env"]);
  });
});
