import { tempatTanggal } from "../dokumen/kop.ts";
import type { Blok, Isi } from "../dokumen/model.ts";
import { paragraf, tandaTangan } from "../dokumen/susun.ts";
import type { Rekap } from "../rekap/index.ts";
import { KETUKAN, kalimat, RANGKAP } from "./kata.ts";
import { type Sah, waktuRekap } from "./status.ts";
import { laporanText } from "./teks.ts";
import { fill } from "./template.ts";

/** What a report says of its approval, what a tap is worth, and the signature. */
export const laporanPengesahan = (rekap: Rekap, sah: Sah | null): readonly Blok[] => [
  paragraf(pernyataan(rekap, sah)),
  ...(sah?.rangkapJabatan === true ? [paragraf(RANGKAP)] : []),
  paragraf(KETUKAN, { kecil: true }),
  ...tandaTanganLaporan(rekap, sah),
];

/** The signature of whoever stands behind the report, else of the head of the office. */
export function tandaTanganLaporan(rekap: Rekap, sah: Sah | null): readonly Blok[] {
  const { penanda, kantor, zonaWaktu } = rekap.kop;
  const penandatangan = sah ?? penanda;
  if (penandatangan === null) return [];
  const { jabatan, nama, nip } = penandatangan;
  const pada = sah === null ? null : { atMs: sah.padaMs, zona: zonaWaktu };
  return [
    {
      jenis: "tanda-tangan",
      kiri: null,
      kanan: tandaTangan(
        { jabatan, nama, nip },
        tempatTanggal(kantor, pada),
        sah === null ? null : ketukan(rekap, sah),
      ),
    },
  ];
}

function pernyataan(rekap: Rekap, sah: Sah | null): Isi | string {
  if (sah === null) return laporanText.belumDisetujui;
  const jabatan = sah.dasar === null ? sah.jabatan : `${sah.jabatan} (${sah.nama}, ${sah.dasar})`;
  const data = { jabatan, waktu: waktuRekap(rekap, sah.padaMs) };
  return sah.cara === "setuju"
    ? fill(laporanText.disetujui, data)
    : fill(laporanText.ditandatangani, data);
}

function ketukan(rekap: Rekap, { cara, padaMs }: Sah): string {
  const data = { waktu: waktuRekap(rekap, padaMs) };
  return cara === "setuju"
    ? kalimat(laporanText.ketukan, data)
    : kalimat(laporanText.ketukanTandaTangan, data);
}
