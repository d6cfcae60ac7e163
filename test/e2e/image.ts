import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync } from "node:fs";
import { delimiter, dirname } from "node:path";
import { expect } from "vitest";
import { containerOf, type Image, makeImage } from "../../scripts/image.mjs";
import { freePort } from "./sopir-process.ts";

/** A container of the image: its tree made by the Dockerfile's steps, run as the script runs it. */
export class Container {
  // On a disk: beside the packages, which are linked and not copied where they can be.
  readonly #folder = mkdtempSync("/var/tmp/sopir-image-");
  readonly #image: Image;
  #child: ChildProcess | null = null;

  /** `prepared` stands for stages that are not made anew. */
  constructor(prepared: Readonly<Record<string, string>>) {
    this.#image = makeImage(this.#folder, { stage: "run", prepared });
  }

  /** Runs a command to its end; resolves to what it printed. */
  async run(...command: readonly string[]): Promise<string> {
    const child = this.#spawn(command, {});
    let said = "";
    for (const stream of [child.stdout, child.stderr])
      stream?.on("data", (chunk) => (said += chunk));
    await once(child, "close");
    return said;
  }

  /** Starts the program by the image's own command and asks how it is, as whoever watches it would. */
  async start(): Promise<void> {
    const port = await freePort();
    // No backup of its own beside the one that is asked for.
    const own = { PORT: String(port), HOST: "127.0.0.1", BACKUP_SIMPAN: "0" };
    const child = this.#spawn(this.#image.cmd, own);
    this.#child = child;
    let said = "";
    child.stderr?.on("data", (chunk) => (said += chunk));
    const ask = (path: string) => fetch(`http://127.0.0.1:${port}${path}`).catch(() => null);
    for (;;) {
      const ready = await ask("/readyz");
      if (ready?.status === 200) break;
      if (child.exitCode !== null) throw new Error(said);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    expect((await ask("/healthz"))?.status).toBe(200);
  }

  async stop(): Promise<number | null> {
    if (this.#child === null || this.#child.exitCode !== null) return null;
    this.#child.kill("SIGTERM");
    const [code] = await once(this.#child, "exit");
    return code;
  }

  async dispose(): Promise<void> {
    await this.stop();
    execFileSync("rm", ["-rf", this.#folder]);
  }

  #spawn(command: readonly string[], env: Readonly<Record<string, string>>): ChildProcess {
    const [program, ...argv] = containerOf(this.#image, { volumesIn: this.#folder, command });
    const path = [dirname(process.execPath), process.env["PATH"]].join(delimiter);
    return spawn(program, argv, {
      env: { PATH: path, ...this.#image.env, ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
  }
}

/** What must hold of it, whichever way its tree was made. */
export async function checkContainer(container: Container): Promise<void> {
  const places = ["/app", "/app/dist", "/app/flows", "/etc", "/usr", "/var/tmp", "/"];
  const volumes = ["/app/data", "/app/backup", "/tmp"];
  const tried = [...places, ...volumes].map((path) => `touch ${path}/coba 2>&- && echo ${path}`);
  const [user, ...written] = (await container.run("sh", "-c", `id -u; ${tried.join("; ")}`))
    .trim()
    .split("\n");
  expect(user).toMatch(/^[1-9]\d*$/);
  expect(written).toEqual(volumes);
  await container.start();
  const sopir = "node dist/cli/sopir.js";
  const commands = ["kantor load flows/kantor/peraga.yaml", "backup create", "backup verify"];
  const said = await container.run(
    "sh",
    "-c",
    commands.map((one) => `${sopir} ${one}`).join(" && "),
  );
  expect(said).toContain("dibaca ulang, utuh.");
  expect(said).toContain("semua dibaca, utuh.");
  expect(await container.stop()).toBe(0);
}
