// What the rivals of W1 say; sopir says it in its own words.
import { join } from "node:path";
import Database from "better-sqlite3";

export const KODE = Array.from({ length: 10 }, (_, n) => `1.${n + 1}`);

export const ask = (kode) =>
  kode === undefined
    ? "Semua angka sudah terisi."
    : `Indikator ${kode}\nNilai layanan ${kode}\nTarget triwulan 80 nilai\n\nBerapa realisasinya?`;

/** As sopir keeps its file: a commit is on disk when it returns. */
export function openDatabase(dir) {
  const database = new Database(join(dir, "bench.db"));
  database.pragma("journal_mode = WAL");
  database.pragma("synchronous = FULL");
  return database;
}

/** Ready to be asked; only sopir has anything more to do. */
export const ready = () => process.send({ result: "ready" });
