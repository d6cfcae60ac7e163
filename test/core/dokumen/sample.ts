import { daftarHadir } from "../../../src/core/dokumen/daftar-hadir.ts";
import { laporanPeriode, type OpsiLaporan } from "../../../src/core/dokumen/laporan-periode.ts";
import { lembarDisposisi } from "../../../src/core/dokumen/lembar-disposisi.ts";
import { lembarPengesahan } from "../../../src/core/dokumen/lembar-pengesahan.ts";
import { lkjip, type OpsiLkjip } from "../../../src/core/dokumen/lkjip.ts";
import type {
  Blok,
  DaftarIsi,
  Dokumen,
  Halaman,
  Isi,
  Sampul,
  TandaTangan,
} from "../../../src/core/dokumen/model.ts";
import { notaDinas } from "../../../src/core/dokumen/nota-dinas.ts";
import { notulen } from "../../../src/core/dokumen/notulen.ts";
import { rencanaKegiatan } from "../../../src/core/dokumen/rencana-kegiatan.ts";
import { rencanaTindakLanjut } from "../../../src/core/dokumen/rencana-tindak-lanjut.ts";
import { skTim } from "../../../src/core/dokumen/sk-tim.ts";
import type { Surat } from "../../../src/core/dokumen/surat.ts";
import { suratPengantar } from "../../../src/core/dokumen/surat-pengantar.ts";
import { suratPerintah } from "../../../src/core/dokumen/surat-perintah.ts";
import { tandaTerima } from "../../../src/core/dokumen/tanda-terima.ts";
import { type Acara, undangan } from "../../../src/core/dokumen/undangan.ts";
import { projectRekap, type Rekap, type RekapMasukan } from "../../../src/core/kinerja/rekap.ts";
import { Tanggal } from "../../../src/core/waktu/tanggal.ts";
import { DIBUAT_MS, masukan, periode } from "../kinerja/rekap-sample.ts";

export const tanggal = (text: string): Tanggal => Tanggal.parse(text);

/** An office and its head, as every letter of the sample has them. */
export const surat: Surat = {
  instansi: {
    nama: "Kecamatan Paringin Selatan",
    kabupaten: "Kabupaten Balangan",
    alamat: "Jalan Raya Batu Piring Nomor 1, Paringin 71662",
  },
  nomor: "800/012/PS/2027",
  tanggal: tanggal("2027-01-08"),
  penanda: {
    jabatan: "Camat Paringin Selatan",
    nama: "Drs. H. Akhmad Fauzi, M.Si.",
    nip: "19700101 199003 1 001",
  },
  konsep: false,
  dibuatMs: DIBUAT_MS,
};

export const acara: Acara = {
  nama: "Finalisasi Laporan Kinerja Triwulan IV 2026",
  hari: tanggal("2027-01-07"),
  pukul: "09.00 WITA s.d. selesai",
  tempat: "Aula Kantor Kecamatan",
};

const notulis = { jabatan: "Kasubbag Perencanaan", nama: "Siti Aminah, S.E.", nip: null };

const kirimanList = [
  {
    naskah: "Laporan Kinerja Tahun 2026",
    banyaknya: "2 (dua) rangkap",
    keterangan: "Disampaikan dengan hormat untuk bahan selanjutnya.",
  },
];

export const timList = [
  { nama: "Siti Aminah, S.E.", jabatan: "Kasubbag Perencanaan" },
  { nama: "M. Yusuf", jabatan: "Kasi Pelayanan" },
  { nama: "Hj. Norlina, S.Sos.", jabatan: "Kasi Pemerintahan" },
];

