import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import ExcelJS from "exceljs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { BerkasState } from "../../src/core/engine/state.ts";
import { KantorId } from "../../src/core/kantor/schema.ts";
import { wordsOf } from "../documents/poppler.ts";
import type { Person } from "../doubles/telegram/index.ts";
import { allBerkas } from "../support/all-berkas.ts";
import { Office, type OfficeOptions } from "./office.ts";
import { approveTriwulan, fillTriwulan } from "./paringin-selatan.ts";

const kantorFile = join(import.meta.dirname, "uji.yaml");
/** The office has just asked its units for TW IV. */
const pengumpulan = "2027-01-04T07:40:00+08:00";

let office: Office;

async function open(options: Partial<OfficeOptions> = {}): Promise<void> {
  office = await Office.open({ kantorFile, mulai: "2026-12-28T09:00:00+08:00", ...options });
}

const person = (id: string): Person => office.person(id);
const last = (id: string): string => person(id).texts.at(-1) ?? "";
const commandsOf = (one: Person): readonly string[] =>
  office.telegram.commandsFor(one).map(({ command }) => command);

/** The berkas that runs, or the one that ran last. */
async function berkas(): Promise<BerkasState> {
  const [newest] = await allBerkas(office.store);
  if (newest === undefined) throw new Error("no berkas");
  return newest.state;
}

/** The file that came last. */
function fileOf(id: string): Buffer {
  const message = person(id).inbox.findLast((one) => one.document !== undefined);
  if (message === undefined) throw new Error(person(id).transcript());
  return Buffer.from(person(id).opens(message));
}

/** Everything in the workbook that came last, as text. */
async function workbookOf(id: string): Promise<string> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(Uint8Array.from(fileOf(id)).buffer);
  return JSON.stringify(book.worksheets.map((sheet) => sheet.getSheetValues()));
}

afterEach(async () => {
  expect(office.telegram.complaints).toEqual([]);
  expect(await office.logIsWhole()).toBe(true);
  expect(office.logLines.filter(isError)).toEqual([]);
  await office.close();
});

