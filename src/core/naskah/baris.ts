import { rekomendasiList } from "../engine/rekomendasi.ts";
import { realisasiOf } from "../engine/turn.ts";
import { ralatOf } from "../engine/tutup-pembukaan.ts";
import { bacaTanggal } from "../formulir/baca-waktu.ts";
import { nilaiText } from "../formulir/teks.ts";
import { formatAngka } from "../kinerja/angka/tulis.ts";
import { computeBarisRekap } from "../kinerja/baris.ts";
import type { Isian } from "../kinerja/indikator.ts";
import { labelPeriode } from "../kinerja/periode.ts";
import { dasarText, indikatorAwal, labelTriwulan } from "../kinerja/target.ts";
import { type BahanNaskah, hariIni, isianDari } from "./bahan.ts";
import { daftarNilai, type Nilai, teksNilai } from "./nilai.ts";

/** The rows of a table, each with these fields. */
export type Barisan<B extends string> = readonly { readonly [Bidang in B]: Nilai }[];

/** Fields of a row of the plan. */
export const bidangRencana = [
  "uraian",
  "pelaksana",
  "mulai",
  "selesai",
  "keluaran",
  "keterangan",
] as const;

/** The plan: "kegiatan; pelaksana; mulai; selesai" a line, as the form holds it. */
export const rencana = (bahan: BahanNaskah): Barisan<(typeof bidangRencana)[number]> =>
  partsDari(bahan, "rencana").map(
    ([uraian = "", pelaksana = "", mulai = "", selesai = "", ...rest]) => ({
      uraian,
      pelaksana,
      mulai: hariOf(bahan, mulai),
      // what has one day alone ends on it
      selesai: hariOf(bahan, selesai === "" ? mulai : selesai),
      keluaran:
        bahan.turn.sop.langkah.find((one) => one.uraian === uraian)?.mutuBaku.keluaran.join(", ") ??
        "",
      keterangan: rest.join("; "),
    }),
  );

/** Fields of a row of what follows from a report. */
export const bidangTemuan = ["temuan", "capaian", "rencana", "penanggungJawab", "batas"] as const;

/** What follows from the report: "temuan (persen); rencana; penanggung jawab; batas" a line. */
export const temuan = (bahan: BahanNaskah): Barisan<(typeof bidangTemuan)[number]> =>
  partsDari(bahan, "tindakLanjut").map(
    ([uraian = "", rencana = "", penanggungJawab = "", batas = ""]) => {
      const persen = /^(.*?)\s*\(([\d.]*\d(?:,\d+)?) %\)$/.exec(uraian);
      return {
        temuan: persen?.[1] ?? uraian,
        capaian:
          persen?.[2] === undefined
            ? null
            : Number(persen[2].replaceAll(".", "").replace(",", ".")),
        rencana,
        penanggungJawab,
        batas: hariOf(bahan, batas),
      };
    },
  );

const partsDari = (bahan: BahanNaskah, kode: string): readonly (readonly string[])[] =>
  daftarNilai(isianDari(bahan, kode)).map((line) =>
    teksNilai(line)
      .split(";")
      .map((part) => part.trim()),
  );

function hariOf(bahan: BahanNaskah, text: string): Nilai {
  const tanggal = text === "" ? null : bacaTanggal(text, hariIni(bahan));
  return tanggal === null ? null : { tanggal };
}

/** Fields of a recommendation of the evaluators. */
export const bidangRekomendasi = [
  "rekomendasi",
  "kriteria",
  "penanggungJawab",
  "batas",
  "tindakLanjut",
  "bukti",
] as const;

/** Every recommendation with what was done and what proves it. */
export const rekomendasi = ({ turn }: BahanNaskah): Barisan<(typeof bidangRekomendasi)[number]> =>
  rekomendasiList(turn, turn.context.kantor).map(({ uraian, buktiList, ...one }) => ({
    rekomendasi: uraian,
    kriteria: one.kriteria,
    penanggungJawab: one.penanggungJawab,
    batas: one.batas,
    tindakLanjut: one.tindakLanjut,
    bukti: buktiList.map(({ nama }) => nama),
  }));

