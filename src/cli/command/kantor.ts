import type { Command } from "commander";
import { opsiKantor, readTahun } from "../argument.ts";
import type { Cli, CliIo } from "../io.ts";
import { done, type Outcome } from "../outcome.ts";
import { table } from "../table.ts";
import { withStore } from "../with-store.ts";
import { exportKantor, template } from "./kantor-export.ts";
import { type LoadOptions, load } from "./kantor-load.ts";
import { type TahunOptions, tahunBaru } from "./kantor-tahun.ts";

interface Target {
  readonly output: string;
}

interface TemplateTarget extends Target {
  readonly sop?: readonly string[];
}

/** `kantor`: the offices this installation serves. */
export function addKantor(program: Command, { io, json, settle }: Cli): void {
  const kantor = program.command("kantor").description("offices");
  kantor
    .command("load <file...>")
    .description(
      "create or update offices from workbooks (.xlsx) and YAML files, or from all YAML files of a folder; shows what changes, asks before a workbook or running work is taken, prints an invitation per pegawai without an account",
    )
    .option("--apply", "workbooks, and where running berkas are touched, without asking")
    .option("--timpa", "people as the file has them, also where the chat has changed them since")
    .option("--dengan-contoh", "with the invented figures of the demo office, if the file has them")
    .action((fileList: readonly string[], options: LoadOptions) =>
      settle(load({ io, json }, fileList, options)),
    );
  kantor
    .command("template")
    .description("write the empty workbook an office is set up with")
    .requiredOption("-o, --output <file>", "file to write, .xlsx")
    .option("--sop <id...>", "sheets the office runs, chosen in it already")
    .action(({ output, sop }: TemplateTarget) => settle(template(io, output, sop ?? [])));
  kantor
    .command("export [id]")
    .description("write an office as a workbook (.xlsx) or as YAML, as it stands in the database")
    .requiredOption("-o, --output <file>", "file to write, .xlsx or .yaml")
    .action((id: string | undefined, { output }: Target) => settle(exportKantor(io, id, output)));
  kantor
    .command("tahun-baru")
    .argument("<tahun>", "year", readTahun)
    .description("the indikator of a year to come, copied from the last one that has any")
    .option("--ubah <baris...>", 'targets that differ: "KODE TW1 TW2 TW3 TW4 YEAR"; - for none')
    .option("-o, --output <file>", "instead, the workbook with the rows of that year filled in")
    .option("--batal", "take the copy back, while no berkas of that year was opened")
    .option(...opsiKantor)
    .action((tahun: number, options: TahunOptions) => settle(tahunBaru(io, tahun, options)));
  kantor
    .command("list")
    .description("offices in the database")
    .action(() => settle(list(io)));
}

async function list(io: CliIo): Promise<Outcome> {
  const kantor = await withStore(io, async ({ store }) =>
    Promise.all(
      (await store.listKantor()).map(async ({ kantor: one }) => ({
        id: one.id,
        nama: one.nama,
        kabupaten: one.kabupaten,
        zonaWaktu: one.zonaWaktu,
        sop: one.sopIdList,
        pegawai: one.pegawaiList.length,
        aktif: one.aktif !== false,
        pemantau: one.pemantau ?? null,
        terhubung: new Set((await store.listAccount(one.id)).map(({ pegawaiId }) => pegawaiId))
          .size,
      })),
    ),
  );
  if (kantor.length === 0) return done({ kantor }, "Belum ada kantor.");
  const rows = kantor.map(({ id, nama, kabupaten, pegawai, terhubung, aktif, pemantau }) => [
    id,
    nama,
    kabupaten,
    `${terhubung}/${pegawai}${aktif ? "" : ", tidak aktif"}${pemantau === null ? "" : `, dipantau ${pemantau}`}`,
  ]);
  return done({ kantor }, table([["id", "nama", "kabupaten", "terhubung"], ...rows]));
}
