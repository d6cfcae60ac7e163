import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { readWorkbook } from "../../app/office/buku.ts";
import type { Catalog } from "../../catalog/load.ts";
import { type KantorFile, loadKantor as readKantor } from "../../catalog/load-kantor.ts";
import type { Problem } from "../../catalog/problem.ts";
import { columnNumber } from "../../documents/baca/lembar.ts";
import { createDocuments } from "../../documents/index.ts";
import type { StoreDeps } from "../with-store.ts";

/** Whether an office file is a workbook; all others are YAML. */
export const isWorkbook = (file: string): boolean => /\.(xlsx|xlsm|xls|ods)$/i.test(file);

/** Reads an office file of either kind; a workbook beside what is known of its office. */
export const readOffice = (
  file: string,
  catalog: Catalog,
  deps: Pick<StoreDeps, "store" | "files">,
): Promise<KantorFile> =>
  isWorkbook(file) ? fromWorkbook(file, catalog, deps) : readKantor(file, catalog);

async function fromWorkbook(
  file: string,
  catalog: Catalog,
  { store, files }: Pick<StoreDeps, "store" | "files">,
): Promise<KantorFile> {
  const data = await readFile(file).catch(() => null);
  if (data === null) {
    const pesan = "berkas tidak ada atau tidak dapat dibaca";
    return { isi: null, problems: [problemAt(file, "", pesan)], peringatan: [], at: null };
  }
  const nama = basename(file);
  const documents = createDocuments(files);
  const read = await readWorkbook({ documents, store }, { nama, data }, catalog);
  return {
    isi: read.isi,
    problems: read.galatList.map(({ sel, pesan }) =>
      problemAt(file, sel === nama ? "" : sel, pesan),
    ),
    peringatan: read.peringatanList.map(({ sel, pesan }) => problemAt(file, sel, pesan)),
    at: (jalur, pesan) => problemAt(file, read.selDari(jalur), pesan),
  };
}

/** Row and column stand in the address of a cell. */
function problemAt(file: string, sel: string, pesan: string): Problem {
  const [, huruf = "A", baris = "1"] = /!([A-Z]{1,3})(\d+)$/.exec(sel) ?? [];
  return { file, line: Number(baris), col: columnNumber(huruf), ...(sel !== "" && { sel }), pesan };
}
