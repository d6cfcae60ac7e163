import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { isOpen } from "../../src/core/waktu/calendar.ts";
import { wordsOf } from "../doubles/telegram/rich.ts";
import { Office } from "./office.ts";

let office: Office;

async function open(mulai = "2026-12-28T09:00:00+08:00"): Promise<void> {
  office = await Office.open({ kantorFile: join(import.meta.dirname, "uji.yaml"), mulai });
}

const units = ["kasi-pelayanan", "kasi-pemerintahan", "kasubbag"] as const;

interface Pengingat {
  /** "01-04 09:30" on the office's wall. */
  readonly waktu: string;
  readonly teks: string;
}

/** What the clock sent somebody, unasked. */
const reminders = (id: string): readonly Pengingat[] =>
  office
    .person(id)
    .inbox.map((message) => ({ waktu: wall(message.date), teks: wordsOf(message) }))
    .filter(({ teks }) => /^(⏰ Pengingat|⚠️ Masih ditunggu)/.test(teks));

const wall = (seconds: number): string =>
  new Date((seconds + 8 * 3_600) * 1_000).toISOString().slice(5, 16).replace("T", " ");

const timesOf = (id: string): readonly string[] => reminders(id).map(({ waktu }) => waktu);

/** Sekcam opens the collection of an earlier triwulan by hand. */
async function openBerkas(periode: string): Promise<void> {
  await office.says("sekcam", "/mulai");
  await office.says("sekcam", periode);
}

afterEach(async () => {
  const [record] = await office.store.listKantor();
  if (record === undefined) throw new Error("no office");
  const reminded = office.everybody
    .flatMap(({ inbox }) => inbox)
    .filter((message) => /^(⏰|⚠️ Masih)/.test(wordsOf(message)));
  expect(reminded.filter(({ date }) => !isOpen(record.calendar, date * 1_000))).toEqual([]);
  expect(office.telegram.complaints).toEqual([]);
  expect(await office.logIsWhole()).toBe(true);
  await office.close();
});

