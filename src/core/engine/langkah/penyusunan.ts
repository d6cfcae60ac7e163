import type { Isian } from "../../kinerja/indikator.ts";
import { draftReady } from "../../pesan/berkas.ts";
import { answerDesk, enterDesk } from "../desk.ts";
import type { BerkasState, Draf } from "../state.ts";
import type { Turn } from "../turn.ts";
import { emit, note, patch } from "../turn.ts";
import type { LangkahHandler } from "./handler.ts";

/** Each arrival makes one more draft, which knows what changed since the one before. */
export const penyusunan: LangkahHandler<"penyusunan"> = {
  enter: (turn, langkah, arrival) => {
    const draf = nextDraft(turn);
    const drafted = emit(patch(turn, { draf }), {
      kind: "dokumen",
      berkasId: turn.state.id,
      langkahNo: langkah.no,
      nama: langkah.mutuBaku.keluaran[0] ?? langkah.uraian,
      versi: draf.versi,
      padaMs: draf.padaMs,
    });
    const noted = note(drafted, "draf-dibuat", "sistem", {
      langkah: langkah.no,
      versi: draf.versi,
      perubahan: draf.perubahan.map((one) => one.kode),
    });
    return enterDesk(noted, langkah, arrival, draftReady);
  },
  answer: answerDesk,
};

function nextDraft({ state, context }: Turn): Draf {
  const isianByKode = currentIsian(state);
  const before = state.draf?.isianByKode;
  const kodeList = state.indikatorList.map((indikator) => indikator.kode);
  const perubahan = kodeList
    .map((kode) => ({ kode, lama: before?.[kode] ?? null, baru: isianByKode[kode] ?? null }))
    .filter(({ lama, baru }) => before !== undefined && !sameIsian(lama, baru));
  return { versi: (state.draf?.versi ?? 0) + 1, padaMs: context.nowMs, isianByKode, perubahan };
}

const currentIsian = (state: BerkasState): Record<string, Isian> =>
  Object.fromEntries(Object.entries(state.isianByKode).map(([kode, { isian }]) => [kode, isian]));

function sameIsian(a: Isian | null, b: Isian | null): boolean {
  if (a === null || b === null) return a === b;
  if (a.jenis !== "angka" || b.jenis !== "angka") return a.jenis === b.jenis;
  return a.nilai === b.nilai && a.pembilang === b.pembilang && a.penyebut === b.penyebut;
}
