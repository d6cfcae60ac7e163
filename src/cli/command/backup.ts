import { existsSync } from "node:fs";
import { join } from "node:path";
import { type Command, Option } from "commander";
import { isWhole } from "../../app/clock/nightly-backup.ts";
import { lookThrough } from "../../app/papers/look-through.ts";
import type { Backup, Backups, Temuan, Verified } from "../../app/ports/backups.ts";
import { formatWaktu } from "../../core/waktu/format.ts";
import type { Restored } from "../../store/backup/restore.ts";
import { type Cli, type CliIo, cliLog } from "../io.ts";
import { done, type Outcome, refused, wrongUsage } from "../outcome.ts";
import { placeOf, unmoved, withoutPasswords } from "../places.ts";
import { table } from "../table.ts";
import { alatList, type Copying, copyAway } from "./backup-copy.ts";

/** `backup`: copies of everything an installation must not lose. */
export function addBackup(program: Command, { io, settle }: Cli): void {
  const backup = program.command("backup").description("copies of the database and the papers");
  backup
    .command("create")
    .description("make one in BACKUP_DIR beside the running bot, and read it back")
    .action(() => settle(create(io)));
  backup
    .command("list")
    .description("those in BACKUP_DIR, oldest first")
    .option(
      "--terbaru",
      "print only the folder of the newest good one, for a script that copies it",
    )
    .action(({ terbaru }: { readonly terbaru?: true }) => settle(list(io, terbaru === true)));
  backup
    .command("verify")
    .argument("[folder]", "a name in BACKUP_DIR or a folder elsewhere; the newest if not given")
    .description("read every byte back: sums, database, logs and papers")
    .action((folder: string | undefined) => settle(verify(io, folder)));
  backup
    .command("copy")
    .argument("<target>", "a folder, user@host:folder, or a remote of rclone with its path")
    .addOption(
      new Option(
        "--alat <name>",
        "which program brings it there; by the target if not given",
      ).choices(alatList),
    )
    .description("read the newest good one back and copy it somewhere else by rsync or rclone")
    .action((tujuan: string, { alat }: { readonly alat?: (typeof alatList)[number] }) =>
      settle(copy(io, tujuan, alat)),
    );
  backup
    .command("restore")
    .argument("<folder>", "a name in BACKUP_DIR or a folder elsewhere")
    .description(
      "bring one back into an empty DATABASE_URL (either engine) and an empty DATA_DIR; stop the bot first",
    )
    .action((folder: string) => settle(restore(io, folder)));
}

/** The backups of this installation. */
export async function backupsOf(io: CliIo): Promise<Backups> {
  const { createBackups } = await import("../../store/backup/create.ts");
  const { databaseUrl, dataDir, backup } = io.config();
  return createBackups({ url: databaseUrl.reveal(), dataDir, dir: backup.dir, log: cliLog(io) });
}

async function create(io: CliIo): Promise<Outcome> {
  const { databaseUrl } = io.config();
  const url = databaseUrl.reveal();
  if (url.startsWith("file:") && !existsSync(url.slice("file:".length)))
    return refused(`Tidak ada yang dicadangkan: ${placeOf(url)} belum ada.`);
  try {
    const made = await (await backupsOf(io)).create(io.now(), lookThrough);
    if (made === null)
      return refused("Cadangan lain sedang dibuat. Tunggu, lalu lihat: sopir backup list.");
    if (made.temuan.length === 0)
      return done(made, `${made.path}\n${isiOf(made)}; dibaca ulang, utuh.`);
    const text = [
      made.path,
      `${isiOf(made)}. Cadangan dibuat, tetapi yang berikut sudah tidak utuh di tempat asalnya:`,
      ...sebut(made.temuan),
      "Jalankan doctor, dan kembalikan yang rusak dari cadangan sebelumnya.",
    ];
    return refused(text.join("\n"), made);
  } catch (cause) {
    const said = cause instanceof Error ? cause.message : String(cause);
    throw new Error(withoutPasswords(said, [url]), { cause });
  }
}

const copy = async (io: CliIo, tujuan: string, alat: Copying["alat"]): Promise<Outcome> =>
  copyAway({ backups: await backupsOf(io), tujuan, alat, nowMs: io.now() });

async function list(io: CliIo, terbaru: boolean): Promise<Outcome> {
  const { ada, rusak } = await (await backupsOf(io)).list();
  if (terbaru) {
    const good = ada.findLast(isWhole);
    return good === undefined ? refused(`${BELUM} ${BUAT}`) : done(good, good.path);
  }
  const rows = ada.map((one) => [
    one.nama,
    formatWaktu(one.dibuatMs, "Asia/Jakarta"),
    isiOf(one),
    isWhole(one) ? "utuh" : `${one.temuan.length} tidak utuh sejak dibuat`,
  ]);
  const broken = rusak.map((nama) => [nama, "", "", "manifes tidak terbaca, tidak dapat dipakai"]);
  const all = [...rows, ...broken];
  return done({ cadangan: ada, rusak }, all.length === 0 ? `${BELUM} ${BUAT}` : table(all));
}

