import type { Kertas } from "./kertas.ts";

/** An indikator as a person reads it off the page: everything a row of the workbook can be told by it. */
export interface Dimaksud {
  readonly nama: string;
  readonly sasaran: string;
  readonly satuan: string;
  readonly arah: "naik" | "turun";
  readonly agregasi: string;
  readonly pj: string | null;
  readonly tw: readonly (number | null)[];
  readonly setahun: number | null;
}

/** A document of an office as offices lay theirs out, with what it says. */
export interface Contoh {
  readonly nama: string;
  readonly jenis: "xlsx" | "docx";
  readonly tahun: number | null;
  readonly kertas: Kertas;
  readonly dimaksud: readonly Dimaksud[];
}

const TANPA_TW = [null, null, null, null] as const;
const POSISI = "posisi akhir";
const DIJUMLAH = "dijumlahkan tiap triwulan";
const BERTAMBAH = "terus bertambah";
const RASIO = "persen dari pembilang dan penyebut";
const RATA = "rata-rata";
const PELAYANAN = "Meningkatnya kualitas pelayanan publik kecamatan";
const AKUNTABEL = "Meningkatnya akuntabilitas kinerja kecamatan";
const TERTIB = "Meningkatnya ketenteraman dan ketertiban umum";

const baris = (
  nama: string,
  sasaran: string,
  rest: Omit<Dimaksud, "nama" | "sasaran" | "pj"> & { readonly pj?: string },
): Dimaksud => ({ nama, sasaran, pj: null, ...rest });

/** The form of the ministry's regulation: targets with their units, means in a second table, signatures. */
const permenpan: Contoh = {
  nama: "perjanjian kinerja menurut formulir kementerian",
  jenis: "docx",
  tahun: 2027,
  kertas: [
    "PERJANJIAN KINERJA TAHUN 2027",
    "Dalam rangka mewujudkan manajemen pemerintahan yang efektif, kami yang bertanda tangan di bawah ini:",
    [
      ["Nama", ":", "Camat"],
      ["Jabatan", ":", "Camat Contoh"],
    ],
    "LAMPIRAN PERJANJIAN KINERJA TAHUN 2027",
    [
      ["No", "Sasaran Strategis", "Indikator Kinerja", "Target"],
      ["(1)", "(2)", "(3)", "(4)"],
      [["1.", 2, 1], [PELAYANAN, 2, 1], "Indeks Kepuasan Masyarakat", "86,50"],
      [null, null, "Persentase pengaduan yang ditindaklanjuti", "100 %"],
      ["2.", AKUNTABEL, "Nilai AKIP kecamatan", "B (68,50)"],
      ["3.", TERTIB, "Jumlah gangguan ketertiban umum", "≤ 12 kejadian"],
    ],
    [
      ["No", "Program", "Anggaran", "Keterangan"],
      [
        "1.",
        "Program Penyelenggaraan Pemerintahan dan Pelayanan Publik",
        "Rp 1.250.000.000",
        "APBD",
      ],
      ["2.", "Program Koordinasi Ketenteraman dan Ketertiban Umum", "Rp 145.000.000", "APBD"],
      ["", "Jumlah", "Rp 1.395.000.000", ""],
    ],
    "Contoh, 4 Januari 2027",
    [
      ["Pihak Kedua,", "Pihak Pertama,"],
      ["Bupati Contoh", "Camat Contoh"],
    ],
  ],
  dimaksud: [
    baris("Indeks Kepuasan Masyarakat", PELAYANAN, {
      satuan: "nilai",
      arah: "naik",
      agregasi: POSISI,
      tw: TANPA_TW,
      setahun: 86.5,
    }),
    baris("Persentase pengaduan yang ditindaklanjuti", PELAYANAN, {
      satuan: "%",
      arah: "naik",
      agregasi: POSISI,
      tw: TANPA_TW,
      setahun: 100,
    }),
    baris("Nilai AKIP kecamatan", AKUNTABEL, {
      satuan: "nilai",
      arah: "naik",
      agregasi: POSISI,
      tw: TANPA_TW,
      setahun: 68.5,
    }),
    baris("Jumlah gangguan ketertiban umum", TERTIB, {
      satuan: "kejadian",
      arah: "turun",
      agregasi: DIJUMLAH,
      tw: TANPA_TW,
      setahun: 12,
    }),
  ],
};

