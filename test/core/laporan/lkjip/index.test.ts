import { describe, expect, it } from "vitest";
import type { Judul, Tabel } from "../../../../src/core/dokumen/model.ts";
import type { Indikator } from "../../../../src/core/kinerja/indikator.ts";
import type { Narasi } from "../../../../src/core/kinerja/narasi.ts";
import { denganTarget } from "../../../../src/core/kinerja/target.ts";
import { bahanLkjip, barisLalu, type OpsiLkjip } from "../../../../src/core/laporan/lkjip/bahan.ts";
import type { Rekap, RekapMasukan } from "../../../../src/core/rekap/index.ts";
import { Tanggal } from "../../../../src/core/waktu/tanggal.ts";
import { TIDAK_RESMI } from "../../../support/resmi.ts";
import { lkjip2026, masukan2025, rekapTahun, textOf } from "../../dokumen/sample.ts";
import { kantor, masukan, periode } from "../../rekap/sample.ts";
import { at } from "../../waktu/support.ts";

const oneLine = (text: string): string => text.replace(/\s+/gu, " ");
const said = (opsi: Partial<OpsiLkjip> = {}, rows: RekapMasukan = masukan): string =>
  oneLine(textOf(lkjip2026(opsi, rows)));

const headings = (tingkat: Judul["tingkat"]): readonly string[] =>
  lkjip2026().blokList.flatMap((blok) =>
    blok.jenis === "judul" && blok.tingkat === tingkat ? [blok.teks] : [],
  );

/** The sample year with its indikator changed, outside the berkas that froze them. */
const withIndikator = (change: (indikator: Indikator) => Partial<Indikator>): RekapMasukan => ({
  ...masukan,
  kantor: {
    ...kantor,
    indikatorList: kantor.indikatorList.map((one) => ({ ...one, ...change(one) })),
  },
  berkasList: [],
});

describe("targets that were changed within the year", () => {
  const changed = withIndikator((one) => {
    const next = denganTarget(one, {
      mulaiTriwulan: 4,
      dasar: "Perubahan PK Nomor 45/2026",
      tanggal: Tanggal.parse("2026-08-14"),
      targetTahunan: 88.5,
      targetTriwulan: [88.5],
    });
    return one.kode === "1.1" && typeof next !== "string" ? next : {};
  });

  it("are named with what they were and the number of the change, and nowhere else", () => {
    const text = said({}, changed);
    expect(text).toContain("88,5 (semula 85)");
    expect(text).toContain("Perubahan PK Nomor 45/2026 tanggal 14 Agustus 2026, mulai TW IV.");
    expect(said()).not.toContain("semula");
  });
});

describe("the chapters of the LKjIP", () => {
  it("are those of PermenPANRB 53/2014", () => {
    expect(headings(1)).toEqual([
      "KATA PENGANTAR",
      "BAB I PENDAHULUAN",
      "BAB II PERENCANAAN KINERJA",
      "BAB III AKUNTABILITAS KINERJA",
      "BAB IV PENUTUP",
      "LAMPIRAN 1 PERJANJIAN KINERJA TAHUN 2026",
      "LAMPIRAN 2 PENGUKURAN KINERJA TAHUN 2026",
    ]);
    expect(headings(3)).toHaveLength(5);
  });

  it("hold the seven analyses of every sasaran, in order", () => {
    expect(headings(4)).toHaveLength(35);
    expect(headings(4).slice(0, 7)).toEqual([
      "1. Target dan realisasi tahun 2026",
      "2. Perbandingan dengan tahun sebelumnya",
      "3. Perbandingan dengan target jangka menengah",
      "4. Perbandingan dengan standar nasional",
      "5. Penyebab keberhasilan atau kegagalan dan solusi",
      "6. Efisiensi penggunaan sumber daya",
      "7. Program dan kegiatan penunjang",
    ]);
  });

  it("begin with a cover and a table of contents, and leave the letterhead out", () => {
    const dokumen = lkjip2026({ nomor: "800/7" });
    expect(dokumen.kop).toBeNull();
    expect(dokumen.blokList.map(({ jenis }) => jenis)).toContain("daftar-isi");
    expect(dokumen.blokList[0]).toEqual({
      jenis: "sampul",
      judulList: ["LAPORAN KINERJA INSTANSI PEMERINTAH", "(LKjIP)", "TAHUN 2026"],
      instansiList: ["Nomor: 800/7", "KECAMATAN PERAGA", "PEMERINTAH KABUPATEN BALANGAN", "2027"],
    });
  });
});

