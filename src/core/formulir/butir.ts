import type { Pegawai } from "../kantor/schema.ts";
import { formatTanggal } from "../waktu/format.ts";
import type { Tanggal } from "../waktu/tanggal.ts";
import { bacaTanggal } from "./baca-waktu.ts";
import { findPegawai } from "./orang.ts";
import type { KolomDaftar } from "./schema.ts";

/** One line of a list with columns, taken apart: what stands in each column, by its kode. */
export type Butir = Readonly<Record<string, string>>;

/** What lines are read against. */
export interface KonteksButir {
  readonly hariIni: Tanggal;
  /** Those who may be named, in the order in which they are numbered. */
  readonly calonList: readonly Pegawai[];
}

/** A part of a line that cannot be read: in which line, counted from 1, what was asked for and what stands there. */
export interface ButirTertolak {
  readonly baris: number;
  readonly nama: string;
  readonly tertulis: string;
}

/** Lines that can be read, as they are kept, and everything that cannot. */
export interface ButirTerbaca {
  readonly butirList: readonly string[];
  readonly masalahList: readonly ButirTertolak[];
}

/** Reads lines whose parts stand after semicolons: people become their office, days are written out. */
export function bacaButirList(
  kolomList: readonly KolomDaftar[],
  lineList: readonly string[],
  konteks: KonteksButir,
): ButirTerbaca {
  const read = lineList.map((line, at) =>
    partsOf(kolomList, line).map((teks, place) =>
      bacaBagian(kolomList[place], teks, { baris: at + 1, konteks }),
    ),
  );
  return {
    butirList: read.map((parts) =>
      parts
        .map((part) => (typeof part === "string" ? part : part.tertulis))
        .join("; ")
        .replace(/(?:; )+$/, ""),
    ),
    masalahList: read.flat().filter((part) => typeof part !== "string"),
  };
}

/** A line that was read before, by its columns; a column that was left out is empty. */
export const butirOf = (kolomList: readonly KolomDaftar[], line: string): Butir =>
  Object.fromEntries(partsOf(kolomList, line).map((teks, at) => [kolomList[at]?.kode ?? "", teks]));

/** One part for each column; what is too many belongs to the first, which is a sentence. */
function partsOf(kolomList: readonly KolomDaftar[], line: string): readonly string[] {
  const parts = line.split(";").map((part) => part.trim());
  const surplus = Math.max(0, parts.length - kolomList.length);
  const merged = [parts.slice(0, surplus + 1).join("; "), ...parts.slice(surplus + 1)];
  return kolomList.map((_, at) => merged[at] ?? "");
}

function bacaBagian(
  kolom: KolomDaftar | undefined,
  teks: string,
  { baris, konteks }: { readonly baris: number; readonly konteks: KonteksButir },
): string | ButirTertolak {
  const { tipe = "teks", wajib = true, nama = "" } = kolom ?? {};
  const said = teks === "" ? (wajib ? null : "") : sayBagian(tipe, teks, konteks);
  return said ?? { baris, nama, tertulis: teks };
}

/** A part as it is kept; null where it does not say what it should. */
function sayBagian(tipe: KolomDaftar["tipe"], teks: string, konteks: KonteksButir): string | null {
  switch (tipe) {
    case "teks":
      return teks;
    case "pegawai": {
      const id = findPegawai(konteks.calonList, teks);
      return konteks.calonList.find((one) => one.id === id)?.jabatan ?? null;
    }
    case "tanggal": {
      const tanggal = bacaTanggal(teks, konteks.hariIni);
      return tanggal === null ? null : formatTanggal(tanggal);
    }
  }
}
