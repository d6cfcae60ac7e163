/** The bytes of a download, of which no more are read than allowed; null when there are more. */
export async function readUpTo(
  body: AsyncIterable<Uint8Array>,
  limit: number,
): Promise<Uint8Array | null> {
  const chunkList: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > limit) return null;
    chunkList.push(chunk);
  }
  return Buffer.concat(chunkList, size);
}
