import { namaPejabat, sebutanPejabat } from "../../core/kantor/pejabat.ts";
import { labelPendek, type Periode } from "../../core/kinerja/periode.ts";
import type {
  BarisBukti,
  BarisKelengkapan,
  BarisKetepatan,
  BarisPersetujuan,
  BarisRiwayat,
  KopRekap,
  Rekap,
} from "../../core/rekap/index.ts";
import { formatDurasi } from "../../core/waktu/durasi.ts";
import { type Instant, singkatanZona, toLocal } from "../../core/waktu/instant.ts";
import { kataKetepatan, kataPeran, kataStatus, kataYa } from "../kata.ts";
import { kopOf, sidikText } from "./kop.ts";
import type { Kolom, Lembar } from "./lembar.ts";

const MENIT_MS = 60_000;
const HIJAU = "#1B7F3B";
const MERAH = "#CC3333";
const KUNING = "#F1C232";

/** Who has sent what, and when. */
export function lembarKelengkapan(rekap: Rekap): Lembar<BarisKelengkapan> {
  const waktu = waktuKolom<BarisKelengkapan>(rekap.kop);
  return {
    nama: "Kelengkapan",
    kop: kopOf(rekap.kop, `Kelengkapan Isian ${rekap.lembarList[0]?.label ?? ""}`),
    kolomList: [
      urutan(),
      { judul: "Penanggung jawab", lebar: 26, bentuk: "teks", nilai: (b) => b.penanggungJawab },
      { judul: "Nama", lebar: 28, bentuk: "teks", nilai: (b) => b.nama },
      { judul: "Jumlah indikator", lebar: 11, bentuk: "tengah", nilai: (b) => b.jumlahIndikator },
      { judul: "Terisi", lebar: 9, bentuk: "tengah", nilai: (b) => b.terisi },
      {
        judul: "Status",
        lebar: 22,
        bentuk: "tengah",
        nilai: ({ status }) => kataStatus[status],
        hiasan: ({ status }) => ({ latar: warnaStatus[status] }),
      },
      waktu("Dikirim", (b) => b.terkirimMs),
      waktu("Baku mutu s.d.", (b) => b.tenggatMs),
      waktu("Batas periode", (b) => b.batasMs),
      {
        judul: "Tepat waktu",
        lebar: 10,
        bentuk: "tengah",
        nilai: ({ tepatWaktu }) => kataYa(tepatWaktu),
        hiasan: ({ tepatWaktu }) => ({ latar: tepatWaktu === false ? MERAH : null }),
      },
      { judul: "Diminta (kali)", lebar: 10, bentuk: "tengah", nilai: (b) => b.putaran },
      { judul: "Alasan", lebar: 30, bentuk: "teks", nilai: (b) => b.alasan },
    ],
    barisList: rekap.kelengkapan,
    kosong: "Belum ada indikator untuk periode ini.",
    saring: true,
  };
}

/** How long each desk took against the mutu baku. */
export function lembarKetepatan(
  { kop }: Rekap,
  barisList: readonly BarisKetepatan[],
): Lembar<BarisKetepatan> {
  const waktu = waktuKolom<BarisKetepatan>(kop);
  return {
    nama: "Ketepatan waktu",
    kop: kopOf(kop, "Ketepatan Waktu Setiap Langkah"),
    kolomList: [
      urutan(),
      periodeKolom(kop),
      { judul: "SOP", lebar: 24, bentuk: "teks", nilai: ({ sop }) => sop },
      { judul: "Langkah", lebar: 9, bentuk: "tengah", nilai: (b) => b.langkahNo },
      { judul: "Uraian", lebar: 36, bentuk: "teks", nilai: ({ uraian }) => uraian },
      {
        judul: "Pelaksana",
        lebar: 16,
        bentuk: "teks",
        nilai: ({ pelaksana }) => pelaksana.map((peran) => kataPeran[peran]).join(", "),
      },
      { judul: "Putaran", lebar: 9, bentuk: "tengah", nilai: ({ putaran }) => putaran },
      waktu("Masuk", (b) => b.masukMs),
      waktu("Keluar", (b) => b.keluarMs),
      { judul: "Diselesaikan oleh", lebar: 18, bentuk: "teks", nilai: ({ oleh }) => oleh },
      {
        judul: "Mutu baku",
        lebar: 10,
        bentuk: "tengah",
        nilai: ({ mutuBaku }) => (mutuBaku === null ? null : formatDurasi(mutuBaku)),
      },
      waktu("Tenggat", (b) => b.tenggatMs),
      { judul: "Menit kerja", lebar: 9, bentuk: "bulat", nilai: (b) => b.menitKerja },
      { judul: "Lebih (+) / kurang (−)", lebar: 10, bentuk: "bulat", nilai: (b) => b.selisihMenit },
      {
        judul: "Tepat waktu?",
        lebar: 17,
        bentuk: "tengah",
        nilai: ({ ketepatan }) => kataKetepatan[ketepatan],
        hiasan: ({ ketepatan }) => ({ latar: warnaKetepatan[ketepatan] }),
      },
    ],
    barisList,
    kosong: "Belum ada berkas pada tahun ini.",
    saring: true,
  };
}