describe("reminders", () => {
  it("come when the mutu baku ends, before and after the deadline, then to the superior, and end", async () => {
    await open();
    await office.moveTo("2027-01-04T08:00:00+08:00");
    await office.says("kasi-pemerintahan", "1=36/40 2=3");
    await office.taps("kasi-pemerintahan", "Kirim");
    await office.says("kasubbag", "/isi");
    await office.says("kasubbag", "95");
    await office.taps("kasubbag", "Kirim");
    await office.moveTo("2027-01-29T16:00:00+08:00");

    expect(timesOf("kasi-pelayanan")).toEqual([
      // two working hours after arrival, though the mutu baku is fifteen minutes
      "01-04 09:30",
      // three working days before the deadline, and one
      "01-06 07:30",
      "01-08 07:30",
      "01-12 07:30",
      "01-13 07:30",
      "01-14 07:30",
      // after the last of each kind, once a week for as long as it is open
      "01-18 07:30",
      "01-25 07:30",
    ]);
    const own = reminders("kasi-pelayanan").map(({ teks }) => teks);
    expect(own[1]).toBe(
      `⏰ Pengingat — 1 tugas
Realisasi Triwulan IV 2026, kurang 2 indikator — batas Sen 11 Jan, 16.00 WITA
Pilih Kerjakan untuk membuka tugasnya.`,
    );
    expect(own.at(-1)).toContain("lewat batas periode sejak Sen 11 Jan, 16.00 WITA");

    // The coordinator gets one recap before the deadline in place of copies, and then one a week.
    expect(timesOf("staf")).toEqual(["01-08 07:30", "01-18 07:30", "01-25 07:30"]);
    expect(reminders("staf")[0]).toEqual({
      waktu: "01-08 07:30",
      teks: `⚠️ Masih ditunggu — 1 tugas
Realisasi Triwulan IV 2026: pada Kasi Pelayanan (kurang 2 indikator) sejak Sen 4 Jan, 07.30 WITA; baku mutu 15 menit; batas Sen 11 Jan, 16.00 WITA.
Mohon dibantu agar berkas dapat berlanjut.`,
    });
    // The superior hears of it once.
    expect(timesOf("sekcam")).toEqual(["01-13 07:30"]);
    // The Camat only once it has become a matter of weeks.
    expect(timesOf("camat")).toEqual(["01-18 07:30", "01-25 07:30"]);
    for (const id of ["kasi-pemerintahan", "kasubbag"]) expect(timesOf(id)).toEqual([]);
  });

  it("stop with the answer", async () => {
    await open();
    await office.moveTo("2027-01-06T08:00:00+08:00");
    const before = timesOf("kasi-pelayanan");
    await office.says("kasi-pelayanan", "1=86,5 2=9");
    await office.taps("kasi-pelayanan", "Kirim");
    await office.moveTo("2027-01-18T16:00:00+08:00");
    expect(timesOf("kasi-pelayanan")).toEqual(before);
    expect(timesOf("kasubbag").length).toBeGreaterThan(before.length);
  });

  it("put two tasks into one message, each with its button", async () => {
    await open();
    await office.moveTo("2027-01-04T07:31:00+08:00");
    await openBerkas("TW 3 2026");
    await office.moveTo("2027-01-06T07:30:00+08:00");
    const [kepala, ...rest] = office.person("kasubbag").last?.text?.split("\n") ?? [];
    expect(kepala).toBe("⏰ Pengingat — 2 tugas");
    expect(rest.map((line) => line.replace(/^\d\. /, "")).toSorted()).toEqual([
      "Pilih Kerjakan untuk membuka tugasnya.",
      "Realisasi Triwulan III 2026, kurang 1 indikator — lewat batas periode sejak Rab 7 Okt, 16.00 WITA",
      "Realisasi Triwulan IV 2026, kurang 1 indikator — batas Sen 11 Jan, 16.00 WITA",
    ]);
    expect(office.person("kasubbag").buttons).toEqual(["Kerjakan 1", "Kerjakan 2", "Tunda …"]);
    const nomor = rest.findIndex((line) => line.includes("Triwulan III")) + 1;
    await office.taps("kasubbag", `Kerjakan ${nomor}`);
    expect(office.person("kasubbag").last?.text).toContain("Target TW III: 70 persen");
  });

  it("come once in a stretch of work, whatever falls due in it", async () => {
    await open();
    await office.moveTo("2027-01-04T07:45:00+08:00");
    await openBerkas("TW 3 2026");
    await office.moveTo("2027-01-04T16:00:00+08:00");
    // two mutu baku end, at half past nine and a quarter to ten
    for (const unit of units) {
      expect(reminders(unit)).toMatchObject([
        { waktu: "01-04 09:30", teks: expect.stringContaining("1 tugas") },
        { waktu: "01-04 13:00", teks: expect.stringContaining("1 tugas") },
      ]);
    }
  });

  it("come back at the hour somebody chose, and not before", async () => {
    await open();
    await office.moveTo("2027-01-04T09:40:00+08:00");
    await office.taps("kasi-pelayanan", "Tunda …");
    expect(office.person("kasi-pelayanan").buttons).toEqual([
      "Sampai 11.00",
      "Sampai 13.00",
      "Sampai Rab 6 Jan, 07.30 WITA",
      "Batal",
    ]);
    await office.says("kasi-pelayanan", "14.30");
    expect(office.person("kasi-pelayanan").last?.text).toContain(
      "✅ Pengingat ditunda sampai Sen 4 Jan, 14.30 WITA",
    );
    await office.moveTo("2027-01-04T16:00:00+08:00");
    expect(timesOf("kasi-pelayanan")).toEqual(["01-04 09:30", "01-04 14:30"]);
  });

  it("keep out of a dialogue until it has rested a quarter of an hour", async () => {
    await open();
    await office.moveTo("2027-01-04T09:25:00+08:00");
    await office.taps("kasi-pemerintahan", "Mulai isi");
    await office.moveTo("2027-01-04T09:35:00+08:00");
    expect(timesOf("kasi-pelayanan")).toEqual(["01-04 09:30"]);
    expect(timesOf("kasi-pemerintahan")).toEqual([]);
    await office.says("kasi-pemerintahan", "36/40");
    await office.moveTo("2027-01-04T12:00:00+08:00");
    expect(timesOf("kasi-pelayanan")).toEqual(["01-04 09:30"]);
    expect(reminders("kasi-pemerintahan")).toMatchObject([
      { waktu: "01-04 09:50", teks: expect.stringContaining("kurang 1 indikator") },
    ]);
    await office.says("kasi-pemerintahan", "3");
    expect(office.person("kasi-pemerintahan").last?.text).toContain("📋 Ringkasan");
  });

  it.each([
    ["in the evening", "2026-12-22T19:00:00+08:00", "12-23 07:30"],
    // four of the working hours before it went by without the program
    ["in the lunch break", "2026-12-22T12:30:00+08:00", "12-22 13:15"],
    ["on Christmas Day", "2026-12-25T10:00:00+08:00", "12-28 07:30"],
    ["on a Saturday", "2026-12-26T10:00:00+08:00", "12-28 07:30"],
  ])("that are found late %s wait for the opening", async (_, found, sent) => {
    await open("2026-12-22T08:00:00+08:00");
    await openBerkas("TW 3 2026");
    // The first one is due at ten o'clock.
    await office.outageUntil(found);
    for (const unit of units) expect(timesOf(unit)).toEqual([]);
    await office.moveTo(`2026-${sent.replace(" ", "T")}:00+08:00`);
    for (const unit of units) expect(timesOf(unit)).toEqual([sent]);
  });

  it("become one message a person after three days without the program", async () => {
    await open();
    await office.moveTo("2027-01-04T08:00:00+08:00");
    await openBerkas("TW 3 2026");
    const counts = office.everybody.map(({ inbox }) => inbox.length);
    // 5 January is a holiday; three working mornings have passed.
    await office.outageUntil("2027-01-08T10:00:00+08:00");
    const arrived = office.everybody.map(({ texts }, index) => texts.slice(counts[index]));
    const [camat, sekcam, pelayanan, pemerintahan, kasubbag, staf] = arrived;
    expect(camat).toEqual([]);
    for (const texts of [pelayanan, pemerintahan, kasubbag]) {
      expect(texts).toEqual([expect.stringMatching(/^⏰ Pengingat — 2 tugas\n/)]);
    }
    expect(sekcam).toEqual([
      expect.stringMatching(
        /^⚠️ Masih ditunggu — 3 tugas\n.*baku mutu berhenti 3 hari kerja karena sopir tidak berjalan/,
      ),
    ]);
    expect(staf).toEqual([expect.stringMatching(/^⚠️ Masih ditunggu — 3 tugas\n/)]);
    await office.restart();
    await office.settle();
    expect(office.everybody.map(({ texts }, index) => texts.slice(counts[index]))).toEqual(arrived);
  });
});

