import { Anggaran, type Program } from "./anggaran.ts";
import { isJelas, readAngka } from "./angka/baca.ts";

/** Why a line is no program. */
export type SebabProgram = "bagian" | "nama" | "pagu" | "realisasi" | "sasaran" | "ganda";

/** A line that was not understood, counted from 1. */
export interface ProgramTertolak {
  readonly baris: number;
  readonly sebab: SebabProgram;
  /** What stands there instead. */
  readonly tertulis: string;
}

/** The programs of a text, and every line that is none. */
export interface ProgramTerbaca {
  readonly programList: readonly Program[];
  readonly masalahList: readonly ProgramTertolak[];
}

/**
 * Reads programs, one a line: name; pagu; realisasi; the sasaran by its number among `sasaranList` or by its name.
 * A program without a sasaran serves the office as a whole.
 */
export function bacaProgram(teks: string, sasaranList: readonly string[]): ProgramTerbaca {
  const programList: Program[] = [];
  const masalahList: ProgramTertolak[] = [];
  const known = new Set<string>();
  for (const [at, line] of linesOf(teks).entries()) {
    const read = readLine(line, sasaranList);
    const twice = !("sebab" in read) && known.has(read.nama.toLowerCase());
    if ("sebab" in read) masalahList.push({ baris: at + 1, ...read });
    else if (twice) masalahList.push({ baris: at + 1, sebab: "ganda", tertulis: read.nama });
    else {
      known.add(read.nama.toLowerCase());
      programList.push(read);
    }
  }
  return { programList, masalahList };
}

/** Programs as the text that reads as them. */
export const tulisProgram = (programList: readonly Program[]): string =>
  programList
    .map(({ nama, pagu, realisasi, sasaran }) => [nama, pagu, realisasi, sasaran ?? ""].join("; "))
    .join("\n");

const linesOf = (teks: string): readonly string[] =>
  teks
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");

type Tertolak = Pick<ProgramTertolak, "sebab" | "tertulis">;

function readLine(line: string, sasaranList: readonly string[]): Program | Tertolak {
  const [nama = "", pagu, realisasi, sasaran = "", ...rest] = line
    .split(/[;|\t]/)
    .map((one) => one.trim());
  if (pagu === undefined || realisasi === undefined || rest.length > 0) {
    return { sebab: "bagian", tertulis: line };
  }
  const numbers = { pagu: readRupiah(pagu), realisasi: readRupiah(realisasi) };
  if (numbers.pagu === null || numbers.pagu === 0) return { sebab: "pagu", tertulis: pagu };
  if (numbers.realisasi === null) return { sebab: "realisasi", tertulis: realisasi };
  const served = sasaranOf(sasaran, sasaranList);
  if (served === undefined) return { sebab: "sasaran", tertulis: sasaran };
  const program = { nama, sasaran: served, pagu: numbers.pagu, realisasi: numbers.realisasi };
  return isProgram(program) ? program : { sebab: "nama", tertulis: nama };
}

const isProgram = (program: Program): boolean =>
  Anggaran.shape.programList.safeParse([program]).success;

/** An amount that has one reading; the currency may stand beside it. */
function readRupiah(said: string): number | null {
  const read = readAngka(said.replace(/,-+$/, ""), { satuan: "rupiah" });
  if (read.jenis === "nihil") return 0;
  const [nilai] = read.jenis === "angka" && isJelas(read) ? read.nilaiList : [];
  return nilai === undefined || nilai < 0 ? null : nilai;
}

/** Null where none is named, undefined where it is not known. */
function sasaranOf(said: string, sasaranList: readonly string[]): string | null | undefined {
  if (/^-*$/.test(said)) return null;
  const nomor = /^\d{1,3}$/.test(said) ? Number(said) : null;
  return nomor === null
    ? sasaranList.find((nama) => nama.toLowerCase() === said.toLowerCase())
    : sasaranList[nomor - 1];
}
