import type { Kantor } from "../kantor/schema.ts";
import { catatanText } from "../pesan/catatan.ts";
import type { Kamus } from "../pesan/kamus.ts";
import { pembacaOf } from "../pesan/ucap.ts";
import { type CatatanRekap, jabatanOf } from "../rekap/masukan.ts";
import { formatWaktu } from "../waktu/format.ts";

/** The event log of a berkas, one JSON document a line: what was written, hashes and all. */
export const logJsonLines = (log: readonly CatatanRekap[]): string =>
  log.map((entry) => `${JSON.stringify(entry)}\n`).join("");

/** The event log of a berkas in words, one entry a line. */
export const logText = (
  log: readonly CatatanRekap[],
  { kamus, kantor }: { readonly kamus: Kamus; readonly kantor: Kantor },
): string =>
  log
    .map(({ seq, atMs, oleh, jenis, data }) => {
      const waktu = formatWaktu(atMs, kantor.zonaWaktu, { tahun: true });
      return `${seq}. ${waktu} — ${jabatanOf(kantor, oleh)}: ${catatanText(pembacaOf({ kamus, kantor }, null), jenis, data)}\n`;
    })
    .join("");
