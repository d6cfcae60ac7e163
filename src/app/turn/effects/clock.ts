import type { EffectHandler } from "./draft.ts";

/** Asks the clock to come back. */
export const timer: EffectHandler<"timer"> = ({ kunci, atMs, isi }, scene, draft) => {
  draft.timers.push({
    kind: "set",
    row: { id: scene.random.id(), kantorId: scene.kantorId, kunci, atMs, isi },
  });
};

/** Leaves something with the clock of another office, which takes it at once and decides by itself. */
export const kirimKantor: EffectHandler<"kirim-kantor"> = (effect, scene, draft) => {
  const { kantorId, kunci, isi } = effect;
  draft.kiriman.push({ id: scene.random.id(), kantorId, kunci, atMs: scene.nowMs, isi });
};

/** Takes back what was asked of the clock. */
export const batalTimer: EffectHandler<"batal-timer"> = ({ awalan }, _, draft) => {
  draft.timers.push({ kind: "cancel", awalan });
};

/** Replaces keyboards by what became of them. */
export const tutupPrompt: EffectHandler<"tutup-prompt"> = ({ promptId, hasil }, scene, draft) => {
  draft.closePrompts.push({ promptId, hasil, pesan: null, asal: scene.asal });
};

/** Puts another message in a prompt's place. */
export const ubahPrompt: EffectHandler<"ubah-prompt"> = ({ promptId, pesan }, scene, draft) => {
  draft.closePrompts.push({ promptId, hasil: [], pesan, asal: scene.asal });
};
