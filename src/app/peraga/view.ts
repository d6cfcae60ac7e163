import { tugasOf } from "../../core/conversation/tugas/tugas.ts";
import type { BerkasTerbuka } from "../../core/conversation/world.ts";
import { type Kantor, type KantorId, operatorText } from "../../core/kantor/schema.ts";
import {
  jenisPeriode,
  labelPeriode,
  periodeAt,
  previousPeriode,
} from "../../core/kinerja/periode.ts";
import { catatanText } from "../../core/pesan/catatan.ts";
import type { Kamus } from "../../core/pesan/kamus.ts";
import { inPlainWords, type Pembaca, pembacaOf } from "../../core/pesan/ucap.ts";
import { formatWaktu } from "../../core/waktu/format.ts";
import { toLocal } from "../../core/waktu/instant.ts";
import { umumText } from "../../generated/teks.ts";
import type { Clock } from "../ports/clock.ts";
import type { PeragaCatatan, PeragaView } from "../ports/peraga.ts";
import type { LogEntry } from "../ports/rows.ts";
import type { Store } from "../ports/store.ts";
import { boardOf } from "./board.ts";
import { guideOf } from "./guide.ts";

export interface ViewDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly kamus: Kamus;
  /** Whether the clock stands until it is pushed. */
  readonly latihan: boolean;
}

const BERKAS_MAX = 6;
const CATATAN_MAX = 50;
/** Entries read at once; the log of a demo office is short. */
const LOG_PAGE = 500;

/** Makes the function that draws an office for the simulator's page, as it stands now. */
export function createPeragaView(
  deps: ViewDeps,
  kantorId: KantorId,
): () => Promise<PeragaView | null> {
  const tail = createLogTail(deps.store, kantorId);
  return async () => {
    const { store, clock, kamus, latihan } = deps;
    const record = await store.loadKantor(kantorId);
    if (record === null) return null;
    const { kantor } = record;
    const pembaca = pembacaOf({ kamus, kantor }, null);
    const nowMs = clock.now();
    const played = (await store.listBerkas(kantorId)).filter(wasPlayed).toSorted(runningFirst);
    const berkasById = new Map(played.map((berkas) => [berkas.state.id, berkas]));
    const first = played.findLast(({ state }) => jenisPeriode(state.periode) === "triwulan");
    return {
      kantor: { nama: kantor.nama, kabupaten: kantor.kabupaten },
      zona: kantor.zonaWaktu,
      jam: { nowMs, latihan, teks: formatWaktu(nowMs, kantor.zonaWaktu, { tahun: true }) },
      pegawai: kantor.pegawaiList.map((pegawai) => ({
        chat: pegawai.id,
        nama: pegawai.nama,
        tugas: tugasOf({ berkasById, kantor, nowMs }, pegawai).length,
      })),
      berkas: played.slice(0, BERKAS_MAX).map((berkas) => boardOf({ kantor, nowMs }, berkas)),
      catatan: (await tail()).map((entry) => catatan(kantor, pembaca, entry)),
      panduan: guideOf(kantor, nextPeriode(kantor, nowMs), first).map(({ teks, ...point }) => ({
        ...point,
        teks: inPlainWords(pembaca, teks),
      })),
    };
  };
}

/** Periods that came with the office file passed no desk here. */
const wasPlayed = ({ state }: BerkasTerbuka): boolean => state.kunjunganList.length > 0;

const runningFirst = (a: BerkasTerbuka, b: BerkasTerbuka): number =>
  Number(b.state.status === "berjalan") - Number(a.state.status === "berjalan");

/** Before anything is open: the triwulan whose collection comes next. */
function nextPeriode({ zonaWaktu, istilahTriwulan }: Kantor, nowMs: number): string {
  const running = periodeAt(toLocal(nowMs, zonaWaktu).tanggal);
  return labelPeriode(previousPeriode(running), istilahTriwulan);
}

/** Reads on from where it stopped, and keeps the newest entries. */
function createLogTail(store: Store, kantorId: KantorId): () => Promise<readonly LogEntry[]> {
  let kept: readonly LogEntry[] = [];
  let seq = 0;
  return async () => {
    for (;;) {
      const page = await store.readLog(kantorId, seq, LOG_PAGE);
      kept = [...kept, ...page].slice(-CATATAN_MAX);
      seq = page.at(-1)?.seq ?? seq;
      if (page.length < LOG_PAGE) return kept;
    }
  };
}

const catatan = (
  kantor: Kantor,
  pembaca: Pembaca,
  { seq, atMs, oleh, jenis, data }: LogEntry,
): PeragaCatatan => ({
  seq,
  waktu: formatWaktu(atMs, kantor.zonaWaktu),
  siapa:
    oleh === "sistem"
      ? inPlainWords(pembaca, umumText.sistem)
      : (kantor.pegawaiList.find(({ id }) => id === oleh)?.nama ?? operatorText(oleh) ?? oleh),
  teks: catatanText(pembaca, jenis, data),
});
