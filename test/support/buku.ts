import { bacaBuku } from "../../src/core/berkas-kantor/buku/baca.ts";
import type { LembarBuku, LembarMasuk } from "../../src/core/berkas-kantor/buku/model.ts";
import { type BukuDiperiksa, periksaBuku } from "../../src/core/berkas-kantor/buku/periksa.ts";
import { type IsiBuku, tulisBuku } from "../../src/core/berkas-kantor/buku/tulis.ts";
import type { BerkasKantor } from "../../src/core/berkas-kantor/schema.ts";
import type { SelLembar, SelMasuk } from "../../src/core/kinerja/format/index.ts";
import type { Sop } from "../../src/core/sop/schema.ts";

/** Titles stand in the fourth row of a sheet. */
const KEPALA = 4;

/** A workbook as it comes back from a program that changed nothing. */
export const masukDari = (lembarList: readonly LembarBuku[]): readonly LembarMasuk[] =>
  lembarList.map(({ nama, judul, kolomList, barisList }) => ({
    nama,
    selList: [
      ...sel(1, 0, judul),
      ...kolomList.flatMap((kolom, at) =>
        sel(KEPALA, at, `${kolom.judul}${kolom.wajib ? " *" : ""}`),
      ),
      ...barisList.flatMap((row, at) =>
        row.flatMap(({ nilai }, kolom) =>
          nilai === null ? [] : sel(KEPALA + 1 + at, kolom, nilai),
        ),
      ),
    ],
  }));

/** The workbook of an office as it comes back. */
export const bukuMasuk = (isi: IsiBuku | null): readonly LembarMasuk[] =>
  masukDari(tulisBuku(isi, ["laporan-triwulan"]));

/** The same with cells written over: "Pegawai!B5"; "" empties one. */
export function denganSel(
  lembarList: readonly LembarMasuk[],
  ubahan: Readonly<Record<string, string | number | SelMasuk>>,
): readonly LembarMasuk[] {
  return lembarList.map(({ nama, selList }) => {
    const own = Object.entries(ubahan).flatMap(([alamat, nilai]) => {
      const [, lembar = "", kolom = "", baris = ""] = /^(.+)!([A-Z]+)(\d+)$/.exec(alamat) ?? [];
      return lembar === nama ? [{ kolom, baris: Number(baris), nilai }] : [];
    });
    const kept = selList.filter(
      (one) => !own.some(({ kolom, baris }) => one.kolom === kolom && one.baris === baris),
    );
    const added = own.flatMap(({ kolom, baris, nilai }): SelLembar[] => {
      if (nilai === "") return [];
      const alamat = `${kolom}${baris}`;
      const isi: SelMasuk =
        typeof nilai === "object" ? nilai : { jenis: "teks", alamat, teks: teksOf(nilai) };
      return [{ baris, kolom, isi }];
    });
    return { nama, selList: [...kept, ...added] };
  });
}

/** What reading and checking makes of it. */
export const periksa = (
  lembarList: readonly LembarMasuk[],
  sopList: readonly Sop[],
  tercatat: BerkasKantor | null = null,
): BukuDiperiksa => periksaBuku(bacaBuku(lembarList), sopList, tercatat);

/** Each as "Pegawai!B5: what is wrong". */
export const galatOf = ({ galatList }: Pick<BukuDiperiksa, "galatList">): readonly string[] =>
  galatList.map(({ sel: alamat, pesan }) => `${alamat}: ${pesan}`);

function sel(baris: number, at: number, nilai: string | number): readonly SelLembar[] {
  const kolom = huruf(at);
  return [
    { baris, kolom, isi: { jenis: "teks", alamat: `${kolom}${baris}`, teks: teksOf(nilai) } },
  ];
}

const huruf = (at: number): string =>
  at < 26 ? String.fromCharCode(65 + at) : `A${String.fromCharCode(39 + at)}`;

/** A number is read in Indonesian notation. */
const teksOf = (nilai: string | number): string =>
  typeof nilai === "number" ? String(nilai).replace(".", ",") : nilai;
