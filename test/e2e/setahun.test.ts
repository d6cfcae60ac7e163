import { join } from "node:path";
import type { Workbook } from "exceljs";
import { beforeAll, describe, expect, it } from "vitest";
import { wordsOf } from "../documents/poppler.ts";
import { askRekap, rowOf, sheetOf } from "./buku-rekap.ts";
import { type ArsipTerbuka, openArsip, papersOf } from "./isian-formulir.ts";
import { Office } from "./office.ts";
import { approveTriwulan, fillUnit, passSemester, passTahun } from "./paringin-selatan.ts";
import { BARIS_LKJIP, DIKETIK, HARAPAN, type Lembar } from "./setahun-angka.ts";

const NAMA: Readonly<Record<Exclude<keyof Lembar, "rataRata">, string>> = {
  ikm: "Indeks Kepuasan Masyarakat",
  waktu: "Waktu layanan rata-rata",
  koordinasi: "Koordinasi yang ditindaklanjuti",
  desa: "Pembinaan desa",
  anggaran: "Realisasi anggaran",
};

/** Who comes in April, and who compiles from June on: the staff member who became Kasubbag. */
const PENERUS = "kasi-pemerintahan-2";
const PENYUSUN = "staf";
/** Of a low figure neither what follows nor what helped is told. */
const LEWATI = ["Lewati", "Lewati"];

let office: Office;
let arsip: ArsipTerbuka;

/** One person's acts in order: a text is typed, a choice is tapped. */
async function acts(
  id: string,
  ...actList: readonly (string | { readonly pilih: string })[]
): Promise<void> {
  for (const act of actList) {
    await (typeof act === "string" ? office.says(id, act) : office.taps(id, act.pilih));
  }
}
const pilih = (judul: string): { readonly pilih: string } => ({ pilih: judul });

const heard = (id: string, words: string): readonly string[] =>
  office.person(id).texts.filter((text) => text.includes(words));

/** April: the Kasi leaves with one figure of two typed; the successor sees what is open and goes on. */
async function triwulanSatu(): Promise<void> {
  await office.moveTo("2026-04-01T07:40:00+08:00");
  await fillUnit(office, "kasi-pelayanan", [DIKETIK.ikm[0], DIKETIK.waktu[0]]);
  await fillUnit(office, "kasubbag", [DIKETIK.anggaran[0]]);
  await office.taps("kasi-pemerintahan", "Mulai isi");
  await acts("kasi-pemerintahan", DIKETIK.koordinasi[0]);
  const penerus = "Penerus Kasi Pemerintahan";
  await acts(
    "sekcam",
    "/pegawai keluar kasi-pemerintahan",
    pilih("Pegawai baru"),
    penerus,
    pilih("Ya, alihkan"),
  );
  await office.joins(PENERUS, penerus, office.codeTold("sekcam"));
  expect(heard(PENERUS, "kurang 1 indikator")).toHaveLength(1);
  await office.taps(PENERUS, "Kerjakan sekarang");
  await acts(PENERUS, DIKETIK.desa[0], "Satu desa belum menjadwalkan", ...LEWATI);
  await office.taps(PENERUS, "Kirim");
  await approveTriwulan(office);
}

/** June: the staff member becomes Kasubbag, the Kasubbag Kasi; both learn it, and keep their figures. */
async function mutasi(): Promise<void> {
  await office.moveTo("2026-06-02T09:00:00+08:00");
  const changes = [
    ["peran staf", "kasubbag, staf"],
    ["peran kasubbag", "kasi"],
    ["jabatan kasubbag", "Kasi Ekonomi Pembangunan", pilih("Tetap yang sekarang")],
    ["jabatan staf", "Kasubbag Perencanaan"],
  ] as const;
  for (const [apa, ...said] of changes)
    await acts("sekcam", `/pegawai ${apa}`, ...said, pilih("Ya, simpan"));
  expect(heard("kasubbag", "Peran Bapak/Ibu sekarang kasi")).toHaveLength(1);
  expect(heard("staf", "Jabatan Bapak/Ibu tercatat Kasubbag Perencanaan")).toHaveLength(1);
}

