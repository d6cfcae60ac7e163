import { expect } from "vitest";
import { type BerkasOffice, bukaArsip, PDF } from "./berkas-office.ts";

/** What the figures of the triwulan before are, as an office file brings them. */
export const denganTriwulanSebelumnya = (yaml: string): string =>
  `${yaml}realisasi:\n${[1, 2, 3]
    .flatMap((nomor) =>
      [
        ["1.1", 81 + nomor],
        ["1.2", 16 - nomor],
        ["2.1", 80 + nomor],
        ["2.2", 3 * nomor],
        ["3.1", [15, 45, 70][nomor - 1]],
      ].map(
        ([kode, nilai]) =>
          `  - { kode: "${kode}", periode: 2026-TW${nomor}, isian: { jenis: angka, nilai: ${nilai} } }\n`,
      ),
    )
    .join("")}`;

/** The draft of the year is made, returned by the Sekcam with a reason, and corrected. */
export async function susunLakip(kantor: BerkasOffice, kasubbag: string): Promise<void> {
  expect(kantor.last(kasubbag)).toContain("📄 Draf LAKIP Tahun 2026 siap diperiksa");
  await kantor.taps(kasubbag, "✅ Teruskan");
  await kantor.kembalikan("sekcam", "Tambahkan efisiensi anggaran.");
  expect(kantor.last(kasubbag)).toContain("Catatan: Tambahkan efisiensi anggaran.");
  await kantor.taps(kasubbag, "✅ Teruskan");
  await kantor.taps("sekcam", "✅ Setuju");
}

/** The meeting: a day in the past and a holiday are asked back, it is put off once, and minuted. */
export async function rapatFinalisasi(
  kantor: BerkasOffice,
  { hadir, berhalangan }: { readonly hadir: readonly string[]; readonly berhalangan: string },
): Promise<void> {
  await kantor.isi("sekcam", { pilih: "Pakai usulan" }, "31 Desember 2026");
  expect(kantor.last("sekcam")).toContain(
    "⚠️ Kamis, 31 Desember 2026 sudah lewat. Betul tanggal itu?",
  );
  await kantor.taps("sekcam", "Ketik ulang");
  await kantor.says("sekcam", "9 Januari 2027");
  expect(kantor.last("sekcam")).toContain("bukan hari kerja");
  await kantor.taps("sekcam", "Ketik ulang");
  await kantor.says("sekcam", "5 Februari 2027");
  expect(kantor.last("sekcam")).toContain("hari libur (Cuti Bersama Tahun Baru Imlek)");
  await kantor.taps("sekcam", "Ketik ulang");
  const usulan = { pilih: "Pakai usulan" };
  await kantor.jawab("sekcam", "11 Januari 2027", usulan, "Pendapa", usulan);
  await kantor.taps("sekcam", "✅ Kirim undangan");
  await kantor.taps("camat", "Berhalangan");
  await kantor.taps("sekcam", "Ubah jadwal");
  const tetap = { pilih: "Tetap" };
  await kantor.isi("sekcam", tetap, "12 Januari 2027", "13.30", tetap, usulan);
  await kantor.taps("sekcam", "✅ Kirim undangan");
  for (const id of hadir) {
    expect(kantor.last(id)).toContain("– Tanggal: Selasa, 12 Januari 2027\n– Pukul: 13.30");
    await kantor.taps(id, "✅ Hadir");
  }
  await kantor.taps(berhalangan, "Berhalangan");
  await kantor.office.moveTo("2027-01-12T15:00:00+07:00");
  await kantor.isi(
    "sekcam",
    { pilih: "Pakai usulan" },
    { pilih: "Lewati" },
    "LAKIP disetujui untuk diajukan kepada Camat",
    { foto: Buffer.from("foto notulen") },
    { pilih: "Selesai" },
  );
  await kantor.taps("sekcam", "✅ Sahkan notulen");
  expect(kantor.semua(berhalangan)).toContain("📄 Notulen Rapat Tahun 2026 — untuk diketahui");
}

