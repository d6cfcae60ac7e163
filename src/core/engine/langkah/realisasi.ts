import { isMembuktikan } from "../../formulir/nilai.ts";
import type { PegawaiId } from "../../kantor/schema.ts";
import { type Indikator, terkiniOf } from "../../kinerja/indikator.ts";
import type { Narasi } from "../../kinerja/narasi.ts";
import type { LangkahOf } from "../../sop/langkah.ts";
import { type Refusal, refuse } from "../decision.ts";
import { holdersOf, indikatorWait, openWaits, pemegangPeran, unitList } from "../holders.ts";
import type { Arrival, IsianTercatat, Wait } from "../state.ts";
import { butuhKeterangan, tindakLanjutLalu } from "../syarat.ts";
import { ask } from "../tell-holders.ts";
import { isTerbuka, pembukaanOf } from "../terbuka.ts";
import { closeWait, emit, note, patch, type Turn, tell } from "../turn.ts";
import type { AnswerEvent, LangkahHandler, Move } from "./handler.ts";

/**
 * Asks every penanggung jawab for the figures of their indikator, all at once. Ends when all have
 * sent; the coordinator may go on without the rest, with a reason.
 */
export const realisasi: LangkahHandler<"realisasi"> = {
  enter: (turn, langkah, arrival) => {
    const units = arrival.unit === null ? unitList(turn.state) : [arrival.unit];
    const asked = units.reduce(
      (next, unit) => askUnit(next, langkah, unit, arrival),
      openCoordinator(turn, langkah, arrival),
    );
    return { turn: asked, tujuan: null };
  },
  answer: (turn, langkah, wait, event) => {
    switch (event.kind) {
      case "isian":
        return record(turn, wait, event, (before, indikator) => ({
          isian: event.isian,
          keterangan:
            event.keterangan === undefined ? (before?.keterangan ?? null) : event.keterangan,
          ...toldOf(turn, indikator, event, before?.narasi),
          bukti: before?.bukti ?? [],
        }));
      case "bukti":
        return attach(turn, wait, event);
      case "cabut-bukti":
        return detach(turn, wait, event);
      case "kirim":
        return send(turn, langkah, wait, event.oleh);
      case "tutup":
        return close(turn, langkah, wait, event);
      case "pilihan":
      case "isi-formulir":
      case "unggah-naskah":
        return refuse("pilihan-tidak-dikenal");
    }
  },
};

function openCoordinator(turn: Turn, langkah: LangkahOf<"realisasi">, arrival: Arrival): Turn {
  const pemegang = pemegangPeran(turn.sop, turn.state, langkah.pelaksana.peran);
  return ask(turn, langkah, { macam: "koordinator", pemegang }, arrival);
}

function askUnit(
  turn: Turn,
  langkah: LangkahOf<"realisasi">,
  unit: PegawaiId,
  arrival: Arrival,
): Turn {
  const pemegang = { jenis: "pegawai", pegawaiId: unit } as const;
  return ask(turn, langkah, { macam: "unit", pemegang }, arrival);
}

type Recorded = Pick<IsianTercatat, "isian" | "keterangan" | "narasi" | "bukti">;

function record(
  turn: Turn,
  wait: Wait,
  event: Extract<AnswerEvent, { kode: string }>,
  write: (before: IsianTercatat | undefined, indikator: Indikator) => Recorded,
): Move | Refusal {
  if (wait.macam !== "unit") return refuse("pilihan-tidak-dikenal");
  const { state, context } = turn;
  const indikator = state.indikatorList.find(({ kode }) => kode === event.kode);
  if (indikator === undefined) {
    return refuse("indikator-tidak-dikenal", { kode: event.kode });
  }
  if (!isTerbuka(state, event.kode)) {
    const boleh = pembukaanOf(state)?.kodeList.join(", ") ?? "";
    return refuse("tidak-dibuka", { kode: event.kode, boleh });
  }
  if (!indikatorWait(state, wait).some(({ kode }) => kode === event.kode)) {
    return refuse("bukan-indikator-anda", { kode: event.kode });
  }
  const before = state.isianByKode[event.kode];
  const revisi = (before?.revisi ?? 0) + 1;
  const said = write(before, indikator);
  const next: IsianTercatat = { ...said, oleh: event.oleh, atMs: context.nowMs, revisi };
  const saved = patch(turn, { isianByKode: { ...state.isianByKode, [event.kode]: next } });
  const written = emit(saved, {
    kind: "realisasi",
    berkasId: state.id,
    periode: state.periode,
    kode: event.kode,
    ...terkiniOf(next),
    bukti: next.bukti,
    oleh: event.oleh,
    revisi,
  });
  const noted = note(written, event.kind, event.oleh, {
    kode: event.kode,
    revisi,
    nilai: next.isian.jenis === "angka" ? next.isian.nilai : next.isian.jenis,
    ...("narasi" in event && { narasi: Object.keys(event.narasi ?? {}) }),
  });
  return { turn: noted, tujuan: null };
}

/**
 * What is told of a figure from now on. Tindak lanjut and pendukung stand as long as it has to explain
 * itself; what became of the last tindak lanjut is kept with the words that one had.
 */
