import { randomUUID } from "node:crypto";
import type { Address } from "../app/ports/channel.ts";
import type { CommitRequest } from "../app/ports/commit.ts";
import type { BlokTeks, Pesan, RichText } from "../core/pesan/pesan.ts";
import { type Outbox, Prisma } from "../generated/sqlite/client.ts";
import { PesanJson } from "./codec/pesan.ts";
import { Conflict } from "./conflict.ts";
import type { Tx } from "./driver/driver.ts";
import type { Row } from "./driver/table.ts";
import { dropLetters, tellLetters } from "./letters.ts";
import { fresh, type NewMessage, outboxColumns, outboxTable } from "./outbox-table.ts";
import type { SetAside } from "./set-aside.ts";

/** What writing messages needs besides them: rows set aside, and the machine's time. */
export interface WriteScene {
  readonly aside: SetAside;
  readonly machineMs: number;
}

/**
 * Takes messages back, puts new ones into the outbox, then the replacements of those whose prompt was
 * closed. `machineMs` is the machine's time, which says whether a message is under way.
 */
export async function writeOutbox(
  tx: Tx,
  { outbox, withdrawn, toldLetters, closePrompts, nowMs }: CommitRequest,
  scene: WriteScene,
): Promise<void> {
  if (withdrawn.length > 0) await withdraw(tx, withdrawn, scene.machineMs);
  if (toldLetters.length > 0) await tellLetters(tx, toldLetters, nowMs);
  await outboxTable.add(
    tx,
    outbox.map(({ address, isi, ditahan, ...row }) => ({
      ...row,
      ...address,
      ...fresh(nowMs),
      ...(ditahan === true && { status: "ditahan" }),
      isi: JSON.stringify(isi),
    })),
  );
  if (closePrompts.length > 0) await replacePrompts(tx, { closePrompts, nowMs }, scene);
}

/**
 * Keeps back what waits for a chat that takes no messages, or lets it go again; what was written until
 * `saidMs` has been said otherwise and is dropped. A broadcast reports whom it did not reach.
 */
export async function parkOutbox(
  tx: Tx,
  { channelId, chat }: Address,
  { parked, saidMs }: { readonly parked: boolean; readonly saidMs: number | null },
): Promise<void> {
  const there = Prisma.sql`channel_id = ${channelId} AND chat = ${chat}`;
  if (parked) {
    await tx.execute(Prisma.sql`
      UPDATE outbox SET status = 'gagal', error = 'tidak terjangkau'
      WHERE ${there} AND status = 'menunggu' AND siaran_id IS NOT NULL`);
  }
  const [from, to] = parked ? ["menunggu", "ditahan"] : ["ditahan", "menunggu"];
  if (saidMs !== null) {
    await tx.execute(Prisma.sql`
      UPDATE outbox SET status = 'batal'
      WHERE ${there} AND status IN (${from}, 'ditahan') AND created_ms <= ${saidMs}`);
  }
  // What is let go waits for nobody; what is kept back may be under way at this moment.
  const free = parked ? Prisma.empty : Prisma.sql`, claimed_until_ms = 0`;
  await tx.execute(Prisma.sql`
    UPDATE outbox SET status = ${to} ${free} WHERE ${there} AND status = ${from}`);
}

/** What is on its way cannot be taken back: whoever thought it could has to look again. */
async function withdraw(tx: Tx, idList: readonly string[], machineMs: number): Promise<void> {
  const count = await dropLetters(tx, idList, machineMs);
  if (count < idList.length) throw new Conflict(`outbox ${idList.join(" ")}`);
}

/**
 * A closed prompt is edited wherever it was shown: at once, or, where it has not been sent yet, in the
 * message's own priority, so that within the chat the edit leaves after what it edits.
 */
