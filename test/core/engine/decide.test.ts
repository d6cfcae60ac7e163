import { describe, expect, it } from "vitest";
import { decide } from "../../../src/core/engine/decide.ts";
import { findWait } from "../../../src/core/engine/holders.ts";
import { PegawaiId } from "../../../src/core/kantor/schema.ts";
import { plainText } from "../../../src/core/pesan/spans.ts";
import { Sop } from "../../../src/core/sop/schema.ts";
import { buildCalendar, Libur } from "../../../src/core/waktu/calendar.ts";
import { at, kantor, sop, worldOf } from "../../support/world.ts";
import { check, type Kasus } from "./kasus.ts";
import {
  effectsOf,
  isiSemua,
  Play,
  sampaiDraf,
  sampaiKoreksi,
  sampaiPersetujuan,
  told,
  tryOpen,
} from "./play.ts";

const liburSelasa = buildCalendar({
  zona: "Asia/Makassar",
  tahunList: [],
  liburKantor: [
    Libur.parse({ tanggal: "2027-01-05", nama: "Hari jadi kabupaten", jenis: "libur_daerah" }),
  ],
});

describe("opening a berkas", () => {
  it("freezes the indikator of the period's year", () => {
    const { state } = Play.open();
    expect(state.indikatorList).toEqual(kantor.indikatorList);
  });

  it.each([
    ["2027-TW1", "2027-04-01 08:00", "indikator tahun 2027"],
    ["2026-TW4", "2028-01-03 08:00", "kalender hari libur tahun 2028"],
    ["2027-TW4", "2028-01-03 08:00", "indikator tahun 2027 dan kalender hari libur tahun 2028"],
  ])("does not open %s at %s without %s", (periode, now, kurang) => {
    expect(tryOpen({ periode, context: { nowMs: at(now) } })).toEqual({
      kind: "refused",
      code: "tahun-belum-siap",
      data: { sop: sop.nama, periode: expect.stringContaining("Triwulan"), kurang },
    });
  });

  it("asks for no targets where the sheet collects no figures", () => {
    const langkah = sop.langkah
      .filter(({ jenis }) => jenis !== "realisasi")
      .map((one) => (one.jenis === "penyusunan" ? { ...one, hasil: { selesai: "3" } } : one));
    const plain = Sop.parse({ ...sop, langkah, siklus: { triwulan: [2, 3, 4] } });
    expect(tryOpen({ sop: plain, periode: "2027-TW1" }).kind).toBe("accepted");
  });

  it("opens nothing in an office that is retired", () => {
    expect(tryOpen({ context: { kantor: { ...kantor, aktif: false } } })).toMatchObject({
      code: "kantor-nonaktif",
    });
  });

  it.each([
    ["2026-TW4", "1"],
    ["2026", "2"],
  ])("puts %s on its first langkah, %s", (periode, first) => {
    const { state } = Play.open({ periode });
    expect(state.langkahNo).toBe(first);
    expect(state).toMatchObject({ status: "berjalan", sopId: sop.id, sopHash: "h1", periode });
  });

  it("refuses a period the sheet does not run", () => {
    expect(tryOpen({ periode: "2026-S2" })).toEqual({
      kind: "refused",
      code: "periode-tidak-dijalankan",
      data: { sop: sop.nama },
    });
  });

  it("refuses a period that is complete, and names it", () => {
    const periodeSelesai = new Set([`${sop.id}/2026-TW4`]);
    expect(tryOpen({ context: { periodeSelesai } })).toEqual({
      kind: "refused",
      code: "berkas-sudah-ada",
      data: { sop: sop.nama, periode: "Triwulan IV 2026" },
    });
  });

  it("asks every unit at once, tells the coordinator and sets both clocks", () => {
    const { state, effects } = Play.open();
    expect(told(effects)).toEqual(["staf", "pelayanan", "pemerintahan"]);
    const [koordinator, pelayanan] = state.waitList;
    expect(koordinator).toMatchObject({ macam: "koordinator", tenggatMs: null, batasMs: null });
    expect(pelayanan).toMatchObject({
      tenggatMs: at("2027-01-04 09:15"),
      batasMs: at("2027-01-07 16:00"),
    });
  });

  it("writes to nobody without an account", () => {
    const { effects, state } = Play.open({
      context: { terhubung: new Set([PegawaiId.parse("pelayanan")]) },
    });
    expect(told(effects)).toEqual(["pelayanan"]);
    expect(state.waitList).toHaveLength(3);
  });

  it("sets reminders for units, none for the coordinator", () => {
    const { effects, state } = Play.open();
    const waits = new Set(
      effectsOf(effects, "timer").map(({ isi }) => (isi.jenis === "pengingat" ? isi.waitId : "")),
    );
    expect([...waits]).toEqual(state.waitList.slice(1).map(({ id }) => id));
  });
});