/** The Camat returns it once; it passes everybody again, meeting included, and is agreed to. */
export async function persetujuanCamat(kantor: BerkasOffice, kasubbag: string): Promise<void> {
  await kantor.kembalikan("camat", "Lampirkan perjanjian kinerja.");
  expect(kantor.last(kasubbag)).toContain("Catatan: Lampirkan perjanjian kinerja.");
  await kantor.taps(kasubbag, "✅ Teruskan");
  await kantor.taps("sekcam", "✅ Setuju");
  expect(kantor.last("sekcam")).toContain("– Tanggal: belum diisi");
  const tetap = { pilih: "Tetap" };
  await kantor.isi("sekcam", tetap, "13 Januari 2027", tetap, "Aula", { pilih: "Pakai usulan" });
  await kantor.taps("sekcam", "✅ Kirim undangan");
  await kantor.office.moveTo("2027-01-13T15:00:00+07:00");
  expect(kantor.last("sekcam")).toContain("– Keputusan rapat: belum diisi");
  await kantor.isi(
    "sekcam",
    { pilih: "Pakai usulan" },
    { pilih: "Lewati" },
    "Perjanjian kinerja dilampirkan",
    { pilih: "Lewati" },
  );
  await kantor.taps("sekcam", "✅ Sahkan notulen");
  await kantor.taps("camat", "✅ Setuju");
}

/** The Camat signs; the scan is what was signed on paper. */
export async function tandaTangan(kantor: BerkasOffice): Promise<void> {
  const scan = await kantor.ambil("camat", "Notulen Rapat");
  await kantor.kirimBerkas("camat", "LAKIP bertanda tangan.pdf", scan, PDF);
  expect(kantor.last("camat")).toContain("– Pindaian bertanda tangan: LAKIP bertanda tangan.pdf");
  await kantor.taps("camat", "✅ Tandatangani");
}

/** The letter: the number of the nota dinas is taken, the next one behind the invitations is free. */
export async function suratPengantar(kantor: BerkasOffice, oleh: string): Promise<void> {
  await kantor.isi(
    oleh,
    { pilih: "Pakai usulan" },
    { pilih: "Segera" },
    { pilih: "Pakai usulan" },
    { pilih: "Pakai usulan" },
    { pilih: "Lewati" },
    "1",
  );
  expect(kantor.last(oleh)).toContain(
    "Nomor 1 sudah terpakai dalam register. Nomor bebas berikutnya: 5.",
  );
  await kantor.says(oleh, "5");
  await kantor.taps(oleh, "✅ Buat surat");
}

/** Copies, dispatch with its proof, and the archive; returns what its zip holds. */
export async function kirimDanArsipkan(
  kantor: BerkasOffice,
): Promise<Awaited<ReturnType<typeof bukaArsip>>> {
  await kantor.isi("staf", "0");
  expect(kantor.last("staf")).toContain("Angka itu di luar batas (1 s.d. 100).");
  await kantor.jawab("staf", "5", "Satu untuk arsip");
  await kantor.taps("staf", "✅ Sudah digandakan");
  await kantor.isi("staf", { pilih: "Pakai usulan" }, { pilih: "Pos" }, "Bagian Organisasi", {
    foto: Buffer.from("resi pos"),
  });
  await kantor.taps("staf", "Selesai", "✅ Sudah dikirim");
  await kantor.isi("staf", "Lemari 1", { pilih: "Lewati" });
  await kantor.taps("staf", "✅ Simpan arsip");
  expect(kantor.last("staf")).toContain("📄 Arsip Tahun 2026 lengkap");
  return bukaArsip(kantor.berkasTerakhir("staf"));
}

/** What the archive of the year holds beside the papers. */
export const isiLainArsip = (
  nama: string,
  langkah: { readonly kirim: string },
): readonly string[] => [
  "formulir/langkah-9/scan/01 LAKIP bertanda tangan.pdf",
  `formulir/langkah-${langkah.kirim}/bukti/01 foto.jpg`,
  `rekap/01 Rekap Kinerja Tahun 2026 - ${nama}.xlsx`,
  "log/log.jsonl",
  "log/log.txt",
];

/** The papers of the year up to the signature: the same on both sheets, each invitation with a number of its own. */
export const naskahSampaiTandaTangan = (nomor: (urut: number) => string): readonly string[] => [
  "5: Laporan Kinerja, Draf LAKIP",
  "5: Laporan Kinerja, Draf LAKIP (perbaikan 1)",
  "6: Laporan Kinerja, Draf terkoreksi",
  `7: Undangan Rapat, ${nomor(2)}`,
  `7: Undangan Rapat, ${nomor(3)}`,
  "7: Daftar Hadir",
  "7: Notulen Rapat",
  "7: Laporan Kinerja, Draf final",
  "5: Laporan Kinerja, Draf LAKIP (perbaikan 2)",
  "6: Laporan Kinerja, Draf terkoreksi (perbaikan 1)",
  `7: Undangan Rapat, ${nomor(4)}`,
  "7: Daftar Hadir",
  "7: Notulen Rapat",
  "7: Laporan Kinerja, Draf final (perbaikan 1)",
  "8: Laporan Kinerja, Disetujui",
  "9: Lembar Pengesahan",
  "9: Laporan Kinerja, Bertanda tangan",
];
