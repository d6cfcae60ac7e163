import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Address } from "../../src/app/ports/channel.ts";
import type { Lingkup, Store } from "../../src/app/ports/store.ts";
import { type Kantor, KantorId } from "../../src/core/kantor/schema.ts";
import { Periode } from "../../src/core/kinerja/periode.ts";
import {
  berkasOf,
  calendar,
  kantorOf,
  kasi,
  logOf,
  NOW,
  naskahOf,
  nomorOf,
  requestOf,
  sop,
} from "../store/contract/fixture.ts";
import { openTestStore, type TestStore } from "../support/store.ts";

/** In whose name something is asked of the store: an office, what it watches over, or a chat of one's own. */
type Scope =
  | KantorId
  | Lingkup
  | Address
  | { readonly kantorId: KantorId | null }
  | { readonly kantor: Kantor };

type Scoped = {
  [K in keyof Store]: Parameters<Store[K]> extends readonly [infer First, ...unknown[]]
    ? [First] extends [Scope]
      ? K
      : never
    : never;
}[keyof Store];

/**
 * What is asked for in nobody's name, and why no person gets to see it. A function that is new to the port
 * does not compile before it has a scope, or stands here.
 */
const mesin: Readonly<Record<Exclude<keyof Store, Scoped>, string>> = {
  health: "how the database is; rows by id alone",
  inspect: "the operator's doctor",
  close: "ends the process",
  findUndangan:
    "by the hash of a code only its receiver has; names the office, shows nothing of it",
  knownInbox: "keys of the services' own updates",
  listHeld: "updates the program takes up again, each in its office",
  dropHeld: "the same",
  listKantor: "the operator's command line, and what starts with the program",
  saveSop: "sheets belong to all offices",
  activeSop: "the same",
  loadSop: "the same, by content",
  takeLeases: "which process runs a channel and works on what",
  dropLeases: "the same",
  passedKantor: "offices whose updates wait for the process that works on them",
  listPassed: "what that process takes up, each in its office",
  dropPassed: "the same",
  ring: "wakes the other processes; says no more than where to look",
  listen: "the same",
  claimTimers: "the clock, which fires each in its office",
  putOffTimers: "the same",
  nextTimerMs: "the same",
  claimOutbox: "sending: each row goes to the address it was written for",
  settleOutbox: "the same",
  keepParts: "the same",
  releaseOutbox: "the same",
  pemakaian: "counts by office, for the operator alone",
  listOutbox: "the same, by ids of an office's own timers",
  outboxWaitMs: "the same",
  reminderCount: "by the id of a wait, which begins with that of its berkas",
  saveNaskahFile: "keeps what was made of a paper that was found in its office",
  unmadeNaskah: "making files, each for its office",
  aheadOf: "clocks alone",
  readClock: "the rehearsal clock",
  saveClock: "the same",
  readAlive: "whether the program ran, for all offices",
  saveAlive: "the same",
  foldAway: "takes what is over out of the queues; shows nothing of it",
  outboxDepth: "counts",
  deadLetters: "counts and ids",
  listLetters: "the operator's command line",
  untoldLetters: "the clock, which tells each office of its own",
  retryLetters: "the operator's command line",
  dropLetters: "the same",
};

const pemantau = { a: KantorId.parse("setda-a"), b: KantorId.parse("setda-b") };
const a1 = KantorId.parse("a-satu");
const a2 = KantorId.parse("a-dua");
const b1 = KantorId.parse("b-satu");
const b2 = KantorId.parse("b-dua");
const periode = Periode.parse("2026-TW3");

