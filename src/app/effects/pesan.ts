import type { Prioritas } from "../../core/engine/effect.ts";
import type { PegawaiId } from "../../core/kantor/schema.ts";
import type { Account } from "../ports/rows.ts";
import { noteDetour } from "./detour.ts";
import type { CommitDraft, EffectHandler, EffectScene } from "./draft.ts";
import { addMessage } from "./message.ts";

/** One message becomes one outbox row: where its receiver just wrote, else where they prefer it. */
export const pesan: EffectHandler<"pesan"> = (effect, scene, draft) => {
  const { kepada } = effect;
  const target =
    kepada.ke === "asal" ? replyTarget(scene) : taskTarget(kepada.pegawaiId, scene, draft);
  if (target === null) return;
  const row = {
    id: scene.random.id(),
    dedupeKey: `${scene.sebab}:${draft.outbox.length}`,
    kantorId: scene.kantorId,
    pegawaiId: target.pegawaiId,
    address: target.address,
    prioritas: prioritasNumber[effect.prioritas],
    promptId: effect.pesan.promptId ?? null,
    siaranId: null,
    isi: effect.pesan,
  };
  addMessage({ row, sudah: target.sudah }, scene, draft);
};

interface Target extends Pick<Account, "address"> {
  readonly pegawaiId: PegawaiId | null;
  readonly sudah: readonly string[];
}

const replyTarget = ({ asal, pelaku }: EffectScene): Target | null =>
  asal === null ? null : { pegawaiId: pelaku, address: asal, sudah: [] };

/** The preferred account; while its channel is down, the next one whose channel is not. */
function taskTarget(pegawaiId: PegawaiId, scene: EffectScene, draft: CommitDraft): Target | null {
  const mine = scene.accountList.filter((one) => one.pegawaiId === pegawaiId);
  const [preferred] = mine;
  if (preferred === undefined) return null;
  const chosen = mine.find(({ address }) => scene.isUp(address.channelId)) ?? preferred;
  if (chosen !== preferred) {
    noteDetour(
      { dari: preferred, ke: chosen, sebab: "saluran-mati", berkasId: null },
      scene,
      draft,
    );
  }
  return { pegawaiId, address: chosen.address, sudah: [chosen.id] };
}

const prioritasNumber: { readonly [P in Prioritas]: 0 | 1 | 2 | 3 } = {
  balasan: 0,
  tugas: 1,
  pengingat: 2,
  siaran: 3,
};
