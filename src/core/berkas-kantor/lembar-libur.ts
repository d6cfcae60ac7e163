import type { SelLembar } from "../kinerja/format/index.ts";

/** A list of free days a workbook holds, as the lines that `bacaDaftarLibur` reads. */
export interface LiburMasuk {
  readonly jenis: "libur";
  readonly daftar: string;
}

/** A table of two dates proves nothing; a year has more free days. */
const HARI_TERSEDIKIT = 3;

/** The free days of a sheet whose columns are called "Tanggal" and "Hari libur"; null for any other. */
export function liburFrom(selList: readonly SelLembar[]): LiburMasuk | null {
  const tanggal = titled(selList, /^(hari\W+)?tanggal$/i);
  const nama = titled(
    selList,
    /^(nama|keterangan|uraian)?\s*(hari\s+)?libur\b|^nama$|^keterangan$/i,
  );
  if (tanggal === undefined || nama === undefined || tanggal.baris !== nama.baris) return null;
  const jenis = titled(selList, /^jenis$/i)?.kolom;
  const at = (baris: number, kolom: string | undefined): SelLembar["isi"] | undefined =>
    selList.find((sel) => sel.baris === baris && sel.kolom === kolom)?.isi;
  const rows = selList
    .filter(({ kolom, baris }) => kolom === tanggal.kolom && baris > tanggal.baris)
    .flatMap(({ baris, isi }) => {
      const hari = dayText(isi);
      const name = wordsOf(at(baris, nama.kolom));
      if (hari === "" || name === "") return [];
      const shared = /cuti.?bersama/i.test(wordsOf(at(baris, jenis)));
      return [`${hari} ${shared && !/cuti bersama/i.test(name) ? "Cuti Bersama " : ""}${name}`];
    });
  return rows.length < HARI_TERSEDIKIT ? null : { jenis: "libur", daftar: rows.join("\n") };
}

const titled = (selList: readonly SelLembar[], title: RegExp): SelLembar | undefined =>
  selList.find(({ isi }) => title.test(wordsOf(isi)));

const wordsOf = (isi: SelLembar["isi"] | undefined): string =>
  isi?.jenis === "teks" ? isi.teks.replace(/\s+/g, " ").trim() : "";

const dayText = (isi: SelLembar["isi"]): string =>
  isi.jenis === "tanggal" ? (isi.tanggal ?? "") : wordsOf(isi);
