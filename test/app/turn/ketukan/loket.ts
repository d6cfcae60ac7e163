import { tmpdir } from "node:os";
import { setTimeout as pause } from "node:timers/promises";
import { createUndangan } from "../../../../src/app/office/create-undangan.ts";
import type { FromPerson } from "../../../../src/app/ports/channel.ts";
import type { Store } from "../../../../src/app/ports/store.ts";
import { plainText } from "../../../../src/core/pesan/spans.ts";
import { tokenOf } from "../../../../src/core/pesan/token.ts";
import { connect, type Database } from "../../../../src/store/client.ts";
import { PesanJson } from "../../../../src/store/codec/pesan.ts";
import { openStore } from "../../../../src/store/open.ts";
import { allBerkas } from "../../../support/all-berkas.ts";
import { type Desk, KANTOR, NOW, openDesk } from "../../../support/desk.ts";
import { MemoryLog } from "../../../support/memory-log.ts";

/** What some acts led to, and nothing of what was there before. */
export interface Akibat {
  /** Entries of the office's log, with why something was refused. */
  readonly catatan: readonly {
    readonly jenis: string;
    readonly oleh: string;
    readonly sebab: string;
  }[];
  /** Refusals in the log of the program. */
  readonly ditolak: readonly string[];
  /** What each act was answered, in the chat it came from: a message, or else the end of its keyboard. */
  readonly kalimat: readonly string[];
  /** Whom something new is asked of, but for whoever acted. */
  readonly dimintai: readonly string[];
  /** Where every berkas stands, and what waits in it. */
  readonly berkas: string;
  /** Whether a berkas or a figure is another than before. */
  readonly berubah: boolean;
}

/** Acts of all tests: an office that is copied remembers those of the one it was copied from. */
let events = 0;

/** An office on a real store; between any two acts everything is read from there anew. */
export class Loket {
  readonly store: Store;
  readonly #database: Database;
  readonly #log = new MemoryLog();
  #nowMs = NOW;

  private constructor(store: Store, database: Database) {
    this.store = store;
    this.#database = database;
  }

  static async open(url: string): Promise<Loket> {
    const store = await openStore({
      url,
      dataDir: tmpdir(),
      now: () => 0,
      log: new MemoryLog(),
    });
    return new Loket(store, connect(url));
  }

  async close(): Promise<void> {
    await this.#database.client.$disconnect();
    await this.store.close();
  }

