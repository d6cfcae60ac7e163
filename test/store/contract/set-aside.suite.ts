import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { FromPerson } from "../../../src/app/ports/channel.ts";
import type { CommitRequest } from "../../../src/app/ports/commit.ts";
import type { KantorId } from "../../../src/core/kantor/schema.ts";
import { plain } from "../../../src/core/pesan/spans.ts";
import { SopId } from "../../../src/core/sop/reference.ts";
import { type Bench, type MakeBench, officeOf } from "./bench.ts";
import {
  berkasOf,
  calendar,
  draftOf,
  kantorOf,
  kasi,
  logOf,
  NOW,
  naskahOf,
  nomorOf,
  periode,
  requestOf,
  sekcam,
  sop,
  timerOf,
} from "./fixture.ts";

const LONG_MS = 9_000_000;

/** Every kind of row, what makes one of them unreadable, and what is different then. */
const plants: readonly (readonly [table: string, sql: string, different: object])[] = [
  ["session", `dokumen = '{"baru":1}' WHERE pegawai_id = 'kasi'`, { fresh: ["kasi"] }],
  ["berkas", "state = '{' WHERE id = 'b1'", { berkas: ["b2"], loaded: ["b2"], unread: ["b1"] }],
  ["realisasi", "isian = '{}' WHERE kode = '1.1'", { figures: ["1.2"] }],
  ["naskah", "jenis = 'Jenis Baru' WHERE id = 'b1-n1'", { papers: ["b1-n2"], files: ["f2"] }],
  ["naskah_file", "bentuk = 'odt' WHERE hash = 'f2'", { files: [] }],
  ["nomor_surat", "register = 'baru' WHERE urut = 1", { numbers: [2] }],
  ["account", "pegawai_id = 'Bukan Id' WHERE id = 'a1'", { accounts: ["a2"] }],
  ["undangan", "pegawai_id = 'Bukan Id' WHERE id = 'u1'", { invitations: ["u2"] }],
  ["timer", `isi = '{"jenis":"baru"}' WHERE id = 't1'`, { timers: ["t2"] }],
  ["outbox", `isi = '{"teks":1}' WHERE id = 'o1'`, { messages: ["o2"] }],
  ["held_update", "event = '{}' WHERE key = 'h1'", { held: ["h2"] }],
  ["passed_update", "event = '{}' WHERE key = 'p1'", { passed: ["p2"] }],
  ["sop_version", "dokumen = '{}' WHERE hash = 'hash-lain'", { sheets: ["uji"] }],
  ["kantor", "dokumen = '{}' WHERE id = 'lain'", { offices: ["uji"] }],
  ["log_entry", "data = '[[]]' WHERE seq = 2 AND kantor_id = 'uji'", { broken: 2 }],
  ["siaran", "oleh = 'Bukan Id' WHERE id = 's1'", {}],
];

export function setAsideSuite(makeBench: MakeBench): void {
  describe("a row that cannot be read", () => {
    let bench: Bench;
    const { id: kantorId } = kantorOf("uji");

    beforeAll(async () => {
      bench = await makeBench();
      await fillUp(bench, kantorId);
    });
    afterAll(() => bench?.close());

    it("is nowhere at first, but for the updates that wait", async () => {
      expect(await bench.store.inspect(NOW)).toEqual([held("h1"), held("h2")]);
      expect(await bench.store.health()).toEqual({
        advice: null,
        setAside: [held("h1"), held("h2")],
      });
    });

    it.each(plants)("of %s is passed over and named; all else is as before", async (...plant) => {
      const [table, sql, different] = plant;
      const before = await look(bench, kantorId);
      await bench.sql(`UPDATE ${table} SET ${sql}`);
      expect(await look(bench, kantorId)).toEqual({ ...before, ...different });
      const names = (await bench.store.inspect(NOW)).map((row) => row.table);
      expect(names).toContain(table);
    });

    it("does not keep the office from going on", async () => {
      const request = requestOf(kantorId, {
        log: [logOf(9)],
        // One of these messages cannot be read; closing what it asked leaves it as it was shown.
        closePrompts: [{ promptId: "p", hasil: plain("Selesai"), pesan: null, asal: null }],
      });
      expect(await bench.store.commit(request)).toBe("committed");
    });

    it("is named by whoever came by it, and forgotten once it can be read", async () => {
      const other = await bench.open();
      await other.listKantor();
      expect((await other.health()).setAside).toContainEqual({ table: "kantor", key: "lain" });
      await other.saveKantor({ kantor: kantorOf("lain"), calendar }, NOW);
      await other.listKantor();
      expect((await other.health()).setAside).not.toContainEqual({ table: "kantor", key: "lain" });
      await other.close();
    });

    it("makes no rekap that leaves something out", async () => {
      await expect(bench.store.loadRekap(kantorId, 2026, null)).rejects.toThrow("cannot be read");
      await expect(bench.store.listNaskah(kantorId, "b1")).rejects.toThrow("cannot be read");
    });

    it("of the clock is due again later, as is a timer that was put off", async () => {
      await bench.store.putOffTimers(["t2"], NOW + LONG_MS, new Error("planned fault"));
      expect(await bench.store.inspect(NOW)).toContainEqual({ table: "timer", key: "t2" });
      const at = { nowMs: NOW + LONG_MS, limit: 10, leaseMs: 1 };
      expect((await bench.store.claimTimers(at)).map(({ id }) => id)).toEqual(["t2"]);
    });

    it("among the updates is kept until it is dropped", async () => {
      await bench.store.dropHeld(["h2"]);
      expect(await bench.store.listHeld()).toEqual([]);
      expect(await bench.store.inspect(NOW)).toContainEqual(held("h1"));
    });
  });
}

