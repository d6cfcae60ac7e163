import { sematanTutup } from "../../../core/conversation/sematan.ts";
import type { Pesan } from "../../../core/pesan/pesan.ts";
import { sayTo } from "../../../core/pesan/ucap.ts";
import type { Account } from "../../ports/rows.ts";
import type { CommitDraft, EffectScene } from "./draft.ts";

/**
 * Puts a message at the top of the chat of an account, or this one in the place of what stands there. One
 * that says the same already costs nothing.
 */
export function pin(account: Account, pesan: Pesan, scene: EffectScene, draft: CommitDraft): void {
  const { random, kantorId, sebab } = scene;
  const { id: accountId, pegawaiId, address, sematan } = account;
  const sidik = random.hash(JSON.stringify(pesan));
  if (sematan?.sidik === sidik) return;
  const isi: Pesan = { ...pesan, sematan: "pasang" };
  const outboxId = sematan?.outboxId ?? random.id();
  const promptId = promptOf(outboxId);
  draft.sematan.push({ accountId, isi: { outboxId, sidik } });
  if (sematan !== undefined) {
    draft.closePrompts.push({ promptId, hasil: [], pesan: isi, asal: null });
    return;
  }
  draft.outbox.push({
    id: outboxId,
    dedupeKey: `${sebab}:${draft.outbox.length}`,
    kantorId,
    pegawaiId,
    address,
    prioritas: 3,
    promptId,
    siaranId: null,
    isi,
  });
}

/** Lets go of what is pinned in the chat of an account, saying that it is over. */
export function unpin(account: Account, scene: EffectScene, draft: CommitDraft): void {
  const { id: accountId, pegawaiId, sematan } = account;
  if (sematan === undefined) return;
  const said = sayTo(scene.pembaca(pegawaiId), sematanTutup);
  const pesan: Pesan = { ...said, sematan: "lepas" };
  const promptId = promptOf(sematan.outboxId);
  draft.closePrompts.push({ promptId, hasil: [], pesan, asal: null });
  draft.sematan.push({ accountId, isi: null });
}

/** Nobody answers what is pinned; by this its message is found again. */
const promptOf = (outboxId: string): string => `sematan:${outboxId}`;
