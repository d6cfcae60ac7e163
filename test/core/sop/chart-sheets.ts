import * as fc from "fast-check";
import { Sop } from "../../../src/core/sop/schema.ts";

interface Part {
  readonly no: number | string;
  readonly uraian: string;
  readonly jenis: string;
  readonly peran: string | readonly string[];
  readonly hasil: object;
  readonly memasok?: readonly string[];
  readonly penerima?: readonly string[];
  readonly waktu?: string | null;
  readonly kelengkapan?: readonly string[];
  readonly keluaran?: readonly string[];
  readonly tambahan?: boolean;
  readonly disimpulkan?: boolean;
}

const langkahOf = (part: Part): object => ({
  no: part.no,
  uraian: part.uraian,
  jenis: part.jenis,
  pelaksana: {
    peran: part.peran,
    memasok: part.memasok ?? [],
    disimpulkan: part.disimpulkan ?? false,
  },
  mutuBaku: {
    kelengkapan: part.kelengkapan ?? ["Dokumen"],
    waktu: part.waktu === undefined ? "60 menit" : part.waktu,
    keluaran: part.keluaran ?? ["Dokumen"],
  },
  ...(part.tambahan === true ? { tambahan: true } : {}),
  ...(part.penerima === undefined ? {} : { penerima: part.penerima }),
  hasil: part.hasil,
});

/** An empty header block. */
export const blankHead = {
  nomor: null,
  tanggalPembuatan: null,
  tanggalRevisi: null,
  tanggalPengesahan: null,
  disahkanOleh: null,
  dasarHukum: [],
  kualifikasiPelaksana: [],
  keterkaitan: [],
  peralatan: [],
  peringatan: [],
  pencatatan: [],
};

/** An invented sheet of thirteen langkah and four pelaksana: quarterly figures, a yearly report. */
export const laporanTahunan: Sop = Sop.parse({
  id: "laporan-tahunan",
  nama: "Penyusunan Laporan Kinerja Instansi Pemerintah",
  instansi: "Kecamatan Rekaan, Kabupaten Contoh",
  kepala: {
    ...blankHead,
    nomor: "800/   /RKN/2025",
    tanggalPembuatan: "3 Februari 2025",
    disahkanOleh: "Camat Rekaan",
    dasarHukum: ["Peraturan tentang laporan kinerja", "Peraturan tentang perangkat daerah"],
    kualifikasiPelaksana: ["Memahami penyusunan laporan kinerja"],
    keterkaitan: ["SOP Surat Masuk", "SOP Surat Keluar"],
    peralatan: ["Komputer", "Printer", "Kertas"],
    peringatan: ["Laporan yang terlambat menunda evaluasi."],
    pencatatan: ["Disimpan sebagai berkas cetak dan elektronik"],
  },
  siklus: { triwulan: [1, 2, 3, 4], tahunan: [5, 6, 7, 8, 9, 10, 11, 12, 13] },
  pelaksana: ["camat", "sekcam", "kasubbag", "staf"],
  langkah: [
    {
      no: 1,
      uraian: "Memerintahkan pengumpulan",
      jenis: "kompilasi",
      peran: "camat",
      hasil: { selesai: 2 },
      waktu: "3 menit",
      kelengkapan: ["Nota dinas"],
    },
    {
      no: 2,
      uraian: "Menyampaikan format kepada seksi dan subbagian",
      jenis: "sosialisasi",
      peran: "sekcam",
      penerima: ["kasubbag", "staf"],
      hasil: { selesai: 3 },
    },
    {
      no: 3,
      uraian: "Menghimpun data dan informasi kinerja",
      jenis: "realisasi",
      peran: "staf",
      memasok: ["kasubbag"],
      hasil: { selesai: 4 },
      disimpulkan: true,
    },
    {
      no: 4,
      uraian: "Menganalisis data yang terkumpul",
      jenis: "kompilasi",
      peran: "kasubbag",
      hasil: { selesai: "selesai", kembalikan: 3 },
    },
    {
      no: 5,
      uraian: "Membuat konsep laporan",
      jenis: "penyusunan",
      peran: "kasubbag",
      hasil: { selesai: 6 },
    },
    {
      no: 6,
      uraian: "Mengoreksi konsep laporan",
      jenis: "keputusan",
      peran: "sekcam",
      hasil: { setuju: 7, kembalikan: 5 },
      tambahan: true,
    },
    {
      no: 7,
      uraian: "Rapat finalisasi bersama seluruh pejabat",
      jenis: "keputusan",
      peran: ["sekcam", "kasubbag", "staf"],
      hasil: { setuju: 8, kembalikan: 5 },
    },
    {
      no: 8,
      uraian: "Memeriksa dan menyetujui laporan",
      jenis: "keputusan",
      peran: "camat",
      hasil: { setuju: 9, kembalikan: 6 },
    },
    {
      no: 9,
      uraian: "Menandatangani laporan",
      jenis: "keputusan",
      peran: "camat",
      hasil: { setuju: 10, kembalikan: 7 },
    },
    {
      no: 10,
      uraian: "Membuat surat pengantar dan memberi nomor",
      jenis: "penyusunan",
      peran: "kasubbag",
      hasil: { selesai: 11 },
    },
    {
      no: 11,
      uraian: "Menggandakan dokumen",
      jenis: "penyusunan",
      peran: "staf",
      hasil: { selesai: 12, kembalikan: 10 },
    },
    {
      no: 12,
      uraian: "Mengirim dokumen",
      jenis: "penyusunan",
      peran: "staf",
      hasil: { selesai: 13 },
      waktu: null,
    },
    {
      no: 13,
      uraian: "Menyimpan dokumen dan tanda terima",
      jenis: "penyusunan",
      peran: "staf",
      hasil: { selesai: "selesai" },
      waktu: null,
      kelengkapan: [],
      keluaran: [],
    },
  ].map(langkahOf),
});

