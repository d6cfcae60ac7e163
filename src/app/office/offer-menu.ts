import { commandsFor } from "../../core/conversation/command/index.ts";
import type { Deps } from "../deps.ts";
import type { CommitRequest } from "../ports/commit.ts";

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
    if (pegawai !== undefined) await channel.setCommands(address.chat, commandsFor(pegawai));
  }
}