/** A plan of action over a landscape page: split titles, numbered columns, means, a total, a signature. */
const rencanaAksi: Contoh = {
  nama: "rencana aksi dengan judul bertingkat dan anggaran",
  jenis: "xlsx",
  tahun: 2027,
  kertas: [
    "RENCANA AKSI PENCAPAIAN KINERJA",
    "KECAMATAN CONTOH",
    "TAHUN ANGGARAN 2027",
    [
      [
        ["No", 2, 1],
        ["Sasaran Strategis", 2, 1],
        ["Indikator Kinerja", 2, 1],
        ["Satuan", 2, 1],
        ["Target", 2, 1],
        ["Target Triwulan", 1, 4],
        null,
        null,
        null,
        ["Program/Kegiatan", 2, 1],
        ["Anggaran (Rp)", 2, 1],
        ["Penanggung Jawab", 2, 1],
      ],
      [null, null, null, null, null, "I", "II", "III", "IV", null, null, null],
      ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)", "(9)", "(10)", "(11)", "(12)"],
      [
        [1, 2, 1],
        [PELAYANAN, 2, 1],
        "Indeks Kepuasan Masyarakat",
        "Nilai",
        86.5,
        84,
        85,
        86,
        86.5,
        "Program Penyelenggaraan Pelayanan Publik",
        125000000,
        "Kasi Pelayanan",
      ],
      [
        null,
        null,
        "Jumlah inovasi pelayanan",
        "Inovasi",
        2,
        0,
        1,
        0,
        1,
        "Kegiatan Inovasi",
        15000000,
        "Kasi Pelayanan",
      ],
      [
        2,
        TERTIB,
        "Jumlah gangguan ketertiban umum",
        "Kejadian",
        12,
        3,
        3,
        3,
        3,
        "Program Trantib",
        145000000,
        "Kasi Trantib",
      ],
      [
        3,
        AKUNTABEL,
        "Persentase laporan kinerja tepat waktu",
        "%",
        100,
        100,
        100,
        100,
        100,
        "Program Penunjang",
        90000000,
        "Kasubbag Perencanaan",
      ],
      [["JUMLAH", 1, 10], null, null, null, null, null, null, null, null, null, 375000000, ""],
    ],
    "Contoh, 4 Januari 2027",
    "CAMAT CONTOH",
    "NIP. 19700101 199001 1 001",
  ],
  dimaksud: [
    baris("Indeks Kepuasan Masyarakat", PELAYANAN, {
      satuan: "Nilai",
      arah: "naik",
      agregasi: POSISI,
      pj: "Kasi Pelayanan",
      tw: [84, 85, 86, 86.5],
      setahun: 86.5,
    }),
    baris("Jumlah inovasi pelayanan", PELAYANAN, {
      satuan: "Inovasi",
      arah: "naik",
      agregasi: DIJUMLAH,
      pj: "Kasi Pelayanan",
      tw: [0, 1, 0, 1],
      setahun: 2,
    }),
    baris("Jumlah gangguan ketertiban umum", TERTIB, {
      satuan: "Kejadian",
      arah: "turun",
      agregasi: DIJUMLAH,
      pj: "Kasi Trantib",
      tw: [3, 3, 3, 3],
      setahun: 12,
    }),
    baris("Persentase laporan kinerja tepat waktu", AKUNTABEL, {
      satuan: "%",
      arah: "naik",
      agregasi: RASIO,
      pj: "Kasubbag Perencanaan",
      tw: [100, 100, 100, 100],
      setahun: 100,
    }),
  ],
};

