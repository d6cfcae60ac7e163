import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { handleTick } from "../../../src/app/clock/handle-tick.ts";
import type { Capabilities } from "../../../src/app/ports/channel.ts";
import type { Office } from "../../../src/app/ports/rows.ts";
import type { Store } from "../../../src/app/ports/store.ts";
import { emptyDraft } from "../../../src/app/turn/effects/draft.ts";
import type { BerkasTerbuka } from "../../../src/core/conversation/world.ts";
import { Periode } from "../../../src/core/kinerja/periode.ts";
import { connect } from "../../../src/store/client.ts";
import type { Engine } from "../../../src/store/url.ts";
import { type Desk, KANTOR, NOW, openDesk, openOffice } from "../../support/desk.ts";
import { countStatements, statementsOf } from "../../support/statements.ts";
import { openTestStore, type TestStore } from "../../support/store.ts";

countStatements();

/** What is in the database besides the office that is looked at, and the triwulan it collects. */
interface Beside {
  readonly triwulan: number;
  readonly kantor: number;
  readonly timer: number;
}

const little: Beside = { triwulan: 1, kantor: 1, timer: 0 };
const much: Beside = { triwulan: 40, kantor: 500, timer: 10_000 };

/**
 * The update's key and its trace; the office's version with the log's head, the entry and the new head;
 * session, berkas, figure, reply; of the prompt that was answered where it was shown, edits that are
 * overtaken and the edit. No wait changes.
 */
const STATEMENTS = 2 + 3 + 4 + 3;

interface Filled {
  readonly test: TestStore;
  readonly desk: Desk;
}

describe.each(["sqlite", "postgresql"] as const)("what it costs on %s", (engine) => {
  let small: Filled;
  let large: Filled;
  beforeAll(async () => {
    small = await filled(engine, little);
    large = await filled(engine, much);
  });
  afterAll(async () => {
    await small?.test.close();
    await large?.test.close();
  });

  it("takes one transaction for a figure typed inside /isi, however much there is", async () => {
    for (const { test, desk } of [small, large]) {
      await desk.says("kasi-pelayanan", "/isi");
      const { list, rows, transactions } = await statementsOf(() =>
        desk.says("kasi-pelayanan", "86,5"),
      );
      const { realisasi } = await officeOf(test.store);
      expect(realisasi["1.1"]?.["2026-TW4"]?.isian).toEqual({ jenis: "angka", nilai: 86.5 });
      expect(transactions).toBe(1);
      expect(list).toHaveLength(STATEMENTS);
      // the office's row and the prompt that was answered
      expect(rows).toBe(2);
    }
  });

  it("takes no more where what runs is pinned in every chat, nor anything for who would see the same", async () => {
    const { test, desk } = await filled(engine, little, { pin: true });
    try {
      const atMs = NOW + 60_000;
      const sweep = () =>
        statementsOf(() => handleTick({ ...desk.deps, clock: { now: () => atMs } }));
      const first = await sweep();
      expect(first.list.filter(isAboutPins)).not.toEqual([]);
      await desk.says("kasi-pelayanan", "/isi");
      const typed = await statementsOf(() => desk.says("kasi-pelayanan", "86,5"));
      expect(typed.list).toHaveLength(STATEMENTS);
      const isi = { jenis: "sematan" } as const;
      const row = { id: "lagi", kantorId: KANTOR, kunci: "sematan", atMs, isi };
      const timers = [{ kind: "set" as const, row }];
      await desk.deps.store.commit({ ...emptyDraft(NOW, KANTOR), timers });
      const second = await sweep();
      expect(second.list.filter(isAboutPins)).toEqual([]);
    } finally {
      await test.close();
    }
  });

  it("knows an update that comes again without a look", async () => {
    const event = await small.desk.says("kasi-pelayanan", "/tugas");
    const { list } = await statementsOf(() => small.desk.updates.handle(event));
    expect(list).toEqual([]);
  });

  it("reads an office that is not held in nine statements, and of what is over its names", async () => {
    const [before, after] = [await coldOf(small), await coldOf(large)];
    expect(after.list).toEqual(before.list);
    expect(after.list).toHaveLength(9);
    expect(after.rows - before.rows).toBe(much.triwulan - little.triwulan);
  });

  it("lists all offices in two statements", async () => {
    for (const { test } of [small, large]) {
      const { list } = await statementsOf(() => test.store.listKantor());
      expect(list).toHaveLength(2);
    }
    expect(await large.test.store.listKantor()).toHaveLength(much.kantor);
  });
});

const coldOf = ({ test }: Filled) => statementsOf(() => test.store.loadOffice(KANTOR, NOW));

async function officeOf(store: Store): Promise<Office> {
  const office = await store.loadOffice(KANTOR, NOW);
  if (office === null) throw new Error("the office is not there");
  return office;
}

/** Whether a statement writes what is pinned, or where. */
const isAboutPins = (sql: string): boolean =>
  /INSERT INTO "?outbox|UPDATE "?(outbox|account)/.test(sql);

async function filled(
  engine: Engine,
  beside: Beside,
  caps: Partial<Capabilities> = {},
): Promise<Filled> {
  const test = await openTestStore(engine);
  const desk = openDesk(test.store, { caps });
  await openOffice(desk);
  const office = await officeOf(test.store);
  const berkas = closedOf(office, beside.triwulan);
  const timers = Array.from({ length: beside.timer }, (_, n) => ({
    kind: "set" as const,
    row: {
      id: `t${n}`,
      kantorId: KANTOR,
      kunci: `kunci:${n}`,
      atMs: NOW + 1_000_000 + n,
      isi: { jenis: "siaran" as const, siaranId: `s${n}` },
    },
  }));
  await desk.deps.store.commit({ ...emptyDraft(NOW, KANTOR), berkas, timers });
  const { client } = connect(test.url);
  const row = await client.kantor.findUniqueOrThrow({ where: { id: KANTOR } });
  await client.kantor.createMany({
    data: Array.from({ length: beside.kantor - 1 }, (_, n) => {
      const id = `lain-${n}`;
      return { ...row, id, dokumen: row.dokumen.replace(`"${KANTOR}"`, `"${id}"`) };
    }),
  });
  await client.$disconnect();
  return { test, desk };
}

function closedOf({ berkasById }: Office, triwulan: number): readonly BerkasTerbuka[] {
  const [running] = berkasById.values();
  if (running === undefined) throw new Error("nothing runs");
  return Array.from({ length: triwulan }, (_, n) => {
    const periode = Periode.parse(`${2016 + Math.floor(n / 4)}-TW${(n % 4) + 1}`);
    const part = { id: `lama${n}`, periode, status: "selesai", waitList: [] } as const;
    return { ...running, state: { ...running.state, ...part } };
  });
}