/** Who decided what, when and why. */
export function lembarPersetujuan(
  { kop }: Rekap,
  barisList: readonly BarisPersetujuan[],
): Lembar<BarisPersetujuan> {
  const waktu = waktuKolom<BarisPersetujuan>(kop);
  return {
    nama: "Persetujuan",
    kop: kopOf(kop, "Persetujuan dan Pengembalian"),
    kolomList: [
      urutan(),
      periodeKolom(kop),
      { judul: "SOP", lebar: 24, bentuk: "teks", nilai: ({ sop }) => sop },
      { judul: "Langkah", lebar: 9, bentuk: "tengah", nilai: (b) => b.langkahNo },
      { judul: "Uraian", lebar: 34, bentuk: "teks", nilai: ({ uraian }) => uraian },
      { judul: "Putaran", lebar: 9, bentuk: "tengah", nilai: ({ putaran }) => putaran },
      {
        judul: "Keputusan",
        lebar: 14,
        bentuk: "tengah",
        nilai: ({ keputusan }) => (keputusan === "setuju" ? "Disetujui" : "Dikembalikan"),
        hiasan: ({ keputusan }) => ({ latar: keputusan === "setuju" ? HIJAU : KUNING }),
      },
      { judul: "Oleh", lebar: 20, bentuk: "teks", nilai: (b) => sebutanPejabat(b.pejabat) },
      { judul: "Nama", lebar: 24, bentuk: "teks", nilai: (b) => namaPejabat(b.pejabat) },
      waktu("Waktu", (b) => b.padaMs),
      { judul: "Diajukan oleh", lebar: 20, bentuk: "teks", nilai: (b) => b.diajukanOleh },
      { judul: "Alasan", lebar: 34, bentuk: "teks", nilai: ({ alasan }) => alasan },
      {
        judul: "Catatan",
        lebar: 22,
        bentuk: "teks",
        nilai: (b) => (b.rangkapJabatan ? "Pengaju juga penyetuju (rangkap jabatan)" : null),
        hiasan: (b) => ({ latar: b.rangkapJabatan ? KUNING : null }),
      },
    ],
    barisList,
    kosong: "Belum ada keputusan.",
    saring: true,
  };
}

/** What proves the figures: each file with what tells it apart for good. */
export function lembarBukti({ kop }: Rekap, barisList: readonly BarisBukti[]): Lembar<BarisBukti> {
  return {
    nama: "Bukti",
    kop: kopOf(kop, "Bukti Dukung"),
    kolomList: [
      urutan(),
      periodeKolom(kop),
      { judul: "Kode", lebar: 9, bentuk: "tengah", nilai: ({ kode }) => kode },
      { judul: "Indikator", lebar: 34, bentuk: "teks", nilai: ({ indikator }) => indikator },
      { judul: "Berkas", lebar: 34, bentuk: "teks", nilai: ({ namaBerkas }) => namaBerkas },
      {
        judul: "Ukuran (kB)",
        lebar: 10,
        bentuk: "angka",
        nilai: ({ ukuranByte }) => Math.ceil(ukuranByte / 1_000),
      },
      { judul: "Oleh", lebar: 22, bentuk: "teks", nilai: ({ oleh }) => oleh },
      waktuKolom<BarisBukti>(kop)("Waktu", (b) => b.atMs),
      { judul: "SHA-256", lebar: 34, bentuk: "teks", nilai: ({ hash }) => hash },
    ],
    barisList,
    kosong: "Belum ada bukti dukung.",
    saring: true,
  };
}

