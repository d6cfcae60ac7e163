import { z } from "zod";

/** The variables of `config.ts` that are about backups. */
export const backupVariables = {
  BACKUP_DIR: z.string().optional(),
  BACKUP_JAM: z
    .string()
    .regex(/^([01]?\d|2[0-3])$/, "must be an hour from 0 to 23")
    .transform(Number)
    .default(1),
  BACKUP_SIMPAN: z
    .string()
    .regex(/^\d{1,3}$/, "must be a number of backups, 0 for none")
    .transform(Number)
    .default(14),
} as const;

/** Where backups go, and when. */
export interface BackupConfig {
  readonly dir: string;
  /** Hour of the day by Jakarta's clock at which one falls due. */
  readonly jam: number;
  /** How many are kept; 0 when none is made by itself. */
  readonly simpan: number;
}

interface Variables {
  readonly DATA_DIR: string;
  readonly BACKUP_DIR?: string | undefined;
  readonly BACKUP_JAM: number;
  readonly BACKUP_SIMPAN: number;
}

/** Beside the data, not among them: whoever clears the one folder away still has the other. */
export const backupConfigOf = (env: Variables): BackupConfig => ({
  dir: env.BACKUP_DIR ?? `${env.DATA_DIR.replace(/[/\\]+$/, "")}-cadangan`,
  jam: env.BACKUP_JAM,
  simpan: env.BACKUP_SIMPAN,
});
