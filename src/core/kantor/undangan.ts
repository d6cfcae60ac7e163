import type { Instant } from "../waktu/instant.ts";

const HARI_MS = 86_400_000;

/** How long an invitation can be used: long enough for a week of leave, short enough for a lost note. */
const UNDANGAN_BERLAKU_HARI = 7;

/** When an invitation made now ends. */
export const undanganBerakhir = (nowMs: Instant): Instant =>
  nowMs + UNDANGAN_BERLAKU_HARI * HARI_MS;
