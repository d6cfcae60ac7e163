import { can } from "../authorize.ts";
import type { PegawaiId } from "../kantor/schema.ts";
import { jenisPeriode, labelPeriode, type Periode, tahunPeriode } from "../kinerja/periode.ts";
import type { Sop } from "../sop/schema.ts";
import { accept } from "./accept.ts";
import { advance, enter, fresh } from "./advance.ts";
import type { Decision, EngineContext } from "./decision.ts";
import { refuse } from "./decision.ts";
import { pegawaiOf } from "./holders.ts";
import type { BerkasId, BerkasState } from "./state.ts";
import type { Turn } from "./turn.ts";
import { note } from "./turn.ts";

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
    if (pegawai === undefined || !can(pegawai, "mulai-berkas")) {
      return refuse("tidak-berwenang", { untuk: "pimpinan, sekretaris, dan admin" });
    }
  }
  const first = sop.siklus[jenisPeriode(periode)]?.[0];
  if (first === undefined) return refuse("periode-tidak-dijalankan", { sop: sop.nama });
  if (context.periodeSelesai.has(`${sop.id}/${periode}`)) {
    const label = labelPeriode(periode, context.kantor.istilahTriwulan);
    return refuse("berkas-sudah-ada", { sop: sop.nama, periode: label });
  }
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
    indikatorList: context.kantor.indikatorList.filter(
      (indikator) => indikator.tahun === tahunPeriode(periode),
    ),
    isianByKode: {},
    draf: null,
    formulirByLangkah: {},
    naskahList: [],
    waitList: [],
    waitSeq: 0,
    kunjunganList: [],
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
