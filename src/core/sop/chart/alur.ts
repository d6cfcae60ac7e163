import type { PeriodeJenis } from "../../kinerja/periode.ts";
import type { Langkah } from "../langkah.ts";
import type { Tujuan } from "../reference.ts";
import { periodeJenisList, type Sop } from "../schema.ts";
import type { Simbol } from "./model.ts";

/** A symbol before it has a place: which column. */
export interface Simpul extends Omit<Simbol, "bidang"> {
  readonly kolom: number;
}

/** The symbols of one langkah. */
export interface BarisAlur {
  readonly langkah: Langkah;
  /** The kind of period it runs in; null on a sheet that forgot it. */
  readonly siklus: PeriodeJenis | null;
  /** What a band above it says where another kind of period begins, on sheets with several. */
  readonly pita: string | null;
  /** In the column of its first executor, from top to bottom. */
  readonly tumpukan: readonly Simpul[];
  /** Place in `tumpukan` of the symbol the others of the langkah stand beside. */
  readonly utama: number;
  /** Of everybody else who takes part, from left to right. */
  readonly pendamping: readonly Simpul[];
}

/** An arrow before it has a path. */
export interface Sambungan {
  readonly dari: string;
  readonly ke: string;
  /** `dalam` stays in a column of one langkah, `serta` joins those who work on it together. */
  readonly jenis: "dalam" | "serta" | "maju" | "kembali";
  readonly label: "Ya" | "Tidak" | null;
  readonly tambahan: boolean;
  readonly duaArah: boolean;
}

/** A sheet as symbols and arrows. */
export interface Alur {
  readonly kolomCount: number;
  readonly barisList: readonly BarisAlur[];
  readonly sambunganList: readonly Sambungan[];
  /** Which letter leads from one kind of period to the next. */
  readonly penghubungList: readonly { readonly kode: string; readonly ke: PeriodeJenis }[];
}

/** "A" … "Z", then "A1" …: what pairs two pentagons. */
export const kodeOf = (index: number): string => {
  const letter = String.fromCodePoint(65 + (index % 26));
  return index < 26 ? letter : `${letter}${Math.floor(index / 26)}`;
};

/**
 * Reads a sheet as the five symbols. A langkah that is no keputusan but may be sent back gets a
 * decision below its box, for a box has one exit only; the program brought that exit along.
 */
export function alurOf(sop: Sop): Alur {
  const jenisList = periodeJenisList(sop);
  const peranList = [...new Set(sop.pelaksana)];
  const siklusList = sop.langkah.map(
    ({ no }) => jenisList.find((jenis) => sop.siklus[jenis]?.includes(no)) ?? null,
  );
  const several = new Set(siklusList).size > 1;
  const barisList = sop.langkah.map((langkah, index) => {
    const siklus = siklusList[index] ?? null;
    const begins = several && siklus !== siklusList[index - 1];
    const pita = siklus === null ? "Di luar siklus" : `Siklus ${siklus}`;
    const ujung = ujungOf(sop, jenisList, langkah);
    return { ...barisOf(langkah, peranList, ujung), siklus, pita: begins ? pita : null };
  });
  return {
    kolomCount: peranList.length,
    barisList,
    sambunganList: barisList.flatMap((baris, index) => [
      ...dalamList(baris),
      ...sertaList(baris),
      ...keluarList(barisList, index),
    ]),
    penghubungList: jenisList.slice(1).map((ke, index) => ({ kode: kodeOf(index), ke })),
  };
}

/** What stands above and below the symbols of a langkah because a period begins or ends there. */
interface Ujung {
  readonly awal: Pick<Simpul, "bentuk" | "teks"> | null;
  readonly akhir: Pick<Simpul, "bentuk" | "teks"> | null;
}

function ujungOf(sop: Sop, jenisList: readonly PeriodeJenis[], { no }: Langkah): Ujung {
  const at = jenisList.findIndex((jenis) => sop.siklus[jenis]?.includes(no));
  const noList = sop.siklus[jenisList[at] ?? "triwulan"] ?? [];
  const ending = sop.langkah.findLast(
    (one) => noList.includes(one.no) && exitsOf(one).some(({ tujuan }) => tujuan === "selesai"),
  );
  const first = at >= 0 && noList[0] === no;
  const last = at >= 0 && ending?.no === no;
  return {
    awal: first ? (at === 0 ? kapsul("Mulai") : segilima(kodeOf(at - 1))) : null,
    akhir: last ? (at === jenisList.length - 1 ? kapsul("Selesai") : segilima(kodeOf(at))) : null,
  };
}

const kapsul = (teks: string) => ({ bentuk: "kapsul", teks }) as const;
const segilima = (teks: string) => ({ bentuk: "segilima", teks }) as const;

