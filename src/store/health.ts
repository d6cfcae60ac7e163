import { randomUUID } from "node:crypto";
import type { StoreHealth } from "../app/ports/store.ts";
import type { Client } from "./client.ts";
import { heldNames, unique } from "./inspect.ts";
import type { Reading } from "./reading.ts";
import { type Trouble, UNKNOWN } from "./trouble.ts";

/** How the database is: asked anew, by a write where the last one failed. */
export async function health(reading: Reading, trouble: Trouble): Promise<StoreHealth> {
  const { client, exclusively, aside } = reading;
  try {
    const failed = trouble.advice !== null;
    const held = await trouble.watch(() =>
      exclusively(async () => {
        if (failed) await writeSomething(client);
        return heldNames(client);
      }),
    );
    if (failed) trouble.over();
    return { advice: null, setAside: unique([...aside.list, ...held]) };
  } catch {
    return { advice: trouble.advice ?? UNKNOWN, setAside: aside.list };
  }
}

/** Reading works on a full disk, and so does writing nothing: this puts a row there and takes it away. */
async function writeSomething(client: Client): Promise<void> {
  const key = `periksa:${randomUUID()}`;
  await client.$transaction(async (tx) => {
    await tx.inbox.createMany({ data: [{ key, channelId: "periksa", atMs: 0n }] });
    await tx.inbox.deleteMany({ where: { key } });
  });
}