/** One of each letter and form. */
export const suratByNama = {
  "lembar disposisi": lembarDisposisi({
    ...surat,
    suratDari: "Inspektorat Kabupaten Balangan",
    nomorSurat: "700/45/INSP/2027",
    tanggalSurat: tanggal("2027-01-04"),
    diterima: tanggal("2027-01-05"),
    nomorAgenda: null,
    sifat: "Segera",
    hal: "Permintaan data kinerja",
    diteruskanKepada: [
      { teks: "Sekretaris Kecamatan", dipilih: true },
      { teks: "Kasi Pelayanan", dipilih: false },
      { teks: "Kasubbag Perencanaan", dipilih: true },
    ],
    harap: [
      { teks: "Tanggapan dan saran", dipilih: false },
      { teks: "Proses lebih lanjut", dipilih: true },
    ],
    catatan: "Mohon selesai sebelum 11 Januari 2027.",
  }),
  "nota dinas": notaDinas({
    ...surat,
    kepada: "Kasubbag Perencanaan",
    dari: "Camat Paringin Selatan",
    tembusan: "Sekretaris Kecamatan",
    sifat: "Segera",
    lampiran: null,
    hal: "Penyusunan Laporan Kinerja",
    isiList: [
      "Sehubungan dengan berakhirnya Triwulan IV Tahun 2026, agar segera dihimpun data kinerja dari seluruh seksi dan subbagian.",
      "Demikian untuk dilaksanakan.",
    ],
  }),
  "surat pengantar": suratPengantar({
    ...surat,
    kepadaList: ["Inspektur Kabupaten Balangan", "di", "Paringin"],
    kirimanList,
  }),
  "tanda terima": tandaTerima({
    ...surat,
    penerima: { jabatan: "Inspektorat Kabupaten Balangan", nama: "Rahmat Hidayat", nip: null },
    kirimanList,
    pukul: "10.15 WITA",
    cara: "Diantar langsung",
    dikonfirmasi: "Jum 8 Jan 2027, 10.15 WITA",
  }),
  undangan: undangan({
    ...surat,
    acara,
    undanganList: ["Sekretaris Kecamatan", "Para Kepala Seksi", "Para Kepala Subbagian"],
    lampiran: null,
    tembusanList: ["Bupati Balangan", "Inspektur Kabupaten Balangan"],
  }),
  notulen: notulen({
    ...surat,
    acara,
    notulis,
    pesertaList: ["Sekretaris Kecamatan", "Kasi Pelayanan"],
    pembahasanList: ["Capaian sasaran 2 di bawah target.", "Data dua desa terlambat masuk."],
    keputusanList: ["Laporan disetujui dengan perbaikan penjelasan penghambat."],
    tindakLanjutList: [
      {
        uraian: "Mendampingi dua desa",
        penanggungJawab: "Kasi Pemerintahan",
        batas: tanggal("2027-01-29"),
      },
    ],
  }),
  "daftar hadir": daftarHadir({
    ...surat,
    acara,
    pesertaList: [
      { nama: "Siti Aminah, S.E.", jabatan: "Kasubbag Perencanaan", hadirPukul: "08.57 WITA" },
      { nama: "M. Yusuf", jabatan: "Kasi Pelayanan", hadirPukul: null },
    ],
  }),
  "sk tim": skTim({
    ...surat,
    konsep: true,
    tentang: "Pembentukan Tim Pengumpulan Data Kinerja Tahun 2027",
    menimbangList: [
      "bahwa untuk menjamin ketersediaan data kinerja yang akurat perlu dibentuk tim;",
      "bahwa berdasarkan pertimbangan tersebut perlu menetapkan Keputusan Camat;",
    ],
    mengingatList: ["Peraturan Presiden Nomor 29 Tahun 2014 tentang SAKIP;"],
    diktumList: [
      "Membentuk Tim Pengumpulan Data Kinerja dengan susunan sebagaimana tercantum dalam Lampiran.",
      "Keputusan ini mulai berlaku pada tanggal ditetapkan.",
    ],
    anggotaList: [
      { nama: "Siti Aminah, S.E.", jabatan: "Kasubbag Perencanaan", kedudukan: "Ketua" },
      { nama: "M. Yusuf", jabatan: "Kasi Pelayanan", kedudukan: "Anggota" },
    ],
  }),
  "surat perintah tugas": suratPerintah({
    ...surat,
    dasarList: [
      "Peraturan Presiden Nomor 29 Tahun 2014 tentang Sistem Akuntabilitas Kinerja Instansi Pemerintah;",
      "Disposisi Camat Paringin Selatan tanggal 4 Januari 2027.",
    ],
    kepadaList: timList,
    untukList: [
      "menghimpun data kinerja Triwulan IV Tahun 2026 dari seluruh seksi dan subbagian, disertai bukti dukung;",
      "menyusun konsep laporan hasil pengumpulan data kinerja.",
    ],
  }),
  "rencana kegiatan": rencanaKegiatan({
    ...surat,
    nomor: null,
    tentang: "Pengumpulan Data Kinerja",
    periode: "Triwulan IV 2026",
    kegiatanList: [
      {
        uraian: "Menghimpun data kinerja dari seksi dan subbagian",
        pelaksana: "Kasubbag Perencanaan",
        mulai: tanggal("2027-01-04"),
        selesai: tanggal("2027-01-08"),
        keluaran: "Data kinerja dan bukti dukung",
        keterangan: "Melalui sopir",
      },
      {
        uraian: "Rapat intern Tim",
        pelaksana: "Camat",
        mulai: tanggal("2027-01-11"),
        selesai: null,
        keluaran: "Notulen",
        keterangan: "",
      },
    ],
  }),
  "lembar pengesahan": lembarPengesahan({
    ...surat,
    naskah: "Laporan Kinerja",
    periode: "Triwulan IV 2026",
    versi: "Final",
    persetujuan: {
      nama: "Drs. H. Akhmad Fauzi, M.Si.",
      jabatan: "Camat Paringin Selatan",
      waktu: "Jum 8 Jan 2027, 14.05 WITA",
      melalui: "tombol Setuju pada langkah 4a, akun Telegram yang terdaftar",
      rangkapJabatan: true,
    },
  }),
  "rencana tindak lanjut": rencanaTindakLanjut({
    ...surat,
    nomor: null,
    atas: "Laporan Kinerja Triwulan IV 2026",
    disposisi: "Camat, 8 Januari 2027: dampingi dua desa yang terlambat",
    temuanList: [
      {
        temuan: "Rata-rata persentase desa tertib administrasi",
        capaianPersen: 68.78,
        rencana: "Mendampingi dua desa melengkapi buku administrasi",
        penanggungJawab: "Kasi Pemerintahan",
        batas: tanggal("2027-01-29"),
      },
      {
        temuan: "Bukti dukung belum seragam",
        capaianPersen: null,
        rencana: "",
        penanggungJawab: "Kasubbag Perencanaan",
        batas: null,
      },
    ],
  }),
} as const satisfies Readonly<Record<string, Dokumen>>;

