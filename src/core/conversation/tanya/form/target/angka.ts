import { targetText } from "../../../../../generated/teks.ts";
import { isJelas, readAngka } from "../../../../kinerja/angka/baca.ts";
import { contohAngka } from "../../../../kinerja/angka/satuan.ts";
import type { Indikator } from "../../../../kinerja/indikator.ts";
import { targetTahunanDari } from "../../../../kinerja/target.ts";
import { sebutTriwulan } from "../../../../pesan/periode.ts";
import { fill, type Teks } from "../../../../pesan/teks.ts";
import { angkaTarget } from "../../../target.ts";
import { batal, kata, offer, tolak } from "../../declare.ts";
import type { Bacaan, Field, Offer } from "../../field.ts";
import { leftOver } from "../isian/look.ts";
import { askReading } from "../isian/question.ts";
import { isFigure, TERBACA } from "../isian/read.ts";
import { type Draf, TETAP } from "./draf.ts";

/** One question for each target that may change, that of the year last. */
export function targetFields(draf: Draf): readonly Field[] {
  const { indikator, mulai } = draf;
  const triwulan = indikator.targetTriwulan.map((nilai, at) => triwulanField(indikator, nilai, at));
  return [...triwulan.slice(mulai - 1), setahunField(draf)];
}

function triwulanField(indikator: Indikator, nilai: number | null, at: number): Field {
  const { kode, nama, satuan, targetTahunan } = indikator;
  const near = nilai ?? targetTahunan ?? 0;
  const contoh = angkaTarget(contohAngka(indikator, near));
  const periode = sebutTriwulan(at + 1);
  const said = { kode, nama, periode, target: angkaTarget(nilai), satuan, contoh };
  return angkaField(`tw${at + 1}`, indikator, {
    near,
    teks: fill(targetText.tanyaTarget, said),
    offers: [tetapOffer(nilai)],
  });
}

/** What the triwulan come to is offered first. */
function setahunField({ indikator, targetTriwulan }: Draf): Field {
  const { kode, nama, satuan, agregasi, targetTahunan } = indikator;
  const sum = targetTahunanDari({ agregasi, targetTriwulan });
  const sesuai =
    sum === null || sum === targetTahunan
      ? []
      : [offer("sesuai", fill(targetText.sesuai, { nilai: angkaTarget(sum) }), kata(String(sum)))];
  const said = { kode, nama, target: angkaTarget(targetTahunan), satuan };
  return angkaField("setahun", indikator, {
    near: sum ?? targetTahunan ?? 0,
    teks: fill(targetText.tanyaSetahun, said),
    offers: [...sesuai, tetapOffer(targetTahunan)],
  });
}

const tetapOffer = (nilai: number | null): Offer =>
  offer("tetap", fill(targetText.tetapkan, { nilai: angkaTarget(nilai) }), kata(TETAP));

interface Tanya {
  readonly near: number;
  readonly teks: Teks;
  readonly offers: readonly Offer[];
}

/** A figure; one that has two readings is asked back. */
function angkaField(kode: string, indikator: Indikator, { near, teks, offers }: Tanya): Field {
  return {
    kode,
    menerima: "angka",
    asks: () => ({ teks, pilihan: [...offers.map((one) => [one]), [batal]] }),
    back: ({ data, calon }) =>
      askReading(indikator, data, calon.filter(isFigure), (isian) =>
        isian.jenis === "angka" ? kata(String(isian.nilai)) : { kind: "ulang" },
      ),
    read: (said) => readTarget(indikator, said, near),
  };
}

function readTarget(indikator: Indikator, said: string, near: number): Bacaan {
  const read = readAngka(said, { satuan: indikator.satuan });
  if (read.jenis !== "angka") {
    return tolak("target-tidak-terbaca", { contoh: angkaTarget(contohAngka(indikator, near)) });
  }
  const { nilaiList, sisaList, satuanLain } = read;
  if (isJelas(read)) return kata(String(nilaiList[0]));
  return {
    kind: "ragu",
    calon: nilaiList.map((nilai) => ({ jenis: "angka", nilai })),
    sebab: TERBACA,
    data: leftOver({ sisa: sisaList, satuan: satuanLain }),
  };
}
