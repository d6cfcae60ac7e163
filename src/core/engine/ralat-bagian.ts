import type { PegawaiId } from "../kantor/schema.ts";
import { accept } from "./accept.ts";
import type { Decision } from "./decision.ts";
import { nextDraf } from "./draf.ts";
import { holdersOf, langkahOf, openWaits } from "./holders.ts";
import { gabungRalat } from "./ralat.ts";
import { isReceipt } from "./receipt.ts";
import type { Ralat } from "./state.ts";
import { note, patch, type Turn, tell } from "./turn.ts";

/**
 * Figures of a part were corrected. A roll-up that runs goes on with the new ones, in a version of its
 * own once there was one with the old; a finished one keeps them in mind, and its compilers are told.
 */
export function takeRalat(turn: Turn, ralatList: readonly Ralat[]): Decision {
  const { status } = turn.state;
  if (status === "dibatalkan") return accept(turn);
  const noted = note(turn, "ralat-bagian", "sistem", {
    kode: ralatList.map(({ kode }) => kode),
    periode: ralatList.map(({ periode }) => periode),
  });
  const next = status === "selesai" ? remember(noted, ralatList) : redraw(noted, ralatList);
  return accept(
    concerned(next).reduce(
      (told, id) => tell(told, id, { jenis: "ralat-bagian", ralatList }),
      next,
    ),
  );
}

const remember = (turn: Turn, ralatList: readonly Ralat[]): Turn =>
  patch(turn, { ralatList: gabungRalat([...turn.state.ralatList, ...ralatList]) });

function redraw(turn: Turn, ralatList: readonly Ralat[]): Turn {
  const { draf, langkahNo } = turn.state;
  if (draf === null) return turn;
  const { sebutan } = draf;
  return nextDraf(turn, langkahOf(turn.sop, langkahNo), { sebutan, oleh: "sistem", ralatList });
}

/** Whoever has it on the desk; of a finished one, whoever made its report. */
function concerned({ sop, state, context }: Turn): readonly PegawaiId[] {
  const { pegawaiList } = context.kantor;
  if (state.status === "berjalan") {
    const waiting = openWaits(state).filter((wait) => !isReceipt(wait));
    return [
      ...new Set(waiting.flatMap((wait) => holdersOf(wait, context.kantor).map(({ id }) => id))),
    ];
  }
  const visited = new Set(state.kunjunganList.map(({ langkahNo }) => langkahNo));
  const compilers = sop.langkah
    .filter(({ no, jenis }) => jenis === "penyusunan" && visited.has(no))
    .flatMap(({ pelaksana }) => pelaksana.peran);
  return pegawaiList
    .filter(({ peran }) => peran.some((one) => compilers.includes(one)))
    .map(({ id }) => id);
}