function barisOf(
  langkah: Langkah,
  peranList: readonly string[],
  ujung: Ujung,
): Omit<BarisAlur, "siklus" | "pita"> {
  const { no, jenis, hasil, tambahan, pelaksana } = langkah;
  const kolomOf = (peran: string): number => Math.max(0, peranList.indexOf(peran));
  const [first = 0, ...others] = pelaksana.peran.map(kolomOf);
  const simpul = (part: string, look: Pick<Simpul, "bentuk"> & Partial<Simpul>): Simpul => ({
    id: `${no}/${part}`,
    teks: null,
    langkahNo: no,
    kolom: first,
    tambahan,
    disimpulkan: pelaksana.disimpulkan,
    ...look,
  });
  const plain = { tambahan: false, disimpulkan: false } as const;
  const beside = [
    ...others,
    ...pelaksana.memasok.map(kolomOf),
    ...penerimaOf(langkah).map(kolomOf),
  ].filter((kolom) => kolom !== first);
  const keputusan = jenis === "keputusan" || "setuju" in hasil;
  const work = keputusan && beside.length === 0 ? [] : [simpul("kerja", { bentuk: "kotak" })];
  const asked = simpul("putus", { bentuk: "ketupat", tambahan: tambahan || !keputusan });
  const awal = ujung.awal === null ? [] : [simpul("awal", { ...ujung.awal, ...plain })];
  return {
    langkah,
    tumpukan: [
      ...awal,
      ...work,
      ...(keputusan || "kembalikan" in hasil ? [asked] : []),
      ...(ujung.akhir === null ? [] : [simpul("akhir", { ...ujung.akhir, ...plain })]),
    ],
    utama: awal.length,
    pendamping: [...new Set(beside)]
      .toSorted((a, b) => a - b)
      .map((kolom) => simpul(`serta-${kolom}`, { bentuk: "kotak", kolom })),
  };
}

/** Who is told, or goes on with what is handed over. */
function penerimaOf(langkah: Langkah): readonly string[] {
  if (langkah.jenis === "sosialisasi") return langkah.penerima;
  return langkah.jenis === "formulir"
    ? langkah.tahap.flatMap(({ pelaksana }) => pelaksana ?? [])
    : [];
}

function dalamList({ tumpukan, langkah }: BarisAlur): readonly Sambungan[] {
  return tumpukan.slice(1).flatMap((ke, index): readonly Sambungan[] => {
    const dari = tumpukan[index];
    // From a decision on, its exits tell where it goes.
    if (dari === undefined || ke.id === `${langkah.no}/akhir`) return [];
    const tambahan = dari.tambahan || ke.tambahan;
    return [{ dari: dari.id, ke: ke.id, jenis: "dalam", label: null, tambahan, duaArah: false }];
  });
}

/** Everybody who takes part, joined from column to column; what is supplied or told has a direction. */
function sertaList({ langkah, tumpukan, utama, pendamping }: BarisAlur): readonly Sambungan[] {
  const main = tumpukan[utama];
  if (main === undefined) return [];
  const line = [...pendamping, main].toSorted((a, b) => a.kolom - b.kolom);
  const at = line.indexOf(main);
  const bersama = langkah.pelaksana.peran.length > 1;
  const memasok = langkah.pelaksana.memasok.length > 0;
  const memberi = penerimaOf(langkah).length > 0;
  const duaArah = bersama || (memasok && memberi);
  return line.slice(1).map((right, index): Sambungan => {
    const left = line[index] ?? main;
    const [outer, inner] = index + 1 > at ? [right, left] : [left, right];
    const [dari, ke] = memberi && !memasok ? [inner, outer] : [outer, inner];
    const { tambahan } = langkah;
    return { dari: dari.id, ke: ke.id, jenis: "serta", label: null, tambahan, duaArah };
  });
}

function keluarList(barisList: readonly BarisAlur[], index: number): readonly Sambungan[] {
  const baris = barisList[index];
  const dari = baris?.tumpukan.findLast((one) => !isAkhir(one));
  if (baris === undefined || dari === undefined) return [];
  return exitsOf(baris.langkah).flatMap(({ kembali, tujuan }): readonly Sambungan[] => {
    const at = tujuanAt(barisList, baris, tujuan);
    const ke = at === null ? undefined : barisList[at.index]?.tumpukan[at.place];
    if (at === null || ke === undefined) return [];
    const ends = isAkhir(ke) && at.index === index && !kembali;
    const away = at.index > index ? "maju" : "kembali";
    return [
      {
        dari: dari.id,
        ke: ke.id,
        jenis: ends ? "dalam" : away,
        label: labelOf(dari, kembali),
        tambahan: baris.langkah.tambahan || ke.tambahan || (kembali && dari.tambahan),
        duaArah: false,
      },
    ];
  });
}

function labelOf({ bentuk }: Simpul, kembali: boolean): Sambungan["label"] {
  if (bentuk !== "ketupat") return null;
  return kembali ? "Tidak" : "Ya";
}

function tujuanAt(
  barisList: readonly BarisAlur[],
  { siklus }: BarisAlur,
  tujuan: Tujuan,
): { readonly index: number; readonly place: number } | null {
  const index =
    tujuan === "selesai"
      ? barisList.findIndex((one) => one.siklus === siklus && one.tumpukan.some(isAkhir))
      : barisList.findIndex(({ langkah }) => langkah.no === tujuan);
  const found = barisList[index];
  if (found === undefined) return null;
  const place = tujuan === "selesai" ? found.tumpukan.findIndex(isAkhir) : found.utama;
  return { index, place };
}

const isAkhir = ({ id }: Simpul): boolean => id.endsWith("/akhir");

const exitsOf = ({ hasil }: Langkah): readonly { kembali: boolean; tujuan: Tujuan }[] =>
  Object.entries(hasil).flatMap(([pilihan, tujuan]) =>
    tujuan === undefined ? [] : [{ kembali: pilihan === "kembalikan", tujuan }],
  );
