import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const bench = join(root, "bench");
const lockOf = (dir) => JSON.parse(readFileSync(join(dir, "package-lock.json"), "utf8")).packages;

/**
 * Megabytes on this machine's disk: of these packages with all they depend on, or (null) of everything
 * `npm ci --omit=dev` leaves of sopir. That keeps what is a dev dependency and the optional peer of
 * another package alike, such as the command line of Prisma.
 */
export function installedMb(packages) {
  if (packages === null) {
    const names = Object.entries(lockOf(root)).filter(([name, { dev }]) => name !== "" && !dev);
    return megabytes(names.map(([name]) => join(root, name)));
  }
  const known = { ...at(root), ...at(bench) };
  const seen = new Set();
  const visit = (name) => {
    const path = `node_modules/${name}`;
    if (known[path] === undefined || seen.has(path)) return;
    seen.add(path);
    for (const next of Object.keys(known[path].dependencies ?? {})) visit(next);
  };
  for (const name of packages) visit(name);
  return megabytes([...seen].map((path) => join(known[path].dir, path)));
}

const at = (dir) =>
  Object.fromEntries(Object.entries(lockOf(dir)).map(([name, entry]) => [name, { ...entry, dir }]));

const megabytes = (folders) =>
  folders.filter((folder) => existsSync(folder)).reduce((sum, folder) => sum + bytes(folder), 0) /
  2 ** 20;

/** Of a package's own files; what it brings along stands in the lockfile itself. */
function bytes(folder) {
  return readdirSync(folder, { withFileTypes: true }).reduce((sum, entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === "node_modules" ? sum : sum + bytes(path);
    return entry.isFile() ? sum + statSync(path).size : sum;
  }, 0);
}
