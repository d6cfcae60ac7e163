import type { Command } from "commander";
import { buildLke } from "../../app/papers/build-lke.ts";
import { createNaskahFiles } from "../../app/papers/naskah-file.ts";
import { readLke } from "../../catalog/load-lke.ts";
import { isTindakLanjutLhe, rekomendasiList } from "../../core/engine/rekomendasi.ts";
import { tahunPeriode } from "../../core/kinerja/periode.ts";
import { createDocuments } from "../../documents/index.ts";
import { opsiKantor, readTahun } from "../argument.ts";
import type { Cli, CliIo } from "../io.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import { table } from "../table.ts";
import { withKantor } from "../with-store.ts";
import { writeWhole } from "../write-whole.ts";

interface Asked {
  readonly kantor?: string;
  readonly output: string;
}

/** `lke`: what proves a year to the evaluators of SAKIP. */
export function addLke(program: Command, { io, settle }: Cli): void {
  const lke = program
    .command("lke")
    .description("what evaluators of SAKIP ask for, and what they recommended");
  lke
    .command("paket", { isDefault: true })
    .description("write what evaluators of SAKIP ask for as a .zip file, indexed by flows/lke.yaml")
    .argument("<tahun>", "year of the figures", readTahun)
    .option(...opsiKantor)
    .requiredOption("-o, --output <file>", "file to write")
    .action((tahun: number, options: Asked) => settle(write(io, tahun, options)));
  lke
    .command("rekomendasi")
    .description("recommendations on a year, who answers for each until when, and what was done")
    .argument("<tahun>", "year that was evaluated", readTahun)
    .option(...opsiKantor)
    .action((tahun: number, options: Pick<Asked, "kantor">) => settle(list(io, tahun, options)));
}

const list = (
  io: CliIo,
  tahun: number,
  { kantor: named }: Pick<Asked, "kantor">,
): Promise<Outcome> =>
  withKantor(io, named, async ({ store }, { kantor }) => {
    const berkas = (await store.listBerkas(kantor.id)).find(
      ({ sop, state }) =>
        isTindakLanjutLhe(sop) &&
        tahunPeriode(state.periode) === tahun &&
        state.status !== "dibatalkan",
    );
    if (berkas === undefined) {
      return refused(
        `${kantor.nama} belum mencatat rekomendasi LHE ${tahun}; dicatat dengan /lke.`,
      );
    }
    const rekomendasi = rekomendasiList(berkas, kantor).map(
      ({ nomor, kriteria, uraian, penanggungJawab, batas, tindakLanjut, buktiList }) => ({
        nomor,
        kriteria,
        uraian,
        penanggungJawab,
        batas,
        tindakLanjut,
        bukti: buktiList.map(({ hash }) => hash),
      }),
    );
    const rows = rekomendasi.map((one) => [
      String(one.nomor),
      one.kriteria,
      one.uraian,
      one.penanggungJawab,
      one.batas,
      one.tindakLanjut ?? "belum",
      `${one.bukti.length} bukti`,
    ]);
    return done({ kantor: kantor.id, tahun, berkas: berkas.state.id, rekomendasi }, table(rows));
  });

const write = (io: CliIo, tahun: number, { kantor: named, output }: Asked): Promise<Outcome> =>
  withKantor(io, named, async (deps, { kantor }) => {
    const lke = await readLke(io.flows);
    const naskah = createNaskahFiles({ ...deps, documents: createDocuments(deps.files) });
    const paket = await buildLke(
      {
        ...deps,
        documents: createDocuments(deps.files),
        fileOf: (id, bentuk) => naskah.get(kantor.id, id, bentuk),
      },
      { kantorId: kantor.id, tahun, lke },
    );
    if (paket === null) return refused(`${kantor.nama} tidak mempunyai berkas tahun ${tahun}.`);
    await writeWhole(paket.zip, output);
    const kurang = [...new Set(paket.indeks.flatMap((one) => one.kurang))];
    const kriteria = paket.indeks.map((one) => ({
      kode: one.kriteria.kode,
      berkas: one.pathList,
      kurang: one.kurang,
    }));
    const missing =
      kurang.length === 0 ? "Tidak ada yang kurang." : `Belum ada: ${kurang.join("; ")}.`;
    return done(
      { output, kantor: kantor.id, tahun, jumlahBerkas: paket.jumlahBerkas, kriteria, kurang },
      `Paket LKE ${tahun} ditulis ke ${output}: ${paket.jumlahBerkas} berkas. ${missing}`,
    );
  });
