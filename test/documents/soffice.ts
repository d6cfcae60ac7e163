import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);

const MISSING =
  "LibreOffice is needed to prove that other programs read our files, and soffice was not found. " +
  "Install it: apt-get install --no-install-recommends libreoffice-calc libreoffice-writer (Debian, Ubuntu), " +
  "brew install --cask libreoffice (macOS).";

const UNREADABLE =
  "LibreOffice wrote nothing. Where the file is sound it lacks the part that reads it: " +
  "apt-get install --no-install-recommends libreoffice-calc libreoffice-writer (Debian, Ubuntu).";

/**
 * Lets LibreOffice open a file and save it in another form; answers the files it wrote by name.
 * A profile of its own keeps it apart from whatever the developer has open.
 */
export async function convert(
  data: Uint8Array,
  format: string,
  nama = "rekap.xlsx",
): Promise<ReadonlyMap<string, Buffer>> {
  const folder = await mkdtemp(join(tmpdir(), "sopir-soffice-"));
  try {
    const source = join(folder, nama);
    const out = join(folder, "out");
    await writeFile(source, data);
    await soffice([
      `-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`,
      "--headless",
      "--convert-to",
      format,
      "--outdir",
      out,
      source,
    ]);
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

async function soffice(argumentList: readonly string[]): Promise<void> {
  try {
    await run("soffice", argumentList, { timeout: 110_000 });
  } catch (cause) {
    const missing = cause instanceof Error && "code" in cause && cause.code === "ENOENT";
    throw missing ? new Error(MISSING, { cause }) : cause;
  }
}