/** A monitoring sheet: three rows of titles, target and realisasi of each triwulan side by side, programmes too. */
const pemantauan: Contoh = {
  nama: "lembar pemantauan dengan target dan realisasi berdampingan",
  jenis: "xlsx",
  tahun: 2027,
  kertas: [
    "MONITORING CAPAIAN KINERJA TAHUN 2027",
    [
      [
        ["SASARAN", 3, 1],
        ["INDIKATOR", 3, 1],
        ["SATUAN", 3, 1],
        ["CAPAIAN", 1, 8],
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        ["PROGRAM", 3, 1],
        ["INDIKATOR PROGRAM", 3, 1],
      ],
      [
        null,
        null,
        null,
        ["TW I", 1, 2],
        null,
        ["TW II", 1, 2],
        null,
        ["TW III", 1, 2],
        null,
        ["TW IV", 1, 2],
        null,
        null,
        null,
      ],
      [
        null,
        null,
        null,
        "TARGET",
        "REALISASI",
        "TARGET",
        "REALISASI",
        "TARGET",
        "REALISASI",
        "TARGET",
        "REALISASI",
        null,
        null,
      ],
      [
        [PELAYANAN, 2, 1],
        "Indeks Kepuasan Masyarakat",
        "indeks",
        80,
        81,
        82,
        81,
        83,
        null,
        84,
        null,
        "Program Pelayanan",
        "Cakupan pelayanan",
      ],
      [
        null,
        "Rata-rata waktu pelayanan surat",
        "menit",
        20,
        22,
        18,
        18,
        16,
        null,
        15,
        null,
        "Program Pelayanan",
        "Waktu pelayanan",
      ],
      [
        AKUNTABEL,
        "Jumlah dokumen perencanaan tersusun",
        "dokumen",
        1,
        1,
        2,
        2,
        1,
        null,
        2,
        null,
        "Program Penunjang",
        "Dokumen",
      ],
    ],
  ],
  dimaksud: [
    baris("Indeks Kepuasan Masyarakat", PELAYANAN, {
      satuan: "indeks",
      arah: "naik",
      agregasi: POSISI,
      tw: [80, 82, 83, 84],
      setahun: null,
    }),
    baris("Rata-rata waktu pelayanan surat", PELAYANAN, {
      satuan: "menit",
      arah: "turun",
      agregasi: RATA,
      tw: [20, 18, 16, 15],
      setahun: null,
    }),
    baris("Jumlah dokumen perencanaan tersusun", AKUNTABEL, {
      satuan: "dokumen",
      arah: "naik",
      agregasi: DIJUMLAH,
      tw: [1, 2, 1, 2],
      setahun: null,
    }),
  ],
};

/** Goals and indikator below each other in one column, running targets before running figures. */
const gabung: Contoh = {
  nama: "sasaran dan indikator dalam satu kolom, target kumulatif",
  jenis: "xlsx",
  tahun: 2027,
  kertas: [
    "ALOKASI TARGET PERJANJIAN KINERJA TAHUN 2027",
    [
      [
        ["No", 2, 1],
        ["Sasaran / Indikator Kinerja", 2, 1],
        ["Satuan", 2, 1],
        ["Target", 2, 1],
        ["Alokasi Target (Kumulatif)", 1, 4],
        null,
        null,
        null,
        ["Realisasi (Kumulatif)", 1, 4],
        null,
        null,
        null,
        ["Kendala / Hambatan", 2, 1],
      ],
      [
        null,
        null,
        null,
        null,
        "TW I",
        "TW II",
        "TW III",
        "TW IV",
        "TW I",
        "TW II",
        "TW III",
        "TW IV",
        null,
      ],
      [
        "1",
        "Meningkatnya pemberdayaan masyarakat desa",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
      ],
      ["1.1", "Jumlah BUM Desa yang dibina", "BUM Desa", 12, 3, 6, 9, 12, "", "", "", "", ""],
      ["1.2", "Persentase desa tertib administrasi", "%", 90, 60, 70, 80, 90, "", "", "", "", ""],
      ["2", TERTIB, "", "", "", "", "", "", "", "", "", "", ""],
      ["2.1", "Jumlah patroli wilayah", "kali", 48, 12, 24, 36, 48, "", "", "", "", ""],
    ],
  ],
  dimaksud: [
    baris("Jumlah BUM Desa yang dibina", "Meningkatnya pemberdayaan masyarakat desa", {
      satuan: "BUM Desa",
      arah: "naik",
      agregasi: BERTAMBAH,
      tw: [3, 6, 9, 12],
      setahun: 12,
    }),
    baris("Persentase desa tertib administrasi", "Meningkatnya pemberdayaan masyarakat desa", {
      satuan: "%",
      arah: "naik",
      agregasi: BERTAMBAH,
      tw: [60, 70, 80, 90],
      setahun: 90,
    }),
    baris("Jumlah patroli wilayah", TERTIB, {
      satuan: "kali",
      arah: "naik",
      agregasi: BERTAMBAH,
      tw: [12, 24, 36, 48],
      setahun: 48,
    }),
  ],
};

