import type { Kepala } from "../schema.ts";
import { createPasangan, type DaftarKepala, type Pasangan } from "./pasangan.ts";
import { type BlokSumber, rapi } from "./sumber.ts";

/** The head of a sheet as it was found. */
export interface KepalaTerbaca {
  readonly nama: string | null;
  readonly instansi: string | null;
  readonly kepala: Kepala;
}

type Identitas = "nama" | Exclude<keyof Kepala, DaftarKepala>;

const identitas: readonly (readonly [RegExp, Identitas])[] = [
  [/^(nama|judul) sop\b/i, "nama"],
  [/^(no(mor)?\.?) sop\b/i, "nomor"],
  [/^(tgl|tanggal)\.? (pembuatan|penyusunan)\b/i, "tanggalPembuatan"],
  [/^(tgl|tanggal)\.? revisi\b/i, "tanggalRevisi"],
  [/^(tgl|tanggal)\.? (pengesahan|efektif|berlaku)\b/i, "tanggalPengesahan"],
  [/^(di ?sahkan oleh|pengesahan)\b/i, "disahkanOleh"],
];

const daftar: readonly (readonly [RegExp, DaftarKepala])[] = [
  [/^dasar hukum\b/i, "dasarHukum"],
  [/^kualifikasi( pelaksana)?\b/i, "kualifikasiPelaksana"],
  [/^keterkaitan\b/i, "keterkaitan"],
  [/^peralatan\b/i, "peralatan"],
  [/^peringatan\b/i, "peringatan"],
  [/^pencatatan\b/i, "pencatatan"],
];
/** What ends a list beside the next title: a remark, or the title of the table. */
const AKHIR = /^([Pp]enjelasan\b|(?:SOP|sop)\s*:|SOP(?: [A-Z]+){2,}$)/;

/** One row of the file: its cells by their column; running text stands in the first. */
interface Baris {
  readonly tabel: boolean;
  readonly selList: readonly (readonly [kolom: number, teks: string])[];
}

const barisOf = (blok: BlokSumber): readonly Baris[] =>
  blok.jenis === "teks"
    ? [{ tabel: false, selList: [[0, blok.teks]] }]
    : blok.barisList.map((baris) => ({
        tabel: true,
        selList: [...baris].toSorted(([a], [b]) => a - b),
      }));

/** Reads everything that stands above the table of langkah. */
export function bacaKepala(blokList: readonly BlokSumber[]): KepalaTerbaca {
  const barisList = blokList.flatMap(barisOf);
  const identitas = createIdentitas();
  const daftar = createDaftar();
  for (const baris of barisList) {
    const heads = headsIn(baris);
    const said = heads.length > 0 ? null : identitasIn(baris);
    const first = rapi(baris.selList[0]?.[1] ?? "");
    if (heads.length > 0) daftar.begin(heads, baris);
    else if (said !== null || AKHIR.test(first)) daftar.end();
    else daftar.add(baris);
    if (said !== null) identitas.say(said, baris.selList.length === 1);
    else if (heads.length > 0) identitas.end();
    else identitas.goOn(first);
  }
  const found = identitas.found();
  return {
    nama: namaOf(found.get("nama")),
    instansi: instansiOf(barisList),
    kepala: kepalaOf(found, daftar.isi()),
  };
}

/** Numbers, dates and the name, which in running text goes on over several lines. */
function createIdentitas() {
  const found = new Map<Identitas, string>();
  let nama: readonly string[] | null = null;
  const end = (): void => {
    if (nama !== null) found.set("nama", nama.join(" "));
    nama = null;
  };
  return {
    end,
    say: ([kunci, teks]: readonly [Identitas, string], alone: boolean): void => {
      end();
      if (kunci === "nama" && alone) nama = [teks];
      else if (!found.has(kunci) && teks !== "") found.set(kunci, teks);
    },
    goOn: (teks: string): void => {
      if (nama !== null) nama = [...nama, teks];
    },
    found: (): ReadonlyMap<Identitas, string> => {
      end();
      return found;
    },
  };
}

/** The six lists while their rows are read, two of them at a time. */
function createDaftar() {
  const isi = new Map<DaftarKepala, readonly string[]>();
  let pasangan: Pasangan | null = null;
  let tabel = false;
  const end = (): void => {
    for (const [kunci, list] of pasangan?.isi() ?? []) {
      isi.set(kunci, appended(isi.get(kunci) ?? [], list));
    }
    pasangan = null;
  };
  const add = (baris: Baris): void => {
    // below a table of lists, running text is another matter
    if (tabel && !baris.tabel && rapi(baris.selList[0]?.[1] ?? "") !== "") end();
    if (baris.selList.length > 0) pasangan?.add(baris.selList);
  };
  return {
    end,
    add,
    begin: (heads: ReturnType<typeof headsIn>, baris: Baris): void => {
      if (pasangan?.take(heads) !== true) {
        end();
        pasangan = createPasangan(heads);
      }
      tabel = baris.tabel;
      // a title may share its cell with what stands below it
      const rest = baris.selList.map(([kolom, teks]): readonly [number, string] => [
        kolom,
        teks.split("\n").slice(1).join("\n"),
      ]);
      const selList = rest.filter(([, teks]) => teks.trim() !== "");
      if (selList.length > 0) add({ tabel, selList });
    },
    isi: (): ReadonlyMap<DaftarKepala, readonly string[]> => {
      end();
      return isi;
    },
  };
}

