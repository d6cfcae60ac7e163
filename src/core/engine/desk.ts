import type { PegawaiId } from "../kantor/schema.ts";
import type { Langkah } from "../sop/langkah.ts";
import type { Tujuan } from "../sop/reference.ts";
import { type Refusal, refuse } from "./decision.ts";
import { nextDraf } from "./draf.ts";
import { isAboutLaporan, pemegangMeja, unitList } from "./holders.ts";
import { unitKembali } from "./kembali.ts";
import type { AnswerEvent, Move } from "./langkah/handler.ts";
import type { Arrival, Wait } from "./state.ts";
import { ask } from "./tell-holders.ts";
import { closeWait, note, type Turn } from "./turn.ts";

/** Lays the berkas on one desk: a wait for whoever holds the langkah, and a message to each of them. */
export function enterDesk(turn: Turn, langkah: Langkah, arrival: Arrival): Move {
  const pemegang = pemegangMeja(turn.sop, turn.state, langkah, langkah.pelaksana.peran);
  return { turn: ask(turn, langkah, { macam: "meja", pemegang }, arrival), tujuan: null };
}

/**
 * Takes the choice made at a desk: the exits are the langkah's own `hasil`. A return needs a reason,
 * which travels to the desk it goes back to.
 */
export function answerDesk(
  turn: Turn,
  langkah: Langkah,
  wait: Wait,
  event: AnswerEvent,
): Move | Refusal {
  if (event.kind === "unggah-naskah") return takeEdited(turn, langkah, event);
  const choice = readChoice(turn, langkah, event);
  if ("kind" in choice) return choice;
  const { tujuan, pilihan, alasan, unit } = choice;
  const { oleh } = event;
  const atMs = turn.context.nowMs;
  const jawaban = { oleh, pilihan, atMs, ...(alasan === null ? {} : { alasan }) };
  const closed = closeWait(turn, wait, jawaban, { jenis: "meja", langkah: langkah.jenis });
  const noted = note(closed, "dijawab", oleh, {
    langkah: langkah.no,
    pilihan,
    alasan,
    unit,
    rangkapJabatan: isOwnDraft(turn, langkah, oleh),
  });
  const arrival = { alasan: pilihan === "kembalikan" ? alasan : null, oleh, unit };
  return { turn: noted, tujuan, hasil: pilihan, arrival };
}

/** The report came back edited: the next version, and the berkas stays where it is. */
function takeEdited(
  turn: Turn,
  langkah: Langkah,
  { oleh, bukti, perubahan }: Extract<AnswerEvent, { kind: "unggah-naskah" }>,
): Move | Refusal {
  const { draf } = turn.state;
  if (draf === null || !isAboutLaporan(langkah)) return refuse("pilihan-tidak-dikenal");
  const sebutan = `Suntingan ${draf.sebutan}`;
  return {
    turn: nextDraf(turn, langkah, { sebutan, oleh, unggahan: bukti, perubahan }),
    tujuan: null,
  };
}

interface Choice {
  readonly tujuan: Tujuan;
  readonly pilihan: string;
  readonly alasan: string | null;
  readonly unit: PegawaiId | null;
}

function readChoice(turn: Turn, langkah: Langkah, event: AnswerEvent): Choice | Refusal {
  const { hasil } = langkah;
  if (event.kind !== "pilihan") return refuse("pilihan-tidak-dikenal");
  const { pilihan } = event;
  const tujuan = Object.entries(hasil).find(([exit]) => exit === pilihan)?.[1];
  if (tujuan === undefined) return refuse("pilihan-tidak-dikenal");
  const text = event.alasan?.trim() ?? "";
  const alasan = text === "" ? null : text;
  if (pilihan !== "kembalikan") return { tujuan, pilihan, alasan, unit: null };
  if (alasan === null) return refuse("alasan-wajib");
  const unit = event.unit ?? null;
  return unit === null || [...unitList(turn.state), ...unitKembali(turn, langkah)].includes(unit)
    ? { tujuan, pilihan, alasan, unit }
    : refuse("pilihan-tidak-dikenal");
}

/** Whether somebody decides on what they sent themselves: allowed in a small office, but flagged. */
const isOwnDraft = (turn: Turn, langkah: Langkah, oleh: PegawaiId): boolean =>
  langkah.jenis === "keputusan" &&
  turn.state.waitList.some(
    ({ jawaban }) =>
      jawaban?.oleh === oleh && (jawaban.pilihan === "kirim" || jawaban.pilihan === "selesai"),
  );
