import { rataRataCapaian } from "../kinerja/capaian.ts";
import type { Rekap } from "./index.ts";
import type { BarisLembar, LembarCapaian } from "./lembar.ts";

/** A sasaran with its rows and their mean. */
export interface Sasaran {
  readonly nama: string;
  readonly barisList: readonly BarisLembar[];
  readonly persen: number | null;
}

/** The rows of one sasaran together, in the order of the table. */
export function sasaranList(
  { tampilan }: Pick<Rekap, "tampilan">,
  { barisList }: Pick<LembarCapaian, "barisList">,
): readonly Sasaran[] {
  return [...new Set(barisList.map(({ sasaran }) => sasaran))].map((nama) => {
    const own = barisList.filter(({ sasaran }) => sasaran === nama);
    const persenList = own.map(({ capaianPersen }) => capaianPersen).filter((one) => one !== null);
    return {
      nama,
      barisList: own,
      persen: rataRataCapaian(persenList, tampilan.batasRataRataPersen),
    };
  });
}
