import type { Isian } from "../../kinerja/indikator.ts";
import { draftReady } from "../../pesan/berkas.ts";
import { answerDesk, enterDesk } from "../desk.ts";
import { changedIsian } from "../draf.ts";
import type { BerkasState, Draf, IsiDraf } from "../state.ts";
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
  const before = state.draf;
  const isianByKode = currentIsian(state);
  return {
    versi: (before?.versi ?? 0) + 1,
    padaMs: context.nowMs,
    isianByKode,
    sebelumnya: before === null ? [] : [...before.sebelumnya, contentOf(before)],
    perubahan: before === null ? [] : changedIsian(before.isianByKode, isianByKode),
  };
}

const contentOf = ({ versi, padaMs, isianByKode }: Draf): IsiDraf => ({
  versi,
  padaMs,
  isianByKode,
});

const currentIsian = (state: BerkasState): Record<string, Isian> =>
  Object.fromEntries(Object.entries(state.isianByKode).map(([kode, { isian }]) => [kode, isian]));