describe("the money of the year", () => {
  const [first, second] = new Set(kantor.indikatorList.map(({ sasaran }) => sasaran));
  const program = { sasaran: first ?? null, pagu: 200_000_000, realisasi: 180_000_000 };
  const text = said({
    kantor: {
      ...kantor,
      anggaranList: [
        {
          tahun: 2026,
          programList: [
            { nama: "Program Pelayanan", ...program },
            { nama: "Program Penunjang", sasaran: null, pagu: 100_000_000, realisasi: 99_000_000 },
          ],
        },
        { tahun: 2025, programList: [{ nama: "Program Pelayanan", ...program }] },
      ],
    },
  });

  it("is told program by program, together, and beside the year before", () => {
    expect(text).toContain(
      "1 | Program Pelayanan | 200.000.000 | 180.000.000 | 90 2 | Program Penunjang | 100.000.000 | 99.000.000 | 99 | Jumlah | 300.000.000 | 279.000.000 | 93",
    );
    expect(text).toContain(
      "Pada tahun 2025 pagunya Rp200.000.000 dengan realisasi Rp180.000.000 (90 %).",
    );
  });

  it("is held against what a sasaran achieved, by the formula that is cited", () => {
    // 97.94 % of 200 million were to be expected
    expect(text).toContain("97,94 | 200.000.000 | 195.880.000 | 180.000.000 | 8,11");
    expect(text).toContain("Peraturan Menteri Keuangan Nomor 22/PMK.02/2021");
    expect(second).toBeDefined();
    expect(text).toContain("Anggaran program penunjang sasaran ini belum tercatat");
  });
});

