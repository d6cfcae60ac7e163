import { spawn } from "node:child_process";
import { constants, setPriority } from "node:os";
import { fileURLToPath } from "node:url";
import { startOf } from "./tools.mjs";

export const root = fileURLToPath(new URL("..", import.meta.url));

function start(command, { stdio, extraEnv }) {
  const [program, ...argv] = startOf(command, root);
  return spawn(program, argv, { cwd: root, env: { ...process.env, ...extraEnv }, stdio });
}

/** Lets a process have only what others leave of the processors, where the machine knows of such a thing. */
function yieldToOthers({ pid }) {
  try {
    setPriority(pid, constants.priority.PRIORITY_LOW);
  } catch {
    // It ended already, or may not be asked: it runs as any other.
  }
}

/** Prisma takes any executable for its schema engine, which we never run, and downloads none. */
export const prismaOffline = { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath };

/** Runs a command with our own input and output; resolves to its exit code. */
export function run(command, extraEnv = {}) {
  return new Promise((resolve, reject) => {
    const child = start(command, { stdio: "inherit", extraEnv });
    child.once("error", reject);
    child.once("exit", (code) => resolve(code ?? 1));
  });
}

/** Runs a command, aside if others are to come first, and keeps what it prints; resolves to `{ code, output }`. */
export function capture(command, extraEnv = {}, { aside = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = start(command, { stdio: ["ignore", "pipe", "pipe"], extraEnv });
    if (aside) yieldToOthers(child);
    const chunks = [];
    child.stdout.on("data", (chunk) => chunks.push(chunk));
    child.stderr.on("data", (chunk) => chunks.push(chunk));
    child.once("error", reject);
    child.once("close", (code) =>
      resolve({ code: code ?? 1, output: Buffer.concat(chunks).toString("utf8") }),
    );
  });
}
