import { loadKantor } from "../../src/catalog/load-kantor.ts";
import type { KantorIsi } from "../../src/core/berkas-kantor/schema.ts";
import { decide } from "../../src/core/engine/decide.ts";
import type { Decision, EngineContext } from "../../src/core/engine/decision.ts";
import { countEntries, type EngineEffect } from "../../src/core/engine/effect.ts";
import type { BerkasEvent } from "../../src/core/engine/event.ts";
import { jawabList, kurangList, tahapOf } from "../../src/core/engine/formulir/lengkap.ts";
import { holdersOf, langkahOf, openWaits, unitIndikator } from "../../src/core/engine/holders.ts";
import { openBerkas } from "../../src/core/engine/open.ts";
import type { BerkasState, Wait } from "../../src/core/engine/state.ts";
import { contohNilai } from "../../src/core/formulir/contoh.ts";
import type { PegawaiId } from "../../src/core/kantor/schema.ts";
import { nomorPeriode, Periode, triwulanList } from "../../src/core/kinerja/periode.ts";
import { forwardExit } from "../../src/core/sop/langkah.ts";
import type { Sop } from "../../src/core/sop/schema.ts";
import { addMenitKerja } from "../../src/core/waktu/tenggat.ts";
import { shippedCatalog } from "./catalog.ts";
import { at } from "./world.ts";

const catalog = await shippedCatalog();

/** An office file as it is loaded; any problem or warning of it is an error. */
export async function bacaKantor(file: string): Promise<KantorIsi> {
  const { isi, problems, peringatan } = await loadKantor(file, catalog);
  const faults = [...problems, ...peringatan].map(({ pesan }) => pesan);
  if (isi === null || faults.length > 0) throw new Error(faults.join("; "));
  return isi;
}

/** A test office. */
export const kantorUji = (name: string): Promise<KantorIsi> =>
  bacaKantor(`test/support/kantor/uji-${name}.yaml`);

/** One berkas of an office, carried along by whoever holds it, an hour of office time an answer. */
export class Jalan {
  readonly sop: Sop;
  state: BerkasState;
  context: EngineContext;
  effects: readonly EngineEffect[] = [];
  /** "langkah field" for everything that had to be filled in by hand. */
  readonly diisi: string[] = [];
  /** Every number that was drawn, as it is printed. */
  readonly nomorList: string[] = [];

  constructor({ kantor, calendar, sopList }: KantorIsi, periode: string) {
    const [first] = sopList;
    if (first === undefined) throw new Error(`${kantor.id} runs no sheet`);
    this.sop = first.sop;
    const wanted = Periode.parse(periode);
    const done = periode.includes("TW") ? [] : triwulanList(wanted);
    this.context = {
      nowMs: at("2027-01-04T08:00"),
      logSeq: 0,
      kantor,
      calendar,
      terhubung: new Set(kantor.pegawaiList.map(({ id }) => id)),
      realisasi: {},
      periodeSelesai: new Set(done.map((one) => `${this.sop.id}/${one}`)),
      nomorList: [],
    };
    const request = { id: "jalan00001", sop: this.sop, sopHash: "h", oleh: "sistem" } as const;
    this.state = this.#take(openBerkas({ ...request, periode: wanted }, this.context));
  }

  /** Goes on to the end, or until the berkas has come to this langkah. */
  maju(sampai: string | null = null): this {
    for (let count = 0; this.state.status === "berjalan"; count += 1) {
      if (count > 200) throw new Error(`${this.sop.id} never ends`);
      if (this.state.langkahNo === sampai) break;
      for (const wait of openWaits(this.state).filter(({ macam }) => macam === "hadir")) {
        this.jawab(wait, "hadir");
      }
      this.#answer(this.meja());
    }
    return this;
  }

  /** The wait that holds the berkas up. */
  meja(): Wait {
    const wait = openWaits(this.state).find(({ macam }) => macam === "unit" || macam === "meja");
    if (wait === undefined) throw new Error(`${this.sop.id} waits for nobody`);
    return wait;
  }