function toldOf(
  turn: Turn,
  indikator: Indikator,
  { isian, narasi: said = {} }: Extract<AnswerEvent, { kind: "isian" }>,
  before: Narasi | undefined,
): Pick<Recorded, "narasi"> {
  const { pelaksanaan: hasil, ...sentences } = said;
  const promised = hasil === undefined ? null : tindakLanjutLalu(turn, indikator.kode);
  const { pelaksanaan, ...explained } = { ...before, ...sentences };
  const done = hasil !== undefined && promised !== null ? { ...promised, hasil } : pelaksanaan;
  const narasi: Narasi = {
    ...(butuhKeterangan(turn, indikator, isian) && explained),
    ...(done !== undefined && { pelaksanaan: done }),
  };
  return Object.keys(narasi).length === 0 ? {} : { narasi };
}

function attach(
  turn: Turn,
  wait: Wait,
  event: Extract<AnswerEvent, { kind: "bukti" }>,
): Move | Refusal {
  const before = turn.state.isianByKode[event.kode];
  if (before?.bukti.some((one) => one.hash === event.bukti.hash)) return { turn, tujuan: null };
  const said: Recorded = before ?? { isian: { jenis: "belum" }, keterangan: null, bukti: [] };
  return record(turn, wait, event, () => ({ ...said, bukti: [...said.bukti, event.bukti] }));
}

function detach(
  turn: Turn,
  wait: Wait,
  event: Extract<AnswerEvent, { kind: "cabut-bukti" }>,
): Move | Refusal {
  const before = turn.state.isianByKode[event.kode];
  const bukti = before?.bukti.filter(({ hash }) => hash !== event.hash) ?? [];
  if (before === undefined || bukti.length === before.bukti.length)
    return refuse("bukti-tidak-ada");
  return record(turn, wait, event, () => ({ ...before, bukti }));
}

function send(
  turn: Turn,
  langkah: LangkahOf<"realisasi">,
  wait: Wait,
  oleh: PegawaiId,
): Move | Refusal {
  if (wait.macam !== "unit") return refuse("pilihan-tidak-dikenal");
  const lacking = firstLack(turn, indikatorWait(turn.state, wait));
  if (lacking !== null) return lacking;
  const jawaban = { oleh, pilihan: "kirim", atMs: turn.context.nowMs };
  const closed = note(closeWait(turn, wait, jawaban, { jenis: "terkirim" }), "dikirim", oleh, {
    wait: wait.id,
  });
  const waiting = openWaits(closed.state).some((one) => one.macam === "unit");
  return waiting
    ? { turn: closed, tujuan: null }
    : { turn: tellComplete(closed), tujuan: langkah.hasil.selesai, hasil: "lengkap" };
}

/** The coordinator's message becomes the good news: there is nobody left to wait for. */
const tellComplete = (turn: Turn): Turn =>
  openWaits(turn.state)
    .filter(({ macam }) => macam === "koordinator")
    .reduce((next, wait) => {
      const jawaban = { oleh: "sistem", pilihan: "lengkap", atMs: next.context.nowMs } as const;
      return closeWait(next, wait, jawaban, { jenis: "semua-terkirim" });
    }, turn);

function firstLack(turn: Turn, indikatorList: readonly Indikator[]): Refusal | null {
  const { state } = turn;
  const blank = indikatorList.filter(({ kode }) => state.isianByKode[kode] === undefined);
  if (blank[0] !== undefined) {
    return refuse("isian-belum-lengkap", { kurang: String(blank.length), kode: blank[0].kode });
  }
  for (const indikator of indikatorList) {
    const recorded = state.isianByKode[indikator.kode];
    if (recorded === undefined) continue;
    const data = { kode: indikator.kode, nama: indikator.nama };
    const explained = (recorded.keterangan ?? "").trim() !== "";
    if (!explained && butuhKeterangan(turn, indikator, recorded.isian)) {
      return refuse("penghambat-wajib", data);
    }
    if (indikator.wajibBukti && recorded.isian.jenis === "angka") {
      if (recorded.bukti.length === 0) return refuse("bukti-wajib", data);
      if (!recorded.bukti.some(isMembuktikan)) return refuse("bukti-terlalu-kecil", data);
    }
  }
  return null;
}

function close(
  turn: Turn,
  langkah: LangkahOf<"realisasi">,
  wait: Wait,
  event: Extract<AnswerEvent, { kind: "tutup" }>,
): Move | Refusal {
  const alasan = event.alasan.trim();
  if (wait.macam !== "koordinator") return refuse("pilihan-tidak-dikenal");
  if (alasan === "") return refuse("alasan-wajib");
  const atMs = turn.context.nowMs;
  const missing = openWaits(turn.state).filter((one) => one.macam === "unit");
  const ended = missing.reduce(
    (next, one) =>
      closeWait(
        next,
        one,
        { oleh: event.oleh, pilihan: "ditutup", atMs, alasan },
        { jenis: "pengumpulan-ditutup" },
      ),
    turn,
  );
  const told = missing
    .flatMap((one) => holdersOf(one, turn.context.kantor).map(({ id }) => id))
    .filter((id) => id !== event.oleh)
    .reduce(
      (next, id) => tell(next, id, { jenis: "pengumpulan-ditutup", oleh: event.oleh, alasan }),
      ended,
    );
  const jawaban = { oleh: event.oleh, pilihan: "tutup", atMs, alasan };
  const closed = closeWait(told, wait, jawaban, { jenis: "pengumpulan-ditutup" });
  const noted = note(closed, "pengumpulan-ditutup", event.oleh, {
    alasan,
    belum: missing.map((one) => (one.pemegang.jenis === "pegawai" ? one.pemegang.pegawaiId : "")),
  });
  return {
    turn: noted,
    tujuan: langkah.hasil.selesai,
    hasil: "ditutup",
    arrival: { alasan: null, oleh: event.oleh, unit: null },
  };
}
