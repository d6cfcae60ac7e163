import type { JenisNaskah } from "../dokumen/jenis.ts";
import { isAboutLaporan } from "../engine/holders.ts";
import type { BerkasId, Jawaban, Kunjungan, Wait } from "../engine/state.ts";
import { type Pejabat, sebagaiKepala } from "../kantor/pejabat.ts";
import type { Kantor, PegawaiId } from "../kantor/schema.ts";
import type { Periode } from "../kinerja/periode.ts";
import type { Langkah } from "../sop/langkah.ts";
import type { LangkahNo } from "../sop/reference.ts";
import type { Sop } from "../sop/schema.ts";
import { isBy, type Pada } from "../waktu/pada.ts";
import { type BerkasRekap, jabatanOf, type RekapMasukan, type StateRekap } from "./masukan.ts";

/** One decision: agreed to, or sent back with a reason. */
export interface BarisPersetujuan extends Pada {
  readonly berkasId: BerkasId;
  readonly periode: Periode;
  readonly sop: string;
  readonly langkahNo: LangkahNo;
  readonly uraian: string;
  readonly putaran: number;
  readonly keputusan: "setuju" | "kembalikan";
  /** Which paper was decided on. */
  readonly tentang: JenisNaskah;
  /** Who decided, in what capacity: as their answer says. */
  readonly pejabat: Pejabat;
  readonly alasan: string | null;
  /** Who laid it on the desk, by office; null when nobody in person did. */
  readonly diajukanOleh: string | null;
  /** The report it was about was opened again since, with the head's leave, and is another now. */
  readonly gugur: boolean;
  /** Somebody agreed to what they had sent, drafted or handed over themselves: allowed, but told. */
  readonly rangkapJabatan: boolean;
}

/** Every decision of every berkas, oldest first. */
export const persetujuanList = (masukan: RekapMasukan): readonly BarisPersetujuan[] =>
  masukan.berkasList
    .flatMap((berkas) => decisionsOf(masukan, berkas))
    .toSorted((a, b) => (a.padaSeq ?? 0) - (b.padaSeq ?? 0) || a.padaMs - b.padaMs);

function decisionsOf(masukan: RekapMasukan, berkas: BerkasRekap): readonly BarisPersetujuan[] {
  return berkas.state.waitList.flatMap((wait) => {
    const { jawaban, langkahNo, macam } = wait;
    // leave to open a berkas again is no decision about its report
    if (jawaban === null || jawaban.oleh === "sistem" || macam === "pembukaan") return [];
    const keputusan = keputusanOf(berkas.sop, langkahNo, jawaban.pilihan);
    return keputusan === null ? [] : [barisOf(masukan, berkas, wait, { ...jawaban, keputusan })];
  });
}

function barisOf(
  { kantor }: RekapMasukan,
  berkas: BerkasRekap,
  wait: Wait,
  jawaban: Jawaban & { readonly keputusan: BarisPersetujuan["keputusan"] },
): BarisPersetujuan {
  const { state, sop } = berkas;
  const putaran = putaranOf(state, wait);
  const before = visitsBefore(state, wait.langkahNo, putaran);
  const pengaju = before.at(-1)?.oleh ?? "sistem";
  const langkah = sop.langkah.find(({ no }) => no === wait.langkahNo);
  const { keputusan, oleh } = jawaban;
  return {
    berkasId: state.id,
    periode: state.periode,
    sop: sop.nama,
    langkahNo: wait.langkahNo,
    uraian: langkah?.uraian ?? "",
    putaran,
    keputusan,
    tentang: tentangOf(langkah),
    pejabat: pejabatDari(kantor, jawaban),
    ...padaOf(jawaban),
    alasan: jawaban.alasan ?? null,
    gugur: isReopenedSince(state, jawaban),
    diajukanOleh: pengaju === "sistem" ? null : jabatanOf(kantor, pengaju),
    rangkapJabatan: keputusan === "setuju" && submittersOf(berkas, before, jawaban).has(oleh),
  };
}

