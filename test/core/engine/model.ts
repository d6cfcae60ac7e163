import * as fc from "fast-check";
import { decide } from "../../../src/core/engine/decide.ts";
import type { Decision, EngineContext } from "../../../src/core/engine/decision.ts";
import { countEntries } from "../../../src/core/engine/effect.ts";
import type { BerkasEvent } from "../../../src/core/engine/event.ts";
import { jawabList, kurangList, tahapOf } from "../../../src/core/engine/formulir/lengkap.ts";
import { holdersOf, langkahOf, openWaits } from "../../../src/core/engine/holders.ts";
import { openBerkas } from "../../../src/core/engine/open.ts";
import type { BerkasState, Wait } from "../../../src/core/engine/state.ts";
import { contohNilai } from "../../../src/core/formulir/contoh.ts";
import { type Kantor, operatorOf, PegawaiId } from "../../../src/core/kantor/schema.ts";
import { Periode, triwulanList } from "../../../src/core/kinerja/periode.ts";
import { forwardExit } from "../../../src/core/sop/langkah.ts";
import type { Sop } from "../../../src/core/sop/schema.ts";
import type { OfficeCalendar } from "../../../src/core/waktu/calendar.ts";
import { sheetList } from "../../flows/sheets.ts";
import { lembarLhe } from "../../support/lembar-lhe.ts";
import { at } from "../../support/world.ts";
import { faultsOf } from "./invariants.ts";
import { isianOf, throughJson } from "./play.ts";

/** A sheet as an office runs it in a period. */
export interface Course {
  readonly nama: string;
  readonly sop: Sop;
  readonly kantor: Kantor;
  readonly calendar: OfficeCalendar;
  readonly periode: Periode;
}

const periodeList: Readonly<Record<string, readonly string[]>> = {
  "paringin-selatan": ["2026-TW4", "2026-S2", "2026"],
  "dinas-pengukuran": ["2026-TW4"],
  "mekanisme-pengukuran": ["2026-TW4"],
  pasrujambe: ["2026-TW4", "2026"],
  kemlagi: ["2026-TW4", "2026"],
};

/** Every shipped sheet in every kind of period it has, the one of recommendations among them. */
export const courses: readonly Course[] = [
  ...sheetList.flatMap(({ sheet, kantor: { kantor, calendar, sopList } }) =>
    (periodeList[sheet] ?? []).flatMap((periode) => {
      const found = sopList.find(({ sop }) => sop.id === sheet);
      return found === undefined ? [] : [courseOf(found.sop, kantor, calendar, periode)];
    }),
  ),
  ...sheetList
    .slice(0, 1)
    .map(({ kantor: { kantor, calendar } }) => courseOf(lembarLhe.sop, kantor, calendar, "2026")),
];

function courseOf(sop: Sop, kantor: Kantor, calendar: OfficeCalendar, periode: string): Course {
  const nama = `${sop.id} ${periode}`;
  return { nama, sop, kantor, calendar, periode: Periode.parse(periode) };
}

/** One event to be; whether it makes sense is up to the draw. */
export interface Draw {
  readonly jenis: (typeof KINDS)[number];
  /** Whether it is what somebody who is waited for would do. */
  readonly patuh: boolean;
  readonly siapa: number;
  readonly wait: number;
  readonly ke: number;
  readonly nilai: number | string;
  readonly pilihan: string;
  readonly alasan: string;
  readonly menit: number;
}

const KINDS = [
  "pilihan",
  "isian",
  "bukti",
  "cabut-bukti",
  "isi-formulir",
  "unggah-naskah",
  "kirim",
  "tarik",
  "tutup",
  "tunda",
  "colek",
  "gangguan",
  "batal",
  "buka-kembali",
  "pembukaan-habis",
  "ralat-bagian",
  "kantor",
] as const;

const PILIHAN = "selesai setuju kembalikan baca hadir berhalangan toString __proto__".split(" ");

export const anyDraw: fc.Arbitrary<Draw> = fc.record({
  jenis: fc.constantFrom(...KINDS),
  patuh: fc.boolean(),
  siapa: fc.nat(15),
  wait: fc.nat(40),
  ke: fc.nat(9),
  nilai: fc.constantFrom(0, 1, 12, 88.4, 1e9, -3, "1/3", "0/0", "nihil", "belum"),
  pilihan: fc.constantFrom(...PILIHAN),
  alasan: fc.constantFrom("", " ", "Mohon diperiksa", "x".repeat(5_000)),
  menit: fc.oneof(fc.constant(0), fc.nat(90), fc.nat(20_000)),
});

/** More answers than any sheet asks for from one end to the other. */
const PATIENCE = 500;

const bukti = { hash: "a".repeat(64), nama: "a.docx", mime: "image/jpeg", ukuranByte: 1 };

