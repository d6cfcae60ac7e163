import { decide } from "../../../src/core/engine/decide.ts";
import type { Decision, EngineContext } from "../../../src/core/engine/decision.ts";
import { countEntries } from "../../../src/core/engine/effect.ts";
import type { BerkasEvent } from "../../../src/core/engine/event.ts";
import { holdersOf, openWaits } from "../../../src/core/engine/holders.ts";
import { openBerkas } from "../../../src/core/engine/open.ts";
import { remind } from "../../../src/core/engine/remind.ts";
import type { DuePengingat, RemindWorld } from "../../../src/core/engine/remind-world.ts";
import type { BerkasState, Ralat, Wait, WaitMacam } from "../../../src/core/engine/state.ts";
import type { NilaiFormulir } from "../../../src/core/formulir/nilai.ts";
import { type Kantor, operatorOf, PegawaiId } from "../../../src/core/kantor/schema.ts";
import {
  type Isian,
  type RealisasiByKode,
  terkiniOf,
} from "../../../src/core/kinerja/indikator.ts";
import { Periode } from "../../../src/core/kinerja/periode.ts";
import type { Effect } from "../../../src/core/pesan/effect.ts";
import { sayDecision, sayReminders } from "../../../src/core/pesan/say.ts";
import type { SuratMati } from "../../../src/core/pesan/surat-mati.ts";
import type { Sop } from "../../../src/core/sop/schema.ts";
import type { OfficeCalendar } from "../../../src/core/waktu/calendar.ts";
import { kamus } from "../../support/teks.ts";
import { worldOf } from "../../support/world.ts";

/**
 * One thing that happens, short enough for a table. Answers go to the newest wait of their kind that
 * the person holds, or with `di` to one by its number.
 */
export type Act =
  | {
      readonly oleh: string;
      readonly isi: string;
      readonly nilai: Nilai;
      readonly sebab?: string;
      readonly narasi?: NonNullable<Extract<BerkasEvent, { kind: "isian" }>["narasi"]>;
    }
  | { readonly oleh: string; readonly bukti: string; readonly berkas?: string }
  | { readonly oleh: string; readonly formulir: string; readonly nilai: NilaiFormulir | null }
  | { readonly oleh: string; readonly unggah: string; readonly perubahan?: string }
  | { readonly oleh: string; readonly kirim: true; readonly di?: number }
  | {
      readonly oleh: string;
      readonly pilih: string;
      readonly alasan?: string;
      readonly unit?: string;
      readonly di?: number;
    }
  | { readonly oleh: string; readonly tutup: string; readonly di?: number }
  | { readonly oleh: string; readonly batal: string }
  | {
      readonly oleh: string;
      readonly buka: readonly string[];
      readonly hari: number;
      readonly alasan: string;
    }
  /** The time of an opening is looked at. */
  | { readonly pembukaan: "waktu" }
  /** Figures of a part were corrected. */
  | { readonly ralat: readonly Ralat[] }
  | { readonly kalender: OfficeCalendar }
  | { readonly menit: number };

/** 86, "17/18" with numerator and denominator, "nihil" or "belum". */
export type Nilai = number | string;

/** What a play starts from; the fixture office and its triwulan IV unless told otherwise. */
export interface Given {
  readonly id?: string;
  readonly sop?: Sop;
  readonly periode?: string;
  readonly context?: Partial<EngineContext>;
}

/** A berkas in the engine's hands, saved and reloaded between any two events. */
export class Play {
  readonly sop: Sop;
  context: EngineContext;
  state: BerkasState;
  /** Effects of the last event, the opening included. */
  effects: readonly Effect[];

  private constructor(sop: Sop, context: EngineContext, decision: Decision<Effect>) {
    if (decision.kind === "refused") throw new Error(`not opened: ${decision.code}`);
    this.sop = sop;
    this.context = { ...context, logSeq: context.logSeq + countEntries(decision.effects) };
    this.state = decision.state;
    this.effects = decision.effects;
  }

  static open(given: Given = {}): Play {
    const { context, sop } = startOf(given);
    return new Play(sop, context, tryOpen(given));
  }

  /** A play that has come this far; every act must be accepted. */
  static after(acts: readonly Act[], given: Given = {}): Play {
    const play = Play.open(given);
    for (const act of acts) play.must(act);
    return play;
  }

  /** Does it and takes the outcome over. */
  act(act: Act): Decision<Effect> | null {
    if ("menit" in act) {
      this.context = { ...this.context, nowMs: this.context.nowMs + act.menit * 60_000 };
      return null;
    }
    if ("kalender" in act) this.context = { ...this.context, calendar: act.kalender };
    return this.decide(eventOf(this.state, act, this.context.kantor));
  }

