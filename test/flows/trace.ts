import type { EngineContext } from "../../src/core/engine/decision.ts";
import type { CatatanData, TimerIsi } from "../../src/core/engine/effect.ts";
import { holdersOf, openWaits } from "../../src/core/engine/holders.ts";
import type { DuePengingat } from "../../src/core/engine/remind-world.ts";
import type { BerkasState, Wait } from "../../src/core/engine/state.ts";
import { nilaiText } from "../../src/core/formulir/teks.ts";
import { labelPeriode } from "../../src/core/kinerja/periode.ts";
import type { Effect } from "../../src/core/pesan/effect.ts";
import { penolakanText } from "../../src/core/pesan/penolakan.ts";
import type { Lampiran, Pesan } from "../../src/core/pesan/pesan.ts";
import { plainText } from "../../src/core/pesan/spans.ts";
import { formatWaktu } from "../../src/core/waktu/format.ts";
import { type Act, type Given, Play, sweep } from "../core/engine/play.ts";
import { said } from "../support/teks.ts";
import { at } from "../support/world.ts";

/** What happens in a trace: an act of the engine's tests, or time that passes up to an hour. */
export type TraceAct = Act | { readonly sampai: string };

/** A message as its receivers read it. */
interface PesanTerbaca {
  readonly kepada: string;
  readonly teks: readonly string[];
  readonly pilihan?: string;
  readonly lampiran?: string;
}

/** One step of a trace: what happened, what everybody got to read, and where the berkas stands. */
export interface TraceStep {
  readonly waktu: string;
  readonly kejadian: string;
  readonly ditolak?: string;
  readonly pesan?: readonly PesanTerbaca[];
  readonly papan?: readonly string[];
  readonly dokumen?: readonly string[];
  readonly jam?: readonly string[];
  readonly catatan?: readonly string[];
  readonly langkah: string;
  /** Everybody who is waited for, in order of asking. */
  readonly menunggu: string;
}

type Timers = ReadonlyMap<string, { readonly atMs: number; readonly isi: TimerIsi }>;

/** Plays a script and writes down every step; reminders fire on the way, as the clock would. */
export function record(given: Given, acts: readonly TraceAct[]): readonly TraceStep[] {
  const play = Play.open(given);
  let timers = setTimers(new Map(), play.effects);
  const steps = [stepOf(play, "berkas dibuka", play.effects)];
  for (const act of acts) {
    if ("sampai" in act) {
      const fired = fireUntil(play, timers, at(act.sampai));
      steps.push(...fired.steps);
      timers = fired.timers;
      continue;
    }
    const decision = play.act(act);
    if (decision === null) continue;
    if (decision.kind === "refused") {
      const ditolak = said(penolakanText(decision.code, decision.data));
      const { waktu, kejadian, ...rest } = stepOf(play, eventText(play, act), []);
      steps.push({ waktu, kejadian, ditolak, ...rest });
      continue;
    }
    timers = setTimers(timers, decision.effects);
    steps.push(stepOf(play, eventText(play, act), decision.effects));
  }
  return steps;
}

/** Sweeps the clock from reminder to reminder; those nobody needs any more leave no step. */
function fireUntil(
  play: Play,
  timers: Timers,
  untilMs: number,
): { readonly steps: readonly TraceStep[]; readonly timers: Timers } {
  const steps: TraceStep[] = [];
  let left = timers;
  for (;;) {
    const nextMs = Math.min(...[...left.values()].map(({ atMs }) => atMs));
    if (nextMs > untilMs) break;
    play.context = { ...play.context, nowMs: nextMs };
    const due = [...left].filter(([, { atMs }]) => atMs <= nextMs);
    const dueList = due.flatMap(([kunci, { isi }]): DuePengingat[] =>
      isi.jenis === "pengingat" ? [{ kunci, isi }] : [],
    );
    const effects = sweep(
      {
        ...play.context,
        akunList: [],
        berkasById: new Map([[play.state.id, { state: play.state, sop: play.sop }]]),
        sessionByPegawai: new Map(),
        suratMatiList: [],
      },
      dueList,
    );
    left = setTimers(
      new Map([...left].filter(([kunci]) => !due.some(([k]) => k === kunci))),
      effects,
    );
    if (effects.length > 0) steps.push(stepOf(play, "jam pengingat", effects));
  }
  play.context = { ...play.context, nowMs: untilMs };
  return { steps, timers: left };
}

