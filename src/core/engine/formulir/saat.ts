import type { Tahap } from "../../formulir/schema.ts";
import type { LangkahOf } from "../../sop/langkah.ts";
import { fromLocal, type Instant } from "../../waktu/instant.ts";
import type { Turn } from "../turn.ts";

/** The hour a part of a form is about, of a meeting say; null where it is about none. */
export function hourOf(
  { state, context }: Turn,
  { no }: LangkahOf<"formulir">,
  { sejak }: Tahap,
): Instant | null {
  if (sejak === undefined) return null;
  const values = state.formulirByLangkah[no];
  const [hari, jam] = [values?.[sejak.tanggal], values?.[sejak.jam]];
  if (hari?.tipe !== "tanggal" || jam?.tipe !== "jam") return null;
  return fromLocal(hari.tanggal, jam.menit, context.kantor.zonaWaktu);
}

/** Whether a part can be closed: nothing is written down of a meeting before its hour. */
export const hasBegun = (turn: Turn, langkah: LangkahOf<"formulir">, tahap: Tahap): boolean =>
  (hourOf(turn, langkah, tahap) ?? 0) <= turn.context.nowMs;
