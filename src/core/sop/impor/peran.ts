import type { Peran } from "../../kantor/schema.ts";
import { rapi } from "./sumber.ts";

/** A role named in a text, and where. */
export interface PeranDisebut {
  readonly peran: Peran;
  readonly kata: string;
  readonly pada: number;
}

type Sebutan = Peran | "kepala" | "sekretaris";

/** Longer names stand before those they contain. */
const kamus: readonly (readonly [RegExp, Sebutan])[] = [
  [/sekretaris tim/iy, "sekretaris"],
  [/sekretaris kecamatan|sekretaris camat|sekcam/iy, "sekcam"],
  [/sekretaris dinas|sekretaris badan|sekdis|sekban/iy, "sekdis"],
  [/sekretaris/iy, "sekretaris"],
  [/kepala dinas|kepala badan|kadis|kaban/iy, "kadis"],
  [/kepala kantor|pimpinan/iy, "kepala"],
  [/kepala seksi|kasi/iy, "kasi"],
  [/kepala sub ?bag(?:ian)?|kasub\w*/iy, "kasubbag"],
  [/camat/iy, "camat"],
  [/n?spektorat|inspektorat|inspektur/iy, "inspektorat"],
  [/(?:jabatan |pejabat )?fungsional(?: perencana)?|jfp|jft|perencana/iy, "jfp"],
  [/tim penyusun|tim|penyusun/iy, "tim"],
  [/staff?|start|jfu|pelaksana/iy, "staf"],
  [/bagian organisasi|kabupaten/iy, "kabupaten"],
];

/**
 * Every role a text names, in its order. A mere "Sekretaris" and "Kepala Kantor" are those of a dinas where
 * `dinas`, else those of a kecamatan.
 */
export function peranDisebut(teks: string, dinas: boolean): readonly PeranDisebut[] {
  const found: PeranDisebut[] = [];
  const word = /[A-Za-z]+/g;
  let behind = 0;
  for (const { index } of teks.matchAll(word)) {
    if (index < behind) continue;
    for (const [pola, sebutan] of kamus) {
      pola.lastIndex = index;
      const [kata] = pola.exec(teks) ?? [];
      if (kata === undefined || /^[A-Za-z]/.test(teks.slice(index + kata.length))) continue;
      found.push({ peran: peranOf(sebutan, dinas), kata, pada: index });
      behind = index + kata.length;
      break;
    }
  }
  return found;
}

function peranOf(sebutan: Sebutan, dinas: boolean): Peran {
  if (sebutan === "kepala") return dinas ? "kadis" : "camat";
  if (sebutan === "sekretaris") return dinas ? "sekdis" : "sekcam";
  return sebutan;
}

/** A column of pelaksana: what is printed above it, and whose it is; several share one at times. */
export interface KolomPelaksana {
  readonly judul: string;
  readonly peranList: readonly Peran[];
  readonly keraguan: string | null;
}

/** Reads the titles of the columns; one that names no known role is given to the staff, and says so. */
export function bacaKolom(judulList: readonly string[]): readonly KolomPelaksana[] {
  const dinas = judulList.some((judul) => /kadis|sekdis|dinas|badan/i.test(judul));
  return judulList.map((asli) => {
    const judul = rapi(asli);
    const named = peranDisebut(judul, dinas);
    const peranList = [...new Set(named.map(({ peran }) => peran))];
    if (peranList.length === 0) {
      const keraguan = `kolom "${judul}" tidak dikenal sebagai peran; sementara ditulis staf`;
      return { judul, peranList: ["staf"], keraguan };
    }
    const dibagi = peranList.length > 1 ? `kolom "${judul}" dibagi: ${peranList.join(", ")}` : null;
    const rusak = /\bstart\b|kasubdag|nspektorat/i.test(judul.replace(/inspektorat/gi, ""));
    const dibaca = rusak ? `kolom tercetak "${judul}", dibaca ${peranList.join(", ")}` : null;
    return { judul, peranList, keraguan: dibagi ?? dibaca };
  });
}