/** Fields of an indikator. */
export const bidangIndikator = [
  "nama",
  "satuan",
  "sasaran",
  "targetTahunan",
  "tw1",
  "tw2",
  "tw3",
  "tw4",
  "target",
  "realisasi",
  "keterangan",
] as const;

/** The indikator of this berkas; a sasaran is said once, beside the first of its indikator. */
export function indikator({ turn }: BahanNaskah): Barisan<(typeof bidangIndikator)[number]> {
  const { state, context } = turn;
  const { indikatorList, periode } = state;
  const realisasi = realisasiOf(state, context);
  return indikatorList.map((one, at) => {
    const baris = computeBarisRekap(one, realisasi, periode, context.kantor);
    const [tw1, tw2, tw3, tw4] = one.targetTriwulan;
    return {
      nama: one.nama,
      satuan: one.satuan,
      sasaran: one.sasaran === indikatorList[at - 1]?.sasaran ? "" : one.sasaran,
      targetTahunan: one.targetTahunan,
      tw1,
      tw2,
      tw3,
      tw4,
      target: baris.target,
      realisasi: baris.realisasi ?? baris.isianJenis,
      keterangan: baris.keterangan,
    };
  });
}

/** Fields of an indikator whose targets were changed within the year. */
export const bidangTarget = ["nama", "satuan", "semula", "dasar"] as const;

/** What such an indikator was to reach at first, and the changes since. */
export const perubahanTarget = ({ turn }: BahanNaskah): Barisan<(typeof bidangTarget)[number]> =>
  turn.state.indikatorList
    .filter(({ perubahanTarget: list = [] }) => list.length > 0)
    .map((one) => {
      const { targetTriwulan, targetTahunan } = indikatorAwal(one);
      const semula = [...targetTriwulan, targetTahunan].map((target, at) => {
        const kurun =
          at < targetTriwulan.length
            ? labelTriwulan(at + 1, turn.context.kantor.istilahTriwulan)
            : "setahun";
        return `${kurun} ${target === null ? "–" : formatAngka(target)}`;
      });
      return {
        nama: one.nama,
        satuan: one.satuan,
        semula: semula.join("; "),
        dasar: (one.perubahanTarget ?? [])
          .map((ubah) => dasarText(ubah, turn.context.kantor.istilahTriwulan))
          .join("; "),
      };
    });

/** Fields of a figure that was corrected. */
export const bidangRalat = ["nama", "satuan", "periode", "lama", "baru"] as const;

/** What a letter of correction names: each figure as it was sent out, and as it is. */
export function ralat({ turn }: BahanNaskah): Barisan<(typeof bidangRalat)[number]> {
  const { state, context } = turn;
  return ralatOf(state).map(({ kode, periode, lama, baru }) => {
    const indikator = state.indikatorList.find((one) => one.kode === kode);
    return {
      nama: indikator?.nama ?? kode,
      satuan: indikator?.satuan ?? null,
      periode: labelPeriode(periode, context.kantor.istilahTriwulan),
      lama: isianNilai(lama),
      baru: isianNilai(baru),
    };
  });
}

function isianNilai(isian: Isian | null): Nilai {
  if (isian === null) return null;
  return isian.jenis === "angka" ? isian.nilai : isian.jenis;
}

/** Every field of the form of this langkah with its answer. */
export function isianLangkah({ turn, langkah }: BahanNaskah): Barisan<"nama" | "isi"> {
  if (langkah.jenis !== "formulir") return [];
  const isi = turn.state.formulirByLangkah[langkah.no];
  return langkah.tahap
    .flatMap(({ isian }) => isian)
    .map(({ kode, nama }) => ({ nama, isi: nilaiText(isi?.[kode], turn.context.kantor) }));
}
