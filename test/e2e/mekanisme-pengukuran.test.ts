import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { KantorId } from "../../src/core/kantor/schema.ts";
import { sidikCatatan, type UjungCatatan } from "../../src/core/rekap/sidik.ts";
import { wordsOf } from "../documents/poppler.ts";
import { BerkasOffice, bukaArsip, DOCX, disunting, PDF } from "./berkas-office.ts";

const TW4 = "2026-TW4";
const FOTO_NOTULEN = Buffer.from("foto papan tulis rapat");

let kantor: BerkasOffice;
/** What the Camat signed on paper. */
let scan: Buffer;

describe("sheet 000, a triwulan, with everything started anew before each act", () => {
  beforeAll(async () => {
    kantor = await BerkasOffice.open("mekanisme", { restartEachAct: true });
    await kantor.office.moveTo("2027-01-04T07:40:00+07:00");
  });
  afterAll(async () => {
    await kantor.akhir();
    await kantor.close();
  });

  it("begins with the order of the Camat, numbered after what the register held before", async () => {
    await kantor.isi(
      "camat",
      { pilih: "Pakai usulan" },
      "Pengukuran kinerja Triwulan IV 2026",
      { pilih: "Pakai usulan" },
      "14",
    );
    expect(kantor.last("camat")).toContain(
      "⚠️ Nomor bebas berikutnya 1. Bila memakai 14, nomor 1 s.d. 13 dicatat dipakai di luar sopir. Betul?",
    );
    await kantor.taps("camat", "Betul", "✅ Perintahkan");
    expect(kantor.last("camat")).toContain("pada Sekretaris Kecamatan");
    expect(kantor.semua("sekcam")).toContain("– Perihal: Pengukuran kinerja Triwulan IV 2026");
    await kantor.taps("sekcam", "Sudah dibaca");
  });

  it("returns the draft decree once, with the reason, and signs it", async () => {
    await kantor.taps("sekcam", "✅ Ajukan draf SK");
    await kantor.kembalikan("camat", "Staf Perencanaan tidak perlu masuk tim.");
    expect(await kantor.letak(TW4)).toBe("2");
    expect(kantor.last("sekcam")).toContain("Catatan: Staf Perencanaan tidak perlu masuk tim.");
    await kantor.isi("sekcam", { pilih: "Tetap" }, "3, 4, 5", { pilih: "Tetap" });
    expect(kantor.last("sekcam")).toContain(
      "– Anggota tim: Kasi Pemerintahan, Kasi Pelayanan, Kasubbag PKP\n",
    );
    await kantor.taps("sekcam", "✅ Ajukan draf SK");
    await kantor.taps("camat", "✅ Tandatangani");
    expect(kantor.last("kasi-pelayanan")).toContain("📄 SK Tim Triwulan IV 2026 — untuk diketahui");
    const sk = await wordsOf(kantor.berkasTerakhir("kasi-pelayanan"));
    expect(sk).toContain("Kasubbag PKP");
    expect(sk).not.toContain("Staf Perencanaan");
  });

  it("plans, and collects the figures of every unit", async () => {
    await kantor.taps("sekcam", "✅ Tetapkan rencana");
    expect(kantor.semua("kasi-pemerintahan")).toContain(
      "📄 Rencana Kegiatan Triwulan IV 2026 — untuk diketahui",
    );
    await kantor.taps("kasi-pelayanan", "Mulai isi");
    await kantor.says("kasi-pelayanan", "86");
    await kantor.office.act(() => kantor.person("kasi-pelayanan").photo(Buffer.from("bukti IKM")));
    await kantor.says("kasi-pelayanan", "14");
    await kantor.taps("kasi-pelayanan", "Kirim");
    await kantor.isiAngka("kasi-pemerintahan", "90", "12");
    await kantor.isiAngka("kasubbag-pkp", "95");
    expect(await kantor.letak(TW4)).toBe("5");
  });

  it("goes back to one unit from the analysis, and comes again", async () => {
    await kantor.taps("kasubbag-pkp", "↩️ Kembalikan", "Kasi Pemerintahan");
    await kantor.says("kasubbag-pkp", "Satu desa belum tertib.");
    expect(kantor.last("kasi-pemerintahan")).toContain(
      "Catatan Kasubbag PKP: Satu desa belum tertib.",
    );
    await kantor.taps("kasi-pemerintahan", "Perbaiki");
    await kantor.says("kasi-pemerintahan", "ubah 1", "88,5");
    await kantor.taps("kasi-pemerintahan", "Kirim");
    await kantor.taps("kasubbag-pkp", "✅ Teruskan");
    expect(await kantor.letak(TW4)).toBe("6");
  });

  it("is returned once by the Sekretaris Tim, then corrected and reported to the Camat", async () => {
    await kantor.kembalikan("sekcam", "Jelaskan desa yang belum tertib.");
    expect(kantor.last("kasubbag-pkp")).toContain("Catatan: Jelaskan desa yang belum tertib.");
    await kantor.taps("kasubbag-pkp", "✅ Teruskan");
    await kantor.taps("sekcam", "✅ Setuju");
    expect(await kantor.letak(TW4)).toBe("7");
    await kantor.taps("sekcam", "✅ Setuju");
    expect(kantor.semua("camat")).toContain("📄 Laporan Triwulan IV 2026 — untuk diketahui");
    expect(kantor.semua("camat")).toContain("(Draf 3)");
    const surat = kantor.person("camat").inbox.findLast(({ document }) => document !== undefined);
    expect(surat?.document?.file_name).toMatch(/^Laporan Kinerja TW IV 2026 .*\.pdf$/);
    await kantor.taps("camat", "Sudah dibaca");
    expect(await kantor.letak(TW4)).toBe("8");
  });

  it("asks a meeting day in the past and a holiday back", async () => {
    const usulan = { pilih: "Pakai usulan" };
    await kantor.isi("camat", usulan, "31 Desember 2026");
    expect(kantor.last("camat")).toContain(
      "⚠️ Kamis, 31 Desember 2026 sudah lewat. Betul tanggal itu?",
    );
    await kantor.taps("camat", "Ketik ulang");
    await kantor.says("camat", "5 Januari 2027");
    expect(kantor.last("camat")).toContain("hari libur (Isra Mikraj Nabi Muhammad SAW)");
    await kantor.taps("camat", "Ketik ulang");
    await kantor.jawab("camat", "Rabu", "10.00", usulan, usulan);
    expect(kantor.last("camat")).toContain("– Tanggal: Rabu, 6 Januari 2027\n– Pukul: 10.00");
    await kantor.taps("camat", "✅ Kirim undangan");
  });

  it("is put off once; who comes is asked anew", async () => {
    await kantor.taps("sekcam", "✅ Hadir");
    await kantor.taps("kasi-pelayanan", "Berhalangan");
    await kantor.taps("camat", "Ubah jadwal");
    const tetap = { pilih: "Tetap" };
    await kantor.isi("camat", tetap, "7 Januari 2027", tetap, "Aula", { pilih: "Pakai usulan" });
    await kantor.taps("camat", "✅ Kirim undangan");
    for (const id of ["sekcam", "kasi-pelayanan", "kasubbag-pkp"]) {
      expect(kantor.last(id)).toContain(
        "– Tanggal: Kamis, 7 Januari 2027\n– Pukul: 10.00\n– Tempat: Aula",
      );
      await kantor.taps(id, "✅ Hadir");
    }
    await kantor.taps("kasi-pemerintahan", "Berhalangan");
  });

  it("is minuted by text and by a photo, with those who said they would come", async () => {
    await kantor.office.moveTo("2027-01-07T12:00:00+07:00");
    await kantor.isi(
      "camat",
      { pilih: "Pakai usulan" },
      "Capaian Triwulan IV\nDesa yang belum tertib",
      "Laporan disetujui dengan perbaikan analisis\nPembinaan desa dilanjutkan",
      { foto: FOTO_NOTULEN },
      { pilih: "Selesai" },
    );
    expect(kantor.last("camat")).toContain(
      "– Peserta hadir: Camat, Sekretaris Kecamatan, Kasi Pelayanan, Kasubbag PKP\n",
    );
    await kantor.taps("camat", "✅ Sahkan notulen");
    expect(kantor.semua("kasi-pemerintahan")).toContain(
      "📄 Notulen Rapat Triwulan IV 2026 — untuk diketahui",
    );
    const notulen = await wordsOf(await kantor.ambil("sekcam", "Notulen Rapat"));
    expect(notulen).toContain("Pembinaan desa dilanjutkan");
  });

  it("takes the report back as an edited Word file", async () => {
    const word = await kantor.ambil("kasubbag-pkp", "Laporan, Final Draf", "Unduh Word");
    const edited = await disunting(
      word,
      "Tidak ada indikator dengan capaian di bawah 76 %.",
      "Semua capaian sudah dibahas dalam rapat.",
    );
    await kantor.kirimBerkas("kasubbag-pkp", "Laporan disunting.docx", edited, DOCX);
    expect(kantor.semua("kasubbag-pkp")).toContain("tersimpan — versi berikutnya Laporan");
    await kantor.taps("kasubbag-pkp", "✅ Teruskan");
    expect(await kantor.letak(TW4)).toBe("10");
  });

  it("is returned once more before it is signed, with the scan", async () => {
    await kantor.kembalikan("camat", "Perbaiki salah ketik di halaman pertama.");
    expect(await kantor.letak(TW4)).toBe("9");
    await kantor.taps("kasubbag-pkp", "✅ Teruskan");
    scan = await kantor.ambil("camat", "Notulen Rapat");
    await kantor.kirimBerkas("camat", "Laporan bertanda tangan.pdf", scan, PDF);
    expect(kantor.last("camat")).toContain(
      "– Pindaian bertanda tangan: Laporan bertanda tangan.pdf",
    );
    await kantor.taps("camat", "✅ Tandatangani");
    expect(await kantor.letak(TW4)).toBe("11");
  });

  it("is handed over, and received by the Inspektorat in its own chat", async () => {
    await kantor.taps("kasubbag-pkp", "✅ Sudah diserahkan");
    expect(kantor.last("inspektorat")).toContain("Penerimaan laporan — Triwulan IV 2026");
    expect(kantor.berkasTerakhir("inspektorat")).toEqual(scan);
    await kantor.isi("inspektorat", "Petugas Loket", "AG-07/2027", { pilih: "Pakai usulan" });
    await kantor.taps("inspektorat", "✅ Diterima");
    expect(await kantor.letak(TW4)).toBe("12");
  });

  it("is archived, and the archive holds all of it", async () => {
    await kantor.isi("kasubbag-pkp", "Lemari 2, map Laporan Kinerja", { pilih: "Lewati" });
    await kantor.taps("kasubbag-pkp", "✅ Simpan arsip");
    expect(await kantor.letak(TW4)).toBe("selesai");
    const { entries, manifest } = await bukaArsip(
      await kantor.ambil("kasubbag-pkp", "Arsip Berkas"),
    );
    expect(kantor.semua("kasubbag-pkp")).toContain("📄 Arsip Triwulan IV 2026 lengkap");
    expect(manifest.lokasi).toBe("Lemari 2, map Laporan Kinerja");
    expect(manifest.isi.filter(({ path }) => !path.startsWith("naskah/")).map(pathOf)).toEqual([
      "bukti/1.1/01 foto.jpg",
      "formulir/langkah-8/lampiran/01 foto.jpg",
      "formulir/langkah-10/scan/01 Laporan bertanda tangan.pdf",
      "rekap/01 Rekap Kinerja TW IV 2026 - Kecamatan Uji.xlsx",
      "log/log.jsonl",
      "log/log.txt",
    ]);
    const papers = manifest.isi.filter(({ path }) => path.startsWith("naskah/"));
    const numbers = new Set(papers.map(({ path }) => path.slice(7, 9)));
    expect(numbers.size).toBe((await kantor.naskah(TW4)).length - 1);
    expect(entries["formulir/langkah-8/lampiran/01 foto.jpg"]).toEqual(FOTO_NOTULEN);
    expect(entries["log/log.txt"]?.toString()).toContain("Inspektorat");
  });

  it("leaves the digest of its log with the Inspektorat, the same as in the archive", async () => {
    const { entries, manifest } = await bukaArsip(
      await kantor.ambil("kasubbag-pkp", "Arsip Berkas"),
    );
    const [, sampai, sidik] = SIDIK.exec(kantor.semua("inspektorat")) ?? [];
    const seen: UjungCatatan[] = [];
    await kantor.office.store.verifyLog(KantorId.parse("uji-mekanisme"), (entry) =>
      seen.push(entry),
    );
    const told = seen.find((entry) => sidikCatatan(entry) === sidik);
    expect(String(told?.seq)).toBe(sampai);
    expect(entries["manifest.txt"]?.toString()).toContain(manifest.catatan.sidik);
    const packed = seen.find((entry) => sidikCatatan(entry) === manifest.catatan.sidik);
    expect(packed).toEqual({ seq: manifest.catatan.sampai, hash: manifest.catatan.sha256 });
  });

  it("leaves every printed output behind", async () => {
    expect(await kantor.naskah(TW4)).toEqual([
      "1: Surat Perintah Tim, 000.8/14/400.10/2027",
      "1: SK Tim",
      "2: SK Tim",
      "2: SK Tim",
      "2a: SK Tim, 000.8/15/400.10/2027",
      "3: Rencana Kegiatan",
      "4: Data Kinerja Terkumpul",
      "4: Konsep Pelaporan hasil pengumpulan data, Konsep",
      "5: Laporan Kinerja, Draf 1",
      "4: Data Kinerja Terkumpul",
      "4: Konsep Pelaporan hasil pengumpulan data, Konsep (perbaikan 1)",
      "5: Laporan Kinerja, Draf 1 (perbaikan 1)",
      "5: Laporan Kinerja, Draf 1 (perbaikan 2)",
      "6: Laporan Kinerja, Draf 2",
      "7: Laporan Kinerja, Draf 3",
      "8: Undangan Rapat, 000.8/16/400.10/2027",
      "8: Undangan Rapat, 000.8/17/400.10/2027",
      "8: Daftar Hadir",
      "8: Notulen Rapat",
      "8: Laporan Kinerja, Draf 4",
      "9: Laporan Kinerja, Final Draf",
      "9: Laporan Kinerja, Suntingan Final Draf",
      "9: Laporan Kinerja, Final Draf (perbaikan 1)",
      "10: Lembar Pengesahan",
      "10: Laporan yang telah ditandatangani, Bertanda tangan",
      "11: Tanda Terima, 000.8/18/400.10/2027",
      "12: Arsip Berkas",
    ]);
  });
});

const SIDIK = /Sidik jari catatan sampai baris (\d+): ([0-9A-Z-]{29})/;

const pathOf = ({ path }: { readonly path: string }): string => path;
