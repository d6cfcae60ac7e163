import { forwardExit, type Langkah } from "../sop/langkah.ts";
import type { LangkahNo, Tujuan } from "../sop/reference.ts";
import { nextDraf } from "./draf.ts";
import { finish } from "./finish.ts";
import { pindaianOf, pindaianText } from "./formulir/pindaian.ts";
import { isAboutLaporan, langkahOf } from "./holders.ts";
import type { Move } from "./langkah/handler.ts";
import { enterLangkah } from "./langkah/index.ts";
import { issueNaskah } from "./naskah.ts";
import { circulate } from "./receipt.ts";
import type { Arrival, Kunjungan } from "./state.ts";
import { pembukaanOf } from "./terbuka.ts";
import { closeWait, deadlines, endVisit, note, patch, seqOf, type Turn } from "./turn.ts";

/** No sheet passes more desks than this in one event; more means it walks in a circle. */
const MAX_LANGKAH_PER_EVENT = 100;

/**
 * Walks the berkas from desk to desk until somebody is waited for or the sheet ends.
 * @throws Error when the sheet circles without ever waiting; `inspect` finds such sheets beforehand.
 */
export function advance(start: Move): Turn {
  let move = start;
  for (let count = 0; count < MAX_LANGKAH_PER_EVENT; count += 1) {
    if (move.tujuan === null) return move.turn;
    const left = leave(move);
    if (move.tujuan === "selesai") return finish(left);
    move = enter(left, move.tujuan, move.arrival ?? fresh);
  }
  throw new Error(`sop ${start.turn.sop.id} circles without waiting for anybody`);
}

/** Puts the berkas on a desk: one more visit, then whatever that kind of langkah does on arrival. */
export function enter(turn: Turn, no: LangkahNo, arrival: Arrival): Move {
  const { state, context } = turn;
  const langkah = langkahOf(turn.sop, no);
  const kunjungan: Kunjungan = {
    langkahNo: no,
    putaran: state.kunjunganList.filter((one) => one.langkahNo === no).length + 1,
    masukMs: context.nowMs,
    keluarMs: null,
    masukSeq: seqOf(turn),
    tenggatMs: deadlines(turn, langkah, context.nowMs).tenggatMs,
    hasil: null,
    oleh: null,
    alasan: arrival.alasan,
    drafVersi: state.draf?.versi ?? null,
  };
  const arrived = patch(turn, {
    langkahNo: no,
    kunjunganList: [...state.kunjunganList, kunjungan],
  });
  const noted = note(arrived, "langkah-masuk", arrival.oleh ?? "sistem", {
    langkah: no,
    putaran: kunjungan.putaran,
    alasan: arrival.alasan,
  });
  const sebab = doneBefore(turn, langkah);
  return sebab === null ? enterLangkah(noted, langkah, arrival) : passOver(noted, langkah, sebab);
}

/** Why there is nothing to do: the sheet prints it twice, or it was done before an opening. */
function doneBefore({ state }: Turn, langkah: Langkah): string | null {
  const { duplikatDari } = langkah;
  if (duplikatDari !== undefined) {
    return `tercetak dua kali di lembar; sudah dikerjakan sebagai langkah ${duplikatDari}`;
  }
  return pembukaanOf(state) === null || makesLaporan(langkah)
    ? null
    : "tidak diulang saat berkas dibuka kembali";
}

function passOver(turn: Turn, langkah: Langkah, sebab: string): Move {
  const noted = note(turn, "langkah-otomatis", "sistem", {
    langkah: langkah.no,
    keluaran: langkah.mutuBaku.keluaran,
    sebab,
  });
  return { turn: noted, tujuan: forwardExit(langkah).tujuan, hasil: "otomatis" };
}

/**
 * Whether a langkah is about the figures or the report itself, which an opening does once more. Orders,
 * teams and meetings are not held again; of dispatch and archive `conclude` does what is needed.
 */
function makesLaporan(langkah: Langkah): boolean {
  switch (langkah.jenis) {
    case "realisasi":
    case "kompilasi":
      return true;
    case "penyusunan":
    case "sosialisasi":
    case "keputusan":
      return isAboutLaporan(langkah);
    case "formulir":
      return langkah.versi !== undefined && langkah.tahap.every(({ sejak }) => sejak === undefined);
  }
}

/** An arrival in the ordinary course of the sheet. */
export const fresh: Arrival = { alasan: null, oleh: null, unit: null };

function leave(move: Move): Turn {
  const { turn, tujuan, edaran } = move;
  const { state } = turn;
  const oleh = move.arrival?.oleh ?? "sistem";
  const issued = issueOutput(closeRest(endVisit(turn, move.hasil ?? "selesai", oleh)), move);
  const passed = edaran === undefined ? issued : circulate(issued, edaran);
  return note(passed, "langkah-keluar", oleh, {
    langkah: state.langkahNo,
    hasil: move.hasil ?? "selesai",
    menuju: tujuan satisfies Tujuan | null,
  });
}

/** What the langkah puts out when the berkas goes on from it: papers, and the next version. */
function issueOutput(turn: Turn, { hasil, arrival }: Move): Turn {
  const langkah = langkahOf(turn.sop, turn.state.langkahNo);
  const passed = pembukaanOf(turn.state) !== null && !makesLaporan(langkah);
  if (hasil === "kembalikan" || passed) return turn;
  const oleh = arrival?.oleh ?? "sistem";
  const issued = langkah.naskah.reduce(
    (next, jenis) => issueNaskah(next, langkah, { jenis, oleh }),
    turn,
  );
  const sebutan = versionAfter(langkah);
  if (sebutan === undefined || (turn.state.draf === null && langkah.jenis === "keputusan")) {
    return issued;
  }
  const unggahan = pindaianOf(turn.state, langkah);
  const signed = unggahan === null ? {} : { unggahan, perubahan: pindaianText(unggahan) };
  return nextDraf(issued, langkah, { sebutan, oleh, ...signed });
}

/** A penyusunan has made its version on arrival; what the last decision agreed to is final. */
function versionAfter(langkah: Langkah): string | undefined {
  if (langkah.jenis === "penyusunan") return undefined;
  const ends = langkah.jenis === "keputusan" && langkah.hasil.setuju === "selesai";
  return langkah.versi ?? (ends && isAboutLaporan(langkah) ? "Final" : undefined);
}

/** Receipts outlive their langkah; every other wait of it ends with it. */
function closeRest(turn: Turn): Turn {
  const rest = turn.state.waitList.filter((wait) => wait.jawaban === null && wait.macam !== "baca");
  return rest.reduce(
    (next, wait) =>
      closeWait(
        next,
        wait,
        { oleh: "sistem", pilihan: "beralih", atMs: turn.context.nowMs },
        { jenis: "langkah-berikutnya" },
      ),
    turn,
  );
}