/** Each goal as a line over the whole table, its indikator introduced by a word. */
const sasaranSebaris: Contoh = {
  nama: "sasaran sebagai baris penuh, indikator diawali IKU",
  jenis: "xlsx",
  tahun: 2027,
  kertas: [
    "TARGET INDIKATOR KINERJA UTAMA KECAMATAN CONTOH",
    [
      [
        ["NO", 2, 1],
        ["INDIKATOR KINERJA UTAMA", 2, 1],
        "TARGET",
        ["TRIWULAN", 1, 4],
        null,
        null,
        null,
        ["PENGAMPU", 2, 1],
      ],
      [null, null, "2027", "TW I", "TW II", "TW III", "TW IV", null],
      [[`Sasaran 1: ${PELAYANAN}`, 1, 8], null, null, null, null, null, null, null],
      [1, "IKU : Indeks Kepuasan Masyarakat", "87 nilai", "84", "85", "86", "87", "Kasi Pelayanan"],
      [
        2,
        "IKU : Jumlah layanan adminduk",
        "1.200 dokumen",
        "300",
        "300",
        "300",
        "300",
        "Kasi Pelayanan",
      ],
      [[`Sasaran 2: ${TERTIB}`, 1, 8], null, null, null, null, null, null, null],
      [
        1,
        "IKU : Persentase konflik sosial yang diselesaikan",
        "100 %",
        "100 %",
        "100 %",
        "100 %",
        "100 %",
        "Kasi Trantib",
      ],
    ],
  ],
  dimaksud: [
    baris("Indeks Kepuasan Masyarakat", PELAYANAN, {
      satuan: "nilai",
      arah: "naik",
      agregasi: POSISI,
      pj: "Kasi Pelayanan",
      tw: [84, 85, 86, 87],
      setahun: 87,
    }),
    baris("Jumlah layanan adminduk", PELAYANAN, {
      satuan: "dokumen",
      arah: "naik",
      agregasi: DIJUMLAH,
      pj: "Kasi Pelayanan",
      tw: [300, 300, 300, 300],
      setahun: 1200,
    }),
    baris("Persentase konflik sosial yang diselesaikan", TERTIB, {
      satuan: "%",
      arah: "naik",
      agregasi: RASIO,
      pj: "Kasi Trantib",
      tw: [100, 100, 100, 100],
      setahun: 100,
    }),
  ],
};

/** The decree on the main indikator of a dinas: formula and source beside targets of several years. */
const ikuDinas: Contoh = {
  nama: "IKU dinas dengan target beberapa tahun",
  jenis: "docx",
  tahun: 2027,
  kertas: [
    "INDIKATOR KINERJA UTAMA DINAS CONTOH",
    "TAHUN 2027",
    [
      [
        ["No.", 2, 1],
        ["Sasaran", 2, 1],
        ["Indikator Kinerja Utama (IKU)", 2, 1],
        ["Satuan", 2, 1],
        ["Formulasi Perhitungan", 2, 1],
        ["Sumber Data", 2, 1],
        ["Target", 1, 3],
        null,
        null,
        ["Penanggungjawab", 2, 1],
      ],
      [null, null, null, null, null, null, "2026", "2027", "2028", null],
      [
        "1",
        ["Meningkatnya kualitas data pembangunan", 2, 1],
        "Persentase perangkat daerah dengan data terverifikasi",
        "Persen",
        "Perangkat daerah terverifikasi / seluruh perangkat daerah x 100",
        "Berita acara",
        "75",
        "80",
        "85",
        "Bidang Data",
      ],
      [
        "2",
        null,
        "Jumlah publikasi statistik sektoral",
        "Publikasi",
        "Jumlah publikasi setahun",
        "Register",
        "10",
        "12",
        "14",
        "Bidang Data",
      ],
      [
        "3",
        "Menurunnya keterlambatan layanan",
        "Rata-rata waktu penyelesaian permohonan",
        "Hari",
        "Jumlah hari / jumlah permohonan",
        "Aplikasi",
        "5",
        "4",
        "3",
        "Bidang Layanan",
      ],
    ],
    "KEPALA DINAS CONTOH",
  ],
  dimaksud: [
    baris(
      "Persentase perangkat daerah dengan data terverifikasi",
      "Meningkatnya kualitas data pembangunan",
      {
        satuan: "Persen",
        arah: "naik",
        agregasi: POSISI,
        pj: "Bidang Data",
        tw: TANPA_TW,
        setahun: 80,
      },
    ),
    baris("Jumlah publikasi statistik sektoral", "Meningkatnya kualitas data pembangunan", {
      satuan: "Publikasi",
      arah: "naik",
      agregasi: DIJUMLAH,
      pj: "Bidang Data",
      tw: TANPA_TW,
      setahun: 12,
    }),
    baris("Rata-rata waktu penyelesaian permohonan", "Menurunnya keterlambatan layanan", {
      satuan: "Hari",
      arah: "turun",
      agregasi: RATA,
      pj: "Bidang Layanan",
      tw: TANPA_TW,
      setahun: 4,
    }),
  ],
};

