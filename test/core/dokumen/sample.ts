import type {
  Blok,
  DaftarIsi,
  Dokumen,
  Halaman,
  Isi,
  Sampul,
  TandaTangan,
} from "../../../src/core/dokumen/model.ts";
import { lkjip, type OpsiLkjip } from "../../../src/core/laporan/lkjip/index.ts";
import { laporanPeriode, type OpsiLaporan } from "../../../src/core/laporan/periode.ts";
import { type Nilai, rekaman } from "../../../src/core/naskah/nilai.ts";
import { susunTemplat } from "../../../src/core/naskah/susun.ts";
import { projectRekap, type Rekap, type RekapMasukan } from "../../../src/core/rekap/index.ts";
import { Tanggal } from "../../../src/core/waktu/tanggal.ts";
import { templat } from "../../support/naskah.ts";
import { DIBUAT_MS, masukan, periode } from "../rekap/sample.ts";

export const tanggal = (text: string): Tanggal => Tanggal.parse(text);

const orang = (jabatan: string, nama: string, nip: string | null = null): Nilai =>
  rekaman(jabatan, { jabatan, nama, nip });

const hari = (text: string): Nilai => ({ tanggal: tanggal(text) });

const kepala = orang(
  "Camat Paringin Selatan",
  "Drs. H. Akhmad Fauzi, M.Si.",
  "19700101 199003 1 001",
);
const kasubbag = orang("Kasubbag Perencanaan", "Siti Aminah, S.E.");
const kasi = orang("Kasi Pelayanan", "M. Yusuf");

/** The team an order is for. */
export const timList = [kasubbag, kasi, orang("Kasi Pemerintahan", "Hj. Norlina, S.Sos.")];

/** What every letter of the sample can say. */
const umum: Readonly<Record<string, Nilai>> = {
  kepala,
  pelaku: kepala,
  pimpinan: kepala,
  penyerah: kepala,
  nomor: "800/012/PS/2027",
  hariIni: hari("2027-01-08"),
  kantor: "Kecamatan Paringin Selatan",
  kabupaten: "Kabupaten Balangan",
  tempat: "Paringin Selatan",
  tempatTanggal: "Paringin Selatan, 8 Januari 2027",
  zona: "WITA",
  periode: "Triwulan IV 2026",
  tahun: "2026",
  sop: "Pengumpulan Data Kinerja",
  uraian: "Menghimpun data kinerja",
  langkah: "4a",
  waktu: "Jumat, 8 Januari 2027, pukul 14.05",
  dasarHukum: ["Peraturan Presiden Nomor 29 Tahun 2014 tentang SAKIP;"],
  "isian.tanggal": hari("2027-01-07"),
  "isian.jam": { menit: 540 },
  "isian.tempat": "Aula Kantor Kecamatan",
  "isian.acara": "Finalisasi Laporan Kinerja Triwulan IV 2026",
};

/** A letter as it is shipped, with this said besides. */
export const suratDari = (id: string, isi: Readonly<Record<string, Nilai>> = {}): Dokumen =>
  susunTemplat(templat(id), {
    instansi: {
      nama: "Kecamatan Paringin Selatan",
      kabupaten: "Kabupaten Balangan",
      alamat: "Jalan Raya Batu Piring Nomor 1, Paringin 71662",
    },
    dibuatMs: DIBUAT_MS,
    cari: (sumber) => ({ ...umum, ...isi })[sumber] ?? null,
  });

