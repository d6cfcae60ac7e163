import { beforeAll, describe, expect, it } from "vitest";
import { type Catalog, loadCatalog } from "../../src/catalog/load.ts";
import { parseKantor } from "../../src/catalog/load-kantor.ts";
import { formatProblem } from "../../src/catalog/problem.ts";
import { tampilanBawaan } from "../../src/core/kinerja/kategori.ts";
import { indikatorAwal } from "../../src/core/kinerja/target.ts";
import { aturanPengingatBawaan } from "../../src/core/waktu/pengingat.ts";
import { KantorJson } from "../../src/store/codec/kantor.ts";

const good = `kantor: { id: uji, nama: Kecamatan Uji, kabupaten: Kabupaten Uji, zonaWaktu: Asia/Makassar,
          sop: [paringin-selatan] }
pegawai:
  - { id: camat, nama: Camat, jabatan: Camat, peran: [camat] }
  - { id: sekcam, nama: Sekcam, jabatan: Sekcam, peran: [sekcam, admin], atasan: camat }
  - { id: kasi, nama: Kasi, jabatan: Kasi, peran: [kasi] }
  - { id: kasubbag, nama: Kasubbag, jabatan: Kasubbag, peran: [kasubbag, staf] }
indikator:
  - { kode: "1.1", sasaran: Pelayanan, nama: IKM, satuan: nilai, arah: naik, agregasi: posisi_akhir,
      penanggungJawab: kasi, tahun: 2026, targetTahunan: 85, targetTriwulan: [80, 82, 84, 85] }
  - { kode: "1.2", sasaran: Pelayanan, nama: Pengaduan, satuan: persen, arah: naik, agregasi: rasio,
      penanggungJawab: kasi, tahun: 2026, targetTahunan: 100, targetTriwulan: [90, 90, 90, 90] }
realisasi:
  - { kode: "1.1", periode: 2026-TW1, isian: { jenis: angka, nilai: 81 } }
  - { kode: "1.2", periode: 2026-TW1, isian: { jenis: angka, nilai: 91.67, pembilang: 11, penyebut: 12 } }
`;

function officeWith(from: string, to: string): string {
  if (good.split(from).length !== 2) throw new Error(`not there once: ${from}`);
  return good.replace(from, to);
}

