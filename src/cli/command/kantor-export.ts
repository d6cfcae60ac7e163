import { writeFile } from "node:fs/promises";
import { dirname, extname, join } from "node:path";
import { officeFile, templateWorkbook, workbookOf } from "../../app/office/buku.ts";
import type { FileStore } from "../../app/ports/files.ts";
import { loadCatalog } from "../../catalog/load.ts";
import { kantorYaml } from "../../catalog/write-kantor.ts";
import type { Kantor } from "../../core/kantor/schema.ts";
import { createDocuments } from "../../documents/index.ts";
import { createFileStore } from "../../store/files.ts";
import type { CliIo } from "../io.ts";
import { done, type Outcome, refused, wrongUsage } from "../outcome.ts";
import { withKantor } from "../with-store.ts";

/** `kantor template`: the workbook to begin with. */
export async function template(
  io: CliIo,
  output: string,
  sopAwal: readonly string[],
): Promise<Outcome> {
  if (extname(output).toLowerCase() !== ".xlsx") return wrongUsage(BUKAN_XLSX);
  const known = await sopIdList(io);
  const unknown = sopAwal.find((id) => !known.includes(id));
  if (unknown !== undefined) return refused(`SOP ${unknown} tidak ada: ${known.join(", ")}.`);
  const documents = createDocuments(createFileStore(io.config().dataDir));
  const { data } = await templateWorkbook(documents, known, sopAwal);
  await writeFile(output, data);
  return done(
    { berkas: output, byte: data.byteLength },
    `${output}: isi lembar Kantor, Pegawai, dan Indikator, lalu muat dengan kantor load ${output}.`,
  );
}

/** `kantor export`: an office as it can be loaded again. */
export function exportKantor(
  io: CliIo,
  id: string | undefined,
  output: string,
): Promise<Outcome> | Outcome {
  const bentuk = extname(output).toLowerCase();
  if (![".xlsx", ".yaml", ".yml"].includes(bentuk)) {
    return wrongUsage("Nama berkas berakhiran .xlsx atau .yaml.");
  }
  return withKantor(io, id, async ({ store, files }, record) => {
    const berkas = await officeFile(store, record);
    const data =
      bentuk === ".xlsx"
        ? (await workbookOf(createDocuments(files), berkas, await sopIdList(io))).data
        : kantorYaml(berkas);
    await writeFile(output, data);
    if (bentuk !== ".xlsx") await writeLogo(files, output, record.kantor);
    const { pegawai, indikator, realisasi } = berkas;
    return done(
      {
        kantor: record.kantor.id,
        berkas: output,
        pegawai: pegawai.length,
        indikator: indikator.length,
        realisasi: realisasi.length,
      },
      `${output}: ${pegawai.length} pegawai, ${indikator.length} indikator, ${realisasi.length} angka realisasi.`,
    );
  });
}

/** A file names the picture beside it; one that lies there already is left alone. */
async function writeLogo(
  files: Pick<FileStore, "get">,
  output: string,
  { logo }: Kantor,
): Promise<void> {
  const data = logo && (await files.get(logo.hash));
  if (!logo || !data) return;
  await writeFile(join(dirname(output), logo.nama), data, { flag: "wx" }).catch(
    (error: unknown) => {
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
    },
  );
}

const BUKAN_XLSX = "Nama berkas berakhiran .xlsx.";

const sopIdList = async (io: CliIo): Promise<readonly string[]> =>
  (await loadCatalog(io.flows)).sopList.map(({ sop }) => sop.id);
