import type { JenisLangkah, LangkahOf } from "../../sop/langkah.ts";
import type { Tujuan } from "../../sop/reference.ts";
import type { Refusal } from "../decision.ts";
import type { Edaran } from "../edaran.ts";
import type { BerkasEvent } from "../event.ts";
import type { Arrival, Wait } from "../state.ts";
import type { Turn } from "../turn.ts";

/** What a langkah made of it: where the berkas goes next, or null while somebody is waited for. */
export interface Move {
  readonly turn: Turn;
  readonly tujuan: Tujuan | null;
  /** What is written into the visit when the berkas leaves. */
  readonly hasil?: string;
  readonly arrival?: Arrival;
  /** Passed on once the langkah has put out what it puts out: its papers, and the version it makes. */
  readonly edaran?: Edaran;
}

/** An event that answers an open wait. */
export type AnswerEvent = Exclude<
  Extract<BerkasEvent, { readonly waitId: string }>,
  { readonly kind: "tarik" | "tunda" }
>;

/** One kind of langkah. Add a kind: its schema, one file like these, one line in the registry. */
export interface LangkahHandler<J extends JenisLangkah> {
  enter(turn: Turn, langkah: LangkahOf<J>, arrival: Arrival): Move;
  answer(turn: Turn, langkah: LangkahOf<J>, wait: Wait, event: AnswerEvent): Move | Refusal;
}
