import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "../cli/run.ts";
import { TelegramDouble } from "../doubles/telegram/index.ts";
import { startedBefore } from "./started-before.ts";

const root = join(import.meta.dirname, "../..");

/** As the program is started everywhere (`npm start`, the service, the image). */
const FLAGS = ["--liftoff-only", "--max-semi-space-size=4"];

/** What `GET /readyz` answers. */
export interface Ready {
  readonly status: number;
  readonly body: {
    readonly ok: boolean;
    readonly next?: string;
    readonly database: { readonly ok: boolean; readonly kind: string };
    readonly channels: readonly {
      readonly id: string;
      readonly state: string;
      readonly detail: string;
    }[];
  };
}

/** The program as an operator starts it: its own process, its environment, its HTTP port. */
export class SopirProcess {
  readonly dir = mkdtempSync(join(tmpdir(), "sopir-process-"));
  readonly telegram = new TelegramDouble();
  /** Overrides the variables every test needs; an empty value takes one away. */
  extra: Readonly<Record<string, string>> = {};
  /** What starts the process in place of this one's own shell; it runs its arguments at the end. */
  launcher: readonly string[] = [];
  /** All that was printed. */
  output = "";
  readonly #port: number;
  #child: ChildProcess | null = null;

  private constructor(port: number) {
    this.#port = port;
  }

  /** The double runs; the process is still to be started, on a database it has been started on before. */
  static async create(): Promise<SopirProcess> {
    const sopir = new SopirProcess(await freePort());
    await startedBefore(sopir.dir);
    await sopir.telegram.start();
    return sopir;
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** Of the process that runs now. */
  get pid(): number {
    if (this.#child?.pid === undefined) throw new Error("nothing runs");
    return this.#child.pid;
  }

  get variables(): Record<string, string> {
    return {
      DATABASE_URL: `file:${join(this.dir, "sopir.db")}`,
      DATA_DIR: this.dir,
      TELEGRAM_BOT_TOKEN: this.telegram.token,
      TELEGRAM_API_ROOT: this.telegram.url,
      PORT: String(this.#port),
      LOG_LEVEL: "warn",
      // Of no minute in which a test happens to run; who tests backups makes them, and who tests pins pins.
      BACKUP_SIMPAN: "0",
      TELEGRAM_PIN: "false",
      ...this.extra,
    };
  }

  start(): void {
    const child = this.#spawn(this.variables);
    this.#child = child;
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on("data", (chunk) => (this.output += chunk));
    }
  }

  /** Runs one more process beside this one until it ends by itself. */
  async runBeside(
    more: Readonly<Record<string, string>>,
  ): Promise<{ readonly code: number | null; readonly stderr: string }> {
    const child = this.#spawn({ ...this.variables, ...more });
    let stderr = "";
    child.stderr?.on("data", (chunk) => (stderr += chunk));
    const [code] = await once(child, "exit");
    return { code, stderr };
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

  /** Resolves once the process is ready. */
  ready(): Promise<Ready> {
    return this.readyz(({ status }) => status === 200);
  }

  /** Asks `/readyz` until its answer is as wanted. */
  async readyz(wanted: (ready: Ready) => boolean): Promise<Ready> {
    for (;;) {
      const ready = await this.#askReady();
      if (ready !== null && wanted(ready)) return ready;
      if (this.#child?.exitCode != null) throw new Error(this.output);
      await this.telegram.idle(50);
    }
  }

  /** One command of the operator's command line, on the same database. */
  async cli(...argv: readonly string[]): Promise<string> {
    const { code, out, err } = await run(argv, {
      env: this.variables,
      now: Date.now(),
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

  #spawn(variables: Readonly<Record<string, string>>): ChildProcess {
    const [command, ...argv] = [
      ...this.launcher,
      process.execPath,
      ...FLAGS,
      join(root, "dist/main.js"),
    ];
    return spawn(command, argv, {
      cwd: this.dir,
      env: { PATH: process.env["PATH"], ...variables },
      stdio: ["ignore", "pipe", "pipe"],
    });
  }

  async #askReady(): Promise<Ready | null> {
    const answer = await fetch(`${this.url}/readyz`).catch(() => null);
    return answer === null ? null : { status: answer.status, body: await answer.json() };
  }
}

/** A port nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
