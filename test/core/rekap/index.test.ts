import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { HasilPembukaan, Pembukaan } from "../../../src/core/engine/state.ts";
import type { Isian } from "../../../src/core/kinerja/indikator.ts";
import {
  persetujuanKepala,
  projectRekap,
  type Rekap,
  type RekapMasukan,
} from "../../../src/core/rekap/index.ts";
import { LangkahNo } from "../../../src/core/sop/reference.ts";
import { at } from "../waktu/support.ts";
import {
  angka,
  BERKAS_TW4,
  berkasTw4,
  DIBUAT_MS,
  indikator,
  kantor,
  kunjungan,
  masukan,
  pegawai,
  periode,
  revisi,
  sop,
  wait,
} from "./sample.ts";

const project = (
  rows: RekapMasukan = masukan,
  opsi: { of?: string; unit?: string; pada?: number } = {},
): Rekap =>
  projectRekap(rows, 2026, periode(opsi.of ?? "2026-TW4"), {
    unit: opsi.unit === undefined ? null : pegawai(opsi.unit),
    padaMs: opsi.pada ?? DIBUAT_MS,
  });

const lembar = (rekap: Rekap, index: number): NonNullable<Rekap["lembarList"][number]> => {
  const found = rekap.lembarList[index];
  if (found === undefined) throw new Error(`no sheet ${index}`);
  return found;
};

const rowOf = (rekap: Rekap, kode: string, index = 0): unknown =>
  lembar(rekap, index).barisList.find((baris) => baris.kode === kode);

const withState = (part: Partial<typeof berkasTw4>): RekapMasukan => ({
  ...masukan,
  berkasList: [{ sop, state: { ...berkasTw4, ...part } }],
});

describe("the sheets of a rekap", () => {
  it("are the triwulan, s.d., both semesters and the year", () => {
    expect(project().lembarList.map(({ jenis, label }) => [jenis, label])).toEqual([
      ["triwulan", "Triwulan IV 2026"],
      ["sampai-dengan", "s.d. Triwulan IV 2026"],
      ["semester", "Semester I 2026"],
      ["semester", "Semester II 2026"],
      ["tahunan", "Tahun 2026"],
    ]);
  });

  it.each([
    ["2026-S1", "Triwulan II 2026"],
    ["2026-S2", "Triwulan IV 2026"],
    ["2026", "Triwulan IV 2026"],
    ["2026-TW3", "Triwulan III 2026"],
  ])("of %s begin with %s", (of, label) => {
    expect(lembar(project(masukan, { of }), 0).label).toBe(label);
  });

  it("hold the figure of the triwulan against its own target and the year so far against the year's", () => {
    expect(rowOf(project(), "3.2")).toMatchObject({
      target: 3,
      realisasi: 2,
      capaianPersen: 66.67,
      targetTahunan: 14,
      capaianTahunPersen: 78.57,
      jabatan: "Kasi Pemberdayaan Masyarakat dan Desa",
    });
  });

  it("sum up to the triwulan and no further in s.d.", () => {
    const rekap = project(masukan, { of: "2026-TW3" });
    expect(rowOf(rekap, "3.2", 1)).toMatchObject({
      realisasi: 9,
      target: 11,
      rincian: [3, 4, 2],
      lengkap: { terisi: 3, dari: 3 },
    });
  });

  it("aim in s.d. at the triwulan passed while nothing is filled in yet", () => {
    const rekap = project({ ...masukan, realisasi: [] }, { of: "2026-TW2" });
    expect(rowOf(rekap, "3.2", 1)).toMatchObject({ realisasi: null, target: 7 });
  });

  it("say how much of a year is there", () => {
    expect(rowOf(project(), "5.2", 4)).toMatchObject({
      realisasi: 71.2,
      target: 70,
      lengkap: { terisi: 3, dari: 4 },
      rincian: [12.8, 41.35, 71.2, "belum"],
    });
  });

  it("compare with the triwulan before, but not across the year's border", () => {
    expect(lembar(project(), 0).perbandingan).toMatchObject({ label: "TW III" });
    expect(lembar(project(masukan, { of: "2026-TW1" }), 0).perbandingan).toBeNull();
  });
});

