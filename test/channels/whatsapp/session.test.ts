import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { HEARTBEAT_MS } from "../../../src/channels/whatsapp/heartbeat.ts";
import { CODE_MS, QR_MS, READY_MS } from "../../../src/channels/whatsapp/life.ts";
import { plain } from "../../../src/core/pesan/spans.ts";
import { message, openRig, PERSON, quiet, type Rig, WALL_MS } from "./fake-client.ts";

const text = { teks: plain("Mohon persetujuan"), pilihan: [], file: null };

describe("the WhatsApp session", () => {
  let dir: string;
  let rig: Rig;

  const open = async (rest?: Parameters<typeof openRig>[1]): Promise<void> => {
    rig = await openRig(dir, rest);
  };

  const online = async (): Promise<void> => {
    await open();
    await rig.newest().emit("ready");
  };

  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), "wa-session-"));
  });

  afterEach(async () => {
    await rig.stop();
    rmSync(dir, { recursive: true, force: true });
  });

  /** The next client comes within so long. */
  const expectNext = async (withinMs: number): Promise<void> => {
    const count = rig.clients.length;
    const last = rig.newest();
    await rig.timing.advance(withinMs);
    await quiet();
    expect(rig.clients).toHaveLength(count + 1);
    // One browser at a time: the last one is closed for certain.
    expect(last.destroyed).toBeGreaterThan(0);
    expect(last.killed).toBeGreaterThan(0);
  };

  const state = () => rig.channel.status().state;

  it("starts a browser on a profile that is free, and is online when the library is ready", async () => {
    await open();
    expect(rig.profile).toMatchObject({ held: true, freed: 1 });
    expect(state()).toBe("connecting");
    await rig.newest().emit("ready");
    expect(state()).toBe("online");
    expect(rig.channel.status().detail).toMatch(/^[A-Z].*\.$/);
  });

  it("waits while another process holds the profile, and says so", async () => {
    await open({ busy: true });
    expect(rig.clients).toHaveLength(0);
    expect(rig.channel.status()).toMatchObject({ state: "failed" });
    rig.profile.busy = false;
    await rig.timing.advance(20_000);
    expect(rig.clients).toHaveLength(1);
  });

  it("closes the browser and lets the profile go when it stops", async () => {
    await online();
    await rig.stop();
    expect(rig.newest().destroyed).toBeGreaterThan(0);
    expect(rig.profile.held).toBe(false);
    expect(state()).toBe("offline");
  });

  it("ends a browser that does not close", async () => {
    await online();
    rig.newest().close = () => new Promise(() => undefined);
    await rig.stop();
    expect(rig.newest().killed).toBeGreaterThan(0);
  });

  it.each([
    { what: "an error", thrown: new Error("net::ERR_NAME_NOT_RESOLVED") },
    { what: "a bare string", thrown: "auth timeout" },
  ])(
    "leaves no browser behind when starting fails with $what, and tries again",
    async ({ thrown }) => {
      await open();
      rig.prepare = (client) => {
        client.start = () => Promise.reject(thrown);
      };
      await rig.newest().emit("browser_gone");
      await expectNext(5_000);
      expect(rig.channel.status()).toMatchObject({ state: "failed" });
      await expectNext(5_000);
      const warnings = rig.log.lines.filter(({ message }) =>
        message.includes("could not be started"),
      );
      expect(warnings[0]?.fields["err"]).toBeInstanceOf(Error);
    },
  );

  it.each([
    { thrown: "net::ERR_INTERNET_DISCONNECTED", advice: "Check the network." },
    { thrown: "Failed to launch the browser process!", advice: "WHATSAPP_CHROMIUM_PATH" },
    { thrown: "Could not find Chrome (ver. 146)", advice: "WHATSAPP_CHROMIUM_PATH" },
    { thrown: "Browser was not found at the configured executablePath (/x)", advice: "Install it" },
  ])("says what to do about $thrown", async ({ thrown, advice }) => {
    await open();
    rig.prepare = (client) => {
      client.start = () => Promise.reject(new Error(thrown));
    };
    await rig.newest().emit("browser_gone");
    await expectNext(3_000);
    expect(rig.channel.status().detail).toContain(advice);
  });

  it("waits longer from failure to failure", async () => {
    await open();
    rig.prepare = (client) => {
      client.start = () => Promise.reject(new Error("offline"));
    };
    await rig.newest().emit("browser_gone");
    await rig.timing.advance(60_000);
    const after1 = rig.clients.length;
    await rig.timing.advance(60_000);
    expect(rig.clients.length - after1).toBeLessThan(after1 - 1);
  });

  it("starts anew when the library never becomes ready", async () => {
    await open();
    await rig.timing.advance(READY_MS - 1);
    expect(rig.clients).toHaveLength(1);
    await expectNext(5_000);
  });

  it("is ready once however often the library says so", async () => {
    await online();
    const since = rig.channel.status().sinceMs;
    await rig.timing.advance(5_000);
    await rig.newest().emit("authenticated");
    await rig.newest().emit("ready");
    expect(rig.channel.status()).toMatchObject({ state: "online", sinceMs: since });
    expect(rig.log.messages("info").filter((one) => one.includes("connected"))).toHaveLength(1);
  });

  it("shows the QR code, says what to do, and forgets the code when somebody has scanned", async () => {
    await open();
    await rig.newest().emit("qr", "2@abc");
    expect(rig.channel.login()).toEqual({ qr: "2@abc", code: null });
    expect(rig.channel.status()).toMatchObject({ state: "login-required" });
    expect(rig.channel.status().detail).toMatch(/^Scan the QR code .*\.$/);
    await rig.newest().emit("loading_screen", 10);
    expect(rig.channel.login()).toEqual({ qr: null, code: null });
    expect(state()).toBe("connecting");
    await rig.newest().emit("ready");
    expect(state()).toBe("online");
  });

  it("asks for a pairing code where a number is given, and keeps the QR code beside it", async () => {
    await open({ pairingNumber: "6281234567890" });
    await rig.newest().emit("qr", "2@abc");
    await rig.newest().emit("qr", "2@def");
    expect(rig.newest().codesFor).toEqual(["6281234567890"]);
    await rig.newest().emit("code", "ABCD1234");
    expect(rig.channel.login()).toEqual({ qr: "2@def", code: "ABCD1234" });
    rig.newest().state = async () => "UNPAIRED";
    await rig.timing.advance(CODE_MS - 1);
    expect(rig.clients).toHaveLength(1);
    await expectNext(30_000);
  });

  it("gets a new QR code by starting anew when the page shows no more", async () => {
    await open();
    rig.newest().state = async () => "UNPAIRED_IDLE";
    await rig.newest().emit("qr", "1");
    await rig.timing.advance(QR_MS - 1);
    await rig.newest().emit("qr", "2");
    await rig.timing.advance(QR_MS - 1);
    expect(rig.clients).toHaveLength(1);
    await rig.timing.advance(1);
    expect(rig.channel.login().qr).toBeNull();
    await expectNext(30_000);
  });

  it("does not disturb a phone that has scanned and is still sending its messages", async () => {
    await open();
    await rig.newest().emit("qr", "1");
    rig.newest().state = async () => "PAIRING";
    await rig.timing.advance(QR_MS + READY_MS / 2);
    expect(rig.clients).toHaveLength(1);
    expect(state()).toBe("connecting");
    await rig.newest().emit("ready");
    expect(state()).toBe("online");
  });

  it("shows a new QR code when the scan came to nothing", async () => {
    await open();
    await rig.newest().emit("qr", "1");
    await rig.newest().emit("loading_screen", 10);
    await rig.newest().emit("qr", "2");
    expect(rig.channel.login().qr).toBe("2");
    expect(state()).toBe("login-required");
  });

  it("removes the profile after the browser is closed when the phone unlinks, and asks to scan anew", async () => {
    await online();
    const removedBefore = rig.profile.removed;
    await rig.newest().emit("disconnected", "LOGOUT");
    await expectNext(5_000);
    expect(rig.profile.removed).toBe(removedBefore + 1);
    await rig.newest().emit("qr", "fresh");
    expect(rig.channel.login().qr).toBe("fresh");
  });

  it.each([
    { event: "browser_gone", reason: undefined },
    { event: "disconnected", reason: "UNPAIRED" },
    { event: "auth_failure", reason: "bad session" },
  ] as const)(
    "builds a new client on $event $reason, with the session it had",
    async ({ event, reason }) => {
      await online();
      await rig.newest().emit(event, reason);
      expect(await rig.channel.send(PERSON, text)).toMatchObject({ code: "not-ready" });
      await expectNext(5_000);
      expect(rig.profile.removed).toBe(0);
    },
  );

  it("gives way when the session is used elsewhere, and raises the alarm", async () => {
    await online();
    await rig.newest().emit("disconnected", "CONFLICT");
    await rig.timing.advance(60_000);
    expect(rig.clients).toHaveLength(1);
    expect(rig.channel.status()).toMatchObject({ state: "failed" });
    expect(rig.log.messages("error").join()).toContain("in use by another program");
    await expectNext(61_000);
  });

  it("does not hammer at a number that is blocked", async () => {
    await online();
    await rig.newest().emit("disconnected", "TOS_BLOCK");
    await rig.timing.advance(59 * 60_000);
    expect(rig.clients).toHaveLength(1);
    expect(rig.channel.status().detail).toContain("blocked this number");
  });

  it("is degraded and sends nothing while WhatsApp does not answer, then goes on by itself", async () => {
    await online();
    await rig.newest().emit("change_state", "TIMEOUT");
    expect(state()).toBe("degraded");
    expect(await rig.channel.send(PERSON, text)).toMatchObject({ code: "not-ready" });
    await rig.newest().emit("change_state", "CONNECTED");
    expect(state()).toBe("online");
    expect(await rig.timing.settle(rig.channel.send(PERSON, text))).toMatchObject({ kind: "sent" });
    expect(rig.clients).toHaveLength(1);
  });

  it.each([
    { what: "no answer", answer: () => new Promise<never>(() => undefined) },
    { what: "a failure", answer: () => Promise.reject(new Error("detached Frame")) },
    { what: "a page that is not ours", answer: async () => null },
  ])("starts anew after two heartbeats with $what", async ({ answer }) => {
    await online();
    rig.newest().state = answer;
    await rig.timing.advance(HEARTBEAT_MS + 15_000);
    expect(rig.clients).toHaveLength(1);
    await expectNext(2 * HEARTBEAT_MS);
  });

  it("forgives one missed heartbeat", async () => {
    await online();
    rig.newest().state = () => Promise.reject(new Error("busy"));
    await rig.timing.advance(HEARTBEAT_MS);
    rig.newest().state = async () => "CONNECTED";
    await rig.timing.advance(10 * HEARTBEAT_MS);
    expect(rig.clients).toHaveLength(1);
    expect(state()).toBe("online");
  });

  it("fetches what came while it was away, before what comes now, and marks it as read", async () => {
    await open();
    rig.newest().unread = [message({ body: "satu" }), message({ body: "dua" })];
    rig.newest().emitter.emit("ready");
    await rig.newest().emit("message", message({ body: "tiga" }));
    expect(rig.stored).toMatchObject([{ text: "satu" }, { text: "dua" }, { text: "tiga" }]);
    expect(rig.newest().seen).toEqual([PERSON]);
  });

  it("leaves alone what is older than a long weekend, and what came before the phone was linked", async () => {
    await open();
    rig.newest().unread = [at(-5 * 86_400_000), at(-3 * 86_400_000)];
    await rig.newest().emit("ready");
    expect(rig.stored).toMatchObject([{ text: String(-3 * 86_400_000) }]);
    rig.prepare = (client) => {
      client.unread = [at(-3_600_000), at(10_000)];
    };
    await rig.newest().emit("disconnected", "LOGOUT");
    await rig.timing.advance(5_000);
    await rig.newest().emit("qr", "1");
    await rig.newest().emit("ready");
    expect(rig.stored).toMatchObject([{}, { text: "10000" }]);
  });

  it("goes on when unread messages cannot be fetched", async () => {
    await open();
    rig.newest().getUnread = () => Promise.reject(new Error("no such module"));
    await rig.newest().emit("ready");
    await rig.newest().emit("message", message({ body: "tiga" }));
    expect(rig.stored).toMatchObject([{ text: "tiga" }]);
    expect(rig.log.messages("error").join()).toContain("unread");
  });

  it("keeps a message that cannot be stored, and the order of its chat; only then it is read", async () => {
    await online();
    rig.fail = 2;
    await rig.newest().emit("message", message({ body: "satu" }));
    await rig.newest().emit("message", message({ body: "dua" }));
    expect(rig.stored).toEqual([]);
    expect(rig.newest().seen).toEqual([]);
    expect(state()).toBe("degraded");
    await rig.timing.advance(10_000);
    expect(rig.stored).toMatchObject([{ text: "satu" }, { text: "dua" }]);
    expect(rig.newest().seen).toEqual([PERSON]);
    await rig.timing.advance(HEARTBEAT_MS);
    expect(state()).toBe("online");
  });
});

const at = (ms: number) => message({ timestamp: (WALL_MS + ms) / 1_000, body: String(ms) });
