import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Command } from "commander";
import type { RealisasiRow } from "../../app/ports/rows.ts";
import { pathArsip } from "../../core/arsip/isi.ts";
import type { Bukti } from "../../core/formulir/nilai.ts";
import { formatIso } from "../../core/waktu/instant.ts";
import type { Cli, CliIo } from "../io.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import { table } from "../table.ts";
import { withKantor } from "../with-store.ts";

/** `bukti`: what proves the figures of an office. */
export function addBukti(program: Command, { io, settle }: Cli): void {
  const group = program.command("bukti").description("evidence of figures");
  group
    .command("list")
    .description("files that prove figures: period, kode, name, size and SHA-256")
    .option("--kantor <id>", "office; not needed where there is only one")
    .option("--periode <periode>", "of one period only, like 2026-TW4")
    .option("--kode <kode>", "of one indikator only")
    .action((options: Asked) => settle(list(io, options)));
  group
    .command("export")
    .description("write these files into a folder, one below it for each indikator")
    .option("--kantor <id>", "office; not needed where there is only one")
    .option("--periode <periode>", "of one period only, like 2026-TW4")
    .option("--kode <kode>", "of one indikator only")
    .requiredOption("-o, --output <folder>", "folder to write into")
    .action((options: Asked & { readonly output: string }) => settle(write(io, options)));
}

interface Asked {
  readonly kantor?: string;
  readonly periode?: string;
  readonly kode?: string;
}

/** A file with the figure it was last sent for. */
interface Terbukti {
  readonly row: RealisasiRow;
  readonly bukti: Bukti;
}

const list = (io: CliIo, asked: Asked): Promise<Outcome> =>
  withKantor(io, asked.kantor, async ({ store }, { kantor }) => {
    const bukti = currentOf(await store.listBukti(kantor.id), asked).map(
      ({ row, bukti: file }) => ({
        periode: row.periode,
        kode: row.kode,
        nama: file.nama,
        ukuranByte: file.ukuranByte,
        oleh: row.oleh,
        pada: formatIso(row.atMs, kantor.zonaWaktu),
        sha256: file.hash,
      }),
    );
    if (bukti.length === 0) return done({ bukti }, "Belum ada bukti dukung.");
    return done({ bukti }, table(bukti.map((one) => Object.values(one).map(String))));
  });

const write = (io: CliIo, { output, ...asked }: Asked & { readonly output: string }) =>
  withKantor(io, asked.kantor, async ({ store, files }, { kantor }) => {
    const found = currentOf(await store.listBukti(kantor.id), asked);
    const written: string[] = [];
    const lost: string[] = [];
    for (const [index, { row, bukti }] of found.entries()) {
      const path = pathArsip([row.periode, row.kode], index + 1, bukti.nama);
      const data = await files.get(bukti.hash);
      if (data === null) {
        lost.push(path);
        continue;
      }
      await mkdir(join(output, row.periode, row.kode), { recursive: true });
      await writeFile(join(output, path), data);
      written.push(path);
    }
    if (lost.length > 0) return refused(`Hilang dari penyimpanan: ${lost.join(", ")}.`);
    return done({ output, berkas: written }, `${written.length} berkas ditulis ke ${output}.`);
  });

/** The files that prove the newest revision of each figure; what was taken back is not among them. */
function currentOf(rows: readonly RealisasiRow[], asked: Asked): readonly Terbukti[] {
  const newest = new Map(rows.map((row) => [`${row.berkasId} ${row.kode}`, row]));
  return [...newest.values()]
    .filter(({ periode }) => asked.periode === undefined || asked.periode === periode)
    .filter(({ kode }) => asked.kode === undefined || asked.kode === kode)
    .flatMap((row) => row.bukti.map((bukti) => ({ row, bukti })));
}
