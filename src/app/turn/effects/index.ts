import type { Effect } from "../../../core/pesan/effect.ts";
import { hubungkan, jangkauan, putuskan, undangan, utamakan } from "./account.ts";
import { batalTimer, kirimKantor, timer, tutupPrompt, ubahPrompt } from "./clock.ts";
import type { CommitDraft, EffectHandler, EffectScene } from "./draft.ts";
import { pesan } from "./pesan.ts";
import {
  batalNomor,
  catat,
  ingatan,
  kantor,
  lupakan,
  musnahkan,
  naskah,
  nomor,
  realisasi,
  suratDisebut,
} from "./record.ts";
import { batalSiaran, siaran } from "./siaran.ts";

/** Which rows every kind of effect becomes; a kind without a handler does not compile. */
const handlers: { readonly [K in Effect["kind"]]: EffectHandler<K> } = {
  pesan,
  "tutup-prompt": tutupPrompt,
  "ubah-prompt": ubahPrompt,
  timer,
  "kirim-kantor": kirimKantor,
  "batal-timer": batalTimer,
  realisasi,
  naskah,
  nomor,
  "batal-nomor": batalNomor,
  catat,
  siaran,
  "batal-siaran": batalSiaran,
  hubungkan,
  putuskan,
  utamakan,
  jangkauan,
  undangan,
  ingatan,
  "surat-disebut": suratDisebut,
  kantor,
  musnahkan,
  lupakan,
};

/**
 * Adds the rows of all these effects to the commit, in their order; but the entries of the log come
 * before what else is noted on the way, so that they get the numbers the decision counted on.
 */
export function addEffects(
  effects: readonly Effect[],
  scene: EffectScene,
  draft: CommitDraft,
): void {
  const entries = effects.filter(({ kind }) => kind === "catat");
  const others = effects.filter(({ kind }) => kind !== "catat");
  for (const effect of [...entries, ...others]) addEffect(effect, scene, draft);
}

function addEffect<K extends Effect["kind"]>(
  effect: Extract<Effect, { readonly kind: K }> & { readonly kind: K },
  scene: EffectScene,
  draft: CommitDraft,
): void {
  handlers[effect.kind](effect, scene, draft);
}