describe("an answer", () => {
  const kasusList: readonly Kasus[] = [
    {
      nama: "is refused from somebody else, with whose turn it is",
      given: sampaiDraf,
      when: { oleh: "camat", pilih: "selesai" },
      expected: { ditolak: "bukan-pelaksana", data: { giliran: "Kasubbag Perencanaan" } },
    },
    {
      nama: "is refused from somebody the office does not know",
      given: sampaiDraf,
      when: { oleh: "orang-lain", pilih: "selesai" },
      expected: { ditolak: "bukan-pelaksana" },
    },
    {
      nama: "is refused a second time, with the time and by whom",
      given: sampaiKoreksi,
      when: { oleh: "perencanaan", pilih: "selesai", di: 4 },
      expected: {
        ditolak: "sudah-dijawab",
        data: { waktu: "Sen 4 Jan, 09.00 WITA", oleh: "Kasubbag Perencanaan" },
      },
    },
    {
      nama: "tells somebody else too that it is answered, not that it is waited for",
      given: sampaiKoreksi,
      when: { oleh: "camat", pilih: "selesai", di: 4 },
      expected: {
        ditolak: "sudah-dijawab",
        data: { waktu: "Sen 4 Jan, 09.00 WITA", oleh: "Kasubbag Perencanaan" },
      },
    },
    {
      nama: "is refused at a wait the berkas has left behind",
      given: sampaiDraf,
      when: { oleh: "staf", tutup: "Sudah cukup" },
      expected: { ditolak: "sudah-beralih" },
    },
    {
      nama: "is refused at a wait that never was",
      when: { oleh: "camat", pilih: "setuju", di: 99 },
      expected: { ditolak: "sudah-beralih" },
    },
    {
      nama: "is refused on a cancelled berkas",
      given: [{ oleh: "camat", batal: "Salah periode" }],
      when: { oleh: "pelayanan", kirim: true },
      expected: { ditolak: "berkas-selesai" },
    },
    {
      nama: "to a button of an earlier round changes nothing in the next",
      given: [
        ...sampaiPersetujuan,
        { oleh: "camat", pilih: "kembalikan", alasan: "Mohon diperiksa" },
      ],
      when: { oleh: "perencanaan", pilih: "selesai", di: 4 },
      expected: { ditolak: "sudah-dijawab" },
    },
  ];
  it.each(kasusList)("$nama", check);
});

describe("cancelling", () => {
  const kasusList: readonly Kasus[] = [
    {
      nama: "ends the berkas, closes every keyboard and tells whoever was waited for",
      given: [{ oleh: "pelayanan", isi: "1.1", nilai: 86 }],
      when: { oleh: "sekcam", batal: "Periode keliru" },
      expected: {
        status: "dibatalkan",
        menunggu: [],
        pesan: ["staf", "pelayanan", "pemerintahan"],
        tertulis: { pelayanan: ["Berkas Triwulan IV 2026 dibatalkan", "Sekcam: Periode keliru"] },
        papan: Array.from({ length: 3 }, () => "Berkas dibatalkan Sekcam: Periode keliru"),
        catatan: ["berkas-dibatalkan"],
        state: { kunjunganList: [{ hasil: "batal", oleh: "sekcam" }] },
      },
    },
    {
      nama: "needs a reason",
      when: { oleh: "camat", batal: "" },
      expected: { ditolak: "alasan-wajib" },
    },
    {
      nama: "is not for everybody",
      when: { oleh: "pelayanan", batal: "Tidak sempat" },
      expected: { ditolak: "tidak-berwenang", data: { untuk: "pimpinan, sekretaris, dan admin" } },
    },
    {
      nama: "cannot undo what has come to its end",
      given: [...sampaiPersetujuan, { oleh: "camat", pilih: "setuju" }],
      when: { oleh: "camat", batal: "Ada yang keliru" },
      expected: { ditolak: "berkas-selesai" },
    },
  ];
  it.each(kasusList)("$nama", check);

  it("takes every reminder off the clock", () => {
    const play = Play.after([{ oleh: "camat", batal: "Salah periode" }]);
    const prefixes = effectsOf(play.effects, "batal-timer").map(({ awalan }) => awalan);
    expect(prefixes).toEqual(play.state.waitList.map(({ id }) => `ingat:${id}:`));
  });
});

