import type { Penanda } from "../dokumen/susun.ts";
import { dasarWakil } from "../kantor/pejabat.ts";
import { penandaSebagai } from "../naskah/bahan.ts";
import { persetujuanKepala, type Rekap } from "../rekap/index.ts";
import { waktuResmi } from "../waktu/format.ts";
import type { Instant } from "../waktu/instant.ts";
import { kalimat } from "./kata.ts";
import { laporanText } from "./teks.ts";

/** Who signed a report, and when it was recorded. */
export interface TandaTanganLaporan extends Penanda {
  readonly waktu: Instant;
  /** Whom they stood in for, and by which letter; null where it was their own post. */
  readonly dasar: string | null;
}

/** What a report is besides its figures; what is left out is not printed. */
export interface OpsiLaporan {
  /** Which draft it is; null for the report itself. */
  readonly drafVersi: number | null;
  /** The number from the register of letters; null while it has none. */
  readonly nomor: string | null;
  /** What this version is called: "Draf 2", "Final", "Bertanda tangan". Without it drafts are counted. */
  readonly sebutan?: string | null;
  /** What the internal meeting decided, one decision an entry. */
  readonly hasilRapat?: readonly string[];
  /** The recorded signature; it ends the concept, whatever else is said. */
  readonly tandaTangan?: TandaTanganLaporan | null;
}

/** Who stands behind a report, and whether they agreed to it or signed it. */
export interface Sah extends Penanda {
  readonly cara: "setuju" | "tanda-tangan";
  readonly padaMs: Instant;
  /** Whom they stood in for, and by which letter; null where it was their own post. */
  readonly dasar: string | null;
  readonly rangkapJabatan: boolean;
}

/** How far a report has come. */
export interface StatusLaporan {
  readonly sah: Sah | null;
  /** Printed at the head of every page of a concept. */
  readonly tanda: string | null;
  /** One line that says the same. */
  readonly teks: string;
}

/**
 * A report is a concept until the head of the office has agreed to its period or a signature is
 * recorded; a draft without a signature always is.
 */
export function statusLaporan(rekap: Rekap, opsi: OpsiLaporan): StatusLaporan {
  const sah = sahOf(rekap, opsi);
  const versi = sebutanOf(opsi);
  return {
    sah,
    tanda: sah === null ? tandaOf(versi) : null,
    teks: sah === null ? konsepText(versi) : sahText(rekap, sah, opsi.sebutan ?? null),
  };
}

/** An instant in the office's own time. */
export const waktuRekap = ({ kop }: Pick<Rekap, "kop">, atMs: Instant): string =>
  waktuResmi(atMs, kop.zonaWaktu);

function sahOf(rekap: Rekap, { drafVersi, tandaTangan }: OpsiLaporan): Sah | null {
  if (tandaTangan !== undefined && tandaTangan !== null) {
    const { waktu, ...penanda } = tandaTangan;
    return { cara: "tanda-tangan", padaMs: waktu, rangkapJabatan: false, ...penanda };
  }
  const { kop, persetujuan } = rekap;
  const setuju = drafVersi === null ? persetujuanKepala(persetujuan ?? [], kop.periode) : null;
  if (setuju === null) return null;
  const { padaMs, rangkapJabatan, pejabat } = setuju;
  const dasar = dasarWakil(pejabat);
  return { cara: "setuju", padaMs, rangkapJabatan, dasar, ...penandaSebagai(pejabat) };
}

function sebutanOf({ sebutan, drafVersi }: OpsiLaporan): string | null {
  if (sebutan !== undefined && sebutan !== null) return sebutan;
  return drafVersi === null ? null : kalimat(laporanText.drafKe, { versi: drafVersi });
}

const tandaOf = (versi: string | null): string =>
  versi === null ? laporanText.konsep : kalimat(laporanText.draf, { versi: versi.toUpperCase() });

const konsepText = (versi: string | null): string =>
  versi === null ? laporanText.statusKonsep : kalimat(laporanText.statusDraf, { versi });

function sahText(rekap: Rekap, { cara, jabatan, padaMs }: Sah, sebutan: string | null): string {
  const data = { jabatan, waktu: waktuRekap(rekap, padaMs) };
  const said =
    cara === "setuju"
      ? kalimat(laporanText.statusDisetujui, data)
      : kalimat(laporanText.statusDitandatangani, data);
  return sebutan === null ? said : `${sebutan}; ${said}`;
}
