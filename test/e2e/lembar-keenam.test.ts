import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { run } from "../cli/run.ts";
import { isiFormulir, openArsip, PAKAI, paperLines } from "./isian-formulir.ts";
import { Office } from "./office.ts";

const sheet = `
id: monev-bansos
nama: Monitoring dan Evaluasi Bantuan Sosial
instansi: Kecamatan Uji
kepala:
  nomor: null
  tanggalPembuatan: null
  tanggalRevisi: null
  tanggalPengesahan: null
  disahkanOleh: null
  dasarHukum: []
  kualifikasiPelaksana: []
  keterkaitan: []
  peralatan: []
  peringatan: []
  pencatatan: []
siklus: { triwulan: [1, 2, 3, 4, 5] }
pelaksana: [staf, kasubbag, sekcam, camat]
langkah:
  - no: 1
    uraian: Memantau penyaluran bantuan di desa
    jenis: formulir
    pelaksana: { peran: staf }
    mutuBaku: { waktu: 2 hari, keluaran: [Catatan pemantauan] }
    tahap:
      - judul: Pemantauan bantuan {{periode}}
        isian:
          - { kode: desa, nama: Desa, tanya: Desa mana yang dikunjungi?, tipe: teks }
          - { kode: jumlah, nama: Jumlah penerima, tanya: Berapa penerimanya?, tipe: angka, min: 0 }
          - { kode: keadaan, nama: Keadaan, tanya: Bagaimana penyalurannya?, tipe: pilihan, opsi: [Lancar, Terlambat] }
        tombol: "✅ Laporkan"
        naskah: [catatan-langkah]
    hasil: { selesai: 2 }
  - no: 2
    uraian: Rapat evaluasi bantuan
    jenis: formulir
    formulir: rapat
    pelaksana: { peran: sekcam, memasok: [staf, kasubbag] }
    mutuBaku: { waktu: 2 jam, keluaran: [Notulen] }
    hasil: { selesai: 3 }
  - no: 3
    uraian: Menyetujui hasil evaluasi
    jenis: keputusan
    tentang: notulen
    pelaksana: { peran: camat }
    mutuBaku: { waktu: 30 menit }
    hasil: { setuju: 4, kembalikan: 1 }
  - no: 4
    uraian: Mengirim hasil evaluasi
    jenis: formulir
    formulir: surat-pengantar
    pelaksana: { peran: kasubbag }
    mutuBaku: { waktu: 1 jam, keluaran: [Surat Pengantar] }
    hasil: { selesai: 5 }
  - no: 5
    uraian: Menyimpan dokumen
    jenis: formulir
    formulir: arsip
    pelaksana: { peran: kasubbag }
    mutuBaku: { waktu: null }
    hasil: { selesai: selesai }
`;

let office: Office;
let flows: string;

async function monitor(jumlah: string): Promise<void> {
  await isiFormulir(office, "staf", ["Desa Makmur", jumlah]);
  await office.taps("staf", "Lancar");
  await office.taps("staf", "✅ Laporkan");
}

async function meet(tanggal: number): Promise<void> {
  await isiFormulir(office, "sekcam", [PAKAI, `${tanggal} Januari 2027`, PAKAI, PAKAI, PAKAI]);
  await office.taps("sekcam", "✅ Kirim undangan");
  await office.taps("staf", "✅ Hadir");
  await office.moveTo(`2027-01-0${tanggal}T11:00:00+07:00`);
  await isiFormulir(office, "sekcam", [PAKAI, PAKAI, "Penyaluran dilanjutkan", PAKAI]);
  await office.taps("sekcam", "✅ Sahkan notulen");
}

describe("a sheet of another topic", () => {
  beforeAll(async () => {
    flows = mkdtempSync(join(tmpdir(), "sopir-flows-"));
    cpSync(join(import.meta.dirname, "../../flows"), flows, { recursive: true });
    writeFileSync(join(flows, "sop/monev-bansos.yaml"), sheet);
    office = await Office.open({
      kantorFile: join(import.meta.dirname, "../support/kantor/uji-mekanisme.yaml"),
      flows,
      mulai: "2026-12-28T09:00:00+07:00",
      ubah: (yaml) => yaml.replace("sop: [mekanisme-pengukuran]", "sop: [monev-bansos]"),
    });
    await office.moveTo("2027-01-04T08:00:00+07:00");
  });
  afterAll(async () => {
    await office.close();
    rmSync(flows, { recursive: true });
  });

  it("is one file that has no fault", async () => {
    const { code } = await run(["sop", "lint", join(flows, "sop/monev-bansos.yaml")], {
      flows,
    });
    expect(code).toBe(0);
  });

  it("is nothing the program knows by name", () => {
    const src = join(import.meta.dirname, "../../src");
    const known = readdirSync(src, { recursive: true, encoding: "utf8" }).filter(
      (name) =>
        name.endsWith(".ts") &&
        /bansos|bantuan sosial/i.test(readFileSync(join(src, name), "utf8")),
    );
    expect(known).toEqual([]);
  });

  it("is shown with its flow chart", async () => {
    const sekcam = office.person("sekcam");
    await office.says("sekcam", "/sop");
    expect(sekcam.transcript()).toContain("Monitoring dan Evaluasi Bantuan Sosial");
    expect(
      sekcam.inbox.some(({ photo, document }) => photo !== undefined || document !== undefined),
    ).toBe(true);
  });

  it("is worked through to its end, with one return", async () => {
    await monitor("120");
    await meet(6);
    await office.taps("camat", "↩️ Kembalikan");
    await office.says("camat", "Jumlah penerima mohon dicek.");
    expect(office.person("staf").texts.at(-1)).toContain("Jumlah penerima mohon dicek.");
    await monitor("118");
    await meet(7);
    await office.taps("camat", "✅ Setuju");
    await office.taps("kasubbag-pkp", "✅ Buat surat");
    await isiFormulir(office, "kasubbag-pkp", ["Lemari 3", PAKAI]);
    await office.taps("kasubbag-pkp", "✅ Simpan arsip");
    expect(await office.berkasEnds()).toContain("2026-TW4 selesai");
    expect(await paperLines(office, "2026-TW4")).toEqual([
      "1: catatan-langkah",
      "2: undangan [000.8/1/400.10/2027]",
      "2: daftar-hadir",
      "2: notulen",
      "1: catatan-langkah",
      "2: undangan [000.8/2/400.10/2027]",
      "2: daftar-hadir",
      "2: notulen",
      "4: surat-pengantar [000.8/3/400.10/2027]",
      "5: arsip",
    ]);
    expect((await openArsip(office, "kasubbag-pkp")).tidakCocok).toEqual([]);
    expect(office.telegram.complaints).toEqual([]);
    expect(await office.logIsWhole()).toBe(true);
  });
});
