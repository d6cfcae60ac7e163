import type { PegawaiId } from "../../../core/kantor/schema.ts";
import type { Penerima, Prioritas } from "../../../core/pesan/effect.ts";
import type { Pesan } from "../../../core/pesan/pesan.ts";
import type { Account } from "../../ports/rows.ts";
import { noteDetour } from "./detour.ts";
import type { CommitDraft, EffectHandler, EffectScene } from "./draft.ts";
import { addMessage } from "./message.ts";

/** One message becomes one outbox row: where its receiver just wrote, else where they prefer it. */
export const pesan: EffectHandler<"pesan"> = (effect, scene, draft) => {
  const { kepada } = effect;
  const target = kepada.ke === "asal" ? replyTarget(scene) : taskTarget(kepada, scene, draft);
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
    isi: signed(effect.pesan, scene),
    ...(target.ditahan && { ditahan: true as const }),
  };
  addMessage({ row, sudah: target.sudah }, scene, draft);
};

/** A sign needs a message to stand on; without one there are the words. */
const signed = ({ reaksi, ...pesan }: Pesan, { pesanAsal }: EffectScene): Pesan =>
  reaksi === undefined || pesanAsal === undefined
    ? pesan
    : { ...pesan, reaksi: { ...reaksi, pada: pesanAsal } };

interface Target extends Pick<Account, "address"> {
  readonly pegawaiId: PegawaiId | null;
  readonly sudah: readonly string[];
  readonly ditahan: boolean;
}

const replyTarget = ({ asal, pelaku }: EffectScene): Target | null =>
  asal === null ? null : { pegawaiId: pelaku, address: asal, sudah: [], ditahan: false };

/**
 * The preferred account; where it takes no messages or its channel is down, the next one that has
 * neither trouble. For somebody none of whose accounts takes messages they are kept back.
 */
function taskTarget(
  { pegawaiId, akunId }: Extract<Penerima, { ke: "pegawai" }>,
  scene: EffectScene,
  draft: CommitDraft,
): Target | null {
  const mine = scene.accountList.filter((one) => one.pegawaiId === pegawaiId);
  const named = mine.find(({ id }) => id === akunId);
  if (named !== undefined) return targetOf(named, false);
  const [preferred] = mine;
  if (preferred === undefined) return null;
  const open = mine.filter(({ takTerjangkauMs }) => takTerjangkauMs === null);
  const chosen = open.find(({ address }) => scene.isUp(address.channelId)) ?? open[0] ?? preferred;
  if (chosen !== preferred) {
    const sebab = preferred.takTerjangkauMs === null ? "saluran-mati" : "tak-terjangkau";
    noteDetour({ dari: preferred, ke: chosen, sebab, berkasId: null }, scene, draft);
  }
  return targetOf(chosen, chosen.takTerjangkauMs !== null);
}

const targetOf = ({ id, pegawaiId, address }: Account, ditahan: boolean): Target => ({
  pegawaiId,
  address,
  sudah: [id],
  ditahan,
});

const prioritasNumber: { readonly [P in Prioritas]: 0 | 1 | 2 | 3 } = {
  balasan: 0,
  tugas: 1,
  pengingat: 2,
  siaran: 3,
};
