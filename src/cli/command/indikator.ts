import { readFile, writeFile } from "node:fs/promises";
import { basename, extname } from "node:path";
import type { Command } from "commander";
import { officeFile } from "../../app/office/buku.ts";
import { readPartial, readRencana, workbookWith } from "../../app/office/rencana.ts";
import type { Documents } from "../../app/ports/documents.ts";
import { loadCatalog } from "../../catalog/load.ts";
import { tolakanBuku } from "../../core/berkas-kantor/buku/tolakan.ts";
import type { IsiBuku } from "../../core/berkas-kantor/buku/tulis.ts";
import type { Usulan } from "../../core/berkas-kantor/impor/impor.ts";
import { createDocuments } from "../../documents/index.ts";
import { createFileStore } from "../../store/files.ts";
import { readTahun } from "../argument.ts";
import type { Cli, CliIo } from "../io.ts";
import { done, type Outcome, refused, wrongUsage } from "../outcome.ts";
import { withKantor } from "../with-store.ts";
import { usulanText } from "./indikator-text.ts";

interface ImportOptions {
  readonly output?: string;
  readonly tahun?: number;
  readonly kantor?: string;
}

/** `indikator`: what an office measures, out of its own documents. */
export function addIndikator(program: Command, { io, settle }: Cli): void {
  program
    .command("indikator")
    .description("indikator out of documents")
    .command("import <file>")
    .description(
      "find the indikator in a Perjanjian Kinerja or Rencana Aksi (.xlsx, .docx), propose them, and write them into a workbook to be checked",
    )
    .option(
      "-o, --output <file>",
      "workbook to write, .xlsx; one that is there already keeps what it holds",
    )
    .option("--tahun <tahun>", "year of the targets; without it as the document says", readTahun)
    .option("--kantor <id>", "beside an office of the database, and into its workbook")
    .action((file: string, options: ImportOptions) => settle(importIndikator(io, file, options)));
}

/** Where the rows go: what is there already, and whether it could be read. */
interface Tujuan {
  readonly documents: Documents;
  readonly isi: IsiBuku | null;
}

async function importIndikator(io: CliIo, file: string, options: ImportOptions): Promise<Outcome> {
  const { output, kantor } = options;
  if (![".xlsx", ".docx"].includes(extname(file).toLowerCase())) {
    return wrongUsage("Dokumen yang dibaca berakhiran .xlsx atau .docx.");
  }
  if (output !== undefined && extname(output).toLowerCase() !== ".xlsx") {
    return wrongUsage("Nama buku kerja berakhiran .xlsx.");
  }
  const data = await readFile(file).catch(() => null);
  if (data === null) return refused(`${file}: berkas tidak ada atau tidak dapat dibaca.`);
  if (kantor !== undefined) {
    return withKantor(io, kantor, async ({ store, files }, record) => {
      const isi = await officeFile(store, record);
      const beside = { documents: createDocuments(files), isi };
      return propose(io, { file, data }, { ...options, ...beside });
    });
  }
  const documents = createDocuments(createFileStore(io.config().dataDir));
  const there = output === undefined ? null : await readFile(output).catch(() => null);
  if (there === null) return propose(io, { file, data }, { ...options, documents, isi: null });
  const buku = await readPartial(documents, { nama: output ?? "", data: there });
  if (buku.kind === "isi") {
    return propose(io, { file, data }, { ...options, documents, isi: buku.isi });
  }
  const masalah = buku.masalahList.map(({ sel, pesan }) => `${sel}: ${pesan}`);
  return refused(
    `${output} tidak ditulis, agar isinya tidak hilang:\n${masalah.join("\n")}`,
    buku.masalahList,
  );
}

async function propose(
  io: CliIo,
  { file, data }: { readonly file: string; readonly data: Uint8Array },
  { documents, isi, output, tahun }: ImportOptions & Tujuan,
): Promise<Outcome> {
  const nama = basename(file);
  const read = await readRencana(documents, { nama, data }, { isi, tahun: tahun ?? null });
  if (read.kind === "ditolak") return refused(`${nama}: ${sebabText(read.sebab)}.`);
  const { usulan } = read;
  if (usulan.tabelList.length === 0) return refused(`${nama}: ${TANPA_TABEL}`);
  if (output !== undefined) {
    const sopIdList = (await loadCatalog(io.flows)).sopList.map(({ sop }) => sop.id);
    await writeFile(output, await workbookWith(documents, isi, { sopIdList, usulan }));
  }
  return done(jsonOf(usulan, output ?? null), usulanText(usulan, { nama, output: output ?? null }));
}

const TANPA_TABEL =
  "tidak ada tabel indikator; dicari baris judul dengan kolom Indikator, dan Satuan, Target, atau Triwulan.";

const sebabText = (sebab: string): string =>
  Object.entries(tolakanBuku).find(([one]) => one === sebab)?.[1] ??
  "berkasnya tidak dapat dibaca; simpan ulang sebagai .xlsx atau .docx";

const jsonOf = (
  { tahun, tabelList, barisList, adaList }: Usulan,
  output: string | null,
): unknown => ({
  tahun,
  tabel: tabelList,
  indikator: barisList,
  sudahAda: adaList,
  berkas: output,
});
