import { can } from "../authorize.ts";
import type { Pegawai, PegawaiId } from "../kantor/schema.ts";
import { kurangTahun } from "../kantor/tahun.ts";
import { jenisPeriode, labelPeriode, type Periode, tahunPeriode } from "../kinerja/periode.ts";
import type { Sop } from "../sop/schema.ts";
import { toLocal } from "../waktu/instant.ts";
import { partsOf } from "../waktu/tanggal.ts";
import { accept } from "./accept.ts";
import { advance, enter, fresh } from "./advance.ts";
import { type Decision, type EngineContext, refuse } from "./decision.ts";
import { pegawaiOf } from "./holders.ts";
import { isTindakLanjutLhe } from "./rekomendasi.ts";
import type { BerkasId, BerkasState } from "./state.ts";
import { note, type Turn } from "./turn.ts";

/** A sheet that collects figures needs targets of its year, and every deadline the holidays of this one. */
function kurangUntuk({ sop, periode }: OpenRequest, context: EngineContext): string | null {
  const { tanggal } = toLocal(context.nowMs, context.kantor.zonaWaktu);
  return kurangTahun(context, {
    indikator: collects(sop) ? tahunPeriode(periode) : null,
    kalender: partsOf(tanggal).tahun,
  });
}

/** Recommendations are entered by whoever keeps them, every other sheet is begun by those who lead. */
const mayOpen = (pegawai: Pegawai, sop: Sop): boolean =>
  can(pegawai, "mulai-berkas") || (isTindakLanjutLhe(sop) && can(pegawai, "kelola-lke"));

/** Whether a sheet asks anybody for figures. */
export const collects = (sop: Sop): boolean =>
  sop.langkah.some(({ jenis }) => jenis === "realisasi");

/** What it takes to open a berkas; the id is drawn by the caller. */
export interface OpenRequest {
  readonly id: BerkasId;
  readonly sop: Sop;
  readonly sopHash: string;
  readonly periode: Periode;
  readonly oleh: PegawaiId | "sistem";
}

/**
 * Opens a berkas for a period and puts it on its first desk. Indikator, targets and method are
 * frozen here: later edits of the office file do not rewrite this period.
 */
export function openBerkas(request: OpenRequest, context: EngineContext): Decision {
  const { sop, periode, oleh } = request;
  if (oleh !== "sistem") {
    const pegawai = pegawaiOf(context.kantor, oleh);
    if (pegawai === undefined || !mayOpen(pegawai, sop)) {
      return refuse("tidak-berwenang", { untuk: "pimpinan, sekretaris, dan admin" });
    }
  }
  const first = sop.siklus[jenisPeriode(periode)]?.[0];
  if (context.kantor.aktif === false) return refuse("kantor-nonaktif");
  if (first === undefined) return refuse("periode-tidak-dijalankan", { sop: sop.nama });
  const data = { sop: sop.nama, periode: labelPeriode(periode, context.kantor.istilahTriwulan) };
  if (context.periodeSelesai.has(`${sop.id}/${periode}`)) return refuse("berkas-sudah-ada", data);
  const kurang = kurangUntuk(request, context);
  if (kurang !== null) return refuse("tahun-belum-siap", { ...data, kurang });
  const state: BerkasState = {
    skema: 1,
    id: request.id,
    kantorId: context.kantor.id,
    sopId: sop.id,
    sopHash: request.sopHash,
    periode,
    status: "berjalan",
    langkahNo: first,
    dibukaMs: context.nowMs,
    selesaiMs: null,
    dibukaSeq: context.logSeq + 1,
    // of recommendations no figure is told
    indikatorList: isTindakLanjutLhe(sop)
      ? []
      : context.kantor.indikatorList.filter(({ tahun }) => tahun === tahunPeriode(periode)),
    isianByKode: {},
    draf: null,
    formulirByLangkah: {},
    naskahList: [],
    waitList: [],
    waitSeq: 0,
    kunjunganList: [],
    pembukaanList: [],
    ralatList: [],
  };
  const blank: Turn = { sop, state, context, effects: [] };
  const opened = note(blank, "berkas-dibuka", request.oleh, {
    sop: sop.id,
    sopHash: request.sopHash,
    periode,
    kalender: context.calendar.versi,
  });
  return accept(advance(enter(opened, first, { ...fresh, oleh: request.oleh })));
}
