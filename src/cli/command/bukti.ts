import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Command } from "commander";
import type { Store } from "../../app/ports/store.ts";
import { pathArsip } from "../../core/arsip/isi.ts";
import type { Kantor, KantorId } from "../../core/kantor/schema.ts";
import { tahunPeriode } from "../../core/kinerja/periode.ts";
import { type BarisBukti, buktiList } from "../../core/rekap/bukti.ts";
import { ofYear } from "../../core/rekap/masukan.ts";
import { formatIso } from "../../core/waktu/instant.ts";
import { opsiKantor } from "../argument.ts";
import type { Cli, CliIo } from "../io.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import { table } from "../table.ts";
import { withKantor } from "../with-store.ts";

interface Asked {
  readonly kantor?: string;
  readonly periode?: string;
  readonly kode?: string;
}

interface Written extends Asked {
  readonly output: string;
}

/** `bukti`: what proves the figures of an office. */
export function addBukti(program: Command, { io, settle }: Cli): void {
  const bukti = program.command("bukti").description("evidence of figures");
  asked(bukti.command("list"))
    .description("files that prove figures: period, kode, name, size and SHA-256")
    .action((options: Asked) => settle(list(io, options)));
  asked(bukti.command("export"))
    .description("write these files into a folder, one below it for each indikator")
    .requiredOption("-o, --output <folder>", "folder to write into")
    .action((options: Written) => settle(write(io, options)));
}

const asked = (command: Command): Command =>
  command
    .option(...opsiKantor)
    .option("--periode <periode>", "of one period only, like 2026-TW4")
    .option("--kode <kode>", "of one indikator only");

const list = (io: CliIo, asked: Asked): Promise<Outcome> =>
  withKantor(io, asked.kantor, async ({ store }, { kantor }) => {
    const bukti = (await found(store, kantor.id, asked)).map((one) => buktiJson(one, kantor));
    if (bukti.length === 0) return done({ bukti }, "Belum ada bukti dukung.");
    return done({ bukti }, table(bukti.map((one) => Object.values(one).map(String))));
  });

const write = (io: CliIo, { output, ...asked }: Written): Promise<Outcome> =>
  withKantor(io, asked.kantor, async ({ store, files }, { kantor }) => {
    const written: string[] = [];
    const lost: string[] = [];
    for (const [index, one] of (await found(store, kantor.id, asked)).entries()) {
      const path = pathArsip([one.periode, one.kode], index + 1, one.namaBerkas);
      const data = await files.get(one.hash);
      if (data === null) {
        lost.push(path);
        continue;
      }
      await mkdir(join(output, dirname(path)), { recursive: true });
      await writeFile(join(output, path), data);
      written.push(path);
    }
    if (lost.length > 0) return refused(`Hilang dari penyimpanan: ${lost.join(", ")}.`);
    return done({ output, berkas: written }, `${written.length} berkas ditulis ke ${output}.`);
  });

/** As the rekap has it, year by year: what was taken back, or belongs to a cancelled berkas, is not among it. */
async function found(
  store: Pick<Store, "listBerkas" | "loadRekap">,
  kantorId: KantorId,
  { periode, kode }: Asked,
): Promise<readonly BarisBukti[]> {
  const berkasList = await store.listBerkas(kantorId);
  const years = new Set(berkasList.map(({ state }) => tahunPeriode(state.periode)));
  const all: BarisBukti[] = [];
  for (const tahun of [...years].toSorted((a, b) => a - b)) {
    const rows = await store.loadRekap(kantorId, tahun, null);
    if (rows !== null) all.push(...buktiList(ofYear(rows, tahun), null));
  }
  return all.filter(
    (one) =>
      (periode === undefined || one.periode === periode) &&
      (kode === undefined || one.kode === kode),
  );
}

const buktiJson = (
  { periode, kode, namaBerkas, ukuranByte, oleh, atMs, hash }: BarisBukti,
  { zonaWaktu }: Kantor,
) => ({
  periode,
  kode,
  nama: namaBerkas,
  ukuranByte,
  oleh,
  pada: formatIso(atMs, zonaWaktu),
  sha256: hash,
});