const figure = (rows: RekapMasukan, kode = "1.1"): unknown => rowOf(project(rows), kode);

describe("the figures that count", () => {
  it("are the highest revision, whatever the order of the rows", () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...masukan.realisasi], { minLength: masukan.realisasi.length }),
        (realisasi) => {
          const shuffled = project({ ...masukan, realisasi });
          expect(shuffled.lembarList).toEqual(project().lembarList);
        },
      ),
      { numRuns: 20 },
    );
    expect(figure(masukan)).toMatchObject({ realisasi: 86.25 });
  });

  it("take the later one of two berkas that tell of the same triwulan", () => {
    const other = {
      ...revisi(["1.1", 1], angka(99), ["sekcam", "2027-01-09 08:00"]),
      berkasId: "lain",
    };
    expect(figure({ ...masukan, realisasi: [other, ...masukan.realisasi] })).toMatchObject({
      realisasi: 99,
    });
  });

  it("leave out what a cancelled berkas collected, but not its history", () => {
    const rekap = project(withState({ status: "dibatalkan" }));
    expect(rowOf(rekap, "1.1")).toMatchObject({ realisasi: null, isianJenis: null });
    expect(
      rekap.riwayat.filter(({ kode, periode }) => kode === "1.1" && periode === "2026-TW4"),
    ).toHaveLength(2);
  });

  it("keep names, targets and formula as frozen when the period opened", () => {
    const edited = {
      ...masukan,
      kantor: {
        ...kantor,
        indikatorList: [indikator({ nama: "Nama baru", targetTriwulan: [1, 1, 1, 1] })],
      },
    };
    expect(figure(edited)).toMatchObject({ nama: "Indeks Kepuasan Masyarakat", target: 85 });
    expect(rowOf(project(edited, { of: "2026-TW3" }), "1.1")).toMatchObject({
      nama: "Nama baru",
      target: 1,
    });
  });

  it.each<[string, Isian["jenis"] | null, number | null]>([
    ["4.1", "angka", 0],
    ["5.1", "nihil", null],
    ["5.2", "belum", null],
  ])("keep zero, nihil and belum apart (%s is %s)", (kode, isianJenis, realisasi) => {
    expect(figure(masukan, kode)).toMatchObject({ isianJenis, realisasi });
  });
});

describe("a rekap of an earlier instant", () => {
  const pada = at("2027-01-07 12:00");
  const rekap = project(masukan, { pada });

  it("shows no later figure, decision or entry", () => {
    expect(rekap.persetujuan).toEqual([]);
    expect(rekap.riwayat.every(({ atMs }) => atMs <= pada)).toBe(true);
    expect(rowOf(project(masukan, { pada: at("2027-01-04 10:05") }), "1.1")).toMatchObject({
      realisasi: 86,
    });
  });

  it("shows a visit that ended later as still going on", () => {
    expect(rekap.ketepatan?.at(-1)).toMatchObject({
      langkahNo: "4a",
      keluarMs: null,
      oleh: null,
      menitKerja: 90,
      ketepatan: "tanpa-baku",
    });
  });

  it("shows who had not sent by then", () => {
    const early = project(masukan, { pada: at("2027-01-05 12:00") });
    expect(early.kelengkapan.map(({ pegawaiId, status }) => [pegawaiId, status])).toEqual([
      ["kasi-pelayanan", "terkirim"],
      ["kasi-pemerintahan", "terkirim"],
      ["kasi-pmd", "menunggu"],
      ["kasi-trantib", "terkirim"],
      ["kasubbag-umum", "menunggu"],
      ["kasubbag-perencanaan", "menunggu"],
    ]);
  });
});

