import { tempatOf, tempatTanggal } from "../dokumen/kop.ts";
import type { Dokumen } from "../dokumen/model.ts";
import { langkahOf } from "../engine/holders.ts";
import type { Naskah } from "../engine/state.ts";
import type { Turn } from "../engine/turn.ts";
import { penyampaianOf } from "../engine/tutup-pembukaan.ts";
import { jamText } from "../formulir/teks.ts";
import { labelPeriode, tahunPeriode } from "../kinerja/periode.ts";
import { templatOf } from "../sop/schema.ts";
import { waktuResmi } from "../waktu/format.ts";
import { singkatanZona, toLocal } from "../waktu/instant.ts";
import { type BahanNaskah, hariIni, isianDari, orang, orangKepala, orangPelaku } from "./bahan.ts";
import {
  type Barisan,
  bidangIndikator,
  bidangRalat,
  bidangRekomendasi,
  bidangRencana,
  bidangTarget,
  bidangTemuan,
  indikator,
  isianLangkah,
  perubahanTarget,
  ralat,
  rekomendasi,
  rencana,
  temuan,
} from "./baris.ts";
import { type Nilai, rekaman } from "./nilai.ts";
import {
  anggotaTim,
  berikutnya,
  ditugasi,
  hadir,
  orangPimpinan,
  pelaksana,
  penerima,
  penyerah,
  peserta,
  pilihan,
  rangkapJabatan,
  undangan,
} from "./orang.ts";
import { type Dunia, susunTemplat } from "./susun.ts";

/** Something a paper can name: the fields it has, if any, and where it is found. */
export interface Sumber {
  readonly bidang: readonly string[];
  readonly nilai: (bahan: BahanNaskah) => Nilai;
  /** Kode of the field of a form it is worked out from. */
  readonly isian?: string;
}

const teks = (nilai: Sumber["nilai"]): Sumber => ({ bidang: [], nilai });
const sosok = (nilai: Sumber["nilai"]): Sumber => ({
  bidang: ["nama", "jabatan", "nip", "wakil"],
  nilai,
});

/** A list of rows; a row reads as its first field. */
const barisan = <const B extends string>(
  bidang: readonly B[],
  barisList: (bahan: BahanNaskah) => Barisan<B>,
): Sumber => ({ bidang, nilai: (bahan) => barisList(bahan).map((one) => rekaman("", one)) });

