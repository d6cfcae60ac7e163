import type { Jawab, NilaiFormulir } from "../../formulir/nilai.ts";
import type { IsianFormulir, Tahap } from "../../formulir/schema.ts";
import type { PegawaiId } from "../../kantor/schema.ts";
import { forwardExit, type LangkahOf } from "../../sop/langkah.ts";
import { formatWaktu } from "../../waktu/format.ts";
import { type Refusal, refuse } from "../decision.ts";
import { answerDesk } from "../desk.ts";
import { nextDraf } from "../draf.ts";
import { jawabList, kurangList, tahapOf } from "../formulir/lengkap.ts";
import { asksPindaian, canBeLaporan, pindaianOf, pindaianText } from "../formulir/pindaian.ts";
import { hasBegun, hourOf } from "../formulir/saat.ts";
import {
  butirList,
  type LangkahSetiap,
  pelakuButir,
  setiapDi,
  waitByButir,
} from "../formulir/setiap.ts";
import { canReturnAt, openWaits, pemegangMeja } from "../holders.ts";
import { issueNaskah } from "../naskah.ts";
import { drawNomor } from "../nomor.ts";
import { readersOf } from "../readers.ts";
import { answerReceipt, circulate, isReceipt } from "../receipt.ts";
import type { Arrival, Pemegang, Wait } from "../state.ts";
import { ask, tellHolders } from "../tell-holders.ts";
import { closeWait, note, openWait, patch, type Turn } from "../turn.ts";
import type { AnswerEvent, LangkahHandler, Move } from "./handler.ts";

type Formulir = LangkahOf<"formulir">;

/**
 * A form in parts, one desk after the other: each is filled in, handed in with one tap, makes its
 * papers and passes them on. Orders, meetings, signatures and dispatches are such forms.
 */
export const formulir: LangkahHandler<"formulir"> = {
  enter: (turn, langkah, arrival) => {
    // what was answered line by line goes back to those who answered, not to whoever made the list
    const each = arrival.alasan === null ? null : setiapDi(langkah);
    return enterTahap(forgetOccasion(turn, langkah), langkah, each?.index ?? 0, arrival);
  },
  answer: (turn, langkah, wait, event) => {
    if (isReceipt(wait)) return answerReceipt(turn, wait, event);
    if (event.kind === "isi-formulir") return fillIn(turn, langkah, wait, event);
    if (event.kind !== "pilihan") return answerDesk(turn, langkah, wait, event);
    if (event.pilihan === "kembalikan") {
      return canReturnAt(langkah, wait)
        ? giveBack(turn, langkah, wait, event)
        : refuse("pilihan-tidak-dikenal");
    }
    if (event.pilihan === "ulang") return startOver(turn, langkah, wait, event.oleh);
    return event.pilihan === forwardExit(langkah).pilihan
      ? handIn(turn, langkah, wait, event)
      : refuse("pilihan-tidak-dikenal");
  },
};

/**
 * A meeting that is held once more has a day, a letter, an attendance and decisions of its own, and what
 * is signed once more is another paper; everything else that was filled in the time before is offered again.
 */
const forgetOccasion = (turn: Turn, langkah: Formulir): Turn =>
  forgetFields(
    turn,
    langkah,
    langkah.tahap.flatMap((tahap) =>
      tahap.isian.filter(
        (one) =>
          tahap.sejak !== undefined ||
          isComing(one) ||
          asksPindaian(one) ||
          (one.tipe === "nomor" && tahap.isian.some(isComing)),
      ),
    ),
  );

const isComing = (one: IsianFormulir): boolean => one.tipe === "tanggal" && one.mendatang;

function forgetFields(turn: Turn, langkah: Formulir, forgotten: readonly IsianFormulir[]): Turn {
  const values = turn.state.formulirByLangkah[langkah.no];
  if (values === undefined) return turn;
  const kept = Object.entries(values).filter(
    ([kode]) => !forgotten.some((one) => one.kode === kode),
  );
  return storeFields(turn, langkah, Object.fromEntries(kept));
}

function enterTahap(turn: Turn, langkah: Formulir, index: number, arrival: Arrival): Move {
  const tahap = tahapOf(langkah, { tahap: index });
  const each = setiapDi(langkah);
  if (each?.index === index) return enterSetiap(turn, each, arrival);
  const hourMs = hourOf(turn, langkah, tahap);
  const sejakMs = hourMs === null ? null : Math.max(turn.context.nowMs, hourMs);
  const { turn: opened, wait } = openWait(turn, langkah, {
    macam: "meja",
    pemegang: pemegangTahap(turn, langkah, tahap),
    tahap: index,
    ...(sejakMs === null ? {} : { sejakMs }),
  });
  // what begins to count later is late later, too
  const measured = sejakMs === null ? opened : measureVisit(opened, wait);
  const told = tellHolders(measured, wait, { jenis: "tugas", wait, arrival });
  return { turn: told, tujuan: null };
}