describe("what the LKjIP knows", () => {
  it.each([
    ["the office", "Kecamatan Peraga adalah perangkat daerah pada Pemerintah Kabupaten Balangan"],
    ["how many work there", "Jumlah pegawai: 24 orang."],
    ["the tasks", "mengoordinasikan kegiatan pemberdayaan masyarakat dan desa"],
    ["the issues", "hadapi: Administrasi desa belum tertib merata"],
    ["who holds which office", "2 | Sekretaris Kecamatan | Sekretaris Kecamatan"],
    ["the sheet it came by", "Standar Operasional Prosedur Pengumpulan Data Kinerja"],
    ["what was agreed", "memuat 5 sasaran yang diukur dengan 10 indikator"],
    ["a figure against its target", "Indeks Kepuasan Masyarakat (nilai) | 85 | 86,25 | 101,47"],
    ["the year before", "Indeks Kepuasan Masyarakat (nilai) | 77,63 | 86,25 | +8,62 (membaik)"],
    [
      "that less is worse",
      "Rata-rata waktu layanan surat keterangan (menit) | 13,61 | 15,13 | +1,52 (menurun)",
    ],
    [
      "that nothing moved",
      "Persentase hasil koordinasi yang ditindaklanjuti (persen) | 93,06 | 93,06 | tetap",
    ],
    ["the medium term", "Indeks Kepuasan Masyarakat (nilai) | 90 (2029) | 86,25 | 95,83"],
    [
      "a part of a year",
      "Persentase realisasi anggaran kecamatan (persen) | 70 (setahun 95) | 71,2",
    ],
    ["what is missing of a year", "baru 3 dari 4 periode terisi"],
    ["notes of the year", "Catatan selama tahun berjalan: TW III: Data dua desa belum masuk"],
    ["how many sasaran were reached", "Dari 5 sasaran, 1 mencapai target"],
    [
      "how many indikator were reached",
      "Dari 10 indikator, 5 mencapai atau melampaui target, 5 belum",
    ],
    ["each triwulan", "| 85 | 81,4 | 82,9 | 83,2 | 86,25 | 86,25 | 101,47 | Sangat Tinggi"],
    ["what a tap is", "bukan tanda tangan elektronik tersertifikasi"],
  ])("says %s", (_, part) => {
    expect(said()).toContain(part);
  });

  it("keeps the Inspektorat out of the office", () => {
    expect(said()).not.toContain("Inspektorat | Inspektorat");
  });

  it("draws the sasaran", () => {
    const charts = lkjip2026().blokList.filter(({ jenis }) => jenis === "grafik");
    expect(charts).toHaveLength(1);
  });

  it("counts the files that prove the figures of a sasaran", () => {
    const bukti = { hash: "a", nama: "ikm.pdf", mime: "application/pdf", ukuranByte: 9 };
    const realisasi = masukan.realisasi.map((row) =>
      row.kode.startsWith("1.") ? { ...row, bukti: [bukti] } : row,
    );
    const text = said({}, { ...masukan, realisasi });
    // three indikator in four triwulan; of 1.1 in TW IV only the last revision counts
    expect(text).toContain("Bukti dukung yang tersimpan untuk sasaran ini: 12 berkas.");
    expect(text).toContain("Belum ada bukti dukung yang tersimpan untuk sasaran ini.");
  });

  it("compares with a national standard where there is one", () => {
    const rows = withIndikator(({ kode }) =>
      kode === "1.1" ? { standarNasional: { nilai: 88.31, sumber: "Rata-rata nasional" } } : {},
    );
    expect(said({}, rows)).toContain(
      "Indeks Kepuasan Masyarakat (nilai) | 88,31 | 86,25 | 97,67 | Rata-rata nasional",
    );
  });

  it("names what falls short, who answers for it, and what the office will do", () => {
    const tampilan = { ...kantor.tampilan, ambangPerhatianPersen: 85 };
    const narasiByPeriode: Readonly<Record<string, Narasi>> = {
      "2026-TW3": { tindakLanjut: "Pendampingan.", pendukung: "Dukungan desa" },
      "2026-TW4": {
        tindakLanjut: "Desa dikunjungi.",
        pelaksanaan: {
          periode: periode("2026-TW3"),
          tindakLanjut: "Pendampingan.",
          hasil: "sudah",
        },
      },
    };
    const realisasi = masukan.realisasi.map((row) => {
      const narasi = row.kode === "2.1" ? narasiByPeriode[row.periode] : undefined;
      return narasi === undefined ? row : { ...row, narasi };
    });
    const rows = { ...masukan, realisasi, kantor: { ...kantor, tampilan } };
    const text = said({ hasilRapat: ["Laporan diterima."] }, rows);
    const lanjut = "TW III: Pendampingan. TW IV: Desa dikunjungi.";
    expect(text).toContain(`administrasi | 81,32 | ${lanjut} | Kasi Pemerintahan`);
    expect(text).toContain("Faktor penghambat: TW III: Data dua desa belum masuk");
    expect(text).toContain("Faktor pendukung: TW III: Dukungan desa");
    expect(text).toContain(`Solusi dan tindak lanjut: ${lanjut}`);
    expect(text).toContain("Tindak lanjut TW III 2026 “Pendampingan.”: sudah dilaksanakan.");
    expect(text).toContain("| TW III 2026 | Pendampingan. | sudah dilaksanakan");
    expect(text).toContain("Keputusan rapat internal: Laporan diterima.");
  });
});

