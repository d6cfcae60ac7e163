import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

/** The packages our tools come from; their commands are scripts that node runs. */
const packageOf = {
  biome: "@biomejs/biome",
  oxlint: "oxlint",
  prisma: "prisma",
  tsc: "typescript",
  vitest: "vitest",
};

/**
 * A command as it is started without a shell: shells disagree on blanks and quotes in names of folders, and
 * Windows starts the scripts of packages by no other way than node itself.
 */
export function startOf([name, ...rest], root) {
  if (name === "npm") return [...npmStart(), ...rest];
  const owner = packageOf[name];
  if (owner === undefined) return [name, ...rest];
  const folder = path.join(root, "node_modules", owner);
  const { bin } = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8"));
  return [process.execPath, path.join(folder, typeof bin === "string" ? bin : bin[name]), ...rest];
}

/**
 * What starts npm: the one that started us, the one beside node on Windows or below it elsewhere, or
 * whichever is on the path.
 */
export function npmStart({
  execPath = process.execPath,
  started = process.env.npm_execpath,
  exists = existsSync,
  join = (...parts) => path.join(...parts),
  dirname = (file) => path.dirname(file),
} = {}) {
  const cli = ["node_modules", "npm", "bin", "npm-cli.js"];
  const folder = dirname(execPath);
  const places = [started, join(folder, ...cli), join(folder, "..", "lib", ...cli)];
  const found = places.find((one) => one?.endsWith("npm-cli.js") && exists(one));
  return found === undefined ? ["npm"] : [execPath, found];
}
