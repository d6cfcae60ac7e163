import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../..", import.meta.url));

/** The program as somebody starts it on a fresh machine: no variable but a port that is free. */
export class Program {
  /** Where it runs: database, chats and files lie here. */
  readonly dir = mkdtempSync(join(tmpdir(), "sopir-first-run-"));
  readonly #variables: Readonly<Record<string, string>>;
  #child: ChildProcess | null = null;
  #port = "0";
  /** Everything it has printed. */
  output = "";

  constructor(variables: Readonly<Record<string, string>> = {}) {
    this.#variables = variables;
  }

  /** Starts it, on the same port and folder as before if it ran before; answers its address. */
  async start(): Promise<string> {
    const child = spawn(process.execPath, [join(root, "dist/main.js")], {
      cwd: this.dir,
      env: this.#env(),
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.#child = child;
    const began = this.output.length;
    const ready = new Promise<string>((resolve, reject) => {
      const hear = (chunk: Buffer): void => {
        this.output += chunk.toString("utf8");
        const heard = this.output.slice(began);
        const address = /"Server listening at (http:\/\/[^"]+)"/.exec(heard)?.[1];
        if (address !== undefined && heard.includes("\n  2. ")) resolve(address);
      };
      child.stdout?.on("data", hear);
      child.stderr?.on("data", hear);
      child.once("exit", (code) => reject(new Error(`ended with ${code}:\n${this.output}`)));
    });
    const address = await ready;
    this.#port = new URL(address).port;
    return address;
  }

  /** Runs the operator's command line in the same folder; rejects when it fails. */
  async cli(...words: readonly string[]): Promise<void> {
    const child = spawn(process.execPath, [join(root, "dist/cli/sopir.js"), ...words], {
      cwd: this.dir,
      env: this.#env(),
      stdio: ["ignore", "ignore", "pipe"],
    });
    let said = "";
    child.stderr.on("data", (chunk: Buffer) => {
      said += chunk.toString("utf8");
    });
    const [code] = await once(child, "exit");
    if (code !== 0) throw new Error(`${words.join(" ")} ended with ${code}: ${said}`);
  }

  async stop(signal: NodeJS.Signals = "SIGTERM"): Promise<void> {
    const child = this.#child;
    this.#child = null;
    if (child === null || child.exitCode !== null) return;
    child.kill(signal);
    await once(child, "exit");
  }

  async close(): Promise<void> {
    await this.stop();
    rmSync(this.dir, { recursive: true, force: true });
  }

  #env(): Record<string, string> {
    const { PATH = "", HOME = "" } = process.env;
    return { PATH, HOME, PORT: this.#port, ...this.#variables };
  }
}
