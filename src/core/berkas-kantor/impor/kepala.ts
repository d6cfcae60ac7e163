import { lipat } from "../buku/lipat.ts";
import type { Petak, SelDokumen } from "./dokumen.ts";
import { nomorBiasa, triwulanBernama } from "./kamus.ts";
import { type Dugaan, peranKolom } from "./peran.ts";

/** A column that means something. */
export interface KolomDokumen extends Dugaan {
  /** From 0. */
  readonly kolom: number;
  /** The last column below the same title: a number and its text often share one. */
  readonly sampai: number;
  /** The texts above it, as they are written. */
  readonly judul: string;
}

/** The titles of a table, over one or several rows. */
export interface Kepala {
  readonly atas: number;
  readonly bawah: number;
  readonly kolomList: readonly KolomDokumen[];
}

/** Titles are short; what is longer is content. */
const JUDUL_TERPANJANG = 90;
/** Offices split titles over two or three rows. */
const BARIS_KEPALA = 4;
/** Below this a table is none of indikator; beside goals less will do. */
const SKOR_INDIKATOR = 0.7;
const SKOR_DENGAN_SASARAN = 0.5;

/** The next titles of a table of indikator from a row on; null where there are none. */
export function cariKepala(petak: Petak, mulai: number): Kepala | null {
  for (let baris = mulai; baris < petak.jumlahBaris; baris += 1) {
    if (!petak.row(baris).some((sel) => sel.baris === baris && namesIndikator(sel))) continue;
    const kepala = bacaKepala(petak, baris, mulai);
    if (kepala !== null) return kepala;
  }
  return null;
}

/** Whether a row holds titles and nothing else: where another table begins. */
export function isJudul(petak: Petak, baris: number): boolean {
  const row = petak.row(baris).filter((sel) => sel.baris === baris);
  return row.length > 1 && row.every(isWordOfTitle) && !isBarisNomor(petak, baris);
}

/** The row below titles that numbers the columns: "(1) (2) (3)", "4=3:2". */
export function isBarisNomor(petak: Petak, baris: number): boolean {
  const texts = petak.row(baris).map(({ teks }) => teks.trim());
  const numbers = texts.map((teks) => /^\(?(\d{1,2})\)?(?:\s*=.*)?$/.exec(teks)?.[1]);
  const ordered = numbers.every((one, at) => {
    const before = numbers[at - 1];
    return one !== undefined && (before === undefined || Number(one) > Number(before));
  });
  return ordered && texts.length > 2 && Number(numbers[0]) <= 2;
}

const namesIndikator = ({ teks }: SelDokumen): boolean =>
  teks.length <= JUDUL_TERPANJANG &&
  /\b(indikator|iku|ukuran kinerja|tolok ukur)\b/.test(lipat(teks));

function bacaKepala(petak: Petak, baris: number, mulai: number): Kepala | null {
  const [atas, bawah] = extent(petak, baris, mulai);
  const kolomList = pilih(
    judulDari(petak, { atas, bawah }).flatMap(({ kolom, sampai, selList }): KolomDokumen[] => {
      const judulList = selList.map(({ teks }) => teks.trim()).filter((teks) => teks !== "");
      const dugaan = judulList.length === 0 ? null : peranKolom(judulList);
      return dugaan === null ? [] : [{ ...dugaan, kolom, sampai, judul: judulList.join(" › ") }];
    }),
  );
  const indikator = kolomList.find(({ peran }) => peran.apa === "indikator");
  const measured = kolomList.some(({ peran }) =>
    ["target", "triwulan", "satuan"].includes(peran.apa),
  );
  const sasaran = kolomList.some(({ peran }) => peran.apa === "sasaran");
  const enough = sasaran ? SKOR_DENGAN_SASARAN : SKOR_INDIKATOR;
  const sure = indikator !== undefined && indikator.skor >= enough && measured;
  return sure ? { atas, bawah, kolomList } : null;
}

/** The first and the last row of the titles that one of them stands in. */
function extent(petak: Petak, baris: number, mulai: number): readonly [number, number] {
  const isTitles = (at: number): boolean =>
    petak.row(at).length > 0 &&
    petak.row(at).every((sel) => sel.baris < at || isWordOfTitle(sel)) &&
    !isBarisNomor(petak, at);
  let atas = baris;
  while (
    atas > mulai &&
    baris - atas < BARIS_KEPALA &&
    isTitles(atas - 1) &&
    isWide(petak, atas - 1)
  )
    atas -= 1;
  let bawah = Math.max(
    ...petak.row(baris).map((sel) => Math.min(sel.baris + sel.tinggi, baris + BARIS_KEPALA) - 1),
  );
  while (bawah + 1 < petak.jumlahBaris && bawah - atas < BARIS_KEPALA && isTitles(bawah + 1))
    bawah += 1;
  return [atas, bawah];
}

/** One text over the whole width is the title of the document. */
const isWide = (petak: Petak, baris: number): boolean =>
  petak.row(baris).some((sel) => sel.lebar < petak.jumlahKolom && lipat(sel.teks).length > 0);

