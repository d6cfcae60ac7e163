import type { Blok } from "../dokumen/model.ts";
import { tabel } from "../dokumen/susun.ts";
import type { HasilPelaksanaan, Pelaksanaan } from "../kinerja/narasi.ts";
import { type IstilahTriwulan, labelPendekTahun } from "../kinerja/periode.ts";
import type { BarisLembar } from "../rekap/lembar.ts";

/** What became of the tindak lanjut of earlier periods; null where none was asked after. */
export function pelaksanaanTabel(
  barisList: readonly BarisLembar[],
  istilah: IstilahTriwulan,
): Blok | null {
  const rows = barisList.flatMap(({ no, nama, pelaksanaanList }) =>
    pelaksanaanList.map((one) => {
      const { periode, tindakLanjut, hasil } = pelaksanaanKata(one, istilah);
      return [String(no), nama, periode, tindakLanjut, hasil];
    }),
  );
  if (rows.length === 0) return null;
  return tabel(
    [
      ["No", 0.9, "tengah"],
      ["Indikator", 4.5],
      ["Ditetapkan", 2.2, "tengah"],
      ["Tindak lanjut", 5.5],
      ["Pelaksanaan", 3.4],
    ],
    rows,
    { kecil: true },
  );
}

/** The words for one of them. */
export const pelaksanaanKata = (
  { periode, tindakLanjut, hasil }: Pelaksanaan,
  istilah: IstilahTriwulan,
): { readonly [K in keyof Pelaksanaan]: string } => ({
  periode: labelPendekTahun(periode, istilah),
  tindakLanjut,
  hasil: kataHasil[hasil],
});

const kataHasil: { readonly [H in HasilPelaksanaan]: string } = {
  sudah: "sudah dilaksanakan",
  sebagian: "dilaksanakan sebagian",
  belum: "belum dilaksanakan",
};