/** An invented sheet of an agency, one cycle: every decision goes back to another langkah. */
export const pengukuran: Sop = Sop.parse({
  id: "pengukuran",
  nama: "Pengukuran Capaian Kinerja",
  instansi: "Dinas Rekaan, Kota Contoh",
  kepala: blankHead,
  siklus: { triwulan: [1, 2, 3, 4, 5, 6, 7, 8, 9] },
  pelaksana: ["kadis", "sekdis", "jfp", "tim"],
  langkah: [
    {
      no: 1,
      uraian: "Mendisposisikan pengukuran capaian kepada Sekretaris",
      jenis: "kompilasi",
      peran: "kadis",
      hasil: { selesai: 2 },
      waktu: "10 menit",
    },
    {
      no: 2,
      uraian: "Memerintahkan penyusunan tim",
      jenis: "kompilasi",
      peran: "sekdis",
      hasil: { selesai: 3 },
      waktu: "10 menit",
    },
    {
      no: 3,
      uraian: "Menyusun konsep surat keputusan tim",
      jenis: "penyusunan",
      peran: "jfp",
      hasil: { selesai: 4 },
      waktu: "45 menit",
    },
    {
      no: 4,
      uraian:
        "Memeriksa konsep; bila setuju diteruskan kepada Kepala Dinas, bila tidak kembali kepada Perencana",
      jenis: "keputusan",
      peran: "sekdis",
      hasil: { setuju: 5, kembalikan: 3 },
      waktu: "15 menit",
    },
    {
      no: 5,
      uraian: "Memeriksa konsep dan menandatangani",
      jenis: "keputusan",
      peran: "kadis",
      hasil: { setuju: 6, kembalikan: 4 },
      waktu: "45 menit",
    },
    {
      no: 6,
      uraian: "Mengumpulkan, mengolah, dan menganalisis capaian",
      jenis: "realisasi",
      peran: "tim",
      hasil: { selesai: 7 },
      waktu: "330 menit",
    },
    {
      no: 7,
      uraian: "Rapat verifikasi dan validasi",
      jenis: "keputusan",
      peran: ["tim", "sekdis"],
      hasil: { setuju: 8, kembalikan: 6 },
      waktu: "45 menit",
    },
    {
      no: 8,
      uraian: "Memeriksa laporan dan menandatangani",
      jenis: "keputusan",
      peran: "kadis",
      hasil: { setuju: 9, kembalikan: 3 },
      waktu: "30 menit",
    },
    {
      no: 9,
      uraian: "Menyusun rencana tindak lanjut",
      jenis: "penyusunan",
      peran: ["sekdis", "tim"],
      hasil: { selesai: "selesai", kembalikan: 1 },
      waktu: "60 menit",
    },
  ].map(langkahOf),
});

