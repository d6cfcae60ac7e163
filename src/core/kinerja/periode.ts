import { z } from "zod";
import { addDays, partsOf, type Tanggal, tanggalOf } from "../waktu/tanggal.ts";

/** A period of the year: "2026-TW1" … "2026-TW4", "2026-S1", "2026-S2", "2026". */
export const Periode = z
  .string()
  .regex(
    /^20\d\d(-(TW[1-4]|S[12]))?$/,
    'periode ditulis seperti "2026-TW4", "2026-S2", atau "2026"',
  )
  .brand<"Periode">();
export type Periode = z.infer<typeof Periode>;

/** The three cycles of the sheets. */
export type PeriodeJenis = "triwulan" | "semester" | "tahunan";

/** What an office calls a quarter; East Java says tribulan. */
export type IstilahTriwulan = "triwulan" | "tribulan";

/** The period of a year and number; the number is ignored for a year. */
export function periodeOf(tahun: number, jenis: PeriodeJenis, nomor: number): Periode {
  const suffix = { triwulan: `-TW${nomor}`, semester: `-S${nomor}`, tahunan: "" }[jenis];
  return Periode.parse(`${tahun}${suffix}`);
}

/** Whether a period is a triwulan, a semester or a year. */
export function jenisPeriode(periode: Periode): PeriodeJenis {
  if (periode.includes("TW")) return "triwulan";
  return periode.includes("S") ? "semester" : "tahunan";
}

/** The year of a period. */
export const tahunPeriode = (periode: Periode): number => Number(periode.slice(0, 4));

/** Number of a triwulan (1–4) or semester (1–2); 1 for a year. */
export const nomorPeriode = (periode: Periode): number =>
  jenisPeriode(periode) === "tahunan" ? 1 : Number(periode.slice(-1));

/** First and last day. */
export function rangePeriode(periode: Periode): { mulai: Tanggal; selesai: Tanggal } {
  const months = bulanPer[jenisPeriode(periode)];
  const tahun = tahunPeriode(periode);
  const first = (nomorPeriode(periode) - 1) * months + 1;
  const next = first + months;
  const after = next > 12 ? tanggalOf(tahun + 1, 1, 1) : tanggalOf(tahun, next, 1);
  return { mulai: tanggalOf(tahun, first, 1), selesai: addDays(after, -1) };
}

/** The period of this kind a date lies in. */
export function periodeAt(tanggal: Tanggal, jenis: PeriodeJenis = "triwulan"): Periode {
  const { tahun, bulan } = partsOf(tanggal);
  return periodeOf(tahun, jenis, Math.ceil(bulan / bulanPer[jenis]));
}

/** The period before, of the same kind; across the year's border too. */
export const previousPeriode = (periode: Periode): Periode => shift(periode, -1);

/** The period after, of the same kind. */
export const nextPeriode = (periode: Periode): Periode => shift(periode, 1);

/** The triwulan a period is made of, first to last; a triwulan is made of itself. */
export function triwulanList(periode: Periode): readonly Periode[] {
  const tahun = tahunPeriode(periode);
  const span = bulanPer[jenisPeriode(periode)] / 3;
  const first = triwulanAwal(periode);
  return Array.from({ length: span }, (_, i) => periodeOf(tahun, "triwulan", first + i));
}

/** Number of the triwulan a period begins with: 3 of the second semester. */
export const triwulanAwal = (periode: Periode): number =>
  ((nomorPeriode(periode) - 1) * bulanPer[jenisPeriode(periode)]) / 3 + 1;

/** Every triwulan of the year up to the end of this period: what "s.d." covers. */
export function triwulanSampai(periode: Periode): readonly Periode[] {
  const last = triwulanList(periode).length * nomorPeriode(periode);
  const tahun = tahunPeriode(periode);
  return Array.from({ length: last }, (_, i) => periodeOf(tahun, "triwulan", i + 1));
}

/**
 * The period this one is rolled up into, among the kinds a sheet runs: TW II goes into semester I
 * where there is one, else into the year. Null for the topmost.
 */
export function indukPeriode(periode: Periode, jenisList: readonly PeriodeJenis[]): Periode | null {
  const rank = urutan.indexOf(jenisPeriode(periode));
  const jenis = urutan.slice(rank + 1).find((one) => jenisList.includes(one));
  return jenis === undefined ? null : periodeAt(rangePeriode(periode).mulai, jenis);
}

/** The periods rolled up into this one, among the kinds a sheet runs; none for a triwulan. */
export function anakPeriode(
  periode: Periode,
  jenisList: readonly PeriodeJenis[],
): readonly Periode[] {
  const rank = urutan.indexOf(jenisPeriode(periode));
  const jenis = urutan.slice(0, rank).findLast((one) => jenisList.includes(one));
  if (jenis === undefined) return [];
  const inside = triwulanList(periode).map((tw) => periodeAt(rangePeriode(tw).mulai, jenis));
  return [...new Set(inside)];
}