describe("a new holiday", () => {
  it("moves deadlines and reminders, and their owners are told once", async () => {
    await open();
    await office.moveTo("2027-01-04T08:00:00+08:00");
    const told = (id: string): readonly string[] =>
      office.person(id).texts.filter((text) => text.startsWith("⏰ Tenggat"));
    await office.reload(holiday);
    await office.reload(holiday);
    for (const unit of units) {
      expect(told(unit)).toEqual([
        expect.stringMatching(
          /^⏰ Tenggat Triwulan IV 2026 berubah karena kalender kerja diperbarui\n/,
        ),
      ]);
      expect(told(unit)[0]).toContain("batas periode Sel 12 Jan, 16.00 WITA");
      expect(told(unit)[0]).toMatch(/Tugasnya tetap sama; lihat \/tugas\.$/);
    }
    await office.says("kasi-pelayanan", "/start");
    expect(office.person("kasi-pelayanan").last?.text).toContain("batas Sel 12 Jan, 16.00 WITA");
    await office.moveTo("2027-01-08T16:00:00+08:00");
    // Nobody is reminded on the free day, and the third last working day is now the seventh.
    expect(timesOf("kasi-pelayanan")).toEqual(["01-04 09:30", "01-07 07:30"]);
  });
});

const holiday = (yaml: string): string => `${yaml}
kalender:
  libur:
    - { tanggal: "2027-01-06", nama: Hari jadi kabupaten, jenis: libur_daerah }
`;
