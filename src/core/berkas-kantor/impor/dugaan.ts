import { faktor, gabunganTarget } from "../../kinerja/agregasi.ts";
import type { Agregasi, Arah } from "../../kinerja/indikator.ts";
import { lipat } from "../buku/lipat.ts";

/** What a document does not say of an indikator, guessed from what it does say. */
export interface Tebakan<N> {
  readonly nilai: N;
  readonly alasan: string;
}

/** What is known of an indikator when the rest is guessed. */
export interface Ciri {
  readonly nama: string;
  readonly satuan: string;
  readonly triwulan: readonly (number | null)[];
  readonly tahunan: number | null;
  /** Whether the document calls its figures running totals. */
  readonly berjalan: boolean;
  /** What "at most" and "at least" beside a target say. */
  readonly batas: Arah | null;
}

const WAKTU =
  /^(rata rata |rerata )?(waktu|lama|lamanya|durasi|masa tunggu|jangka waktu|response time)\b/;
/** What an office wants less of. */
const BURUK =
  /\b(gangguan|kasus|kejadian|konflik|pelanggaran|temuan|kemiskinan|miskin|kematian|stunting|kriminalitas|kejahatan|pengangguran|tunggakan|keterlambatan|terlambat|kebakaran|kecelakaan|keluhan|pengaduan|kumuh|prevalensi|buang air besar sembarangan|putus sekolah)\b/;
/** What is done about it, of which an office wants more. */
const DIATASI =
  /\b(tindak ?lanjut\p{L}*|ditindak ?lanjuti|penanganan|ditangani|tertangani|penyelesaian|diselesaikan|terselesaikan|selesai|penurunan|pencegahan|dicegah|tepat waktu|bebas|terfasilitasi|difasilitasi)\b/u;

/** Whether a larger or a smaller figure is better, guessed from name, unit and targets. */
export function tebakArah({ nama, triwulan, batas }: Ciri): Tebakan<Arah> {
  const kata = lipat(nama);
  if (WAKTU.test(kata)) return { nilai: "turun", alasan: "yang diukur lamanya waktu" };
  if (batas !== null) {
    const sebut = batas === "turun" ? "paling banyak" : "paling sedikit";
    return { nilai: batas, alasan: `targetnya ${sebut}` };
  }
  if (BURUK.test(kata) && !DIATASI.test(kata)) {
    return { nilai: "turun", alasan: "namanya menyebut hal yang diharapkan berkurang" };
  }
  const angka = triwulan.filter((one) => one !== null);
  const [first, last] = [angka[0], angka.at(-1)];
  if (first !== undefined && last !== undefined && last < first && isSorted(angka.toReversed())) {
    return { nilai: "turun", alasan: "targetnya makin kecil dari triwulan ke triwulan" };
  }
  return { nilai: "naik", alasan: "tidak ada tanda bahwa angkanya diharapkan turun" };
}

/** How the figures of triwulan become that of a year, guessed from name, unit and targets. */
export function tebakAgregasi(ciri: Ciri): Tebakan<Agregasi> {
  const kata = lipat(ciri.nama);
  const bentuk = bentukTarget(ciri);
  if (/^(rata rata|rerata)\b/.test(kata)) {
    return { nilai: "rata_rata", alasan: "namanya rata-rata" };
  }
  if (WAKTU.test(kata)) return { nilai: "rata_rata", alasan: "yang diukur lamanya waktu" };
  if (
    faktor(ciri.satuan) === 100 ||
    /^(persentase|persen|prosentase|rasio|proporsi)\b/.test(kata)
  ) {
    return persentase(bentuk);
  }
  if (/^(nilai|indeks|skor|predikat|opini|tingkat|level|status)\b/.test(kata)) {
    return { nilai: "posisi_akhir", alasan: "nilai yang dibaca pada akhir periode" };
  }
  if (ciri.berjalan && bentuk !== "dijumlah") {
    return { nilai: "kumulatif", alasan: "judul kolomnya menyebut kumulatif" };
  }
  return bentuk === null
    ? TANPA_TRIWULAN[isJumlahan(kata) ? "jumlah" : "lain"]
    : dariBentuk[bentuk];
}

type Bentuk = "dijumlah" | "sampai" | "tetap" | "lain";

/** How the targets of triwulan go together with that of the year; null where there are none. */
function bentukTarget({ triwulan, tahunan }: Ciri): Bentuk | null {
  const angka = triwulan.filter((one) => one !== null);
  const last = angka.at(-1);
  if (last === undefined || tahunan === null) return null;
  if (angka.length > 1 && angka.every((one) => one === last)) {
    return last === tahunan ? "tetap" : isSum(angka, tahunan) ? "dijumlah" : "lain";
  }
  if (isSum(angka, tahunan)) return "dijumlah";
  return last === tahunan && isSorted(angka) ? "sampai" : "lain";
}

const isSum = (angka: readonly number[], tahunan: number): boolean =>
  Math.abs(gabunganTarget("jumlah", angka) - tahunan) < SAMA;

/** Fractions do not add up to the last digit. */
const SAMA = 1e-6;

const isSorted = (angka: readonly number[]): boolean =>
  angka.every((one, at) => at === 0 || one >= (angka[at - 1] ?? one));

const isJumlahan = (kata: string): boolean => /^(jumlah|banyaknya)\b/.test(kata);

const dariBentuk: { readonly [B in Bentuk]: Tebakan<Agregasi> } = {
  dijumlah: { nilai: "jumlah", alasan: "target TW I–IV dijumlahkan menjadi target setahun" },
  sampai: { nilai: "kumulatif", alasan: "target bertambah sampai target setahun pada TW IV" },
  tetap: { nilai: "posisi_akhir", alasan: "target tiap triwulan sama dengan target setahun" },
  lain: {
    nilai: "jumlah",
    alasan: "target triwulan tidak dijumlahkan dan tidak pula naik menjadi target setahun",
  },
};

const TANPA_TRIWULAN = {
  jumlah: { nilai: "jumlah", alasan: "namanya jumlah; target triwulan tidak ada" },
  lain: { nilai: "posisi_akhir", alasan: "target triwulan tidak ada" },
} as const;

function persentase(bentuk: Bentuk | null): Tebakan<Agregasi> {
  switch (bentuk) {
    case "dijumlah":
      return { nilai: "jumlah", alasan: dariBentuk.dijumlah.alasan };
    case "tetap":
      return { nilai: "rasio", alasan: "persentase dengan target yang sama tiap triwulan" };
    case "sampai":
    case "lain":
    case null:
      return { nilai: "posisi_akhir", alasan: "persentase yang dibaca pada akhir periode" };
  }
}

/** The unit a name speaks of; null where it speaks of none. */
export function tebakSatuan(nama: string): Tebakan<string> | null {
  const kata = lipat(nama);
  if (/^(persentase|persen|prosentase)\b/.test(kata) || /\bpersentase\b/.test(kata)) {
    return { nilai: "%", alasan: "namanya persentase" };
  }
  if (/^(indeks|nilai|skor)\b/.test(kata)) return { nilai: "nilai", alasan: "namanya nilai" };
  return null;
}
