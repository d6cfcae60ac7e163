import { describe, expect, it } from "vitest";
import { denganPerubahan } from "../../../src/core/kantor/di-atas-berkas.ts";
import type { Halangan } from "../../../src/core/kantor/halangan.ts";
import { kantorPada, tercatatOf } from "../../../src/core/kantor/pada.ts";
import { mejaOf } from "../../../src/core/kantor/pegawai.ts";
import { dasarWakil, pejabatOf, sebutanPejabat } from "../../../src/core/kantor/pejabat.ts";
import type { Perubahan } from "../../../src/core/kantor/perubahan.ts";
import { type KantorTercatat, PegawaiId, type Tatanan } from "../../../src/core/kantor/schema.ts";
import { ubahKantor } from "../../../src/core/kantor/ubah-kantor.ts";
import { Tanggal } from "../../../src/core/waktu/tanggal.ts";
import { at, calendar, kantor } from "../../support/world.ts";

const id = (text: string): PegawaiId => PegawaiId.parse(text);

const cuti = (wakil: string | null): Halangan => ({
  id: "h1",
  jabatan: { pegawaiId: id("camat"), nama: "Ani", jabatan: "Camat", peran: ["camat"] },
  mulai: Tanggal.parse("2027-01-06"),
  sampai: Tanggal.parse("2027-01-08"),
  alasan: "cuti",
  wakil: wakil === null ? null : { jenis: "plh", pegawaiId: id(wakil), surat: "SP 800/3/2027" },
});

const withCuti = (wakil: string | null): KantorTercatat => ({
  ...kantor,
  halanganList: [cuti(wakil)],
});

/** Who holds the role of the Camat at an instant. */
const camatList = (wakil: string | null, waktu: string): readonly string[] =>
  kantorPada(withCuti(wakil), at(waktu))
    .pegawaiList.filter(({ peran }) => peran.includes("camat"))
    .map((one) => one.id);

describe("who holds a role at an instant", () => {
  it.each([
    ["the evening before", "2027-01-05 23:59", ["camat"]],
    ["the first minute", "2027-01-06 00:00", ["sekcam"]],
    ["the last minute", "2027-01-08 23:59", ["sekcam"]],
    ["a minute after midnight of the last day", "2027-01-09 00:00", ["camat"]],
  ])("is whoever stands in through the dates of the letter: %s", (_, waktu, expected) => {
    expect(camatList("sekcam", waktu)).toEqual(expected);
  });

  it("stays with whoever is away where nobody stands in", () => {
    expect(camatList(null, "2027-01-07 10:00")).toEqual(["camat"]);
  });

  it("leaves whoever stands in their own post, and gives them the desk of the other", () => {
    const seen = kantorPada(withCuti("sekcam"), at("2027-01-07 10:00"));
    const sekcam = seen.pegawaiList.find((one) => one.id === "sekcam");
    const camat = seen.pegawaiList.find((one) => one.id === "camat");
    if (sekcam === undefined || camat === undefined) throw new Error("nobody there");
    expect(sekcam.peran).toEqual(["sekcam", "admin", "camat"]);
    expect(mejaOf(sekcam)).toEqual(["sekcam", "camat"]);
    expect(mejaOf(camat)).toEqual([]);
  });

  it("is asked of what is written down, however often it was asked before", () => {
    const once = kantorPada(withCuti("sekcam"), at("2027-01-07 10:00"));
    expect(kantorPada(once, at("2027-01-09 10:00"))).toEqual(withCuti("sekcam"));
    expect(tercatatOf(once)).toEqual(withCuti("sekcam"));
  });
});

describe("in what capacity somebody acts", () => {
  const sekcam = kantorPada(withCuti("sekcam"), at("2027-01-07 10:00")).pegawaiList[1];
  if (sekcam === undefined) throw new Error("nobody there");

  it.each([
    ["a desk of the Camat", ["camat"], "Plh. Camat", "mewakili Ani, SP 800/3/2027"],
    ["a desk of their own", ["sekcam"], "Sekcam", null],
    ["a desk of either", ["camat", "sekcam"], "Sekcam", null],
  ] as const)("at %s", (_, peran, sebutan, dasar) => {
    const pejabat = pejabatOf(sekcam, peran);
    expect([sebutanPejabat(pejabat), dasarWakil(pejabat)]).toEqual([sebutan, dasar]);
  });
});

const ubahTatanan = (...list: readonly Perubahan[]): Tatanan | string =>
  list.reduce<Tatanan | string>(
    (now, one) => (typeof now === "string" ? now : ubahKantor(now, one, at("2027-01-04 09:00"))),
    { kantor, calendar },
  );

const ubah = (...list: readonly Perubahan[]): KantorTercatat | string => {
  const made = ubahTatanan(...list);
  return typeof made === "string" ? made : made.kantor;
};

const keluar = (siapa: string, penerus: string | null): Perubahan => ({
  jenis: "keluar",
  pegawaiId: id(siapa),
  penerus: penerus === null ? null : id(penerus),
});

