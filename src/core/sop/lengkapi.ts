import type { TemplatNaskah } from "../dokumen/templat.ts";
import type { Formulir } from "../formulir/schema.ts";
import { petunjuk } from "./closest.ts";
import type { LangkahOf } from "./langkah.ts";
import { naskahDari, type Sop } from "./schema.ts";
import { galat, type Temuan } from "./temuan.ts";

/** The papers a sheet may name. */
export interface NaskahTersedia {
  readonly templatList: readonly TemplatNaskah[];
  /** Names of those that are there but cannot be used; what is wrong is told at their own file. */
  readonly rusakList: readonly string[];
}

/** The forms and papers a sheet may name. */
export interface FormulirTersedia {
  readonly formulirList: readonly Formulir[];
  /** Names of those that are there but cannot be used; what is wrong is told at their own file. */
  readonly rusakList: readonly string[];
  readonly naskah: NaskahTersedia;
}

/** A sheet with the forms and papers it names, and every langkah that does not get its form. */
export interface SopLengkap {
  readonly sop: Sop;
  readonly temuanList: readonly Temuan[];
}

/**
 * Writes the forms and papers a sheet names out into it: what runs and what is kept is the whole
 * sheet, so a form or paper changed later changes no berkas that is under way.
 */
export function lengkapi(sop: Sop, tersedia: FormulirTersedia): SopLengkap {
  const tahapById = new Map(tersedia.formulirList.map(({ id, tahap }) => [id, tahap]));
  const langkah = sop.langkah.map((one) => {
    if (one.jenis !== "formulir" || one.formulir === undefined) return one;
    return one.tahap.length > 0 ? one : { ...one, tahap: tahapById.get(one.formulir) ?? [] };
  });
  const berisi = { ...sop, langkah };
  return {
    sop: { ...berisi, naskah: [...naskahLengkap(berisi, tersedia.naskah)] },
    temuanList: sop.langkah.flatMap((one, index) =>
      one.jenis === "formulir" ? faultsOf(one, index, tersedia) : [],
    ),
  };
}

/**
 * The papers of a sheet: those it writes out itself, those its langkah make beside them, and those that
 * correct one of these.
 */
function naskahLengkap(sop: Sop, { templatList }: NaskahTersedia): readonly TemplatNaskah[] {
  const sendiri = new Set(sop.naskah.map(({ id }) => id));
  const dibuat = new Set(sop.langkah.flatMap(naskahDari));
  const lain = templatList.filter(({ id }) => !sendiri.has(id));
  const pertama = [...sop.naskah, ...lain.filter(({ id }) => dibuat.has(id))];
  const pembetul = new Set(pertama.flatMap(({ ralat }) => ralat ?? []));
  return [...pertama, ...lain.filter(({ id }) => pembetul.has(id) && !dibuat.has(id))];
}

function faultsOf(
  { no, formulir, tahap }: LangkahOf<"formulir">,
  index: number,
  { formulirList, rusakList }: FormulirTersedia,
): readonly Temuan[] {
  const at = (key: string, pesan: string): readonly Temuan[] => [
    galat(no, ["langkah", index, key], `langkah ${no}: ${pesan}`),
  ];
  if (formulir === undefined) {
    return tahap.length > 0 ? [] : at("jenis", "formulir tanpa isi; tulis formulir atau tahap");
  }
  if (tahap.length > 0) return at("formulir", "pilih satu: formulir atau tahap, tidak keduanya");
  if (rusakList.includes(formulir)) {
    return at("formulir", `formulir ${formulir} belum dapat dipakai; perbaiki dahulu berkasnya`);
  }
  const known = formulirList.map(({ id }) => id);
  if (known.includes(formulir)) return [];
  return at("formulir", `formulir "${formulir}" tidak ada; ${petunjuk(formulir, known)}`);
}