/** One of each letter and form. */
export const suratByNama = {
  "lembar disposisi": suratDari("lembar-disposisi", {
    "isian.sifat": "Segera",
    "isian.isi": "Mohon selesai sebelum 11 Januari 2027.",
    pelaksana: [
      rekaman("", { jabatan: "Sekretaris Kecamatan", berikutnya: true }),
      rekaman("", { jabatan: "Kasi Pelayanan", berikutnya: false }),
      rekaman("", { jabatan: "Kasubbag Perencanaan", berikutnya: true }),
    ],
  }),
  "nota dinas": suratDari("nota-dinas", {
    "isian.kepada": [kasubbag],
    "isian.sifat": "Segera",
    "isian.perihal": "Penyusunan Laporan Kinerja",
    "isian.isi":
      "Sehubungan dengan berakhirnya Triwulan IV Tahun 2026, agar segera dihimpun data kinerja dari seluruh seksi dan subbagian.\nDemikian untuk dilaksanakan.",
  }),
  "surat pengantar": suratDari("surat-pengantar", {
    "isian.kepada": "Inspektur Kabupaten Balangan\ndi\nParingin",
    "isian.jumlahRangkap": 2,
    "isian.perihal": "Disampaikan dengan hormat untuk bahan selanjutnya.",
  }),
  "tanda terima": suratDari("tanda-terima", {
    penerima: orang("Inspektorat Kabupaten Balangan", "Rahmat Hidayat"),
    pukul: "10.15",
    dikonfirmasi: "Jumat, 8 Januari 2027, pukul 10.15",
  }),
  undangan: suratDari("undangan", {
    undangan: [orang("Sekretaris Kecamatan", "Dra. Mariani"), kasi, kasubbag],
  }),
  notulen: suratDari("notulen", {
    pelaku: kasubbag,
    peserta: [orang("Sekretaris Kecamatan", "Dra. Mariani"), kasi],
    "isian.pembahasan": ["Capaian sasaran 2 di bawah target.", "Data dua desa terlambat masuk."],
    "isian.keputusan": ["Laporan disetujui dengan perbaikan penjelasan penghambat."],
    "isian.tindakLanjut": ["Mendampingi dua desa"],
  }),
  "daftar hadir": suratDari("daftar-hadir", {
    hadir: [
      rekaman("", {
        nama: "Siti Aminah, S.E.",
        jabatan: "Kasubbag Perencanaan",
        konfirmasi: "Kamis, 7 Januari 2027, pukul 08.57",
      }),
      rekaman("", { nama: "M. Yusuf", jabatan: "Kasi Pelayanan", konfirmasi: null }),
    ],
    terkonfirmasi: [kasubbag],
  }),
  "sk tim": suratDari("sk-tim", {
    nomor: null,
    anggotaTim: [
      rekaman("", {
        nama: "Siti Aminah, S.E.",
        jabatan: "Kasubbag Perencanaan",
        kedudukan: "Ketua",
      }),
      rekaman("", { nama: "M. Yusuf", jabatan: "Kasi Pelayanan", kedudukan: "Anggota" }),
    ],
  }),
  "surat perintah tugas": suratDari("surat-perintah", {
    dasarHukum: [
      "Peraturan Presiden Nomor 29 Tahun 2014 tentang Sistem Akuntabilitas Kinerja Instansi Pemerintah;",
      "Disposisi Camat Paringin Selatan tanggal 4 Januari 2027.",
    ],
    ditugasi: timList,
    "isian.tugas": [
      "menghimpun data kinerja Triwulan IV Tahun 2026 dari seluruh seksi dan subbagian, disertai bukti dukung;",
      "menyusun konsep laporan hasil pengumpulan data kinerja.",
    ],
  }),
  "rencana kegiatan": suratDari("rencana-kegiatan", {
    nomor: null,
    rencana: [
      rekaman("", {
        uraian: "Menghimpun data kinerja dari seksi dan subbagian",
        pelaksana: "Kasubbag Perencanaan",
        mulai: hari("2027-01-04"),
        selesai: hari("2027-01-08"),
        keluaran: "Data kinerja dan bukti dukung",
        keterangan: "Melalui aplikasi",
      }),
      rekaman("", {
        uraian: "Rapat intern Tim",
        pelaksana: "Camat",
        mulai: hari("2027-01-11"),
        keluaran: "Notulen",
      }),
    ],
  }),
  "lembar pengesahan": suratDari("lembar-pengesahan", {
    versi: "Final",
    pilihan: "Setuju",
    rangkapJabatan: true,
  }),
  "rencana tindak lanjut": suratDari("rencana-tindak-lanjut", {
    nomor: null,
    "isian.catatan": "Camat, 8 Januari 2027: dampingi dua desa yang terlambat",
    temuan: [
      rekaman("", {
        temuan: "Rata-rata persentase desa tertib administrasi",
        capaian: 68.78,
        rencana: "Mendampingi dua desa melengkapi buku administrasi",
        penanggungJawab: "Kasi Pemerintahan",
        batas: hari("2027-01-29"),
      }),
      rekaman("", {
        temuan: "Bukti dukung belum seragam",
        penanggungJawab: "Kasubbag Perencanaan",
      }),
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
    case "grafik-tren":
      return [
        blok.judul,
        ...blok.titikList.map(({ label, realisasi }) => `${label} ${realisasi}`),
      ].join("\n");
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
