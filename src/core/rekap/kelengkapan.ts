import { pegawaiOf } from "../engine/holders.ts";
import type { Wait } from "../engine/state.ts";
import type { Kantor, PegawaiId } from "../kantor/schema.ts";
import type { Indikator, RealisasiByKode } from "../kinerja/indikator.ts";
import type { Periode } from "../kinerja/periode.ts";
import type { Instant } from "../waktu/instant.ts";
import { berkasAt, indikatorAt, jabatanOf, type RekapMasukan } from "./masukan.ts";

/** How far a unit is: `ditutup` when the coordinator went on without it, `tanpa-berkas` when nobody asked. */
export type StatusKiriman = "terkirim" | "menunggu" | "ditutup" | "tanpa-berkas";

/** What one penanggung jawab owed in a triwulan and what became of it. */
export interface BarisKelengkapan {
  readonly pegawaiId: PegawaiId;
  readonly penanggungJawab: string;
  readonly nama: string;
  readonly jumlahIndikator: number;
  /** Figures and nihil; "belum" and blank are not. */
  readonly terisi: number;
  readonly status: StatusKiriman;
  /** When they last sent; a return asks again. */
  readonly terkirimMs: Instant | null;
  readonly tenggatMs: Instant | null;
  readonly batasMs: Instant | null;
  /** Sent before the calendar deadline, or before the mutu baku where there is no other; null if not sent. */
  readonly tepatWaktu: boolean | null;
  /** How often they were asked. */
  readonly putaran: number;
  readonly alasan: string | null;
}

/** Who has sent what in a triwulan, one row for each penanggung jawab in the order of the table. */
export function kelengkapanList(
  masukan: RekapMasukan,
  realisasi: RealisasiByKode,
  periode: Periode,
): readonly BarisKelengkapan[] {
  const indikatorList = indikatorAt(masukan, periode);
  const unitList = [...new Set(indikatorList.map((indikator) => indikator.penanggungJawab))];
  const waitList = berkasAt(masukan, periode)?.state.waitList ?? [];
  return unitList.map((unit) => {
    const own = indikatorList.filter((indikator) => indikator.penanggungJawab === unit);
    return {
      ...whoIs(masukan.kantor, unit),
      jumlahIndikator: own.length,
      terisi: own.filter((indikator) => isFilled(realisasi, indikator, periode)).length,
      ...sending(waitList.filter((wait) => isAskedOf(wait, unit))),
    };
  });
}

const whoIs = (
  kantor: Kantor,
  unit: PegawaiId,
): Pick<BarisKelengkapan, "pegawaiId" | "penanggungJawab" | "nama"> => ({
  pegawaiId: unit,
  penanggungJawab: jabatanOf(kantor, unit),
  nama: pegawaiOf(kantor, unit)?.nama ?? "",
});

function isFilled(realisasi: RealisasiByKode, { kode }: Indikator, periode: Periode): boolean {
  const isian = realisasi[kode]?.[periode]?.isian;
  return isian !== undefined && isian.jenis !== "belum";
}

const isAskedOf = ({ macam, pemegang }: Wait, unit: PegawaiId): boolean =>
  macam === "unit" && pemegang.jenis === "pegawai" && pemegang.pegawaiId === unit;

type Kiriman = Pick<
  BarisKelengkapan,
  "status" | "terkirimMs" | "tenggatMs" | "batasMs" | "tepatWaktu" | "putaran" | "alasan"
>;

function sending(asked: readonly Wait[]): Kiriman {
  const last = asked.at(-1);
  const sent = asked.findLast(isSent);
  return {
    status: statusOf(last),
    terkirimMs: sent?.jawaban?.atMs ?? null,
    tenggatMs: last?.tenggatMs ?? null,
    batasMs: last?.batasMs ?? null,
    tepatWaktu: sent === undefined ? null : isOnTime(sent),
    putaran: asked.length,
    alasan: last?.jawaban?.alasan ?? null,
  };
}

function isOnTime({ jawaban, batasMs, tenggatMs }: Wait): boolean | null {
  const limitMs = batasMs ?? tenggatMs;
  return jawaban === null || limitMs === null ? null : jawaban.atMs <= limitMs;
}

function statusOf(last: Wait | undefined): StatusKiriman {
  if (last === undefined) return "tanpa-berkas";
  if (last.jawaban === null) return "menunggu";
  return isSent(last) ? "terkirim" : "ditutup";
}

const isSent = ({ jawaban }: Wait): boolean => jawaban?.pilihan === "kirim";
