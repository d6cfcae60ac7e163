// One triwulan of sheet 003 on three services at once, with the real adapters of all: the Kasi on the Cloud API,
// the desk and the Sekcam on a Telegram that lays messages out, the Camat on WhatsApp Web.
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTelegramChannel } from "../../src/channels/telegram/index.ts";
import { systemTiming } from "../../src/clock/system-timing.ts";
import { createLogger } from "../../src/observability/logger.ts";
import {
  type Entry as CloudEntry,
  type Person as CloudPerson,
  GraphDouble,
} from "../doubles/graph/index.ts";
import { TelegramDouble, type Person as TelegramPerson } from "../doubles/telegram/index.ts";
import { rowsOf } from "../doubles/telegram/rich.ts";
import { inlineButtons } from "../doubles/telegram/transcript.ts";
import { allBerkas } from "../support/all-berkas.ts";
import { approveTemplates, type CloudLine, openCloudLine } from "./whatsapp-cloud-line.ts";
import { WhatsAppOffice } from "./whatsapp-office.ts";

const MULAI = "2026-03-31T07:00:00+08:00";
/** The office's clock, once there is an office. */
const now = (): number => (isOpen ? office.nowMs : Date.parse(MULAI));
let isOpen = false;
const logged: string[] = [];
const log = createLogger(
  { level: "trace", pretty: false, secrets: [] },
  { write: (line) => void logged.push(line) },
);
const graph = new GraphDouble(now);
const telegram = new TelegramDouble({ nowMs: now, rich: true });
let line: CloudLine;
let office: WhatsAppOffice;

beforeAll(async () => {
  await Promise.all([graph.start(), telegram.start()]);
  line = await openCloudLine(graph, { now, log });
  const desk = createTelegramChannel({
    token: telegram.token,
    apiRoot: telegram.url,
    log,
    now,
    timing: systemTiming,
    pace: { perSecond: 1_000, perChatMs: 0 },
  });
  const kantorFile = join(import.meta.dirname, "uji.yaml");
  office = await WhatsAppOffice.open(kantorFile, MULAI, [line.channel, desk]);
  isOpen = true;
  await approveTemplates(graph);
  await office.startLinked({ polls: true });
  line.connect();
});

afterAll(async () => {
  line?.disconnect();
  await office?.close();
  await line?.close();
  await Promise.all([graph.stop(), telegram.stop()]);
});

const cloudNumbers = new Map([
  ["kasi-pelayanan", "6281300000001"],
  ["kasi-pemerintahan", "6281300000002"],
]);
const telegramIds = new Map([
  ["sekcam", 101],
  ["kasubbag", 102],
  ["staf", 103],
  ["camat", 104],
]);
const onCloud = (pegawaiId: string): CloudPerson =>
  graph.person(cloudNumbers.get(pegawaiId) ?? "", pegawaiId);
const onTelegram = (pegawaiId: string): TelegramPerson =>
  telegram.person(telegramIds.get(pegawaiId) ?? 0, pegawaiId);
const onWeb = () => office.person("camat");

/** Whatever somebody does, and all it leads to on every service. */
async function act(does: () => unknown): Promise<void> {
  does();
  await graph.until(() => graph.unread === 0);
  await telegram.until(() => telegram.pendingUpdates === 0);
  await office.settle();
}

const count = (texts: readonly string[], part: string): number =>
  texts.filter((text) => text.includes(part)).length;

/** Everybody's chats by person and service, those included where nobody should have been written to. */
const chats = (): ReadonlyMap<string, readonly string[]> =>
  new Map([
    ...[...cloudNumbers.keys()].map((id) => [`${id} cloud`, onCloud(id).texts] as const),
    ...[...telegramIds.keys()].map((id) => [`${id} telegram`, onTelegram(id).texts] as const),
    ["camat web", onWeb().texts],
  ]);

/** Where something was said, and how often. */
const heard = (part: string): Readonly<Record<string, number>> =>
  Object.fromEntries(
    [...chats()].flatMap(([chat, texts]) =>
      count(texts, part) === 0 ? [] : [[chat, count(texts, part)]],
    ),
  );

/** Buttons of a message on Telegram with what colour they have. */
const colours = (pegawaiId: string): readonly (readonly [string, string | undefined])[] =>
  inlineButtons(asked(pegawaiId))
    .flat()
    .map(({ text, style }) => [text, style] as const);

/** The newest question somebody has on Telegram. */
function asked(pegawaiId: string) {
  const found = onTelegram(pegawaiId).inbox.findLast((one) => inlineButtons(one).length > 0);
  if (found === undefined) throw new Error(onTelegram(pegawaiId).transcript());
  return found;
}

