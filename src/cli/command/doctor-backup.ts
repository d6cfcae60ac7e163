import { stat } from "node:fs/promises";
import { lastWhole } from "../../app/clock/nightly-backup.ts";
import { formatWaktu } from "../../core/waktu/format.ts";
import type { CliIo } from "../io.ts";
import { backupsOf } from "./backup.ts";

/** Older than this it is no longer last night's that is missing. */
const LATE_MS = 2 * 86_400_000;

/** Whether last night's backup is there, and whether it would outlive the disk. */
export async function checkBackups(io: CliIo): Promise<string | { readonly awas: string }> {
  const { backup, dataDir, clock } = io.config();
  if (clock !== "system") return "latihan, tidak dicadangkan sendiri";
  const { ada, rusak } = await (await backupsOf(io)).list();
  if (rusak.length > 0)
    throw new Error(`${rusak.join(", ")} di ${backup.dir} tidak terbaca: hapus foldernya`);
  const good = lastWhole(ada, io.now());
  if (backup.simpan === 0 && good === null) return "BACKUP_SIMPAN=0, dicadangkan dengan cara lain";
  const buat = "Buat: sopir backup create, dan lihat lognya bila cadangan malam gagal";
  if (good === null) return { awas: `belum ada cadangan yang utuh di ${backup.dir}. ${buat}` };
  const when = `cadangan utuh terakhir ${formatWaktu(good.dibuatMs, "Asia/Jakarta")}`;
  if (io.now() - good.dibuatMs > LATE_MS) throw new Error(`${when}, lebih dari dua hari. ${buat}`);
  if ((await stat(backup.dir)).dev !== (await stat(dataDir)).dev) return when;
  return {
    awas: `${when}, pada disk yang sama dengan DATA_DIR: salin juga ke tempat lain (docs/operasi.md)`,
  };
}
