import type { Indikator } from "../../../../kinerja/indikator.ts";
import { Tanggal } from "../../../../waktu/tanggal.ts";
import type { DialogueOf } from "../../../session.ts";
import type { UbahTarget } from "../../../target.ts";

/** The answers of a change of targets. */
export type Jawaban = DialogueOf<"target">["jawaban"];

/** Targets as they were answered so far; what was not is what holds now. */
export interface Draf {
  readonly indikator: Indikator;
  /** From which triwulan on. */
  readonly mulai: number;
  readonly targetTriwulan: readonly (number | null)[];
  readonly targetTahunan: number | null;
}

/** The answer that a target stays; no figure reads so. */
export const TETAP = "tetap";

/** What has been answered of the targets; null before it is known from when on. */
export function drafDari(indikator: Indikator, jawaban: Jawaban): Draf | null {
  const { mulai } = jawaban;
  if (mulai === undefined) return null;
  const answered = (kode: string, now: number | null): number | null => {
    const said = jawaban[kode];
    return said === undefined || said === TETAP ? now : Number(said);
  };
  const { targetTriwulan, targetTahunan } = indikator;
  return {
    indikator,
    mulai: Number(mulai),
    targetTriwulan: targetTriwulan.map((now, at) => answered(`tw${at + 1}`, now)),
    targetTahunan: answered("setahun", targetTahunan),
  };
}

/** The change, once all of it was answered. */
export function ubahanDari(draf: Draf, { dasar, tanggal: said }: Jawaban): UbahTarget | null {
  const tanggal = Tanggal.safeParse(said).data;
  if (dasar === undefined || tanggal === undefined) return null;
  const { indikator, mulai, targetTriwulan, targetTahunan } = draf;
  return {
    jenis: "target",
    kode: indikator.kode,
    tahun: indikator.tahun,
    mulaiTriwulan: mulai,
    dasar,
    tanggal,
    targetTahunan,
    targetTriwulan: targetTriwulan.slice(mulai - 1),
  };
}
