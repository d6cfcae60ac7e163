// Makes the file tree of the image from the Dockerfile's own steps, where no image can be built, and starts
// it as a container would: an ordinary user, a root that cannot be written, the volumes beside it.
//   node scripts/image.mjs FOLDER [--stage run] [--start COMMAND…]
// What stands in for a base image is this machine: its system folders and the node that runs this.
import { execFileSync, spawnSync } from "node:child_process";
import {
  chmodSync,
  chownSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { readDockerfile } from "./dockerfile.mjs";
import { root } from "./run.mjs";

/** Whoever runs the program: nobody, or oneself where one is no other's master. */
const user =
  process.getuid?.() === 0
    ? { uid: 65_534, gid: 65_534 }
    : { uid: process.getuid?.(), gid: process.getgid?.() };

/**
 * Makes the tree of a stage, and of those it copies from, in a folder; resolves to what a container of it
 * is started with. `prepared` names stages whose tree is there already.
 */
export function makeImage(folder, { stage = null, prepared = {} } = {}) {
  const stages = readDockerfile(readFileSync(join(root, "Dockerfile"), "utf8"));
  const wanted = stage === null ? stages.at(-1) : stages.find(({ name }) => name === stage);
  if (wanted === undefined) throw new Error(`no stage ${stage}`);
  const treeOf = (name) => prepared[name] ?? join(folder, name);
  const made = new Map();
  const make = (one) => {
    const known = made.get(one.name);
    if (known !== undefined) return known;
    const parent = stages.find(({ name }) => name === one.from);
    const state =
      parent === undefined
        ? { cwd: "/", env: {}, volumes: [], cmd: [], user: "root" }
        : structuredClone(make(parent));
    const tree = treeOf(one.name);
    made.set(one.name, state);
    if (prepared[one.name] !== undefined) return state;
    mkdirSync(tree, { recursive: true });
    if (parent !== undefined) linkOrCopy(treeOf(parent.name), tree);
    for (const step of one.steps) {
      if (step.from !== undefined) make(stages.find(({ name }) => name === step.from));
      doStep(step, { tree, state, treeOf });
    }
    return state;
  };
  return { tree: treeOf(wanted.name), ...make(wanted) };
}

function doStep(step, { tree, state, treeOf }) {
  const at = (path) => resolve(state.cwd, path);
  switch (step.kind) {
    case "WORKDIR":
      state.cwd = at(step.path);
      mkdirSync(join(tree, state.cwd), { recursive: true });
      return;
    case "ENV":
      Object.assign(state.env, step.env);
      return;
    case "USER":
      state.user = step.user;
      return;
    case "VOLUME":
      state.volumes.push(...step.paths);
      return;
    case "CMD":
      state.cmd = step.argv;
      return;
    case "COPY":
      copy(step, { tree, to: at(step.to), treeOf });
      return;
    case "RUN":
      for (const command of step.commands) runStep(command, { tree, state });
      return;
    // A container is asked from outside, and its ports are the operator's matter.
    case "EXPOSE":
    case "HEALTHCHECK":
      return;
    default:
      throw new Error(`cannot do ${step.kind}`);
  }
}

function copy({ from, sources, to }, { tree, to: target, treeOf }) {
  for (const source of sources) {
    const path =
      from === undefined ? join(root, source) : join(treeOf(from), toLocal(treeOf(from), source));
    if (!existsSync(path)) throw new Error(`COPY ${source}: there is no such file`);
    const isFolder = statSync(path).isDirectory();
    const into = !isFolder && to.endsWith("/") ? join(target, source.split("/").at(-1)) : target;
    if (from !== undefined) linkOrCopy(path, join(tree, into));
    else cpSync(path, join(tree, into), { recursive: true, filter: notIgnored() });
  }
}

/** What another stage has is not changed any more: it gets a second name where the disk knows such. */
function linkOrCopy(from, to) {
  mkdirSync(dirname(to), { recursive: true });
  const cp = (...how) => spawnSync("cp", ["--archive", "-T", ...how, from, to], quiet).status === 0;
  if (cp("--link")) return;
  rmSync(to, { recursive: true, force: true });
  if (!cp()) throw new Error(`COPY ${from}: cannot be copied`);
}

/** A tree that was prepared stands for the folder of the program alone, not for all of its stage. */
const toLocal = (tree, path) => (existsSync(join(tree, path)) ? path : relative("/app", path));

/** The build context without what `.dockerignore` names: whole names at its top, and names anywhere. */
function notIgnored() {
  const lines = readFileSync(join(root, ".dockerignore"), "utf8").split("\n").filter(Boolean);
  const anywhere = lines.filter((line) => line.startsWith("**/*")).map((line) => line.slice(4));
  const odd = lines.find((line) => /[*?![]/.test(line.replace(/^\*\*\/\*/, "")));
  if (odd !== undefined) throw new Error(`.dockerignore: cannot read ${odd}`);
  return (path) => {
    const name = relative(root, path);
    return (
      !lines.some((line) => name === line || name.startsWith(`${line}/`)) &&
      !anywhere.some((ending) => name.endsWith(ending))
    );
  };
}

/** The system packages are this machine's; the packages of the program are linked where they are the same. */
function runStep(command, { tree, state }) {
  const cwd = join(tree, state.cwd);
  if (/^apt-get update$|^rm -rf \/var\/lib\/apt/.test(command)) return;
  const packages = /^apt-get install -y --no-install-recommends (.*)$/.exec(command)?.[1];
  if (packages !== undefined) {
    for (const name of packages.split(/\s+/)) execFileSync("dpkg-query", ["--status", name], quiet);
    return;
  }
  if (/\bnpm ci\b/.test(command) && linkPackages(cwd)) return;
  const shown = command
    .replaceAll("/usr/local/bin/node", process.execPath)
    .replaceAll("node:node", `${user.uid}:${user.gid}`);
  const path = `${dirname(process.execPath)}:${process.env.PATH}`;
  execFileSync("/bin/sh", ["-c", shown], {
    cwd,
    env: { HOME: process.env.HOME, PATH: path, ...state.env },
    stdio: ["ignore", "ignore", "inherit"],
  });
}

const quiet = { stdio: "ignore" };

/** What `npm ci` would bring is here already where the lockfile is the same: it gets a second name. */
function linkPackages(cwd) {
  const mine = join(root, "node_modules");
  if (!existsSync(join(mine, ".package-lock.json")) || lockOf(cwd) !== lockOf(root)) return false;
  execFileSync("cp", ["--archive", "--link", mine, cwd]);
  // npm writes into this one when it takes packages away.
  const ours = join(cwd, "node_modules", ".package-lock.json");
  rmSync(ours);
  copyFileSync(join(mine, ".package-lock.json"), ours);
  for (const name of readdirSync(join(cwd, "node_modules")))
    if (/^\.(vite|vitest|cache)/.test(name))
      rmSync(join(cwd, "node_modules", name), { recursive: true, force: true });
  return true;
}

const lockOf = (folder) => readFileSync(join(folder, "package-lock.json"), "utf8");

/**
 * The command that runs a tree as a container does: folders of the system and of the program can only be
 * read, the volumes and an empty /tmp can be written. Namespaces of the kernel see to that; no right of an administrator is
 * needed. One who is root becomes nobody first.
 */
export function containerOf({ tree, volumes, cwd }, { volumesIn, command }) {
  const mounts = volumes.map((path) => {
    const folder = join(volumesIn, path.replaceAll("/", "-"));
    mkdirSync(folder, { recursive: true });
    chownSync(folder, user.uid, user.gid);
    chmodSync(folder, 0o700);
    return `mount --bind "${folder}" "$new${path}"`;
  });
  const inner = `cd "${cwd}" && exec "$@"`;
  const script = `set -e
    new="${volumesIn}/akar"; mkdir -p "$new"; mount -t tmpfs none "$new"
    for one in /*; do
      case "$one" in /proc|/tmp|${cwd.split("/").slice(0, 2).join("/")}) continue;; esac
      if [ -L "$one" ]; then cp -d "$one" "$new/"
      elif [ -d "$one" ]; then
        mkdir "$new$one"; mount --rbind "$one" "$new$one"; mount -o remount,bind,ro "$new$one"
      fi
    done
    mkdir "$new/proc" "$new/tmp" "$new${cwd}"
    mount --rbind /proc "$new/proc"; mount -t tmpfs -o mode=1777 none "$new/tmp"
    mount --bind "${join(tree, cwd)}" "$new${cwd}"; mount -o remount,bind,ro "$new${cwd}"
    ${mounts.join("\n    ")}
    mkdir "$new/.lama"; cd "$new"; pivot_root . .lama; umount -l /.lama; rmdir /.lama
    mount -o remount,bind,ro /
    exec unshare --user --map-user=${user.uid} --map-group=${user.gid} \
      setpriv --no-new-privs sh -c '${inner}' sh "$@"`;
  const drop =
    process.getuid?.() === 0
      ? ["setpriv", `--reuid=${user.uid}`, `--regid=${user.gid}`, "--clear-groups"]
      : [];
  chmodSync(volumesIn, 0o711);
  const place = join(volumesIn, "akar");
  mkdirSync(place, { recursive: true });
  return [...drop, "unshare", "-rm", "sh", "-c", script, "sh", ...command];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder, ...rest] = process.argv.slice(2);
  if (folder === undefined) throw new Error("node scripts/image.mjs FOLDER [COMMAND…]");
  const image = makeImage(resolve(folder));
  const command = rest.length > 0 ? rest : image.cmd;
  const [program, ...argv] = containerOf(image, { volumesIn: resolve(folder), command });
  const env = { PATH: `${dirname(process.execPath)}:${process.env.PATH}`, ...image.env };
  process.exitCode = spawnSync(program, argv, { stdio: "inherit", env }).status ?? 1;
}
