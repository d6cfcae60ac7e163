import type { CommitRequest } from "../app/ports/commit.ts";
import type { Wait } from "../core/engine/state.ts";
import type { KantorId } from "../core/kantor/schema.ts";
import { writeAccounts } from "./account.ts";
import { writeBerkas } from "./berkas.ts";
import { unlessConflict } from "./conflict.ts";
import { destroyRows } from "./destroy.ts";
import type { Tx } from "./driver/driver.ts";
import { writeHeld } from "./held.ts";
import { inboxTable } from "./inbox.ts";
import { writeJejak } from "./jejak.ts";
import { writeContent } from "./kantor.ts";
import { appendLog, stepOffice } from "./log-chain.ts";
import { writeNaskah } from "./naskah.ts";
import { writeNomor } from "./nomor.ts";
import { type WriteScene, writeOutbox } from "./outbox-write.ts";
import type { Reading } from "./reading.ts";
import { writeRecords } from "./records.ts";
import { writeSessions } from "./session.ts";
import { writeSiaran } from "./siaran.ts";
import { writeKiriman, writeTimers } from "./timer.ts";

/**
 * Writes everything of a request in one transaction, or nothing. Rows of a kind go together, so a
 * batch of a hundred updates costs about as many statements as a single one.
 */
export async function commit(
  { driver, aside, waits }: Reading,
  request: CommitRequest,
  machineMs: number,
): Promise<"committed" | "conflict"> {
  const scene = { aside, machineMs, waits };
  const written = await unlessConflict(driver.transaction((tx) => write(tx, request, scene)));
  if (!written) return "conflict";
  for (const { state } of request.berkas) for (const wait of state.waitList) waits.add(wait);
  return "committed";
}

/** What writing needs besides what is written: `waits` are there as they are. */
interface CommitScene extends WriteScene {
  readonly waits: WeakSet<Wait>;
}

async function write(tx: Tx, request: CommitRequest, scene: CommitScene): Promise<void> {
  const { nowMs, kantorId } = request;
  // The inbox first: an update that comes twice fails here, before anything else is touched.
  await inboxTable.add(
    tx,
    request.inbox.map((row) => ({ ...row, atMs: nowMs })),
  );
  await writeHeld(tx, request.held);
  await writeJejak(tx, request.jejak, nowMs);
  if (kantorId !== null) await writeKantor(tx, kantorId, { ...request, waits: scene.waits });
  await writeOutbox(tx, request, scene);
}

async function writeKantor(
  tx: Tx,
  kantorId: KantorId,
  request: CommitRequest & Pick<CommitScene, "waits">,
): Promise<void> {
  // Locks the office's row: commits of one office queue here instead of colliding later.
  const head = await stepOffice(tx, kantorId, request);
  await appendLog(tx, kantorId, head, request.log);
  if (request.kantor !== null) await writeContent(tx, request.kantor);
  await writeSessions(tx, kantorId, request.sessions);
  await writeBerkas(tx, request.berkas, (wait) => request.waits.has(wait));
  await writeRecords(tx, kantorId, request);
  await writeNaskah(tx, kantorId, request.naskah);
  await writeNomor(tx, kantorId, request);
  await writeTimers(tx, kantorId, request.timers);
  await writeKiriman(tx, kantorId, request.kiriman);
  await writeAccounts(tx, kantorId, request);
  await writeSiaran(tx, kantorId, request);
  await destroyRows(tx, kantorId, request);
}