/** Whether a period lies within another one, of whatever kinds; none lies within itself. */
export function isBagian(bagian: Periode, periode: Periode): boolean {
  const [part, whole] = [rangePeriode(bagian), rangePeriode(periode)];
  return bagian !== periode && whole.mulai <= part.mulai && part.selesai <= whole.selesai;
}

/** "IV" of the fourth triwulan, "II" of the second semester; "I" for a year. */
export const romawiPeriode = (periode: Periode): string =>
  angkaRomawi[nomorPeriode(periode) - 1] ?? "";

/** "Triwulan IV 2026", "Semester II 2026", "Tahun 2026": what papers and workbooks call a period. */
export function labelPeriode(periode: Periode, istilah: IstilahTriwulan): string {
  const tahun = tahunPeriode(periode);
  switch (jenisPeriode(periode)) {
    case "triwulan":
      return `${istilahAwal(istilah)} ${romawiPeriode(periode)} ${tahun}`;
    case "semester":
      return `Semester ${romawiPeriode(periode)} ${tahun}`;
    case "tahunan":
      return `Tahun ${tahun}`;
  }
}

/** "TW IV", "Semester II", "Tahun 2026": where the year is plain from the place. */
export function labelPendek(periode: Periode, istilah: IstilahTriwulan): string {
  const jenis = jenisPeriode(periode);
  if (jenis === "tahunan") return labelPeriode(periode, istilah);
  return `${jenis === "triwulan" ? istilahSingkat(istilah) : "Semester"} ${romawiPeriode(periode)}`;
}

/** "TW IV 2026": the same, its year with it. */
export const labelPendekTahun = (periode: Periode, istilah: IstilahTriwulan): string =>
  jenisPeriode(periode) === "tahunan"
    ? labelPeriode(periode, istilah)
    : `${labelPendek(periode, istilah)} ${tahunPeriode(periode)}`;

/** "Triwulan" or "Tribulan", where the word begins a title. */
export const istilahAwal = (istilah: IstilahTriwulan): string =>
  istilah === "tribulan" ? "Tribulan" : "Triwulan";

/** "TW" or "TB". */
export const istilahSingkat = (istilah: IstilahTriwulan): string =>
  istilah === "tribulan" ? "TB" : "TW";

/**
 * Reads how people write a period: "2026-TW4", "TW4 2026", "tw iv", "tribulan ke-4", "tb 4", "q4", "semester 2",
 * "2026", "4". Without a year the given one; null when it is none of these.
 */
export function parsePeriode(text: string, tahunBawaan: number): Periode | null {
  const normal = text
    .trim()
    .toLowerCase()
    .replace(/[-_,./]+/g, " ")
    .replace(/\s+/g, " ");
  const tahun = Number(/(?:^|\s)(20\d\d)(?:\s|$)/.exec(normal)?.[1] ?? tahunBawaan);
  const rest = normal.replace(/(?:^|\s)20\d\d(?=\s|$)/, "").trim();
  if (normal !== "" && /^(tahun(an)?)?$/.test(rest)) return periodeOf(tahun, "tahunan", 1);
  return parsePart(rest, tahun);
}

function parsePart(text: string, tahun: number): Periode | null {
  const match =
    /^(tw|tb|triwulan|tribulan|q|quarter|s|semester)?\s*(?:ke\s*)?([1-4]|i{1,3}|iv)$/.exec(text);
  if (match === null) return null;
  const [, word = "tw", number = ""] = match;
  const nomor = nomorOf(number);
  if (!word.startsWith("s")) return periodeOf(tahun, "triwulan", nomor);
  return nomor > 2 ? null : periodeOf(tahun, "semester", nomor);
}

const bulanPer: { readonly [J in PeriodeJenis]: number } = {
  triwulan: 3,
  semester: 6,
  tahunan: 12,
};
const urutan: readonly PeriodeJenis[] = ["triwulan", "semester", "tahunan"];
const angkaRomawi = ["I", "II", "III", "IV"];

function nomorOf(text: string): number {
  const romawi = angkaRomawi.indexOf(text.toUpperCase());
  return romawi === -1 ? Number(text) : romawi + 1;
}

function shift(periode: Periode, by: number): Periode {
  const jenis = jenisPeriode(periode);
  const perTahun = 12 / bulanPer[jenis];
  const index = tahunPeriode(periode) * perTahun + nomorPeriode(periode) - 1 + by;
  return periodeOf(Math.floor(index / perTahun), jenis, (index % perTahun) + 1);
}
