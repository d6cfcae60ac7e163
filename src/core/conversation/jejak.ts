import type { BerkasEvent } from "../engine/event.ts";
import type { BerkasState, WaitId } from "../engine/state.ts";
import { sameIsian } from "../kinerja/indikator.ts";
import { Narasi } from "../kinerja/narasi.ts";
import { dialoguePromptId } from "./prompt.ts";
import type { Session } from "./session.ts";
import { isAnswered } from "./tanya/form/isian/answered.ts";

/** What is told of a figure, each part asked for by itself. */
export const bagianUraian = ["keterangan", ...Narasi.keyof().options] as const;
export type BagianUraian = (typeof bagianUraian)[number];

/** One thing a message set in a berkas. */
export interface Jawaban {
  readonly bagian: "angka" | BagianUraian | "bukti" | "formulir" | "keputusan";
  readonly waitId: WaitId;
  readonly kode: string | null;
}

/** What a message of a person led to, so that an edit or a deletion of it can be answered. */
export interface Jejak {
  readonly jawaban: readonly Jawaban[];
  /** Where it set nothing: the question it tried to answer, as it stood open afterwards. */
  readonly pertanyaan: string | null;
}

/** What part of a berkas each kind of event sets; null where it answers nothing that was asked. */
const bagianByKind: { readonly [K in BerkasEvent["kind"]]: Jawaban["bagian"] | null } = {
  isian: "angka",
  bukti: "bukti",
  "cabut-bukti": "bukti",
  "isi-formulir": "formulir",
  pilihan: "keputusan",
  "unggah-naskah": "keputusan",
  kirim: "keputusan",
  tutup: "keputusan",
  batal: null,
  kantor: null,
  gangguan: null,
  ingatkan: null,
  tarik: null,
  tunda: null,
  colek: null,
  "buka-kembali": null,
  "pembukaan-habis": null,
  "ralat-bagian": null,
};

/** What an accepted event set; null where it belongs to no wait. */
export function jawabanOf(before: BerkasState, event: BerkasEvent): Jawaban | null {
  const bagian = bagianByKind[event.kind];
  if (bagian === null || !("waitId" in event)) return null;
  const { waitId } = event;
  if (event.kind === "isian") {
    return { bagian: toldIn(before, event) ?? bagian, waitId, kode: event.kode };
  }
  return { bagian, waitId, kode: "kode" in event ? event.kode : null };
}

/** The prompt of the question that was open before and is so still; null where there was none. */
export const openQuestion = (before: Session, { dialogue, seq }: Session): string | null =>
  dialogue !== null && before.dialogue?.id === dialogue.id ? dialoguePromptId(dialogue, seq) : null;

/** A sentence is saved beside the figure it explains, which stays as it was; null where it does not. */
function toldIn(
  before: BerkasState,
  { kode, isian, keterangan, narasi }: Extract<BerkasEvent, { kind: "isian" }>,
): BagianUraian | null {
  const recorded = before.isianByKode[kode];
  if (!isAnswered(recorded) || !sameIsian(recorded.isian, isian)) return null;
  const said = { keterangan: keterangan ?? undefined, ...narasi };
  return bagianUraian.find((bagian) => said[bagian] !== undefined) ?? null;
}