/** One row a goal, several indikator as numbered lines in its cells. */
const berderet: Contoh = {
  nama: "beberapa indikator bernomor dalam satu sel",
  jenis: "docx",
  tahun: 2027,
  kertas: [
    "Perjanjian Kinerja Kecamatan Contoh Tahun 2027",
    [
      ["NO", "SASARAN STRATEGIS", "INDIKATOR KINERJA", "SATUAN", "TARGET"],
      [
        "1",
        PELAYANAN,
        "1. Indeks Kepuasan Masyarakat\n2. Persentase pengaduan yang ditindaklanjuti\n3. Rata-rata waktu layanan",
        "Nilai\nPersen\nMenit",
        "86\n95\n15",
      ],
      ["2", AKUNTABEL, "1. Nilai evaluasi AKIP", "Nilai", "70,5"],
    ],
  ],
  dimaksud: [
    baris("Indeks Kepuasan Masyarakat", PELAYANAN, {
      satuan: "Nilai",
      arah: "naik",
      agregasi: POSISI,
      tw: TANPA_TW,
      setahun: 86,
    }),
    baris("Persentase pengaduan yang ditindaklanjuti", PELAYANAN, {
      satuan: "Persen",
      arah: "naik",
      agregasi: POSISI,
      tw: TANPA_TW,
      setahun: 95,
    }),
    baris("Rata-rata waktu layanan", PELAYANAN, {
      satuan: "Menit",
      arah: "turun",
      agregasi: RATA,
      tw: TANPA_TW,
      setahun: 15,
    }),
    baris("Nilai evaluasi AKIP", AKUNTABEL, {
      satuan: "Nilai",
      arah: "naik",
      agregasi: POSISI,
      tw: TANPA_TW,
      setahun: 70.5,
    }),
  ],
};