/** July: a flood in the week of collecting; only who still owes something is told, once. */
async function triwulanDua(): Promise<void> {
  await office.moveTo("2026-07-01T07:40:00+08:00");
  const sebab = "Satu petugas loket sakit";
  await fillUnit(office, "kasi-pelayanan", [DIKETIK.ikm[1], DIKETIK.waktu[1], sebab, ...LEWATI]);
  await office.moveTo("2026-07-02T09:00:00+08:00");
  await acts("sekcam", "/libur tambah", "6 Juli 2026", "Banjir", "SE Bupati 360/12/2026");
  await acts("sekcam", pilih("Ya, catat"));
  for (const id of [PENERUS, "kasubbag"]) {
    expect(heard(id, "Tenggat Triwulan II 2026 berubah")).toEqual([
      expect.stringMatching(
        /batas periode Rab 8 Jul, 16\.00 WITA\.\nSemula batas periode Sel 7 Jul/,
      ),
    ]);
  }
  expect(heard("kasi-pelayanan", "Tenggat Triwulan II")).toEqual([]);
  await fillUnit(office, PENERUS, [DIKETIK.koordinasi[1], DIKETIK.desa[1]]);
  await fillUnit(office, "kasubbag", [DIKETIK.anggaran[1]]);
  await approveTriwulan(office, { kasubbag: PENYUSUN });
  await passSemester(office, PENYUSUN);
}

/** September: the decree on another target; it leaves what is finished as it was. */
async function perubahanTarget(): Promise<void> {
  await office.moveTo("2026-09-15T09:00:00+08:00");
  await acts(PENYUSUN, "/target 1.1", pilih("TW III"), "86", "88", pilih("Sesuai triwulan (88)"));
  await acts(PENYUSUN, "Perubahan PK Nomor 45/2026", "15 September", pilih("Ya, catat"));
  expect(heard("kasi-pelayanan", "Target 1.1 berubah mulai Triwulan III 2026")).toEqual([
    expect.stringContaining("TW III: 84 → 86 nilai\nTW IV: 85 → 88 nilai"),
  ]);
}

/** A week later a figure of TW II is found wrong; report and semester are made and approved anew. */
async function bukaKembali(): Promise<void> {
  await office.moveTo("2026-09-21T09:00:00+08:00");
  await acts(PENYUSUN, "/bukakembali TW 2 2026", "1.2", "2", "Satu bulan belum terhitung.");
  await office.taps("camat", "✅ Setuju");
  await office.taps("kasi-pelayanan", "Perbaiki");
  await acts("kasi-pelayanan", "ubah 1", DIKETIK.waktuTw2Betul);
  await office.taps("kasi-pelayanan", "Kirim");
  await approveTriwulan(office, { kasubbag: PENYUSUN });
  await office.moveTo("2026-09-21T09:30:00+08:00");
  expect(heard(PENYUSUN, "Semester I 2026 sudah selesai dengan angka lama")).toEqual([
    expect.stringContaining("1.2 (Triwulan II 2026): 12 → 9,5"),
  ]);
  await office.taps(PENYUSUN, "🔓 Buka kembali");
  await office.taps(PENYUSUN, "3 hari kerja");
  await acts(PENYUSUN, "Angka Triwulan II dibetulkan.");
  await office.taps("camat", "✅ Setuju");
  await passSemester(office, PENYUSUN);
  expect(heard("sekcam", "Laporan Semester I 2026 siap dikoreksi").at(-1)).toContain(
    "Berubah sejak Draf 2: Waktu layanan rata-rata (Triwulan II 2026) 12 → 9,5.",
  );
}

