import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { KantorId } from "../../src/core/kantor/schema.ts";
import { openStore } from "../../src/store/open.ts";
import { GraphDouble } from "../doubles/graph/index.ts";
import { MemoryLog } from "../support/memory-log.ts";
import { installation, run } from "./run.ts";

const settings = (graph: GraphDouble): Record<string, string> => ({
  WHATSAPP_CLOUD_TOKEN: graph.token,
  WHATSAPP_CLOUD_PHONE_ID: graph.phoneId,
  WHATSAPP_CLOUD_ACCOUNT_ID: graph.accountId,
  WHATSAPP_CLOUD_APP_SECRET: graph.appSecret,
  WHATSAPP_CLOUD_VERIFY_TOKEN: graph.verifyToken,
  WHATSAPP_CLOUD_API_ROOT: graph.url,
  WHATSAPP_CLOUD_API_VERSION: graph.version,
});

describe("whatsapp template", () => {
  let graph: GraphDouble;
  beforeEach(async () => {
    graph = await new GraphDouble().start();
  });
  afterEach(() => graph.stop());

  it("lists what is in flows/templat, without asking anybody", async () => {
    const { code, out } = await run(["whatsapp", "template", "list"]);
    expect(code).toBe(0);
    expect(out).toContain("Ada {jumlah} tugas SOP menunggu: {hal}.");
  });

  it("hands in what WhatsApp does not know, once, and says how it stands", async () => {
    const env = settings(graph);
    const before = await run(["whatsapp", "template", "status"], { env });
    expect(before.out.match(/belum diajukan/g)).toHaveLength(4);
    const first = await run(["whatsapp", "template", "submit"], { env });
    expect(first).toMatchObject({ code: 0, err: "" });
    expect(graph.templates.map(({ name, language }) => `${name} ${language}`).toSorted()).toEqual([
      "sopir_buka_kabar en",
      "sopir_buka_kabar id",
      "sopir_buka_tugas en",
      "sopir_buka_tugas id",
    ]);
    const again = await run(["whatsapp", "template", "submit"], { env });
    expect(again.out).toBe("Tidak ada yang perlu diajukan.\n");
    graph.approveAll();
    const after = await run(["whatsapp", "template", "status"], { env });
    expect(after.out.match(/APPROVED/g)).toHaveLength(4);
    expect(graph.complaints).toEqual([]);
  });

  it("hands in one by its id, and knows no other", async () => {
    const env = settings(graph);
    await run(["whatsapp", "template", "submit", "buka-tugas"], { env });
    expect(graph.templates).toHaveLength(1);
    const ran = await run(["whatsapp", "template", "submit", "buka-lain"], { env });
    expect(ran).toMatchObject({ code: 2, err: "Templat buka-lain tidak ada di flows/templat.\n" });
  });

  it("says what is missing, and what WhatsApp refuses, without the token", async () => {
    const ran = await run(["whatsapp", "template", "status"]);
    expect(ran).toMatchObject({ code: 1 });
    expect(ran.err).toContain("WHATSAPP_CLOUD_ACCOUNT_ID");
    graph.faults.failNext("templates", 401, 190);
    const refused = await run(["whatsapp", "template", "status"], { env: settings(graph) });
    expect(refused).toMatchObject({ code: 1, out: "" });
    expect(refused.err).toContain("190");
    expect(refused.err).not.toContain(graph.token);
  });
});

describe("whatsapp biaya", () => {
  const { env, folder, remove } = installation();
  beforeAll(async () => {
    const url = env["DATABASE_URL"] ?? "";
    const store = await openStore({ url, dataDir: folder, now: () => 0, log: new MemoryLog() });
    const address = { channelId: "whatsapp-cloud", chat: "6281200000001" };
    for (const [kantor, nowMs] of [
      ["kantor-a", 1],
      ["kantor-b", 2],
    ] as const) {
      const kantorId = KantorId.parse(kantor);
      const bill = { kantorId, bulan: "2026-11", sinceMs: nowMs, heardMs: null, nowMs };
      await store.takeOpening(address, bill);
    }
    await store.close();
  });
  afterAll(remove);

  it("counts by office, and against the limit", async () => {
    const ran = await run(["whatsapp", "biaya"], { env });
    expect(ran.code).toBe(0);
    expect(ran.out).toMatch(/whatsapp-cloud +kantor-a +templat +1/);
    expect(ran.out).toMatch(/whatsapp-cloud +kantor-b +templat +1/);
    expect(ran.out).toContain("2026-11: 2 pesan berbayar, tanpa batas bulanan");
    const json = await run(["--json", "whatsapp", "biaya", "--bulan", "2026-10"], { env });
    expect(json.json()).toMatchObject({ bulan: "2026-10", jumlah: 0, pemakaian: [] });
    expect((await run(["whatsapp", "biaya", "--bulan", "November"], { env })).code).toBe(2);
  });
});
