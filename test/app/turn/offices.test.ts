import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { CommitRequest } from "../../../src/app/ports/commit.ts";
import type { Office } from "../../../src/app/ports/rows.ts";
import type { Store } from "../../../src/app/ports/store.ts";
import { holding } from "../../../src/app/turn/holding.ts";
import { Offices } from "../../../src/app/turn/offices.ts";
import { RecentKeys } from "../../../src/app/turn/recent-keys.ts";
import { emptySession } from "../../../src/core/conversation/session.ts";
import type { KantorId } from "../../../src/core/kantor/schema.ts";
import { officeOf, saveOffice } from "../../store/contract/bench.ts";
import {
  berkasOf,
  calendar,
  camat,
  kantorOf,
  kasi,
  logOf,
  NOW,
  nomorOf,
  periode,
  requestOf,
  sekcam,
  sop,
} from "../../store/contract/fixture.ts";
import { MemoryLog } from "../../support/memory-log.ts";
import { openTestStore, type TestStore } from "../../support/store.ts";

const memory = (n: number) => ({ channelId: "memory", chat: `${n}` });

let test: TestStore;
let count = 0;
let kantorId: KantorId;
/** Readings of an office since the test began. */
let read = 0;

beforeAll(async () => {
  test = await openTestStore();
});
afterAll(() => test.close());
beforeEach(async () => {
  count += 1;
  kantorId = await saveOffice(test.store, `kantor-${count}`);
  read = 0;
});

function hold(heldMax?: number): { readonly offices: Offices; readonly store: Store } {
  const counting: Store = {
    ...test.store,
    loadOffice: (...query) => {
      read += 1;
      return test.store.loadOffice(...query);
    },
  };
  const offices = new Offices(counting, new MemoryLog(), heldMax);
  return { offices, store: holding(counting, { offices, recent: new RecentKeys() }) };
}

const session = (seq: number) => ({ ...emptySession, seq });

/** What a commit may change of an office, one after the other. */
function changes(id: KantorId): readonly Partial<CommitRequest>[] {
  const undangan = [1, 2, 3].map((n) => ({
    id: `${id}-u${n}`,
    pegawaiId: kasi,
    kodeHash: `${id}-h${n}`,
    berlakuSampaiMs: NOW,
  }));
  const link = (n: number, utama: boolean, chat = n) => ({
    accountId: `${id}-a${n}`,
    pegawaiId: n === 3 ? camat : kasi,
    address: { channelId: id, chat: `${chat}` },
    utama,
    undanganId: `${id}-u${n}`,
  });
  const reach = (takTerjangkauMs: number | null) => ({
    reach: [{ accountId: `${id}-a2`, takTerjangkauMs, saidMs: null }],
  });
  const figure = (revisi: number, nilai: number, of = "2026-TW3") => ({
    kantorId: id,
    berkasId: `${id}-b1`,
    periode: periode(of),
    kode: "1.1",
    revisi,
    isian: { jenis: "angka" as const, nilai },
    keterangan: null,
    bukti: [],
    oleh: kasi,
    atMs: NOW,
    seq: revisi,
  });
  const berkas = (n: number, part: Parameters<typeof berkasOf>[2] = {}) => ({
    state: berkasOf(id, `${id}-b${n}`, part),
    sop,
  });
  const closed = { status: "selesai", selesaiMs: NOW } as const;
  return [
    {},
    { log: [logOf(1), logOf(7)] },
    { sessions: [kasi, camat].map((pegawaiId) => ({ pegawaiId, session: session(1) })) },
    { sessions: [{ pegawaiId: kasi, session: session(2) }] },
    { berkas: [berkas(1), berkas(2, { periode: periode("2026-TW2"), dibukaSeq: 1 })] },
    { berkas: [berkas(1, { waitSeq: 9 })], realisasi: [figure(1, 10), figure(2, 20)] },
    { realisasi: [figure(3, 1, "2024-TW4"), figure(4, 2, "2026-S1"), figure(5, 3, "2025-TW1")] },
    { berkas: [berkas(1, closed)] },
    { berkas: [berkas(2, { ...closed, periode: periode("2026-TW2"), status: "dibatalkan" })] },
    { nomor: [nomorOf(id, 1), nomorOf(id, 2), nomorOf(id, 9, { tahun: 2024 })] },
    { cancelNomor: [{ berkasId: "b1", alasan: "batal" }] },
    { undangan },
    { links: [link(1, true)] },
    { links: [link(2, false), link(3, true)], nowMs: NOW + 1 },
    reach(NOW),
    { preferred: [{ pegawaiId: kasi, accountId: `${id}-a2` }] },
    reach(null),
    { unlinks: [{ channelId: id, chat: "3" }] },
  ];
}

