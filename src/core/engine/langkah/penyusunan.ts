import { answerDesk, enterDesk } from "../desk.ts";
import { nextDraf } from "../draf.ts";
import { patch, type Turn } from "../turn.ts";
import type { LangkahHandler } from "./handler.ts";

/** Each arrival makes one more draft, which knows what changed since the one before. */
export const penyusunan: LangkahHandler<"penyusunan"> = {
  enter: (turn, langkah, arrival) => {
    const drafted = nextDraf(turn, langkah, { sebutan: langkah.versi ?? null, oleh: "sistem" });
    return enterDesk(layOnDesk(drafted), langkah, arrival);
  },
  answer: answerDesk,
};

/** Unlike elsewhere, what lies on this desk came into being on arrival. */
const layOnDesk = (turn: Turn): Turn =>
  patch(turn, {
    kunjunganList: turn.state.kunjunganList.map((visit) =>
      visit.keluarMs === null ? { ...visit, drafVersi: turn.state.draf?.versi ?? null } : visit,
    ),
  });
