// A Debian machine in a folder, as far as the page of operations touches one: what the page types is run by a
// shell, and only what would change the real machine has a stand-in.
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";

const root = join(import.meta.dirname, "../..");

/** Each with what it does instead; `$HOME_OF_TEST` is the folder that stands for the machine. */
const standIns: Readonly<Record<string, string>> = {
  "apt-get": ":",
  useradd: ":",
  chown: ":",
  journalctl: ":",
  pg_dump: ":",
  pg_restore: ":",
  // Other programs' work: what is given to them arrives as it is.
  age: 'for last; do :; done; case "$1" in -r) cat;; -d) cat "$last";; *) exit 64;; esac',
  ssh: 'while [ "${1#-}" != "$1" ]; do [ "$1" != -l ] || shift; shift; done; shift; cd "$HOME_OF_TEST/server" && exec sh -c "$*"',
  rclone:
    'for last; do before=$from; from=$last; done; to="$HOME_OF_TEST/awan/${last#*:}"; mkdir -p "$to" && cp -R "$before/." "$to"',
  // The new version's file is this very tree.
  tar: `case "$*" in
    *sopir.tar.gz*) mkdir "$HOME_OF_TEST/opt/sopir" && sh "$HOME_OF_TEST/taruh" "$HOME_OF_TEST/opt/sopir";;
    *) PATH=$PATH_OF_TEST exec tar "$@";;
  esac`,
  // Each group of commands is started once as the program it is; after that the test's own process runs it.
  npm: `case "$1 $2" in
    "run -s") shift 4;; "run sopir") shift 3;; *) exit 64;;
  esac
  if mkdir "$HOME_OF_TEST/typed/$1" 2>/dev/null; then exec node dist/cli/sopir.js "$@"; fi
  { env -0; printf '\\0%s\\0' "$PWD"; printf '%s\\0' "$@"; } |
    curl -s --fail-with-body --unix-socket "$HOME_OF_TEST/sopir" --data-binary @- http://sopir/`,
  // Starts what the page's unit starts, in its folder, with what it sets, and waits like its operator would.
  systemctl: `pid="$HOME_OF_TEST/pid"
  case "$1" in
    daemon-reload) ;;
    start|enable)
      cd "$HOME_OF_TEST/opt/sopir" || exit 1
      sh "$HOME_OF_TEST/unit" >>"$HOME_OF_TEST/journal" 2>&1 &
      echo $! >"$pid"
      until curl -fs "http://127.0.0.1:$PORT_OF_TEST/readyz" >/dev/null; do
        kill -0 "$(cat "$pid")" || exit 1; sleep 0.1
      done;;
    stop)
      kill -TERM "$(cat "$pid")"
      # What has ended may stay in the table of processes for a while.
      while grep -qs "^State:.[^Z]" "/proc/$(cat "$pid")/status"; do sleep 0.1; done
      rm "$pid";;
    *) exit 64;;
  esac`,
};

/** What laying the program's files down means: this tree, prepared, under other names. */
const layDown = `cd "${root}" && cp --archive flows "$1/" &&
  for one in package.json package-lock.json tsconfig.json scripts src prisma dist
  do cp --archive --link "$one" "$1/" 2>/dev/null || cp --archive "$one" "$1/"; done
  ln -s "${root}/node_modules" "$1/node_modules"`;

/** Commands of any machine, which are run as they are. */
const ordinary = new Set(["cd", "chmod", "cp", "echo", "mkdir", "mv", "rm", "test"]);

export class DebianMachine {
  readonly #home: string;
  readonly #port: number;
  #cwd: string;

  constructor(home: string, port: number) {
    this.#home = home;
    this.#port = port;
    this.#cwd = home;
    for (const name of ["bin", "opt", "server", "awan", "mnt", "tmp", "typed"])
      mkdirSync(join(home, name));
    for (const [name, body] of Object.entries(standIns)) {
      writeFileSync(join(home, "bin", name), `#!/bin/sh\n${body}\n`);
      chmodSync(join(home, "bin", name), 0o755);
    }
    writeFileSync(join(home, "taruh"), layDown);
  }

  /** Where its shells ask for commands that were started before. */
  get socket(): string {
    return join(this.#home, "sopir");
  }

  get sopir(): string {
    return join(this.#home, "opt", "sopir");
  }

  /** Takes over what a unit file starts and sets. */
  installUnit(ini: string): void {
    const [, command = ""] = /^ExecStart=\/usr\/bin\/(node .*)$/m.exec(ini) ?? [];
    const set = [...ini.matchAll(/^Environment=(.*)$/gm)].map(([, pair = ""]) => pair);
    writeFileSync(join(this.#home, "unit"), `exec env ${set.join(" ")} ${command}\n`);
  }

  /** Runs one line of the page; throws with what it printed where it fails or is none of those known. */
  async type(line: string): Promise<void> {
    const first = line.split(/\s+/).find((word) => !/^[A-Z_]+=/.test(word)) ?? "";
    if (!ordinary.has(first) && standIns[first] === undefined)
      throw new Error(`nobody knows what to do with: ${line}`);
    const folder = /^cd (\S+)$/.exec(line)?.[1];
    if (folder !== undefined) {
      if (!existsSync(folder)) throw new Error(`${line}: there is no such folder`);
      this.#cwd = folder;
      return;
    }
    const child = spawn("sh", ["-euc", line], {
      cwd: this.#cwd,
      env: this.#env(),
      stdio: ["ignore", "pipe", "pipe"],
    });
    let said = "";
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (chunk) => (said += chunk));
    // Not "close": what a service manager starts keeps the output of whoever asked for it.
    const [code] = await once(child, "exit");
    if (code !== 0) throw new Error(`${line}\nended with ${String(code)}: ${said}\n${this.#log()}`);
  }

  /** Ends what runs, however the page left it. */
  end(): void {
    const file = join(this.#home, "pid");
    if (existsSync(file)) execFileSync("sh", ["-c", `kill -9 "$(cat "${file}")" || true`]);
  }

  #log(): string {
    const file = join(this.#home, "journal");
    return existsSync(file) ? readFileSync(file, "utf8").slice(-2_000) : "";
  }

  #env(): Record<string, string> {
    const path = [dirname(process.execPath), process.env["PATH"]].join(delimiter);
    return {
      PATH: [join(this.#home, "bin"), path].join(delimiter),
      PATH_OF_TEST: path,
      HOME: this.#home,
      HOME_OF_TEST: this.#home,
      PORT_OF_TEST: String(this.#port),
      PENERIMA: "age1penerima",
      // Of no minute in which the page happens to be typed: one is asked for on it.
      BACKUP_SIMPAN: "0",
    };
  }
}
