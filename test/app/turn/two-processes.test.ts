import { describe, expect, it } from "vitest";
import { connect } from "../../../src/store/client.ts";
import { type Desk, KANTOR, NOW, openDesk, openOffice } from "../../support/desk.ts";
import { openTestStore, type TestStore } from "../../support/store.ts";

/** Who sends which figures of Triwulan IV, one after the other. */
const figures = [
  ["kasi-pelayanan", "1.1", [85, 86, 87, 88]],
  ["kasubbag", "3.1", [95, 96, 97, 98]],
] as const;

type Desks = readonly [Desk, Desk];

describe.each(["sqlite", "postgresql"] as const)("two processes on %s", (engine) => {
  it("lose and double nothing, whichever of them is written to", async () => {
    const test = await openTestStore(engine);
    const desks: Desks = [openDesk(test.store), openDesk(await test.another())];
    await openOffice(desks[0]);
    for (let round = 0; round < 4; round += 1) {
      await Promise.all(
        figures.map(([pegawaiId, kode, values], n) =>
          send(round + n, desks, { pegawaiId, kode, nilai: values[round] ?? 0 }),
        ),
      );
    }
    for (const [, kode, values] of figures) expect(await revisions(test, kode)).toEqual(values);
    await answerOnce(test, desks);
    for (const desk of desks) {
      await desk.says("camat", "/tugas");
      const office = await desk.deps.offices.get(KANTOR, NOW);
      expect(office).toEqual(await test.store.loadOffice(KANTOR, NOW));
    }
    expect((await test.store.verifyLog(KANTOR)).brokenSeq).toBeNull();
    await test.close();
  });
});

/** One process is asked to collect a figure, the other is told it. */
async function send(
  turn: number,
  desks: Desks,
  what: { readonly pegawaiId: string; readonly kode: string; readonly nilai: number },
): Promise<void> {
  const [first, second] = turn % 2 === 0 ? desks : [desks[1], desks[0]];
  await first.says(what.pegawaiId, `/isi ${what.kode}`);
  await second.says(what.pegawaiId, `${what.nilai}`);
}

async function revisions(test: TestStore, kode: string): Promise<readonly unknown[]> {
  const rekap = await test.store.loadRekap(KANTOR, 2026, null);
  return (rekap?.realisasi ?? [])
    .filter((row) => row.kode === kode)
    .map(({ isian }) => (isian.jenis === "angka" ? isian.nilai : isian.jenis));
}

/** The same update, handed to both: it has one answer. */
async function answerOnce(test: TestStore, desks: Desks): Promise<void> {
  const { client } = connect(test.url);
  const before = await client.outbox.count();
  const event = await desks[0].says("camat", "/tugas");
  await Promise.all(desks.map(({ updates }) => updates.handle(event)));
  expect(await client.outbox.count()).toBe(before + 1);
  await client.$disconnect();
}
