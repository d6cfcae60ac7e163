import { isBy, type Pada } from "../waktu/pada.ts";
import type { BerkasState, Pembukaan } from "./state.ts";

type Dibuka = Pick<BerkasState, "pembukaanList">;

/** The opening that is going on, asked for or agreed to; null while there is none. */
export function pembukaanOf({ pembukaanList }: Dibuka): Pembukaan | null {
  const last = pembukaanList.at(-1);
  return last === undefined || last.usai !== null ? null : last;
}

/** The opening whose first visit this is; null where the berkas came to its desk otherwise. */
export function justOpened(state: Dibuka & Pick<BerkasState, "kunjunganList">): Pembukaan | null {
  const pembukaan = pembukaanOf(state);
  const before = state.kunjunganList.at(-2)?.masukSeq ?? 0;
  return pembukaan !== null && before < pembukaan.mulaiSeq ? pembukaan : null;
}

/** Whether a figure may be changed as far as openings go: in one, only what it was opened for. */
export function isTerbuka(state: Dibuka, kode: string): boolean {
  const pembukaan = pembukaanOf(state);
  return pembukaan === null || pembukaan.kodeList.includes(kode);
}

/** When a berkas was finished that was so at this moment, openings that came to nothing aside; else null. */
export function selesaiPada(
  state: Dibuka & Pick<BerkasState, "selesaiMs" | "selesaiSeq">,
  pada: Pada,
): number | null {
  const { pembukaanList, selesaiMs, selesaiSeq } = state;
  const before = pembukaanList
    .filter(({ usai }) => usai === null || usai.hasil === "disahkan")
    .find((one) => !isBy(pada, { seq: one.mulaiSeq, atMs: one.mulaiMs }));
  const end = before?.semula ?? { selesaiMs, selesaiSeq };
  return end.selesaiMs !== null && isBy(pada, { seq: end.selesaiSeq, atMs: end.selesaiMs })
    ? end.selesaiMs
    : null;
}
