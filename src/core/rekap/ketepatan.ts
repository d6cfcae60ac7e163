import type { BerkasId, Kunjungan } from "../engine/state.ts";
import type { Peran } from "../kantor/schema.ts";
import type { Periode } from "../kinerja/periode.ts";
import type { LangkahNo } from "../sop/reference.ts";
import type { Durasi } from "../waktu/durasi.ts";
import type { Instant } from "../waktu/instant.ts";
import { menitKerjaAntara } from "../waktu/tenggat.ts";
import { type BerkasRekap, jabatanOf, type RekapMasukan } from "./masukan.ts";

/** Whether a visit kept its mutu baku; `tanpa-baku` where the sheet gives no duration. */
export type Ketepatan = "tepat" | "terlambat" | "berjalan" | "lewat" | "otomatis" | "tanpa-baku";

/** One passage of a berkas over a desk, measured against the sheet's standard duration. */
export interface BarisKetepatan {
  readonly berkasId: BerkasId;
  readonly periode: Periode;
  readonly sop: string;
  readonly langkahNo: LangkahNo;
  readonly uraian: string;
  /** The roles the sheet names. */
  readonly pelaksana: readonly Peran[];
  readonly putaran: number;
  readonly masukMs: Instant;
  readonly keluarMs: Instant | null;
  /** Who let it go on, by office; null while it lies there. */
  readonly oleh: string | null;
  readonly mutuBaku: Durasi | null;
  readonly tenggatMs: Instant | null;
  /** Working minutes from arrival to leaving, or until the rekap was made. */
  readonly menitKerja: number;
  /** Working minutes beyond the deadline; negative when there was time left; null without a deadline to keep. */
  readonly selisihMenit: number | null;
  readonly ketepatan: Ketepatan;
}

/** Every visit of every berkas, in the order in which they began. */
export function ketepatanList(masukan: RekapMasukan, dibuatMs: Instant): readonly BarisKetepatan[] {
  return masukan.berkasList
    .flatMap((berkas) => berkas.state.kunjunganList.map((kunjungan) => ({ berkas, kunjungan })))
    .toSorted(
      ({ kunjungan: a }, { kunjungan: b }) =>
        (a.masukSeq ?? 0) - (b.masukSeq ?? 0) || a.masukMs - b.masukMs,
    )
    .map(({ berkas, kunjungan }) => barisOf(masukan, berkas, kunjungan, dibuatMs));
}

function barisOf(
  { kantor, calendar }: RekapMasukan,
  { state, sop }: BerkasRekap,
  kunjungan: Kunjungan,
  dibuatMs: Instant,
): BarisKetepatan {
  const langkah = sop.langkah.find((one) => one.no === kunjungan.langkahNo);
  const { masukMs, keluarMs, tenggatMs, oleh, hasil } = kunjungan;
  const sampaiMs = keluarMs ?? dibuatMs;
  return {
    berkasId: state.id,
    periode: state.periode,
    sop: sop.nama,
    langkahNo: kunjungan.langkahNo,
    uraian: langkah?.uraian ?? "",
    pelaksana: langkah?.pelaksana.peran ?? [],
    putaran: kunjungan.putaran,
    masukMs,
    keluarMs,
    oleh: oleh === null || keluarMs === null ? null : jabatanOf(kantor, oleh),
    mutuBaku: langkah?.mutuBaku.waktu ?? null,
    tenggatMs,
    menitKerja: menitKerjaAntara(masukMs, sampaiMs, calendar),
    // adding zero turns the -0 of an interval without working time into 0
    selisihMenit:
      tenggatMs === null || hasil === "otomatis"
        ? null
        : menitKerjaAntara(tenggatMs, sampaiMs, calendar) + 0,
    ketepatan: ketepatanOf(kunjungan, dibuatMs),
  };
}

function ketepatanOf(kunjungan: Kunjungan, dibuatMs: Instant): Ketepatan {
  const { keluarMs, tenggatMs, hasil } = kunjungan;
  if (hasil === "otomatis") return "otomatis";
  if (tenggatMs === null) return "tanpa-baku";
  if (keluarMs === null) return dibuatMs > tenggatMs ? "lewat" : "berjalan";
  return keluarMs > tenggatMs ? "terlambat" : "tepat";
}