describe("an office file", () => {
  let catalog: Catalog;
  beforeAll(async () => {
    catalog = await loadCatalog("flows");
  });
  const read = (text: string) => {
    const { isi, problems, peringatan } = parseKantor("uji.yaml", text, catalog);
    return {
      isi,
      problems: problems.map(formatProblem),
      peringatan: peringatan.map(formatProblem),
    };
  };

  it("becomes an office with its calendar, its sheets and every default", () => {
    const { isi, problems, peringatan } = read(good);
    expect({ problems, peringatan }).toEqual({ problems: [], peringatan: [] });
    expect(isi?.kantor).toMatchObject({
      id: "uji",
      istilahTriwulan: "triwulan",
      sopIdList: ["paringin-selatan"],
      pembukaanOtomatis: true,
      tampilan: tampilanBawaan,
      pengingat: aturanPengingatBawaan,
    });
    expect(isi?.sopList.map(({ sop }) => sop.id)).toEqual(["paringin-selatan"]);
    expect(isi?.calendar.tahunList).toEqual([2026, 2027]);
    expect(isi?.calendar.libur["2026-12-25"]).toBeDefined();
    expect(isi?.realisasi).toHaveLength(2);
  });

  it("may tell what the yearly report says of it, and the store keeps that", () => {
    const { isi, problems } = read(
      officeWith(
        "pegawai:",
        "profil: { jumlahPegawai: 24, isuStrategis: [Data desa terlambat.] }\npegawai:",
      ).replace(
        "targetTahunan: 85,",
        "targetTahunan: 85, targetRpjmd: { tahun: 2029, nilai: 90 },",
      ),
    );
    expect(problems).toEqual([]);
    const profil = { jumlahPegawai: 24, fungsi: [], isuStrategis: ["Data desa terlambat."] };
    const stored = KantorJson.parse(JSON.parse(JSON.stringify(isi?.kantor)));
    expect(stored.profil).toEqual(profil);
    expect(stored.indikatorList[0]?.targetRpjmd).toEqual({ tahun: 2029, nilai: 90 });
  });

  const diubah = (semula: string): string =>
    officeWith(
      "targetTahunan: 85,",
      `perubahanTarget: [{ mulaiTriwulan: 3, dasar: PK 45/2026, tanggal: 2026-08-14, semula: { targetTahunan: 82, targetTriwulan: ${semula} } }], targetTahunan: 85,`,
    );

  it("may tell what targets were before they were changed within the year, and the store keeps that", () => {
    const { isi, problems } = read(diubah("[81, 82]"));
    expect(problems).toEqual([]);
    const [indikator] = KantorJson.parse(JSON.parse(JSON.stringify(isi?.kantor))).indikatorList;
    expect(indikator && indikatorAwal(indikator)).toMatchObject({
      targetTahunan: 82,
      targetTriwulan: [80, 82, 81, 82],
    });
    expect(read(diubah("[81, 82, 83]")).problems).toEqual([
      expect.stringContaining("satu angka untuk tiap triwulan sejak mulaiTriwulan sampai IV"),
    ]);
  });

  it.each([
    ["profil: { luas: 12 }", 'kunci "luas" tidak dikenal'],
    ["profil: { jumlahPegawai: -1 }", "jumlahPegawai: sedikitnya 0"],
  ])("says what is wrong with %s", (profil, pesan) => {
    const { isi, problems } = read(officeWith("pegawai:", `${profil}\npegawai:`));
    expect(isi).toBeNull();
    expect(problems.join("\n")).toContain(pesan);
  });

  it("may work on cuti bersama and rest on days of its own", () => {
    const own = `${officeWith("sop: [paringin-selatan]", "sop: [paringin-selatan], cutiBersamaLibur: false")}kalender:
  libur: [{ tanggal: 2026-10-08, nama: Hari Jadi, jenis: libur_daerah }]
`;
    const { isi } = read(own);
    expect(isi?.calendar.libur["2026-12-24"]).toBeUndefined();
    expect(isi?.calendar.libur["2026-10-08"]).toBe("Hari Jadi");
  });

  it.each<[string, string, readonly string[]]>([
    [
      "an unknown SOP",
      officeWith("[paringin-selatan]", "[paringin]"),
      [
        "uji.yaml:2:17: SOP paringin tidak ada di flows/sop; yang ada: dinas-pengukuran, kemlagi, mekanisme-pengukuran, paringin-selatan, pasrujambe, tindak-lanjut-lhe",
      ],
    ],
    [
      "a SOP named twice",
      officeWith("[paringin-selatan]", "[paringin-selatan, paringin-selatan]"),
      ["uji.yaml:2:35: SOP paringin-selatan tertulis dua kali"],
    ],
    [
      "two people of one id",
      officeWith("{ id: kasi,", "{ id: camat,"),
      [
        "uji.yaml:6:11: pegawai camat sudah ada",
        "uji.yaml:10:24: kasi tidak ada di daftar pegawai",
        "uji.yaml:12:24: kasi tidak ada di daftar pegawai",
      ],
    ],
    [
      "a superior nobody knows",
      officeWith("atasan: camat", "atasan: bupati"),
      ["uji.yaml:5:82: atasan bupati tidak ada di daftar pegawai"],
    ],
    [
      "a person who is their own superior",
      officeWith("atasan: camat", "atasan: sekcam"),
      ["uji.yaml:5:82: atasan sekcam adalah dirinya sendiri"],
    ],
    [
      "one kode twice in a year",
      officeWith('kode: "1.2", sasaran', 'kode: "1.1", sasaran'),
      [
        "uji.yaml:11:13: indikator 1.1 tahun 2026 sudah ada",
        "uji.yaml:15:13: indikator 1.2 tahun 2026 tidak ada",
      ],
    ],
    [
      "three targets instead of four",
      officeWith("[80, 82, 84, 85]", "[80, 82, 84]"),
      ["uji.yaml:10:78: targetTriwulan: sedikitnya 4 butir"],
    ],
    [
      "a figure of a semester",
      officeWith('"1.1", periode: 2026-TW1', '"1.1", periode: 2026-S1'),
      ["uji.yaml:14:29: realisasi dicatat per triwulan, bukan 2026-S1"],
    ],
    [
      "a figure of a year without that indikator",
      officeWith('"1.1", periode: 2026-TW1', '"1.1", periode: 2025-TW1'),
      ["uji.yaml:14:13: indikator 1.1 tahun 2025 tidak ada"],
    ],
    [
      "the same figure twice",
      officeWith('"1.2", periode', '"1.1", periode'),
      ["uji.yaml:15:13: realisasi 1.1 2026-TW1 sudah tertulis"],
    ],
    [
      "a ratio that is not the quotient of its parts",
      officeWith("nilai: 91.67", "nilai: 19.67"),
      ["uji.yaml:15:46: realisasi 1.2 2026-TW1: 11/12 adalah 91,67, bukan 19,67"],
    ],
    [
      "a ratio with one part",
      officeWith(", penyebut: 12", ""),
      ["uji.yaml:15:46: realisasi 1.2 2026-TW1: pembilang dan penyebut harus ditulis keduanya"],
    ],
    [
      "parts of what is no ratio",
      officeWith("nilai: 81", "nilai: 81, pembilang: 81, penyebut: 1"),
      [
        "uji.yaml:14:46: realisasi 1.1 2026-TW1: pembilang dan penyebut hanya untuk indikator rasio",
      ],
    ],
  ])("is refused for %s, at its line and column", (_, text, expected) => {
    const { isi, problems } = read(text);
    expect(problems).toEqual(expected);
    expect(isi).toBeNull();
  });

  it.each<[string, string, readonly string[]]>([
    [
      "a langkah nobody can carry",
      officeWith("peran: [camat]", "peran: [kasi]"),
      [
        "uji.yaml:2:17: SOP paringin-selatan langkah 4a: belum ada pegawai berperan camat",
        "uji.yaml:2:17: SOP paringin-selatan langkah 8a: belum ada pegawai berperan camat",
      ],
    ],
    [
      "an office without an admin",
      officeWith("[sekcam, admin]", "[sekcam]"),
      [
        "uji.yaml:4:3: belum ada pegawai berperan admin; undangan hanya dapat dibuat lewat baris perintah",
      ],
    ],
    [
      "a last target that is not the year's",
      officeWith("targetTahunan: 85", "targetTahunan: 90"),
      ["uji.yaml:10:58: indikator 1.1: target triwulan IV 85, target tahunan 90"],
    ],
    [
      "a sum that is not the year's",
      officeWith("posisi_akhir", "jumlah"),
      ["uji.yaml:10:58: indikator 1.1: jumlah keempat target triwulan 331, target tahunan 85"],
    ],
    [
      "a mean that is not the year's",
      officeWith("posisi_akhir", "rata_rata"),
      ["uji.yaml:10:58: indikator 1.1: rata-rata keempat target triwulan 82,75, target tahunan 85"],
    ],
    [
      "a ratio without its parts",
      officeWith(", pembilang: 11, penyebut: 12", ""),
      [
        "uji.yaml:15:46: realisasi 1.2 2026-TW1: tanpa pembilang dan penyebut; semester dan tahun memakai angka terakhir saja",
      ],
    ],
    [
      "a year without holidays",
      officeWith(
        "realisasi:",
        `  - { kode: "1.1", sasaran: Pelayanan, nama: IKM, satuan: nilai, arah: naik, agregasi: posisi_akhir,
      penanggungJawab: kasi, tahun: 2031, targetTahunan: 85, targetTriwulan: [80, 82, 84, 85] }
realisasi:`,
      ),
      ["uji.yaml:9:3: hari libur tahun 2031 belum ada di flows/kalender"],
    ],
  ])("is loaded with a warning for %s", (_, text, expected) => {
    const { isi, peringatan } = read(text);
    expect(peringatan).toEqual(expected);
    expect(isi).not.toBeNull();
  });
});
