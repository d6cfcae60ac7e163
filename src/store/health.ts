import { randomUUID } from "node:crypto";
import type { StoreHealth } from "../app/ports/store.ts";
import { Prisma } from "../generated/sqlite/client.ts";
import type { Driver } from "./driver/driver.ts";
import { inboxTable } from "./inbox.ts";
import { heldNames, unique } from "./inspect.ts";
import type { Reading } from "./reading.ts";
import { type Trouble, UNKNOWN } from "./trouble.ts";

/** How the database is: asked anew, by a write where the last one failed. */
export async function health(reading: Reading, trouble: Trouble): Promise<StoreHealth> {
  const { client, driver, exclusively, aside } = reading;
  try {
    const failed = trouble.advice !== null;
    const held = await trouble.watch(async () => {
      if (failed) await writeSomething(driver);
      return exclusively(() => heldNames(client));
    });
    if (failed) trouble.over();
    return { advice: null, setAside: unique([...aside.list, ...held]) };
  } catch {
    return { advice: trouble.advice ?? UNKNOWN, setAside: aside.list };
  }
}

/** Reading works on a full disk, and so does writing nothing: this puts a row there and takes it away. */
const writeSomething = (driver: Driver): Promise<void> =>
  driver.transaction(async (tx) => {
    const key = `periksa:${randomUUID()}`;
    await inboxTable.add(tx, [{ key, channelId: "periksa", atMs: 0 }]);
    await tx.execute(Prisma.sql`DELETE FROM inbox WHERE key = ${key}`);
  });
