import type { CatatanData } from "../engine/effect.ts";
import type { IstilahTriwulan } from "../kinerja/periode.ts";
import { labelPeriode, Periode } from "../kinerja/periode.ts";
import { JenisNaskah, sebutanNaskah } from "../naskah/jenis.ts";
import { plainText } from "./spans.ts";
import { fill } from "./template.ts";

/** What one entry of the event log says, in a sentence; an unknown kind is named as it is. */
export function catatanText(jenis: string, data: CatatanData, istilah: IstilahTriwulan): string {
  const isi = (nama: string): string => {
    const jenisNaskah = nama === "naskah" ? JenisNaskah.safeParse(data[nama]) : null;
    return jenisNaskah?.success === true
      ? sebutanNaskah(jenisNaskah.data)
      : wordOf(data[nama], istilah);
  };
  const known = kalimat(isi)[jenis];
  return known === undefined ? jenis.replaceAll("-", " ") : tidy(known);
}

type Isi = (nama: string) => string;

const kalimat = (isi: Isi): Readonly<Record<string, string | undefined>> => ({
  "kantor-dimuat": "Data kantor dimuat",
  "akun-terhubung": "Akun terhubung",
  "akun-diputuskan": "Akun diputuskan",
  ditarik: "Realisasi ditarik kembali",
  "akun-dipindahkan": "Akun dipindahkan",
  "saluran-utama": text("Saluran utama menjadi {{ke}}", isi),
  "alih-saluran": text("Pesan untuk {{untuk}} dialihkan dari {{dari}} ke {{ke}}: {{alasan}}", isi),
  "tak-terjangkau": text("{{untuk}} tidak terjangkau lewat {{dari}}", isi),
  terjangkau: text("{{untuk}} terjangkau lagi lewat {{dari}}", isi),
  "undangan-dibuat": text("Undangan dibuat untuk {{untuk}}", isi),
  undangan: text("Undangan dibuat untuk {{untuk}}", isi),
  "realisasi-diimpor": text("Realisasi {{periode}} dimasukkan dari berkas kantor", isi),
  "berkas-dibuka": text("Berkas {{periode}} dibuka", isi),
  "langkah-masuk": text("Masuk langkah {{langkah}}, putaran {{putaran}}: {{alasan}}", isi),
  "langkah-keluar": text("Langkah {{langkah}} selesai, menuju {{menuju}}", isi),
  "langkah-otomatis": text("Langkah {{langkah}} dikerjakan sistem: {{sebab}}", isi),
  "tanpa-indikator": "Tidak ada indikator yang perlu diisi",
  isian: text("Mengisi indikator {{kode}}: {{nilai}}", isi),
  keterangan: text("Menjelaskan indikator {{kode}}", isi),
  bukti: text("Mengirim bukti indikator {{kode}}", isi),
  dikirim: "Mengirim realisasi",
  "pengumpulan-ditutup": text("Menutup pengumpulan: {{alasan}}", isi),
  "draf-dibuat": text("Laporan versi {{versi}} dibuat: {{sebutan}}", isi),
  dijawab: text("Langkah {{langkah}}, menjawab {{pilihan}}: {{alasan}}", isi),
  dibaca: "Sudah membaca yang disampaikan",
  "undangan-dijawab": text("Menjawab undangan: {{pilihan}}", isi),
  "formulir-diisi": text("Langkah {{langkah}}, mengisi {{kode}}", isi),
  "formulir-diulang": text("Langkah {{langkah}}, membuka kembali bagian sebelumnya", isi),
  "nomor-diambil": text("Nomor {{nomor}} diambil dari register {{register}}", isi),
  "naskah-dibuat": text("{{naskah}} dibuat", isi),
  "penanggung-jawab-beralih": text(
    "Indikator {{kode}} beralih dari {{dari}} ke {{ke}}, angka tersimpan ikut: {{tersimpan}}",
    isi,
  ),
  "tugas-disampaikan": text("Langkah {{langkah}} kini menunggu {{ke}} juga", isi),
  "tanpa-pemegang": text("Langkah {{langkah}} menunggu tanpa pemegang", isi),
  "tahun-belum-siap": text("Berkas {{periode}} belum dibuka: {{sebab}}", isi),
  "tenggat-dihitung-ulang": "Tenggat dihitung ulang menurut kalender",
  "berkas-selesai": text("Berkas {{periode}} selesai", isi),
  "berkas-dibatalkan": text("Berkas dibatalkan: {{alasan}}", isi),
});

const slots = [
  "untuk",
  "periode",
  "langkah",
  "putaran",
  "alasan",
  "menuju",
  "kode",
  "nilai",
  "versi",
  "pilihan",
  "dari",
  "ke",
  "sebab",
  "sebutan",
  "nomor",
  "register",
  "naskah",
  "tersimpan",
] as const;

const text = (template: string, isi: Isi): string =>
  plainText(fill(template, Object.fromEntries(slots.map((nama) => [nama, isi(nama)]))));

/** The first round is no news, and what was left empty leaves no colon behind. */
const tidy = (sentence: string): string =>
  sentence.replace(", putaran 1:", ":").replace(/[:\s]+$/, "");

function wordOf(value: CatatanData[string] | undefined, istilah: IstilahTriwulan): string {
  if (value === undefined || value === null) return "";
  const word = typeof value === "object" ? value.join(", ") : String(value);
  const periode = Periode.safeParse(word);
  return periode.success && typeof value === "string" ? labelPeriode(periode.data, istilah) : word;
}