/** Typed in a hurry: nothing merged, a group's title in its first cell, goals only where they begin. */
const tanpaGabung: Contoh = {
  nama: "tanpa sel gabungan, sasaran hanya di baris pertamanya",
  jenis: "xlsx",
  tahun: 2027,
  kertas: [
    "RENCANA AKSI TA 2027",
    [
      ["No", "Sasaran", "Indikator", "Sat", "Target", "", "", "", "", "PJ"],
      ["", "", "", "", "TW 1", "TW 2", "TW 3", "TW 4", "Tahunan", ""],
      [1, PELAYANAN, "Indeks Kepuasan Masyarakat", "nilai", 82, 83, 84, 85, 85, "Kasi Pelayanan"],
      [
        2,
        "",
        "Persentase pengaduan yang ditindaklanjuti",
        "%",
        "80%",
        "85%",
        "90%",
        "95%",
        "95%",
        "Kasi Pelayanan",
      ],
      [3, TERTIB, "Jumlah pos ronda aktif", "pos", 10, 12, 14, 16, 16, "Kasi Trantib"],
      [4, "", "Jumlah patroli", "kali", 6, 6, 6, 6, 24, "Kasi Trantib"],
    ],
  ],
  dimaksud: [
    baris("Indeks Kepuasan Masyarakat", PELAYANAN, {
      satuan: "nilai",
      arah: "naik",
      agregasi: POSISI,
      pj: "Kasi Pelayanan",
      tw: [82, 83, 84, 85],
      setahun: 85,
    }),
    baris("Persentase pengaduan yang ditindaklanjuti", PELAYANAN, {
      satuan: "%",
      arah: "naik",
      agregasi: POSISI,
      pj: "Kasi Pelayanan",
      tw: [80, 85, 90, 95],
      setahun: 95,
    }),
    baris("Jumlah pos ronda aktif", TERTIB, {
      satuan: "pos",
      arah: "naik",
      agregasi: BERTAMBAH,
      pj: "Kasi Trantib",
      tw: [10, 12, 14, 16],
      setahun: 16,
    }),
    baris("Jumlah patroli", TERTIB, {
      satuan: "kali",
      arah: "naik",
      agregasi: DIJUMLAH,
      pj: "Kasi Trantib",
      tw: [6, 6, 6, 6],
      setahun: 24,
    }),
  ],
};

/** Each indikator beside the actions that serve it. */
const denganKegiatan: Contoh = {
  nama: "indikator di samping beberapa rencana aksi",
  jenis: "docx",
  tahun: 2027,
  kertas: [
    "RENCANA AKSI ATAS PERJANJIAN KINERJA",
    "Tahun : 2027",
    [
      [
        ["No", 2, 1],
        ["Sasaran Strategis", 2, 1],
        ["Indikator Kinerja", 2, 1],
        ["Target", 2, 1],
        ["Rencana Aksi", 2, 1],
        ["Target Kinerja Triwulan", 1, 4],
        null,
        null,
        null,
        ["Unit Kerja Penanggung Jawab", 2, 1],
      ],
      [
        null,
        null,
        null,
        null,
        null,
        "Triwulan I",
        "Triwulan II",
        "Triwulan III",
        "Triwulan IV",
        null,
      ],
      [
        ["1", 3, 1],
        [PELAYANAN, 3, 1],
        ["Indeks Kepuasan Masyarakat", 3, 1],
        ["86", 3, 1],
        "Menyusun standar pelayanan",
        ["84", 3, 1],
        ["85", 3, 1],
        ["85", 3, 1],
        ["86", 3, 1],
        ["Seksi Pelayanan", 3, 1],
      ],
      [null, null, null, null, "Melaksanakan survei", null, null, null, null, null],
      [null, null, null, null, "Menindaklanjuti hasil survei", null, null, null, null, null],
      [
        ["2", 2, 1],
        [AKUNTABEL, 2, 1],
        ["Persentase pegawai yang menyampaikan SKP", 2, 1],
        ["100%", 2, 1],
        "Sosialisasi",
        ["25%", 2, 1],
        ["50%", 2, 1],
        ["75%", 2, 1],
        ["100%", 2, 1],
        ["Subbagian Umum", 2, 1],
      ],
      [null, null, null, null, "Rekapitulasi", null, null, null, null, null],
    ],
  ],
  dimaksud: [
    baris("Indeks Kepuasan Masyarakat", PELAYANAN, {
      satuan: "nilai",
      arah: "naik",
      agregasi: POSISI,
      pj: "Seksi Pelayanan",
      tw: [84, 85, 85, 86],
      setahun: 86,
    }),
    baris("Persentase pegawai yang menyampaikan SKP", AKUNTABEL, {
      satuan: "%",
      arah: "naik",
      agregasi: POSISI,
      pj: "Subbagian Umum",
      tw: [25, 50, 75, 100],
      setahun: 100,
    }),
  ],
};

