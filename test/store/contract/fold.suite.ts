import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CommitRequest } from "../../../src/app/ports/commit.ts";
import type { Folded } from "../../../src/app/ports/store.ts";
import { emptySession } from "../../../src/core/conversation/session.ts";
import type { Wait } from "../../../src/core/engine/state.ts";
import type { KantorId } from "../../../src/core/kantor/schema.ts";
import { plain } from "../../../src/core/pesan/spans.ts";
import { lamaPada } from "../../../src/core/waktu/penyimpanan.ts";
import { connect } from "../../../src/store/client.ts";
import { type Bench, type MakeBench, saveOffice } from "./bench.ts";
import { berkasOf, draftOf, kasi, logOf, NOW, requestOf, sekcam, sop, waitOf } from "./fixture.ts";

const HARI_MS = 24 * 60 * 60_000;
const penyimpanan = {
  hari: { pembaruan: 30, jejak: 30, pesan: 30, rujukan: 30, pengingat: 30 },
} as const;
const choices = [[{ id: "setuju", judul: "Setuju" }]];

/** A berkas with one wait, open or answered. */
const waiting = (kantorId: KantorId, jawaban: Wait["jawaban"]) => ({
  state: berkasOf(kantorId, "bl", { waitList: [waitOf("bl", 1, { jawaban })] }),
  sop,
});