/** The rows of its tables, those folded away too, with every space as one types it. */
const tables = (pegawaiId: string): readonly (readonly string[])[] =>
  rowsOf(asked(pegawaiId).rich_message?.blocks ?? []).map((row) =>
    row.map((cell) => cell.replaceAll("\u00a0", " ")),
  );

const kinds = (pegawaiId: string): readonly string[] => onCloud(pegawaiId).inbox.map(kindOf);
const kindOf = ({ sent }: CloudEntry): string =>
  sent.type === "interactive" ? sent.interactive.type : sent.type;

describe("one office on three services", { timeout: 60_000 }, () => {
  it("links each where they are", async () => {
    await act(() =>
      onCloud("kasi-pelayanan").says(`/start ${office.invitation("kasi-pelayanan")}`),
    );
    for (const id of ["sekcam", "kasubbag", "staf"])
      await act(() => onTelegram(id).says(`/start ${office.invitation(id)}`));
    await office.says("camat", `/start ${office.invitation("camat")}`);
    await office.moveTo("2026-03-31T08:00:00+08:00");
    await act(() =>
      onCloud("kasi-pemerintahan").says(`/start ${office.invitation("kasi-pemerintahan")}`),
    );
    expect(heard("Akun terhubung")).toEqual({
      "kasi-pelayanan cloud": 1,
      "kasi-pemerintahan cloud": 1,
      "sekcam telegram": 1,
      "kasubbag telegram": 1,
      "staf telegram": 1,
      "camat web": 1,
    });
  });

  it("rings up whoever was silent for a day, and asks the other at once", async () => {
    await office.moveTo("2026-04-01T07:40:00+08:00");
    expect(kinds("kasi-pelayanan")).toEqual(["text", "template"]);
    expect(onCloud("kasi-pelayanan").last?.buttons).toEqual(["Buka"]);
    expect(kinds("kasi-pemerintahan")).toEqual(["text", "button"]);
    await act(() => onCloud("kasi-pelayanan").taps("Buka"));
    expect(kinds("kasi-pelayanan")).toEqual(["text", "template", "button"]);
    expect(onCloud("kasi-pelayanan").last?.buttons).toEqual(["Mulai isi", "Isi lewat Excel"]);
    expect(heard("indikator menunggu Bapak/Ibu")).toEqual({
      "kasi-pelayanan cloud": 1,
      "kasi-pemerintahan cloud": 1,
      "kasubbag telegram": 1,
    });
  });

  it("takes the figures by reply buttons, and why one is low from a list", async () => {
    const pelayanan = onCloud("kasi-pelayanan");
    await act(() => pelayanan.taps("Mulai isi"));
    await act(() => pelayanan.says("81,5"));
    await act(() => pelayanan.says("10"));
    expect(pelayanan.last?.buttons).toEqual(["Kirim", "Ubah …"]);
    expect(pelayanan.last?.text).toMatch(/Ringkasan — 2 indikator, .*\n1\. .*\n2\. /);
    await act(() => pelayanan.taps("Kirim"));
    const pemerintahan = onCloud("kasi-pemerintahan");
    await act(() => pemerintahan.taps("Mulai isi"));
    await act(() => pemerintahan.says("20/40"));
    for (const why of ["Anggaran terlambat cair", "Koordinasi dengan dinas terkait", "Lewati"]) {
      expect(kinds("kasi-pemerintahan").at(-1)).toBe("list");
      await act(() => pemerintahan.taps(why));
    }
    await act(() => pemerintahan.says("3"));
    expect(pemerintahan.last?.buttons).toEqual(["Kirim", "Ubah …"]);
    await act(() => pemerintahan.taps("Kirim"));
    await act(() => onTelegram("kasubbag").taps("Mulai isi"));
    await act(() => onTelegram("kasubbag").says("15"));
    expect(tables("kasubbag")).toEqual([
      ["No", "Indikator", "Realisasi", "Capaian"],
      ["1", "Realisasi anggaran", "15 persen", "100 %"],
    ]);
    await act(() => onTelegram("kasubbag").taps("Kirim"));
    expect(heard("Realisasi Triwulan I 2026 terkirim")).toEqual({
      "kasi-pelayanan cloud": 1,
      "kasi-pemerintahan cloud": 1,
      "kasubbag telegram": 1,
    });
  });

  it("lays the draft out on Telegram, forward in green and back in red", async () => {
    await act(() => onTelegram("kasubbag").taps("✅ Teruskan"));
    expect(heard("siap dikoreksi")).toEqual({ "sekcam telegram": 1 });
    expect(colours("sekcam")).toEqual(KEPUTUSAN);
    expect(tables("sekcam")).toEqual([...PERLU_PERHATIAN, ...SEMUA_ANGKA]);
    await act(() => onTelegram("sekcam").taps("✅ Setuju"));
    expect(heard("Disetujui Sekcam")).toEqual({ "sekcam telegram": 1 });
  });

  it("asks the Camat on WhatsApp Web in words, with a poll behind them", async () => {
    expect(heard("mohon persetujuan")).toEqual({ "camat web": 1 });
    const [question, poll] = onWeb().inbox.slice(-2);
    expect(question?.text).toMatch(/Perlu perhatian: .*Koordinasi yang ditindaklanjuti/);
    expect(poll?.poll).toEqual(["✅ Setuju", "↩️ Kembalikan", "Lihat semua angka"]);
  });

  it("lays the same question out where the Camat links a Telegram account too", async () => {
    await office.says("camat", "/saya hubungkan");
    const [start = ""] = /\/start \S+$/.exec(onWeb().texts.at(-1) ?? "") ?? [];
    await act(() => onTelegram("camat").says(start));
    await act(() => onTelegram("camat").says("/tugas"));
    expect(heard("mohon persetujuan")).toEqual({ "camat web": 1, "camat telegram": 1 });
    expect(colours("camat")).toEqual(KEPUTUSAN);
    expect(tables("camat")).toEqual([...PERLU_PERHATIAN, ...SEMUA_ANGKA]);
  });

  it("is over with one vote, and says so once to each, where they are", async () => {
    await office.votes("camat", "✅ Setuju");
    await act(() => undefined);
    const berkasList = await allBerkas(office.store);
    expect(berkasList.map(({ state }) => state.status)).toEqual(["selesai"]);
    // Both questions of the Camat tell their outcome; neither has anything left to press.
    expect(heard("Disetujui Camat")).toEqual({ "camat web": 1, "camat telegram": 1 });
    expect(onTelegram("camat").inbox.flatMap(inlineButtons)).toHaveLength(1);
    expect(heard("Laporan Triwulan I 2026 selesai")).toEqual({
      "sekcam telegram": 1,
      "kasubbag telegram": 1,
      "camat web": 1,
    });
  });

  it("answers thanks by a sign where the service has them, and in words elsewhere", async () => {
    const before = onTelegram("sekcam").inbox.length;
    await act(() => onTelegram("sekcam").says("terima kasih"));
    expect(onTelegram("sekcam").inbox).toHaveLength(before);
    expect(onTelegram("sekcam").reactions).toEqual(["👍"]);
    await office.says("camat", "terima kasih");
    expect(onWeb().texts.at(-1)).toContain("Terima kasih, Bapak/Ibu.");
  });

  it("said nothing twice, and was taken at its word by every service", () => {
    for (const [chat, texts] of chats()) {
      const said = texts.filter((text) => text !== "");
      expect(new Set(said).size, chat).toBe(said.length);
    }
    expect(graph.complaints).toEqual([]);
    expect(telegram.complaints).toEqual([]);
    expect(office.whatsapp.missing).toEqual([]);
    expect(graph.billed.filter((type) => type === "template")).toHaveLength(1);
    for (const secret of [graph.token, graph.appSecret, telegram.token])
      expect(logged.join("")).not.toContain(secret);
  });
});

const KEPUTUSAN = [
  ["✅ Setuju", "success"],
  ["↩️ Kembalikan", "danger"],
  ["Lihat semua angka", undefined],
];

const PERLU_PERHATIAN = [
  ["⚠️ Perlu perhatian (1)", "Realisasi", "Capaian"],
  ["Koordinasi yang ditindaklanjuti\nAnggaran terlambat cair", "50 dari 90", "55,56 %"],
];
const SEMUA_ANGKA = [
  ["Indikator", "Target", "Realisasi", "Capaian"],
  ["1.1 Indeks Kepuasan Masyarakat (nilai)", "80", "81,5", "101,88 %"],
  ["1.2 Waktu layanan rata-rata (menit)", "10", "10", "100 %"],
  ["2.1 Koordinasi yang ditindaklanjuti (persen)", "90", "50", "55,56 %"],
  ["2.2 Pembinaan desa (kegiatan)", "3", "3", "100 %"],
  ["3.1 Realisasi anggaran (persen)", "15", "15", "100 %"],
];