/** The report of a period of the sample year. */
export const laporan = (
  of = "2026-TW4",
  opsi: Partial<OpsiLaporan> = {},
  { rows = masukan, dibuatMs = DIBUAT_MS }: { rows?: RekapMasukan; dibuatMs?: number } = {},
): Dokumen =>
  laporanPeriode(projectRekap(rows, 2026, periode(of), { unit: null, padaMs: dibuatMs }), {
    drafVersi: null,
    nomor: null,
    ...opsi,
  });

/** Rows of the year before: the same indikator, every figure a tenth lower. */
export const masukan2025: RekapMasukan = {
  ...masukan,
  kantor: {
    ...masukan.kantor,
    indikatorList: masukan.kantor.indikatorList.flatMap((one) =>
      one.tahun === 2026 ? [{ ...one, tahun: 2025 }] : [],
    ),
  },
  berkasList: [],
  realisasi: masukan.realisasi.map((row) => ({
    ...row,
    periode: periode(row.periode.replace("2026", "2025")),
    isian:
      row.isian.jenis === "angka" && row.isian.pembilang === undefined
        ? { jenis: "angka", nilai: row.isian.nilai * 0.9 }
        : row.isian,
  })),
  log: [],
};

/** The rekap of a whole year. */
export const rekapTahun = (rows: RekapMasukan, tahun: number): Rekap =>
  projectRekap(rows, tahun, periode(String(tahun)), { unit: null, padaMs: DIBUAT_MS });

/** The yearly report of the sample year, the year before known. */
export const lkjip2026 = (opsi: Partial<OpsiLkjip> = {}, rows: RekapMasukan = masukan): Dokumen =>
  lkjip(rekapTahun(rows, 2026), {
    drafVersi: null,
    nomor: null,
    kantor: rows.kantor,
    tahunLaluList: [rekapTahun(masukan2025, 2025)],
    ...opsi,
  });

/** Every text of a document, block by block, as somebody would read it. */
export const textOf = ({ kop, tanda, blokList }: Dokumen): string =>
  [kop?.pemerintah, kop?.instansi, kop?.alamat, tanda, ...blokList.map(blokText)]
    .filter((text) => text !== undefined && text !== null)
    .join("\n");

const isiText = (isi: Isi): string => isi.map(({ teks }) => teks).join("");

function blokText(blok: Blok): string {
  if (isPage(blok)) return pageText(blok);
  switch (blok.jenis) {
    case "judul":
      return blok.teks;
    case "paragraf":
      return isiText(blok.isi);
    case "daftar":
      return blok.butirList
        .map(({ isi, anak }) => [isiText(isi), anak === null ? "" : blokText(anak)].join("\n"))
        .join("\n");
    case "rincian":
      return blok.barisList
        .map(
          ({ label, isi, daftar }) =>
            `${label}: ${isiText(isi)}${daftar === undefined ? "" : blokText(daftar)}`,
        )
        .join("\n");
    case "tabel":
      return [
        blok.kolomList.map(({ judul }) => judul).join(" | "),
        ...blok.barisList.map((baris) => baris.map(({ isi }) => isiText(isi)).join(" | ")),
      ].join("\n");
    case "tanda-tangan":
      return [blok.kiri, blok.kanan].map(tandaTanganText).join("\n");
    case "kepala-surat":
      return [
        blok.tempatTanggal,
        `Nomor: ${String(blok.nomor)}`,
        `Lampiran: ${String(blok.lampiran)}`,
        `Hal: ${blok.hal}`,
        ...blok.kepadaList,
      ].join("\n");
    case "tembusan":
      return ["Tembusan:", ...blok.kepadaList].join("\n");
    case "grafik":
      return [blok.judul, ...blok.batangList.map(({ label, nilai }) => `${label} ${nilai}`)].join(
        "\n",
      );
  }
}

type Page = Sampul | DaftarIsi | Halaman;

const isPage = (blok: Blok): blok is Page =>
  blok.jenis === "sampul" || blok.jenis === "daftar-isi" || blok.jenis === "halaman";

function pageText(blok: Page): string {
  if (blok.jenis === "sampul") return [...blok.judulList, ...blok.instansiList].join("\n");
  return blok.jenis === "halaman" ? "\f" : blok.judul;
}

const tandaTanganText = (one: TandaTangan | null): string =>
  one === null ? "" : Object.values(one).filter(Boolean).join("\n");