const unit = (n: number, who: string, jawaban: readonly [string, string, string, string?]) =>
  wait(
    [n, "1"],
    { macam: "unit", unit: who },
    ["2027-01-04 07:30", "2027-01-04 07:45", "2027-01-05 16:00"],
    jawaban,
  );

describe("kelengkapan", () => {
  it("tells what each penanggung jawab owed, filled and sent", () => {
    expect(project().kelengkapan[5]).toEqual({
      pegawaiId: "kasubbag-perencanaan",
      penanggungJawab: "Kasubbag Perencanaan dan Keuangan",
      nama: "Kasubbag Perencanaan dan Keuangan",
      jumlahIndikator: 1,
      terisi: 0,
      status: "terkirim",
      terkirimMs: at("2027-01-06 08:05"),
      tenggatMs: at("2027-01-04 07:45"),
      batasMs: at("2027-01-11 16:00"),
      tepatWaktu: true,
      putaran: 1,
      alasan: null,
    });
  });

  it("says late after the deadline of the period, closed without, and never asked", () => {
    const rekap = project(
      withState({
        waitList: [
          unit(1, "kasi-pelayanan", ["kasi-pelayanan", "kirim", "2027-01-05 16:01"]),
          unit(2, "kasi-pmd", ["sekcam", "ditutup", "2027-01-06 10:00", "cuti bersalin"]),
        ],
      }),
    );
    const shown = rekap.kelengkapan.map(({ pegawaiId, status, tepatWaktu, alasan }) => [
      pegawaiId,
      status,
      tepatWaktu,
      alasan,
    ]);
    expect(shown.slice(0, 3)).toEqual([
      ["kasi-pelayanan", "terkirim", false, null],
      ["kasi-pemerintahan", "tanpa-berkas", null, null],
      ["kasi-pmd", "ditutup", null, "cuti bersalin"],
    ]);
  });

  it("counts how often somebody was asked and takes the last answer", () => {
    const again = wait(
      [20, "1"],
      { macam: "unit", unit: "kasi-pelayanan" },
      ["2027-01-07 08:00", null, "2027-01-11 16:00"],
      null,
    );
    const rekap = project(withState({ waitList: [...berkasTw4.waitList, again] }));
    expect(rekap.kelengkapan[0]).toMatchObject({
      putaran: 2,
      status: "menunggu",
      terkirimMs: at("2027-01-04 10:12"),
    });
  });
});

describe("ketepatan waktu", () => {
  const list = project().ketepatan ?? [];

  it("measures every visit in working minutes against the mutu baku", () => {
    const shown = list.map((baris) => [
      baris.langkahNo,
      baris.putaran,
      baris.menitKerja,
      baris.selisihMenit,
      baris.ketepatan,
    ]);
    expect(shown).toEqual([
      // 5 January 2027 is a national holiday
      ["1", 1, 895, 880, "terlambat"],
      ["2", 1, 0, null, "otomatis"],
      ["3", 1, 25, -5, "tepat"],
      ["4", 1, 160, 100, "terlambat"],
      ["4a", 1, 105, null, "tanpa-baku"],
      ["3", 2, 25, -5, "tepat"],
      ["4", 2, 30, -30, "tepat"],
      ["4a", 2, 415, null, "tanpa-baku"],
    ]);
  });

  it.each([
    ["2027-01-07 08:20", "berjalan", -30],
    ["2027-01-07 09:20", "lewat", 30],
  ])("at %s shows the open visit as %s", (pada, ketepatan, selisihMenit) => {
    const open = project(masukan, { pada: at(pada) }).ketepatan?.at(-1);
    expect(open).toMatchObject({ langkahNo: "4", ketepatan, selisihMenit });
  });
});

