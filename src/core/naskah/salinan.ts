import type { Dokumen } from "../dokumen/model.ts";
import { sidikDokumen } from "../dokumen/sidik.ts";
import type { EngineEffect } from "../engine/effect.ts";
import { latestNaskah } from "../engine/naskah.ts";
import type { BerkasState, Naskah } from "../engine/state.ts";
import type { Turn } from "../engine/turn.ts";
import { drawNaskah } from "./dunia.ts";

type OfKind<K extends EngineEffect["kind"]> = Extract<EngineEffect, { readonly kind: K }>;

/** What a decision leads to, its papers drawn. */
export type EffectTergambar =
  | Exclude<EngineEffect, { readonly kind: "naskah" }>
  | (OfKind<"naskah"> & { readonly isi: Dokumen | null });

/** A decision with its papers drawn. */
export interface Tergambar {
  readonly state: BerkasState;
  readonly effects: readonly EffectTergambar[];
}

/**
 * Draws the papers a decision hands out. One that would only say once more what the last of its kind
 * says is not made: that one stands, the log says so, and whoever is sent the new one gets it.
 */
export function gambarNaskah(turn: Turn, effects: readonly EngineEffect[]): Tergambar {
  let { state } = turn;
  const berdiri = new Map<Naskah["id"], Naskah["id"]>();
  let salinan = false;
  const drawn = effects.flatMap((effect): readonly EffectTergambar[] => {
    if (effect.kind === "catat" && salinan && effect.jenis === "naskah-dibuat") {
      salinan = false;
      return [{ ...effect, jenis: "naskah-tetap" }];
    }
    if (effect.kind !== "naskah") return [effect];
    const { berkas } = effect;
    const isi = drawNaskah({ ...turn, state: berkas }, effect.naskah);
    const naskah = { ...effect.naskah, ...(isi !== null && { sidik: sidikDokumen(isi) }) };
    const lama = latestNaskah({ ...state, naskahList: before(state, naskah) }, naskah.jenis);
    if (naskah.sidik !== undefined && lama?.sidik === naskah.sidik) {
      salinan = true;
      berdiri.set(naskah.id, lama.id);
      state = { ...state, naskahList: state.naskahList.filter(({ id }) => id !== naskah.id) };
      return [];
    }
    const marked = state.naskahList.map((one) => (one.id === naskah.id ? naskah : one));
    state = { ...state, naskahList: marked };
    return [{ ...effect, naskah, isi }];
  });
  return { state, effects: drawn.map((effect) => pointedAt(effect, berdiri)) };
}

const before = ({ naskahList }: BerkasState, { id }: Naskah): readonly Naskah[] =>
  naskahList.slice(
    0,
    naskahList.findIndex((one) => one.id === id),
  );

/** What is told of a paper that was not made is told of the one that stands. */
function pointedAt(
  effect: EffectTergambar,
  berdiri: ReadonlyMap<Naskah["id"], Naskah["id"]>,
): EffectTergambar {
  if (effect.kind !== "kabar" || !("naskahId" in effect.kabar)) return effect;
  const { kabar } = effect;
  const naskahId = kabar.naskahId === null ? undefined : berdiri.get(kabar.naskahId);
  return naskahId === undefined ? effect : { ...effect, kabar: { ...kabar, naskahId } };
}
