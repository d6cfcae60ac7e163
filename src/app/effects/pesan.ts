import type { Prioritas } from "../../core/engine/effect.ts";
import type { PegawaiId } from "../../core/kantor/schema.ts";
import type { Address } from "../ports/channel.ts";
import type { Account } from "../ports/store.ts";
import type { EffectHandler } from "./draft.ts";

/** One message becomes one outbox row, on the account its receiver prefers. */
export const pesan: EffectHandler<"pesan"> = (effect, scene, draft) => {
  const { kepada } = effect;
  const address =
    kepada.ke === "asal" ? scene.asal : addressOf(scene.accountList, kepada.pegawaiId);
  if (address === null) return;
  draft.outbox.push({
    id: scene.random.id(),
    dedupeKey: `${scene.sebab}:${draft.outbox.length}`,
    kantorId: scene.kantorId,
    pegawaiId: kepada.ke === "asal" ? scene.pelaku : kepada.pegawaiId,
    address,
    prioritas: prioritasNumber[effect.prioritas],
    promptId: effect.pesan.promptId ?? null,
    siaranId: null,
    isi: effect.pesan,
  });
};

/** Where this person is written to: the list has the account they prefer before their others. */
export const addressOf = (accountList: readonly Account[], pegawaiId: PegawaiId): Address | null =>
  accountList.find((one) => one.pegawaiId === pegawaiId)?.address ?? null;

const prioritasNumber: { readonly [P in Prioritas]: 0 | 1 | 2 | 3 } = {
  balasan: 0,
  tugas: 1,
  pengingat: 2,
  siaran: 3,
};