/** Everything that is asked for in somebody's name, asked by this office with the keys of another one. */
const questions: {
  readonly [K in Scoped]: (store: Store, mine: KantorId, theirs: KantorId) => Promise<unknown>;
} = {
  findAccount: (store, mine) => store.findAccount({ channelId: "memory", chat: `${mine}-lain` }),
  findJejak: (store, mine, theirs) =>
    store.findJejak({ channelId: "memory", chat: mine }, `m-${theirs}`),
  findPertanyaan: (store, mine, theirs) =>
    store.findPertanyaan({ channelId: "memory", chat: mine }, [`m-${theirs}`]),
  recordReceipt: (store, mine, theirs) =>
    store.recordReceipt({ channelId: "memory", chat: mine }, `m-${theirs}`, "read", NOW),
  chatWindow: (store, mine) => store.chatWindow({ channelId: "memory", chat: mine }, "2026-11"),
  openWindow: (store, mine) => store.openWindow({ channelId: "memory", chat: mine }, NOW),
  closeWindow: (store, mine, theirs) =>
    store.closeWindow({ channelId: "memory", chat: mine }, `m-${theirs}`),
  takeOpening: (store, mine) =>
    store.takeOpening(
      { channelId: "memory", chat: mine },
      { kantorId: mine, bulan: "2026-11", nowMs: NOW, sinceMs: 0, heardMs: NOW },
    ),
  returnOpening: (store, mine) =>
    store.returnOpening(
      { channelId: "memory", chat: mine },
      { kantorId: mine, bulan: "2026-11", nowMs: NOW },
    ),
  moveAccount: (store, mine) =>
    store.moveAccount(
      { channelId: "memory", chat: `${mine}-lain` },
      { channelId: "memory", chat: `${mine}-baru` },
    ),
  loadKantor: (store, mine) => store.loadKantor(mine),
  saveKantor: (store, mine) => store.saveKantor({ kantor: officeOf(mine), calendar }, NOW),
  loadOffice: (store, mine) => store.loadOffice(mine, NOW),
  loadBerkas: (store, mine, theirs) => store.loadBerkas(mine, [`berkas-${theirs}`]),
  loadRealisasi: (store, mine) => store.loadRealisasi(mine, [2026]),
  commit: (store, mine) => store.commit(requestOf(mine)),
  unsaidNews: (store, mine, theirs) => store.unsaidNews(mine, `akun-${theirs}`),
  passOn: (store, mine) =>
    store.passOn(mine, [
      {
        type: "text",
        text: "halo",
        channelId: "memory",
        eventId: `memory:${mine}`,
        messageId: "1",
        atMs: NOW,
        from: { channelId: "memory", chat: mine },
        nama: null,
      },
    ]),
  readPrompts: (store, mine, theirs) => store.readPrompts(mine, [`berkas-${theirs}.1`]),
  siaranStatus: (store, mine, theirs) => store.siaranStatus(mine, `siaran-${theirs}`),
  loadRekap: (store, mine) => store.loadRekap(mine, 2026, null),
  listBukti: (store, mine) => store.listBukti(mine),
  listRevisi: (store, mine) => store.listRevisi(mine, "1.1"),
  berkasSelesai: (store, mine) => store.berkasSelesai(mine, 10),
  findBerkas: (store, mine) => store.findBerkas(mine, sop.id, periode),
  findNaskah: (store, mine, theirs) => store.findNaskah(mine, `berkas-${theirs}-n1`),
  listNaskah: (store, mine, theirs) => store.listNaskah(mine, `berkas-${theirs}`),
  berkasOfNewestNaskah: (store, mine) => store.berkasOfNewestNaskah(mine, 10),
  listNomor: (store, mine) => store.listNomor(mine, 2026),
  listBerkas: (store, mine) => store.listBerkas(mine),
  pageDipantau: (store, mine) =>
    store.pageDipantau({ pemantau: mine }, { sesudah: null, limit: 10, periode }),
  listUndangan: (store, mine) => store.listUndangan(mine),
  loadPerson: (store, mine) => store.loadPerson(mine, kasi),
  listAccount: (store, mine) => store.listAccount(mine),
  logHead: (store, mine) => store.logHead(mine),
  readLog: (store, mine) => store.readLog(mine, 0, 100),
  verifyLog: (store, mine) => store.verifyLog(mine),
};

const officeOf = (id: KantorId): Kantor => {
  const mine = [a1, a2].includes(id) ? pemantau.a : [b1, b2].includes(id) ? pemantau.b : null;
  return { ...kantorOf(id), nama: `Kecamatan ${id}`, ...(mine !== null && { pemantau: mine }) };
};

/** An answer as text, maps and sets too. */
const said = (answer: unknown): string =>
  JSON.stringify(answer, (_, value: unknown) =>
    value instanceof Map || value instanceof Set ? [...value] : value,
  ) ?? "";

describe.each(["sqlite", "postgresql"] as const)(
  "on %s, of two kabupaten with two offices each",
  (engine) => {
    let test: TestStore;
    beforeAll(async () => {
      test = await openTestStore(engine);
      await test.store.saveSop(sop, "hash-uji", NOW);
      for (const id of [pemantau.a, pemantau.b, a1, a2, b1, b2]) await fill(test.store, id);
    });
    afterAll(() => test?.close());

    const all = [pemantau.a, pemantau.b, a1, a2, b1, b2];
    /** Those whose rows each may see: its own, and of the kabupaten those that name it. */
    const visible = new Map([
      [pemantau.a, [pemantau.a, a1, a2]],
      [pemantau.b, [pemantau.b, b1, b2]],
    ]);

    it.each(Object.keys(questions))("%s tells no office of any other", async (nama) => {
      const ask = Object.entries(questions).find(([one]) => one === nama)?.[1];
      if (ask === undefined) throw new Error(nama);
      for (const mine of all) {
        const own = nama === "pageDipantau" ? (visible.get(mine) ?? [mine]) : [mine];
        // whose file names the office that watches says so of itself
        const named = officeOf(mine).pemantau;
        const others = all.filter((one) => !own.includes(one) && one !== named);
        for (const theirs of others) {
          const answer = said(await ask(test.store, mine, theirs));
          for (const other of others) expect(answer).not.toContain(other);
        }
      }
    });

    it("has nothing else that anybody asks for", () => {
      const known = [...Object.keys(questions), ...Object.keys(mesin)].toSorted();
      expect(Object.keys(test.store).toSorted()).toEqual(known);
    });
  },
);

/** An office with a row of everything; each has the office's id in it. */
async function fill(store: Store, id: KantorId): Promise<void> {
  await store.saveKantor({ kantor: officeOf(id), calendar }, NOW);
  const berkasId = `berkas-${id}`;
  const address = { channelId: "memory", chat: id };
  await store.commit(
    requestOf(id, {
      berkas: [{ state: berkasOf(id, berkasId), sop }],
      naskah: [naskahOf(id, berkasId, 1)],
      nomor: [{ ...nomorOf(id, 1), perihal: `Perihal ${id}` }],
      log: [{ ...logOf(1), data: { kantor: id } }],
      undangan: [
        { id: `undangan-${id}`, pegawaiId: kasi, kodeHash: `h-${id}`, berlakuSampaiMs: NOW },
      ],
    }),
  );
  await store.commit(
    requestOf(id, {
      links: [
        {
          accountId: `akun-${id}`,
          pegawaiId: kasi,
          address,
          utama: true,
          undanganId: `undangan-${id}`,
        },
      ],
      siaran: [{ id: `siaran-${id}`, oleh: kasi, teks: id, penerima: [kasi], dilewati: [] }],
      jejak: [{ address, externalId: `m-${id}`, sidik: id, jawaban: [], pertanyaan: id }],
    }),
  );
}
