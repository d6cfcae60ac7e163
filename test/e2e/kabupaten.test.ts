// Two kabupaten in one database over the Bot API double: what Bagian Organisasi sees and does on a Monday, what
// arrives in its kecamatan, and what the other kabupaten never learns.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ExcelJS from "exceljs";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openManually } from "../../src/app/clock/open-manually.ts";
import { moveClock } from "../../src/app/clock/rehearse.ts";
import { loadKantor } from "../../src/app/office/load-kantor.ts";
import type { Store } from "../../src/app/ports/store.ts";
import { createRuntime, type Runtime } from "../../src/app/runtime.ts";
import { parseKantor } from "../../src/catalog/load-kantor.ts";
import { createTelegramChannel } from "../../src/channels/telegram/index.ts";
import { createRehearsalClock } from "../../src/clock/rehearsal-clock.ts";
import { systemTiming } from "../../src/clock/system-timing.ts";
import { KantorId } from "../../src/core/kantor/schema.ts";
import { Periode } from "../../src/core/kinerja/periode.ts";
import { createDocuments } from "../../src/documents/index.ts";
import { systemRandom } from "../../src/random/random.ts";
import { createFileStore } from "../../src/store/files.ts";
import { type Person, TelegramDouble } from "../doubles/telegram/index.ts";
import { shippedCatalog } from "../support/catalog.ts";
import { MemoryLog } from "../support/memory-log.ts";
import { openTestStore, type TestStore } from "../support/store.ts";
import { kamus } from "../support/teks.ts";

const uji = readFileSync(join(import.meta.dirname, "uji.yaml"), "utf8");

const kecamatan = (id: string, nama: string, setda: string): string =>
  uji
    .replace("id: uji\n", `id: ${id}\n  pemantau: ${setda}\n`)
    .replace("Kecamatan Uji", `Kecamatan ${nama}`);

const setda = (id: string, nama: string): string => `kantor:
  id: ${id}
  nama: Bagian Organisasi ${nama}
  kabupaten: Kabupaten Balangan
  zonaWaktu: Asia/Makassar
pegawai:
  - { id: kabag, nama: Kabag, jabatan: Kabag Organisasi, peran: [kabupaten, admin] }
`;

const clock = createRehearsalClock(Date.parse("2027-01-04T08:00:00+08:00"));
const folder = mkdtempSync(join(tmpdir(), "sopir-kabupaten-"));
const log = new MemoryLog();
const personByName = new Map<string, Person>();
let test: TestStore;
let store: Store;
let telegram: TelegramDouble;
let runtime: Runtime;

beforeAll(async () => {
  test = await openTestStore();
  store = test.store;
  telegram = new TelegramDouble({ nowMs: () => clock.now(), rich: false });
  await telegram.start();
  const channel = createTelegramChannel({
    token: telegram.token,
    apiRoot: telegram.url,
    log,
    now: () => clock.now(),
    timing: systemTiming,
    pace: { perSecond: 1_000, perChatMs: 0 },
    gatherMs: 0,
  });
  const files = createFileStore(folder);
  const documents = createDocuments(files);
  const shared = { store, files, documents, random: systemRandom, clock, log, kamus };
  runtime = createRuntime({ ...shared, timing: systemTiming, channels: [channel] });
  await runtime.start();
  const office = { store, files, random: systemRandom, clock, log, kamus };
  const catalog = await shippedCatalog();
  const yamlById = new Map([
    ["setda-utara", setda("setda-utara", "Utara")],
    ["setda-selatan", setda("setda-selatan", "Selatan")],
    ["awayan", kecamatan("awayan", "Awayan", "setda-utara")],
    ["batumandi", kecamatan("batumandi", "Batumandi", "setda-utara")],
    ["halong", kecamatan("halong", "Halong", "setda-selatan")],
    ["juai", kecamatan("juai", "Juai", "setda-selatan")],
  ]);
  let number = 100;
  for (const [id, yaml] of yamlById) {
    const { isi, problems } = parseKantor(`${id}.yaml`, yaml, catalog);
    if (isi === null) throw new Error(JSON.stringify(problems));
    const { undanganList } = await loadKantor(office, isi, { undangan: true });
    for (const { pegawai, kode } of undanganList) {
      const person = telegram.person(++number, `${id} ${pegawai.jabatan}`);
      personByName.set(`${id}/${pegawai.id}`, person);
      await act(() => person.says(`/start ${kode}`));
    }
  }
  const periode = Periode.parse("2026-TW4");
  for (const id of ["awayan", "halong"]) {
    const wish = { kantorId: KantorId.parse(id), sopId: "paringin-selatan", periode };
    expect((await openManually(office, wish)).kind).toBe("opened");
  }
  // Monday, the week after the collection should have ended
  await moveTo(Date.parse("2027-01-18T08:30:00+08:00"));
}, 120_000);
afterAll(async () => {
  await runtime?.stop(5_000);
  await telegram?.stop();
  await test?.close();
  rmSync(folder, { recursive: true, force: true });
});

const clockwork = {
  tick: (): Promise<void> => runtime.tick(),
  drain: (): Promise<void> => runtime.drain(),
};

async function moveTo(atMs: number): Promise<void> {
  await moveClock({ store, clock, ...clockwork }, atMs);
}

async function act(does: () => unknown): Promise<void> {
  does();
  await telegram.until(() => telegram.pendingUpdates === 0);
  await runtime.drain();
}

function person(name: string): Person {
  const found = personByName.get(name);
  if (found === undefined) throw new Error(`nobody is called ${name}`);
  return found;
}

