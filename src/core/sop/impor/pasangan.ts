import type { Kepala } from "../schema.ts";
import { butirOf } from "./butir.ts";
import { createPasanganTeks } from "./pasangan-teks.ts";

/** The six lists of the head; they stand side by side in pairs. */
export type DaftarKepala =
  | "dasarHukum"
  | "kualifikasiPelaksana"
  | "keterkaitan"
  | "peralatan"
  | "peringatan"
  | "pencatatan";

const kananOf: Partial<Record<DaftarKepala, DaftarKepala>> = {
  dasarHukum: "kualifikasiPelaksana",
  keterkaitan: "peralatan",
  peringatan: "pencatatan",
};

type Kepala6 = Pick<Kepala, DaftarKepala>;
type Judul = readonly (readonly [kolom: number, kunci: DaftarKepala])[];

/** Two lists side by side while their rows are read. */
export interface Pasangan {
  /** Titles that follow before any row belong to the same pair; false where they begin another one. */
  readonly take: (heads: Judul) => boolean;
  readonly add: (baris: readonly (readonly [number, string])[]) => void;
  readonly isi: () => readonly (readonly [keyof Kepala6, readonly string[]])[];
}

/** Reads a pair by its columns, where it is a table, or by how its lines are counted, where it is text. */
export function createPasangan(heads: Judul): Pasangan {
  const [[, first] = [0, "dasarHukum"] as const] = heads;
  const kiri = heads.length === 1 && isKanan(first) ? null : first;
  let kanan = kiri === null ? first : (kananOf[kiri] ?? null);
  let batas = heads[1]?.[0] ?? 1;
  const tabel = { kiri: "", kanan: "" };
  const teks = createPasanganTeks(kiri === "dasarHukum");
  let filled = false;
  return {
    take: (next) => {
      const [[kolom, kunci] = [0, null] as const] = next;
      if (filled || next.length !== 1 || kunci === null || kunci !== kanan) return false;
      if (kolom > 0) batas = kolom;
      kanan = kunci;
      return true;
    },
    add: (baris) => {
      if (
        baris.length === 1 &&
        baris[0]?.[0] === 0 &&
        !baris[0][1].includes("\n") &&
        tabel.kanan === ""
      ) {
        filled = teks.add(baris[0][1]) || filled;
        return;
      }
      filled = true;
      for (const [kolom, isi] of baris) {
        const side = kolom < batas && kiri !== null ? "kiri" : "kanan";
        tabel[side] += `${isi}\n`;
      }
    },
    isi: () => {
      const [left, right] = [
        [...teks.kiri(), ...butirOf(tabel.kiri)],
        [...teks.kanan(), ...butirOf(tabel.kanan)],
      ];
      if (kiri === null) return kanan === null ? [] : [[kanan, [...left, ...right]]];
      return [[kiri, left], ...(kanan === null ? [] : [[kanan, right] as const])];
    },
  };
}

const isKanan = (kunci: DaftarKepala): boolean => Object.values(kananOf).includes(kunci);