/** Plays the draws and then obedience to the end; answers how often was decided. */
export function playModel(course: Course, draws: readonly Draw[]): number {
  const model = new Model(course);
  for (const draw of draws) model.step(draw);
  model.toTheEnd();
  return model.decisions;
}

/** A berkas under random events, saved and loaded again between any two. */
class Model {
  readonly course: Course;
  context: EngineContext;
  state: BerkasState;
  decisions = 0;

  constructor(course: Course) {
    const { sop, kantor, calendar, periode } = course;
    this.course = course;
    const done = periode.includes("TW") ? [] : triwulanList(periode);
    this.context = {
      nowMs: at("2027-01-04T08:00"),
      logSeq: 0,
      kantor,
      calendar,
      terhubung: new Set(kantor.pegawaiList.map(({ id }) => id)),
      realisasi: {},
      periodeSelesai: new Set(done.map((one) => `${sop.id}/${one}`)),
      nomorList: [],
    };
    const request = { id: "model00001", sop, sopHash: "h", oleh: "sistem", periode } as const;
    const decision = openBerkas(request, this.context);
    if (decision.kind === "refused") throw new Error(`${course.nama}: ${decision.code}`);
    this.state = decision.state;
    this.#learn(decision);
  }

  /** Lets time pass and the drawn event happen; throws where the berkas is not as it must be. */
  step(draw: Draw): void {
    this.context = { ...this.context, nowMs: this.context.nowMs + draw.menit * 60_000 };
    const event = (draw.patuh ? this.#obedient(draw) : null) ?? this.#anyhow(draw);
    this.#decide(event);
  }

  /** Everybody does what is asked, tomorrow where it is too early; throws where that leads nowhere. */
  toTheEnd(): void {
    for (let count = 0; this.state.status === "berjalan"; count += 1) {
      const event = this.#obedient(FORWARD);
      if (event === null) throw new Error(`${this.course.nama}: nobody can do anything`);
      const decision = this.#decide(event);
      if (count > PATIENCE)
        throw new Error(
          `${this.course.nama}: no way forward: ${JSON.stringify([event, decision])}`,
        );
      const { nowMs } = this.context;
      const menit = decision.kind === "refused" ? 24 * 60 : 30;
      this.context = { ...this.context, nowMs: nowMs + menit * 60_000 };
    }
  }

  #decide(event: BerkasEvent): Decision {
    const before = throughJson(this.state);
    const decision = decide(this.course.sop, before, event, this.context);
    this.decisions += 1;
    const after = decision.kind === "accepted" ? decision.state : before;
    const faults = faultsOf(
      { sop: this.course.sop, before, event, decision, after },
      this.context.kantor,
    );
    if (faults.length > 0)
      throw new Error(`${this.course.nama}: ${JSON.stringify(event)}: ${faults.join("; ")}`);
    this.state = after;
    if (decision.kind === "accepted") this.#learn(decision);
    return decision;
  }