describe("a change of people", () => {
  it.each<[string, Perubahan, string]>([
    ["an owner leaves without a successor", keluar("pelayanan", null), "tanpa-pewaris"],
    ["the successor is unknown", keluar("pelayanan", "siapa"), "tanpa-pewaris"],
    ["the last admin leaves", keluar("sekcam", "camat"), "admin-terakhir"],
    [
      "the last admin gives that up",
      { jenis: "ubah", pegawaiId: id("sekcam"), peran: ["sekcam"] },
      "admin-terakhir",
    ],
    [
      "they stand in for themselves",
      { jenis: "halangan", halangan: cuti("camat") },
      "wakil-berhalangan",
    ],
    [
      "the days are the wrong way round",
      { jenis: "halangan", halangan: { ...cuti(null), sampai: Tanggal.parse("2027-01-05") } },
      "tanggal-terbalik",
    ],
  ])("is refused where %s", (_, perubahan, sebab) => {
    expect(ubah(perubahan)).toBe(sebab);
  });

  it("keeps who answered for what, until when", () => {
    const next = ubah(keluar("pelayanan", "pemerintahan"));
    if (typeof next === "string") throw new Error(next);
    expect(next.kepemilikanList?.map(({ kode, nama, sampai }) => [kode, nama, sampai])).toEqual([
      ["1.1", "Citra", "2027-01-04"],
      ["1.2", "Citra", "2027-01-04"],
      ["1.3", "Citra", "2027-01-04"],
    ]);
    expect(next.pegawaiList.find((one) => one.id === "pemerintahan")?.menggantikan).toBe(
      "pelayanan",
    );
  });
});

describe("an office file under what was changed since", () => {
  const perubahan = keluar("pelayanan", "pemerintahan");
  const changed = ubah(perubahan);
  if (typeof changed === "string") throw new Error(changed);
  const tercatat = { atMs: at("2027-01-04 09:00"), oleh: id("sekcam"), perubahan };
  const lama = { ...changed, perubahanList: [tercatat] };
  const laid = (file: KantorTercatat, timpa = false) =>
    denganPerubahan(
      { kantor: lama, calendar },
      { kantor: file, calendar },
      { nowMs: at("2027-01-05 09:00"), timpa },
    );

  it("keeps the change where the file does not know it", () => {
    const { kantor: next, tetapList } = laid(kantor);
    expect(next).toEqual(lama);
    expect(tetapList).toEqual([tercatat]);
  });

  it("forgets the change once the file says the same", () => {
    const { pegawaiList, indikatorList } = changed;
    const { kantor: next, tetapList } = laid({ ...kantor, pegawaiList, indikatorList });
    expect(tetapList).toEqual([]);
    expect(next.perubahanList).toBeUndefined();
    expect(next.kepemilikanList).toEqual(lama.kepemilikanList);
  });

  it("takes the file where that is wanted", () => {
    const { kantor: next, tetapList } = laid(kantor, true);
    expect(tetapList).toEqual([]);
    expect(next.pegawaiList).toEqual(kantor.pegawaiList);
  });
});

const after = (...list: readonly Perubahan[]): Tatanan => {
  const made = ubahTatanan(...list);
  if (typeof made === "string") throw new Error(made);
  const perubahanList = list.map((perubahan) => ({
    atMs: at("2027-01-04 09:00"),
    oleh: id("sekcam"),
    perubahan,
  }));
  return { ...made, kantor: { ...made.kantor, perubahanList } };
};
const laid = (lama: Tatanan, file: Tatanan, timpa = false): readonly (readonly string[])[] => {
  const made = denganPerubahan(lama, file, { nowMs: at("2027-01-05 09:00"), timpa });
  return [Object.keys(made.calendar.libur), made.tetapList.map(({ perubahan }) => perubahan.jenis)];
};

describe("when an office works", () => {
  const banjir: Perubahan = {
    jenis: "libur",
    tanggal: Tanggal.parse("2027-01-05"),
    nama: "Banjir",
    dasar: "SE Bupati 360/12/2027",
  };
  const cabut: Perubahan = { jenis: "libur-batal", tanggal: banjir.tanggal, dasar: "surut" };
  const tahunan: Perubahan = {
    jenis: "kalender",
    kalender: {
      tahun: 2028,
      dasar: "SKB",
      libur: [
        {
          tanggal: Tanggal.parse("2028-01-01"),
          nama: "Tahun Baru",
          jenis: "libur_nasional",
          pasti: true,
        },
      ],
    },
  };
  it.each<[string, readonly Perubahan[], string]>([
    ["a day is free already", [banjir, banjir], "libur-sudah-ada"],
    ["a day is worked already", [cabut], "libur-tidak-ada"],
  ])("is not changed where %s", (_, list, sebab) => {
    expect(ubahTatanan(...list)).toBe(sebab);
  });

  it("is as before once a day was added and taken back", () => {
    expect(after(banjir, cabut).calendar).toEqual(calendar);
    expect(after(banjir).calendar.versi).not.toBe(calendar.versi);
  });

  it("stays changed under a file that does not know of it, and no longer than that", () => {
    const file = { kantor, calendar };
    expect(laid(after(banjir, tahunan), file)).toEqual([
      ["2027-01-05", "2028-01-01"],
      ["libur", "kalender"],
    ]);
    expect(laid(after(banjir, tahunan), { ...file, calendar: after(tahunan).calendar })).toEqual([
      ["2027-01-05", "2028-01-01"],
      ["libur"],
    ]);
  });

  it("is as the file has it where that is wanted, but for years the file has no calendar of", () => {
    expect(laid(after(banjir, tahunan), { kantor, calendar }, true)).toEqual([
      ["2028-01-01"],
      ["kalender"],
    ]);
  });
});
