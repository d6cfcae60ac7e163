import { describe, expect, it } from "vitest";
import { emptySession, type Session } from "../../../src/core/conversation/session.ts";
import { fresh } from "../../../src/core/conversation/tanya/drive.ts";
import { pegawaiOf } from "../../../src/core/engine/holders.ts";
import { atasanOf } from "../../../src/core/engine/pengawas.ts";
import { reminderAudience } from "../../../src/core/engine/remind.ts";
import type { DuePengingat } from "../../../src/core/engine/remind-world.ts";
import type { Halangan } from "../../../src/core/kantor/halangan.ts";
import { kantorPada } from "../../../src/core/kantor/pada.ts";
import { PegawaiId } from "../../../src/core/kantor/schema.ts";
import type { Effect } from "../../../src/core/pesan/effect.ts";
import { plain, plainText } from "../../../src/core/pesan/spans.ts";
import { toLocal } from "../../../src/core/waktu/instant.ts";
import { Tanggal, weekday } from "../../../src/core/waktu/tanggal.ts";
import { AturanTunda } from "../../../src/core/waktu/tunda.ts";
import { denganLibur } from "../../../src/core/waktu/ubah-libur.ts";
import { at, calendar, kantor } from "../../support/world.ts";
import {
  type Act,
  effectsOf,
  isiSemua,
  Play,
  sweep as remind,
  type SweptWorld,
  sampaiDraf,
  sampaiKoreksi,
  told,
} from "./play.ts";

const busy = (aktif: string): Session => ({
  ...emptySession,
  dialogue: fresh({ jenis: "kembalikan", hal: { waitId: "berkas0001.2" } }, "d1"),
  aktifMs: at(aktif),
});

/** A world with these berkas, at this time. */
function worldAt(
  text: string,
  plays: readonly Play[],
  sessions: Readonly<Record<string, Session>> = {},
): SweptWorld {
  const [first] = plays;
  if (first === undefined) throw new Error("a world needs a berkas");
  return {
    ...first.context,
    akunList: [],
    nowMs: at(text),
    suratMatiList: [],
    berkasById: new Map(plays.map(({ state, sop }) => [state.id, { state, sop }])),
    sessionByPegawai: new Map(
      Object.entries(sessions).map(([id, session]) => [PegawaiId.parse(id), session]),
    ),
  };
}

/** Every reminder that effects set, due by a time. */
const dueBy = (text: string, effects: readonly Effect[]): readonly DuePengingat[] =>
  effectsOf(effects, "timer").flatMap(({ kunci, atMs, isi }) =>
    isi.jenis === "pengingat" && atMs <= at(text) ? [{ kunci, isi }] : [],
  );

/** Every reminder that effects set for exactly this time. */
const dueAt = (text: string, effects: readonly Effect[]): readonly DuePengingat[] =>
  effectsOf(effects, "timer").flatMap(({ kunci, atMs, isi }) =>
    isi.jenis === "pengingat" && atMs === at(text) ? [{ kunci, isi }] : [],
  );

