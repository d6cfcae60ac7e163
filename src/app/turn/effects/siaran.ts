import type { Effect } from "../../../core/pesan/effect.ts";
import { fill, type Teks } from "../../../core/pesan/teks.ts";
import { sayTo } from "../../../core/pesan/ucap.ts";
import { siaranText } from "../../../generated/teks.ts";
import type { CommitDraft, EffectHandler, EffectScene } from "./draft.ts";

/** How often the sender's progress message is brought up to date. */
export const SIARAN_PROGRESS_MS = 5_000;

/** A broadcast becomes one bulk row per receiver and a timer that reports its progress. */
export const siaran: EffectHandler<"siaran"> = (effect, scene, draft) => {
  const { siaranId, teks } = effect;
  addReceivers(effect, fill(siaranText.pesan, { teks }), scene, draft);
  draft.timers.push({
    kind: "set",
    row: {
      id: scene.random.id(),
      kantorId: scene.kantorId,
      kunci: `siaran:${siaranId}`,
      atMs: scene.nowMs + SIARAN_PROGRESS_MS,
      isi: { jenis: "siaran", siaranId },
    },
  });
};

/** The receivers of a broadcast in this office, whoever writes it: each gets these words. */
export function addReceivers(
  { siaranId, oleh, teks, penerima, pribadi }: Receivers,
  said: Teks,
  scene: EffectScene,
  draft: CommitDraft,
): void {
  draft.siaran.push({
    id: siaranId,
    oleh,
    teks,
    penerima: penerima.map(({ pegawaiId }) => pegawaiId),
    dilewati: pribadi.map((pegawaiId) => ({ pegawaiId, sebab: "saluran pribadi" })),
  });
  for (const { pegawaiId, akunId } of penerima) {
    const account = scene.accountList.find(({ id }) => id === akunId);
    if (account === undefined) continue;
    const { address } = account;
    draft.outbox.push({
      id: scene.random.id(),
      dedupeKey: `siaran:${siaranId}:${scene.kantorId}:${pegawaiId}`,
      kantorId: scene.kantorId,
      pegawaiId,
      address,
      prioritas: 3,
      promptId: null,
      siaranId,
      isi: sayTo(scene.pembaca(pegawaiId), { teks: said }),
    });
  }
}

type Receivers = Omit<Extract<Effect, { readonly kind: "siaran" }>, "kind">;

/** What has not left yet stays; the sender's report says how many that were. */
export const batalSiaran: EffectHandler<"batal-siaran"> = (effect, scene, draft) => {
  draft.cancelSiaran.push(effect.siaranId);
  draft.log.push({
    jenis: "siaran-dibatalkan",
    berkasId: null,
    oleh: effect.oleh,
    atMs: scene.nowMs,
    data: { siaran: effect.siaranId },
  });
};