const BELUM = "Belum ada cadangan.";
const BUAT = "Buat: sopir backup create.";

async function verify(io: CliIo, folder: string | undefined): Promise<Outcome> {
  const backups = await backupsOf(io);
  const path = folder === undefined ? (await backups.list()).ada.at(-1)?.path : pathOf(io, folder);
  if (path === undefined) return refused(`${BELUM} ${BUAT}`);
  const verified = await backups.verify(path, lookThrough);
  if (verified === null) return noSuch(path);
  const { backup, temuan } = verified;
  const json = { path, cadangan: backup, temuan };
  if (backup !== null && temuan.length === 0)
    return done(json, `${path}\n${isiOf(backup)}; semua dibaca, utuh.`);
  const text = [`${path} tidak utuh:`, ...sebut(temuan), "Pakai cadangan lain: sopir backup list."];
  return refused(text.join("\n"), json);
}

/** A name is one of ours, unless it is a folder somewhere else. */
const pathOf = (io: CliIo, folder: string): string =>
  existsSync(folder) ? folder : join(io.config().backup.dir, folder);

const noSuch = (path: string): Outcome =>
  wrongUsage(`${path} tidak ada. Daftarnya: sopir backup list.`);

async function restore(io: CliIo, folder: string): Promise<Outcome> {
  const { databaseUrl, dataDir } = io.config();
  const url = databaseUrl.reveal();
  const path = pathOf(io, folder);
  const verified = await (await backupsOf(io)).verify(path, lookThrough);
  if (verified === null) return noSuch(path);
  const { backup } = verified;
  const damage = damageOf(verified);
  if (backup === null || damage.length > 0) {
    const text = [`${path} tidak utuh; tidak ada yang dipulihkan:`, ...sebut(damage), PAKAI_LAIN];
    return refused(text.join("\n"), { temuan: damage });
  }
  const { restoreBackup } = await import("../../store/backup/restore.ts");
  const onPage = (nama: string, count: number, of: number): void => {
    if (of > count) io.err(`${nama}: ${count} dari ${of} baris\n`);
  };
  try {
    const log = cliLog(io);
    const restored = await restoreBackup({ path, url, dataDir, now: io.now, log, onPage });
    return outcomeOf(restored, { backup, url, dataDir });
  } catch (cause) {
    const said = cause instanceof Error ? cause.message : String(cause);
    throw new Error(withoutPasswords(said, [url]), { cause });
  }
}

const PAKAI_LAIN = "Pakai cadangan lain: sopir backup list.";

/** What the backup has lost since; what the office lacked already when it was made stands in its manifest. */
const damageOf = ({ backup, temuan }: Verified): readonly Temuan[] =>
  temuan.filter(({ apa }) => backup?.temuan.every((known) => known.apa !== apa) ?? true);

interface Restoring {
  readonly backup: Backup;
  readonly url: string;
  readonly dataDir: string;
}

function outcomeOf(restored: Restored, { backup, url, dataDir }: Restoring): Outcome {
  const places = { sumber: backup.path, tujuan: placeOf(url) ?? "DATABASE_URL" };
  if (restored.kind === "papers-there")
    return refused(
      `${dataDir} tidak kosong: ada ${restored.count} berkas yang bukan dari cadangan ini. ` +
        "Tidak ada yang ditulis. Pindahkan folder itu atau setel DATA_DIR ke folder yang kosong, lalu jalankan sekali lagi.",
    );
  if (restored.kind !== "moved") return unmoved(restored, places);
  const baris = restored.sums.reduce((sum, { count }) => sum + count, 0);
  const waktu = formatWaktu(backup.dibuatMs, "Asia/Jakarta");
  const text = [
    ...restored.logs.map(({ kantorId, count }) => `${kantorId}: ${count} catatan, rantai utuh.`),
    `${baris} baris dan ${backup.jumlahBerkas} berkas dipulihkan ke ${places.tujuan} dan ${dataDir}; semuanya dibaca ulang.`,
    ...(backup.temuan.length === 0
      ? []
      : ["Sudah tidak utuh ketika dicadangkan:", ...sebut(backup.temuan)]),
    `Keadaannya seperti pada ${waktu}; yang sesudahnya tidak ada. Jalankan doctor, mulai bot, lalu beri tahu kantor.`,
  ];
  return done({ cadangan: backup, baris, kantor: restored.logs }, text.join("\n"));
}

const sebut = (temuan: readonly Temuan[]): readonly string[] => {
  const more = temuan.length - DISEBUT;
  const named = temuan.slice(0, DISEBUT).map(({ apa, keadaan }) => `- ${apa}: ${keadaan}`);
  return more > 0 ? [...named, `- dan ${more} lagi`] : named;
};

/** More than so many are not named one by one; `--json` has them all. */
const DISEBUT = 20;

function isiOf({ kantor, jumlahBerkas, ukuranByte }: Backup): string {
  const mb = (ukuranByte / 1_000_000).toFixed(1).replace(".", ",");
  return `${kantor.length} kantor, ${jumlahBerkas} berkas, ${mb} MB`;
}
