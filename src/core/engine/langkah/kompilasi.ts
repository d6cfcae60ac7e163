import { answerDesk, enterDesk } from "../desk.ts";
import { note } from "../turn.ts";
import type { LangkahHandler } from "./handler.ts";

/** The rekap is computed; where the sheet's office asks for it, a person confirms it. */
export const kompilasi: LangkahHandler<"kompilasi"> = {
  enter: (turn, langkah, arrival) => {
    if (!langkah.otomatis) return enterDesk(turn, langkah, arrival);
    const noted = note(turn, "langkah-otomatis", "sistem", {
      langkah: langkah.no,
      keluaran: langkah.mutuBaku.keluaran,
      sebab: "rekap dihitung dari realisasi yang dikirim tiap penanggung jawab",
    });
    return { turn: noted, tujuan: langkah.hasil.selesai, hasil: "otomatis" };
  },
  answer: answerDesk,
};
