import type { SendResult, SoFar } from "../app/ports/channel.ts";

/** Sends the parts of one message in their order, behind those that went out in an earlier try. */
export async function sendParts<Part>(
  partList: readonly Part[],
  { done = [], went }: SoFar,
  send: (part: Part, at: number) => Promise<SendResult>,
): Promise<SendResult> {
  const externalIdList = [...done];
  for (const [at, part] of partList.entries()) {
    if (at < done.length) continue;
    // Others keep the list; it grows here.
    if (at > done.length) await went?.([...externalIdList]);
    const result = await send(part, at);
    if (result.kind === "failed") return { ...result, partIdList: externalIdList };
    externalIdList.push(...result.externalIdList);
  }
  return { kind: "sent", externalIdList };
}
