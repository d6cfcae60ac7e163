import { anggaranText } from "../../generated/teks.ts";
import type { Kantor } from "../kantor/schema.ts";
import { type Program, serapanOf } from "../kinerja/anggaran.ts";
import type { ProgramTertolak } from "../kinerja/anggaran-baca.ts";
import { formatAngka } from "../kinerja/angka/tulis.ts";
import { jenisPeriode, tahunPeriode } from "../kinerja/periode.ts";
import { fill, lines, type Teks } from "../pesan/teks.ts";
import { tahunTarget } from "./target.ts";
import type { World } from "./world.ts";

/** The year whose money is told unless another one is named: that of the yearly report being made, else this one. */
export function tahunAnggaran(world: World): number {
  const yearly = [...world.berkasById.values()].find(
    ({ state: { status, periode, indikatorList } }) =>
      status === "berjalan" && jenisPeriode(periode) === "tahunan" && indikatorList.length > 0,
  );
  return yearly === undefined ? tahunTarget(world) : tahunPeriode(yearly.state.periode);
}

/** The sasaran of a year in the order of its table. */
export const sasaranTahun = ({ indikatorList }: Kantor, tahun: number): readonly string[] => [
  ...new Set(indikatorList.filter((one) => one.tahun === tahun).map(({ sasaran }) => sasaran)),
];

/** Each program with its money and the number of its sasaran, then all of them together. */
export function programLines(
  programList: readonly Program[],
  sasaranList: readonly string[],
): Teks {
  const all = serapanOf(programList);
  return lines(
    ...programList.map((one) => programLine(one, sasaranList)),
    all === null
      ? []
      : fill(anggaranText.jumlah, {
          pagu: formatAngka(all.pagu),
          realisasi: formatAngka(all.realisasi),
          persen: formatAngka(all.persen),
        }),
  );
}

function programLine(program: Program, sasaranList: readonly string[]): Teks {
  const { nama, pagu, realisasi, sasaran } = program;
  const nomor = sasaran === null ? 0 : sasaranList.indexOf(sasaran) + 1;
  return fill(anggaranText.baris, {
    nama,
    pagu: formatAngka(pagu),
    realisasi: formatAngka(realisasi),
    sasaran: nomor === 0 ? anggaranText.umum : fill(anggaranText.sasaran, { nomor }),
    lebih: realisasi > pagu ? anggaranText.lebih : "",
  });
}

/** As many lines as are told at once; the rest is told when these are mended. */
const MASALAH_TERBANYAK = 5;

/** The lines that are no program, and what to do about them. */
export function masalahAnggaran(masalahList: readonly ProgramTertolak[]): Teks {
  const told = masalahList
    .slice(0, MASALAH_TERBANYAK)
    .map(({ baris, sebab, tertulis }) => fill(anggaranText.masalah[sebab], { baris, tertulis }));
  return fill(anggaranText.tidakTerbaca, { masalah: lines(...told) });
}
