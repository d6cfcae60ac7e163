import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import type { Command } from "commander";
import { changeOffice } from "../../app/office/change-office.ts";
import type { KantorRecord } from "../../app/ports/rows.ts";
import { masalahAnggaran, sasaranTahun } from "../../core/conversation/anggaran.ts";
import { tahunTarget } from "../../core/conversation/target.ts";
import { programTahun, serapanOf } from "../../core/kinerja/anggaran.ts";
import { bacaProgram } from "../../core/kinerja/anggaran-baca.ts";
import { formatAngka } from "../../core/kinerja/angka/tulis.ts";
import { programDariTabel } from "../../core/kinerja/format/tabel-anggaran.ts";
import { penolakanText } from "../../core/pesan/penolakan.ts";
import { inPlainWords, pembacaOf } from "../../core/pesan/ucap.ts";
import { bacaFormat } from "../../documents/baca/format.ts";
import { opsiKantor } from "../argument.ts";
import type { Cli, CliIo } from "../io.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import { table } from "../table.ts";
import { type StoreDeps, withKantor } from "../with-store.ts";

interface Named {
  readonly kantor?: string;
  readonly tahun?: string;
}

interface OfYear extends Named {
  readonly tahun: string;
}

/** `anggaran`: the money of a year, as its compiler sees and gives it in the chat. */
export function addAnggaran(program: Command, { io, settle }: Cli): void {
  const anggaran = program.command("anggaran").description("programs of a year, with their money");
  const tahun = ["--tahun <tahun>", "year the money is of"] as const;
  anggaran
    .command("list")
    .description("programs of a year with pagu and realisasi, and the sasaran to name them by")
    .option("--tahun <tahun>", "year; without it this one, or the last there is")
    .option(...opsiKantor)
    .action((options: Named) => settle(list(io, options)));
  anggaran
    .command("set <program...>")
    .description(
      'the programs of a year, in place of those there are: "name; pagu; realisasi; sasaran" each',
    )
    .requiredOption(...tahun)
    .option(...opsiKantor)
    .action((programList: readonly string[], options: OfYear) =>
      settle(set(io, programList, options)),
    );
  anggaran
    .command("import <file>")
    .description("the same from an Excel table with columns program, pagu, realisasi and sasaran")
    .requiredOption(...tahun)
    .option(...opsiKantor)
    .action((file: string, options: OfYear) => settle(importTable(io, file, options)));
}

const list = (io: CliIo, options: Named): Promise<Outcome> =>
  withKantor(io, options.kantor, async ({ clock }, { kantor }) => {
    const tahun = Number(options.tahun ?? tahunTarget({ kantor, nowMs: clock.now() }));
    const programList = programTahun(kantor.anggaranList, tahun);
    const sasaranList = sasaranTahun(kantor, tahun);
    const jumlah = serapanOf(programList);
    const rows = programList.map(({ nama, pagu, realisasi, sasaran }) => [
      nama,
      formatAngka(pagu),
      formatAngka(realisasi),
      sasaran ?? "seluruh kantor",
    ]);
    const sum =
      jumlah === null
        ? []
        : [
            [
              "Jumlah",
              formatAngka(jumlah.pagu),
              formatAngka(jumlah.realisasi),
              `${formatAngka(jumlah.persen)} %`,
            ],
          ];
    const text = [
      rows.length === 0 ? `Anggaran ${tahun} belum diisi.` : table([...rows, ...sum]),
      ...sasaranList.map((nama, at) => `Sasaran ${at + 1}: ${nama}`),
    ].join("\n");
    return done({ tahun, program: programList, sasaran: sasaranList }, text);
  });

const set = (io: CliIo, programList: readonly string[], options: OfYear): Promise<Outcome> =>
  withKantor(io, options.kantor, (deps, record) =>
    save(deps, record, { tahun: options.tahun, teks: programList.join("\n") }),
  );

const importTable = (io: CliIo, file: string, options: OfYear): Promise<Outcome> =>
  withKantor(io, options.kantor, async (deps, record) => {
    const isi = await bacaFormat(await readFile(file));
    const tabelList = isi.jenis === "tabel" ? isi.tabelList : [];
    const [teks] = tabelList.flatMap((one) => programDariTabel(one) ?? []);
    return teks === undefined
      ? refused(
          `${basename(file)} tidak memuat anggaran: kolom Program, Pagu, Realisasi, dan Sasaran, satu baris satu program.`,
        )
      : save(deps, record, { tahun: options.tahun, teks });
  });

/** Takes the programs of a text, all of them or none. */
async function save(
  deps: StoreDeps,
  { kantor }: KantorRecord,
  given: { readonly tahun: string; readonly teks: string },
): Promise<Outcome> {
  const tahun = Number(given.tahun);
  const pembaca = pembacaOf({ kamus: deps.kamus, kantor }, null);
  const sasaranList = sasaranTahun(kantor, tahun);
  if (sasaranList.length === 0) {
    const sentence = penolakanText("target-tahun-tiada", { tahun: given.tahun });
    return refused(inPlainWords(pembaca, sentence));
  }
  const { programList, masalahList } = bacaProgram(given.teks, sasaranList);
  if (masalahList.length > 0) {
    return refused(inPlainWords(pembaca, masalahAnggaran(masalahList)), { masalah: masalahList });
  }
  if (programList.length === 0) {
    return refused(inPlainWords(pembaca, penolakanText("anggaran-kosong", {})));
  }
  const perubahan = { jenis: "anggaran" as const, tahun, programList: [...programList] };
  const refusal = await changeOffice(deps, kantor.id, { perubahanList: [perubahan] });
  return refusal === null
    ? done(
        { kantor: kantor.id, perubahan },
        `Anggaran ${tahun} dicatat: ${programList.length} program.`,
      )
    : refused(refusal);
}