/** All revisions and the log. */
export function lembarRiwayat(rekap: Rekap): Lembar<BarisRiwayat> {
  const { kop } = rekap;
  const namaByKode = new Map(
    rekap.lembarList.flatMap(({ barisList }) => barisList.map((b) => [b.kode, b.nama])),
  );
  const kepala = kopOf(kop, "Riwayat Perubahan");
  return {
    nama: "Riwayat",
    kop: { ...kepala, keterangan: [...kepala.keterangan, ...sidikText(kop)] },
    kolomList: [
      waktuKolom<BarisRiwayat>(kop)("Waktu", (b) => b.atMs),
      { judul: "No. catatan", lebar: 10, bentuk: "tengah", nilai: ({ seq }) => seq },
      { judul: "Peristiwa", lebar: 22, bentuk: "teks", nilai: ({ peristiwa }) => peristiwa },
      periodeKolom(kop),
      { judul: "Kode", lebar: 9, bentuk: "tengah", nilai: ({ kode }) => kode },
      {
        judul: "Indikator",
        lebar: 34,
        bentuk: "teks",
        nilai: ({ kode }) => namaByKode.get(kode ?? "") ?? null,
      },
      { judul: "Revisi", lebar: 8, bentuk: "tengah", nilai: ({ revisi }) => revisi },
      { judul: "Lama", lebar: 11, bentuk: "angka", nilai: ({ lama }) => lama },
      { judul: "Baru", lebar: 11, bentuk: "angka", nilai: ({ baru }) => baru },
      { judul: "Oleh", lebar: 22, bentuk: "teks", nilai: ({ oleh }) => oleh },
      { judul: "Keterangan", lebar: 44, bentuk: "teks", nilai: ({ keterangan }) => keterangan },
    ],
    barisList: rekap.riwayat,
    kosong: "Belum ada catatan.",
    saring: true,
  };
}

const warnaStatus: { readonly [S in BarisKelengkapan["status"]]: string | null } = {
  terkirim: HIJAU,
  menunggu: KUNING,
  ditutup: MERAH,
  "tanpa-berkas": null,
};

const warnaKetepatan: { readonly [K in BarisKetepatan["ketepatan"]]: string | null } = {
  tepat: HIJAU,
  terlambat: MERAH,
  berjalan: null,
  lewat: KUNING,
  otomatis: null,
  "tanpa-baku": null,
};

const urutan = <B>(): Kolom<B> => ({
  judul: "No",
  lebar: 5,
  bentuk: "tengah",
  nilai: (_, at) => at + 1,
});

/** Which period a row is of, as the office calls it. */
const periodeKolom = <B extends { readonly periode: Periode | null }>({
  istilahTriwulan,
}: KopRekap): Kolom<B> => ({
  judul: "Periode",
  lebar: 12,
  bentuk: "tengah",
  nilai: ({ periode }) => (periode === null ? null : labelPendek(periode, istilahTriwulan)),
});

/** A column of times as the office clock shows them; a workbook knows no zones, so the header names it. */
export const waktuKolom =
  <B>({ zonaWaktu }: Pick<KopRekap, "zonaWaktu">) =>
  (judul: string, at: (baris: B) => Instant | null): Kolom<B> => ({
    judul: `${judul} (${singkatanZona(zonaWaktu)})`,
    lebar: 18,
    bentuk: "waktu",
    nilai: (baris) => {
      const instant = at(baris);
      if (instant === null) return null;
      const { tanggal, menit } = toLocal(instant, zonaWaktu);
      return Date.parse(`${tanggal}T00:00:00Z`) + menit * MENIT_MS;
    },
  });
