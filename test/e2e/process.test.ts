import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { runCli } from "../../src/cli/run.ts";
import { parseConfig } from "../../src/config.ts";
import { TelegramDouble } from "../doubles/telegram/index.ts";

const root = join(import.meta.dirname, "../..");

/** The program as an operator starts it: its own process, its environment, its HTTP port. */
class SopirProcess {
  readonly dir = mkdtempSync(join(tmpdir(), "sopir-process-"));
  readonly telegram = new TelegramDouble();
  #child: ChildProcess | null = null;
  #port = 0;
  output = "";

  get variables(): Record<string, string> {
    return {
      DATABASE_URL: `file:${join(this.dir, "sopir.db")}`,
      DATA_DIR: this.dir,
      TELEGRAM_BOT_TOKEN: this.telegram.token,
      TELEGRAM_API_ROOT: this.telegram.url,
      PORT: String(this.#port),
      LOG_LEVEL: "warn",
    };
  }

  async start(): Promise<void> {
    this.#port ||= await freePort();
    const child = spawn(
      process.execPath,
      ["--import", import.meta.resolve("tsx"), join(root, "src/main.ts")],
      {
        cwd: this.dir,
        env: { PATH: process.env["PATH"], ...this.variables },
        stdio: ["ignore", "pipe", "pipe"],
      },
    );
    this.#child = child;
    child.stdout.on("data", (chunk) => (this.output += chunk));
    child.stderr.on("data", (chunk) => (this.output += chunk));
  }

  /** The power is cut: no handler runs, nothing is written any more. */
  async kill(): Promise<void> {
    const child = this.#child;
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    child.kill("SIGKILL");
    await once(child, "exit");
  }

  /** Ends as a service manager asks it to. */
  async stop(): Promise<number | null> {
    const child = this.#child;
    if (child === null) return null;
    child.kill("SIGTERM");
    const [code] = await once(child, "exit");
    return code;
  }

  async ready(): Promise<unknown> {
    for (;;) {
      const answer = await fetch(`http://127.0.0.1:${this.#port}/readyz`).catch(() => null);
      if (answer?.status === 200) return answer.json();
      if (this.#child?.exitCode != null) throw new Error(this.output);
      await this.telegram.idle(50);
    }
  }

  /** One command of the operator's command line, on the same database. */
  async cli(...argv: readonly string[]): Promise<string> {
    let out = "";
    let err = "";
    const code = await runCli(argv, {
      out: (text) => (out += text),
      err: (text) => (err += text),
      lines: async function* () {},
      now: Date.now,
      config: () => parseConfig(this.variables),
      flows: join(root, "flows"),
    });
    if (code !== 0) throw new Error(`${argv.join(" ")}: ${code} ${err}`);
    return out;
  }

  async dispose(): Promise<void> {
    await this.kill();
    await this.telegram.stop();
    rmSync(this.dir, { recursive: true, force: true });
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

describe("the process", () => {
  let sopir: SopirProcess;

  afterEach(() => sopir.dispose());

  it("loses nothing and doubles nothing when it is killed after every message", async () => {
    sopir = new SopirProcess();
    await sopir.telegram.start();
    const kantor = join(import.meta.dirname, "kantor-uji.yaml");
    const loaded: { undangan: readonly { pegawai: string; kode: string }[] } = JSON.parse(
      await sopir.cli("kantor", "load", kantor, "--json"),
    );
    const kode = loaded.undangan.find(({ pegawai }) => pegawai === "kasi-pelayanan")?.kode;
    await sopir.cli(
      "berkas",
      "open",
      "--kantor",
      "uji",
      "--sop",
      "paringin-selatan",
      "--periode",
      "2026-TW3",
    );
    const kasi = sopir.telegram.person(11, "Kasi Pelayanan");

    /** Acts, cuts the power a little later each time, starts again and waits for the answer. */
    let cutAfterMs = 0;
    const survive = async (act: () => unknown, answer: RegExp): Promise<void> => {
      const before = count(answer);
      act();
      await new Promise((resolve) => setTimeout(resolve, cutAfterMs));
      cutAfterMs += 7;
      await sopir.kill();
      await sopir.start();
      await sopir.telegram.until(
        () => count(answer) > before && sopir.telegram.pendingUpdates === 0,
        20_000,
      );
    };
    const count = (answer: RegExp): number =>
      kasi.inbox.filter((message) => answer.test(message.text ?? "")).length;

    await sopir.start();
    await sopir.ready();
    await survive(() => kasi.says(`/start ${kode}`), /Akun terhubung/);
    await survive(() => kasi.says("/isi"), /Indikator 1 dari 2/);
    await survive(() => kasi.says("86,5"), /Indikator 2 dari 2/);
    await survive(() => kasi.says("9"), /Ringkasan/);
    await survive(() => kasi.taps("Kirim"), /terkirim/);

    const status = JSON.parse(await sopir.cli("berkas", "list", "--json"));
    expect(JSON.stringify(status)).toContain("2026-TW3");
    await sopir.cli("log", "verify");
    expect(sopir.telegram.complaints).toEqual([]);
    expect(await sopir.stop()).toBe(0);
  }, 120_000);
});
