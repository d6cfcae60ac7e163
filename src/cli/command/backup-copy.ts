import { spawn } from "node:child_process";
import { once } from "node:events";
import { isWhole } from "../../app/clock/nightly-backup.ts";
import { lookThrough } from "../../app/papers/look-through.ts";
import type { Backup, Backups, Temuan } from "../../app/ports/backups.ts";
import { toLocal } from "../../core/waktu/instant.ts";
import { done, type Outcome, refused, wrongUsage } from "../outcome.ts";

/** Programs that bring a folder somewhere else; each sends only what is not there yet. */
export const alatList = ["rsync", "rclone"] as const;
type Alat = (typeof alatList)[number];

/** Where the newest backup goes, by whom, and on which day. */
export interface Copying {
  readonly backups: Backups;
  /** A folder, `user@host:folder` for rsync, or a remote of rclone with its path. */
  readonly tujuan: string;
  readonly alat: Alat | undefined;
  readonly nowMs: number;
}

/**
 * Reads the newest backup back and brings it to `tujuan/terbaru`. What is replaced or removed there is put
 * aside in `tujuan/lama` under the day, so that a backup that went bad overwrites nothing for good.
 */
export async function copyAway(copying: Copying): Promise<Outcome> {
  const tujuan = copying.tujuan.replace(/\/+$/, "");
  if (tujuan === "" || tujuan.startsWith("-"))
    return wrongUsage(`${copying.tujuan} bukan tujuan salinan.`);
  const { backups, nowMs, alat = alatFor(tujuan) } = copying;
  const newest = (await backups.list()).ada.findLast(isWhole);
  if (newest === undefined) return refused("Belum ada cadangan. Buat: sopir backup create.");
  const verified = await backups.verify(newest.path, lookThrough);
  const temuan: readonly Temuan[] = verified?.temuan ?? [];
  if (verified === null || temuan.length > 0) return damaged(newest, temuan);
  const hari = toLocal(nowMs, "Asia/Jakarta").tanggal;
  const ended = await runTool(alat, argumentsOf[alat](newest.path, tujuan, hari));
  if (ended !== null) return refused(`${ended} Tidak ada yang hilang di sini; ulangi sesudahnya.`);
  return done(
    { path: newest.path, tujuan: `${tujuan}/terbaru`, alat },
    `${newest.path}\ndibaca ulang, utuh, dan disalin dengan ${alat} ke ${tujuan}/terbaru; ` +
      `yang digantikannya ada di ${tujuan}/lama/${hari}.`,
  );
}

/** `remote:path` without a user is how rclone names a place; one letter is a drive of Windows. */
const alatFor = (tujuan: string): Alat =>
  /^[\w .+-]{2,}:(?!\/\/)/.test(tujuan) && !tujuan.includes("@") ? "rclone" : "rsync";

type Arguments = (path: string, tujuan: string, hari: string) => readonly string[];

/** Lists of arguments, which no shell reads. */
const argumentsOf: { readonly [A in Alat]: Arguments } = {
  rsync: (path, tujuan, hari) => [
    "--archive",
    "--delete",
    "--mkpath",
    "--backup",
    `--backup-dir=../lama/${hari}`,
    "--",
    `${path}/`,
    `${tujuan}/terbaru/`,
  ],
  rclone: (path, tujuan, hari) => [
    "sync",
    `--backup-dir=${tujuan}/lama/${hari}`,
    "--",
    path,
    `${tujuan}/terbaru`,
  ],
};

/** Null when the tool did what was asked of it; else what it said. */
async function runTool(alat: Alat, argv: readonly string[]): Promise<string | null> {
  const child = spawn(alat, argv, { stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  child.stderr.on("data", (chunk) => {
    said = `${said}${chunk}`.slice(-SAID_MAX);
  });
  try {
    const [code] = await once(child, "close");
    if (code === 0) return null;
    const lines = said.trim().split("\n").slice(-LINES_MAX).join("\n");
    return `${alat} gagal (kode ${String(code)}).\n${lines}\n`;
  } catch (cause) {
    if (!(cause instanceof Error && "code" in cause && cause.code === "ENOENT")) throw cause;
    return `${alat} belum terpasang. Pasang (apt-get install ${alat}), atau pilih yang lain dengan --alat.`;
  }
}

const SAID_MAX = 4_000;
const LINES_MAX = 5;

const damaged = ({ path }: Backup, temuan: readonly Temuan[]): Outcome =>
  refused(
    [
      `${path} tidak utuh lagi; tidak ada yang disalin:`,
      ...temuan.slice(0, LINES_MAX).map(({ apa, keadaan }) => `- ${apa}: ${keadaan}`),
      "Buat yang baru: sopir backup create.",
    ].join("\n"),
    { temuan },
  );