const held = (key: string) => ({ table: "held_update", key });

/** What everybody reads, by ids. Claims are for an instant, so that each look finds the same. */
async function look(bench: Bench, kantorId: KantorId) {
  const { store } = bench;
  const rows = await officeOf(store, kantorId);
  const papers = await store.listNaskah(kantorId, null);
  const offices = (await store.listKantor()).map((record) => record.kantor.id);
  const record = await store.loadKantor(kantorId);
  await bench.sql("UPDATE timer SET claimed_until_ms = 0");
  await bench.sql("UPDATE outbox SET claimed_until_ms = 0");
  const at = { nowMs: NOW, limit: 10, leaseMs: 1_000 };
  const messages = await store.claimOutbox({ ...at, channelIdList: ["telegram"] });
  return {
    people: [...rows.sessionByPegawai.keys(), ...rows.unreadable.sessions].toSorted(),
    fresh: [...rows.unreadable.sessions],
    berkas: (await store.listBerkas(kantorId)).map(({ state }) => state.id).toSorted(),
    loaded: [...rows.berkasById.keys()].toSorted(),
    unread: [...rows.unreadable.berkas],
    figures: Object.keys(rows.realisasi).filter((kode) => rows.realisasi[kode]?.["2026-TW3"]),
    papers: papers.map(({ naskah }) => naskah.id),
    files: papers.flatMap(({ fileList }) => fileList.map(({ hash }) => hash)),
    numbers: rows.nomorList.map(({ urut }) => urut),
    accounts: (await store.listAccount(kantorId)).map(({ id }) => id).toSorted(),
    invitations: (await store.listUndangan(kantorId)).map(({ id }) => id).toSorted(),
    timers: (await store.claimTimers(at)).map(({ id }) => id),
    messages: messages.map(({ id }) => id),
    held: (await store.listHeld()).map(({ event }) => event.eventId),
    passed: (await store.listPassed([kantorId])).map(({ eventId }) => eventId),
    offices,
    sheets: record?.sopList.map((one) => one.sop.id).toSorted(),
    broken: (await store.verifyLog(kantorId)).brokenSeq,
  };
}

/** An office with two of everything, beside another office. */
async function fillUp({ store }: Bench, kantorId: KantorId): Promise<void> {
  await store.saveSop(sop, "hash-uji", NOW);
  await store.saveSop({ ...sop, id: SopId.parse("lain") }, "hash-lain", NOW);
  await store.saveKantor({ kantor: kantorOf("lain"), calendar }, NOW);
  await store.saveKantor({ kantor: kantorOf("uji", ["uji", "lain"]), calendar }, NOW);
  const invited = requestOf(kantorId, {
    undangan: [1, 2].map((n) => ({
      id: `u${n}`,
      pegawaiId: kasi,
      kodeHash: `kode-${n}`,
      berlakuSampaiMs: NOW,
    })),
  });
  expect(await store.commit(invited)).toBe("committed");
  expect(await store.commit(twoOfEverything(kantorId))).toBe("committed");
  await store.passOn(
    kantorId,
    both((n) => eventOf(`p${n}`)),
  );
  for (const n of [1, 2]) {
    const file = { hash: `f${n}`, nama: "a.pdf", mime: "application/pdf", ukuranByte: 1 };
    await store.saveNaskahFile({ naskahId: `b1-n${n}`, bentuk: "pdf", dibuatMs: NOW, ...file });
  }
}

const eventOf = (eventId: string): FromPerson => ({
  channelId: "telegram",
  eventId,
  atMs: NOW,
  nama: null,
  from: { channelId: "telegram", chat: "1" },
  type: "text",
  text: "86,5",
});

const both = <T>(make: (n: number) => T): readonly T[] => [1, 2].map(make);

function twoOfEverything(kantorId: KantorId): CommitRequest {
  const tw3 = periode("2026-TW3");
  return requestOf(kantorId, {
    sessions: [kasi, sekcam].map((pegawaiId) => ({
      pegawaiId,
      session: { seq: 1, dialogue: null, prompt: null, aktifMs: NOW },
    })),
    berkas: [
      { state: berkasOf(kantorId, "b1"), sop },
      { state: berkasOf(kantorId, "b2", { periode: periode("2026-TW2") }), sop },
    ],
    realisasi: both((n) => ({
      kantorId,
      berkasId: "b1",
      periode: tw3,
      kode: `1.${n}`,
      revisi: 1,
      isian: { jenis: "angka", nilai: n },
      keterangan: null,
      bukti: [],
      oleh: kasi,
      atMs: NOW,
      seq: n,
    })),
    naskah: both((n) => naskahOf(kantorId, "b1", n)),
    nomor: both((n) => nomorOf(kantorId, n)),
    log: both((n) => logOf(n)),
    timers: both((n) => ({ kind: "set", row: timerOf(kantorId, `t${n}`, NOW + n - 2) })),
    outbox: both((n) => ({
      ...draftOf(`o${n}`, `chat-${n}`, { promptId: "p" }),
      isi: { teks: plain("Setuju?"), pilihan: [[{ id: "ya", judul: "Ya" }]] },
    })),
    links: both((n) => ({
      accountId: `a${n}`,
      pegawaiId: kasi,
      undanganId: `u${n}`,
      utama: n === 1,
      address: { channelId: "telegram", chat: `${n}` },
    })),
    siaran: both((n) => ({ id: `s${n}`, oleh: sekcam, teks: "x", penerima: [], dilewati: [] })),
    held: both((n) => ({
      kantorId,
      pegawaiId: kasi,
      atMs: NOW + n,
      event: eventOf(`h${n}`),
    })),
  });
}