describe("what nobody told sopir", () => {
  const bare: Partial<OpsiLkjip> = {
    kantor: { pegawaiList: [], profil: undefined },
    tahunLaluList: [],
  };
  const plainRows = withIndikator(() => ({ targetRpjmd: undefined }));

  it.each([
    ["the profil", "dilengkapi oleh kantor: wilayah, jumlah pegawai, tugas pokok, fungsi. …"],
    ["the issues", "Isu strategis belum tercatat, dilengkapi oleh kantor. …"],
    ["earlier years", "Realisasi tahun sebelumnya untuk indikator sasaran ini belum tercatat"],
    ["the medium term", "Target jangka menengah (Renstra atau RPJMD) untuk indikator"],
    ["the national standard", "Standar nasional untuk indikator sasaran ini belum tercatat"],
    ["the money of a sasaran", "Anggaran program penunjang sasaran ini belum tercatat"],
    ["programmes", "Program dan kegiatan penunjang sasaran ini belum tercatat"],
    ["the budget", "Realisasi anggaran belum tercatat"],
    ["what follows", "Langkah perbaikan tahun berikutnya yang belum disebut"],
  ])("is said of %s, with room to write", (_, part) => {
    expect(said(bare, plainRows)).toContain(part);
  });

  it("is said in official words", () => {
    expect(said(bare, plainRows)).not.toMatch(TIDAK_RESMI);
  });

  it("is no reason to fail: an office without indikator still has a report", () => {
    const rows = {
      ...masukan,
      kantor: { ...kantor, indikatorList: [], pegawaiList: [] },
      berkasList: [],
      realisasi: [],
    };
    const text = said({ ...bare }, rows);
    expect(text).toContain("Indikator tahun 2026 belum tercatat");
    expect(text).toContain("Dari 0 sasaran, 0 mencapai target");
    expect(text).not.toContain("LAMPIRAN");
  });
});

const opsi = (tahunLaluList: readonly Rekap[]): OpsiLkjip => ({
  drafVersi: null,
  nomor: null,
  kantor,
  tahunLaluList,
});

describe("earlier years", () => {
  it("stand oldest first, and only those with figures", () => {
    const rows2024: RekapMasukan = {
      ...masukan2025,
      kantor: {
        ...kantor,
        indikatorList: masukan2025.kantor.indikatorList.map((one) => ({ ...one, tahun: 2024 })),
      },
      realisasi: masukan2025.realisasi.map((row) => ({
        ...row,
        periode: periode(row.periode.replace("2025", "2024")),
      })),
    };
    const list = [
      rekapTahun(masukan2025, 2025),
      rekapTahun(rows2024, 2024),
      rekapTahun(masukan2025, 2023),
    ];
    expect(
      bahanLkjip(rekapTahun(masukan, 2026), opsi(list)).tahunLaluList.map(({ tahun }) => tahun),
    ).toEqual([2025, 2024]);
    const tables = lkjip2026({ tahunLaluList: list }).blokList.filter(
      (blok): blok is Tabel => blok.jenis === "tabel",
    );
    expect(tables.map(({ kolomList }) => kolomList.map(({ judul }) => judul))).toContainEqual([
      "Indikator",
      "2024",
      "2025",
      "2026",
      "Perubahan sejak 2025",
    ]);
  });

  it.each([
    ["the same kode and name", { kode: "1.1", nama: "indeks kepuasan masyarakat " }, 77.625],
    ["another name under the same kode", { kode: "1.1", nama: "Indeks Desa" }, undefined],
    ["another kode", { kode: "9.9", nama: "Indeks Kepuasan Masyarakat" }, undefined],
  ])("are compared for %s", (_, baris, realisasi) => {
    const [lalu] = bahanLkjip(
      rekapTahun(masukan, 2026),
      opsi([rekapTahun(masukan2025, 2025)]),
    ).tahunLaluList;
    expect(lalu).toBeDefined();
    expect(lalu === undefined ? null : barisLalu(baris, lalu)?.realisasi).toEqual(realisasi);
  });
});

describe("the mark of the LKjIP", () => {
  const tandaTangan = {
    jabatan: "Camat",
    nama: "Camat",
    nip: null,
    dasar: null,
    waktu: at("2027-02-01 09:00"),
  };

  it.each<[string, Partial<OpsiLkjip>, string | null, string]>([
    ["a year nobody decided on", {}, "KONSEP", "Status: Konsep, belum disetujui."],
    ["a draft", { drafVersi: 3 }, "KONSEP / DRAF 3", "Status: Draf 3, belum disetujui."],
    ["a signed one", { sebutan: "Bertanda tangan", tandaTangan }, null, "Peraga, 1 Februari 2027"],
  ])("on %s", (_, opsi, tanda, part) => {
    expect(lkjip2026(opsi).tanda).toBe(tanda);
    expect(said(opsi)).toContain(part);
  });
});