/** October: the Camat is away, and the Sekcam approves as Plh. */
async function triwulanTiga(): Promise<void> {
  await office.moveTo("2026-09-30T09:00:00+08:00");
  await acts(
    "camat",
    "/plh baru",
    pilih("Camat"),
    pilih("Dinas luar"),
    "1 Oktober",
    "8 Oktober",
    pilih("Sekcam"),
  );
  await acts("camat", "SP 800/45/2026", pilih("Ya, catat"));
  await office.moveTo("2026-10-01T07:40:00+08:00");
  const sebab = "Target naik, survei baru sekali";
  await fillUnit(office, "kasi-pelayanan", [DIKETIK.ikm[2], sebab, ...LEWATI, DIKETIK.waktu[2]]);
  await fillUnit(office, PENERUS, [DIKETIK.koordinasi[2], DIKETIK.desa[2]]);
  await fillUnit(office, "kasubbag", [
    DIKETIK.anggaran[2],
    "Anggaran perubahan terlambat disahkan",
    ...LEWATI,
  ]);
  await approveTriwulan(office, { kasubbag: PENYUSUN, kepala: "sekcam" });
  await office.moveTo("2026-10-09T08:00:00+08:00");
  expect(heard("sekcam", "Plh. Camat selesai")).toHaveLength(1);
}

/** January: the last triwulan, the semester, the money, the year. */
async function akhirTahun(): Promise<void> {
  await office.moveTo("2027-01-04T07:40:00+08:00");
  const sebab = "Pindah ke loket sementara";
  await fillUnit(office, "kasi-pelayanan", [DIKETIK.ikm[3], DIKETIK.waktu[3], sebab, ...LEWATI]);
  await fillUnit(office, PENERUS, [DIKETIK.koordinasi[3], DIKETIK.desa[3]]);
  await fillUnit(office, "kasubbag", [DIKETIK.anggaran[3]]);
  await approveTriwulan(office, { kasubbag: PENYUSUN });
  const programList = [
    "Program Pelayanan; 250.000.000; 241.500.000; 1",
    "Program Pemerintahan; 180.000.000; 165.600.000; 2",
    "Program Penunjang; 620.000.000; 605.100.000",
  ];
  await acts(PENYUSUN, "/anggaran", programList.join("\n"), pilih("Ya, catat"));
  await passSemester(office, PENYUSUN);
  await passTahun(office, PENYUSUN);
}

/** A table of the workbook as it is expected to be. */
function lembarOf(book: Workbook, nama: string): Readonly<Record<string, unknown>> {
  const rows = Object.entries(NAMA).map(([key, indikator]) => {
    const row = rowOf(book, nama, indikator);
    const [target = "", realisasi = ""] = [
      /^Target (?!Tahunan)|^Target Tahunan$/,
      /^Realisasi /,
    ].map(
      (judul) =>
        row[Object.keys(row).findLast((one) => judul.test(one) && !/Semula/.test(one)) ?? ""],
    );
    const duaDesimal = Math.round(Number(realisasi) * 100) / 100;
    return [key, [Number(target), duaDesimal, Number(row["Capaian %"]), row["Kategori"]]];
  });
  let rataRata: number | null = null;
  sheetOf(book, nama).eachRow((row) => {
    if (row.getCell(2).text.startsWith("Rata-rata capaian"))
      rataRata = Number(row.getCell(3).value);
  });
  return { ...Object.fromEntries(rows), rataRata };
}

/** What a paper of the archive says, by the end of its path. */
async function paper(path: string): Promise<string> {
  const found = [...arsip.dataByPath].find(([one]) => one.endsWith(path));
  if (found === undefined) throw new Error(arsip.pathList.join("\n"));
  return wordsOf(Uint8Array.from(found[1]));
}

