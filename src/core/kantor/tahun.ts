import type { OfficeCalendar } from "../waktu/calendar.ts";
import type { Kantor } from "./schema.ts";

/** What a year needs before anything of it can open, as far as it is not there; null when all is. */
export function kurangTahun(
  { kantor, calendar }: { readonly kantor: Kantor; readonly calendar: OfficeCalendar },
  butuh: { readonly indikator: number | null; readonly kalender: number },
): string | null {
  const kurangList = [
    ...(butuh.indikator === null ||
    kantor.indikatorList.some(({ tahun }) => tahun === butuh.indikator)
      ? []
      : [`indikator tahun ${butuh.indikator}`]),
    ...(calendar.tahunList.includes(butuh.kalender)
      ? []
      : [`kalender hari libur tahun ${butuh.kalender}`]),
  ];
  return kurangList.length === 0 ? null : kurangList.join(" dan ");
}