  must(act: Act): this {
    const decision = this.act(act);
    if (decision?.kind === "refused") {
      throw new Error(`${JSON.stringify(act)} was refused: ${decision.code}`);
    }
    return this;
  }

  decide(event: BerkasEvent): Decision<Effect> {
    const { sop, state, context } = this;
    const decision = sayDecision(sop, { ...context, kamus }, decide(sop, state, event, context));
    if (decision.kind === "accepted") {
      this.state = throughJson(decision.state);
      this.effects = decision.effects;
      const realisasi = decision.effects.reduce(withRealisasi, this.context.realisasi);
      const nomorList = [...this.context.nomorList, ...effectsOf(decision.effects, "nomor")];
      const logSeq = this.context.logSeq + countEntries(decision.effects);
      this.context = { ...this.context, logSeq, realisasi, nomorList };
    }
    return decision;
  }
}

/** Opens, or is refused. */
export function tryOpen(given: Given): Decision<Effect> {
  const { sop, context } = startOf(given);
  const periode = Periode.parse(given.periode ?? "2026-TW4");
  const id = given.id ?? "berkas0001";
  const request = { id, sop, sopHash: "h1", periode, oleh: "sistem" } as const;
  return sayDecision(sop, { ...context, kamus }, openBerkas(request, context));
}

/** An office whose clock is swept. */
export interface SweptWorld extends RemindWorld {
  readonly suratMatiList: readonly SuratMati[];
}

/** A sweep of reminders, in words. */
export const sweep = (world: SweptWorld, dueList: readonly DuePengingat[]): readonly Effect[] =>
  sayReminders({ ...world, kamus }, remind(world, dueList));

/** What is saved and loaded again. */
export const throughJson = <T>(value: T): T => JSON.parse(JSON.stringify(value));

/** Who is waited for: "unit pelayanan", "meja sekcam", in order of asking. */
export const waitingFor = (state: BerkasState, context: EngineContext): readonly string[] =>
  openWaits(state).map(
    (wait) =>
      `${wait.macam} ${holdersOf(wait, context.kantor)
        .map(({ id }) => id)
        .join("|")}`,
  );

/** Ids of everybody a message goes to, in order. */
export const told = (effects: readonly Effect[]): readonly string[] =>
  effects.flatMap((effect) =>
    effect.kind === "pesan" && effect.kepada.ke === "pegawai" ? [effect.kepada.pegawaiId] : [],
  );

/** Effects of one kind. */
export const effectsOf = <K extends Effect["kind"]>(
  effects: readonly Effect[],
  kind: K,
): readonly Extract<Effect, { kind: K }>[] =>
  effects.filter((effect): effect is Extract<Effect, { kind: K }> => effect.kind === kind);

/** 86, "17/18", "nihil", "belum" as what is filled in. */
export function isianOf(nilai: Nilai): Isian {
  if (typeof nilai === "number") return { jenis: "angka", nilai };
  if (nilai === "nihil" || nilai === "belum") return { jenis: nilai };
  const [pembilang = 0, penyebut = 1] = nilai.split("/").map(Number);
  const persen = Number(((pembilang / penyebut) * 100).toFixed(2));
  return { jenis: "angka", nilai: persen, pembilang, penyebut };
}

/** Every figure of the fixture office's triwulan IV, good enough to need no note. */
export const isiSemua: readonly Act[] = [
  { oleh: "pelayanan", isi: "1.1", nilai: 86 },
  { oleh: "pelayanan", isi: "1.2", nilai: "24/40" },
  { oleh: "pelayanan", isi: "1.3", nilai: 8 },
  { oleh: "pelayanan", bukti: "1.3" },
  { oleh: "pemerintahan", isi: "2.1", nilai: 12 },
  { oleh: "pemerintahan", isi: "2.2", nilai: 3 },
];

/** All figures filled in and sent: the draft lies on the compiler's desk. */
export const sampaiDraf: readonly Act[] = [
  ...isiSemua,
  { oleh: "pelayanan", kirim: true },
  { oleh: "pemerintahan", kirim: true },
];

/** The draft on the corrector's desk. */
export const sampaiKoreksi: readonly Act[] = [
  ...sampaiDraf,
  { oleh: "perencanaan", pilih: "selesai" },
];

/** The report on the desk of the head of the office. */
export const sampaiPersetujuan: readonly Act[] = [
  ...sampaiKoreksi,
  { oleh: "sekcam", pilih: "selesai" },
];