/** Everything papers can name beside the fields of forms. */
export const sumberByNama: ReadonlyMap<string, Sumber> = new Map<string, Sumber>([
  ["nomor", teks(({ nomor }) => nomor)],
  ["hariIni", teks((bahan) => ({ tanggal: hariIni(bahan) }))],
  ["pukul", teks(pukul)],
  ["waktu", teks(waktuKini)],
  ["zona", teks(({ turn }) => singkatanZona(turn.context.kantor.zonaWaktu))],
  ["tahun", teks(({ turn }) => String(tahunPeriode(turn.state.periode)))],
  ["periode", teks(periode)],
  ["istilah", teks(({ turn }) => (isTribulan(turn) ? "Tribulan" : "Triwulan"))],
  ["singkatan", teks(({ turn }) => (isTribulan(turn) ? "TB" : "TW"))],
  ["kantor", teks(({ turn }) => turn.context.kantor.nama)],
  ["kabupaten", teks(({ turn }) => turn.context.kantor.kabupaten)],
  ["tempat", teks(({ turn }) => tempatOf(turn.context.kantor.nama))],
  ["tempatTanggal", teks(tempatHariIni)],
  ["sop", teks(({ turn }) => turn.sop.nama)],
  ["dasarHukum", teks(({ turn }) => turn.sop.kepala.dasarHukum)],
  ["langkah", teks(({ langkah }) => langkah.no)],
  ["uraian", teks(({ langkah }) => langkah.uraian)],
  ["versi", teks(({ turn, langkah }) => turn.state.draf?.sebutan ?? langkah.versi ?? "Final")],
  ["pilihan", teks(pilihan)],
  ["rangkapJabatan", teks(rangkapJabatan)],
  ["dikonfirmasi", teks((bahan) => (penerima(bahan) === undefined ? null : waktuKini(bahan)))],
  ["kepala", sosok(orangKepala)],
  ["pelaku", sosok(orangPelaku)],
  ["pimpinan", sosok(orangPimpinan)],
  ["penyerah", sosok((bahan) => orang(penyerah(bahan)))],
  [
    "penerima",
    sosok((bahan) => {
      const one = penerima(bahan);
      return one === undefined ? null : orang(one);
    }),
  ],
  ["berikutnya", sosok((bahan) => berikutnya(bahan).map(orang))],
  ["ditugasi", sosok((bahan) => ditugasi(bahan).map(orang))],
  ["undangan", sosok((bahan) => undangan(bahan).map(orang))],
  ["peserta", { ...sosok((bahan) => peserta(bahan).map(orang)), isian: "pesertaHadir" }],
  ["hadir", { ...barisan(["nama", "jabatan", "konfirmasi"], hadir), isian: "pesertaHadir" }],
  [
    "terkonfirmasi",
    barisan(["nama", "jabatan", "konfirmasi"], (bahan) =>
      hadir(bahan).filter(({ konfirmasi }) => konfirmasi !== null),
    ),
  ],
  ["anggotaTim", { ...barisan(["nama", "jabatan", "kedudukan"], anggotaTim), isian: "ketua" }],
  ["pelaksana", barisan(["jabatan", "berikutnya"], pelaksana)],
  ["isianLangkah", barisan(["nama", "isi"], isianLangkah)],
  ["rencana", { ...barisan(bidangRencana, rencana), isian: "rencana" }],
  ["temuan", { ...barisan(bidangTemuan, temuan), isian: "tindakLanjut" }],
  ["rekomendasi", { ...barisan(bidangRekomendasi, rekomendasi), isian: "rekomendasi" }],
  ["ralat", barisan(bidangRalat, ralat)],
  ["alasanRalat", teks(({ turn }) => turn.state.pembukaanList.at(-1)?.alasan ?? null)],
  ["penyampaian", { bidang: ["nomor", "tanggal"], nilai: penyampaian }],
  ["indikator", barisan(bidangIndikator, indikator)],
  ["perubahanTarget", barisan(bidangTarget, perubahanTarget)],
]);

/**
 * Draws a paper of a berkas as it stands in this turn; null where the file is an upload, or is made
 * from the berkas as a whole.
 */
export function drawNaskah(turn: Turn, naskah: Naskah): Dokumen | null {
  const { jenis, langkahNo, oleh, nomor, unggahan } = naskah;
  const templat = templatOf(turn.sop, jenis);
  if (templat === undefined || unggahan !== null) return null;
  const langkah = langkahOf(turn.sop, langkahNo);
  return susunTemplat(templat, duniaDari({ turn, langkah, oleh, nomor }));
}

/** What a paper of this langkah is filled from. */
export function duniaDari(bahan: BahanNaskah): Dunia {
  const { kantor, nowMs } = bahan.turn.context;
  return {
    instansi: kantor,
    dibuatMs: nowMs,
    cari: (sumber) =>
      sumber.startsWith("isian.")
        ? isianDari(bahan, sumber.slice("isian.".length))
        : (sumberByNama.get(sumber)?.nilai(bahan) ?? null),
  };
}

function periode({ turn }: BahanNaskah): string {
  return labelPeriode(turn.state.periode, turn.context.kantor.istilahTriwulan);
}

const isTribulan = ({ context }: BahanNaskah["turn"]): boolean =>
  context.kantor.istilahTriwulan === "tribulan";

function waktuKini({ turn }: BahanNaskah): string {
  const { nowMs, kantor } = turn.context;
  return waktuResmi(nowMs, kantor.zonaWaktu);
}

function pukul({ turn }: BahanNaskah): string {
  const { nowMs, kantor } = turn.context;
  return jamText(toLocal(nowMs, kantor.zonaWaktu).menit);
}

/** The letter or receipt the report went out with. */
function penyampaian({ turn }: BahanNaskah): Nilai {
  const sent = penyampaianOf(turn.sop, turn.state);
  if (sent === undefined) return null;
  const { tanggal } = toLocal(sent.padaMs, turn.context.kantor.zonaWaktu);
  return rekaman(sent.nama, { nomor: sent.nomor, tanggal: { tanggal } });
}

function tempatHariIni({ turn }: BahanNaskah): string {
  const { kantor, nowMs } = turn.context;
  return tempatTanggal(kantor.nama, { atMs: nowMs, zona: kantor.zonaWaktu });
}