describe("a change of the calendar", () => {
  it("counts open deadlines again, keeps the old ones and moves the reminders", () => {
    const play = Play.after([
      ...sampaiDraf,
      { menit: 410 },
      { oleh: "perencanaan", pilih: "selesai" },
    ]);
    const before = play.state.waitList.at(-1);
    expect(before?.tenggatMs).toBe(at("2027-01-05 08:20"));
    play.must({ kalender: liburSelasa });
    const after = play.state.waitList.at(-1);
    expect(after).toMatchObject({
      tenggatMs: at("2027-01-06 08:20"),
      kalenderVersi: liburSelasa.versi,
      tenggatLama: [{ tenggatMs: before?.tenggatMs, kalenderVersi: before?.kalenderVersi }],
    });
    expect(play.state.kunjunganList.at(-1)?.tenggatMs).toBe(after?.tenggatMs);
    expect(told(play.effects)).toEqual(["sekcam"]);
    const [message] = effectsOf(play.effects, "pesan");
    expect(plainText(message?.pesan.teks ?? [])).toContain("Semula sampai Sel 5 Jan, 08.20 WITA.");
    const kinds = play.effects.map(({ kind }) => kind);
    expect(kinds.indexOf("batal-timer")).toBeLessThan(kinds.indexOf("timer"));
  });

  it("tells the units whose calendar deadline moved", () => {
    const play = Play.open();
    play.must({ kalender: liburSelasa });
    expect(told(play.effects)).toEqual(["pelayanan", "pemerintahan"]);
    expect(play.state.waitList[1]).toMatchObject({ batasMs: at("2027-01-08 16:30") });
  });

  it("leaves the Mondays of what is long overdue on the clock", () => {
    const play = Play.open();
    const mingguan = play.context.kantor.pengingat.findIndex(
      ({ saat, jam }) => saat === "mingguan" && jam === "batas-periode",
    );
    play.act({ menit: 16 * 24 * 60 });
    expect(play.context.nowMs).toBeGreaterThan(at("2027-01-19 00:00"));
    play.must({ kalender: liburSelasa });
    const weekly = effectsOf(play.effects, "timer").filter(
      ({ isi }) => isi.jenis === "pengingat" && isi.aturan === mingguan,
    );
    expect(weekly.map(({ atMs }) => atMs)).toEqual([
      at("2027-01-25 07:30"),
      at("2027-01-25 07:30"),
    ]);
  });

  it("says nothing when no deadline moves", () => {
    const play = Play.open();
    play.must({ kalender: play.context.calendar });
    expect(play.effects).toEqual([]);
  });

  it("leaves a finished berkas alone", () => {
    const play = Play.after([...sampaiPersetujuan, { oleh: "camat", pilih: "setuju" }]);
    const { state } = play;
    play.must({ kalender: liburSelasa });
    expect(play.effects).toEqual([]);
    expect(play.state).toEqual(state);
  });
});

describe("the end of a berkas", () => {
  const whole = Sop.parse({
    ...sop,
    siklus: { triwulan: ["1", "2", "3", "4"], semester: ["2", "3", "4"], tahunan: ["2", "3", "4"] },
  });
  const finish = (periode: string, selesai: readonly string[]): Play =>
    Play.after(
      periode.includes("TW")
        ? [...sampaiPersetujuan, { oleh: "camat", pilih: "setuju" }]
        : [
            { oleh: "perencanaan", pilih: "selesai" },
            { oleh: "sekcam", pilih: "selesai" },
            { oleh: "camat", pilih: "setuju" },
          ],
      {
        sop: whole,
        periode,
        context: { periodeSelesai: new Set(selesai.map((one) => `${sop.id}/${one}`)) },
      },
    );

  it("is told to those who compiled, corrected and approved, and to the Inspektorat, which keeps the digest", () => {
    const { effects, state } = finish("2026-TW4", []);
    expect(told(effects)).toEqual(["camat", "sekcam", "perencanaan", "inspektorat"]);
    expect(state).toMatchObject({ status: "selesai", selesaiMs: at("2027-01-04 09:00") });
  });

  it.each([
    ["2026-TW4", ["2026-TW3"], "2026-S2"],
    ["2026-TW4", [], null],
    ["2026-TW4", ["2026-TW1", "2026-TW2"], null],
    ["2026-S2", ["2026-S1"], "2026"],
    ["2026-S2", [], null],
    ["2026", [], null],
  ])("of %s with %j complete opens %s", (periode, selesai, induk) => {
    const timers = effectsOf(finish(periode, selesai).effects, "timer");
    expect(timers).toEqual(
      induk === null
        ? []
        : [
            {
              kind: "timer",
              kunci: `buka:${sop.id}:${induk}`,
              atMs: at("2027-01-04 09:00"),
              isi: { jenis: "buka-berkas", sopId: sop.id, periode: induk },
            },
          ],
    );
  });
});