function startOf({ sop, context }: Given): { sop: Sop; context: EngineContext } {
  const { sopList, ...world } = worldOf();
  const [first] = sopList;
  if (first === undefined) throw new Error("the fixture office has no sheet");
  const { kantor, calendar, nowMs, logSeq, realisasi, terhubung, periodeSelesai, nomorList } =
    world;
  const own = { kantor, calendar, nowMs, logSeq, realisasi, terhubung, periodeSelesai, nomorList };
  return { sop: sop ?? first.sop, context: { ...own, ...context } };
}

function eventOf(
  state: BerkasState,
  act: Exclude<Act, { menit: number }>,
  sebelum: Kantor,
): BerkasEvent {
  if ("kalender" in act) return { kind: "kantor", oleh: operatorOf("contoh.yaml"), sebelum };
  if ("pembukaan" in act) return { kind: "pembukaan-habis" };
  if ("ralat" in act) return { kind: "ralat-bagian", ralatList: act.ralat };
  return personEvent(state, act, PegawaiId.parse(act.oleh));
}

function personEvent(
  state: BerkasState,
  act: Extract<Act, { oleh: string }>,
  oleh: PegawaiId,
): BerkasEvent {
  if ("buka" in act) {
    const { buka: kodeList, hari: hariKerja, alasan } = act;
    return { kind: "buka-kembali", oleh, kodeList, hariKerja, alasan };
  }
  if ("batal" in act) return { kind: "batal", oleh, alasan: act.batal };
  const at = (macam: WaitMacam): string => waitIdOf(state, act, macam);
  if ("isi" in act) {
    const isian = isianOf(act.nilai);
    const { isi: kode, sebab, narasi } = act;
    const told = {
      ...(sebab !== undefined && { keterangan: sebab }),
      ...(narasi !== undefined && { narasi }),
    };
    return { kind: "isian", waitId: at("unit"), oleh, kode, isian, ...told };
  }
  if ("bukti" in act) {
    const nama = act.berkas ?? "foto.jpg";
    const bukti = { hash: `hash-${nama}`, nama, mime: "image/jpeg", ukuranByte: 9 };
    return { kind: "bukti", waitId: at("unit"), oleh, kode: act.bukti, bukti };
  }
  if ("formulir" in act || "unggah" in act) return deskEvent(act, at("meja"), oleh);
  if ("kirim" in act) return { kind: "kirim", waitId: at("unit"), oleh };
  return "tutup" in act
    ? { kind: "tutup", waitId: at("koordinator"), oleh, alasan: act.tutup }
    : choiceEvent(act, at(macamOf(act.pilih)), oleh);
}

function choiceEvent(
  { pilih, alasan, unit }: Extract<Act, { pilih: string }>,
  waitId: string,
  oleh: PegawaiId,
): BerkasEvent {
  return {
    kind: "pilihan",
    waitId,
    oleh,
    pilihan: pilih,
    ...(alasan === undefined ? {} : { alasan }),
    ...(unit === undefined ? {} : { unit: PegawaiId.parse(unit) }),
  };
}

function deskEvent(
  act: Extract<Act, { formulir: string } | { unggah: string }>,
  waitId: string,
  oleh: PegawaiId,
): BerkasEvent {
  if ("formulir" in act) {
    return { kind: "isi-formulir", waitId, oleh, kode: act.formulir, nilai: act.nilai };
  }
  const mime = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  const bukti = { hash: `hash-${act.unggah}`, nama: act.unggah, mime, ukuranByte: 9 };
  return { kind: "unggah-naskah", waitId, oleh, bukti, perubahan: act.perubahan ?? null };
}

function macamOf(pilih: string): WaitMacam {
  if (pilih === "baca") return "baca";
  return pilih === "hadir" || pilih === "berhalangan" ? "hadir" : "meja";
}

/** The numbered wait, else the newest of the kind; a named person's own where there is one. */
function waitIdOf(
  { id, waitList }: BerkasState,
  { oleh, di }: { readonly oleh: string; readonly di?: number },
  macam: WaitMacam,
): string {
  if (di !== undefined) return `${id}.${di}`;
  // leave to open a berkas is answered like a desk
  const kinds: readonly WaitMacam[] = macam === "meja" ? ["meja", "pembukaan"] : [macam];
  const ofKind = waitList.filter((wait) => kinds.includes(wait.macam));
  const own = ofKind.findLast(({ pemegang }: Wait) =>
    pemegang.jenis === "pegawai" ? pemegang.pegawaiId === oleh : true,
  );
  return (own ?? ofKind.at(-1))?.id ?? `${id}.0`;
}

function withRealisasi(realisasi: RealisasiByKode, effect: Effect): RealisasiByKode {
  if (effect.kind !== "realisasi") return realisasi;
  const { kode, periode } = effect;
  return { ...realisasi, [kode]: { ...realisasi[kode], [periode]: terkiniOf(effect) } };
}
