import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { generate } from "./generate.mjs";
import { capture, prismaOffline, root } from "./run.mjs";

const path = (...parts) => join(root, ...parts);
const say = (text) => process.stderr.write(`sopir: ${text}\n`);

/** Installs, generates and builds whatever is missing or out of date; a second call does nothing. */
export async function prepare({ build = true } = {}) {
  await install();
  await generateClients();
  await generateTeks();
  if (build) await compile();
}

async function install() {
  if (installed()) return;
  say("installing packages from the lockfile (a minute or two the first time)");
  // dev dependencies too, even in production: the compiler is one of them
  const env = { ...nodeHeaders(), ...prismaOffline };
  await must(["npm", "ci", "--include=dev", "--no-audit", "--no-fund"], env);
}

/** True when node_modules holds every version the lockfile asks for. */
function installed() {
  if (!existsSync(path("node_modules", ".package-lock.json"))) return false;
  const wanted = packageMap("package-lock.json");
  const present = packageMap("node_modules/.package-lock.json");
  return Object.entries(wanted).every(
    ([name, entry]) =>
      name === "" ||
      entry.optional ||
      entry.devOptional ||
      entry.version === present[name]?.version,
  );
}

const packageMap = (file) => JSON.parse(readFileSync(path(file), "utf8")).packages;

/** Native packages compile against the headers beside node, if they are there: no download. */
function nodeHeaders() {
  const prefix = dirname(dirname(process.execPath));
  const known = process.env.npm_config_nodedir ?? prefix;
  return existsSync(join(known, "include", "node", "node.h")) ? { npm_config_nodedir: known } : {};
}

async function generateClients() {
  if (!existsSync(path("prisma", "schema.prisma"))) return;
  const signature = signatureOf(["prisma/schema.prisma", "node_modules/prisma/package.json"]);
  await once(path("src", "generated", ".stamp"), signature, async () => {
    say("generating the database clients");
    rmSync(path("src", "generated"), { recursive: true, force: true });
    await generate();
  });
}

/** After the clients, which clear their folder; texts change more often than tables. */
async function generateTeks() {
  const inputs = ["flows/teks", "src/catalog", "src/core/pesan"];
  await once(path("src", "generated", ".teks.stamp"), signatureOf(inputs), async () => {
    // only now: it needs packages that are installed above
    const { writeTeks } = await import("./teks.mjs");
    await writeTeks();
  });
}

async function compile() {
  const inputs = ["src", "tsconfig.json", "scripts/build.mjs", "package-lock.json"];
  await once(path("dist", ".stamp"), signatureOf(inputs), async () => {
    say("building");
    rmSync(path("dist"), { recursive: true, force: true });
    // only now: it needs a package that is installed above
    const { buildProgram } = await import("./build.mjs");
    await buildProgram();
    cpSync(path("src"), path("dist"), { recursive: true, filter: isAsset });
  });
}

/** Pages and other files that are not code are read from beside the code. */
const isAsset = (file) => !file.endsWith(".ts") && !file.endsWith(".stamp");

/** Does the work unless the stamp already carries this signature. */
async function once(stamp, signature, work) {
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === signature) return;
  await work();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, signature);
}

/** Names, sizes and times of all files below the given paths: changes when any of them does. */
function signatureOf(list) {
  const hash = createHash("sha256");
  for (const file of list.flatMap(filesBelow)) {
    const { size, mtimeMs } = statSync(path(file));
    hash.update(`${file} ${size} ${mtimeMs}\n`);
  }
  return hash.digest("hex");
}

function filesBelow(name) {
  if (!statSync(path(name)).isDirectory()) return [name];
  const entryList = readdirSync(path(name), { withFileTypes: true });
  return entryList.flatMap((entry) => {
    if (entry.isDirectory()) return filesBelow(join(name, entry.name));
    return entry.name.endsWith(".stamp") ? [] : [join(name, entry.name)];
  });
}

async function must(command, env) {
  const { code, output } = await capture(command, env);
  if (code === 0) return;
  process.stderr.write(output);
  say(`"${command.join(" ")}" failed with code ${code}`);
  process.exit(1);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await prepare();