describe("accounts", () => {
  it("an admin invites, the person links, gets their menu and finds what waits for them", async () => {
    await open({ tanpaAkun: ["staf"] });
    await office.moveTo(pengumpulan);
    await office.says("sekcam", "/pegawai");
    expect(last("sekcam")).toContain("5 dari 6 punya akun");
    await office.says("sekcam", "/undang");
    await office.taps("sekcam", "Staf Perencanaan");
    const kode = office.codeTold("sekcam");
    expect(last("sekcam")).toBe(
      `✅ Undangan untuk Staf Perencanaan
Kode: ${kode}, sekali pakai, berlaku sampai Sen 11 Jan, 07.40 WITA.
Sampaikan langsung kepada yang bersangkutan; ia cukup mengirim: /start ${kode}
Atau cukup membuka tautan ini, lalu memilih Mulai: https://t.me/sopir_test_bot?start=${kode}`,
    );
    expect(kode).toMatch(/^[A-HJKMNP-Z2-9]{11}$/);
    const baru = office.telegram.person(900, "Staf Baru");
    expect(commandsOf(baru)).toEqual([]);
    await office.act(() => baru.says(`/start ${kode.toLowerCase()}`));
    expect(baru.texts).toEqual([
      `✅ Akun terhubung
Selamat datang, Staf Perencanaan (Kecamatan Uji).
Di sini Bapak/Ibu menerima tugas SOP dan memantau pengumpulan realisasi. Tidak perlu kata sandi.

Yang menunggu Bapak/Ibu sekarang:
1. Pengumpulan realisasi Triwulan IV 2026, 3 unit belum mengirim`,
    ]);
    await office.act(() => baru.taps("Kerjakan sekarang"));
    expect(baru.texts.at(-1)).toContain("📋 Pengumpulan realisasi Triwulan IV 2026 dimulai");
    await office.telegram.until(() => commandsOf(baru).length > 0);
    expect(commandsOf(baru)).not.toContain("undang");
  });

  it("everybody sees the commands of their own office", async () => {
    await open();
    const semua = "start tugas status tunda dokumen bukti sop saya bantuan batal".split(" ");
    await office.telegram.until(() => office.everybody.every((one) => commandsOf(one).length > 0));
    const extra = (id: string): readonly string[] =>
      commandsOf(person(id)).filter((one) => !semua.includes(one));
    expect(extra("camat")).toEqual([
      "siapabelum",
      "rekap",
      "grafik",
      "mulai",
      "hentikan",
      "riwayat",
      "plh",
      "lke",
    ]);
    expect(extra("sekcam")).toEqual([
      "isi",
      "siapabelum",
      "rekap",
      "grafik",
      "mulai",
      "hentikan",
      "bukakembali",
      "riwayat",
      "siaran",
      "undang",
      "pegawai",
      "plh",
      "libur",
      "target",
      "anggaran",
      "lke",
      "arsip",
      "tahunbaru",
      "unduh",
    ]);
    expect(extra("kasi-pelayanan")).toEqual(["isi", "rekap", "grafik", "riwayat"]);
    for (const one of office.everybody) {
      expect(commandsOf(one)).toEqual(expect.arrayContaining(semua));
      expect(office.telegram.commandsFor(one).every(({ description }) => description !== "")).toBe(
        true,
      );
    }
  });

  it("one person answers from either of two accounts; tasks come to the first", async () => {
    await open();
    const kedua = office.telegram.person(900, "Camat, tablet");
    const kode = await office.invite("camat");
    await office.act(() => kedua.says(`/start ${kode}`));
    await office.moveTo(pengumpulan);
    await fillTriwulan(office, 4);
    await office.taps("kasubbag", "✅ Teruskan");
    await office.taps("sekcam", "✅ Setuju");
    expect(last("camat")).toContain("mohon persetujuan");
    expect(kedua.texts).toHaveLength(1);
    await office.act(() => kedua.says("/tugas"));
    expect(kedua.texts.at(-1)).toContain("mohon persetujuan");
    await office.act(() => kedua.taps("✅ Setuju"));
    expect((await berkas()).status).toBe("selesai");
    for (const one of [person("camat"), kedua]) {
      const sheet = one.inbox.find(({ caption }) => caption?.includes("mohon persetujuan"));
      expect(sheet?.caption).toContain("✅ Disetujui Camat, Sen 4 Jan, 07.40 WITA");
      expect(sheet?.reply_markup).toBeUndefined();
    }
  });

  it("a linked phone that shows a successor's code is asked once, and moves", async () => {
    await open({ tanpaAkun: ["staf"] });
    const phone = person("kasi-pelayanan");
    const kode = office.invitation("staf");
    await office.act(() => phone.says(`/start ${kode}`));
    expect(phone.texts.at(-1)).toBe(
      `⚠️ Ponsel ini terhubung sebagai Kasi Pelayanan
Kode itu untuk Staf Perencanaan. Pindahkan ponsel ini ke Staf Perencanaan? Tugas Kasi Pelayanan tidak lagi sampai di sini; isiannya tetap ada.`,
    );
    await office.act(() => phone.says("pindahkan"));
    expect(phone.texts.at(-1)).toBe(
      `✅ Ponsel ini sekarang terhubung sebagai Staf Perencanaan (Kecamatan Uji)
Tugas Kasi Pelayanan tidak lagi dikirim ke sini. Tugas Bapak/Ibu: /tugas.`,
    );
    expect(last("sekcam")).toBe(
      `⚠️ Ponsel Kasi Pelayanan dipindahkan
Ponsel itu sekarang terhubung sebagai Staf Perencanaan, dengan kode undangan. Bila Kasi Pelayanan memerlukan akun, ketik /undang.`,
    );
    const log = await office.store.readLog(KantorId.parse("uji"), 0, 100);
    expect(log.find(({ jenis }) => jenis === "akun-dipindahkan")).toMatchObject({
      oleh: "kasi-pelayanan",
      data: { dari: "kasi-pelayanan", ke: "staf" },
    });
    await office.moveTo(pengumpulan);
    expect(phone.texts.at(-1)).toContain("3 penanggung jawab");
    await office.act(() => phone.says("/isi"));
    expect(phone.texts.at(-1)).toContain("Saat ini tidak ada indikator yang menunggu isian");
  });

  it("a code that was used between the question and the tap moves nothing", async () => {
    await open({ tanpaAkun: ["staf"] });
    const phone = person("kasi-pelayanan");
    const kode = office.invitation("staf");
    await office.act(() => phone.says(`/start ${kode}`));
    await office.act(() => person("staf").says(`/start ${kode}`));
    await office.act(() => phone.taps("Pindahkan"));
    expect(phone.texts.at(-1)).toContain("Kode undangan itu sudah dipakai.");
    await office.act(() => phone.says("/saya"));
    expect(phone.texts.at(-1)).toContain("Jabatan: Kasi Pelayanan");
  });

  it("one's own link, opened once more, is the menu; a wrong code is told as one", async () => {
    await open();
    await office.says("kasi-pelayanan", `/start ${office.invitation("kasi-pelayanan")}`);
    expect(last("kasi-pelayanan")).toContain("Kasi Pelayanan — Kecamatan Uji");
    await office.says("kasi-pelayanan", "/start KARANGANKU9");
    expect(last("kasi-pelayanan")).toContain("Kode undangan itu tidak dikenal.");
    await office.says("kasi-pelayanan", `/start ${await office.invite("camat")}`);
    await office.taps("kasi-pelayanan", "Tidak jadi");
    await office.says("kasi-pelayanan", "/saya");
    expect(last("kasi-pelayanan")).toContain("Jabatan: Kasi Pelayanan");
  });

  it("/saya unlinks after asking back; then nothing reaches that chat and its menu is gone", async () => {
    await open();
    await office.says("kasi-pelayanan", "/saya");
    expect(last("kasi-pelayanan")).toMatch(/^Profil\nNama: Kasi Pelayanan\n/);
    await office.taps("kasi-pelayanan", "Putuskan akun");
    await office.taps("kasi-pelayanan", "Tidak jadi");
    expect(last("kasi-pelayanan")).toMatch(/^Profil/);
    await office.taps("kasi-pelayanan", "Putuskan akun");
    await office.taps("kasi-pelayanan", "Ya, putuskan");
    expect(last("kasi-pelayanan")).toBe(
      "✅ Akun diputuskan\nUntuk terhubung kembali, mintalah kode undangan kepada admin kantor.",
    );
    await office.telegram.until(() => commandsOf(person("kasi-pelayanan")).length === 0);
    const count = person("kasi-pelayanan").inbox.length;
    await office.moveTo(pengumpulan);
    expect(person("kasi-pelayanan").inbox).toHaveLength(count);
    expect(person("staf").texts.at(-1)).toContain("3 penanggung jawab");
  });
});