const decidedBy = (
  who: string,
  part: { pilihan?: string; sender?: string; drafter?: string; bearer?: string },
): boolean | undefined => {
  const drafter = part.drafter ?? "kasubbag-perencanaan";
  const bearer = part.bearer ?? "kasi-pmd";
  const rekap = project(
    withState({
      waitList: [
        wait(
          [1, "1"],
          { macam: "unit", unit: part.sender ?? "kasi-pelayanan" },
          ["2027-01-04 07:30", null, null],
          [part.sender ?? "kasi-pelayanan", "kirim", "2027-01-04 08:00"],
        ),
        wait(
          [2, "4a"],
          { macam: "meja" },
          ["2027-01-04 10:00", null, null],
          [who, part.pilihan ?? "setuju", "2027-01-04 11:00"],
        ),
      ],
      kunjunganList: [
        kunjungan(
          "3",
          1,
          ["2027-01-04 08:00", "2027-01-04 09:00", null],
          ["selesai", drafter, null],
        ),
        kunjungan(
          "4",
          1,
          ["2027-01-04 09:00", "2027-01-04 10:00", null],
          ["selesai", bearer, null],
        ),
        kunjungan("4a", 1, ["2027-01-04 10:00", "2027-01-04 11:00", null], ["setuju", who, null]),
      ],
    }),
  );
  return rekap.persetujuan?.[0]?.rangkapJabatan;
};

describe("persetujuan", () => {
  it("tells who decided what, when, why and after whom", () => {
    expect(project().persetujuan).toMatchObject([
      {
        langkahNo: "4a",
        putaran: 1,
        keputusan: "kembalikan",
        pejabat: { jabatan: "Camat", wakil: null },
        padaMs: at("2027-01-07 13:15"),
        alasan: "Penghambat tertib administrasi desa belum dijelaskan.",
        diajukanOleh: "Sekretaris Kecamatan",
        rangkapJabatan: false,
      },
      { langkahNo: "4a", putaran: 2, keputusan: "setuju", rangkapJabatan: false },
    ]);
  });

  it.each([
    ["made the draft", { drafter: "sekcam" }, true],
    ["laid it on the desk", { bearer: "sekcam" }, true],
    ["sent figures of their own", { sender: "sekcam" }, true],
    ["did none of this", {}, false],
    ["only sends it back", { drafter: "sekcam", pilihan: "kembalikan" }, false],
  ])("flags somebody who agrees and %s: %o → %s", (_, part, flagged) => {
    expect(decidedBy("sekcam", part)).toBe(flagged);
  });

  it("does not take an earlier order or approval for a submission", () => {
    const earlier = {
      waitList: [
        wait(
          [1, "8a"],
          { macam: "meja" },
          ["2027-01-04 07:30", null, null],
          ["camat", "setuju", "2027-01-04 07:40"],
        ),
        ...berkasTw4.waitList,
      ],
    };
    const last = project(withState(earlier)).persetujuan?.at(-1);
    expect(last).toMatchObject({
      pejabat: { jabatan: "Camat" },
      keputusan: "setuju",
      rangkapJabatan: false,
    });
  });
});

const usai = (hasil: HasilPembukaan): Pembukaan["usai"] => ({
  hasil,
  oleh: "sistem",
  atMs: at("2027-02-02 09:00"),
  seq: 950,
  alasan: null,
});

describe("who stands behind the report", () => {
  const opened = {
    oleh: pegawai("kasubbag"),
    alasan: "Salah ketik",
    kodeList: ["1.1"],
    hariKerja: 2,
    batasMs: at("2027-02-03 16:00"),
    mulaiMs: at("2027-02-01 09:00"),
    mulaiSeq: 900,
    semula: { langkahNo: LangkahNo.parse("4a"), selesaiMs: null, drafVersi: 1, isianByKode: {} },
    disetujui: { oleh: pegawai("camat"), atMs: at("2027-02-01 10:00") },
    usai: null,
  };
  const approved = (part: Partial<Pembukaan>): boolean => {
    const { persetujuan } = project(withState({ pembukaanList: [{ ...opened, ...part }] }), {
      pada: at("2027-02-10 09:00"),
    });
    return persetujuanKepala(persetujuan ?? [], berkasTw4.periode) !== null;
  };

  it.each<readonly [string, Partial<Pembukaan>, boolean]>([
    ["is asked for", { disetujui: null }, true],
    ["lasts", {}, false],
    ["was refused", { usai: usai("ditolak") }, true],
    ["ran out of time", { usai: usai("waktu-habis") }, true],
    ["ended with a correction nobody has agreed to here", { usai: usai("disahkan") }, false],
  ])("is nobody's any more where an opening %s: %o", (_, part, stands) => {
    expect(approved(part)).toBe(stands);
  });
});

