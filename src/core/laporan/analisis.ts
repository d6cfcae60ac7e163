import type { Blok, Isi } from "../dokumen/model.ts";
import { daftar, judul, paragraf } from "../dokumen/susun.ts";
import { sasaranGrafik } from "../grafik/capaian.ts";
import { formatAngka } from "../kinerja/angka/tulis.ts";
import type { Rekap } from "../rekap/index.ts";
import type { BarisLembar, LembarCapaian } from "../rekap/lembar.ts";
import { sasaranList } from "../rekap/sasaran.ts";
import { isPerhatian } from "./faktor.ts";
import { kalimat, kataAlasan } from "./kata.ts";
import { sasaranPengantar } from "./sasaran.ts";
import { type NilaiSebelumnya, type Sebelumnya, sebelumnyaOf } from "./sebelumnya.ts";
import { nilaiText } from "./tabel.ts";
import { laporanText } from "./teks.ts";
import { fill, lines } from "./template.ts";

/** The chart, then for every sasaran what is known of its indikator. */
export function laporanAnalisis(rekap: Rekap, lembar: LembarCapaian): readonly Blok[] {
  const list = sasaranList(rekap, lembar);
  if (list.length === 0) return [paragraf(laporanText.tanpaIndikator)];
  const sebelumnya = sebelumnyaOf(rekap, lembar);
  return [
    sasaranGrafik(list, rekap, lembar),
    ...list.flatMap((sasaran, at) => [
      judul(3, `${at + 1}. ${sasaran.nama}`),
      paragraf(sasaranPengantar(sasaran, rekap)),
      daftar(
        "huruf",
        sasaran.barisList.map((baris) => uraian(baris, rekap, sebelumnya)),
      ),
    ]),
  ];
}

/**
 * Target against realisasi, against the period before, against the year, what stood in the way, what
 * follows, and what helped.
 */
function uraian(baris: BarisLembar, rekap: Rekap, sebelumnya: Sebelumnya | null): Isi {
  const { pendukung, tindakLanjut } = baris;
  return lines(
    capaianLine(baris),
    sebelumnyaLine(sebelumnya, sebelumnya?.byKode.get(baris.kode)),
    tahunLine(baris, rekap),
    keteranganLine(baris, rekap),
    tindakLanjut === null ? [] : fill(laporanText.tindakLanjut, { tindakLanjut }),
    pendukung === null ? [] : fill(laporanText.pendukung, { pendukung }),
  );
}

function capaianLine(baris: BarisLembar): Isi {
  const { nama, target, capaianPersen, kategori, melampaui } = baris;
  const data = {
    nama,
    target: target === null ? laporanText.tanpaTarget : withSemula(target, baris),
  };
  if (capaianPersen === null) {
    return fill(laporanText.indikatorKosong, { ...data, alasan: alasanText(baris) });
  }
  return fill(laporanText.indikator, {
    ...data,
    realisasi: withUnit(nilaiText(baris), baris),
    persen: formatAngka(capaianPersen),
    kategori: kategori ?? "",
    melampaui: melampaui ? laporanText.melampaui : "",
  });
}

/** Why there is no capaian; a figure that could not be measured is said all the same. */
function alasanText(baris: BarisLembar): string {
  const alasan = baris.alasan === null ? "" : kataAlasan[baris.alasan];
  if (baris.realisasi === null) return alasan;
  const realisasi = withUnit(nilaiText(baris), baris);
  return kalimat(laporanText.realisasiTanpaCapaian, { realisasi, alasan });
}

/** "87 nilai (semula 84)", where the target was changed within the year. */
function withSemula(target: number, baris: BarisLembar): string {
  const said = withUnit(formatAngka(target), baris);
  const semula = baris.targetSemula?.target ?? target;
  return semula === target
    ? said
    : `${said}${kalimat(laporanText.targetSemula, { semula: formatAngka(semula) })}`;
}

const withUnit = (angka: string, { satuan }: BarisLembar): string => `${angka} ${satuan}`;

function sebelumnyaLine(sebelumnya: Sebelumnya | null, nilai: NilaiSebelumnya | undefined): Isi {
  if (sebelumnya === null || nilai === undefined) return [];
  const { selisihPersen, realisasi } = nilai;
  const data = {
    sebelumnya: sebelumnya.label,
    realisasi: realisasi === null ? "" : kalimat(laporanText.realisasiSebelumnya, { realisasi }),
    selisih: formatAngka(Math.abs(selisihPersen)),
  };
  if (selisihPersen === 0) return fill(laporanText.sebelumnyaTetap, data);
  return selisihPersen > 0
    ? fill(laporanText.sebelumnyaNaik, data)
    : fill(laporanText.sebelumnyaTurun, data);
}

/** The yearly table says this already. */
function tahunLine(baris: BarisLembar, { kop }: Rekap): Isi {
  const { targetTahunan, capaianTahunPersen } = baris;
  if (targetTahunan === null || capaianTahunPersen === null) return [];
  if (kop.periode.length === 4) return [];
  return fill(laporanText.terhadapTahun, {
    target: withUnit(formatAngka(targetTahunan), baris),
    persen: formatAngka(capaianTahunPersen),
  });
}

/** Below the threshold a note is what stood in the way; anywhere else it is a remark. */
function keteranganLine(baris: BarisLembar, { tampilan }: Rekap): Isi {
  const { keterangan } = baris;
  const low = isPerhatian(baris, tampilan);
  if (keterangan === null) return low ? fill(laporanText.penghambatKosong, {}) : [];
  return low
    ? fill(laporanText.penghambat, { keterangan })
    : fill(laporanText.keterangan, { keterangan });
}