function setTimers(timers: Timers, effects: readonly Effect[]): Timers {
  const next = new Map(timers);
  for (const effect of effects) {
    if (effect.kind === "timer") next.set(effect.kunci, effect);
    if (effect.kind !== "batal-timer") continue;
    for (const kunci of next.keys()) if (kunci.startsWith(effect.awalan)) next.delete(kunci);
  }
  return next;
}

function stepOf(play: Play, kejadian: string, effects: readonly Effect[]): TraceStep {
  const { context, state } = play;
  return {
    waktu: waktuOf(context, context.nowMs),
    kejadian,
    ...filled("pesan", messagesOf(play, effects)),
    ...filled("papan", keyboardsOf(play, effects)),
    ...filled("dokumen", documentsOf(effects)),
    ...filled("jam", clockOf(play, effects)),
    ...filled("catatan", notesOf(effects)),
    langkah: state.status === "berjalan" ? state.langkahNo : state.status,
    menunggu: openWaits(state)
      .map((wait) => waitText(context, wait))
      .join(", "),
  };
}

/** A text that several people get stands once. */
function messagesOf({ context, state }: Play, effects: readonly Effect[]): readonly PesanTerbaca[] {
  const byText = new Map<string, PesanTerbaca>();
  for (const effect of effects) {
    if (effect.kind !== "pesan" || effect.kepada.ke === "asal") continue;
    const read = readingOf(state, effect.pesan);
    const key = JSON.stringify(read);
    const jabatan = jabatanOf(context, effect.kepada.pegawaiId);
    const others = byText.get(key)?.kepada;
    byText.set(key, { kepada: others === undefined ? jabatan : `${others}, ${jabatan}`, ...read });
  }
  return [...byText.values()];
}

function readingOf(
  state: BerkasState,
  { teks, pilihan = [], lampiran }: Pesan,
): Omit<PesanTerbaca, "kepada"> {
  const rows = pilihan.map((row) => row.map(({ judul }) => `[ ${judul} ]`).join(" "));
  return {
    teks: plainText(teks).split("\n"),
    ...(rows.length === 0 ? {} : { pilihan: rows.join(" / ") }),
    ...(lampiran === undefined ? {} : { lampiran: lampiranText(state, lampiran) }),
  };
}

function lampiranText({ naskahList }: BerkasState, lampiran: Lampiran): string {
  if (lampiran.jenis === "rekap") return `rekap ${labelPeriode(lampiran.periode, "triwulan")}`;
  if (lampiran.jenis === "naskah") {
    const naskah = naskahList.find(({ id }) => id === lampiran.naskahId);
    const nama = [naskah?.nama, naskah?.sebutan].filter((one) => one != null).join(", ");
    return `${nama} (${lampiran.bentuk})`;
  }
  return lampiran.jenis;
}

const keyboardsOf = ({ state, context }: Play, effects: readonly Effect[]): readonly string[] =>
  effects.flatMap((effect) => {
    if (effect.kind !== "tutup-prompt") return [];
    const wait = state.waitList.find(({ id }) => id === effect.promptId);
    const owner = wait === undefined ? effect.promptId : waitText(context, wait);
    return [`${owner} → ${plainText(effect.hasil)}`];
  });

const documentsOf = (effects: readonly Effect[]): readonly string[] =>
  effects.flatMap((effect) =>
    effect.kind === "naskah"
      ? [[effect.naskah.nama, effect.naskah.sebutan].filter((one) => one !== null).join(", ")]
      : [],
  );

/** Reminders of one wait in one line: how many, the first and the last. */
function clockOf({ state, context }: Play, effects: readonly Effect[]): readonly string[] {
  const atByOwner = new Map<string, number[]>();
  const openings: string[] = [];
  for (const effect of effects) {
    if (effect.kind !== "timer") continue;
    const { isi, atMs } = effect;
    if (isi.jenis === "pembukaan") openings.push(`tertutup sendiri ${waktuOf(context, atMs)}`);
    if (isi.jenis === "ralat-bagian")
      openings.push(`membetulkan ${labelPeriode(isi.periode, "triwulan")}`);
    if (isi.jenis === "buka-berkas")
      openings.push(`membuka ${labelPeriode(isi.periode, "triwulan")}`);
    if (isi.jenis !== "pengingat") continue;
    const wait = state.waitList.find(({ id }) => id === isi.waitId);
    const owner = wait === undefined ? isi.waitId : waitText(context, wait);
    atByOwner.set(owner, [...(atByOwner.get(owner) ?? []), atMs]);
  }
  const reminders = [...atByOwner].map(
    ([owner, atList]) =>
      `${atList.length} pengingat untuk ${owner}: ` +
      `${waktuOf(context, Math.min(...atList))} s.d. ${waktuOf(context, Math.max(...atList))}`,
  );
  return [...reminders, ...openings];
}

