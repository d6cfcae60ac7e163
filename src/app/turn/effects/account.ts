import { isSameAddress } from "../same-address.ts";
import type { EffectHandler } from "./draft.ts";
import { unpin } from "./sematan.ts";

/** Ties the account that wrote to its pegawai and uses the invitation up. */
export const hubungkan: EffectHandler<"hubungkan"> = (effect, scene, draft) => {
  if (scene.asal === null) return;
  const { pegawaiId, undanganId } = effect;
  const isTheirs = (one: { readonly pegawaiId: string }): boolean => one.pegawaiId === pegawaiId;
  const utama = !scene.accountList.some(isTheirs) && !draft.links.some(isTheirs);
  const { asal: address, random } = scene;
  // Whoever had this chat before sees no more of their work there.
  const former = scene.accountList.find((one) => isSameAddress(one.address, address));
  if (former !== undefined) unpin(former, scene, draft);
  draft.links.push({ accountId: random.id(), pegawaiId, address, utama, undanganId });
};

/** Unties an account, the one that wrote if no other; its person keeps tasks and history. */
export const putuskan: EffectHandler<"putuskan"> = ({ akunId }, scene, draft) => {
  const { accountList, asal } = scene;
  const account = accountList.find((one) =>
    akunId === undefined ? asal !== null && isSameAddress(one.address, asal) : one.id === akunId,
  );
  if (account !== undefined) unpin(account, scene, draft);
  const address = akunId === undefined ? asal : account?.address;
  if (address !== null && address !== undefined) draft.unlinks.push(address);
};

/** Makes an account the preferred one of its person. */
export const utamakan: EffectHandler<"utamakan"> = ({ pegawaiId, akunId }, _, draft) => {
  draft.preferred.push({ pegawaiId, accountId: akunId });
};

/** An account takes no messages any more, or takes them again. */
export const jangkauan: EffectHandler<"jangkauan"> = (effect, scene, draft) => {
  const { akunId, takTerjangkauMs, sampaiMs } = effect;
  const account = scene.accountList.find(({ id }) => id === akunId);
  // What was pinned may never have come, or be gone with the chat: it is begun anew.
  if (account !== undefined && takTerjangkauMs === null) unpin(account, scene, draft);
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