describe("riwayat", () => {
  const list = project().riwayat;

  it("shows every revision with what stood there before", () => {
    const shown = list
      .filter(({ kode, periode }) => kode === "1.1" && periode === "2026-TW4")
      .map(({ revisi, lama, baru, oleh }) => [revisi, lama, baru, oleh]);
    expect(shown).toEqual([
      [1, null, 86, "Kasi Pelayanan"],
      [2, 86, 86.25, "Kasi Pelayanan"],
    ]);
  });

  it("tells a revision once, under its number in the log", () => {
    const rows = list.filter(({ kode, periode }) => kode === "4.1" && periode === "2026-TW4");
    expect(rows).toMatchObject([{ seq: 41, baru: 0, revisi: 1 }]);
  });

  it("calls a revision that only adds evidence what it is", () => {
    const [desa] = masukan.log.slice(1, 2).map((entry) => ({
      ...entry,
      seq: 45,
      jenis: "bukti",
      data: { kode: "2.1", revisi: 2, nilai: 61.9 },
    }));
    const rows = { ...masukan, log: desa === undefined ? [] : [desa] };
    expect(project(rows).riwayat.find(({ seq }) => seq === 45)).toMatchObject({
      peristiwa: "Bukti dukung",
      lama: 61.9,
      baru: 61.9,
    });
  });

  it("puts log entries into words and people by their office", () => {
    expect(list.find(({ seq }) => seq === 58)).toMatchObject({
      peristiwa: "Jawaban",
      oleh: "Camat",
      keterangan:
        "langkah: 4a; pilihan: kembalikan; alasan: Penghambat tertib administrasi desa belum dijelaskan.; unit: Kasi Pemerintahan",
    });
  });

  it("leaves out entries that belong to no berkas of the year", () => {
    expect(list.some(({ seq }) => seq === 59)).toBe(false);
  });

  it("runs forward in time", () => {
    const times = list.map(({ atMs }) => atMs);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
  });
});

describe("the rekap of one unit", () => {
  const rekap = project(masukan, { unit: "kasi-pmd" });

  it("holds its own rows only, numbered from 1", () => {
    for (const { barisList } of rekap.lembarList) {
      expect(barisList.map(({ no, kode }) => [no, kode])).toEqual([
        [1, "3.1"],
        [2, "3.2"],
      ]);
    }
    expect(rekap.kelengkapan.map(({ pegawaiId }) => pegawaiId)).toEqual(["kasi-pmd"]);
    expect(new Set(rekap.riwayat.map(({ kode }) => kode))).toEqual(new Set(["3.1", "3.2"]));
  });

  it("has no sheets about other people's desks, and names the unit", () => {
    expect([rekap.ketepatan, rekap.persetujuan]).toEqual([null, null]);
    expect(rekap.kop.unit).toBe("Kasi Pemberdayaan Masyarakat dan Desa");
  });
});

it("gives the same rekap for the same rows", () => {
  expect(project(structuredClone(masukan))).toEqual(project());
});

it("leaves out rows of other years", () => {
  const other = {
    ...revisi(["1.1", 1], angka(1), ["sekcam", "2027-01-05 08:00"]),
    periode: periode("2025-TW4"),
    berkasId: BERKAS_TW4,
  };
  expect(project({ ...masukan, realisasi: [...masukan.realisasi, other] })).toEqual(project());
});
