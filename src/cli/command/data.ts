import { resolve } from "node:path";
import { unescape } from "node:querystring";
import type { Command } from "commander";
import type { Moved, Side } from "../../store/move/move.ts";
import { type Cli, type CliIo, cliLog } from "../io.ts";
import { done, type Outcome, refused, wrongUsage } from "../outcome.ts";
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
    return outcomeOf(moved, { sumber, tujuan });
  } catch (cause) {
    throw new Error(withoutPasswords(messageOf(cause), [from, to]), { cause });
  }
}

/** Tables up to here arrive in a moment and are not told of while they do. */
const A_LOT = 1_000;

/** A database as it may be shown: where it is, never by which password. Null where it is no URL of one. */
function placeOf(url: string): string | null {
  if (url.startsWith("file:")) return `file:${resolve(url.slice("file:".length))}`;
  if (!/^postgres(ql)?:/.test(url) || !URL.canParse(url)) return null;
  const { hostname, port, pathname } = new URL(url);
  return `postgresql://${hostname}:${port || DEFAULT_PORT}${pathname}`;
}

const DEFAULT_PORT = "5432";

/** Whatever a driver puts into its sentence. */
function withoutPasswords(text: string, urls: readonly string[]): string {
  const passwords = urls.flatMap((url) => {
    const password = URL.canParse(url) ? new URL(url).password : "";
    return password === "" ? [] : [password, unescape(password)];
  });
  return passwords.reduce((said, password) => said.replaceAll(password, "[secret]"), text);
}

const messageOf = (cause: unknown): string =>
  cause instanceof Error ? cause.message : String(cause);

interface Places {
  readonly sumber: string;
  readonly tujuan: string;
}

function outcomeOf(moved: Moved, places: Places): Outcome {
  switch (moved.kind) {
    case "moved":
      return arrived(moved, places);
    case "in-use":
      return refused(inUse(moved, places));
    case "nothing-there":
      return refused(`Tidak ada yang dipindahkan: ${places.sumber} kosong.`);
    case "not-empty":
      return refused(
        `${places.tujuan} tidak kosong (${moved.tables.join(", ")}). Pakai database yang kosong.`,
      );
    case "moved-before":
      return refused(
        `${places.tujuan} sudah berisi pindahan yang selesai. Untuk memindahkan lagi, pakai database yang kosong.`,
      );
    case "other-source":
      return refused(
        `${places.tujuan} berisi pindahan yang terputus dari data lain, atau ${places.sumber} sudah berubah sejak itu. ${ULANGI}`,
      );
    case "changed":
      return refused(`${places.sumber} berubah selagi disalin. ${HENTIKAN} ${ULANGI}`);
    case "log-broken":
      return refused(brokenLog(moved));
    case "differs":
      return refused(differs(moved), { tabel: moved.tables });
  }
}

const HENTIKAN = "Hentikan bot dan semua yang memakainya.";
const ULANGI = "Kosongkan tujuan, lalu jalankan sekali lagi.";

type Of<K extends Moved["kind"]> = Extract<Moved, { readonly kind: K }>;

function arrived({ sums, logs, resumed }: Of<"moved">, { sumber, tujuan }: Places): Outcome {
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

function inUse({ side, others }: Of<"in-use">, places: Places): string {
  const what =
    others === null
      ? `Bot sedang berjalan pada ${places[side]}.`
      : `Masih ada ${others} sambungan lain ke ${places[side]}.`;
  return `${what} ${HENTIKAN} Lalu jalankan sekali lagi.`;
}

function brokenLog({ side, broken }: Of<"log-broken">): string {
  const lines = broken.map(
    ({ kantorId, seq }) =>
      `Log ${kantorId} pada ${side} tidak utuh: catatan ke-${seq} tidak sesuai rantainya.`,
  );
  return [...lines, SESUDAH_LOG[side]].join("\n");
}

const SESUDAH_LOG: { readonly [S in Side]: string } = {
  sumber: "Tidak ada yang disalin. Kembalikan sumber dari cadangan yang utuh.",
  tujuan: ULANGI,
};

const differs = ({ tables }: Of<"differs">): string =>
  [
    ...tables.map(
      ({ table: nama, count, arrived: there }) =>
        `Tabel ${nama} tidak sama: ${count} baris di sumber, ${there} di tujuan.`,
    ),
    ULANGI,
  ].join("\n");