describe("filling in", () => {
  beforeEach(async () => {
    await open();
    await office.moveTo(pengumpulan);
  });

  it("takes several figures in one message", async () => {
    await office.says("kasi-pelayanan", "1=86,5 2=9");
    expect(last("kasi-pelayanan")).toBe(
      `✅ Tersimpan 2 angka
1. Indeks Kepuasan Masyarakat: 86,5 (101,76 %)
2. Waktu layanan rata-rata: 9 (110 %)

📋 Ringkasan — 2 indikator, Triwulan IV 2026
1. Indeks Kepuasan Masyarakat: 86,5 nilai (101,76 %)
2. Waktu layanan rata-rata (makin kecil makin baik): 9 menit (110 %)
Bila sudah benar, pilih Kirim. Mengubah: ketik misalnya ubah 2.`,
    );
    await office.taps("kasi-pelayanan", "Kirim");
    expect(last("kasi-pelayanan")).toMatch(/^✅ Realisasi Triwulan IV 2026 terkirim — 2 indikator/);
  });

  it("keeps evidence by its content, beside the figure it proves", async () => {
    const kasi = person("kasi-pelayanan");
    const foto = Buffer.from("sebuah foto");
    const tabel = Buffer.from(await new ExcelJS.Workbook().xlsx.writeBuffer());
    await office.taps("kasi-pelayanan", "Mulai isi");
    await office.says("kasi-pelayanan", "86,5");
    await office.act(() => kasi.photo(foto));
    expect(last("kasi-pelayanan")).toBe(
      `📎 Bukti tersimpan untuk Indeks Kepuasan Masyarakat: foto.jpg (1 berkas).
✍️ Angka Waktu layanan rata-rata (indikator 2 dari 2) masih ditunggu.`,
    );
    const mime = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    await office.act(() => kasi.uploads("layanan.xlsx", tabel, mime, "9"));
    expect(last("kasi-pelayanan")).toContain("1 bukti");
    const { isianByKode } = await berkas();
    for (const [kode, nama, data] of [
      ["1.1", "foto.jpg", foto],
      ["1.2", "layanan.xlsx", tabel],
    ] as const) {
      const hash = createHash("sha256").update(data).digest("hex");
      expect(isianByKode[kode]?.bukti).toMatchObject([{ nama, hash, ukuranByte: data.length }]);
      const path = join(office.dir, "berkas", hash.slice(0, 2), hash.slice(2));
      expect(readFileSync(path)).toEqual(data);
    }
    await office.restart();
    await office.taps("kasi-pelayanan", "Kirim");
    await fillTriwulanOthers();
    expect((await berkas()).isianByKode["1.1"]?.bukti).toHaveLength(1);
  });

  it("is done again by the one unit whose figures came back", async () => {
    await fillTriwulan(office, 4);
    const quiet = person("kasi-pemerintahan").inbox.length;
    await office.taps("kasubbag", "↩️ Kembalikan");
    expect(last("kasubbag")).toBe(
      "↩️ Mengembalikan Triwulan IV 2026\nRealisasi siapa yang perlu diperbaiki?",
    );
    await office.taps("kasubbag", "Kasi Pelayanan");
    await office.says("kasubbag", "Nilai IKM belum final.");
    expect(last("kasubbag")).toBe(
      `↩️ Dikembalikan. Catatan Bapak/Ibu sudah diteruskan.
Sekarang: Mengumpulkan data laporan kinerja triwulan, langkah 1 dari 8, pada Kasi Pelayanan.`,
    );
    expect(last("kasi-pelayanan")).toMatch(
      /^↩️ Realisasi Triwulan IV 2026 perlu diperbaiki\nCatatan Kasubbag Perencanaan: Nilai IKM belum final\.\n/,
    );
    expect(person("kasi-pemerintahan").inbox).toHaveLength(quiet);
    await office.taps("kasi-pelayanan", "Perbaiki");
    await office.says("kasi-pelayanan", "ubah 1");
    await office.says("kasi-pelayanan", "87");
    await office.taps("kasi-pelayanan", "Kirim");
    expect(last("kasubbag")).toMatch(
      /^📄 Draf 2 Laporan Triwulan IV 2026 siap diperiksa\nBerubah sejak Draf 1: Indeks Kepuasan Masyarakat 88,4 → 87\./,
    );
  });

  it("ends without the last units when the coordinator says why", async () => {
    await office.says("kasi-pelayanan", "1=86,5 2=9");
    await office.taps("kasi-pelayanan", "Kirim");
    await office.taps("staf", "Tutup pengumpulan");
    expect(last("staf")).toBe(
      `⚠️ Tutup pengumpulan Triwulan IV 2026
Belum mengirim: Kasi Pemerintahan, Kasubbag Perencanaan. Berkas dilanjutkan tanpa angka mereka.
Apa alasannya? Satu kalimat, akan disampaikan kepada mereka.`,
    );
    await office.says("staf", "Batas waktu kabupaten hari ini.");
    expect(last("staf")).toMatch(
      /^✅ Pengumpulan ditutup\.\nSekarang: Mengolah .*, pada Kasubbag Perencanaan\.$/,
    );
    expect(last("kasi-pemerintahan")).toMatch(
      /^⚠️ Pengumpulan realisasi Triwulan IV 2026 ditutup\n.*Staf Perencanaan: Batas waktu kabupaten hari ini\./,
    );
    expect(last("kasi-pemerintahan")).toMatch(/Tugas lainnya: \/tugas\.$/);
    expect(person("kasi-pelayanan").texts.at(-1)).toContain("terkirim");
    expect(last("kasubbag")).toContain("Belum mengirim: Kasi Pemerintahan, Kasubbag Perencanaan.");
    await office.says("kasi-pemerintahan", "/isi");
    expect(last("kasi-pemerintahan")).toBe(
      "Saat ini tidak ada indikator yang menunggu isian Bapak/Ibu.",
    );
  });
});

