import { columnNumber } from "./lembar.ts";
import { bacaXml } from "./xml-aman.ts";

/** A block of merged cells; rows and columns are counted from 0. */
export interface Gabungan {
  readonly baris: number;
  readonly kolom: number;
  readonly tinggi: number;
  readonly lebar: number;
}

/** No sheet of an office comes near. */
const GABUNGAN_TERBANYAK = 5_000;

/** Which cells of a sheet are merged; what a file claims beyond any use is not followed. */
export async function readGabungan(data: Uint8Array): Promise<readonly Gabungan[]> {
  const found: Gabungan[] = [];
  await bacaXml(data, {
    buka: (nama, atribut) => {
      if (nama !== "mergeCell" || found.length >= GABUNGAN_TERBANYAK) return;
      const one = parse(atribut("ref") ?? "");
      if (one !== null) found.push(one);
    },
  });
  return found;
}

function parse(ref: string): Gabungan | null {
  const [, huruf = "", dari = "", hurufAkhir = "", sampai = ""] =
    /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/.exec(ref) ?? [];
  if (huruf === "") return null;
  const [baris, kolom] = [Number(dari) - 1, nomorKolom(huruf)];
  return {
    baris,
    kolom,
    tinggi: Math.max(1, Number(sampai) - baris),
    lebar: Math.max(1, nomorKolom(hurufAkhir) - kolom + 1),
  };
}

/** "A" is 0. */
export const nomorKolom = (huruf: string): number => columnNumber(huruf) - 1;
