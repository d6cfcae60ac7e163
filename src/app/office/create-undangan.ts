import type { KantorId, Pegawai } from "../../core/kantor/schema.ts";
import { undanganBerakhir } from "../../core/kantor/undangan.ts";
import type { Instant } from "../../core/waktu/instant.ts";
import { officeTime } from "../clock/office-time.ts";
import type { Deps } from "../deps.ts";
import { commitUntilDone } from "../turn/commit.ts";
import { type CommitDraft, emptyDraft } from "../turn/effects/draft.ts";

type UndanganDeps = Pick<Deps, "store" | "random" | "clock" | "log">;

/** An invitation with its code, which is known only here and now: the store keeps a hash of it. */
export interface UndanganBaru {
  readonly pegawai: Pegawai;
  readonly kode: string;
  readonly berlakuSampaiMs: Instant;
}

/** What became of the wish for an invitation. */
export type UndanganHasil =
  | { readonly kind: "created"; readonly undangan: UndanganBaru }
  | { readonly kind: "refused"; readonly sebab: "kantor-tidak-ada" | "pegawai-tidak-ada" };

/** Makes one invitation for a pegawai, whether or not they have an account already. */
export async function createUndangan(
  deps: UndanganDeps,
  target: { readonly kantorId: KantorId; readonly pegawaiId: string },
): Promise<UndanganHasil> {
  const record = await deps.store.loadKantor(target.kantorId);
  if (record === null) return { kind: "refused", sebab: "kantor-tidak-ada" };
  const pegawai = record.kantor.pegawaiList.find(({ id }) => id === target.pegawaiId);
  if (pegawai === undefined) return { kind: "refused", sebab: "pegawai-tidak-ada" };
  const draft = emptyDraft((await officeTime(deps, target.kantorId)).nowMs, target.kantorId);
  const undangan = addUndangan(deps, draft, pegawai);
  await commitUntilDone(deps, async () => draft);
  return { kind: "created", undangan };
}

/** Adds an invitation for this pegawai to a commit. */
export function addUndangan(
  { random }: Pick<Deps, "random">,
  draft: Pick<CommitDraft, "nowMs" | "undangan" | "log">,
  pegawai: Pegawai,
): UndanganBaru {
  const kode = random.kodeUndangan();
  const berlakuSampaiMs = undanganBerakhir(draft.nowMs);
  draft.undangan.push({
    id: random.id(),
    pegawaiId: pegawai.id,
    kodeHash: random.hash(kode),
    berlakuSampaiMs,
  });
  draft.log.push({
    jenis: "undangan",
    berkasId: null,
    oleh: "sistem",
    atMs: draft.nowMs,
    data: { untuk: pegawai.id },
  });
  return { pegawai, kode, berlakuSampaiMs };
}