/**
 * The approval of this period's report that stands: its last decision, if whoever made it agreed as
 * head of the office. Chat, paper and workbook tell of the same one.
 */
export function persetujuanKepala(
  rows: readonly BarisPersetujuan[],
  periode: Periode,
): BarisPersetujuan | null {
  const last = rows.findLast((one) => one.periode === periode && one.tentang === "laporan");
  const stands = last?.keputusan === "setuju" && !last.gugur && sebagaiKepala(last.pejabat);
  return stands ? last : null;
}

/** An opening that came to nothing leaves the report, and who agreed to it, as they were. */
const isReopenedSince = ({ pembukaanList }: StateRekap, { seq, atMs }: Jawaban): boolean =>
  pembukaanList.some(({ mulaiSeq, mulaiMs, disetujui, usai }) => {
    const since = seq === undefined ? mulaiMs > atMs : mulaiSeq > seq;
    return since && disetujui !== null && (usai === null || usai.hasil === "disahkan");
  });

/** An answer of an earlier version tells no capacity: it was the person's own, as far as they are known. */
function pejabatDari(kantor: Kantor, { oleh, pejabat }: Jawaban): Pejabat {
  if (pejabat !== undefined) return pejabat;
  const {
    nama = "",
    nip = null,
    peran = [],
  } = kantor.pegawaiList.find(({ id }) => id === oleh) ?? {};
  return { nama, jabatan: jabatanOf(kantor, oleh), nip, peran, wakil: null };
}

/** Returns count wherever they happen; agreeing is a decision only at a langkah made for it. */
function keputusanOf(
  sop: Sop,
  no: LangkahNo,
  pilihan: string,
): BarisPersetujuan["keputusan"] | null {
  if (pilihan === "kembalikan") return "kembalikan";
  const decides = sop.langkah.some((one) => one.no === no && "setuju" in one.hasil);
  return decides && pilihan === "setuju" ? "setuju" : null;
}

/** The report, unless the langkah is for a decree or a letter; a form is about what it shows. */
function tentangOf(langkah: Langkah | undefined): JenisNaskah {
  if (langkah?.jenis === "keputusan") return langkah.tentang;
  if (langkah?.jenis !== "formulir" || isAboutLaporan(langkah)) return "laporan";
  return langkah.tahap.flatMap(({ lihat }) => lihat)[0] ?? "catatan-langkah";
}

const padaOf = ({ seq, atMs }: Jawaban): Pada => ({
  padaMs: atMs,
  ...(seq !== undefined && { padaSeq: seq }),
});

/** Those whose work is being decided on: they sent figures, made the last draft, or handed it over. */
function submittersOf(
  { state, sop }: BerkasRekap,
  before: readonly Kunjungan[],
  agreed: Jawaban,
): ReadonlySet<PegawaiId | "sistem" | null> {
  const drafted = before.findLast(({ langkahNo }) =>
    sop.langkah.some(({ no, jenis }) => no === langkahNo && jenis === "penyusunan"),
  );
  const pada = padaOf(agreed);
  const sent = state.waitList.filter(
    ({ macam, jawaban }) => macam === "unit" && jawaban?.pilihan === "kirim" && isBy(pada, jawaban),
  );
  return new Set([
    drafted?.oleh ?? null,
    before.at(-1)?.oleh ?? null,
    ...sent.map(({ jawaban }) => jawaban?.oleh ?? null),
  ]);
}

/** Every visit lays one wait on the desk, so waits and visits of a langkah count alike. */
const putaranOf = (state: StateRekap, { id, langkahNo }: Wait): number =>
  state.waitList
    .filter((wait) => wait.macam === "meja" && wait.langkahNo === langkahNo)
    .findIndex((wait) => wait.id === id) + 1;

function visitsBefore(
  { kunjunganList }: StateRekap,
  no: LangkahNo,
  putaran: number,
): readonly Kunjungan[] {
  const at = kunjunganList.findIndex((one) => one.langkahNo === no && one.putaran === putaran);
  return kunjunganList.slice(0, Math.max(at, 0));
}
