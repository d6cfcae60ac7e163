import { langkahOf, progressOf } from "../engine/holders.ts";
import type { Wait } from "../engine/state.ts";
import type { Turn } from "../engine/turn.ts";
import { formatDurasi } from "../waktu/durasi.ts";
import type { RichText } from "./pesan.ts";
import { waktuOf } from "./sebutan.ts";
import { fill, plain } from "./template.ts";

/** Where the berkas stands: the sheet, the langkah and its number among the printed ones. */
export function langkahLine(turn: Turn, wait: Wait): RichText {
  const { ke, dari } = progressOf(turn.sop, turn.state);
  const langkah = langkahOf(turn.sop, wait.langkahNo);
  return fill("Langkah {{ke}} dari {{dari}}: {{uraian}}.", { ke, dari, uraian: langkah.uraian });
}

/** "Baku mutu 30 menit, sampai Kam 26 Nov, 14.10 WITA · batas periode …": the two clocks. */
export function deadlineLine(turn: Turn, wait: Wait): RichText {
  const { waktu } = langkahOf(turn.sop, wait.langkahNo).mutuBaku;
  const bakuMutu =
    waktu === null || wait.tenggatMs === null
      ? []
      : [`Baku mutu ${formatDurasi(waktu)}, sampai ${waktuOf(turn, wait.tenggatMs)}`];
  const batas = wait.batasMs === null ? [] : [`batas periode ${waktuOf(turn, wait.batasMs)}`];
  const both = [...bakuMutu, ...batas].join("; ");
  return plain(both === "" ? "" : `${both.charAt(0).toUpperCase()}${both.slice(1)}.`);
}

/** What the deadline was before the calendar changed; nothing when it is the same. */
export function previousDeadlineLine(turn: Turn, wait: Wait): RichText {
  const before = wait.tenggatLama.at(-1)?.tenggatMs ?? null;
  return before === null || before === wait.tenggatMs
    ? []
    : fill("Semula sampai {{waktu}}.", { waktu: waktuOf(turn, before) });
}
