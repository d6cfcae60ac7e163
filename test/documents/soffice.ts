import { execFile, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);

const MISSING =
  "LibreOffice is needed to prove that other programs read our files, and soffice did not start. " +
  "Install it: apt-get install --no-install-recommends libreoffice-calc libreoffice-writer (Debian, Ubuntu), " +
  "brew install --cask libreoffice (macOS).";

const UNREADABLE =
  "LibreOffice wrote nothing. Where the file is sound it lacks the part that reads it: " +
  "apt-get install --no-install-recommends libreoffice-calc libreoffice-writer (Debian, Ubuntu).";

/** Lets LibreOffice open a file and save it in another form; answers the files it wrote by name. */
export async function convert(
  data: Uint8Array,
  format: string,
  nama = "rekap.xlsx",
): Promise<ReadonlyMap<string, Buffer>> {
  office ??= openOffice();
  const profile = await office;
  const folder = await mkdtemp(join(tmpdir(), "sopir-soffice-"));
  try {
    const source = join(folder, nama);
    const out = join(folder, "out");
    await writeFile(source, data);
    const argumentList = [profile, "--headless", "--convert-to", format, "--outdir", out, source];
    await run("soffice", argumentList, { timeout: 110_000 });
    const nameList = await readdir(out).catch((cause: unknown) => {
      throw new Error(UNREADABLE, { cause });
    });
    return new Map(
      await Promise.all(
        nameList.map(async (name) => [name, await readFile(join(out, name))] as const),
      ),
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The one that runs, by the argument which finds it; it takes seconds to start and less to convert. */
let office: Promise<string> | null = null;

/**
 * Starts LibreOffice for as long as this process lives, in a profile of its own, apart from whatever the
 * developer has open. A document stays open in it: without one it ends after the first conversion.
 */
async function openOffice(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "sopir-soffice-"));
  const profile = await freshProfile(join(folder, "profile"));
  const open = join(folder, "terbuka.txt");
  await writeFile(open, "");
  const name = `sopir-${randomUUID()}`;
  const ready = `/tmp/OSL_PIPE_${userInfo().uid}_${name}`;
  const accept = `--accept=pipe,name=${name};urp`;
  const argv = [folder, ready, profile, "--headless", "--norestore", "--nologo", accept, open];
  const child = spawn("sh", ["-c", UNTIL_WE_END, "sh", ...argv], {
    // a group of its own, which ends as one
    detached: true,
    stdio: ["pipe", "ignore", "ignore"],
  });
  child.unref();
  for (let tries = 0; tries < 600; tries += 1) {
    if (existsSync(ready)) return profile;
    if (child.exitCode !== null) break;
    await sleep(100);
  }
  throw new Error(MISSING);
}

/** A profile nobody has used, by the argument which finds it. */
async function freshProfile(folder: string): Promise<string> {
  await mkdir(join(folder, "user"), { recursive: true });
  await writeFile(join(folder, "user/registrymodifications.xcu"), SEEN_BEFORE);
  return `-env:UserInstallation=${pathToFileURL(folder).href}`;
}

/** After an update it tries, for seconds, every way of drawing on a screen. No version is newer than this one. */
const SEEN_BEFORE = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/Product"><prop oor:name="ooSetupLastVersion" oor:op="fuse"><value>9999.0</value></prop></item>
</oor:items>
`;

/** However this process ends, its end of the pipe closes, and `read` with it. */
const UNTIL_WE_END = `
  folder=$1; ready=$2; shift 2
  soffice "$@" &
  trap "" TERM
  read -r _
  kill 0
  wait
  rm -rf "$folder" "$ready"
`;
