import { kopOf as kopSurat } from "../../core/dokumen/kop.ts";
import type { KeadaanKantor } from "../../core/kabupaten/papan.ts";
import type {
  BarisPeringkat,
  BarisTerlambat,
  KopKabupaten,
  LembarKantor,
  RekapKabupaten,
} from "../../core/rekap/kabupaten.ts";
import { waktuResmi } from "../../core/waktu/format.ts";
import { setMade, writeBook } from "./buku.ts";
import { type Kop, type Lembar, writeLembar } from "./lembar.ts";
import { lembarCapaian } from "./lembar-capaian.ts";
import { waktuKolom } from "./lembar-catatan.ts";

/** The workbook of a kabupaten, as bytes of an .xlsx file: ranking, who is late, a sheet for each office. */
export const rekapKabupatenXlsx = (rekap: RekapKabupaten): Promise<Uint8Array> =>
  writeBook(async (book) => {
    setMade(book, rekap.kop.dibuatMs);
    await writeLembar(book, lembarPeringkat(rekap));
    await writeLembar(book, lembarTerlambat(rekap));
    const nameOf = uniqueNames(["Peringkat", "Terlambat"]);
    for (const kantor of rekap.kantorList) {
      const lembar = lembarCapaian(kantor, kantor.lembar);
      await writeLembar(book, { ...lembar, nama: nameOf(kantor) });
    }
  });

function lembarPeringkat({ kop, peringkat }: RekapKabupaten): Lembar<BarisPeringkat> {
  return {
    nama: "Peringkat",
    kop: kopOf(kop, `Peringkat Capaian Kinerja ${kop.label}`),
    kolomList: [
      { judul: "Peringkat", lebar: 10, bentuk: "tengah", nilai: (b) => b.peringkat },
      { judul: "Kantor", lebar: 34, bentuk: "teks", nilai: ({ kantor }) => kantor },
      { judul: "Rata-rata capaian %", lebar: 12, bentuk: "angka", nilai: (b) => b.rataRataPersen },
      {
        judul: "Kategori",
        lebar: 16,
        bentuk: "tengah",
        nilai: ({ kategori }) => kategori?.nama ?? null,
        hiasan: ({ kategori }) => ({ latar: kategori?.warna ?? null }),
      },
      { judul: "Terisi", lebar: 9, bentuk: "tengah", nilai: ({ terisi }) => terisi },
      { judul: "Jumlah indikator", lebar: 11, bentuk: "tengah", nilai: (b) => b.jumlahIndikator },
      { judul: "Perlu perhatian", lebar: 11, bentuk: "tengah", nilai: (b) => b.perhatian },
      {
        judul: "Keadaan",
        lebar: 14,
        bentuk: "tengah",
        nilai: ({ keadaan }) => kataKeadaan[keadaan],
        hiasan: ({ keadaan }) => ({ latar: warnaKeadaan[keadaan] }),
      },
      { judul: "Letak", lebar: 24, bentuk: "teks", nilai: ({ letak }) => letak.join("; ") },
      {
        judul: "Terlambat (hari kerja)",
        lebar: 11,
        bentuk: "angka",
        nilai: (b) => b.terlambatHari,
      },
    ],
    barisList: peringkat,
    kosong: "Belum ada kantor yang dipantau.",
    saring: true,
  };
}

function lembarTerlambat({ kop, terlambat }: RekapKabupaten): Lembar<BarisTerlambat> {
  const waktu = waktuKolom<BarisTerlambat>(kop);
  return {
    nama: "Terlambat",
    kop: kopOf(kop, `Yang Terlambat dan Berapa Lama, ${kop.label}`),
    kolomList: [
      { judul: "No", lebar: 5, bentuk: "tengah", nilai: (_, at) => at + 1 },
      { judul: "Kantor", lebar: 30, bentuk: "teks", nilai: ({ kantor }) => kantor },
      { judul: "Siapa", lebar: 28, bentuk: "teks", nilai: ({ siapa }) => siapa },
      { judul: "Apa", lebar: 40, bentuk: "teks", nilai: ({ apa }) => apa },
      waktu("Batas", (b) => b.batasMs),
      waktu("Selesai", (b) => b.selesaiMs),
      {
        judul: "Keadaan",
        lebar: 16,
        bentuk: "tengah",
        nilai: ({ selesaiMs }) => (selesaiMs === null ? "Masih ditunggu" : "Terkirim terlambat"),
        hiasan: ({ selesaiMs }) => ({ latar: selesaiMs === null ? MERAH : KUNING }),
      },
      {
        judul: "Terlambat (hari kerja)",
        lebar: 11,
        bentuk: "angka",
        nilai: (b) => b.terlambatHari,
      },
      waktu("Terakhir diingatkan", (b) => b.diingatkanMs),
    ],
    barisList: terlambat,
    kosong: "Tidak ada yang terlambat.",
    saring: true,
  };
}

const HIJAU = "#1B7F3B";
const MERAH = "#CC3333";
const KUNING = "#F1C232";

const kataKeadaan: { readonly [K in KeadaanKantor]: string } = {
  terlambat: "Terlambat",
  "belum-mulai": "Belum mulai",
  berjalan: "Berjalan",
  selesai: "Selesai",
  "tidak-aktif": "Tidak aktif",
};

const warnaKeadaan: { readonly [K in KeadaanKantor]: string | null } = {
  terlambat: MERAH,
  "belum-mulai": KUNING,
  berjalan: null,
  selesai: HIJAU,
  "tidak-aktif": null,
};

function kopOf(kop: KopKabupaten, judul: string): Kop {
  const dibuat = waktuResmi(kop.dibuatMs, kop.zonaWaktu);
  const { kantor: nama, kabupaten, alamat } = kop;
  const { pemerintah, instansi } = kopSurat({ nama, kabupaten, alamat });
  return {
    instansi: [pemerintah, instansi, ...(alamat === null ? [] : [alamat])],
    judul: judul.toUpperCase(),
    keterangan: [
      `Periode: ${kop.label} · Dibuat: ${dibuat}`,
      "Terlambat dihitung dari batas periode, atau dari baku mutu bila lembar SOP tidak menyebut batas; sehari kerja 450 menit.",
    ],
    kakiKiri: `${nama} · ${kop.label} · dibuat ${dibuat}`,
  };
}

/** Excel wants every sheet's name once, in 31 characters. */
function uniqueNames(taken: readonly string[]): (kantor: LembarKantor) => string {
  const used = new Set(taken.map((nama) => nama.toLowerCase()));
  return ({ kop }) => {
    const plain = kop.kantor
      .replace(/[\\/*?:[\]]/gu, " ")
      .slice(0, NAMA_TERPANJANG)
      .trim();
    let nama = plain;
    for (let count = 2; used.has(nama.toLowerCase()); count += 1) {
      nama = `${plain.slice(0, NAMA_TERPANJANG - 4).trim()} (${count})`;
    }
    used.add(nama.toLowerCase());
    return nama;
  };
}

const NAMA_TERPANJANG = 31;
