import type { stream } from "exceljs";
import { jenisPeriode } from "../../core/kinerja/periode.ts";
import type { Rekap } from "../../core/rekap/index.ts";
import { setMade, writeBook } from "./buku.ts";
import { writeLembar } from "./lembar.ts";
import { lembarCapaian } from "./lembar-capaian.ts";
import {
  lembarBukti,
  lembarKelengkapan,
  lembarKetepatan,
  lembarPersetujuan,
  lembarRiwayat,
} from "./lembar-catatan.ts";

/** The workbook of a rekap, as bytes of an .xlsx file. Written row by row. */
export const rekapXlsx = (rekap: Rekap): Promise<Uint8Array> =>
  writeBook(async (book) => {
    describe(book, rekap);
    await writeSheets(book, rekap);
  });

function describe(book: stream.xlsx.WorkbookWriter, { kop, lembarList }: Rekap): void {
  setMade(book, kop.dibuatMs);
  // the file opens on the table it was asked for
  const asked = lembarList.findIndex(({ periode }) => periode === kop.periode);
  const activeTab = jenisPeriode(kop.periode) === "triwulan" ? 0 : Math.max(asked, 0);
  book.views = [
    { x: 0, y: 0, width: 24_000, height: 14_000, firstSheet: 0, activeTab, visibility: "visible" },
  ];
}

async function writeSheets(book: stream.xlsx.WorkbookWriter, rekap: Rekap): Promise<void> {
  for (const lembar of rekap.lembarList) await writeLembar(book, lembarCapaian(rekap, lembar));
  await writeLembar(book, lembarKelengkapan(rekap));
  if (rekap.ketepatan !== null) await writeLembar(book, lembarKetepatan(rekap, rekap.ketepatan));
  if (rekap.persetujuan !== null)
    await writeLembar(book, lembarPersetujuan(rekap, rekap.persetujuan));
  if (rekap.bukti.length > 0) await writeLembar(book, lembarBukti(rekap, rekap.bukti));
  await writeLembar(book, lembarRiwayat(rekap));
}