/** Whether a text may be one of the titles, or part of one. */
function isWordOfTitle({ teks }: SelDokumen): boolean {
  const folded = lipat(teks);
  if (teks.length > JUDUL_TERPANJANG) return false;
  if (folded === "" || nomorBiasa(folded) !== null || triwulanBernama(folded) !== null) return true;
  if (PELENGKAP.test(folded)) return true;
  const dugaan = peranKolom([teks]);
  return dugaan !== null && dugaan.skor >= TERKENAL;
}

const TERKENAL = 1;
/** Words below and beside titles that mean something with them only. */
const PELENGKAP =
  /^(tw|tri ?wulan|tribulan|semester|k|rp|kinerja|fisik|keuangan|uraian|volume|nilai|jumlah|tahun|tahunan|setahun|total|awal|akhir|kumulatif|target.*|realisasi.*|capaian.*|20\d\d|tahun 20\d\d)$/;

interface JudulKolom {
  readonly kolom: number;
  readonly sampai: number;
  /** Outermost first. */
  readonly selList: readonly SelDokumen[];
}

/** The titles above each column; columns below the same ones are one. */
function judulDari(
  petak: Petak,
  { atas, bawah }: { readonly atas: number; readonly bawah: number },
): readonly JudulKolom[] {
  const found: JudulKolom[] = [];
  for (let kolom = 0; kolom < petak.jumlahKolom; kolom += 1) {
    const selList = titlesOf(petak, { atas, bawah, kolom });
    const last = found.at(-1);
    const same = last?.selList.length === selList.length && selList.length > 0;
    if (last !== undefined && same && selList.every((sel, at) => sel === last.selList[at])) {
      found[found.length - 1] = { ...last, sampai: kolom };
    } else found.push({ kolom, sampai: kolom, selList });
  }
  return found;
}

/** A group whose cells were not merged reaches to the right. */
function titlesOf(
  petak: Petak,
  { atas, bawah, kolom }: { readonly atas: number; readonly bawah: number; readonly kolom: number },
): readonly SelDokumen[] {
  const found: SelDokumen[] = [];
  for (let baris = atas; baris <= bawah; baris += 1) {
    const sel = petak.at(baris, kolom) ?? groupOf(petak, { baris, bawah, kolom });
    if (sel !== undefined && !found.includes(sel)) found.push(sel);
  }
  return found;
}

function groupOf(
  petak: Petak,
  {
    baris,
    bawah,
    kolom,
  }: { readonly baris: number; readonly bawah: number; readonly kolom: number },
): SelDokumen | undefined {
  const below = (at: number): string => lipat(petak.at(baris + 1, at)?.teks ?? "");
  const isPart = (at: number): boolean =>
    nomorBiasa(below(at)) !== null ||
    PELENGKAP.test(below(at)) ||
    triwulanBernama(below(at)) !== null;
  if (baris >= bawah || !isPart(kolom)) return undefined;
  for (let left = kolom - 1; left >= 0; left -= 1) {
    const sel = petak.at(baris, left);
    if (sel !== undefined) return isPart(left) ? sel : undefined;
  }
  return undefined;
}

/** One column for each thing, those of the indikator of the goals where a table has several. */
function pilih(kolomList: readonly KolomDokumen[]): readonly KolomDokumen[] {
  const indikatorList = kolomList.filter(({ peran }) => peran.apa === "indikator");
  const sasaranList = kolomList.filter(({ peran }) => peran.apa === "sasaran");
  const sasaran =
    sasaranList.find(({ judul }) => /\bsasaran\b/.test(lipat(judul))) ?? sasaranList[0];
  const own =
    indikatorList.find(
      ({ kolom, skor }) => skor >= SKOR_INDIKATOR && kolom > (sasaran?.kolom ?? -1),
    ) ?? indikatorList[0];
  const from = own?.kolom ?? 0;
  const near = kolomList.toSorted(
    (a, b) => b.skor - a.skor || jarak(a.kolom, from) - jarak(b.kolom, from),
  );
  const taken = new Map<string, KolomDokumen>();
  for (const one of near) {
    const key = keyOf(one);
    const chosen = { indikator: own, sasaran };
    const { apa } = one.peran;
    const wanted = apa === "indikator" || apa === "sasaran" ? chosen[apa] === one : !taken.has(key);
    if (wanted) taken.set(key, one);
  }
  return [...taken.values()].toSorted((a, b) => a.kolom - b.kolom);
}

/** What stands right of the indikator is meant before what stands left of it. */
const jarak = (kolom: number, from: number): number =>
  kolom >= from ? kolom - from : 1_000 + from - kolom;

/** Numbers of rows and what is not wanted may stand in several columns. */
function keyOf({ peran, kolom }: KolomDokumen): string {
  if (peran.apa === "triwulan") return `triwulan ${peran.ke}`;
  if (peran.apa === "target") return `target ${peran.tahun ?? ""}`;
  return peran.apa === "no" || peran.apa === "lain" ? `${peran.apa} ${kolom}` : peran.apa;
}