  #learn({ effects }: Extract<Decision, { kind: "accepted" }>): void {
    const drawn = effects.flatMap((effect) => (effect.kind === "nomor" ? [effect] : []));
    const logSeq = this.context.logSeq + countEntries(effects);
    this.context = {
      ...this.context,
      logSeq,
      nomorList: [...this.context.nomorList, ...drawn],
    };
  }

  /** What somebody who is waited for does next; null where nobody is. */
  #obedient(draw: Draw): BerkasEvent | null {
    const { wait: nth, pilihan } = draw;
    const waits = openWaits(this.state).filter(({ macam }) => macam !== "koordinator");
    const holding = waits.filter(({ macam }) => macam !== "baca" && macam !== "hadir");
    const from = pilihan === "baca" || holding.length === 0 ? waits : holding;
    const wait = from[nth % Math.max(1, from.length)];
    const oleh = wait && holdersOf(wait, this.context.kantor)[0]?.id;
    if (wait === undefined || oleh === undefined) return null;
    return this.#answerTo(wait, { waitId: wait.id, oleh }, draw);
  }

  #answerTo(
    wait: Wait,
    by: { readonly waitId: string; readonly oleh: PegawaiId },
    { nilai, pilihan, alasan }: Draw,
  ): BerkasEvent {
    if (wait.macam === "baca") return { kind: "pilihan", ...by, pilihan: "baca" };
    if (wait.macam === "hadir") return { kind: "pilihan", ...by, pilihan: "hadir" };
    if (wait.macam === "pembukaan") return { kind: "pilihan", ...by, pilihan: "setuju" };
    if (wait.macam === "unit") return this.#figure(by, nilai);
    const lacking = this.#lacking(wait)[0];
    if (lacking !== undefined) {
      const contoh = contohNilai(lacking, this.context);
      return { kind: "isi-formulir", ...by, kode: lacking.kode, nilai: contoh };
    }
    const forward = forwardExit(langkahOf(this.course.sop, wait.langkahNo)).pilihan;
    const back = pilihan === "kembalikan";
    return { kind: "pilihan", ...by, pilihan: back ? pilihan : forward, ...(back && { alasan }) };
  }

  #figure(by: { waitId: string; oleh: PegawaiId }, nilai: Draw["nilai"]): BerkasEvent {
    const own = this.state.indikatorList.filter(
      ({ penanggungJawab }) => penanggungJawab === by.oleh,
    );
    const blank = own.find(({ kode }) => this.state.isianByKode[kode] === undefined);
    const bare = own.find(
      ({ kode, wajibBukti }) => wajibBukti && this.state.isianByKode[kode]?.bukti.length === 0,
    );
    if (blank !== undefined) {
      const isian = isianOf(typeof nilai === "number" && nilai > 0 ? nilai : "nihil");
      return { kind: "isian", ...by, kode: blank.kode, isian, keterangan: "Belum dilaksanakan" };
    }
    if (bare !== undefined) return { kind: "bukti", ...by, kode: bare.kode, bukti };
    return { kind: "kirim", ...by };
  }

  #lacking(wait: Wait): ReturnType<typeof kurangList> {
    const langkah = langkahOf(this.course.sop, wait.langkahNo);
    if (langkah.jenis !== "formulir") return [];
    const turn = { sop: this.course.sop, state: this.state, context: this.context, effects: [] };
    return kurangList(jawabList(turn, langkah, tahapOf(langkah, wait)));
  }

  #anyhow(draw: Draw): BerkasEvent {
    const { nowMs, kantor } = this.context;
    const someone = (n: number): PegawaiId =>
      kantor.pegawaiList[n % (kantor.pegawaiList.length + 1)]?.id ?? PegawaiId.parse("orang-lain");
    const oleh = someone(draw.siapa);
    const waitId = `${this.state.id}.${draw.wait % (this.state.waitSeq + 2)}`;
    const by = { waitId, oleh };
    const { alasan, pilihan, ke } = draw;
    const kode = this.state.indikatorList[ke]?.kode ?? "9.9";
    const isian = isianOf(draw.nilai);
    const ralat = { periode: Periode.parse("2026-TW4"), kode, lama: null, baru: isian };
    const kirim: BerkasEvent = { kind: "kirim", ...by };
    const events: Readonly<Record<Draw["jenis"], BerkasEvent>> = {
      pilihan: { kind: "pilihan", ...by, pilihan, alasan, unit: someone(ke) },
      isian: { kind: "isian", ...by, kode, isian, keterangan: alasan },
      bukti: { kind: "bukti", ...by, kode, bukti },
      "cabut-bukti": { kind: "cabut-bukti", ...by, kode, hash: bukti.hash },
      "isi-formulir": { kind: "isi-formulir", ...by, ...this.#fieldAt(draw) },
      "unggah-naskah": { kind: "unggah-naskah", ...by, bukti, perubahan: alasan },
      kirim,
      tarik: { kind: "tarik", ...by },
      tutup: { kind: "tutup", ...by, alasan },
      tunda: { kind: "tunda", ...by, sampaiMs: nowMs + ke * 86_400_000 },
      colek: { kind: "colek", oleh, sasaranList: [{ waitId, kepada: someone(ke) }] },
      gangguan: { kind: "gangguan", jeda: { mulaiMs: nowMs - ke * 3_600_000, usaiMs: nowMs } },
      // Else few berkas came far.
      batal: ke === 0 ? { kind: "batal", oleh, alasan } : kirim,
      "buka-kembali": { kind: "buka-kembali", oleh, kodeList: [kode], alasan, hariKerja: ke },
      "pembukaan-habis": { kind: "pembukaan-habis" },
      "ralat-bagian": { kind: "ralat-bagian", ralatList: [ralat] },
      kantor: { kind: "kantor", oleh: operatorOf("contoh.yaml"), sebelum: kantor },
    };
    return events[draw.jenis];
  }

  #fieldAt({
    ke,
    nilai,
  }: Draw): Pick<Extract<BerkasEvent, { kind: "isi-formulir" }>, "kode" | "nilai"> {
    const fields = this.course.sop.langkah.flatMap((one) =>
      one.jenis === "formulir" ? one.tahap.flatMap(({ isian }) => isian) : [],
    );
    const field = fields[(ke * 7) % Math.max(1, fields.length)];
    if (field === undefined) return { kode: "tak-ada", nilai: null };
    return { kode: field.kode, nilai: nilai === 0 ? null : contohNilai(field, this.context) };
  }
}

const FORWARD: Draw = {
  jenis: "kirim",
  patuh: true,
  siapa: 0,
  wait: 0,
  ke: 0,
  nilai: 12,
  pilihan: "selesai",
  alasan: "",
  menit: 30,
};