/** What was agreed on and its plan by triwulan in one file. */
const duaTabel: Contoh = {
  nama: "perjanjian kinerja dan rencana aksi dalam satu berkas",
  jenis: "docx",
  tahun: 2027,
  kertas: [
    "PERJANJIAN KINERJA TAHUN 2027",
    [
      ["No", "Sasaran", "Indikator Kinerja", "Satuan", "Target Tahunan"],
      ["1", PELAYANAN, "Indeks Kepuasan Masyarakat", "Nilai", "85"],
      ["2", TERTIB, "Jumlah kasus gangguan keamanan", "Kasus", "8"],
    ],
    "RENCANA AKSI TAHUN 2027",
    [
      ["No", "Indikator Kinerja", "Target TW I", "Target TW II", "Target TW III", "Target TW IV"],
      ["1", "Indeks kepuasan masyarakat", "82", "83", "84", "85"],
      ["2", "Jumlah kasus gangguan keamanan", "2", "2", "2", "2"],
    ],
  ],
  dimaksud: [
    baris("Indeks Kepuasan Masyarakat", PELAYANAN, {
      satuan: "Nilai",
      arah: "naik",
      agregasi: POSISI,
      tw: [82, 83, 84, 85],
      setahun: 85,
    }),
    baris("Jumlah kasus gangguan keamanan", TERTIB, {
      satuan: "Kasus",
      arah: "turun",
      agregasi: DIJUMLAH,
      tw: [2, 2, 2, 2],
      setahun: 8,
    }),
  ],
};

/** A matrix with numbers and texts below one title, what was reached before, and the way that is better. */
const matriks: Contoh = {
  nama: "matriks dengan nomor di dalam judul dan polarisasi",
  jenis: "xlsx",
  tahun: 2027,
  kertas: [
    "MATRIKS CASCADING IKU BAGIAN CONTOH",
    [
      [
        ["Perspektif", 2, 1],
        ["Sasaran Strategis", 2, 2],
        null,
        ["Indikator Kinerja Utama", 2, 2],
        null,
        ["Baseline", 1, 1],
        ["Target", 1, 1],
        ["Polarisasi", 2, 1],
        ["Unit in Charge (PIC)", 2, 1],
      ],
      [null, null, null, null, null, "2026", "2027", null, null],
      [
        ["Pelanggan", 2, 1],
        ["1", 2, 1],
        [PELAYANAN, 2, 1],
        "1.1",
        "Indeks kepuasan tamu",
        "3,5",
        "3,75",
        "Maximize",
        "Protokol",
      ],
      [
        null,
        null,
        null,
        "1.2",
        "Waktu rata-rata penerbitan surat",
        "2 hari",
        "1 hari",
        "Minimize",
        "Keuangan",
      ],
      [
        "Internal",
        "2",
        AKUNTABEL,
        "2.1",
        "Jumlah naskah dinas elektronik",
        "1.500 bh",
        "1.550 bh",
        "Maximize",
        "Tata Usaha",
      ],
    ],
  ],
  dimaksud: [
    baris("Indeks kepuasan tamu", PELAYANAN, {
      satuan: "nilai",
      arah: "naik",
      agregasi: POSISI,
      pj: "Protokol",
      tw: TANPA_TW,
      setahun: 3.75,
    }),
    baris("Waktu rata-rata penerbitan surat", PELAYANAN, {
      satuan: "hari",
      arah: "turun",
      agregasi: RATA,
      pj: "Keuangan",
      tw: TANPA_TW,
      setahun: 1,
    }),
    baris("Jumlah naskah dinas elektronik", AKUNTABEL, {
      satuan: "bh",
      arah: "naik",
      agregasi: DIJUMLAH,
      pj: "Tata Usaha",
      tw: TANPA_TW,
      setahun: 1550,
    }),
  ],
};

