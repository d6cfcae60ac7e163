import { letakText } from "../../generated/teks.ts";
import { langkahOf, progressOf } from "../engine/holders.ts";
import type { Wait } from "../engine/state.ts";
import { pembukaanOf } from "../engine/terbuka.ts";
import type { Turn } from "../engine/turn.ts";
import type { Instant } from "../waktu/instant.ts";
import { waktuOf } from "./sebutan.ts";
import { fill, lines, type Teks } from "./teks.ts";
import { sebutDurasi } from "./waktu.ts";

/** Where the berkas stands: the sheet, the langkah and its number among the printed ones. */
export function langkahLine(turn: Turn, wait: Wait): Teks {
  const { ke, dari } = progressOf(turn.sop, turn.state);
  const langkah = langkahOf(turn.sop, wait.langkahNo);
  return fill(letakText.langkah, { ke, dari, uraian: langkah.uraian });
}

/** "Baku mutu 30 menit, sampai Kam 26 Nov, 14.10 WITA; batas periode …": the two clocks. */
export function deadlineLine(turn: Turn, { langkahNo, tenggatMs, batasMs, butir }: Wait): Teks {
  const { waktu } = langkahOf(turn.sop, langkahNo).mutuBaku;
  const batas = batasMs === null ? null : waktuOf(turn, batasMs);
  const dibuka = pembukaanOf(turn.state) !== null;
  if (butir !== undefined && batas !== null) return fill(letakText.batasButir, { waktu: batas });
  if (waktu === null || tenggatMs === null) {
    return batas === null
      ? []
      : fill(dibuka ? letakText.terbuka : letakText.batas, { waktu: batas });
  }
  const bakuMutu = { durasi: sebutDurasi(waktu), waktu: waktuOf(turn, tenggatMs) };
  return batas === null
    ? fill(letakText.bakuMutu, bakuMutu)
    : fill(dibuka ? letakText.bakuMutuTerbuka : letakText.bakuMutuBatas, { ...bakuMutu, batas });
}

/** What the deadline was before the calendar changed; nothing when it is the same. */
export function previousDeadlineLine(turn: Turn, wait: Wait): Teks {
  const { tenggatMs = null, batasMs } = wait.tenggatLama.at(-1) ?? {};
  const said = (kalimat: typeof letakText.semula, before: Instant | null, now: Instant | null) =>
    before === null || before === now ? [] : fill(kalimat, { waktu: waktuOf(turn, before) });
  return lines(
    said(letakText.semula, tenggatMs, wait.tenggatMs),
    said(letakText.semulaBatas, batasMs ?? null, wait.batasMs),
  );
}
