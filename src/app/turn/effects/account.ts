import type { EffectHandler } from "./draft.ts";

/** Ties the account that wrote to its pegawai and uses the invitation up. */
export const hubungkan: EffectHandler<"hubungkan"> = (effect, scene, draft) => {
  if (scene.asal === null) return;
  const { pegawaiId, undanganId } = effect;
  const isTheirs = (one: { readonly pegawaiId: string }): boolean => one.pegawaiId === pegawaiId;
  const utama = !scene.accountList.some(isTheirs) && !draft.links.some(isTheirs);
  const { asal: address, random } = scene;
  draft.links.push({ accountId: random.id(), pegawaiId, address, utama, undanganId });
};

/** Unties an account, the one that wrote if no other; its person keeps tasks and history. */
export const putuskan: EffectHandler<"putuskan"> = ({ akunId }, scene, draft) => {
  const named = scene.accountList.find(({ id }) => id === akunId)?.address;
  const address = akunId === undefined ? scene.asal : named;
  if (address !== null && address !== undefined) draft.unlinks.push(address);
};

/** Makes an account the preferred one of its person. */
export const utamakan: EffectHandler<"utamakan"> = ({ pegawaiId, akunId }, _, draft) => {
  draft.preferred.push({ pegawaiId, accountId: akunId });
};

/** An account takes no messages any more, or takes them again. */
export const jangkauan: EffectHandler<"jangkauan"> = (effect, _, draft) => {
  const { akunId, takTerjangkauMs, sampaiMs } = effect;
  draft.reach.push({ accountId: akunId, takTerjangkauMs, saidMs: sampaiMs });
};

/** A new invitation; what is stored cannot be turned back into the code. */
export const undangan: EffectHandler<"undangan"> = (effect, scene, draft) => {
  draft.undangan.push({
    id: scene.random.id(),
    pegawaiId: effect.pegawaiId,
    kodeHash: scene.random.hash(effect.kode),
    berlakuSampaiMs: effect.berlakuSampaiMs,
  });
};
