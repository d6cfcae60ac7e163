import type { Instant } from "../waktu/instant.ts";
import type { PegawaiId } from "./schema.ts";

/** A chat account, and since when its service refuses what we send there. */
export interface Jangkauan {
  readonly pegawaiId: PegawaiId;
  /** Null while it takes messages. */
  readonly takTerjangkauMs: Instant | null;
}

/**
 * Since when nothing we write reaches somebody: all of their accounts take no messages. Null while one
 * does, and for people without an account.
 */
export function takTerjangkauSejak(
  akunList: readonly Jangkauan[],
  pegawaiId: PegawaiId,
): Instant | null {
  const mine = akunList.filter((one) => one.pegawaiId === pegawaiId);
  const sinceList = mine.flatMap(({ takTerjangkauMs }) => takTerjangkauMs ?? []);
  return mine.length === 0 || sinceList.length < mine.length ? null : Math.max(...sinceList);
}
