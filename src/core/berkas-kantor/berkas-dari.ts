import type { KantorTercatat, Tatanan } from "../kantor/schema.ts";
import { JamKerja, type LiburKantor, type OfficeCalendar } from "../waktu/calendar.ts";
import { Tanggal } from "../waktu/tanggal.ts";
import type { BerkasKantor, RealisasiAwal } from "./schema.ts";

/** An office as a file: what `kantorDari` and the calendar make of it again. */
export function berkasDari(
  { kantor, calendar }: Tatanan,
  realisasi: readonly RealisasiAwal[],
): BerkasKantor {
  const { id, nama, kabupaten, alamat, zonaWaktu, istilahTriwulan, bahasa, sapaan } = kantor;
  const { pemantau, pembukaanOtomatis, tampilan, pengingat, tunda, cadangan, surat } = kantor;
  return {
    kantor: {
      id,
      nama,
      kabupaten,
      alamat,
      ...(kantor.logo !== undefined && { logo: kantor.logo.nama }),
      zonaWaktu,
      istilahTriwulan,
      bahasa,
      sapaan,
      sop: [...kantor.sopIdList],
      pemantau,
      cutiBersamaLibur: calendar.cutiBersamaKerja !== true,
      pembukaanOtomatis,
      aktif: kantor.aktif !== false,
    },
    pegawai: [...kantor.pegawaiList],
    indikator: [...kantor.indikatorList],
    realisasi: [...realisasi],
    kalender: kalenderDari(calendar),
    tampilan,
    pengingat: [...pengingat],
    tunda,
    cadangan,
    surat,
    profil: kantor.profil,
  };
}

/**
 * The same without the days that were entered in the chat: those are changes on top of the file, and made
 * again when it is loaded.
 */
export const berkasTercatat = ({ kantor, calendar }: Tatanan): BerkasKantor =>
  berkasDari({ kantor, calendar: { ...calendar, khusus: liburBerkas(kantor, calendar) } }, []);

function liburBerkas(
  { perubahanList = [] }: KantorTercatat,
  { khusus = {} }: OfficeCalendar,
): Record<string, string> {
  const entered = new Set<string>(
    perubahanList.flatMap(({ perubahan }) =>
      perubahan.jenis === "libur" ? [perubahan.tanggal] : [],
    ),
  );
  return Object.fromEntries(Object.entries(khusus).filter(([tanggal]) => !entered.has(tanggal)));
}

/** Hours other than the usual, and the days that are this office's alone. */
function kalenderDari({ jamKerja, libur, khusus = {} }: OfficeCalendar): BerkasKantor["kalender"] {
  const usual = JSON.stringify(jamKerja) === JSON.stringify(JamKerja.parse({}));
  const own = Object.entries(khusus).flatMap(([date, dasar]): LiburKantor[] => {
    const [tanggal, nama] = [Tanggal.safeParse(date).data, libur[date]];
    return tanggal === undefined || nama === undefined
      ? []
      : [{ tanggal, nama, jenis: "libur_daerah", pasti: true, ...(dasar !== "" && { dasar }) }];
  });
  return usual && own.length === 0 ? undefined : { ...(!usual && { jamKerja }), libur: own };
}
