import type { EffectHandler } from "./draft.ts";

/** One more revision of a figure. */
export const realisasi: EffectHandler<"realisasi"> = (effect, scene, draft) => {
  const { kind: _, ...row } = effect;
  draft.realisasi.push({ ...row, kantorId: scene.kantorId, atMs: scene.nowMs });
};

/** One more draft; its file is made from the figures of that instant when somebody receives it. */
export const dokumen: EffectHandler<"dokumen"> = (effect, scene, draft) => {
  const { kind: _, ...row } = effect;
  draft.dokumen.push({ ...row, id: scene.random.id(), kantorId: scene.kantorId });
};

/** One entry of the event log. */
export const catat: EffectHandler<"catat"> = ({ jenis, berkasId, oleh, data }, scene, draft) => {
  draft.log.push({ jenis, berkasId, oleh, data, atMs: scene.nowMs });
};

/** One reminder that went out. */
export const ingatan: EffectHandler<"ingatan"> = ({ waitId, pegawaiId, jenis }, _, draft) => {
  draft.reminders.push({ waitId, pegawaiId, jenis });
};
