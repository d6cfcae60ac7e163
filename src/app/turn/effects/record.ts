import type { EffectHandler } from "./draft.ts";

/** One more revision of a figure. */
export const realisasi: EffectHandler<"realisasi"> = (effect, scene, draft) => {
  const { kind: _, ...row } = effect;
  draft.realisasi.push({ ...row, kantorId: scene.kantorId, atMs: scene.nowMs, seq: scene.seq });
};

/** One more paper; its file is made after the commit, once. */
export const naskah: EffectHandler<"naskah"> = (effect, scene, draft) => {
  const { kind: _, ...row } = effect;
  draft.naskah.push({ ...row, kantorId: scene.kantorId });
};

/** One more number of the register of letters. */
export const nomor: EffectHandler<"nomor"> = (effect, scene, draft) => {
  const { kind: _, ...row } = effect;
  draft.nomor.push({ ...row, kantorId: scene.kantorId, atMs: scene.nowMs, batal: null });
};

/** The numbers of a berkas are cancelled. */
export const batalNomor: EffectHandler<"batal-nomor"> = ({ berkasId, alasan }, _, draft) => {
  draft.cancelNomor.push({ berkasId, alasan });
};

/** One entry of the event log. */
export const catat: EffectHandler<"catat"> = ({ jenis, berkasId, oleh, data }, scene, draft) => {
  draft.log.push({ jenis, berkasId, oleh, data, atMs: scene.nowMs });
};

/** One reminder that went out. */
export const ingatan: EffectHandler<"ingatan"> = ({ waitId, pegawaiId, jenis }, _, draft) => {
  draft.reminders.push({ waitId, pegawaiId, jenis });
};

/** The office as it is written down, and when it works, from now on. */
export const kantor: EffectHandler<"kantor"> = ({ kantor, calendar }, _, draft) => {
  draft.kantor = { kantor, calendar };
};

export const suratDisebut: EffectHandler<"surat-disebut"> = ({ idList }, _, draft) => {
  draft.toldLetters.push(...idList);
};

/** The content of papers, and invitations, that are past their time. */
export const musnahkan: EffectHandler<"musnahkan"> = (effect, _, draft) => {
  draft.naskahMusnah.push(...effect.naskahIdList);
  draft.undanganMusnah.push(...effect.undanganIdList);
  draft.fileMusnah.push(...effect.hashList);
};

/** Everything of somebody that is not the record of what they did. */
export const lupakan: EffectHandler<"lupakan"> = ({ pegawaiId }, _, draft) => {
  draft.lupakan.push(pegawaiId);
};