/** Asks after every line at once; after a return to one person, after theirs alone. */
function enterSetiap(turn: Turn, each: LangkahSetiap, arrival: Arrival): Move {
  const { langkah, index } = each;
  const before = waitByButir(each, turn.state);
  const asked = butirList(each, turn.state).flatMap((butir, at) => {
    const known = before.get(at + 1)?.pemegang;
    const pegawaiId = pelakuButir(each, butir, turn.context.kantor);
    const pemegang: Pemegang =
      known ??
      (pegawaiId === null
        ? pemegangTahap(turn, langkah, tahapOf(langkah, { tahap: index }))
        : { jenis: "pegawai", pegawaiId });
    const mine = pemegang.jenis === "pegawai" && pemegang.pegawaiId === arrival.unit;
    return arrival.unit === null || mine ? [{ butir: at + 1, pemegang }] : [];
  });
  return {
    turn: asked.reduce(
      (next, one) => ask(next, langkah, { macam: "meja", tahap: index, ...one }, arrival),
      turn,
    ),
    tujuan: null,
  };
}

const measureVisit = (turn: Turn, { tenggatMs }: Wait): Turn =>
  patch(turn, {
    kunjunganList: turn.state.kunjunganList.map((one) =>
      one.keluarMs === null ? { ...one, tenggatMs } : one,
    ),
  });

/** Whoever the part names; where none of them has an account, whoever the langkah names. */
function pemegangTahap({ sop, state, context }: Turn, langkah: Formulir, tahap: Tahap): Pemegang {
  const own = pemegangMeja(sop, state, langkah, tahap.pelaksana ?? langkah.pelaksana.peran);
  const reachable = context.kantor.pegawaiList.some(
    ({ id, peran }) =>
      context.terhubung.has(id) && peran.some((one) => tahap.pelaksana?.includes(one)),
  );
  return tahap.pelaksana === undefined || reachable
    ? own
    : pemegangMeja(sop, state, langkah, langkah.pelaksana.peran);
}

function notYet(turn: Turn, langkah: Formulir, tahap: Tahap): Refusal {
  const { nowMs, kantor } = turn.context;
  const waktu = formatWaktu(hourOf(turn, langkah, tahap) ?? nowMs, kantor.zonaWaktu);
  return refuse("belum-waktunya", { judul: tahap.judul, waktu, ulang: tahap.ulang ?? "" });
}

function fillIn(
  turn: Turn,
  langkah: Formulir,
  wait: Wait,
  { kode, nilai, oleh }: Extract<AnswerEvent, { kind: "isi-formulir" }>,
): Move | Refusal {
  const isian = tahapOf(langkah, wait).isian.find((one) => one.kode === kode);
  if (isian === undefined || (nilai !== null && nilai.tipe !== isian.tipe)) {
    return refuse("isian-tidak-dikenal");
  }
  if (asksPindaian(isian) && nilai?.tipe === "berkas" && !canBeLaporan(nilai.buktiList)) {
    return refuse("bukan-pindaian");
  }
  const { [kode]: _, ...rest } = turn.state.formulirByLangkah[langkah.no] ?? {};
  const filled = storeFields(turn, langkah, nilai === null ? rest : { ...rest, [kode]: nilai });
  return {
    turn: note(filled, "formulir-diisi", oleh, { langkah: langkah.no, kode }),
    tujuan: null,
  };
}

const storeFields = (
  turn: Turn,
  { no }: Formulir,
  isi: Readonly<Record<string, NilaiFormulir>>,
): Turn => patch(turn, { formulirByLangkah: { ...turn.state.formulirByLangkah, [no]: isi } });

/**
 * Takes the part back to the one before: a meeting is put off, say. The letter that went out keeps its
 * number; the one that says the new day draws another.
 */
function startOver(turn: Turn, langkah: Formulir, wait: Wait, oleh: PegawaiId): Move | Refusal {
  const index = wait.tahap ?? 0;
  if (tahapOf(langkah, wait).ulang === undefined || index === 0) {
    return refuse("pilihan-tidak-dikenal");
  }
  const jawaban = { oleh, pilihan: "ulang", atMs: turn.context.nowMs };
  const closed = closeWait(turn, wait, jawaban, { jenis: "meja", langkah: langkah.jenis });
  const noted = note(closed, "formulir-diulang", oleh, { langkah: langkah.no, tahap: index });
  const before = tahapOf(langkah, { tahap: index - 1 });
  const renumbered = forgetFields(
    noted,
    langkah,
    before.isian.filter(({ tipe }) => tipe === "nomor"),
  );
  return enterTahap(renumbered, langkah, index - 1, { alasan: null, oleh, unit: null });
}

