import type { JenisLangkah, LangkahOf } from "../../sop/langkah.ts";
import type { Refusal } from "../decision.ts";
import type { Arrival, Wait } from "../state.ts";
import type { Turn } from "../turn.ts";
import { formulir } from "./formulir.ts";
import type { AnswerEvent, LangkahHandler, Move } from "./handler.ts";
import { keputusan } from "./keputusan.ts";
import { kompilasi } from "./kompilasi.ts";
import { penyusunan } from "./penyusunan.ts";
import { realisasi } from "./realisasi.ts";
import { sosialisasi } from "./sosialisasi.ts";

/** Every kind of langkah the engine can carry; a kind without a handler does not compile. */
export const handlers: { readonly [J in JenisLangkah]: LangkahHandler<J> } = {
  realisasi,
  kompilasi,
  penyusunan,
  sosialisasi,
  keputusan,
  formulir,
};

/** Lets the langkah's own kind receive the berkas. */
export function enterLangkah<J extends JenisLangkah>(
  turn: Turn,
  langkah: LangkahOf<J> & { readonly jenis: J },
  arrival: Arrival,
): Move {
  return handlers[langkah.jenis].enter(turn, langkah, arrival);
}

/** Lets the langkah's own kind take an answer. */
export function answerLangkah<J extends JenisLangkah>(
  turn: Turn,
  langkah: LangkahOf<J> & { readonly jenis: J },
  wait: Wait,
  event: AnswerEvent,
): Move | Refusal {
  return handlers[langkah.jenis].answer(turn, langkah, wait, event);
}
