import { writeFile } from "node:fs/promises";
import { extname } from "node:path";
import { officeFile, templateWorkbook, workbookOf } from "../../app/office/buku.ts";
import { loadCatalog } from "../../catalog/load.ts";
import { kantorYaml } from "../../catalog/write-kantor.ts";
import { documents } from "../../documents/index.ts";
import type { CliIo } from "../io.ts";
import { done, type Outcome, wrongUsage } from "../outcome.ts";
import { withKantor } from "../with-store.ts";

/** `kantor template`: the workbook to begin with. */
export async function template(io: CliIo, output: string): Promise<Outcome> {
  if (extname(output).toLowerCase() !== ".xlsx") return wrongUsage(BUKAN_XLSX);
  const { data } = await templateWorkbook(documents, await sopIdList(io));
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
  return withKantor(io, id, async ({ store }, record) => {
    const berkas = await officeFile(store, record);
    const data =
      bentuk === ".xlsx"
        ? (await workbookOf(documents, berkas, await sopIdList(io))).data
        : kantorYaml(berkas);
    await writeFile(output, data);
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

const BUKAN_XLSX = "Nama berkas berakhiran .xlsx.";

const sopIdList = async (io: CliIo): Promise<readonly string[]> =>
  (await loadCatalog(io.flows)).sopList.map(({ sop }) => sop.id);