const peranList = [
  "camat",
  "sekcam",
  "kasi",
  "kasubbag",
  "staf",
  "inspektorat",
  "admin",
  "kadis",
  "sekdis",
  "jfp",
  "tim",
] as const;
const siklusList = ["triwulan", "semester", "tahunan"] as const;

/** Any sheet that can run: each langkah goes on to the next or ends, and may go back anywhere. */
export const anySheet: fc.Arbitrary<Sop> = fc
  .record({
    pelaksana: fc.uniqueArray(fc.constantFrom(...peranList), { minLength: 1, maxLength: 11 }),
    langkahList: fc.array(
      fc.record({
        jenis: fc.constantFrom("kompilasi", "penyusunan", "sosialisasi", "keputusan", "realisasi"),
        peran: fc.nat(),
        serta: fc.array(fc.nat(), { maxLength: 3 }),
        kembali: fc.option(fc.nat()),
        uraian: fc.constantFrom("Menyusun", "Memeriksa konsep laporan kinerja ".repeat(5)),
        tambahan: fc.boolean(),
        disimpulkan: fc.boolean(),
        ganti: fc.boolean(),
      }),
      { minLength: 1, maxLength: 22 },
    ),
  })
  .map(({ pelaksana, langkahList }) => {
    let cycle = 0;
    const siklusAt = langkahList.map(({ ganti }, index) => {
      if (index > 0 && ganti && index % 4 === 0) cycle = Math.min(2, cycle + 1);
      return cycle;
    });
    const noIn = (at: number | undefined): number[] =>
      siklusAt.flatMap((one, index) => (one === at ? [index + 1] : []));
    const pick = (at: number): string => pelaksana[at % pelaksana.length] ?? "camat";
    const siklus = siklusList.map((jenis, at) => [jenis, noIn(at)] as const);
    return Sop.parse({
      id: "rekaan",
      nama: "SOP Rekaan",
      instansi: "Kecamatan Rekaan",
      kepala: blankHead,
      siklus: Object.fromEntries(siklus.filter(([, list]) => list.length > 0)),
      pelaksana,
      langkah: langkahList.map((one, index) => {
        const own = noIn(siklusAt[index]);
        const next = own.includes(index + 2) ? index + 2 : "selesai";
        const back = own[(one.kembali ?? 0) % own.length];
        const { jenis, tambahan, disimpulkan, uraian } = one;
        const kembali = one.kembali === null || jenis === "realisasi" ? {} : { kembalikan: back };
        return langkahOf({
          no: index + 1,
          uraian,
          jenis,
          tambahan,
          disimpulkan,
          peran: one.serta.length > 2 ? [pick(one.peran), pick(one.peran + 1)] : pick(one.peran),
          memasok: one.serta.slice(0, 1).map(pick),
          ...(jenis === "sosialisasi" ? { penerima: [0, ...one.serta].map(pick) } : {}),
          hasil:
            jenis === "keputusan"
              ? { setuju: next, kembalikan: back }
              : { selesai: next, ...kembali },
        });
      }),
    });
  });
