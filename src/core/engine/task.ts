import {
  circular,
  compilationReady,
  decisionSheet,
  draftReady,
  draftToCorrect,
} from "../pesan/berkas.ts";
import { edaranNaskah, formulirSiap } from "../pesan/formulir.ts";
import { collectionStarted, unitAsked } from "../pesan/pengumpulan.ts";
import type { Pesan } from "../pesan/pesan.ts";
import { langkahOf, unitList } from "./holders.ts";
import type { Arrival } from "./langkah/handler.ts";
import type { BerkasState, Wait } from "./state.ts";
import type { Turn } from "./turn.ts";

/** The message a task came with, written anew from today's figures. */
export function taskMessage(turn: Turn, wait: Wait): Pesan {
  switch (wait.macam) {
    case "unit":
      return unitPesan(turn, wait);
    case "koordinator":
      return collectionStarted(turn, wait, unitList(turn.state).length);
    case "baca":
    case "hadir":
      return langkahOf(turn.sop, wait.langkahNo).jenis === "formulir"
        ? edaranNaskah(turn, wait)
        : circular(turn, wait);
    case "meja":
      return deskPesan(turn, wait);
  }
}

function unitPesan(turn: Turn, wait: Wait): Pesan {
  const { pemegang } = wait;
  if (pemegang.jenis !== "pegawai") throw new Error(`unit wait ${wait.id} belongs to no person`);
  return unitAsked(turn, wait, pemegang.pegawaiId, arrivalOf(turn.state, wait).alasan);
}

function deskPesan(turn: Turn, wait: Wait): Pesan {
  const langkah = langkahOf(turn.sop, wait.langkahNo);
  const arrival = arrivalOf(turn.state, wait);
  switch (langkah.jenis) {
    case "kompilasi":
      return compilationReady(turn, wait, arrival);
    case "penyusunan":
      return draftReady(turn, wait, arrival);
    case "sosialisasi":
      return draftToCorrect(turn, wait, arrival);
    case "keputusan":
      return decisionSheet(turn, wait, arrival);
    case "formulir":
      return formulirSiap(turn, wait, arrival);
    case "realisasi":
      throw new Error(`wait ${wait.id} is a desk of a langkah that has none`);
  }
}

/** How the berkas came to the desk of a wait, read off the visits. */
export function arrivalOf({ kunjunganList }: BerkasState, wait: Wait): Arrival {
  const index = kunjunganList.findLastIndex(
    ({ langkahNo, masukMs }) => langkahNo === wait.langkahNo && masukMs <= wait.diterimaMs,
  );
  return {
    alasan: kunjunganList[index]?.alasan ?? null,
    oleh: kunjunganList[index - 1]?.oleh ?? null,
    unit: null,
  };
}