  /** Chooses at a desk, as its first holder. */
  jawab(wait: Wait, pilihan: string, alasan?: string): this {
    const by = { waitId: wait.id, oleh: this.#holder(wait) };
    return this.must({
      kind: "pilihan",
      ...by,
      pilihan,
      ...(alasan === undefined ? {} : { alasan }),
    });
  }

  must(event: BerkasEvent): this {
    this.state = this.#take(decide(this.sop, this.state, event, this.context));
    const { nowMs, calendar } = this.context;
    this.context = { ...this.context, nowMs: addMenitKerja(nowMs, 60, calendar) };
    return this;
  }

  /** Ids of everybody who is waited for in this way, at one langkah or at all. */
  ditunggu(macam: Wait["macam"], no: string | null = null): readonly string[] {
    return openWaits(this.state)
      .filter((wait) => wait.macam === macam && (no === null || wait.langkahNo === no))
      .flatMap((wait) => holdersOf(wait, this.context.kantor).map(({ id }) => id));
  }

  /** Hands in the first part of the form the berkas has come to. */
  lanjut(): this {
    this.#answer(this.meja());
    return this;
  }

  #answer(wait: Wait): void {
    const by = { waitId: wait.id, oleh: this.#holder(wait) };
    if (wait.macam === "unit") {
      for (const { kode, targetTriwulan, wajibBukti } of unitIndikator(this.state, by.oleh)) {
        const nilai = targetTriwulan[nomorPeriode(this.state.periode) - 1] ?? 0;
        this.must({ kind: "isian", ...by, kode, isian: { jenis: "angka", nilai } });
        if (wajibBukti) this.must({ kind: "bukti", ...by, kode, bukti });
      }
      this.must({ kind: "kirim", ...by });
      return;
    }
    for (const isian of this.#lacking(wait)) {
      const nilai = contohNilai(isian, this.context);
      this.diisi.push(`${wait.langkahNo} ${isian.kode}`);
      this.must({ kind: "isi-formulir", ...by, kode: isian.kode, nilai });
    }
    this.jawab(wait, forwardExit(langkahOf(this.sop, wait.langkahNo)).pilihan);
  }

  #lacking(wait: Wait): ReturnType<typeof kurangList> {
    const langkah = langkahOf(this.sop, wait.langkahNo);
    if (langkah.jenis !== "formulir") return [];
    const turn = { sop: this.sop, state: this.state, context: this.context, effects: [] };
    return kurangList(jawabList(turn, langkah, tahapOf(langkah, wait)));
  }

  #holder(wait: Wait): PegawaiId {
    const [holder] = holdersOf(wait, this.context.kantor);
    if (holder === undefined) throw new Error(`nobody holds langkah ${wait.langkahNo}`);
    return holder.id;
  }

  #take(decision: Decision): BerkasState {
    if (decision.kind === "refused") {
      throw new Error(`refused: ${decision.code} ${JSON.stringify(decision.data)}`);
    }
    this.effects = decision.effects;
    this.nomorList.push(
      ...decision.effects.flatMap((effect) =>
        effect.kind === "nomor" ? (effect.nomor ?? []) : [],
      ),
    );
    const drawn = decision.effects.flatMap((effect) => (effect.kind === "nomor" ? [effect] : []));
    const logSeq = this.context.logSeq + countEntries(decision.effects);
    this.context = { ...this.context, logSeq, nomorList: [...this.context.nomorList, ...drawn] };
    return decision.state;
  }
}

const bukti = { hash: "a".repeat(64), nama: "bukti.pdf", mime: "application/pdf", ukuranByte: 1 };

/** What came out of each langkah, in the order in which the berkas passed them. */
export const keluaranOf = ({ state }: Jalan): readonly string[] =>
  [...new Set(state.kunjunganList.map(({ langkahNo }) => langkahNo))].map((no) => {
    const papers = state.naskahList
      .filter(({ langkahNo }) => langkahNo === no)
      .map(({ jenis, sebutan }) => (sebutan === null ? jenis : `${jenis} "${sebutan}"`));
    return `${no}: ${papers.join(", ") || "-"}`;
  });
