import { writeFile } from "node:fs/promises";
import { officeFile, workbookOf } from "../../app/office/buku.ts";
import { changeOffice } from "../../app/office/change-office.ts";
import { withTahun } from "../../app/papers/build-buku.ts";
import type { KantorRecord } from "../../app/ports/rows.ts";
import { loadCatalog } from "../../catalog/load.ts";
import type { Perubahan } from "../../core/kantor/perubahan.ts";
import { kurangTahun, salinTahun, tahunAsal } from "../../core/kantor/tahun.ts";
import { bacaUbahan } from "../../core/kantor/tahun-ubahan.ts";
import { createDocuments } from "../../documents/index.ts";
import type { CliIo } from "../io.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import { type StoreDeps, withKantor } from "../with-store.ts";

/** How a year to come is prepared. */
export interface TahunOptions {
  readonly kantor?: string;
  /** "1.1 85 85 86 86 86": targets that differ. */
  readonly ubah?: readonly string[];
  /** The workbook with the rows of the year, instead of copying them. */
  readonly output?: string;
  readonly batal?: boolean;
}

/** `kantor tahun-baru`: the indikator of a year to come, as the last one had them. */
export const tahunBaru = (io: CliIo, tahun: number, options: TahunOptions): Promise<Outcome> =>
  withKantor(io, options.kantor, (deps, record) => {
    if (options.batal === true) return takeBack(deps, record, tahun);
    const asal = tahunAsal(record.kantor, tahun);
    if (asal === null) {
      return Promise.resolve(refused(`Belum ada indikator sebelum tahun ${tahun} untuk disalin.`));
    }
    return options.output === undefined
      ? copy(deps, record, { tahun, asal, ubah: options.ubah ?? [] })
      : sheet(io, deps, record, { tahun, output: options.output });
  });

async function copy(
  deps: StoreDeps,
  record: KantorRecord,
  {
    tahun,
    asal,
    ubah,
  }: { readonly tahun: number; readonly asal: number; readonly ubah: readonly string[] },
): Promise<Outcome> {
  const { kantor } = record;
  const lamaList = kantor.indikatorList.filter((one) => one.tahun === asal);
  const { targetList, galatList } = bacaUbahan(ubah.join("\n"), lamaList);
  if (galatList.length > 0) {
    const told = galatList.map(({ baris, sebab }) => `“${baris}”: ${sebabText[sebab]}`);
    return refused(told.join("\n"), { masalah: galatList });
  }
  const indikatorList = [...salinTahun(kantor, tahun, targetList)];
  const perubahan: Perubahan = { jenis: "tahun-baru", tahun, indikatorList };
  const refusal = await changeOffice(deps, kantor.id, { perubahanList: [perubahan] });
  if (refusal !== null) return refused(refusal);
  const kurang = kurangTahun(record, { indikator: null, kalender: tahun });
  const jumlah = indikatorList.length;
  const said = `Indikator ${tahun}: ${jumlah} disalin dari ${asal}, ${targetList.length} dengan target lain. Dibatalkan dengan --batal selama belum ada berkasnya.`;
  return done(
    { kantor: kantor.id, tahun, asal, indikator: jumlah, berubah: targetList.length, kurang },
    kurang === null ? said : `${said}\nPeringatan: belum ada ${kurang}.`,
  );
}

const sebabText = {
  kode: "kode indikator tidak ada",
  jumlah: "tulis kode, empat target triwulan, lalu target setahun",
  angka: "ada yang belum terbaca sebagai angka; tulis misalnya 86,5",
  ganda: "indikator ini sudah ditulis",
} as const;

async function sheet(
  io: CliIo,
  { store, files }: StoreDeps,
  record: KantorRecord,
  { tahun, output }: { readonly tahun: number; readonly output: string },
): Promise<Outcome> {
  const { sopList } = await loadCatalog(io.flows);
  const berkas = withTahun(await officeFile(store, record), tahun);
  const { data } = await workbookOf(
    createDocuments(files),
    berkas,
    sopList.map(({ sop }) => sop.id),
  );
  await writeFile(output, data);
  return done(
    { kantor: record.kantor.id, tahun, berkas: output },
    `${output}: baris ${tahun} sudah terisi target lama. Ubah yang lain, lalu muat: kantor load ${output}.`,
  );
}

async function takeBack(
  deps: StoreDeps,
  { kantor }: KantorRecord,
  tahun: number,
): Promise<Outcome> {
  const refusal = await changeOffice(deps, kantor.id, {
    perubahanList: [{ jenis: "tahun-batal", tahun }],
  });
  return refusal === null
    ? done({ kantor: kantor.id, tahun }, `Indikator ${tahun} dihapus lagi.`)
    : refused(refusal);
}
