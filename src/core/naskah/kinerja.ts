import type { Blok, Dokumen } from "../dokumen/model.ts";
import { suratDokumen, tandaTanganSurat } from "../dokumen/surat.ts";
import { halaman, judul, type Kolom, paragraf, tabel } from "../dokumen/susun.ts";
import { realisasiOf } from "../engine/turn.ts";
import { formatAngka } from "../kinerja/angka.ts";
import type { Indikator } from "../kinerja/indikator.ts";
import { tahunPeriode } from "../kinerja/periode.ts";
import { type BarisRekap, computeBarisRekap } from "../kinerja/rekap.ts";
import { periodeOf } from "../pesan/sebutan.ts";
import { type BahanNaskah, kepalaPenanda, suratDari } from "./bahan.ts";

/** What the office agreed to reach this year: sasaran, indikator, target (PermenPANRB 53/2014). */
export function perjanjianKinerjaDari(bahan: BahanNaskah): Dokumen {
  const { state } = bahan.turn;
  return lembar(bahan, `Perjanjian Kinerja Tahun ${tahunPeriode(state.periode)}`, [
    indikatorTabel(bahan, [["Target", 2, "kanan"]], ({ targetTahunan }) => [angka(targetTahunan)]),
  ]);
}

/** The agreement split over the four triwulan. */
export function rencanaAksiDari(bahan: BahanNaskah): Dokumen {
  const { state, context } = bahan.turn;
  const triwulan = context.kantor.istilahTriwulan === "tribulan" ? "TB" : "TW";
  return lembar(bahan, `Rencana Aksi Tahun ${tahunPeriode(state.periode)}`, [
    indikatorTabel(
      bahan,
      ["I", "II", "III", "IV"].map((ke): Kolom => [`${triwulan} ${ke}`, 1.5, "kanan"]),
      ({ targetTriwulan }) => targetTriwulan.map(angka),
    ),
  ]);
}

/** What was collected: the format table of sheet 002, filled in. */
export function dataKinerjaDari(bahan: BahanNaskah): Dokumen {
  const { turn } = bahan;
  const { state, context } = turn;
  const realisasi = realisasiOf(state, context);
  const rowOf = (indikator: Indikator): BarisRekap =>
    computeBarisRekap(indikator, realisasi, state.periode, context.kantor.tampilan);
  const istilah = context.kantor.istilahTriwulan === "tribulan" ? "Tribulan" : "Triwulan";
  return lembar(bahan, `Data Kinerja ${periodeOf(turn)}`, [
    indikatorTabel(
      bahan,
      [
        ["Target Tahunan", 1.8, "kanan"],
        [`Target ${istilah}`, 1.8, "kanan"],
        [`Realisasi ${istilah}`, 1.8, "kanan"],
        ["Keterangan", 4],
      ],
      (indikator) => {
        const baris = rowOf(indikator);
        return [
          angka(baris.targetTahunan),
          angka(baris.target),
          baris.realisasi === null ? (baris.isianJenis ?? "") : formatAngka(baris.realisasi),
          baris.keterangan ?? "",
        ];
      },
    ),
  ]);
}

function lembar(bahan: BahanNaskah, nama: string, blokList: readonly Blok[]): Dokumen {
  const surat = suratDari(bahan, kepalaPenanda(bahan));
  return suratDokumen(surat, nama, [
    halaman("rebah"),
    judul(1, nama.toUpperCase()),
    judul(1, surat.instansi.nama.toUpperCase()),
    ...blokList,
    tandaTanganSurat(surat),
  ]);
}

/** A sasaran is said once, beside the first of its indikator. */
function indikatorTabel(
  { turn }: BahanNaskah,
  kolomList: readonly Kolom[],
  cells: (indikator: Indikator) => readonly string[],
): Blok {
  const { indikatorList } = turn.state;
  if (indikatorList.length === 0) return paragraf("Belum ada indikator untuk tahun ini.");
  return tabel(
    [["No", 0.8, "tengah"], ["Sasaran", 4], ["Indikator Kinerja", 6], ...kolomList],
    indikatorList.map((one, at) => [
      String(at + 1),
      one.sasaran === indikatorList[at - 1]?.sasaran ? "" : one.sasaran,
      `${one.nama} (${one.satuan})`,
      ...cells(one),
    ]),
    { kecil: true },
  );
}

const angka = (nilai: number | null): string => (nilai === null ? "" : formatAngka(nilai));
