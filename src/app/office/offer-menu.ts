import { commandsFor } from "../../core/conversation/command/index.ts";
import type { Pegawai } from "../../core/kantor/schema.ts";
import { inPlainWords, type Pembaca, pembacaOf } from "../../core/pesan/ucap.ts";
import type { Deps } from "../deps.ts";
import type { ChannelCommand } from "../ports/channel.ts";
import type { CommitRequest } from "../ports/commit.ts";

/** The commands of a person, with what each is for as they read it. */
export const menuFor = (pembaca: Pembaca, pegawai: Pegawai): readonly ChannelCommand[] =>
  commandsFor(pegawai).map(({ nama, keterangan }) => ({
    nama,
    keterangan: inPlainWords(pembaca, keterangan),
  }));

/** Shows newly linked people the commands their role has, where the channel has a menu; others lose it. */
export async function offerMenu(
  deps: Deps,
  { kantorId, links, unlinks }: Pick<CommitRequest, "kantorId" | "links" | "unlinks">,
): Promise<void> {
  for (const { channelId, chat } of unlinks)
    await deps.channels.get(channelId)?.setCommands?.(chat, []);
  for (const { address, pegawaiId } of links) {
    const channel = deps.channels.get(address.channelId);
    if (channel?.setCommands === undefined || kantorId === null) continue;
    const { kantor } = await deps.offices.get(kantorId, deps.clock.now());
    const pegawai = kantor.pegawaiList.find(({ id }) => id === pegawaiId);
    if (pegawai === undefined) continue;
    const pembaca = pembacaOf({ kamus: deps.kamus, kantor }, pegawaiId);
    await channel.setCommands(address.chat, menuFor(pembaca, pegawai));
  }
}
