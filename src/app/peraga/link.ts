import type { KantorId } from "../../core/kantor/schema.ts";
import { undanganBerakhir } from "../../core/kantor/undangan.ts";
import { officeTime } from "../clock/office-time.ts";
import type { Deps } from "../deps.ts";
import { commitUntilDone } from "../turn/commit.ts";
import { emptyDraft } from "../turn/effects/draft.ts";

/**
 * Gives everybody of an office a phone on the simulator's channel: chat and pegawai have the same
 * id. Who has one already keeps it, so doing it again changes nothing.
 */
export async function linkPeraga(
  deps: Pick<Deps, "store" | "random" | "clock" | "log">,
  kantorId: KantorId,
  channelId: string,
): Promise<void> {
  const { store, random } = deps;
  const record = await store.loadKantor(kantorId);
  const accountList = await store.listAccount(kantorId);
  const linked = new Set(
    accountList
      .filter(({ address }) => address.channelId === channelId)
      .map(({ pegawaiId }) => pegawaiId),
  );
  const missing = (record?.kantor.pegawaiList ?? [])
    .filter(({ id }) => !linked.has(id))
    .map(({ id }) => ({ pegawaiId: id, undanganId: random.id() }));
  if (missing.length === 0) return;

  // Linking uses an invitation up, whoever links; nobody ever sees the codes of these.
  const { nowMs } = await officeTime(deps, kantorId);
  const invite = emptyDraft(nowMs, kantorId);
  const link = emptyDraft(nowMs, kantorId);
  for (const { pegawaiId, undanganId } of missing) {
    invite.undangan.push({
      id: undanganId,
      pegawaiId,
      kodeHash: random.hash(random.kodeUndangan()),
      berlakuSampaiMs: undanganBerakhir(nowMs),
    });
    const address = { channelId, chat: pegawaiId };
    const utama = !accountList.some((one) => one.pegawaiId === pegawaiId);
    link.links.push({ accountId: random.id(), pegawaiId, address, utama, undanganId });
    link.log.push({
      jenis: "akun-terhubung",
      berkasId: null,
      oleh: pegawaiId,
      atMs: nowMs,
      data: { undangan: undanganId },
    });
  }
  await commitUntilDone(deps, async () => invite);
  await commitUntilDone(deps, async () => link);
}
