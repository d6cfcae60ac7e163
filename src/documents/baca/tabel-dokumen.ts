import type { SelDokumen, TabelDokumen } from "../../core/berkas-kantor/impor/dokumen.ts";
import type { SelLembar } from "../../core/kinerja/format/index.ts";
import type { LembarTerbaca } from "./buku.ts";
import { type Gabungan, nomorKolom, readGabungan } from "./gabungan.ts";

/** The sheets of a workbook as tables of texts, by the names of their parts. */
export async function tabelDari(
  lembarList: readonly LembarTerbaca[],
  namaByBagian: ReadonlyMap<string, string>,
): Promise<readonly TabelDokumen[]> {
  const found: TabelDokumen[] = [];
  for (const lembar of lembarList) {
    found.push(await tabelLembar(namaByBagian.get(lembar.bagian.nama) ?? "", lembar));
  }
  return found;
}

/** Merged cells are one. */
async function tabelLembar(
  nama: string,
  { bagian: { data }, selList }: LembarTerbaca,
): Promise<TabelDokumen> {
  const gabunganList = data === null ? [] : await readGabungan(data);
  const gabunganByTempat = new Map(gabunganList.map((one) => [`${one.baris},${one.kolom}`, one]));
  return {
    tempat: `Lembar ${nama}`.trim(),
    judulList: [],
    selList: selList.flatMap((sel): readonly SelDokumen[] => {
      const [baris, kolom] = [sel.baris - 1, nomorKolom(sel.kolom)];
      const gabungan = gabunganByTempat.get(`${baris},${kolom}`);
      const one = selDokumen(sel, { baris, kolom, tinggi: 1, lebar: 1, ...gabungan });
      return one === null ? [] : [one];
    }),
  };
}

/** What a cell shows as text; a day is shown, what shows nothing is left out. */
function selDokumen({ isi }: SelLembar, tempat: Gabungan): SelDokumen | null {
  switch (isi.jenis) {
    case "teks":
      return { ...tempat, teks: isi.teks, ...(isi.rumus === true && { rumus: true }) };
    case "tanggal":
      return isi.tanggal === null ? null : { ...tempat, teks: isi.tanggal };
    case "kosong":
    case "rumus":
    case "logika":
    case "galat":
      return null;
  }
}