export function foldSuite(makeBench: MakeBench): void {
  describe("what is over is folded away", () => {
    let bench: Bench;
    let kantorId: KantorId;
    let count = 0;
    beforeAll(async () => {
      bench = await makeBench();
      kantorId = await saveOffice(bench.store, "lipat");
    });
    afterAll(() => bench?.close());

    const commit = (nowMs: number, part: Partial<CommitRequest>) =>
      bench.store.commit(requestOf(kantorId, { nowMs, ...part }));

    const foldOnce = (nowMs: number, limit = 200): Promise<Folded> =>
      bench.store.foldAway({ lama: lamaPada(penyimpanan, nowMs), nowMs, limit });

    const foldAll = async (nowMs: number): Promise<void> => {
      for (let more = true; more; ) more = (await foldOnce(nowMs)).more;
    };

    /** Puts messages into chats of their own and sends them. */
    const send = async (atMs: number, ...parts: Parameters<typeof draftOf>[2][]) => {
      const drafts = parts.map((part) => {
        count += 1;
        const id = `pesan${count}`;
        return draftOf(id, id, { kantorId, pegawaiId: kasi, ...part });
      });
      await commit(atMs, { outbox: drafts });
      const outcome = (id: string) =>
        ({
          kind: "sent",
          ref: { chat: id, externalIdList: [`x-${id}`], withFile: false },
          atMs,
        }) as const;
      await bench.store.settleOutbox(drafts.map(({ id }) => ({ id, outcome: outcome(id) })));
      return drafts.map(({ id }) => id);
    };

    const rest = async (idList: readonly string[]): Promise<readonly string[]> =>
      (await bench.store.listOutbox(idList)).map(({ row }) => row.id).toSorted();

    const asked = (id: string) =>
      bench.store.findPertanyaan({ channelId: "telegram", chat: id }, [`x-${id}`]);

    it("keeps the tables of a year as small as those of a month, and the log whole", async () => {
      const perWeek = 40;
      for (let week = 0; week < 52; week += 1) {
        const atMs = NOW + week * 7 * HARI_MS;
        const each = Array.from({ length: perWeek }, (_, n) => `${week}-${n}`);
        await commit(atMs, {
          inbox: each.map((key) => ({ key, channelId: "telegram" })),
          jejak: each.map((externalId) => ({
            address: { channelId: "telegram", chat: "kasi" },
            externalId,
            sidik: "s",
            jawaban: [],
            pertanyaan: null,
          })),
          log: [logOf(week)],
          reminders: each.map((waitId) => ({ waitId, pegawaiId: kasi, jenis: "tenggat" })),
          siaran: [{ id: `s${week}`, oleh: sekcam, teks: "", penerima: [kasi], dilewati: [] }],
        });
        await send(atMs, ...each.map(() => ({})), { siaranId: `s${week}` });
        await foldAll(atMs);
      }
      const { client, exclusively } = connect(bench.url);
      const counts = await exclusively(async () => ({
        inbox: await client.inbox.count(),
        jejak: await client.jejak.count(),
        outbox: await client.outbox.count(),
        ref: await client.messageRef.count(),
        reminder: await client.reminder.count(),
        siaran: await client.siaran.count(),
        penerima: await client.siaranPenerima.count(),
        log: await client.logEntry.count(),
      }));
      await client.$disconnect();
      // Of thirty days five weeks are there, of the numbers at the service as many again.
      const weeks = 5;
      expect(counts).toEqual({
        inbox: weeks * perWeek,
        jejak: weeks * perWeek,
        outbox: weeks * (perWeek + 1),
        ref: 10 * (perWeek + 1),
        reminder: weeks * perWeek,
        siaran: weeks,
        penerima: weeks,
        log: 52,
      });
      expect(await bench.store.verifyLog(kantorId)).toEqual({ count: 52, brokenSeq: null });
    });

    it("goes in batches, each bounded, and says whether there is more", async () => {
      const far = NOW + 900 * HARI_MS;
      await foldAll(far);
      const ids = await send(NOW, ...Array.from({ length: 25 }, () => ({})));
      const sizes: number[] = [];
      for (let again = true; again; ) {
        const before = (await rest(ids)).length;
        again = (await foldOnce(far, 10)).more;
        sizes.push(before - (await rest(ids)).length);
      }
      expect(sizes).toEqual([10, 10, 5]);
    });

    it("leaves what is pinned in a chat, for as long as it is", async () => {
      const undanganId = "lipat-semat";
      const accountId = "akun-semat";
      const address = { channelId: "telegram", chat: "semat-lipat" };
      await commit(NOW, {
        undangan: [
          { id: undanganId, pegawaiId: kasi, kodeHash: undanganId, berlakuSampaiMs: NOW + 1_000 },
        ],
      });
      await commit(NOW, {
        links: [{ accountId, pegawaiId: kasi, address, utama: false, undanganId }],
      });
      const [outboxId = "", other = ""] = await send(NOW, {}, {});
      await commit(NOW, { sematan: [{ accountId, isi: { outboxId, sidik: "s" } }] });
      const late = NOW + 950 * HARI_MS;
      await foldAll(late);
      expect(await rest([outboxId, other])).toEqual([outboxId]);
      await commit(late, { sematan: [{ accountId, isi: null }] });
      await foldAll(late);
      expect(await rest([outboxId])).toEqual([]);
    });

    it("leaves what waits, what was given up and what an edit waits for", async () => {
      const shown = { promptId: "lama.1", isi: { teks: plain("?"), pilihan: choices } };
      const [sent = "", edited = "", dead = ""] = await send(NOW, {}, shown, {});
      await commit(NOW, {
        outbox: [draftOf("menunggu", "c1"), draftOf("ditahan", "c2", { ditahan: true })],
        closePrompts: [{ promptId: "lama.1", hasil: plain("Sudah"), pesan: null, asal: null }],
      });
      await bench.sql(`UPDATE outbox SET status = 'gagal' WHERE id = '${dead}'`);
      const ids = [sent, edited, dead, "menunggu", "ditahan"];
      const late = NOW + 400 * HARI_MS;
      await foldAll(late);
      expect(await rest(ids)).toEqual([edited, dead, "menunggu", "ditahan"].toSorted());
      expect(await bench.store.listLetters(["gagal"])).toMatchObject([{ id: dead }]);
      await bench.store.dropLetters([dead, "menunggu"]);
      await bench.sql("UPDATE outbox SET status = 'batal' WHERE target_id IS NOT NULL");
      await foldAll(late);
      expect(await rest(ids)).toEqual(["ditahan"]);
    });

    it("leaves every question that is open, and reminders of it, until it is answered", async () => {
      await commit(NOW, {
        berkas: [waiting(kantorId, null)],
        reminders: [{ waitId: "bl.1", pegawaiId: kasi, jenis: "tenggat" }],
      });
      const isi = { teks: plain("?"), pilihan: choices };
      const [open = "", last = ""] = await send(
        NOW,
        { promptId: "bl.1", isi },
        { promptId: "d1-3", isi },
      );
      const prompt = { promptId: "d1-3", pilihan: choices.flat() };
      await commit(NOW, { sessions: [{ pegawaiId: kasi, session: { ...emptySession, prompt } }] });
      const late = NOW + 400 * HARI_MS;
      await foldAll(late);
      expect(await rest([open, last])).toEqual([open, last].toSorted());
      expect(await bench.store.reminderCount("bl.1")).toBe(1);
      expect(await asked(open)).toMatchObject({ promptId: "bl.1" });

      const answered = { atMs: late, oleh: kasi, pilihan: "kirim" };
      await commit(late, {
        berkas: [waiting(kantorId, answered)],
        sessions: [{ pegawaiId: kasi, session: emptySession }],
      });
      await foldAll(late);
      expect(await rest([open, last])).toEqual([]);
      expect(await bench.store.reminderCount("bl.1")).toBe(0);
      expect(await asked(open)).toBe("dilipat");
      await foldAll(late + 29 * HARI_MS);
      expect(await asked(open)).toBe("dilipat");
      await foldAll(late + 31 * HARI_MS);
      expect(await asked(open)).toBeNull();
    });

    it("leaves a broadcast whole while it is reported on", async () => {
      const row = {
        id: "t-siaran",
        kantorId,
        kunci: "siaran:sb",
        atMs: NOW,
        isi: { jenis: "siaran", siaranId: "sb" },
      } as const;
      await commit(NOW, {
        siaran: [{ id: "sb", oleh: sekcam, teks: "", penerima: [kasi], dilewati: [] }],
        timers: [{ kind: "set", row }],
      });
      const ids = await send(NOW, { siaranId: "sb" }, { promptId: "sb" });
      const late = NOW + 400 * HARI_MS;
      await foldAll(late);
      expect(await rest(ids)).toEqual(ids.toSorted());
      expect(await bench.store.siaranStatus(kantorId, "sb")).toMatchObject({
        total: 1,
        terkirim: 1,
      });
      await commit(late, { timers: [{ kind: "done", id: row.id }] });
      await foldAll(late);
      expect(await rest(ids)).toEqual([]);
      expect(await bench.store.siaranStatus(kantorId, "sb")).toBeNull();
    });

    it("knows an update that comes again for as long as it is kept", async () => {
      const again = { inbox: [{ key: "kembali", channelId: "telegram" }] };
      expect(await commit(NOW, again)).toBe("committed");
      await foldAll(NOW + 29 * HARI_MS);
      expect(await commit(NOW + 29 * HARI_MS, again)).toBe("conflict");
      await foldAll(NOW + 31 * HARI_MS);
      expect(await bench.store.knownInbox(["kembali"])).toEqual(new Set());
    });
  });
}