describe("a year of sheet 003 with everything a year brings", () => {
  beforeAll(async () => {
    const kantorFile = join(import.meta.dirname, "uji.yaml");
    office = await Office.open({ kantorFile, mulai: "2026-01-05T09:00:00+08:00" });
    return () => office.close();
  }, 60_000);

  it("is played from the first triwulan to the archive", async () => {
    await triwulanSatu();
    await mutasi();
    await triwulanDua();
    await perubahanTarget();
    await bukaKembali();
    await triwulanTiga();
    await akhirTahun();
    const ends = ["2026", "2026-S1", "2026-S2", "2026-TW1", "2026-TW2", "2026-TW3", "2026-TW4"];
    expect(await office.berkasEnds()).toEqual(ends.map((periode) => `${periode} selesai`));
    arsip = await openArsip(office, PENYUSUN);
    expect([arsip.lokasi, arsip.tidakCocok]).toEqual(["Lemari arsip 1", []]);
  }, 240_000);

  it("costs everybody few taps and texts", () => {
    const counts = office.everybody.map(({ name, tapsMade, outbox, inbox }) => [
      name,
      [tapsMade.length, outbox.length, inbox.length],
    ]);
    // taps, texts typed, messages received; by the post each began the year in
    expect(Object.fromEntries(counts)).toEqual({
      Camat: [11, 5, 29],
      Sekcam: [17, 15, 51],
      "Kasi Pelayanan": [10, 20, 45],
      "Kasi Pemerintahan": [1, 2, 4],
      "Penerus Kasi Pemerintahan": [8, 11, 34],
      "Kasubbag Perencanaan": [9, 8, 36],
      "Staf Perencanaan": [20, 14, 66],
    });
  });

  it("has every figure, target, mean and category right in the rekap", async () => {
    const found: Record<string, unknown> = {};
    for (const [at, romawi] of ["I", "II", "III", "IV"].entries()) {
      const book = await askRekap(office, `${at + 1} 2026`);
      const nama = `Rekap TW ${romawi}`;
      found[nama] = lembarOf(book, nama);
      if (at < 3) continue;
      for (const lain of ["Semester I", "Semester II", "Tahunan"])
        found[lain] = lembarOf(book, lain);
      expect(rowOf(book, "Tahunan", NAMA.ikm)).toMatchObject({
        "Target Tahunan Semula": "85",
        "Dasar Perubahan Target":
          "Perubahan PK Nomor 45/2026 tanggal 15 September 2026, mulai TW III",
      });
      expect(rowOf(book, "Persetujuan", "TW III", "Periode")).toMatchObject({
        Oleh: "Plh. Camat",
        Nama: "Sekretaris Kecamatan (mewakili Camat, SP 800/45/2026)",
      });
    }
    expect(found).toEqual(HARAPAN);
  }, 120_000);

  it("has them right in the LKjIP", async () => {
    const lkjip = await paper("Laporan Kinerja Tahun 2026 - Kecamatan Uji - Final - disetujui.pdf");
    expect(BARIS_LKJIP.filter((baris) => !lkjip.includes(baris))).toEqual([]);
  }, 60_000);

  it("says on the papers who approved, and what was corrected", async () => {
    expect(
      await paper("Laporan Kinerja TW III 2026 - Kecamatan Uji - Final - disetujui.pdf"),
    ).toContain("disetujui oleh Plh. Camat (Sekretaris Kecamatan, mewakili Camat, SP 800/45/2026)");
    const row = "Waktu layanan rata-rata (menit) ↓ 10 10";
    const tw2 = "Laporan Kinerja TW II 2026 - Kecamatan Uji - Final";
    expect(await paper(`${tw2} - disetujui.pdf`)).toContain(`${row} 12`);
    expect(await paper(`${tw2} (perbaikan 1) - disetujui.pdf`)).toContain(`${row} 9,5`);
    expect(arsip.pathList.filter((path) => /Draf.*disetujui/.test(path))).toEqual([]);
    // this sheet sends its reports nowhere, so nobody outside has an old figure to be told of
    const papers = await papersOf(office, "2026-TW2");
    expect(papers.filter(({ jenis }) => jenis === "surat-ralat")).toEqual([]);
  }, 60_000);

  it("leaves a whole log, nothing undelivered, and nobody told twice of the same", async () => {
    expect(await office.logIsWhole()).toBe(true);
    expect(await office.store.outboxDepth()).toEqual({ pending: 0, dead: 0 });
    expect(office.telegram.complaints).toEqual([]);
    expect(office.logLines.filter((line) => JSON.parse(line).level >= 50)).toEqual([]);
    const twice = office.everybody.flatMap(({ texts }) =>
      texts.filter((text, at) => texts.indexOf(text) !== at && !/^(⏰ Pengingat|✅ )/.test(text)),
    );
    // asked twice, for two figures were low and two berkas were opened again; a ✅ answers what was done, a ⏰ comes again
    expect(twice).toEqual([
      expect.stringContaining("🤝 Adakah yang mendukung Waktu layanan rata-rata?"),
      "Apa alasannya? Satu kalimat, akan dibaca Camat.",
    ]);
  });
});