describe("what can be asked for", () => {
  beforeEach(async () => {
    await open();
    await office.moveTo(pengumpulan);
  });

  it("/status shows who has sent, who holds it and until when", async () => {
    await office.says("kasi-pelayanan", "1=86,5 2=9");
    await office.taps("kasi-pelayanan", "Kirim");
    await office.says("kasi-pemerintahan", "/isi");
    await office.says("kasi-pemerintahan", "36/40");
    await office.says("camat", "/status");
    expect(last("camat")).toBe(
      `📋 Triwulan IV 2026 — langkah 1 dari 8: Mengumpulkan data laporan kinerja triwulan
Sudah: Kasi Pelayanan
Belum: Kasi Pemerintahan (1 dari 2), Kasubbag Perencanaan (0 dari 1)`,
    );
    await office.taps("camat", "Ingatkan yang belum");
    expect(last("camat")).toBe(
      "✅ Pengingat dikirim kepada Kasi Pemerintahan, Kasubbag Perencanaan.",
    );
    expect(last("kasubbag")).toBe(
      `⏰ Realisasi Triwulan IV 2026, kurang 1 indikator — masih ditunggu
Camat mengingatkan dengan hormat; batas Sen 4 Jan, 07.45 WITA.
Pilih Kerjakan sekarang; bila ada kendala, mohon sampaikan kepada Camat.`,
    );
  });

  it("/tugas opens the only task, and lists several by their deadline", async () => {
    await office.says("kasubbag", "/tugas");
    expect(last("kasubbag")).toMatch(/^📋 Realisasi Triwulan IV 2026 — 1 indikator menunggu/);
    await office.says("sekcam", "/mulai");
    await office.says("sekcam", "TW 3 2026");
    expect(last("sekcam")).toMatch(
      /^✅ Berkas Triwulan III 2026 dibuka — Pengumpulan Data Kinerja/,
    );
    await office.says("kasubbag", "/tugas");
    expect(last("kasubbag")).toMatch(/^📋 Tugas Bapak\/Ibu — 2\n1\. Realisasi Triwulan I/);
    await office.taps("kasubbag", "Kerjakan 2");
    expect(last("kasubbag")).toContain("Indikator 1 dari 1 — Realisasi anggaran");
    await office.says("camat", "/tugas");
    expect(last("camat")).toBe(
      "✅ Tidak ada tugas yang menunggu Bapak/Ibu saat ini.\nPerkembangan kantor: /status.",
    );
  });

  it("/rekap says which triwulan has no figures yet, and later brings a unit its own rows", async () => {
    await office.says("kasi-pelayanan", "/rekap");
    expect(last("kasi-pelayanan")).toBe(
      "Belum ada angka untuk Triwulan IV 2026. Periode lain: ketik misalnya /rekap 3 2026.",
    );
    await fillTriwulan(office, 4);
    await office.says("kasi-pelayanan", "rekap");
    expect(last("kasi-pelayanan")).toBe(
      `📄 Rekap Triwulan IV 2026 — indikator Kasi Pelayanan
Terisi 2 dari 2 indikator; rata-rata capaian 112 %.
Periode lain: ketik misalnya /rekap 3 2026.`,
    );
    const workbook = await workbookOf("kasi-pelayanan");
    expect(workbook).toContain("Indeks Kepuasan Masyarakat");
    expect(workbook).not.toContain("Pembinaan desa");
  });

  it("/grafik sends a photo of capaian, of a trend and of the board, and none where there is nothing", async () => {
    const photo = (id: string): Buffer => {
      const message = person(id).inbox.at(-1);
      if (message?.photo === undefined) throw new Error(person(id).transcript());
      return Buffer.from(person(id).opens(message));
    };
    await office.says("kasi-pelayanan", "/grafik");
    await office.taps("kasi-pelayanan", "Capaian per sasaran");
    expect(last("kasi-pelayanan")).toContain("Belum ada capaian Triwulan IV 2026");
    await fillTriwulan(office, 4);
    await office.says("camat", "/grafik capaian");
    expect(person("camat").inbox.at(-1)?.caption).toContain("Capaian per sasaran Triwulan IV 2026");
    expect(photo("camat").subarray(1, 4).toString("latin1")).toBe("PNG");
    await office.taps("camat", "Grafik lain");
    await office.taps("camat", "Papan SOP");
    expect(photo("camat").byteLength).toBeGreaterThan(10_000);
    await office.says("kasi-pelayanan", "/grafik 1.1");
    expect(person("kasi-pelayanan").inbox.at(-1)?.caption).toContain("Tren 1.1");
    expect(photo("kasi-pelayanan").byteLength).toBeGreaterThan(10_000);
  });

  it("/sop shows the sheet as it is printed, with its chart", async () => {
    const before = office.person("staf").inbox.length;
    await office.says("staf", "/sop");
    const parts = office.person("staf").inbox.slice(before);
    expect(parts.map(({ document }) => document?.file_name).filter(Boolean)).toEqual([
      "SOP Pengumpulan Data Kinerja.png",
    ]);
    const sheet = parts.map(({ text, caption }) => text ?? caption ?? "").join("\n");
    expect(sheet.trimStart()).toMatch(/^📄 Pengumpulan Data Kinerja\nKecamatan Paringin Selatan/);
    expect(sheet).toContain(
      "4a. Menyetujui laporan kinerja triwulan (tambahan)\nPelaksana: Camat · Waktu: tidak disebut",
    );
  });

  it("/dokumen has every draft, of a closed berkas too, with the figures of its time", async () => {
    await fillTriwulan(office, 4);
    await office.moveTo("2027-01-04T08:00:00+08:00");
    await office.taps("kasubbag", "↩️ Kembalikan");
    await office.taps("kasubbag", "Kasi Pelayanan");
    await office.says("kasubbag", "Nilai IKM belum final.");
    await office.taps("kasi-pelayanan", "Perbaiki");
    await office.says("kasi-pelayanan", "1=87,3");
    await office.taps("kasi-pelayanan", "Kirim");
    await approveTriwulan(office);
    expect((await berkas()).status).toBe("selesai");
    await office.says("camat", "/dokumen");
    expect(last("camat")).toBe(
      `📄 Dokumen Triwulan IV 2026 — Pengumpulan Data Kinerja
1. Laporan, Final (akhir) — Camat, Sen 4 Jan, 08.00 WITA (tidak ada angka yang berubah)
2. Laporan, Draf 2 — Sen 4 Jan, 08.00 WITA (1 angka berubah)
3. Data Kinerja Terkumpul (2) — Sen 4 Jan, 08.00 WITA
4. Laporan, Draf 1 — Sen 4 Jan, 07.40 WITA
5. Data Kinerja Terkumpul — Sen 4 Jan, 07.40 WITA
6. Rencana Aksi — Sen 4 Jan, 07.40 WITA
7. Perjanjian Kinerja — Sen 4 Jan, 07.40 WITA
Pilih dokumen untuk menerimanya.`,
    );
    await office.taps("camat", "Laporan, Draf 1");
    expect(last("camat")).toBe("📄 Laporan, Draf 1 Triwulan IV 2026 — PDF terlampir.");
    expect(await wordsOf(fileOf("camat"))).toContain("KONSEP / DRAF 1");
    expect(await wordsOf(fileOf("camat"))).toContain("realisasi 88,4 nilai");
    await office.taps("camat", "Unduh rekap Excel");
    expect(await workbookOf("camat")).toContain("88.4");
    expect(await workbookOf("camat")).not.toContain("87.3");
    await office.says("camat", "dokumen");
    await office.says("camat", "1");
    expect(last("camat")).toContain("📄 Laporan, Final (akhir) Triwulan IV 2026");
    expect(await wordsOf(fileOf("camat"))).not.toContain("KONSEP");
    expect(await wordsOf(fileOf("camat"))).toContain("Disetujui secara internal melalui aplikasi");
    await office.taps("camat", "Unduh Word");
    expect(fileOf("camat").subarray(0, 2).toString()).toBe("PK");
    await office.says("camat", "/dokumen");
    await office.says("camat", "1");
    await office.taps("camat", "Unduh rekap Excel");
    expect(await workbookOf("camat")).toContain("87.3");
  });
});