async function replacePrompts(
  tx: Tx,
  { closePrompts, nowMs }: Pick<CommitRequest, "closePrompts" | "nowMs">,
  { aside, machineMs }: WriteScene,
): Promise<void> {
  const promptIdList = closePrompts.map(({ promptId }) => promptId);
  const asked = await tx.query<Row<Outbox>>(Prisma.sql`
    SELECT ${outboxColumns} FROM outbox
    WHERE prompt_id IN (${Prisma.join(promptIdList)}) AND op = 'kirim'
      AND status IN ('menunggu', 'terkirim', 'ditahan')
    ORDER BY seq`);
  const shown = asked.filter(({ status }) => status !== "ditahan");
  const edits = closePrompts.flatMap((closed) =>
    shown
      .filter(({ promptId }) => promptId === closed.promptId)
      .flatMap((target, at, targets) => {
        // What this program cannot read stays as it was shown.
        const before = aside.read("outbox", target.id, () =>
          PesanJson.parse(JSON.parse(target.isi)),
        );
        const isi = before && replaced(before, closed);
        if (isi === null) return [];
        const { singkat: _, ...silent } = isi;
        // Told once to a chat, and not to the one it came from.
        const told = closed.asal !== null && isIn(target, closed.asal);
        const again = targets.slice(at + 1).some((later) => isIn(later, target));
        return [{ target, isi: told || again ? silent : isi }];
      }),
  );
  // What is kept for a chat that is not open has not been asked: now it never is.
  const over = new Set(
    closePrompts.filter(({ pesan }) => pesan === null).map(({ promptId }) => promptId),
  );
  const held = asked.filter(
    ({ status, promptId }) => status === "ditahan" && over.has(promptId ?? ""),
  );
  if (held.length > 0)
    await tx.execute(Prisma.sql`
      UPDATE outbox SET status = 'batal'
      WHERE id IN (${Prisma.join(held.map(({ id }) => id))}) AND status = 'ditahan'`);
  if (edits.length === 0) return;
  // The last word on a message is enough: progress that nobody could be shown meanwhile is dropped.
  const lastByTarget = new Map(edits.map((edit) => [edit.target.id, edit]));
  await tx.execute(Prisma.sql`
    UPDATE outbox SET status = 'batal'
    WHERE target_id IN (${Prisma.join([...lastByTarget.keys()])}) AND status = 'menunggu'
      AND claimed_until_ms <= ${machineMs}`);
  await outboxTable.add(
    tx,
    [...lastByTarget.values()].map((edit) => editRow(edit, nowMs)),
  );
}

function editRow(
  { target, isi }: { readonly target: Row<Outbox>; readonly isi: Pesan },
  nowMs: number,
): NewMessage {
  const { kantorId, pegawaiId, channelId, chat } = target;
  const id = randomUUID();
  return {
    id,
    dedupeKey: `ubah:${id}`,
    kantorId,
    pegawaiId,
    channelId,
    chat,
    prioritas: isUrgent(target, isi) ? 0 : target.prioritas,
    promptId: null,
    siaranId: null,
    ...fresh(nowMs),
    op: "ubah",
    targetId: target.id,
    isi: JSON.stringify(isi),
  };
}

/** What somebody just did is shown at once; nobody waits for what is pinned to be brought up to date. */
const isUrgent = ({ status }: Row<Outbox>, { sematan }: Pesan): boolean =>
  status === "terkirim" && sematan === undefined;

function replaced(
  shown: Pesan,
  { hasil, pesan }: CommitRequest["closePrompts"][number],
): Pesan | null {
  if (pesan !== null) return pesan;
  if (shown.pilihan === undefined || shown.pilihan.length === 0) return null;
  const blok = shown.blok && [...shown.blok, ...outcomeBlok(hasil)];
  return {
    teks: withOutcome(shown.teks, hasil),
    ...(blok && { blok }),
    ...(hasil.length > 0 && { singkat: hasil }),
  };
}

const outcomeBlok = (hasil: RichText): readonly BlokTeks[] =>
  hasil.length === 0 ? [] : [{ jenis: "alinea", teks: hasil }];

const isIn = (row: Row<Outbox>, { channelId, chat }: Address): boolean =>
  row.channelId === channelId && row.chat === chat;

const withOutcome = (teks: RichText, hasil: RichText): RichText =>
  hasil.length === 0 ? teks : [...teks, { teks: "\n\n" }, ...hasil];
