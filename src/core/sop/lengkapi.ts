import type { Formulir } from "../formulir/schema.ts";
import { closest } from "./closest.ts";
import type { LangkahOf } from "./langkah.ts";
import type { Sop } from "./schema.ts";
import { galat, type Temuan } from "./temuan.ts";

/** The forms a sheet may name. */
export interface FormulirTersedia {
  readonly formulirList: readonly Formulir[];
  /** Names of those that are there but cannot be used; what is wrong is told at their own file. */
  readonly rusakList: readonly string[];
}

/** A sheet with the parts of the forms it names, and every langkah that gets none. */
export interface SopLengkap {
  readonly sop: Sop;
  readonly temuanList: readonly Temuan[];
}

/**
 * Writes the forms a sheet names out into it: what runs and what is kept is the whole sheet, so a
 * form changed later changes no berkas that is under way.
 */
export function lengkapi(sop: Sop, tersedia: FormulirTersedia): SopLengkap {
  const tahapById = new Map(tersedia.formulirList.map(({ id, tahap }) => [id, tahap]));
  return {
    sop: {
      ...sop,
      langkah: sop.langkah.map((one) => {
        if (one.jenis !== "formulir" || one.formulir === undefined) return one;
        return one.tahap.length > 0 ? one : { ...one, tahap: tahapById.get(one.formulir) ?? [] };
      }),
    },
    temuanList: sop.langkah.flatMap((one, index) =>
      one.jenis === "formulir" ? faultsOf(one, index, tersedia) : [],
    ),
  };
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
  const meant = closest(formulir, known);
  const hint = meant === null ? `yang ada: ${known.join(", ") || "-"}` : `maksudnya "${meant}"?`;
  return at("formulir", `formulir "${formulir}" tidak ada; ${hint}`);
}