/** A list that went over to another page goes on in its last entry, where that was left open. */
function appended(list: readonly string[], more: readonly string[]): readonly string[] {
  const [first, ...others] = more;
  const open = /(,|\bdan)$/.test(list.at(-1) ?? "");
  return open && first !== undefined
    ? [...list.slice(0, -1), `${list.at(-1)} ${first}`, ...others]
    : [...list, ...more];
}

function headsIn({ selList }: Baris): readonly (readonly [number, DaftarKepala])[] {
  return selList.flatMap(([kolom, teks]) => {
    const line = rapi(teks.split("\n")[0] ?? "").replace(/[:.]$/, "");
    if (line.length > 60) return [];
    const [pola, kunci] = daftar.find(([pola]) => pola.test(line)) ?? [];
    if (pola === undefined || kunci === undefined) return [];
    const rest = line
      .replace(pola, "")
      .replace(/^\s*\/\s*perlengkapan|^\s*dan pendataan|^\s*pelaksana/i, "")
      .trim();
    const next = daftar.find(([pola]) => pola.test(rest))?.[1];
    // a title that goes on with other words is no title
    if (rest !== "" && next === undefined && !/^dan\b/i.test(rest)) return [];
    return next === undefined
      ? [[kolom, kunci] as const]
      : [[kolom, kunci] as const, [kolom, next] as const];
  });
}

function identitasIn({ selList }: Baris): readonly [Identitas, string] | null {
  for (const [at, [, teks]] of selList.entries()) {
    const line = rapi(teks);
    const [pola, kunci] = identitas.find(([pola]) => pola.test(line)) ?? [];
    if (pola === undefined || kunci === undefined) continue;
    const rest = [
      line.replace(pola, ""),
      ...selList.slice(at + 1).map(([, teks]) => rapi(teks)),
    ].join(" ");
    return [kunci, rapi(rest.replace(/^[\s:]+/, ""))];
  }
  return null;
}

function kepalaOf(
  found: ReadonlyMap<Identitas, string>,
  isi: ReadonlyMap<DaftarKepala, readonly string[]>,
): Kepala {
  const said = (kunci: Identitas): string | null => found.get(kunci) ?? null;
  const list = (kunci: DaftarKepala): string[] => [...(isi.get(kunci) ?? [])];
  return {
    nomor: said("nomor"),
    tanggalPembuatan: said("tanggalPembuatan"),
    tanggalRevisi: said("tanggalRevisi"),
    tanggalPengesahan: said("tanggalPengesahan"),
    disahkanOleh: said("disahkanOleh"),
    dasarHukum: list("dasarHukum"),
    kualifikasiPelaksana: list("kualifikasiPelaksana"),
    keterkaitan: list("keterkaitan"),
    peralatan: list("peralatan"),
    peringatan: list("peringatan"),
    pencatatan: list("pencatatan"),
  };
}

/** "SOP PENGUKURAN KINERJA" is the sheet "Pengukuran Kinerja". */
function namaOf(teks: string | undefined): string | null {
  const nama = rapi(teks ?? "").replace(/^sop\s+/i, "");
  return nama === "" ? null : biasa(nama).slice(0, 200);
}

const INSTANSI = /^(?:pemerintah )?((?:kecamatan|dinas|badan|kabupaten|kota) [a-z ]{3,60})$/i;

function instansiOf(barisList: readonly Baris[]): string | null {
  const lines = barisList
    .flatMap(({ selList }) => selList.flatMap(([, teks]) => teks.split(/\n|,/)))
    .map((line) => INSTANSI.exec(rapi(line.replaceAll("*", "")))?.[1] ?? "")
    .filter((line) => line !== "")
    .map(biasa);
  const pick = (pola: RegExp): string | undefined => lines.find((line) => pola.test(line));
  const kantor = pick(/^(kecamatan|dinas|badan)/i);
  const daerah = pick(/^(kabupaten|kota)/i);
  return kantor === undefined
    ? null
    : [kantor, ...(daerah === undefined ? [] : [daerah])].join(", ");
}

/** Words in capitals as a name is usually written. */
const biasa = (teks: string): string =>
  teks === teks.toUpperCase()
    ? teks
        .toLowerCase()
        .replaceAll(
          /(^|[\s(/])([a-z])/g,
          (_, before: string, huruf: string) => before + huruf.toUpperCase(),
        )
        .replaceAll(/ (Dan|Di|Ke|Oleh|Atas|Pada) /g, (kata) => kata.toLowerCase())
    : teks;
