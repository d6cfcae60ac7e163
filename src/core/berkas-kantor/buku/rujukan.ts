import { closest } from "../../sop/closest.ts";
import { lipat } from "./lipat.ts";

/** As much of somebody as a cell needs to name them. */
export interface Orang {
  readonly id: string;
  readonly nama: string;
  readonly jabatan: string;
}

/** Names people of an office in cells, and finds them by what is written there. */
export interface Rujukan {
  /** By id, jabatan or name; or why nobody is meant. */
  readonly cari: (teks: string) => { readonly id: string } | { readonly masalah: string };
  /** What leads back to them: their jabatan where it is theirs alone, else their name, else their id. */
  readonly sebut: (id: string) => string;
}

/** The people of an office, as cells speak of them. */
export function rujukanKe(orangList: readonly Orang[]): Rujukan {
  const cari: Rujukan["cari"] = (teks) => {
    const exact = orangList.find(({ id }) => id === teks.toLowerCase());
    if (exact !== undefined) return { id: exact.id };
    for (const sebutan of [byJabatan, byNama]) {
      const [found, another] = orangList.filter((one) => lipat(sebutan(one)) === lipat(teks));
      if (found === undefined) continue;
      return another === undefined
        ? { id: found.id }
        : {
            masalah: `“${teks}” ada lebih dari satu di lembar Pegawai; tulis kode pegawainya, misalnya ${found.id}`,
          };
    }
    const meant = closest(teks, [...orangList.map(byJabatan), ...orangList.map(byNama)]);
    const hint =
      meant === null
        ? "tulis jabatannya persis seperti di lembar Pegawai"
        : `maksudnya “${meant}”?`;
    return { masalah: `“${teks}” tidak ada di lembar Pegawai; ${hint}` };
  };
  const sebut = (id: string): string => {
    const one = orangList.find((orang) => orang.id === id);
    const leadsBack = (teks: string): boolean => {
      const found = cari(teks);
      return "id" in found && found.id === id;
    };
    return one === undefined ? id : ([one.jabatan, one.nama].find(leadsBack) ?? id);
  };
  return { cari, sebut };
}

const byJabatan = ({ jabatan }: Orang): string => jabatan;
const byNama = ({ nama }: Orang): string => nama;