describe("a held office", () => {
  it("is moved on by every commit to what would be read", async () => {
    const { offices, store } = hold();
    for (const part of changes(kantorId)) {
      const { versi } = await offices.get(kantorId, NOW);
      expect(await store.commit(requestOf(kantorId, { ...part, versi }))).toBe("committed");
      expect(await offices.get(kantorId, NOW)).toEqual(await officeOf(test.store, kantorId));
    }
    expect(read).toBe(1);
  });

  it("is read anew after somebody else has written, which a commit finds out", async () => {
    const { offices, store } = hold();
    const { versi } = await offices.get(kantorId, NOW);
    await test.store.commit(requestOf(kantorId, { log: [logOf(1)] }));
    expect((await offices.get(kantorId, NOW)).versi).toBe(versi);
    expect(await store.commit(requestOf(kantorId, { versi }))).toBe("conflict");
    expect((await offices.get(kantorId, NOW)).log.seq).toBe(1);
    expect(read).toBe(2);
  });

  it("is read anew after a commit that named no version, another file or another sheet", async () => {
    const { offices, store } = hold();
    const changed = { kantor: { ...kantorOf(kantorId), nama: "Kecamatan Lain" }, calendar };
    const steps: readonly (() => Promise<unknown>)[] = [
      () => store.commit(requestOf(kantorId)),
      async () => {
        const { versi } = await offices.get(kantorId, NOW);
        await store.commit(requestOf(kantorId, { versi, kantor: changed }));
      },
    ];
    for (const [n, step] of steps.entries()) {
      await offices.get(kantorId, NOW);
      await step();
      await offices.get(kantorId, NOW);
      expect(read).toBe(n + 2);
    }
    expect((await offices.get(kantorId, NOW)).kantor.nama).toBe("Kecamatan Lain");
    await test.store.saveSop({ ...sop, nama: "Revisi" }, `hash-${kantorId}`, NOW);
    const { versi } = await offices.get(kantorId, NOW);
    expect(await store.commit(requestOf(kantorId, { versi }))).toBe("conflict");
  });

  it("is left alone by a commit that lost to one of the same process", async () => {
    const { offices, store } = hold();
    const { versi } = await offices.get(kantorId, NOW);
    const twice = await Promise.all(
      [1, 2].map((n) => store.commit(requestOf(kantorId, { versi, log: [logOf(n)] }))),
    );
    expect(twice.toSorted()).toEqual(["committed", "conflict"]);
    expect((await offices.get(kantorId, NOW)).versi).toBe(versi + 1);
    expect(read).toBe(1);
  });

  it("is read anew in another year", async () => {
    const { offices } = hold();
    expect((await offices.get(kantorId, NOW)).tahun).toBe(2026);
    expect((await offices.get(kantorId, Date.UTC(2027, 0, 1))).tahun).toBe(2027);
    expect(read).toBe(2);
  });

  it("makes room for others when it was not asked for the longest", async () => {
    const { offices } = hold(2);
    const [a, b, c] = [
      kantorId,
      await saveOffice(test.store, `${kantorId}-b`),
      await saveOffice(test.store, `${kantorId}-c`),
    ];
    for (const id of [a, b, a, c, a]) await offices.get(id, NOW);
    expect(read).toBe(3);
    await offices.get(b, NOW);
    expect(read).toBe(4);
  });

  it("knows whose its chats are, and asks the store for any other", async () => {
    const { offices, store } = hold();
    await offices.get(kantorId, NOW);
    for (const part of [
      { undangan: [{ id: "um", pegawaiId: sekcam, kodeHash: "hm", berlakuSampaiMs: NOW }] },
      {
        links: [
          { accountId: "am", pegawaiId: sekcam, address: memory(1), utama: true, undanganId: "um" },
        ],
      },
    ]) {
      const { versi } = await offices.get(kantorId, NOW);
      await store.commit(requestOf(kantorId, { ...part, versi }));
    }
    let asked = 0;
    const findAccount: Store["findAccount"] = (address) => {
      asked += 1;
      return test.store.findAccount(address);
    };
    const other = new Offices({ ...test.store, findAccount }, new MemoryLog());
    expect((await other.findAccount(memory(1)))?.id).toBe("am");
    await other.get(kantorId, NOW);
    expect((await other.findAccount(memory(1)))?.id).toBe("am");
    expect(await other.findAccount(memory(2))).toBeNull();
    expect(asked).toBe(2);
  });

  it("is not held while something of it cannot be read", async () => {
    const { offices } = hold();
    const unreadable: Office["unreadable"] = { berkas: new Set(["b1"]), sessions: new Set() };
    const broken = new Offices(
      {
        ...test.store,
        loadOffice: async () => {
          read += 1;
          return { ...(await officeOf(test.store, kantorId)), unreadable };
        },
      },
      new MemoryLog(),
    );
    await broken.get(kantorId, NOW);
    await broken.get(kantorId, NOW);
    expect(read).toBe(2);
    await expect(offices.get(kantorOf("tidak-ada").id, NOW)).rejects.toThrow("not in the database");
  });
});
