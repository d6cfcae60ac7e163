// A start that cannot work, by what is wrong with the database file: one sentence that says what to do, no stack.
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseConfig } from "../src/config.ts";
import { openDatabase } from "../src/prepare-database.ts";
import { adviceFor } from "../src/start-fault.ts";
import { run } from "./cli/run.ts";
import { MemoryLog } from "./support/memory-log.ts";

let folder: string;
let sound: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "sopir-start-"));
  sound = join(folder, "utuh", "sopir.db");
  const env = { DATABASE_URL: `file:${sound}`, DATA_DIR: join(folder, "utuh") };
  expect(await run(["kantor", "load", "test/e2e/uji.yaml"], { env })).toMatchObject({ code: 0 });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Overwrites so many pages from this one on with what a failing disk may return. */
function scribble(path: string, page: number, pages: number): void {
  const bytes = readFileSync(path);
  bytes.fill(0xa5, page * 4096, (page + pages) * 4096);
  writeFileSync(path, bytes);
}

const half = (path: string): void =>
  truncateSync(path, Math.floor(readFileSync(path).length / 8192) * 4096);

const RESTORE = /damaged.*backup list, then backup restore NAME/;

describe.each<[string, (path: string) => void, RegExp]>([
  ["cut off in the middle", half, RESTORE],
  ["cut off in its third page", (path) => truncateSync(path, 10_000), RESTORE],
  ["with a head of other bytes", (path) => scribble(path, 0, 1), RESTORE],
  ["with pages of other bytes", (path) => scribble(path, 1, 12), RESTORE],
  [
    "that is a folder",
    (path) => {
      rmSync(path);
      mkdirSync(path);
    },
    /cannot be written \(EISDIR.*Check DATA_DIR and DATABASE_URL/,
  ],
])("a database file %s", (what, damage, sentence) => {
  const place = (): { readonly DATABASE_URL: string; readonly DATA_DIR: string } => {
    const dir = mkdtempSync(join(folder, "rusak-"));
    const path = join(dir, "sopir.db");
    copyFileSync(sound, path);
    damage(path);
    return { DATABASE_URL: `file:${path}`, DATA_DIR: dir };
  };

  it("stops the start with what to do", async () => {
    const fault = await openDatabase(parseConfig(place()), new MemoryLog()).catch(
      (cause: unknown) => cause,
    );
    expect(adviceFor(fault)).toMatch(sentence);
  });

  it("is told to whoever types a command", async () => {
    const ran = await run(["kantor", "list"], { env: place() });
    expect(ran).toMatchObject({ code: 1, out: "" });
    if (what !== "that is a folder") expect(ran.err).toMatch(sentence);
    expect(ran.err).not.toContain("    at ");
  });
});

it.each([
  [{ code: "EADDRINUSE" }, "set PORT"],
  [{ code: "EADDRNOTAVAIL" }, "Check HOST"],
  [{ code: "EACCES" }, "who owns them"],
  [{ code: "EROFS" }, "not written"],
  [{ code: "ENOSPC" }, "no room left"],
  [{ cause: { kind: "sqlite", originalCode: "SQLITE_BUSY" } }, "Another process"],
  [{ cause: { kind: "DatabaseNotReachable" } }, "does not answer"],
  [{ cause: { kind: "AuthenticationFailed" } }, "refuses the user"],
  [{ cause: { kind: "DatabaseDoesNotExist" } }, "Create it"],
  [{ advice: "Do this." }, "Do this."],
])("%j keeps the program from starting and is told with what to do", (fault, sentence) => {
  expect(adviceFor(fault)).toContain(sentence);
  expect(adviceFor(fault)).not.toContain("by itself");
});

it("has nothing to say of a fault in the program", () => {
  expect(adviceFor(new TypeError("x is not a function"))).toBeNull();
});
