import { writeFile } from "node:fs/promises";
import type { Command } from "commander";
import { buildGrafik } from "../../app/papers/build-grafik.ts";
import type { PermintaanGrafik } from "../../core/grafik/permintaan.ts";
import type { Kantor } from "../../core/kantor/schema.ts";
import { labelPeriode, type Periode } from "../../core/kinerja/periode.ts";
import { createDocuments } from "../../documents/index.ts";
import { opsiKantor, readPeriode } from "../argument.ts";
import type { Cli, CliIo } from "../io.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import { type StoreDeps, withKantor } from "../with-store.ts";

const PERIODE = ["--periode <periode>", "such as 2026-TW4, 2026-S2 or 2026"] as const;
const OUTPUT = ["-o, --output <file>", "file to write"] as const;

interface Options {
  readonly kantor?: string;
  readonly output: string;
}
type PeriodeOptions = Options & { readonly periode: Periode };

/** `grafik`: the pictures the chat shows. */
export function addGrafik(program: Command, { io, settle }: Cli): void {
  const group = program.command("grafik").description("charts as .png files");
  group
    .command("capaian")
    .description("capaian by sasaran")
    .option(...opsiKantor)
    .requiredOption(...PERIODE, readPeriode)
    .requiredOption(...OUTPUT)
    .action(({ periode, ...options }: PeriodeOptions) =>
      settle(draw(io, options, { macam: "capaian", periode, unit: null })),
    );
  group
    .command("tren <kode>")
    .description("four triwulan of one indikator, the last of them that of the period")
    .option(...opsiKantor)
    .requiredOption(...PERIODE, readPeriode)
    .requiredOption(...OUTPUT)
    .action((kode: string, { periode, ...options }: PeriodeOptions) =>
      settle(draw(io, options, { macam: "tren", kode, periode })),
    );
  group
    .command("papan")
    .description("the sheet of a berkas with its deadlines")
    .option(...opsiKantor)
    .requiredOption("--berkas <id>", "as `berkas list` names it")
    .requiredOption(...OUTPUT)
    .action(({ berkas, ...options }: Options & { readonly berkas: string }) =>
      settle(drawPapan(io, options, berkas)),
    );
  group
    .command("ketepatan")
    .description("standard and used time by langkah")
    .option(...opsiKantor)
    .requiredOption(...PERIODE, readPeriode)
    .requiredOption(...OUTPUT)
    .action(({ periode, ...options }: PeriodeOptions) =>
      settle(draw(io, options, { macam: "ketepatan", periode })),
    );
}

const draw = (io: CliIo, { kantor, output }: Options, minta: PermintaanGrafik): Promise<Outcome> =>
  withKantor(io, kantor, (deps, record) => write(deps, { kantor: record.kantor, minta, output }));

const drawPapan = (io: CliIo, { kantor, output }: Options, berkasId: string): Promise<Outcome> =>
  withKantor(io, kantor, async (deps, record) => {
    const known = await deps.store.listBerkas(record.kantor.id);
    const found = known.find(({ state }) => state.id === berkasId);
    if (found === undefined) {
      return refused(`Berkas ${berkasId} tidak ada. Daftarnya: sopir berkas list --semua.`);
    }
    const { periode } = found.state;
    const minta = { macam: "papan", berkasId, periode } as const;
    return write(deps, { kantor: record.kantor, minta, output });
  });

async function write(
  deps: Pick<StoreDeps, "store" | "files" | "clock">,
  {
    kantor,
    minta,
    output,
  }: { readonly kantor: Kantor; readonly minta: PermintaanGrafik; readonly output: string },
): Promise<Outcome> {
  const { macam, periode } = minta;
  const label = `Grafik ${macam} ${labelPeriode(periode, kantor.istilahTriwulan)}`;
  const query = { kantorId: kantor.id, minta, pada: null };
  const file = await buildGrafik({ ...deps, documents: createDocuments(deps.files) }, query);
  if (file === null) {
    return refused(
      `${label} tidak ditulis: belum ada yang dapat digambar. Angkanya: sopir rekap export.`,
    );
  }
  await writeFile(output, file.data);
  return done(
    { berkas: output, kantor: kantor.id, macam, periode, ukuranByte: file.data.byteLength },
    `${label} ditulis ke ${output}.`,
  );
}
