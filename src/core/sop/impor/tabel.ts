import type { Durasi } from "../../waktu/durasi.ts";
import {
  type BarisSumber,
  type BarisTerbaca,
  rapi,
  satuanIn,
  type TabelTerbaca,
  type Tanda,
} from "./sumber.ts";

/** The columns of a table of langkah by their place in the grid. */
interface Kolom {
  readonly no: number;
  readonly uraian: number;
  readonly pelaksana: readonly { readonly pada: number; readonly judul: string }[];
  readonly kelengkapan: number;
  readonly waktu: number;
  readonly keluaran: number;
  readonly keterangan: number;
  readonly satuan: Durasi["satuan"] | null;
}

const judul = {
  no: /^no(mor)?\.?$/i,
  uraian: /uraian|aktivitas|kegiatan|prosedur/i,
  pelaksana: /^pel(aksana|aku)/i,
  kelengkapan: /kelengkapan|syarat|persyaratan|^input$/i,
  waktu: /waktu/i,
  keluaran: /output|keluaran|hasil/i,
  keterangan: /^ket(erangan)?\.?$/i,
  mutuBaku: /(mutu|baku|buku)\s+(mutu|baku|buku)/i,
};

/** Titles of a printed table stand in three rows at most, below each other. */
const BARIS_JUDUL = 3;

/** Finds the table of langkah among the rows of a file; null where no row names its columns. */
export function bacaTabel(barisList: readonly BarisSumber[]): TabelTerbaca | null {
  const kepala = awalTabel(barisList);
  const found = kepala < 0 ? null : kolomOf(barisList.slice(kepala, kepala + BARIS_JUDUL));
  if (found === null) return null;
  return {
    judulList: found.pelaksana.map((one) => one.judul),
    satuan: found.satuan,
    barisList: langkahOf(barisList.slice(kepala + 1), found),
  };
}

/** Where the titles of its columns stand; -1 where there are none. */
export const awalTabel = (barisList: readonly BarisSumber[]): number =>
  barisList.findIndex(isKepala);

const cells = (baris: BarisSumber): readonly (readonly [number, string])[] =>
  [...baris].map(([pada, teks]) => [pada, rapi(teks)] as const).toSorted(([a], [b]) => a - b);

/** A row with the title of the activity, and of one more column. */
function isKepala(baris: BarisSumber): boolean {
  const list = cells(baris).map(([, teks]) => teks);
  const short = list.filter((teks) => teks.length < 40);
  return (
    short.some((teks) => judul.uraian.test(teks)) &&
    short.some(
      (teks) => judul.pelaksana.test(teks) || judul.mutuBaku.test(teks) || judul.waktu.test(teks),
    )
  );
}

function kolomOf(kepala: readonly BarisSumber[]): Kolom | null {
  const isi = kepala.findIndex(isIsi);
  const head = isi < 0 ? kepala : kepala.slice(0, isi);
  const all = head.flatMap(cells);
  const at = (pola: RegExp): number => all.find(([, teks]) => pola.test(teks))?.[0] ?? -1;
  const uraian = at(judul.uraian);
  const kelengkapan = at(judul.kelengkapan);
  const waktu = at(judul.waktu);
  const keluaran =
    all.find(([pada, teks]) => judul.keluaran.test(teks) && pada > uraian)?.[0] ?? -1;
  const ends = [kelengkapan, waktu, keluaran].filter((one) => one > uraian);
  if (uraian < 0 || ends.length === 0) return null;
  const akhir = Math.min(...ends);
  const named = all.filter(
    ([pada, teks]) =>
      pada > uraian &&
      pada < akhir &&
      !judul.pelaksana.test(teks) &&
      /[a-z]/i.test(teks) &&
      !judul.mutuBaku.test(teks),
  );
  const titles = new Map(named);
  return {
    no: at(judul.no),
    uraian,
    pelaksana: [...titles]
      .toSorted(([a], [b]) => a - b)
      .map(([pada, teks]) => ({ pada, judul: teks })),
    kelengkapan,
    waktu,
    keluaran,
    keterangan: at(judul.keterangan),
    satuan: satuanIn(all.find(([, teks]) => judul.waktu.test(teks))?.[1] ?? ""),
  };
}

const NOMOR = /^([1-9]\d?[a-z]?)\s*[.)]?$/i;