/** Two pages: titles again at the head of the second, kode taken for numbers, tribulan. */
const duaHalaman: Contoh = {
  nama: "judul berulang di halaman kedua, tribulan",
  jenis: "xlsx",
  tahun: 2027,
  kertas: [
    "TARGET KINERJA TRIBULAN TAHUN 2027",
    [
      [
        "Kode",
        "Sasaran",
        "Indikator",
        "Satuan",
        "Tribulan I",
        "Tribulan II",
        "Tribulan III",
        "Tribulan IV",
        "Target Setahun",
        "Ket",
      ],
      [1.1, PELAYANAN, "Indeks Kepuasan Masyarakat", "nilai", 80, 81, 82, 83, 83, ""],
      [1.2, PELAYANAN, "Jumlah jenis layanan daring", "layanan", 2, 3, 4, 5, 5, ""],
      [
        "Kode",
        "Sasaran",
        "Indikator",
        "Satuan",
        "Tribulan I",
        "Tribulan II",
        "Tribulan III",
        "Tribulan IV",
        "Target Setahun",
        "Ket",
      ],
      [2.1, TERTIB, "Jumlah pelanggaran perda", "kasus", 5, 4, 3, 3, 15, "jumlah setahun"],
      [2.2, TERTIB, "Persentase desa siaga bencana", "%", "40%", "50%", "60%", "75%", "75%", ""],
      ["", "", "Jumlah", "", "", "", "", "", "", ""],
    ],
    "Mengetahui,",
  ],
  dimaksud: [
    baris("Indeks Kepuasan Masyarakat", PELAYANAN, {
      satuan: "nilai",
      arah: "naik",
      agregasi: POSISI,
      tw: [80, 81, 82, 83],
      setahun: 83,
    }),
    baris("Jumlah jenis layanan daring", PELAYANAN, {
      satuan: "layanan",
      arah: "naik",
      agregasi: BERTAMBAH,
      tw: [2, 3, 4, 5],
      setahun: 5,
    }),
    baris("Jumlah pelanggaran perda", TERTIB, {
      satuan: "kasus",
      arah: "turun",
      agregasi: DIJUMLAH,
      tw: [5, 4, 3, 3],
      setahun: 15,
    }),
    baris("Persentase desa siaga bencana", TERTIB, {
      satuan: "%",
      arah: "naik",
      agregasi: POSISI,
      tw: [40, 50, 60, 75],
      setahun: 75,
    }),
  ],
};

/** Units in brackets behind the names, and a page that says what it is about in a sentence. */
const dalamKurung: Contoh = {
  nama: "satuan dalam kurung, sasaran dengan sebutan kinerja utama",
  jenis: "docx",
  tahun: 2027,
  kertas: [
    "Rencana Kinerja Tahunan Kecamatan Contoh, tahun 2027",
    [
      ["No", "Kinerja Utama", "Indikator Kinerja", "Target", "Penanggung Jawab"],
      ["1", PELAYANAN, "Indeks pelayanan publik (indeks)", "4,1", "Kasi Pelayanan"],
      ["2", "", "Lama pengurusan surat pindah (menit)", "maks. 15", "Kasi Pelayanan"],
      [
        "3",
        TERTIB,
        "Cakupan pos keamanan lingkungan aktif (%)",
        "≥ 90",
        "Kasi Trantib dan Kasi Pemerintahan",
      ],
      ["4", "", "Jumlah rapat koordinasi (kali)", "12", "Kasi Trantib"],
    ],
  ],
  dimaksud: [
    baris("Indeks pelayanan publik", PELAYANAN, {
      satuan: "indeks",
      arah: "naik",
      agregasi: POSISI,
      pj: "Kasi Pelayanan",
      tw: TANPA_TW,
      setahun: 4.1,
    }),
    baris("Lama pengurusan surat pindah", PELAYANAN, {
      satuan: "menit",
      arah: "turun",
      agregasi: RATA,
      pj: "Kasi Pelayanan",
      tw: TANPA_TW,
      setahun: 15,
    }),
    baris("Cakupan pos keamanan lingkungan aktif", TERTIB, {
      satuan: "%",
      arah: "naik",
      agregasi: POSISI,
      pj: "Kasi Trantib dan Kasi Pemerintahan",
      tw: TANPA_TW,
      setahun: 90,
    }),
    baris("Jumlah rapat koordinasi", TERTIB, {
      satuan: "kali",
      arah: "naik",
      agregasi: DIJUMLAH,
      pj: "Kasi Trantib",
      tw: TANPA_TW,
      setahun: 12,
    }),
  ],
};

/** Every layout, all content of it invented. */
export const contohRencana: readonly Contoh[] = [
  permenpan,
  rencanaAksi,
  pemantauan,
  gabung,
  sasaranSebaris,
  ikuDinas,
  berderet,
  tanpaGabung,
  denganKegiatan,
  duaTabel,
  matriks,
  duaHalaman,
  dalamKurung,
];