describe("a broadcast", () => {
  beforeEach(() => open());

  it("is written, aimed, previewed, sent, counted and reported", async () => {
    person("staf").blocks();
    await office.says("sekcam", "/siaran");
    await office.says("sekcam", "Rapat Kamis pukul 09.00 di aula.");
    expect(person("sekcam").buttons).toContain("Para Kasi (2)");
    await office.taps("sekcam", "Semua (5)");
    expect(last("sekcam")).toBe(
      `📄 Pratinjau siaran
Rapat Kamis pukul 09.00 di aula.

Akan dikirim ke 5 orang, perkiraan 6 detik.`,
    );
    expect(last("camat")).not.toContain("Pengumuman");
    await office.taps("sekcam", "Kirim");
    expect(last("sekcam")).toBe("✅ Siaran dikirim ke 5 orang\nLaporannya menyusul di sini.");
    const { message_id } = person("sekcam").last ?? {};
    expect(last("camat")).toBe("📄 Pengumuman\nRapat Kamis pukul 09.00 di aula.");
    await office.moveTo("2026-12-28T09:00:10+08:00");
    expect(person("sekcam").last?.message_id).toBe(message_id);
    expect(last("sekcam")).toMatch(
      /^✅ Siaran selesai\nTerkirim 4 dari 5, gagal 1\.\nGagal: Staf Perencanaan \(.*\)\.$/,
    );
    expect(person("sekcam").buttons).toEqual([]);
  });

  it("shows how far it is, and can be called off", async () => {
    await office.says("sekcam", "/siaran Rapat batal.");
    await office.taps("sekcam", "Semua (5)");
    const camat = person("camat");
    const recover = office.telegram.faults.failChat(camat.id, 502, "Bad Gateway");
    await office.taps("sekcam", "Kirim");
    await office.moveTo("2026-12-28T09:00:06+08:00");
    await office.telegram.until(() => last("sekcam").startsWith("📄 Siaran sedang dikirim"));
    expect(last("sekcam")).toBe("📄 Siaran sedang dikirim\nTerkirim 4 dari 5, menunggu 1.");
    const progress = person("sekcam").last;
    await office.taps("sekcam", "Batalkan siaran");
    recover();
    await office.moveTo("2026-12-28T09:05:00+08:00");
    await office.telegram.until(() =>
      person("sekcam").texts.includes("↩️ Siaran dibatalkan\nTerlanjur terkirim 4 dari 5, gagal 0."),
    );
    expect(last("sekcam")).toBe(
      "✅ Siaran dibatalkan. Yang sudah terkirim tidak dapat ditarik kembali.",
    );
    expect(progress?.message_id).toBeLessThan(person("sekcam").last?.message_id ?? 0);
    expect(camat.texts.join()).not.toContain("Rapat batal.");
    expect(last("staf")).toContain("Rapat batal.");
  });

  it("is not sent when the sender thinks better of it", async () => {
    const count = office.everybody.map(({ inbox }) => inbox.length);
    await office.says("sekcam", "/siaran Besok libur.");
    await office.taps("sekcam", "Semua (5)");
    await office.taps("sekcam", "Batal");
    expect(last("sekcam")).toBe("✅ Dibatalkan. Tidak ada yang berubah.");
    const grown = office.everybody.filter(({ inbox }, index) => inbox.length !== count[index]);
    expect(grown).toEqual([person("sekcam")]);
  });
});

/** The units of TW IV besides Pelayanan. */
async function fillTriwulanOthers(): Promise<void> {
  await office.says("kasi-pemerintahan", "1=36/40 2=3");
  await office.taps("kasi-pemerintahan", "Kirim");
  await office.says("kasubbag", "/isi");
  await office.says("kasubbag", "95");
  await office.taps("kasubbag", "Kirim");
}

/** That somebody blocked the bot is told to the operator too. */
const isError = (line: string): boolean =>
  line.includes('"level":"error"') && !line.includes('"error":"tidak terjangkau"');