  /** The program as it would be after a start. */
  meja(): Desk {
    return openDesk(this.store, { now: () => this.#nowMs, log: this.#log });
  }

  moveTo(iso: string): void {
    this.#nowMs = Date.parse(iso);
  }

  async says(chat: string, text: string): Promise<void> {
    await this.meja().says(chat, text);
  }

  /** Everybody links a second account, on the other service. */
  async linksOther(): Promise<void> {
    const meja = this.meja();
    for (const pegawaiId of ["camat", "sekcam", "kasubbag", "kasi-pelayanan"]) {
      const made = await createUndangan(meja.deps, { kantorId: KANTOR, pegawaiId });
      if (made.kind === "refused") throw new Error(made.sebab);
      const start = `/start ${made.undangan.kode}`;
      await meja.updates.handle(this.types(`${pegawaiId}-wa`, start, "lain"));
    }
  }

  async taps(chat: string, judul: string): Promise<void> {
    await this.meja().updates.handle(this.tap(chat, await this.token(chat, judul)));
  }

  /** What stands behind the newest button that begins so. */
  async token(chat: string, judul: string): Promise<string> {
    const rows = await this.#rows(0);
    const found = rows
      .filter((row) => row.chat === chat)
      .flatMap(({ promptId, isi }) =>
        (isi.pilihan ?? [])
          .flat()
          .map((one) => ({ ...one, token: tokenOf(promptId ?? isi.promptId ?? null, one.id) })),
      )
      .findLast((one) => one.judul.startsWith(judul));
    if (found === undefined)
      throw new Error(
        `no button ${judul}: ${rows.at(-1) && plainText(rows.at(-1)?.isi.teks ?? [])}`,
      );
    return found.token;
  }

  /** Hands events over one behind the other, without waiting, to one program that has just started. */
  async handles(eventList: readonly FromPerson[], jedaMs = 0): Promise<readonly FromPerson[]> {
    const { updates } = this.meja();
    const taken: Promise<void>[] = [];
    for (const [at, one] of eventList.entries()) {
      if (at > 0 && jedaMs > 0) await pause(jedaMs);
      taken.push(updates.handle(one));
    }
    await Promise.all(taken);
    return eventList;
  }

  tap(chat: string, token: string, channelId = "memory"): FromPerson {
    return { ...this.#common(chat, channelId), type: "choice", token };
  }

  types(chat: string, text: string, channelId: string): FromPerson {
    return { ...this.#common(chat, channelId), type: "text", text };
  }

  #common(chat: string, channelId: string) {
    events += 1;
    const eventId = `${channelId}:ketukan:${events}`;
    const from = { channelId, chat };
    return {
      channelId,
      eventId,
      messageId: `k${events}`,
      atMs: this.#nowMs,
      from,
      nama: null,
    };
  }

  /** Does something and looks at all it led to. */
  async observe(does: () => Promise<readonly FromPerson[]>): Promise<Akibat> {
    const before = await this.#keadaan();
    const seq = (await this.#rows(0)).at(-1)?.seq ?? 0;
    const logged = (await this.#catatan()).length;
    const lines = this.#log.lines.length;
    const eventList = await does();
    const rows = await this.#rows(seq);
    const chats = new Set(eventList.map(({ from }) => from.chat));
    const after = await this.#keadaan();
    return {
      catatan: (await this.#catatan()).slice(logged),
      ditolak: this.#log.lines.slice(lines).flatMap(({ fields }) => {
        const { refused } = fields;
        return typeof refused === "string" ? [refused] : [];
      }),
      kalimat: sentences(rows, eventList),
      dimintai: rows
        .filter(({ op, promptId, siaranId }) => op === "kirim" && (promptId ?? siaranId) !== null)
        .filter(({ chat, prioritas }) => prioritas > 0 && !chats.has(chat))
        .map(({ chat }) => chat)
        .toSorted(),
      berkas: after.berkas,
      berubah: after.berkas !== before.berkas || after.angka !== before.angka,
    };
  }

  async #catatan(): Promise<Akibat["catatan"]> {
    const kantorList = await this.store.listKantor();
    const lists = await Promise.all(
      kantorList.map(({ kantor }) => this.store.readLog(kantor.id, 0, 10_000)),
    );
    return lists.flat().map(({ jenis, oleh, data }) => ({
      jenis,
      oleh,
      sebab: typeof data["sebab"] === "string" ? data["sebab"] : "",
    }));
  }

  async #rows(afterSeq: number): Promise<readonly Row[]> {
    const rows = await this.#database.client.outbox.findMany({
      where: { seq: { gt: afterSeq } },
      orderBy: { seq: "asc" },
    });
    return rows.map((row) => ({ ...row, isi: PesanJson.parse(JSON.parse(row.isi)) }));
  }

  async #keadaan(): Promise<{ readonly berkas: string; readonly angka: string }> {
    const berkasList = await allBerkas(this.store);
    const rekap = await this.store.loadRekap(KANTOR, 2026, null);
    const waits = ({ waitList }: (typeof berkasList)[number]["state"]) =>
      waitList.map(({ langkahNo, macam, jawaban }) => `${langkahNo} ${macam} ${jawaban?.pilihan}`);
    return {
      berkas: JSON.stringify(
        berkasList.map(({ state }) => [state.langkahNo, state.status, waits(state)]),
      ),
      angka: JSON.stringify(
        rekap?.realisasi.map(({ kode, periode, isian }) => [kode, periode, isian]),
      ),
    };
  }
}

type Row = Omit<Awaited<ReturnType<Database["client"]["outbox"]["findMany"]>>[number], "isi"> & {
  readonly isi: ReturnType<typeof PesanJson.parse>;
};

/** An act is answered by a message to where it came from; else its keyboard says what became of it. */
function sentences(rows: readonly Row[], eventList: readonly FromPerson[]): readonly string[] {
  return eventList.flatMap(({ eventId, from }) => {
    const mine = rows.filter(
      ({ chat, channelId }) => chat === from.chat && channelId === from.channelId,
    );
    const said = mine.filter(
      ({ dedupeKey, op, prioritas }) =>
        dedupeKey.startsWith(`${eventId}:`) && op === "kirim" && prioritas === 0,
    );
    const closed = mine.filter(({ op, isi }) => op === "ubah" && isi.teks.length > 0);
    return (said.length > 0 ? said : closed).map(({ isi }) => plainText(isi.teks));
  });
}
