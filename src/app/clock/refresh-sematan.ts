import { sematanUntuk } from "../../core/conversation/sematan.ts";
import type { Pesan } from "../../core/pesan/pesan.ts";
import { sayTo } from "../../core/pesan/ucap.ts";
import type { Deps } from "../deps.ts";
import type { Account, TimerRow } from "../ports/rows.ts";
import type { EffectScene } from "../turn/effects/draft.ts";
import { pin, unpin } from "../turn/effects/sematan.ts";
import type { LoadedWorld } from "../turn/load-world.ts";
import { causeOf, type TurnWriter } from "../turn/turn-writer.ts";

/**
 * Where that is due, brings what is pinned in people's chats up to date, all of an office at once: whoever is shown
 * what they saw before costs nothing.
 */
export function refreshSematan(
  deps: Pick<Deps, "random">,
  writer: TurnWriter,
  {
    timers,
    loaded: { canPin },
  }: { readonly timers: readonly TimerRow[]; readonly loaded: LoadedWorld },
): void {
  const timer = timers.find(({ isi }) => isi.jenis === "sematan");
  // A berkas that cannot be read may well run.
  if (timer === undefined || writer.unreadable.berkas.size > 0) return;
  writer.addRows(causeOf(timer, deps), (scene, draft) => {
    const seen = new Set<string>();
    for (const account of scene.accountList) {
      const { pegawaiId, address, takTerjangkauMs } = account;
      // Of each person the preferred account comes first, and has it alone.
      const mayHave = !seen.has(pegawaiId) && canPin(address.channelId);
      seen.add(pegawaiId);
      if (takTerjangkauMs !== null) continue;
      const pesan = mayHave ? pesanFor(writer, scene, account) : null;
      if (pesan === null) unpin(account, scene, draft);
      else pin(account, pesan, scene, draft);
    }
  });
}

function pesanFor(
  { world }: TurnWriter,
  { pembaca }: EffectScene,
  { pegawaiId, sematan }: Account,
): Pesan | null {
  const pegawai = world.kantor.pegawaiList.find(({ id }) => id === pegawaiId);
  const ucapan = pegawai && sematanUntuk(world, pegawai, sematan !== undefined);
  return ucapan ? sayTo(pembaca(pegawaiId), ucapan) : null;
}
