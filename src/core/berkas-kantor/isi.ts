import type { KantorTercatat } from "../kantor/schema.ts";
import { tampilanBawaan } from "../kinerja/kategori.ts";
import type { SopTersedia } from "../sop/schema.ts";
import { buildCalendar, type KalenderTahun } from "../waktu/calendar.ts";
import { aturanPengingatBawaan } from "../waktu/pengingat.ts";
import type { BerkasKantor, KantorIsi } from "./schema.ts";

/** The sheets and the calendars of years there are. */
export interface Tersedia {
  readonly sopList: readonly SopTersedia[];
  readonly kalenderList: readonly KalenderTahun[];
}

/** What an office file comes to beside the sheets and calendars there are; `asal` is the name of the file. */
export const isiKantor = (
  asal: string,
  berkas: BerkasKantor,
  { sopList, kalenderList }: Tersedia,
): KantorIsi => ({
  asal,
  kantor: kantorDari(berkas),
  calendar: buildCalendar({
    zona: berkas.kantor.zonaWaktu,
    tahunList: kalenderList,
    jamKerja: berkas.kalender?.jamKerja,
    cutiBersamaLibur: berkas.kantor.cutiBersamaLibur,
    liburKantor: berkas.kalender?.libur ?? [],
  }),
  sopList: sopList.filter(({ sop }) => berkas.kantor.sop.includes(sop.id)),
  realisasi: berkas.realisasi,
});

/** Without its calendar a year has no holidays, and its deadlines come too early. */
export function tanpaKalender(
  { indikator }: Pick<BerkasKantor, "indikator">,
  { kalenderList }: Pick<Tersedia, "kalenderList">,
): readonly string[] {
  const known = new Set(kalenderList.map(({ tahun }) => tahun));
  return [...new Set(indikator.map(({ tahun }) => tahun))]
    .filter((tahun) => !known.has(tahun))
    .map((tahun) => `hari libur tahun ${tahun} belum ada di flows/kalender`);
}

/** The office an office file writes down, complete. */
export const kantorDari = (berkas: BerkasKantor): KantorTercatat => {
  const { kantor, pegawai, indikator } = berkas;
  return {
    id: kantor.id,
    nama: kantor.nama,
    kabupaten: kantor.kabupaten,
    alamat: kantor.alamat,
    zonaWaktu: kantor.zonaWaktu,
    istilahTriwulan: kantor.istilahTriwulan,
    bahasa: kantor.bahasa,
    sapaan: kantor.sapaan,
    sopIdList: kantor.sop,
    pembukaanOtomatis: kantor.pembukaanOtomatis,
    pemantau: kantor.pemantau,
    ...(kantor.aktif ? {} : { aktif: false }),
    pegawaiList: pegawai,
    indikatorList: indikator,
    tampilan: berkas.tampilan ?? tampilanBawaan,
    pengingat: berkas.pengingat ?? aturanPengingatBawaan,
    tunda: berkas.tunda,
    cadangan: berkas.cadangan,
    profil: berkas.profil,
    surat: berkas.surat,
  };
};
