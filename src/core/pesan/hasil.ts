import type { Langkah } from "../engine/langkah/schema.ts";
import type { Jawaban } from "../engine/state.ts";
import type { Turn } from "../engine/turn.ts";
import type { PegawaiId } from "../kantor/schema.ts";
import type { RichText } from "./pesan.ts";
import { jabatanOf, waktuOf } from "./sebutan.ts";
import { fill, plain } from "./template.ts";

/** What a unit's keyboard becomes when the coordinator goes on without it. */
export const collectionTold = (turn: Turn, oleh: PegawaiId, alasan: string): RichText =>
  fill("Pengumpulan ditutup {{jabatan}}: {{alasan}}", { jabatan: jabatanOf(turn, oleh), alasan });

/** What a unit's keyboard becomes once its figures are in. */
export const unitSent = (turn: Turn, jawaban: Jawaban): RichText =>
  fill("✅ Terkirim, {{waktu}}", { waktu: waktuOf(turn, jawaban.atMs) });

/** What it becomes when the unit takes them back. */
export const unitTakenBack = (turn: Turn, atMs: number): RichText =>
  fill("↩️ Ditarik kembali, {{waktu}}", { waktu: waktuOf(turn, atMs) });

/** What the coordinator's keyboard becomes when the last unit has sent. */
export const collectionComplete = (turn: Turn, atMs: number): RichText =>
  fill("✅ Semua sudah mengirim, {{waktu}}", { waktu: waktuOf(turn, atMs) });

/** What a desk's keyboard becomes: who did what, and when. */
export function deskAnswered(turn: Turn, langkah: Langkah, jawaban: Jawaban): RichText {
  const data = {
    jabatan: jabatanOf(turn, jawaban.oleh),
    waktu: waktuOf(turn, jawaban.atMs),
  };
  if (jawaban.pilihan === "kembalikan") {
    return fill("↩️ Dikembalikan {{jabatan}}, {{waktu}}: {{alasan}}", {
      ...data,
      alasan: jawaban.alasan ?? "",
    });
  }
  if (jawaban.pilihan === "ulang") return fill("Dibuka kembali {{jabatan}}, {{waktu}}", data);
  return fill(`✅ ${outcomeOf[langkah.jenis]} {{jabatan}}, {{waktu}}`, data);
}

/** What going forward means at a desk of this kind. */
const outcomeOf: Readonly<Record<Langkah["jenis"], string>> = {
  keputusan: "Disetujui",
  sosialisasi: "Disetujui",
  formulir: "Selesai oleh",
  realisasi: "Diteruskan",
  kompilasi: "Diteruskan",
  penyusunan: "Diteruskan",
};

/** What a receipt's keyboard becomes, and an invitation's. */
export function receiptGiven(turn: Turn, { pilihan, atMs }: Jawaban): RichText {
  const waktu = waktuOf(turn, atMs);
  switch (pilihan) {
    case "hadir":
      return fill("✅ Akan hadir, {{waktu}}", { waktu });
    case "berhalangan":
      return fill("Berhalangan hadir, {{waktu}}", { waktu });
    default:
      return fill("✅ Sudah dibaca, {{waktu}}", { waktu });
  }
}

/** What the keyboard of an unread draft becomes when a newer one goes out. */
export const receiptReplaced = (): RichText => plain("Sudah digantikan yang lebih baru.");

/** What a keyboard becomes when its berkas is cancelled. */
export const waitCancelled = (turn: Turn, { oleh, alasan = "" }: Jawaban): RichText =>
  fill("Berkas dibatalkan {{jabatan}}: {{alasan}}", { jabatan: jabatanOf(turn, oleh), alasan });
