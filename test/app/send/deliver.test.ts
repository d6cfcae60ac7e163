import { describe, expect, it } from "vitest";
import type { Capabilities, SendResult } from "../../../src/app/ports/channel.ts";
import type { OutboxRow } from "../../../src/app/ports/outbox.ts";
import { FAULTS_MAX, formsOf, type Loaded, outcomeOf } from "../../../src/app/send/deliver.ts";
import { plain, plainText } from "../../../src/core/pesan/spans.ts";
import { MemoryChannel, type SendFailure } from "../../support/memory-channel.ts";
import { kamus, rich } from "../../support/teks.ts";

const NOW = 1_800_000_000_000;

const rowOf = (rest: Partial<OutboxRow> = {}): OutboxRow => ({
  id: "a",
  dedupeKey: "a",
  kantorId: null,
  pegawaiId: null,
  address: { channelId: "memory", chat: "siti" },
  prioritas: 0,
  promptId: "ab.3",
  siaranId: null,
  isi: { teks: plain("Mohon") },
  attempts: 0,
  faults: 0,
  createdMs: NOW,
  op: { kind: "kirim" },
  ...rest,
});

const failed = (code: SendFailure["code"], retryAfterMs: number | null): SendResult => ({
  kind: "failed",
  code,
  detail: "planned",
  retryAfterMs,
});

const unreachable = {
  kind: "failed",
  code: "unreachable",
  detail: "planned",
  retryAfterMs: 1_000,
} as const;

const ref = { chat: "siti", externalIdList: ["m1"], withFile: false };
const edit = { kind: "ubah", ref } as const;

const dead = (code: string) => ({ kind: "dead", error: `${code}: planned` });
const later = (afterMs: number, tried: boolean, faulty: boolean) => ({ afterMs, tried, faulty });

describe("what a result means for a message", () => {
  it.each<[string, Partial<OutboxRow>, SendResult, object]>([
    ["known refusals at once", {}, failed("rejected", null), dead("rejected")],
    ["a chat that is gone", { prioritas: 1 }, failed("gone", null), dead("gone")],
    [
      "a pinned one that went out anew",
      { op: edit, isi: { teks: plain("Papan"), sematan: "pasang" } },
      { kind: "sent", externalIdList: ["m2"] },
      { kind: "sent", ref: { ...ref, externalIdList: ["m2"] }, anew: true },
    ],
    [
      "a pinned one that went out anew without its pin",
      { op: edit, isi: { teks: plain("Papan"), sematan: "pasang" } },
      { ...unreachable, partIdList: ["m2"] },
      { kind: "retry", part: { ...ref, externalIdList: ["m2"] } },
    ],
    ["a text to edit that is gone", { op: edit }, failed("gone", null), { kind: "sent", ref }],
    ["an unknown refusal", {}, failed("rejected", 1_000), later(10_000, true, true)],
    ["of a task too", { prioritas: 1 }, failed("rejected", 1_000), later(10_000, true, true)],
    ["the fourth", { faults: 3 }, failed("rejected", 1_000), later(80_000, true, true)],
    ["the last", { faults: FAULTS_MAX - 1 }, failed("rejected", 1), dead("rejected")],
    [
      "the last of a task",
      { prioritas: 1, faults: FAULTS_MAX - 1 },
      failed("rejected", 1),
      dead("rejected"),
    ],
    [
      "the first after a bad network",
      { attempts: 19 },
      failed("rejected", 1),
      later(10_000, true, true),
    ],
    ["a bad network", {}, failed("unreachable", 1_000), later(1_000, true, false)],
    ["the tenth time", { attempts: 9 }, failed("unreachable", 1_000), later(512_000, true, false)],
    ["the last time", { attempts: 19 }, failed("unreachable", 1_000), dead("unreachable")],
    [
      "a task's last time",
      { attempts: 19, prioritas: 1 },
      failed("unreachable", 1_000),
      later(600_000, true, false),
    ],
    ["throttling", { attempts: 19 }, failed("throttled", 7_000), later(7_000, false, false)],
    ["a login to do", { attempts: 19 }, failed("not-ready", 60_000), later(60_000, false, false)],
  ])("%s", (_, row, result, expected) => {
    expect(outcomeOf(rowOf(row), result, { atMs: NOW, withFile: false })).toMatchObject(expected);
  });
});

describe("the forms of a message", () => {
  const { caps } = new MemoryChannel();
  const file = { nama: "r.pdf", mime: "application/pdf", data: new Uint8Array(3) };
  const pilihan = [
    [{ id: "setuju", judul: "✅ Setuju" }],
    [{ id: "kembalikan", judul: "↩️ Kembalikan" }],
  ];
  const lampiran = { jenis: "naskah", naskahId: "b1-n1", bentuk: "pdf" } as const;
  const bold = rich("**Draf siap**");

  interface How {
    readonly choices?: Capabilities["choices"];
    readonly file?: Loaded;
  }
  it.each<[string, OutboxRow["isi"], How, readonly string[]]>([
    ["plain text has no other", { teks: plain("Halo") }, {}, ["Halo"]],
    ["looks are taken off", { teks: bold }, {}, ["Draf siap", "Draf siap"]],
    [
      "choices are numbered",
      { teks: plain("Draf"), pilihan },
      {},
      ["Draf", "Draf\nBalas: 1 Setuju · 2 Kembalikan"],
    ],
    [
      "and named where a number is a figure",
      { teks: plain("Berapa"), pilihan, tanpaNomor: true },
      {},
      ["Berapa", "Berapa\nAtau balas: Setuju · Kembalikan"],
    ],
    [
      "a poll is shape too",
      { teks: plain("Draf"), pilihan },
      { choices: "poll" },
      ["Draf", "Draf\nBalas: 1 Setuju · 2 Kembalikan"],
    ],
    ["the file stays", { teks: bold, lampiran }, { file }, ["Draf siap", "Draf siap"]],
    [
      "what lacks is said",
      { teks: plain("Draf"), lampiran },
      { file: { gagal: "dibuat", error: "x" } },
      [
        "Draf\n⚠️ Berkas PDF belum dapat dibuat; pengelola sopir diberi tahu dan " +
          "mengirimkannya menyusul.",
      ],
    ],
  ])("%s", (_, isi, how, texts) => {
    const { choices, file: given = null } = how;
    const limits: Capabilities = { ...caps, ...(choices !== undefined && { choices }) };
    const forms = formsOf(rowOf({ isi }), { caps: limits, kamus }, given);
    expect(forms.map(({ teks }) => plainText(teks))).toEqual(texts);
    for (const form of forms) expect(form.file).toBe(given === file ? file : null);
    const last = forms.at(-1);
    expect(last?.pilihan).toEqual([]);
    expect(last?.teks.some(({ tebal }) => tebal)).toBe(false);
  });
});
