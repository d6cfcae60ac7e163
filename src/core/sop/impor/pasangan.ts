import type { Kepala } from "../schema.ts";
import { butirOf } from "./butir.ts";
import { rapi } from "./sumber.ts";

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
  const teks = createTeks(kiri === "dasarHukum");
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
      if (baris.length === 1 && baris[0]?.[0] === 0 && !baris[0][1].includes("\n") && tabel.kanan === "") {
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

const HUKUM = /^(undang|peraturan|keputusan|instruksi|perpres|permen|perda|perbup|perwali|pp |uu |surat edaran)/i;
const SYARAT = /^(memahami|mengetahui|memiliki|menguasai|mampu|s1|d3|sma)\b/i;

interface Sisi {
  nomor: number;
  readonly isi: string[];
}

/** Two columns that ran into one text are told apart by what number comes next on either side. */
function createTeks(hukum: boolean) {
  const left: Sisi = { nomor: 0, isi: [] };
  const right: Sisi = { nomor: 0, isi: [] };
  let last = left;
  let blank = 0;
  let numbered = false;
  const begin = (side: Sisi, text: string): void => {
    side.isi.push(text);
    side.nomor += 1;
    last = side;
  };
  const sideOf = (nomor: number): Sisi =>
    nomor === right.nomor + 1 && (right.nomor > 0 || left.nomor > 0) && (right.nomor > 0 || nomor === 1)
      ? right
      : left;
  const startsRight = (line: string): boolean => {
    if (right.isi.length > 0 || left.isi.length === 0 || !/^[A-Z]/.test(line)) return false;
    if (hukum) return SYARAT.test(line);
    return blank >= 3 || (blank > 0 && /\.$/.test(left.isi.at(-1) ?? ""));
  };
  const place = (line: string): void => {
    const [, digits, rest = ""] = /^(\d{1,2})[.)]\s*(\S.*)$/.exec(line) ?? [];
    if (digits !== undefined) {
      numbered = true;
      begin(sideOf(Number(digits)), rest);
    } else if (/^[-•]\s/.test(line)) begin(left.isi.length > 0 ? right : left, line.slice(1).trim());
    else if (hukum && !numbered && HUKUM.test(line) && (left.nomor === 0 || blank > 0)) begin(left, line);
    else if (startsRight(line) || (hukum && SYARAT.test(line))) begin(right, line);
    else if (last.isi.length === 0) begin(left, line);
    else last.isi.push(rapi(`${last.isi.pop()} ${line}`));
  };
  return {
    kiri: () => left.isi,
    kanan: () => right.isi,
    /** Whether the line held anything. */
    add: (raw: string): boolean => {
      const line = rapi(raw);
      if (line.length < 3 || !/[a-z]{2}/i.test(line)) {
        blank += line === "" ? 1 : 0;
        return false;
      }
      const beside = new RegExp(`^(.*\\S)\\s${right.nomor + 1}[.)]\\s+(\\S.*)$`).exec(line);
      const [, mine = "", other] = beside ?? [];
      if (other === undefined) place(line);
      else {
        const [, rest] = /^\d{1,2}[.)]\s*(\S.*)$/.exec(mine) ?? [];
        if (rest === undefined && left.isi.length > 0) left.isi.push(rapi(`${left.isi.pop()} ${mine}`));
        else begin(left, rest ?? mine);
        begin(right, other);
      }
      blank = 0;
      return true;
    },
  };
}