/** A row of langkah, and not of the numbers of columns or of more titles. */
function isIsi(baris: BarisSumber): boolean {
  const list = cells(baris).map(([, teks]) => teks);
  const [first = ""] = list;
  return NOMOR.test(first) && list.some((teks) => /[a-z]{4}/i.test(teks));
}

/** Columns are counted on the sheet, "1 2 3 4 …", below their titles. */
const isNomorKolom = (list: readonly string[]): boolean =>
  list.length > 2 && list.every((teks) => /^\d{1,2}$/.test(teks));

function langkahOf(barisList: readonly BarisSumber[], kolom: Kolom): readonly BarisTerbaca[] {
  const found: BarisTerbaca[] = [];
  for (const baris of barisList.filter((one) => !isJudul(one, kolom))) {
    const read = rowOf(baris, kolom);
    const last = found.at(-1);
    const mutuBaku = read.kelengkapan + read.waktu + read.keluaran;
    if (read.no !== null || (kolom.no < 0 && read.uraian !== "")) found.push(read);
    else if (last !== undefined && read.uraian !== "" && mutuBaku !== "") {
      found.push({ ...read, keraguanList: ["baris ini tidak bernomor di lembar"] });
    } else if (last !== undefined && isSambungan(read))
      found[found.length - 1] = joined(last, read);
  }
  return found;
}

/** Titles are repeated on every page, and columns are counted below them. */
function isJudul(baris: BarisSumber, { waktu, keluaran }: Kolom): boolean {
  const list = cells(baris);
  const again = list.some(
    ([pada, teks]) =>
      (pada === waktu && judul.waktu.test(teks)) ||
      (pada === keluaran && teks.length < 20 && judul.keluaran.test(teks)),
  );
  return (
    list.length === 0 || isNomorKolom(list.map(([, teks]) => teks)) || again || isKepala(baris)
  );
}

/** What runs on below a langkah: text in the columns of mutu baku, or marks, and nothing else. */
const isSambungan = ({ uraian, kelengkapan, keluaran, tandaList }: BarisTerbaca): boolean =>
  uraian === "" && (kelengkapan !== "" || keluaran !== "" || tandaList.length > 0);

const joined = (above: BarisTerbaca, below: BarisTerbaca): BarisTerbaca => ({
  ...above,
  tandaList: [...above.tandaList, ...below.tandaList],
  kelengkapan: `${above.kelengkapan}\n${below.kelengkapan}`.trim(),
  waktu: above.waktu === "" ? below.waktu : above.waktu,
  keluaran: `${above.keluaran}\n${below.keluaran}`.trim(),
  keterangan: rapi(`${above.keterangan} ${below.keterangan}`),
});

function rowOf(baris: BarisSumber, kolom: Kolom): BarisTerbaca {
  const at = (pada: number): string => baris.get(pada)?.trim() ?? "";
  const nomor = kolom.no < 0 ? undefined : NOMOR.exec(rapi(at(kolom.no)))?.[1];
  return {
    no: nomor?.toLowerCase() ?? null,
    uraian: rapi(at(kolom.uraian)),
    tandaList: kolom.pelaksana.flatMap(({ pada }, place) =>
      at(pada)
        .split("\n")
        .filter((teks) => teks.trim() !== "")
        .map((teks) => ({ kolom: place, tanda: tandaOf(teks) })),
    ),
    kelengkapan: at(kolom.kelengkapan),
    waktu: rapi(at(kolom.waktu)),
    keluaran: at(kolom.keluaran),
    keterangan: rapi(at(kolom.keterangan)).replace(/^[-–—]$/, ""),
    keraguanList: [],
  };
}

const tandaList: readonly (readonly [RegExp, Tanda])[] = [
  [/mulai|start/i, "mulai"],
  [/selesai|akhir/i, "selesai"],
  [/keputusan|ya\b|tidak|setuju|[◇◆◊]|ketupat/i, "putus"],
  [/bersama/i, "bersama"],
  [/memasok/i, "memasok"],
  [/menerima/i, "menerima"],
];

/** Anything else that stands in the column of a pelaksana is a mark of work: "v", "√", "●", a box. */
const tandaOf = (teks: string): Tanda =>
  tandaList.find(([pola]) => pola.test(teks))?.[1] ?? "kerja";
