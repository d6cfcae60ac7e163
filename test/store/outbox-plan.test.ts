import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Prisma } from "../../src/generated/sqlite/client.ts";
import { skipLocked, takeTurn } from "../../src/store/claim.ts";
import { type Client, connect } from "../../src/store/client.ts";
import { oldMessages } from "../../src/store/fold-away.ts";
import { claimStatement } from "../../src/store/outbox-claim.ts";
import { startPostgres, type TestPostgres } from "../support/postgres.ts";
import { emptyPostgresql, emptySqlite } from "../support/store.ts";

/** Messages that wait, in five hundred chats. */
const sizes = [1_000, 10_000] as const;
const LIMIT = 64;
const query = { channelIdList: ["telegram"], limit: LIMIT, leaseMs: 1_000, nowMs: 1_000 };

/** Rows of many chats, what was sent before them included. */
async function fill(client: Client, waiting: number): Promise<void> {
  for (const [status, count] of [
    ["terkirim", 2_000],
    ["menunggu", waiting],
  ] as const) {
    await client.$executeRawUnsafe(
      `INSERT INTO outbox (id, dedupe_key, channel_id, chat, prioritas, op, isi, status, created_ms,
          not_before_ms)
        WITH RECURSIVE row (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM row WHERE n < ${count})
        SELECT '${status}-' || n, '${status}-' || n, 'telegram', 'chat-' || (n % 500), 1, 'kirim', '{}',
          '${status}', 0, 0 FROM row`,
    );
  }
}

describe("a claim", () => {
  let folder: string;
  let postgres: TestPostgres;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "sopir-plan-"));
    postgres = await startPostgres();
  });
  afterAll(async () => {
    await postgres.stop();
    rmSync(folder, { recursive: true });
  });

  it.each(sizes)(
    "goes along one index and seeks heads in another on SQLite, of %i",
    async (waiting) => {
      const { client } = connect(await emptySqlite(join(folder, `${waiting}.db`)));
      await fill(client, waiting);
      const plan = await client.$queryRaw<{ detail: string }[]>(
        Prisma.sql`EXPLAIN QUERY PLAN ${claimStatement(query, Prisma.empty)}`,
      );
      await client.$disconnect();
      const detail = plan.map((row) => row.detail);
      expect(detail.filter((step) => /SCAN|TEMP B-TREE/.test(step))).toEqual(["SCAN due"]);
      expect(detail).toContainEqual(
        expect.stringMatching(/^SEARCH o USING INDEX \w+prioritas_seq_idx \(status=\? AND channel/),
      );
      expect(detail).toContain(
        "SEARCH p USING COVERING INDEX outbox_antrean_idx (status=? AND channel_id=? AND chat=?)",
      );
    },
  );

  it.each(sizes)("looks at no more rows than it takes on PostgreSQL, of %i", async (waiting) => {
    const { client } = connect(await emptyPostgresql(postgres));
    await fill(client, waiting);
    const { text, values } = claimStatement(query, skipLocked);
    const given = values.map((value) => (typeof value === "string" ? `'${value}'` : String(value)));
    // As a program asks that runs for long: prepared, and planned once for whatever is given.
    await client.$transaction(async (tx) => {
      await tx.$executeRawUnsafe("SET LOCAL plan_cache_mode = force_generic_plan");
      await tx.$executeRaw(takeTurn);
      await tx.$executeRawUnsafe(`PREPARE claim AS ${text}`);
      const [found] = await tx.$queryRawUnsafe<{ "QUERY PLAN": readonly Explained[] }[]>(
        `EXPLAIN (ANALYZE, FORMAT JSON) EXECUTE claim(${given.join(", ")})`,
      );
      const nodes = (found?.["QUERY PLAN"] ?? []).flatMap(({ Plan }) => nodesOf(Plan));
      expect(nodes.length).toBeGreaterThan(5);
      expect(Math.max(...nodes.map(visited))).toBe(LIMIT);
      expect(nodes.filter((node) => /Seq Scan|Sort/.test(node["Node Type"]))).toEqual([]);
    });
    await client.$disconnect();
  });
});

/** Ten thousand messages of ten thousand moments, of which the oldest hundred may go. */
const lama = { pembaruan: 0, jejak: 0, pesan: 100, rujukan: 0, pengingat: 0 };
async function filled(url: string): Promise<Client> {
  const { client } = connect(url);
  await fill(client, 10_000);
  await client.$executeRawUnsafe("UPDATE outbox SET created_ms = seq, status = 'terkirim'");
  await client.$executeRawUnsafe("ANALYZE");
  return client;
}

describe("folding away", () => {
  let folder: string;
  let postgres: TestPostgres;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "sopir-plan-"));
    postgres = await startPostgres();
  });
  afterAll(async () => {
    await postgres.stop();
    rmSync(folder, { recursive: true });
  });

  it("begins with the oldest message and ends with the first that stays, on SQLite", async () => {
    const client = await filled(await emptySqlite(join(folder, "lipat.db")));
    const statement = oldMessages({ lama, limit: LIMIT, lock: Prisma.empty });
    const plan = await client.$queryRaw<{ detail: string }[]>(
      Prisma.sql`EXPLAIN QUERY PLAN ${statement}`,
    );
    await client.$disconnect();
    const detail = plan.map((row) => row.detail);
    expect(detail).toContain("SEARCH o USING INDEX outbox_created_ms_idx (created_ms<?)");
    expect(detail.filter((step) => /^SCAN|TEMP B-TREE/.test(step))).toEqual([]);
  });

  it("does the same on PostgreSQL", async () => {
    const client = await filled(await emptyPostgresql(postgres));
    const statement = oldMessages({ lama, limit: LIMIT, lock: skipLocked });
    const [found] = await client.$queryRaw<{ "QUERY PLAN": readonly Explained[] }[]>(
      Prisma.sql`EXPLAIN (ANALYZE, FORMAT JSON) ${statement}`,
    );
    await client.$disconnect();
    const nodes = (found?.["QUERY PLAN"] ?? []).flatMap(({ Plan }) => nodesOf(Plan));
    expect(nodes.map((node) => node["Index Name"])).toContain("outbox_created_ms_idx");
    expect(Math.max(...nodes.map(visited))).toBeLessThanOrEqual(100);
  });
});

interface Explained {
  readonly Plan: PlanNode;
}

interface PlanNode {
  readonly "Node Type": string;
  readonly "Index Name"?: string;
  readonly "Actual Rows": number;
  readonly "Actual Loops": number;
  readonly "Rows Removed by Filter"?: number;
  readonly Plans?: readonly PlanNode[];
}

const nodesOf = (node: PlanNode): readonly PlanNode[] => [
  node,
  ...(node.Plans ?? []).flatMap(nodesOf),
];

const visited = (node: PlanNode): number =>
  (node["Actual Rows"] + (node["Rows Removed by Filter"] ?? 0)) * node["Actual Loops"];
