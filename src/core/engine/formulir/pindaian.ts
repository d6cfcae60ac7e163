import { type Bukti, isPindaian } from "../../formulir/nilai.ts";
import type { IsianFormulir } from "../../formulir/schema.ts";
import type { Langkah } from "../../sop/langkah.ts";
import type { BerkasState } from "../state.ts";

/** Whether a field asks for the signed report. */
export const asksPindaian = (isian: IsianFormulir): boolean =>
  isian.tipe === "berkas" && isian.sebagai === "laporan";

/** Whether this may be the signed report: one file, for a report has one; a PDF or a picture. */
export const canBeLaporan = (buktiList: readonly Bukti[]): boolean =>
  buktiList.length === 1 && buktiList.every(isPindaian);

/** The signed report that was handed in with the form of a langkah; null where none was. */
export function pindaianOf({ formulirByLangkah }: BerkasState, langkah: Langkah): Bukti | null {
  if (langkah.jenis !== "formulir") return null;
  const field = langkah.tahap.flatMap(({ isian }) => isian).find(asksPindaian);
  const nilai = field === undefined ? undefined : formulirByLangkah[langkah.no]?.[field.kode];
  return nilai?.tipe === "berkas" ? (nilai.buktiList[0] ?? null) : null;
}

/** What the signed report is, in words. */
export const pindaianText = ({ tandaTangan }: Bukti): string =>
  tandaTangan === undefined
    ? "pindaian bertanda tangan"
    : `memuat ${tandaTangan} tanda tangan elektronik, keabsahannya belum diperiksa`;