const says = (name: string, text: string) => act(() => person(name).says(text));
const newest = (name: string): string => person(name).texts.at(-1) ?? "";
const logOf = async (id: string): Promise<readonly string[]> =>
  (await store.readLog(KantorId.parse(id), 0, 1_000)).map(({ jenis }) => jenis);

it("shows each kabupaten its own offices, the worst first", async () => {
  await says("setda-utara/kabag", "/status");
  expect(newest("setda-utara/kabag")).toContain("2 kantor, Triwulan IV 2026: 1 terlambat");
  expect(newest("setda-utara/kabag")).toContain("1. ⚠️ Kecamatan Awayan — terlambat");
  expect(newest("setda-utara/kabag")).toContain("Kasi Pelayanan, Kasi Pemerintahan");
  expect(newest("setda-utara/kabag")).not.toMatch(/Halong|Juai/);
  await says("setda-selatan/kabag", "/status");
  expect(newest("setda-selatan/kabag")).toContain("Kecamatan Halong");
  expect(newest("setda-selatan/kabag")).not.toMatch(/Awayan|Batumandi/);
});

it("reminds the coordinator of a late office once a day, and both logs say so", async () => {
  await says("setda-utara/kabag", "/status");
  const before = person("awayan/staf").texts.length;
  await act(() => person("setda-utara/kabag").taps("Ingatkan 1"));
  expect(newest("setda-utara/kabag")).toContain("Pengingat untuk Kecamatan Awayan diteruskan");
  expect(person("awayan/staf").texts.slice(before)).toEqual([
    expect.stringContaining("Pengingat dari Kabag Organisasi, Bagian Organisasi Utara"),
  ]);
  expect(newest("awayan/staf")).toContain("ditunggu: Kasi Pelayanan, Kasi Pemerintahan");
  await says("setda-utara/kabag", "/ingatkan awayan");
  expect(newest("setda-utara/kabag")).toContain("Kecamatan Awayan sudah diingatkan Sen 18 Jan");
  expect(person("awayan/staf").texts.length).toBe(before + 1);
  expect(await logOf("awayan")).toContain("diingatkan-kabupaten");
  expect(await logOf("setda-utara")).toContain("ingatkan-kantor");
});

it("reaches no office of another kabupaten, by name or by a button that was shown elsewhere", async () => {
  const before = person("halong/staf").texts.length;
  await says("setda-utara/kabag", "/ingatkan halong");
  expect(newest("setda-utara/kabag")).toContain("Belum jelas kantor mana");
  expect(person("halong/staf").texts.length).toBe(before);
  expect(await logOf("halong")).not.toContain("diingatkan-kabupaten");
});

it("hands a broadcast to the people of its offices, and reports how many got it", async () => {
  await says("setda-utara/kabag", "/siaran Rapat evaluasi Kamis pukul 09.00");
  await act(() => person("setda-utara/kabag").taps(/^Camat, semua kantor/));
  const before = person("halong/camat").texts.length;
  await act(() => person("setda-utara/kabag").taps("Kirim"));
  for (const id of ["awayan", "batumandi"]) {
    expect(newest(`${id}/camat`)).toContain("Pengumuman Kabag Organisasi, Bagian Organisasi Utara");
    expect(newest(`${id}/camat`)).toContain("Rapat evaluasi Kamis pukul 09.00");
    expect(await logOf(id)).toContain("siaran-kabupaten");
  }
  expect(person("halong/camat").texts.length).toBe(before);
  expect(newest("awayan/staf")).not.toContain("Rapat evaluasi");
  await moveTo(clock.now() + 10_000);
  const reports = person("setda-utara/kabag").texts.filter((one) => one.includes("Siaran selesai"));
  expect(reports.at(-1)).toContain("Terkirim 2 dari 2");
});

it("sends one workbook of its offices: ranking, who is late, and a sheet each", async () => {
  await says("setda-utara/kabag", "/rekap");
  const message = person("setda-utara/kabag").last;
  if (message === undefined) throw new Error("no message came");
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(Uint8Array.from(person("setda-utara/kabag").opens(message)).buffer);
  expect(book.worksheets.map(({ name }) => name)).toEqual([
    "Peringkat",
    "Terlambat",
    "Kecamatan Awayan",
    "Kecamatan Batumandi",
  ]);
  const late: string[] = [];
  book.getWorksheet("Terlambat")?.eachRow((row) => {
    late.push([2, 3, 7].map((column) => row.getCell(column).text).join(","));
  });
  expect(late).toContain("Kecamatan Awayan,Kasi Pelayanan,Masih ditunggu");
});

it("sends one picture of its offices", async () => {
  for (const macam of ["capaian", "ketepatan"]) {
    await says("setda-utara/kabag", `/grafik ${macam}`);
    const message = person("setda-utara/kabag").inbox.findLast((one) => one.photo !== undefined);
    if (message === undefined) throw new Error("no picture came");
    expect(message.caption).toContain("2 kantor");
  }
});

it("is over when an office's file names somebody else", async () => {
  const kantorId = KantorId.parse("awayan");
  const record = await store.loadKantor(kantorId);
  if (record === null) throw new Error("awayan is not there");
  const { pemantau: _, ...kantor } = record.kantor;
  await store.saveKantor({ ...record, kantor }, clock.now());
  await says("setda-utara/kabag", "/status");
  expect(newest("setda-utara/kabag")).not.toContain("Awayan");
  await act(() => person("setda-utara/kabag").taps("Ingatkan 1"));
  expect(newest("setda-utara/kabag")).toContain("Belum jelas kantor mana");
});
