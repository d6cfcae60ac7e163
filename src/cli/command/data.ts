import type { Command } from "commander";
import type { Moved } from "../../store/move/move.ts";
import { type Cli, type CliIo, cliLog } from "../io.ts";
import { done, type Outcome, wrongUsage } from "../outcome.ts";
import { type Places, placeOf, unmoved, withoutPasswords } from "../places.ts";
import { table } from "../table.ts";

/** `data`: the database as a whole. */
export function addData(program: Command, { io, settle }: Cli): void {
  program
    .command("data")
    .description("the database as a whole")
    .command("move")
    .description(
      "copies everything from DATABASE_URL into an empty database, and compares; stop the bot first",
    )
    .requiredOption("--to <url>", "postgresql://… or file:…; PGPASSWORD may hold the password")
    .action(({ to }: { readonly to: string }) => settle(move(io, to)));
}

async function move(io: CliIo, to: string): Promise<Outcome> {
  const { databaseUrl, dataDir } = io.config();
  const from = databaseUrl.reveal();
  const [sumber, tujuan] = [placeOf(from), placeOf(to)];
  if (sumber === null || tujuan === null)
    return wrongUsage("--to dimulai dengan postgresql:// atau file:.");
  if (sumber === tujuan) return wrongUsage("Sumber (DATABASE_URL) dan tujuan (--to) sama.");
  const { moveData } = await import("../../store/move/move.ts");
  const onPage = (nama: string, count: number, of: number): void => {
    if (of > count || count > A_LOT) io.err(`${nama}: ${count} dari ${of} baris\n`);
  };
  try {
    const log = cliLog(io);
    const moved = await moveData({ from, to, dataDir, now: io.now, log, onPage });
    const places = { sumber, tujuan };
    return moved.kind === "moved" ? arrived(moved, places) : unmoved(moved, places);
  } catch (cause) {
    throw new Error(withoutPasswords(messageOf(cause), [from, to]), { cause });
  }
}

/** Tables up to here arrive in a moment and are not told of while they do. */
const A_LOT = 1_000;

const messageOf = (cause: unknown): string =>
  cause instanceof Error ? cause.message : String(cause);

type Arrived = Extract<Moved, { readonly kind: "moved" }>;

function arrived({ sums, logs, resumed }: Arrived, { sumber, tujuan }: Places): Outcome {
  const baris = sums.reduce((sum, { count }) => sum + count, 0);
  const json = {
    sumber,
    tujuan,
    dilanjutkan: resumed,
    tabel: sums.map(({ table: nama, count, sidik }) => ({ nama, baris: count, sidik })),
    kantor: logs.map(({ kantorId, count }) => ({ id: kantorId, catatan: count })),
  };
  const rows = sums.map(({ table: nama, count, sidik }) => [nama, `${count}`, sidik.slice(0, 12)]);
  const text = [
    table([["tabel", "baris", "sidik"], ...rows]),
    "",
    ...logs.map(({ kantorId, count }) => `${kantorId}: ${count} catatan, rantai utuh.`),
    `${baris} baris pindah ke ${tujuan}${resumed ? ", melanjutkan yang terputus" : ""}; semua tabel sama.`,
    "Setel DATABASE_URL ke tujuan, lalu mulai bot. DATA_DIR tetap; jangan jalankan bot pada sumber lagi.",
  ];
  return done(json, text.join("\n"));
}
