// The machine misbehaves under the running program: a slow disk, one that fails for a while, one that
// cannot be written, another program on the database. What is on disk when is read from its system calls.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { describe, expect } from "vitest";
import type { Person } from "../doubles/telegram/index.ts";
import { answeredBy, withProcess as it } from "./own-process.ts";
import type { SopirProcess } from "./sopir-process.ts";
import { collectingBefore, officeBefore } from "./started-before.ts";

/** Somebody who is being asked for the first of two figures. */
async function begin(sopir: SopirProcess): Promise<Person> {
  const kode = await collectingBefore(sopir.dir);
  sopir.start();
  await sopir.ready();
  const kasi = sopir.telegram.person(11, "Kasi Pelayanan");
  const answered = answeredBy(sopir);
  await answered(kasi, () => kasi.says(`/start ${kode}`), /Akun terhubung/);
  await answered(kasi, () => kasi.says("/isi"), /Indikator 1 dari 2/);
  return kasi;
}

/** Puts `strace` between the program and the machine; it follows threads and stays out of the way of signals. */
const strace = (...options: readonly (readonly string[])[]): readonly string[] => [
  "strace",
  "-D",
  "-f",
  "-qq",
  "-y",
  "--seccomp-bpf",
  "-s",
  "160",
  ...options.flat(),
];

/** What stands in a trace, a word for each call: what was flushed, what was written to the service. */
const wordsOf = (trace: string): readonly string[] =>
  trace.split("\n").flatMap((line) => {
    const flushed = /\bf(?:data)?sync\(\d+<([^>]*)>/.exec(line)?.[1];
    const method = /\/bot[^/]*\/(\w+)/.exec(line)?.[1];
    if (flushed !== undefined) return [`flush ${kindOf(flushed)}`];
    if (/\brename(at2?)?\(/.test(line)) return ["rename"];
    return method === undefined ? [] : [method];
  });

/** What came before the next message. */
const untilSaid = (words: readonly string[]): readonly string[] =>
  words.slice(0, Math.max(0, words.indexOf("sendMessage")));

function kindOf(path: string): string {
  if (path.endsWith("-wal")) return "commit";
  return /berkas\/\w\w\/\w+/.test(path) ? "file" : /berkas\/\w\w$/.test(path) ? "folder" : path;
}

// Each waits for its disk most of the time: they wait together.
describe.concurrent("a power cut", () => {
  it("finds on disk whatever was confirmed or answered, on a disk that takes a tenth of a second", async ({
    sopir,
  }) => {
    const trace = join(sopir.dir, "panggilan.txt");
    sopir.launcher = strace(
      ["-o", trace, "-e", "trace=fsync,fdatasync,write,writev,rename,renameat2"],
      ["-e", "inject=fsync,fdatasync:delay_exit=100000"],
    );
    const kasi = await begin(sopir);
    const answered = answeredBy(sopir);
    const read = (): string => readFileSync(trace, "utf8");

    // What the turn before was still about is over by then.
    await sopir.telegram.idle(600);
    let from = read().length;
    await answered(kasi, () => kasi.says("86,5"), /Indikator 2 dari 2/);
    const turn = wordsOf(read().slice(from));
    expect(untilSaid(turn)).toContain("flush commit");
    expect(turn.indexOf("getUpdates")).toBeGreaterThan(turn.indexOf("flush commit"));

    from = read().length;
    const pdf = Buffer.from("%PDF-1.4 bukti");
    await answered(kasi, () => kasi.uploads("bukti.pdf", pdf, "application/pdf"), /[Bb]ukti/);
    const since = wordsOf(read().slice(from));
    const upload = untilSaid(since.slice(since.indexOf("flush file")));
    const flushed = ["flush file", "rename", "flush folder", "flush commit"];
    expect(upload.filter((one, at) => flushed.includes(one) && upload[at - 1] !== one)).toEqual(
      flushed,
    );

    // Another program holds the database for a while: what is said meanwhile waits for it.
    const other = new Sqlite(join(sopir.dir, "sopir.db"));
    other.exec("BEGIN IMMEDIATE");
    const before = kasi.texts.length;
    const waited = answered(kasi, () => kasi.says("9"), /Ringkasan/);
    await sopir.telegram.idle(800);
    expect([kasi.texts.length, sopir.telegram.pendingUpdates]).toEqual([before, 1]);
    other.exec("ROLLBACK");
    other.close();
    await waited;
    expect(kasi.texts.filter((text) => /gangguan/.test(text))).toEqual([]);
    expect(sopir.telegram.complaints).toEqual([]);
    expect(await sopir.stop()).toBe(0);
  }, 180_000);
});

describe.concurrent("a disk that fails for a while", () => {
  it("costs nobody an answer: nothing is confirmed until it is written, and nothing is said twice", async ({
    sopir,
  }) => {
    const wal = join(sopir.dir, "sopir.db-wal");
    // Counted per thread: the three writes and the three flushes after so many find no disk.
    sopir.launcher = strace(
      ["-o", "/dev/null", "-P", wal, "-e", "trace=pwrite64,fsync,fdatasync"],
      ["-e", "inject=pwrite64:error=EROFS:when=220..222"],
      ["-e", "inject=fsync,fdatasync:error=EIO:when=24..26"],
    );
    const kasi = await begin(sopir);
    const answered = answeredBy(sopir);
    const failed = (code: string): boolean => sopir.output.includes(code);
    const before = kasi.texts.length;
    let turns = 0;
    for (; turns < 60 && !(failed("IOERR_FSYNC") && failed("IOERR_WRITE")); turns += 1)
      await answered(kasi, () => kasi.says("/tugas"), /Realisasi/);
    expect(turns).toBeLessThan(60);
    expect(kasi.texts.length - before).toBe(turns);
    await sopir.ready();
    expect(sopir.telegram.complaints).toEqual([]);
    expect(await sopir.stop()).toBe(0);
    await sopir.cli("log", "verify");
  }, 180_000);
});

describe.concurrent("a folder that cannot be written", () => {
  it("stops the start with one sentence, before anything is taken from the service", async ({
    sopir,
  }) => {
    const mount = `mount --bind "${sopir.dir}" "${sopir.dir}" && mount -o remount,ro,bind "${sopir.dir}"`;
    await officeBefore(sopir.dir);
    sopir.launcher = ["unshare", "-rm", "sh", "-c", `${mount} && exec "$@"`, "sh"];
    const { code, stderr } = await sopir.runBeside({});
    expect(code).toBe(1);
    expect(stderr).toMatch(/^Data can be read but not written\..*EROFS.*\n$/);
    expect(sopir.telegram.callsOf("getUpdates")).toEqual([]);
  }, 60_000);
});
