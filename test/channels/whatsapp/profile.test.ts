import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createProfile } from "../../../src/channels/whatsapp/profile.ts";
import { guardRejections, isOfLibrary } from "../../../src/channels/whatsapp/rejections.ts";
import { MemoryLog } from "../../support/memory-log.ts";

describe("the browser's profile", () => {
  let dir: string;
  const open = () => createProfile(dir, "session", new MemoryLog());

  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), "wa-profile-"));
  });

  afterEach(() => rmSync(dir, { recursive: true, force: true }));

  it("is held by one at a time, and free again when let go", async () => {
    const release = await open().lock();
    expect(release).not.toBeNull();
    expect(await open().lock()).toBeNull();
    release?.();
    const again = await open().lock();
    expect(again).not.toBeNull();
    again?.();
  });

  it("is free when whoever held it was killed", async () => {
    const script = `require("node:net").createServer().listen(${JSON.stringify(join(dir, "lock"))}, () => console.log("held"))`;
    const holder = spawn(process.execPath, ["-e", script], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    await once(holder.stdout, "data");
    expect(await open().lock()).toBeNull();
    holder.kill("SIGKILL");
    await once(holder, "exit");
    const release = await open().lock();
    expect(release).not.toBeNull();
    release?.();
  });

  it("can be held in a folder with a very long name", async () => {
    dir = join(dir, "panjang".repeat(20));
    mkdirSync(dir);
    const release = await open().lock();
    expect(await open().lock()).toBeNull();
    release?.();
  });

  it("loses the marks of a browser of another machine, and nothing else", async () => {
    mkdirSync(join(dir, "session"));
    symlinkSync("elsewhere-1", join(dir, "session", "SingletonLock"));
    writeFileSync(join(dir, "session", "Cookies"), "");
    await open().free();
    expect(
      lstatSync(join(dir, "session", "SingletonLock"), { throwIfNoEntry: false }),
    ).toBeUndefined();
    expect(existsSync(join(dir, "session", "Cookies"))).toBe(true);
  });

  it("ends a browser that outlived its program, and no other process of that number", async () => {
    mkdirSync(join(dir, "session"));
    const idle = "setInterval(() => undefined, 1000); console.log('up')";
    const start = (...args: string[]) =>
      spawn(process.execPath, ["-e", idle, "--", ...args], {
        stdio: ["ignore", "pipe", "inherit"],
      });
    const stranger = start();
    const orphan = start(`--user-data-dir=${join(dir, "session")}`);
    await Promise.all([once(stranger.stdout, "data"), once(orphan.stdout, "data")]);
    const link = join(dir, "session", "SingletonLock");
    symlinkSync(`${hostname()}-${stranger.pid}`, link);
    await open().free();
    expect(stranger.exitCode ?? stranger.signalCode).toBeNull();
    const ended = once(orphan, "exit");
    symlinkSync(`${hostname()}-${orphan.pid}`, link);
    await open().free();
    expect(await ended).toEqual([null, "SIGKILL"]);
    stranger.kill("SIGKILL");
  });

  it("forgets the session", async () => {
    mkdirSync(join(dir, "session"));
    await open().remove();
    expect(existsSync(join(dir, "session"))).toBe(false);
    expect(existsSync(dir)).toBe(true);
  });
});

const withStack = (stack: string): Error => Object.assign(new Error("x"), { stack });

describe("failures the library drops", () => {
  it.each([
    { reason: "auth timeout", is: true },
    { reason: withStack("at f (/a/node_modules/whatsapp-web.js/src/Client.js:1)"), is: true },
    { reason: withStack("at f (/a/node_modules/puppeteer-core/lib/x.js:1)"), is: true },
    { reason: Object.assign(new Error("x"), { name: "TargetCloseError" }), is: true },
    { reason: withStack("at f (/a/src/app/dispatch.ts:1)"), is: false },
    { reason: "something else", is: false },
    { reason: undefined, is: false },
  ])("are told from our own: $is", ({ reason, is }) => {
    expect(isOfLibrary(reason)).toBe(is);
  });

  it("are watched for only while the channel runs", () => {
    const before = process.listenerCount("unhandledRejection");
    const unguard = guardRejections(new MemoryLog());
    expect(process.listenerCount("unhandledRejection")).toBe(before + 1);
    unguard();
    expect(process.listenerCount("unhandledRejection")).toBe(before);
  });
});
