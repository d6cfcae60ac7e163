import type { Command } from "commander";
import { formatIso } from "../../core/waktu/instant.ts";
import { opsiKantor, readTahun } from "../argument.ts";
import type { Cli, CliIo } from "../io.ts";
import { done, type Outcome } from "../outcome.ts";
import { table } from "../table.ts";
import { withKantor } from "../with-store.ts";

/** `nomor`: the registers of letters. */
export function addNomor(program: Command, { io, settle }: Cli): void {
  program
    .command("nomor")
    .description("register of letters")
    .command("list")
    .description("numbers of a year, cancelled ones with the reason")
    .option(...opsiKantor)
    .requiredOption("--tahun <tahun>", "year of the letters", readTahun)
    .action((options: ListOptions) => settle(list(io, options)));
}

interface ListOptions {
  readonly kantor?: string;
  readonly tahun: number;
}

const list = (io: CliIo, { kantor: kantorId, tahun }: ListOptions): Promise<Outcome> =>
  withKantor(io, kantorId, async ({ store }, { kantor }) => {
    const nomor = (await store.listNomor(kantor.id, tahun)).map((row) => ({
      register: row.register,
      urut: row.urut,
      nomor: row.nomor,
      perihal: row.perihal,
      berkas: row.berkasId,
      oleh: row.oleh,
      pada: formatIso(row.atMs, kantor.zonaWaktu),
      batal: row.batal,
    }));
    if (nomor.length === 0) return done({ nomor }, `Belum ada nomor pada tahun ${tahun}.`);
    const rows = nomor.map((one) => [
      one.register,
      String(one.urut),
      one.nomor ?? "(di luar sopir)",
      one.perihal,
      one.oleh,
      one.pada,
      one.batal === null ? "" : `BATAL: ${one.batal}`,
    ]);
    return done({ nomor }, table(rows));
  });
