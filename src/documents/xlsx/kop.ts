import { kopOf as kopSurat } from "../../core/dokumen/kop.ts";
import type { KopRekap } from "../../core/rekap/index.ts";
import { waktuResmi } from "../../core/waktu/format.ts";
import type { Kop } from "./lembar.ts";

/** Said on every sheet: what a tap in the chat is, and what it is not. */
const BUKAN_TTE = "Persetujuan melalui aplikasi bukan tanda tangan elektronik tersertifikasi.";

/** The block above every table: whose, of what, of when. */
export function kopOf(kop: KopRekap, judul: string): Kop {
  const dibuat = waktuResmi(kop.dibuatMs, kop.zonaWaktu);
  const { kantor, kabupaten, alamat } = kop;
  const { pemerintah, instansi } = kopSurat({ nama: kantor, kabupaten, alamat });
  return {
    instansi: [pemerintah, instansi, ...(alamat === null ? [] : [alamat])],
    judul: judul.toUpperCase(),
    keterangan: [
      `SOP: ${sopText(kop)}`,
      `Periode: ${kop.label}${kop.unit === null ? "" : ` · hanya indikator ${kop.unit}`} · Dibuat: ${dibuat}`,
      BUKAN_TTE,
    ],
    kakiKiri: `${kop.kantor} · ${kop.label} · dibuat ${dibuat}`,
  };
}

/** What tells a rewritten log: the digest of what this workbook was made of. */
export const sidikText = ({ sidik }: Pick<KopRekap, "sidik">): readonly string[] =>
  sidik === null ? [] : [`Sidik jari catatan kantor sampai baris ${sidik.sampai}: ${sidik.teks}`];

const sopText = ({ sopList }: KopRekap): string =>
  sopList.length === 0
    ? "belum ada berkas pada tahun ini"
    : sopList
        .map(({ nama, nomor }) => (nomor === null ? nama : `${nama} (Nomor ${nomor})`))
        .join("; ");