/** Text to each person. */
const textByPegawai = (effects: readonly Effect[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    effectsOf(effects, "pesan").map(({ kepada, pesan }) => [
      kepada.ke === "pegawai" ? kepada.pegawaiId : "",
      plainText(pesan.teks),
    ]),
  );

const liburRabu = denganLibur(calendar, {
  tanggal: Tanggal.parse("2027-01-06"),
  nama: "Banjir",
  dasar: "Keputusan Camat",
});

const opened = Play.open();
const reminders = opened.effects;
const SETELAH_BAKU_MUTU = "2027-01-04 11:00";

describe("a reminder", () => {
  it("asks whoever has not sent, with what lacks and the nearest deadline", () => {
    const world = worldAt(SETELAH_BAKU_MUTU, [opened]);
    const effects = remind(world, dueBy(SETELAH_BAKU_MUTU, reminders));
    expect(textByPegawai(effects)["pelayanan"]).toBe(
      [
        "⏰ Pengingat — 1 tugas",
        "Realisasi Triwulan IV 2026, kurang 3 indikator — batas Kam 7 Jan, 16.00 WITA",
        "Pilih Kerjakan untuk membuka tugasnya.",
      ].join("\n"),
    );
    expect(told(effects)).toEqual(["pelayanan", "pemerintahan"]);
    expect(effectsOf(effects, "ingatan").map(({ jenis }) => jenis)).toEqual([
      "pengingat",
      "pengingat",
    ]);
  });

  it.each<[string, readonly Act[], readonly string[]]>([
    [
      "leaves alone who has sent",
      [...isiSemua, { oleh: "pelayanan", kirim: true }],
      ["pemerintahan"],
    ],
    ["leaves everybody alone once the berkas has moved on", sampaiDraf, []],
    [
      "leaves everybody alone once the berkas is cancelled",
      [{ oleh: "camat", batal: "Keliru" }],
      [],
    ],
  ])("%s", (_, acts, expected) => {
    const world = worldAt(SETELAH_BAKU_MUTU, [Play.after(acts)]);
    expect(told(remind(world, dueBy(SETELAH_BAKU_MUTU, reminders)))).toEqual(expected);
  });

  it("says so when only sending lacks", () => {
    const world = worldAt(SETELAH_BAKU_MUTU, [Play.after(isiSemua)]);
    const effects = remind(world, dueBy(SETELAH_BAKU_MUTU, reminders));
    expect(textByPegawai(effects)["pelayanan"]).toContain("2026, tinggal dikirim — batas");
  });

  it("of a berkas that is gone says nothing", () => {
    const world = { ...worldAt(SETELAH_BAKU_MUTU, [opened]), berkasById: new Map() };
    expect(remind(world, dueBy(SETELAH_BAKU_MUTU, reminders))).toEqual([]);
  });

  it("goes to nobody without an account", () => {
    const world = {
      ...worldAt(SETELAH_BAKU_MUTU, [opened]),
      terhubung: new Set([PegawaiId.parse("pemerintahan")]),
    };
    expect(told(remind(world, dueBy(SETELAH_BAKU_MUTU, reminders)))).toEqual(["pemerintahan"]);
  });

  it.each([
    ["2027-01-04 12:30", "2027-01-04 13:00"],
    ["2027-01-04 16:00", "2027-01-05 07:30"],
    ["2027-01-09 10:00", "2027-01-11 07:30"],
  ])("due outside office hours, %s, waits for the opening, %s", (now, opening) => {
    const dueList = dueBy(SETELAH_BAKU_MUTU, reminders);
    expect(remind(worldAt(now, [opened]), dueList)).toEqual(
      dueList.map(({ kunci, isi }) => ({ kind: "timer", kunci, atMs: at(opening), isi })),
    );
  });

  it("outside office hours forgets those who have sent", () => {
    const world = worldAt("2027-01-04 17:00", [Play.after(sampaiDraf)]);
    expect(remind(world, dueBy(SETELAH_BAKU_MUTU, reminders))).toEqual([]);
  });
});

describe("a conversation that is going on", () => {
  const dueList = dueBy(SETELAH_BAKU_MUTU, reminders);

  it("is not interrupted: that person is reminded later, the others now", () => {
    const world = worldAt(SETELAH_BAKU_MUTU, [opened], { pelayanan: busy("2027-01-04 10:55") });
    const effects = remind(world, dueList);
    expect(told(effects)).toEqual(["pemerintahan"]);
    const [own] = dueList.filter(({ isi }) => isi.waitId === "berkas0001.2");
    expect(effectsOf(effects, "timer")).toEqual([
      {
        kind: "timer",
        kunci: `${own?.kunci}:pelayanan`,
        atMs: at("2027-01-04 11:10"),
        isi: { ...own?.isi, hanya: "pelayanan" },
      },
    ]);
  });

  it("waits for the next working morning while somebody cannot be reached, and counts nothing", () => {
    const world = worldAt(SETELAH_BAKU_MUTU, [opened]);
    const takTerjangkauMs = at("2027-01-04 10:00");
    const akunList = [{ pegawaiId: PegawaiId.parse("pelayanan"), takTerjangkauMs }];
    const effects = remind({ ...world, akunList }, dueList);
    expect(textByPegawai(effects)).not.toHaveProperty("pelayanan");
    expect(effectsOf(effects, "ingatan").map(({ pegawaiId }) => pegawaiId)).not.toContain(
      "pelayanan",
    );
    expect(effectsOf(effects, "timer")).toMatchObject([
      { atMs: at("2027-01-05 07:30"), isi: { hanya: "pelayanan" } },
    ]);
  });

  it("keeps its key when it is put off once more, so nothing is left over", () => {
    const world = worldAt(SETELAH_BAKU_MUTU, [opened], { pelayanan: busy("2027-01-04 10:55") });
    const again = dueBy("2027-01-04 11:10", remind(world, dueList));
    const later = worldAt("2027-01-04 11:10", [opened], { pelayanan: busy("2027-01-04 11:09") });
    const [timer] = effectsOf(remind(later, again), "timer");
    expect(timer).toMatchObject({ kunci: again[0]?.kunci, atMs: at("2027-01-04 11:24") });
  });

  it.each([
    ["rested a quarter of an hour ago", busy("2027-01-04 10:45")],
    ["is about nothing", { ...emptySession, aktifMs: at("2027-01-04 10:59") }],
  ])("that %s keeps nobody from being reminded", (_, session) => {
    const world = worldAt(SETELAH_BAKU_MUTU, [opened], { pelayanan: session });
    expect(told(remind(world, dueList))).toEqual(["pelayanan", "pemerintahan"]);
  });
});

describe("one message for one person", () => {
  const second = Play.open({ id: "berkas0002", periode: "2026-TW3" });
  const both = [...reminders, ...second.effects];

  it("holds everything that is due, nearest deadline first", () => {
    const world = worldAt(SETELAH_BAKU_MUTU, [opened, second]);
    const effects = remind(world, dueBy(SETELAH_BAKU_MUTU, both));
    expect(told(effects)).toEqual(["pelayanan", "pemerintahan"]);
    const [message] = effectsOf(effects, "pesan");
    expect(plainText(message?.pesan.teks ?? [])).toContain("⏰ Pengingat — 2 tugas\n1. Realisasi");
    expect(message?.pesan.pilihan).toEqual([
      [{ id: "/tugas berkas0002.2", judul: "Kerjakan 1" }],
      [{ id: "/tugas berkas0001.2", judul: "Kerjakan 2" }],
      [{ id: "/tunda", judul: "Tunda …" }],
    ]);
  });

  it("is all that comes after an outage of two weeks", () => {
    const now = "2027-01-18 09:00";
    const world = worldAt(now, [opened, second]);
    const dueList = dueBy(now, both);
    expect(dueList.length).toBeGreaterThan(20);
    const effects = remind(world, dueList);
    const receivers = told(effects);
    expect(new Set(receivers).size).toBe(receivers.length);
    const counted = effectsOf(effects, "ingatan").map(
      ({ waitId, pegawaiId }) => `${waitId} ${pegawaiId}`,
    );
    expect(new Set(counted).size).toBe(counted.length);
  });
});

const surat = (id: string, waktu: string) => ({
  id,
  pegawaiId: PegawaiId.parse("pelayanan"),
  createdMs: at(waktu),
  isi: { teks: plain("📋 Realisasi Triwulan IV 2026\nSOP Uji") },
});

describe("a dead letter", () => {
  const NOW = "2027-01-04 11:00";
  const admins = kantor.pegawaiList.filter(({ peran }) => peran.includes("admin"));

  it("is named to the admin in a digest of its own, with whom it did not reach", () => {
    const world = { ...worldAt(NOW, [opened]), suratMatiList: [surat("s1", "2027-01-04 10:00")] };
    const effects = remind(world, []);
    expect(textByPegawai(effects)).toEqual(
      Object.fromEntries(
        admins.map(({ id }) => [
          id,
          "⚠️ Tidak sampai — 1 pesan\n" +
            "Kepada Kasi Pelayanan: 📋 Realisasi Triwulan IV 2026\n" +
            "Mohon sampaikan langsung, dan minta pengelola sopir memeriksanya: " +
            "npm run sopir -- outbox list.",
        ]),
      ),
    );
    expect(effectsOf(effects, "surat-disebut")).toEqual(
      admins.map(() => ({ kind: "surat-disebut", idList: ["s1"] })),
    );
  });

  const talking = Object.fromEntries(admins.map(({ id }) => [id, busy("2027-01-04 10:58")]));

  it.each<[string, string, SweptWorld]>([
    ["while it may still go to another account", "2027-01-04 10:50", worldAt(NOW, [opened])],
    ["outside office hours", "2027-01-04 17:00", worldAt("2027-01-04 20:00", [opened])],
    [
      "to an admin without an account",
      "2027-01-04 10:00",
      { ...worldAt(NOW, [opened]), terhubung: new Set([PegawaiId.parse("pelayanan")]) },
    ],
    ["in the middle of a conversation", "2027-01-04 10:00", worldAt(NOW, [opened], talking)],
  ])("is not named %s", (_, waktu, world) => {
    expect(remind({ ...world, suratMatiList: [surat("s1", waktu)] }, [])).toEqual([]);
  });

  it("stands above what the admin owes, in one message", () => {
    const [admin] = admins;
    const dueList = dueBy(SETELAH_BAKU_MUTU, reminders).map((due) => ({
      ...due,
      isi: { ...due.isi, hanya: null, eskalasi: "atasan" as const },
    }));
    const list = ["a", "b", "c", "d", "e", "f", "g"].map((id) => surat(id, "2027-01-04 09:00"));
    const world = { ...worldAt(SETELAH_BAKU_MUTU, [opened]), suratMatiList: list };
    const texts = textByPegawai(remind(world, dueList));
    expect(texts[admin?.id ?? ""]).toMatch(
      /^⚠️ Tidak sampai — 7 pesan\n(Kepada .*\n){5}dan 2 lagi\.\n/,
    );
  });
});

describe("escalation", () => {
  it("tells the coordinator alone on the last day before the calendar deadline", () => {
    const now = "2027-01-06 07:30";
    const dueList = dueAt(now, reminders).filter(({ isi }) => isi.eskalasi === "koordinator");
    const effects = remind(worldAt(now, [opened]), dueList);
    expect(textByPegawai(effects)).toEqual({
      staf: [
        "⚠️ Masih ditunggu — 2 tugas",
        "Realisasi Triwulan IV 2026: pada Kasi Pelayanan (kurang 3 indikator), " +
          "Kasi Pemerintahan (kurang 2 indikator) sejak Sen 4 Jan, 09.00 WITA; " +
          "baku mutu 15 menit; batas Kam 7 Jan, 16.00 WITA.",
        "Mohon dibantu agar berkas dapat berlanjut.",
      ].join("\n"),
    });
    expect(effectsOf(effects, "ingatan").every(({ jenis }) => jenis === "eskalasi")).toBe(true);
  });

  it("adds the superior to the holder after the second day", () => {
    const play = Play.after(sampaiDraf);
    const now = "2027-01-07 07:30";
    const dueList = dueAt(now, play.effects);
    expect(dueList.map(({ isi }) => isi.eskalasi)).toEqual(["atasan"]);
    const texts = textByPegawai(remind(worldAt(now, [play]), dueList));
    expect(Object.keys(texts)).toEqual(["perencanaan", "sekcam"]);
    expect(texts["perencanaan"]).toContain("⏰ Pengingat — 1 tugas");
    expect(texts["sekcam"]).toContain("pada Kasubbag Perencanaan sejak Sen 4 Jan, 09.00 WITA");
    expect(texts["sekcam"]).toContain("lewat baku mutu sejak Sen 4 Jan, 09.30 WITA");
  });

  it.each([
    ["the named superior", "camat", ["perencanaan", "camat"]],
    ["the secretary when the named one has left", "orang-lama", ["perencanaan", "sekcam"]],
  ])("goes to %s", (_, atasan, expected) => {
    const play = Play.after(sampaiDraf);
    const now = "2027-01-07 07:30";
    const pegawaiList = kantor.pegawaiList.map((one) =>
      one.id === "perencanaan" ? { ...one, atasan: PegawaiId.parse(atasan) } : one,
    );
    const world = { ...worldAt(now, [play]), kantor: { ...kantor, pegawaiList } };
    expect(told(remind(world, dueAt(now, play.effects)))).toEqual(expected);
  });

  it("asks a coordinator who owes figures for them, instead of telling about them", () => {
    const now = "2027-01-06 07:30";
    const pegawaiList = kantor.pegawaiList.map((one) =>
      one.id === "pelayanan" ? { ...one, peran: [...one.peran, "staf" as const] } : one,
    );
    const world = { ...worldAt(now, [opened]), kantor: { ...kantor, pegawaiList } };
    const texts = textByPegawai(remind(world, dueAt(now, reminders)));
    expect(texts["pelayanan"]).toContain("⏰ Pengingat — 1 tugas");
    expect(texts["pelayanan"]).toContain("⚠️ Masih ditunggu — 1 tugas");
  });
});

const remindedAt = (waktu: string): Session => ({ ...emptySession, diingatkanMs: at(waktu) });

describe("a stretch of work", () => {
  const dueList = dueBy(SETELAH_BAKU_MUTU, reminders);

  it("has one message a person: what falls due later in it waits for the next", () => {
    const world = worldAt(SETELAH_BAKU_MUTU, [opened], {
      pelayanan: remindedAt("2027-01-04 07:30"),
    });
    const effects = remind(world, dueList);
    expect(told(effects)).toEqual(["pemerintahan"]);
    expect(effectsOf(effects, "timer")).toMatchObject([
      { atMs: at("2027-01-04 13:00"), isi: { hanya: "pelayanan" } },
    ]);
  });

  it("is over with the break", () => {
    const world = worldAt("2027-01-04 13:00", [opened], {
      pelayanan: remindedAt("2027-01-04 11:59"),
    });
    expect(told(remind(world, dueList))).toEqual(["pelayanan", "pemerintahan"]);
  });

  it("in the afternoon waits for the next working morning", () => {
    const world = worldAt("2027-01-04 15:00", [opened], {
      pelayanan: remindedAt("2027-01-04 13:00"),
    });
    // 5 January is free in the fixture's calendar only where a test says so
    expect(effectsOf(remind(world, dueList), "timer")).toMatchObject([
      { atMs: at("2027-01-05 07:30") },
    ]);
  });
});

describe("somebody who is away", () => {
  const awayUntil = (sampai: string, wakil: Halangan["wakil"] = null): SweptWorld => {
    const world = worldAt(SETELAH_BAKU_MUTU, [opened]);
    const pelayanan = pegawaiOf(kantor, PegawaiId.parse("pelayanan"));
    if (pelayanan === undefined) throw new Error("nobody");
    const { id: pegawaiId, nama, jabatan, peran } = pelayanan;
    const halangan: Halangan = {
      id: "h1",
      jabatan: { pegawaiId, nama, jabatan, peran },
      mulai: Tanggal.parse("2027-01-04"),
      sampai: Tanggal.parse(sampai),
      alasan: "cuti tahunan",
      wakil,
    };
    return {
      ...world,
      kantor: kantorPada({ ...kantor, halanganList: [halangan] }, world.nowMs),
    };
  };
  const dueList = dueBy(SETELAH_BAKU_MUTU, reminders);

  it("is not reminded, and looked for again each morning", () => {
    const effects = remind(awayUntil("2027-01-06"), dueList);
    expect(told(effects)).toEqual(["pemerintahan"]);
    expect(effectsOf(effects, "timer")).toMatchObject([
      { atMs: at("2027-01-05 07:30"), isi: { hanya: "pelayanan" } },
    ]);
  });

  it("is left alone where somebody stands in, who is reminded instead", () => {
    const wakil = {
      jenis: "plh",
      pegawaiId: PegawaiId.parse("sekcam"),
      surat: "800/1/2027",
    } as const;
    const effects = remind(awayUntil("2027-01-06", wakil), dueList);
    expect(told(effects).toSorted()).toEqual(["pemerintahan", "sekcam"]);
    expect(effectsOf(effects, "timer")).toEqual([]);
  });

  it("hears of nobody's delay as a superior: the next one does", () => {
    const world = awayUntil("2027-01-06");
    const pelayanan = pegawaiOf(world.kantor, PegawaiId.parse("pelayanan"));
    const pemerintahan = pegawaiOf(kantor, PegawaiId.parse("pemerintahan"));
    if (pelayanan === undefined || pemerintahan === undefined) throw new Error("nobody");
    expect(atasanOf({ ...pemerintahan, atasan: pelayanan.id }, world.kantor)?.id).toBe("sekcam");
    expect(atasanOf({ ...pemerintahan, atasan: pelayanan.id }, kantor)?.id).toBe("pelayanan");
  });
});

const putOff = (play: Play, oleh: string, sampai: string) =>
  play.decide({
    kind: "tunda",
    waitId: "berkas0001.2",
    oleh: PegawaiId.parse(oleh),
    sampaiMs: at(sampai),
  });

const code = (play: Play, oleh: string, sampai: string): string => {
  const decision = putOff(play, oleh, sampai);
  return decision.kind === "refused" ? decision.code : "accepted";
};

describe("putting one's reminders off", () => {
  it("brings all that is due back at that hour, and nothing before", () => {
    const play = Play.open();
    const before = [...play.effects];
    putOff(play, "pelayanan", "2027-01-04 14:00");
    expect(effectsOf(play.effects, "catat").map(({ jenis }) => jenis)).toEqual([
      "pengingat-ditunda",
    ]);
    const due = dueBy(SETELAH_BAKU_MUTU, before);
    const resting = remind(worldAt(SETELAH_BAKU_MUTU, [play]), due);
    expect(told(resting)).toEqual(["pemerintahan"]);
    const chosen = dueBy("2027-01-04 14:00", [
      ...play.effects,
      ...effectsOf(resting, "timer").filter(({ isi }) => "hanya" in isi),
    ]);
    const reminded = { pelayanan: { ...emptySession, diingatkanMs: at("2027-01-04 13:00") } };
    const effects = remind(worldAt("2027-01-04 14:00", [play], reminded), chosen);
    // even in a stretch of work in which something else was said: they asked for it
    expect(told(effects)).toEqual(["pelayanan"]);
  });

  it("is possible twice for one task, and to each person by themselves", () => {
    const play = Play.open();
    expect(code(play, "pelayanan", "2027-01-04 10:00")).toBe("accepted");
    expect(code(play, "pelayanan", "2027-01-04 14:00")).toBe("accepted");
    expect(code(play, "pelayanan", "2027-01-04 15:00")).toBe("tunda-habis");
  });

  it.each([
    ["an hour that is over", "pelayanan", "2027-01-04 08:00", "tunda-di-luar-jam"],
    ["the evening", "pelayanan", "2027-01-04 19:00", "tunda-di-luar-jam"],
    [
      "longer than a working day past the deadline",
      "pelayanan",
      "2027-01-11 07:30",
      "tunda-lewat-batas",
    ],
    ["a day past the deadline", "pelayanan", "2027-01-08 14:00", "accepted"],
    ["what another owes", "pemerintahan", "2027-01-04 14:00", "bukan-pelaksana"],
  ])("to %s ends as it must", (_, oleh, sampai, expected) => {
    expect(code(Play.open(), oleh, sampai)).toBe(expected);
  });

  it("is as the office file says", () => {
    const context = { kantor: { ...kantor, tunda: AturanTunda.parse({ paling: 0 }) } };
    expect(code(Play.open({ context }), "pelayanan", "2027-01-04 14:00")).toBe("tunda-habis");
  });

  it("survives a change of the calendar", () => {
    const play = Play.open();
    putOff(play, "pelayanan", "2027-01-04 14:00");
    play.must({ kalender: liburRabu });
    const timers = effectsOf(play.effects, "timer").filter(
      ({ isi }) => isi.jenis === "pengingat" && isi.aturan === null,
    );
    expect(timers.map(({ atMs }) => atMs)).toEqual([at("2027-01-04 14:00")]);
  });
});

/** The draft comes to the compiler's desk at nine; thirty minutes are allowed. */
const down = (dari: string, sampai: string): Play => {
  const play = Play.after(sampaiDraf);
  play.context = { ...play.context, nowMs: at(sampai) };
  play.decide({ kind: "gangguan", jeda: { mulaiMs: at(dari), usaiMs: at(sampai) } });
  return play;
};

const tenggatOf = ({ state }: Play): number | null | undefined => state.waitList.at(-1)?.tenggatMs;

describe("an outage in office hours", () => {
  it.each([
    ["stops the clock", "2027-01-04 09:10", "2027-01-04 11:10", "2027-01-04 11:30"],
    ["at night stops nothing", "2027-01-04 16:00", "2027-01-05 07:30", "2027-01-04 09:30"],
    [
      "after the deadline stops nothing",
      "2027-01-04 10:00",
      "2027-01-04 12:00",
      "2027-01-04 09:30",
    ],
    [
      "over the night counts working time alone",
      "2027-01-04 09:10",
      "2027-01-05 08:00",
      "2027-01-05 08:20",
    ],
  ])("%s", (_, dari, sampai, expected) => {
    const play = down(dari, sampai);
    expect(tenggatOf(play)).toBe(at(expected));
    expect(play.state.kunjunganList.at(-1)?.tenggatMs).toBe(at(expected));
    // the calendar of the period does not stand still
    expect(play.state.waitList.at(-1)?.batasMs).toBe(
      Play.after(sampaiDraf).state.waitList.at(-1)?.batasMs,
    );
  });

  it("is written down, told to nobody by itself, and said in the next reminder", () => {
    const play = down("2027-01-04 09:10", "2027-01-04 11:10");
    expect(told(play.effects)).toEqual([]);
    expect(
      effectsOf(play.effects, "catat").map(({ jenis, data }) => [jenis, data["sebab"]]),
    ).toEqual([
      ["gangguan", undefined],
      ["tenggat-dihitung-ulang", "gangguan"],
    ]);
    const dueList = dueBy("2027-01-04 11:30", play.effects);
    expect(
      textByPegawai(remind(worldAt("2027-01-04 11:30", [play]), dueList))["perencanaan"],
    ).toContain("(baku mutu berhenti 2 jam kerja karena sopir tidak berjalan)");
  });

  it("is counted once, however many processes noticed it", () => {
    const play = down("2027-01-04 09:10", "2027-01-04 11:10");
    const jeda = { mulaiMs: at("2027-01-04 09:10"), usaiMs: at("2027-01-04 11:12") };
    play.decide({ kind: "gangguan", jeda });
    expect(play.state.jedaList).toHaveLength(1);
    expect(tenggatOf(play)).toBe(at("2027-01-04 11:30"));
  });
});

describe("a draft that was sent back", () => {
  it("stops the clock of the desk it left, which starts anew when it returns", () => {
    const play = Play.after([
      ...sampaiKoreksi,
      { menit: 10 },
      { oleh: "sekcam", pilih: "kembalikan", alasan: "Angka 2.1 belum jelas" },
      { menit: 30 },
      { oleh: "perencanaan", pilih: "selesai" },
    ]);
    const visits = play.state.kunjunganList.slice(-3);
    expect(visits.map(({ langkahNo }) => langkahNo)).toEqual(["3", "2", "3"].slice(-visits.length));
    const [first, , last] = visits;
    expect(first?.keluarMs).toBe(at("2027-01-04 09:10"));
    expect((last?.tenggatMs ?? 0) - (last?.masukMs ?? 0)).toBe(
      (first?.tenggatMs ?? 0) - (first?.masukMs ?? 0),
    );
  });
});

describe("the audience of due reminders", () => {
  it("is everybody a message may go to", () => {
    const { sessionByPegawai: _, ...world } = worldAt("2027-01-18 09:00", [opened]);
    expect(reminderAudience(world, dueBy("2027-01-18 09:00", reminders)).toSorted()).toEqual([
      "camat",
      "pelayanan",
      "pemerintahan",
      "sekcam",
      "staf",
    ]);
  });
});

/** Plays every reminder of a berkas until a day; what reached whom, with the day it came. */
function until(play: Play, end: string, upTo?: { readonly at: string; readonly acts: Act[] }) {
  const timers = new Map(
    effectsOf(play.effects, "timer").map((timer) => [timer.kunci, timer] as const),
  );
  const sent: {
    readonly hari: string;
    readonly kepada: string;
    readonly teks: string;
    readonly papan: boolean;
  }[] = [];
  for (;;) {
    const nextMs = Math.min(...[...timers.values()].map(({ atMs }) => atMs));
    if (nextMs > at(end)) return sent;
    if (upTo !== undefined && nextMs >= at(upTo.at)) {
      for (const act of upTo.acts.splice(0)) play.must(act);
    }
    const due = [...timers.values()].filter(({ atMs }) => atMs === nextMs);
    for (const { kunci } of due) timers.delete(kunci);
    const dueList = due.flatMap(({ kunci, isi }) =>
      isi.jenis === "pengingat" ? [{ kunci, isi }] : [],
    );
    const world = { ...worldAt("2027-01-04 09:00", [play]), nowMs: nextMs };
    const effects = remind(world, dueList);
    for (const timer of effectsOf(effects, "timer")) timers.set(timer.kunci, timer);
    const hari = toLocal(nextMs, "Asia/Makassar").tanggal;
    for (const [kepada, teks] of Object.entries(textByPegawai(effects))) {
      sent.push({ hari, kepada, teks, papan: showsPapan(effects, kepada) });
    }
  }
}
const showsPapan = (effects: readonly Effect[], id: string): boolean =>
  effectsOf(effects, "pesan").some(
    ({ kepada, pesan: { lampiran } }) =>
      kepada.ke === "pegawai" &&
      kepada.pegawaiId === id &&
      lampiran?.jenis === "grafik" &&
      lampiran.minta.macam === "papan",
  );
const daysOf = (sent: ReturnType<typeof until>, id: string): readonly string[] =>
  sent.filter(({ kepada }) => kepada === id).map(({ hari }) => hari);

describe("a berkas nobody answers", () => {
  it("comes back to the head of the office every Monday, in one message, until it is closed", () => {
    const sent = until(Play.open(), "2027-02-10 09:00");
    expect(daysOf(sent, "camat")).toEqual(["2027-01-18", "2027-01-25", "2027-02-01", "2027-02-08"]);
    const last = sent.findLast(({ kepada }) => kepada === "camat");
    expect(last?.teks).toContain("⚠️ Masih ditunggu — 2 tugas\nRealisasi Triwulan IV 2026: pada");
    expect(last?.teks).toContain("lewat batas periode sejak Kam 7 Jan, 16.00 WITA");
  });

  it("shows its board to who leads and who coordinates, in a recap and never in a daily reminder", () => {
    const sent = until(Play.open(), "2027-02-10 09:00");
    const pictures = (id: string): readonly string[] =>
      sent.filter(({ kepada, papan }) => kepada === id && papan).map(({ hari }) => hari);
    expect(pictures("camat")).toEqual(["2027-01-18", "2027-01-25", "2027-02-01", "2027-02-08"]);
    expect(pictures("staf")).toEqual(["2027-01-06", ...pictures("camat")]);
    expect(pictures("pelayanan")).toEqual([]);
  });

  it("reaches nobody twice on a day, and after its second week once a week", () => {
    const sent = until(Play.open(), "2027-06-30 09:00");
    for (const { id } of kantor.pegawaiList) {
      const days = daysOf(sent, id);
      // the day of arrival alone has two: when the mutu baku runs out, and the day before the batas
      expect(new Set(days).size).toBeGreaterThanOrEqual(days.length - 1);
      const weekly = days.filter((day) => day > "2027-01-18");
      expect(weekly.every((day) => weekday(Tanggal.parse(day)) === 1)).toBe(true);
    }
    expect(daysOf(sent, "pelayanan").length).toBeLessThanOrEqual(9 + 25);
  });

  it("is silent from the day it is given up", () => {
    const acts: Act[] = [{ oleh: "camat", batal: "Keliru" }];
    const sent = until(Play.open(), "2027-03-31 09:00", { at: "2027-01-20 09:00", acts });
    expect(sent.filter(({ hari }) => hari > "2027-01-20")).toEqual([]);
  });
});