/** What the log says of a decision by the first of these, who hold the Camat's office too. */
const flagOf = (peranByPegawai: Readonly<Record<string, "camat">>): unknown => {
  const pegawaiList = kantor.pegawaiList.map((one) =>
    peranByPegawai[one.id] === undefined
      ? one
      : { ...one, peran: [...one.peran, "camat" as const] },
  );
  const play = Play.after(sampaiPersetujuan, {
    context: { kantor: { ...kantor, pegawaiList } },
  });
  play.must({ oleh: Object.keys(peranByPegawai)[0] ?? "camat", pilih: "setuju" });
  return effectsOf(play.effects, "catat").find(({ jenis }) => jenis === "dijawab")?.data[
    "rangkapJabatan"
  ];
};

describe("separation of duties", () => {
  it.each<[Readonly<Record<string, "camat">>, boolean, string]>([
    [{}, false, "the Camat decides"],
    [{ sekcam: "camat" }, true, "whoever passed the draft on decides"],
    [{ pelayanan: "camat" }, true, "whoever sent figures decides"],
    [{ staf: "camat" }, false, "whoever only coordinated decides"],
  ])("flags %j as %s: %s", (peran, expected) => {
    expect(flagOf(peran)).toBe(expected);
  });
});

describe("a sheet", () => {
  it("that circles without waiting for anybody is stopped", () => {
    const circle = Sop.parse({
      ...sop,
      siklus: { triwulan: ["1", "2"] },
      langkah: ["1", "2"].map((no) => ({
        no,
        uraian: "Merekap",
        jenis: "kompilasi",
        otomatis: true,
        pelaksana: { peran: "kasubbag" },
        mutuBaku: { waktu: null },
        hasil: { selesai: no === "1" ? "2" : "1" },
      })),
    });
    expect(() => tryOpen({ sop: circle })).toThrow("circles without waiting");
  });

  it("edited later changes nothing in a running berkas", () => {
    const edited = Sop.parse({
      ...sop,
      langkah: sop.langkah.map((one) =>
        one.no === "2" ? { ...one, hasil: { selesai: "4", kembalikan: "1" } } : one,
      ),
    });
    const running = Play.after(sampaiDraf);
    const fresh = Play.after(sampaiDraf, { sop: edited });
    running.must({ oleh: "perencanaan", pilih: "selesai" });
    fresh.must({ oleh: "perencanaan", pilih: "selesai" });
    expect([running.state.langkahNo, fresh.state.langkahNo]).toEqual(["3", "4"]);
    expect(running.state.sopHash).toBe("h1");
  });

  it("keeps its frozen targets when the office agrees on others", () => {
    const play = Play.after(isiSemua);
    const indikatorList = kantor.indikatorList.slice(0, 1);
    play.context = { ...play.context, kantor: { ...kantor, indikatorList } };
    play.must({ oleh: "pelayanan", kirim: true }).must({ oleh: "pemerintahan", kirim: true });
    expect(play.state.indikatorList).toEqual(kantor.indikatorList);
    expect(play.state.langkahNo).toBe("2");
  });

  it("that lacks a langkah the berkas stands on is a fault", () => {
    const play = Play.after(sampaiDraf);
    const short = Sop.parse({ ...sop, langkah: sop.langkah.filter(({ no }) => no !== "2") });
    const wait = findWait(play.state, `${play.state.id}.4`);
    expect(wait?.langkahNo).toBe("2");
    expect(() =>
      decide(
        short,
        play.state,
        {
          kind: "pilihan",
          waitId: wait?.id ?? "",
          oleh: PegawaiId.parse("perencanaan"),
          pilihan: "selesai",
        },
        worldOf(),
      ),
    ).toThrow("has no langkah 2");
  });
});

describe("who holds a role is read when answering", () => {
  it("lets the successor answer what was asked of the predecessor", () => {
    const play = Play.after(sampaiPersetujuan);
    const pegawaiList = kantor.pegawaiList.map((one) =>
      one.id === "camat"
        ? { ...one, peran: ["staf" as const] }
        : one.id === "sekcam"
          ? { ...one, peran: ["camat" as const] }
          : one,
    );
    play.context = { ...play.context, kantor: { ...kantor, pegawaiList } };
    expect(play.act({ oleh: "camat", pilih: "setuju" })).toMatchObject({
      code: "bukan-pelaksana",
      data: { giliran: "Sekcam" },
    });
    play.must({ oleh: "sekcam", pilih: "setuju" });
    expect(play.state.status).toBe("selesai");
  });
});
