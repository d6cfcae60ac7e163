import type { Indikator } from "../kinerja/indikator.ts";
import type { OfficeCalendar } from "../waktu/calendar.ts";
import type { Kantor, KantorTercatat } from "./schema.ts";

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

/** The targets of one indikator in a year to come. */
export interface TargetTahun extends Pick<Indikator, "kode" | "targetTahunan" | "targetTriwulan"> {}

/** The last year before this one that has indikator; null where none has. */
export function tahunAsal(
  { indikatorList }: Pick<KantorTercatat, "indikatorList">,
  tahun: number,
): number | null {
  const before = indikatorList.map((one) => one.tahun).filter((one) => one < tahun);
  return before.length === 0 ? null : Math.max(...before);
}

/**
 * The indikator of a year as the last one before it had them, but for targets that are said to differ. How
 * targets of that year came about stays with it, and so does a plan that has ended.
 */
export function salinTahun(
  { indikatorList }: Pick<KantorTercatat, "indikatorList">,
  tahun: number,
  targetList: readonly TargetTahun[] = [],
): readonly Indikator[] {
  const asal = tahunAsal({ indikatorList }, tahun);
  return indikatorList
    .filter((one) => one.tahun === asal)
    .map((one) => {
      const { targetTahunan, targetTriwulan } =
        targetList.find(({ kode }) => kode === one.kode) ?? one;
      const { perubahanTarget: _, targetRpjmd, ...copied } = one;
      const plan = targetRpjmd !== undefined && targetRpjmd.tahun >= tahun ? { targetRpjmd } : {};
      return { ...copied, tahun, targetTahunan, targetTriwulan, ...plan };
    });
}