const notesOf = (effects: readonly Effect[]): readonly string[] =>
  effects.flatMap((effect) =>
    effect.kind === "catat" ? [`${effect.jenis} oleh ${effect.oleh}${dataText(effect.data)}`] : [],
  );

/** What an entry holds beyond its kind; instants and hashes are of no interest to a reader. */
function dataText(data: CatatanData): string {
  const parts = Object.entries(data)
    .filter(
      ([key, value]) =>
        value !== null &&
        value !== false &&
        value.toString() !== "" &&
        !["sopHash", "kalender", "lama", "baru"].includes(key),
    )
    .map(([key, value]) => `${key} ${Array.isArray(value) ? value.join("+") : String(value)}`);
  return parts.length === 0 ? "" : ` (${parts.join(", ")})`;
}

function eventText({ context }: Play, act: Act): string {
  if ("menit" in act) return "";
  if ("kalender" in act) return "kalender kerja diperbarui";
  if ("pembukaan" in act) return "jam pembukaan";
  if ("ralat" in act) {
    const changed = act.ralat.map(
      ({ periode, kode }) => `${kode} ${labelPeriode(periode, "triwulan")}`,
    );
    return `angka bagian dibetulkan: ${changed.join(", ")}`;
  }
  const who = jabatanOf(context, act.oleh);
  if ("isi" in act) {
    const why = act.sebab === undefined ? "" : ` — ${act.sebab}`;
    return `${who} mengisi ${act.isi}: ${act.nilai}${why}`;
  }
  if ("bukti" in act) return `${who} melampirkan bukti ${act.bukti}`;
  if ("formulir" in act) {
    const said = act.nilai === null ? "dikosongkan" : nilaiText(act.nilai, context.kantor);
    return `${who} mengisi ${act.formulir}: ${said}`;
  }
  return endText(context, who, act);
}

function endText(
  context: EngineContext,
  who: string,
  act: Exclude<
    Act,
    | { menit: number }
    | { kalender: unknown }
    | { isi: string }
    | { bukti: string }
    | { formulir: string }
    | { pembukaan: "waktu" }
    | { ralat: readonly unknown[] }
  >,
): string {
  if ("buka" in act) {
    const kode = act.buka.length === 0 ? "" : ` ${act.buka.join(", ")}`;
    return `${who} memohon membuka kembali${kode} ${act.hari} hari kerja: ${act.alasan}`;
  }
  if ("unggah" in act) return `${who} mengirim suntingan ${act.unggah}`;
  if ("kirim" in act) return `${who} mengirim`;
  if ("tutup" in act) return `${who} menutup pengumpulan: ${act.tutup}`;
  if ("batal" in act) return `${who} membatalkan: ${act.batal}`;
  const unit = act.unit === undefined ? "" : ` kepada ${jabatanOf(context, act.unit)}`;
  const alasan = act.alasan === undefined ? "" : `: ${act.alasan}`;
  return `${who} memilih ${act.pilih}${unit}${alasan}`;
}

const macamText: { readonly [M in Wait["macam"]]: string } = {
  meja: "meja",
  unit: "isian",
  koordinator: "pantauan",
  pembukaan: "izin",
  baca: "bacaan",
  hadir: "undangan",
};

const waitText = ({ kantor }: EngineContext, wait: Wait): string =>
  `${macamText[wait.macam]} ${holdersOf(wait, kantor)
    .map(({ jabatan }) => jabatan)
    .join(" atau ")}`;

const jabatanOf = ({ kantor }: EngineContext, id: string): string =>
  kantor.pegawaiList.find((one) => one.id === id)?.jabatan ?? id;

const waktuOf = ({ kantor }: EngineContext, atMs: number): string =>
  formatWaktu(atMs, kantor.zonaWaktu, { tahun: true });

const filled = <K extends string, V>(
  key: K,
  list: readonly V[],
): { readonly [P in K]?: readonly V[] } => {
  const part: { [P in K]?: readonly V[] } = {};
  if (list.length > 0) part[key] = list;
  return part;
};
