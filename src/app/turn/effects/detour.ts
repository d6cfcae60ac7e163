import type { BerkasId } from "../../../core/engine/state.ts";
import type { SebabAlih } from "../../../core/kantor/cadangan.ts";
import type { Address } from "../../ports/channel.ts";
import type { Account } from "../../ports/rows.ts";
import type { CommitDraft, EffectScene } from "./draft.ts";

/** A message that takes another way than its receiver prefers. */
export interface Detour {
  readonly dari: { readonly address: Address };
  readonly ke: Account;
  readonly sebab: SebabAlih;
  readonly berkasId: BerkasId | null;
}

/** Writes into the event log why somebody was written to on another channel. */
export function noteDetour(
  { dari, ke, sebab, berkasId }: Detour,
  { nowMs }: EffectScene,
  draft: CommitDraft,
): void {
  draft.log.push({
    jenis: "alih-saluran",
    berkasId,
    oleh: "sistem",
    atMs: nowMs,
    data: {
      untuk: ke.pegawaiId,
      dari: dari.address.channelId,
      ke: ke.address.channelId,
      alasan: sebab.replace("-", " "),
    },
  });
}