type Choice = Extract<AnswerEvent, { kind: "pilihan" }>;

/** Sends the berkas back. What a meeting decided is written down like any other decision of it. */
function giveBack(turn: Turn, langkah: Formulir, wait: Wait, event: Choice): Move | Refusal {
  const move = answerDesk(turn, langkah, wait, event);
  const tahap = tahapOf(langkah, wait);
  if ("kind" in move || tahap.saatKembali === undefined || !hasBegun(turn, langkah, tahap)) {
    return move;
  }
  const given = answersOf(jawabList(turn, langkah, tahap));
  const said = given[tahap.saatKembali];
  const decided = said?.tipe === "daftar" ? said.butirList : [];
  const alasan = `Dikembalikan untuk diperbaiki: ${event.alasan?.trim() ?? ""}`;
  const kept = {
    ...turn.state.formulirByLangkah[langkah.no],
    ...given,
    [tahap.saatKembali]: { tipe: "daftar" as const, butirList: [...decided, alasan] },
  };
  const issued = issueAll(storeFields(move.turn, langkah, kept), langkah, tahap, event.oleh);
  return { ...move, turn: passOn(issued, langkah, tahap, event.oleh) };
}

const answersOf = (jawab: readonly Jawab[]): Record<string, NilaiFormulir> =>
  Object.fromEntries(
    jawab.flatMap(({ isian, nilai }) => (nilai === null ? [] : [[isian.kode, nilai]])),
  );

const issueAll = (turn: Turn, langkah: Formulir, { naskah }: Tahap, oleh: PegawaiId): Turn =>
  naskah.reduce((next, jenis) => issueNaskah(next, langkah, { jenis, oleh }), turn);

function handIn(turn: Turn, langkah: Formulir, wait: Wait, event: Choice): Move | Refusal {
  const index = wait.tahap ?? 0;
  const tahap = tahapOf(langkah, wait);
  if (!hasBegun(turn, langkah, tahap)) return notYet(turn, langkah, tahap);
  const jawab = jawabList(turn, langkah, tahap);
  const [lacking] = kurangList(jawab);
  if (lacking !== undefined) return refuse("formulir-belum-lengkap", { nama: lacking.nama });
  const { oleh, pilihan } = event;
  const kept = { ...turn.state.formulirByLangkah[langkah.no], ...answersOf(jawab) };
  const numbered = drawNomor(storeFields(turn, langkah, kept), langkah, tahap, oleh);
  if ("kind" in numbered) return numbered;
  const jawaban = { oleh, pilihan, atMs: turn.context.nowMs };
  const closed = closeWait(numbered, wait, jawaban, { jenis: "meja", langkah: langkah.jenis });
  const noted = note(closed, "dijawab", oleh, {
    langkah: langkah.no,
    tahap: index,
    ...(wait.butir === undefined ? {} : { butir: wait.butir }),
    pilihan,
    alasan: null,
  });
  if (openWaits(noted.state).some((one) => one.butir !== undefined && one.tahap === index)) {
    return { turn: noted, tujuan: null };
  }
  const issued = issueAll(noted, langkah, tahap, oleh);
  const signed = takePindaian(issued, langkah, tahap, oleh);
  const passed = passOn(signed, langkah, tahap, oleh);
  const arrival = { alasan: null, oleh, unit: null };
  return langkah.tahap[index + 1] === undefined
    ? { turn: passed, tujuan: forwardExit(langkah).tujuan, hasil: pilihan, arrival }
    : enterTahap(passed, langkah, index + 1, arrival);
}

/** The signed report stands at once; a langkah that makes a version of its own makes it on leaving. */
function takePindaian(turn: Turn, langkah: Formulir, tahap: Tahap, oleh: PegawaiId): Turn {
  const { draf } = turn.state;
  const unggahan = tahap.isian.some(asksPindaian) ? pindaianOf(turn.state, langkah) : null;
  if (draf === null || unggahan === null || langkah.versi !== undefined) return turn;
  const perubahan = pindaianText(unggahan);
  return nextDraf(turn, langkah, {
    sebutan: `${draf.sebutan} (pindaian)`,
    oleh,
    unggahan,
    perubahan,
  });
}

function passOn(turn: Turn, langkah: Formulir, { sampaikan }: Tahap, oleh: PegawaiId): Turn {
  if (sampaikan === undefined) return turn;
  const { tanggapan } = sampaikan;
  return circulate(turn, {
    langkah,
    tanggapan,
    kepada: readersOf(turn, langkah, sampaikan.kepada).filter((id) => id !== oleh),
  });
}
