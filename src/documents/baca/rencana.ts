import type { BerkasDitolak, RencanaMasuk } from "../../core/conversation/incoming/isi-berkas.ts";
import { readBook } from "./buku.ts";
import { namaLembar } from "./nama-lembar.ts";
import { bacaPaket, type JenisPaket } from "./paket.ts";
import { tabelDari } from "./tabel-dokumen.ts";
import { readTabelRencana } from "./tabel-rencana.ts";

/** Reads every table of a Word or Excel file, whatever it holds; or why it is not opened. */
export async function bacaRencana(
  data: Uint8Array,
  nama: string,
): Promise<RencanaMasuk | BerkasDitolak> {
  const jenis: JenisPaket = nama.toLowerCase().endsWith(".docx") ? "docx" : "xlsx";
  const paket = await bacaPaket(data, jenis);
  if (paket.kind === "ditolak") {
    return tolak(paket.sebab === "jenis-lain" ? `bukan-${jenis}` : paket.sebab);
  }
  const { bagianList } = paket;
  if (jenis === "docx") {
    const utama = bagianList[0]?.data ?? null;
    if (utama === null) return tolak("terlalu-besar");
    const tabelList = await readTabelRencana(utama);
    return tabelList === null ? tolak("rusak") : { jenis: "rencana", tabelList };
  }
  const lembarList = await readBook(bagianList);
  return lembarList === null
    ? tolak("rusak")
    : { jenis: "rencana", tabelList: await tabelDari(lembarList, await namaLembar(bagianList)) };
}

const tolak = (sebab: BerkasDitolak["sebab"]): BerkasDitolak => ({ jenis: "ditolak", sebab });
