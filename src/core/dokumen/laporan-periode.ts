import { jenisPeriode } from "../kinerja/periode.ts";
import type { BarisPersetujuan, LembarCapaian, Rekap } from "../kinerja/rekap.ts";
import { fill, plainText } from "../pesan/template.ts";
import { formatWaktu } from "../waktu/format.ts";
import { KETUKAN } from "./kata.ts";
import { kopOf, tempatTanggal } from "./kop.ts";
import { laporanAnalisis } from "./laporan-analisis.ts";
import { laporanRingkasan } from "./laporan-ringkasan.ts";
import { laporanTabel } from "./laporan-tabel.ts";
import { laporanText } from "./laporan-teks.ts";
import type { Blok, Dokumen } from "./model.ts";
import { halaman, judul, paragraf, rincian, tandaTangan } from "./susun.ts";

/** What a report is besides its figures. */
export interface OpsiLaporan {
  /** Which draft it is; null for the report itself. */
  readonly drafVersi: number | null;
  /** What the version is called: a draft as long as the head of the office has not agreed. */
  readonly sebutan?: string | null;
  /** The number from the register of letters; null while it has none. */
  readonly nomor: string | null;
}

/**
 * The report of the triwulan, semester or year that a rekap is about, from that rekap alone. It is
 * marked as a concept until the head of the office has agreed to the period; a draft always is.
 */
export function laporanPeriode(rekap: Rekap, opsi: OpsiLaporan): Dokumen {
  const { kop } = rekap;
  const lembar = lembarOf(rekap);
  const sah = opsi.drafVersi === null ? persetujuanAkhir(rekap) : null;
  const sebutan = sebutanOf(opsi);
  return {
    judul: `Laporan Kinerja ${kop.label} ${kop.kantor}`,
    kertas: "A4",
    kop: kopOf({ nama: kop.kantor, kabupaten: kop.kabupaten, alamat: kop.alamat }),
    tanda: tandaOf(sah, sebutan),
    kaki: plainText(
      fill(laporanText.kaki, {
        kantor: kop.kantor,
        periode: kop.label,
        waktu: waktu(rekap, kop.dibuatMs),
      }),
    ),
    dibuatMs: kop.dibuatMs,
    blokList: [
      judul(1, plainText(fill(laporanText.judul, { periode: kop.label.toUpperCase() }))),
      judul(1, kop.kantor.toUpperCase()),
      judul(2, laporanText.identitas),
      identitas(rekap, { sah, sebutan, nomor: opsi.nomor }),
      judul(2, laporanText.ringkasan),
      ...laporanRingkasan(rekap, lembar),
      halaman("rebah"),
      judul(2, plainText(fill(laporanText.tabel, { periode: kop.label }))),
      ...laporanTabel(lembar, kop),
      halaman("tegak"),
      judul(2, laporanText.analisis),
      ...laporanAnalisis(rekap, lembar),
      judul(2, laporanText.pengesahan),
      ...pengesahan(rekap, sah),
    ],
  };
}

/** The table of the period asked for; every rekap has one. */
function lembarOf({ kop, lembarList }: Rekap): LembarCapaian {
  const jenis = jenisPeriode(kop.periode);
  const found = lembarList.find((one) => one.jenis === jenis && one.periode === kop.periode);
  if (found === undefined) throw new Error(`the rekap has no table of ${kop.periode}`);
  return found;
}

/** The decision that stands: the last one on this period, if the head of the office agreed. */
function persetujuanAkhir({ kop, persetujuan }: Rekap): BarisPersetujuan | null {
  const last = persetujuan?.findLast(
    ({ periode, tentang }) => periode === kop.periode && tentang === "laporan",
  );
  if (last === undefined || last.keputusan !== "setuju") return null;
  return last.oleh === kop.penanda?.jabatan ? last : null;
}

const sebutanOf = ({ drafVersi, sebutan }: OpsiLaporan): string | null =>
  drafVersi === null ? (sebutan ?? null) : `Draf ${drafVersi}`;

function tandaOf(sah: BarisPersetujuan | null, sebutan: string | null): string | null {
  if (sah !== null) return null;
  return sebutan === null
    ? laporanText.konsep
    : plainText(fill(laporanText.draf, { sebutan: sebutan.toUpperCase() }));
}

interface Kedudukan {
  readonly sah: BarisPersetujuan | null;
  readonly sebutan: string | null;
}

function identitas(
  rekap: Rekap,
  { sah, sebutan, nomor }: Kedudukan & Pick<OpsiLaporan, "nomor">,
): Blok {
  const { kop } = rekap;
  const sop = kop.sopList.map((one) =>
    one.nomor === null ? one.nama : `${one.nama} (Nomor ${one.nomor})`,
  );
  return rincian([
    ["Nomor", nomor],
    ["Periode", kop.label],
    ...(sop.length === 0 ? [] : [["SOP", sop.join("; ")] as const]),
    ["Angka per", waktu(rekap, kop.dibuatMs)],
    ["Status", statusText(rekap, { sah, sebutan })],
  ]);
}

function statusText(rekap: Rekap, { sah, sebutan }: Kedudukan): string {
  if (sah !== null) {
    return plainText(
      fill(laporanText.statusDisetujui, { jabatan: sah.oleh, waktu: waktu(rekap, sah.padaMs) }),
    );
  }
  return sebutan === null
    ? laporanText.statusKonsep
    : plainText(fill(laporanText.statusDraf, { sebutan }));
}

function pengesahan(rekap: Rekap, sah: BarisPersetujuan | null): readonly Blok[] {
  const { penanda, kantor, zonaWaktu } = rekap.kop;
  const pada = sah === null ? null : { atMs: sah.padaMs, zona: zonaWaktu };
  return [
    paragraf(
      sah === null
        ? laporanText.belumDisetujui
        : fill(laporanText.disetujui, { jabatan: sah.oleh, waktu: waktu(rekap, sah.padaMs) }),
    ),
    ...(sah?.rangkapJabatan === true ? [paragraf(laporanText.rangkap)] : []),
    paragraf(KETUKAN, { kecil: true }),
    ...(penanda === null
      ? []
      : [
          {
            jenis: "tanda-tangan" as const,
            kiri: null,
            kanan: tandaTangan(
              penanda,
              tempatTanggal(kantor, pada),
              sah === null
                ? null
                : plainText(fill(laporanText.ketukan, { waktu: waktu(rekap, sah.padaMs) })),
            ),
          },
        ]),
  ];
}

const waktu = ({ kop }: Rekap, atMs: number): string =>
  formatWaktu(atMs, kop.zonaWaktu, { tahun: true });
