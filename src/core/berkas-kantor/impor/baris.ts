import { lipat } from "../buku/lipat.ts";
import type { Petak, SelDokumen } from "./dokumen.ts";
import { isBarisNomor, isJudul, type Kepala, type KolomDokumen } from "./kepala.ts";
import { isJumlah, isProgram, isTandaTangan, tanpaNomor } from "./teks-baris.ts";

/** What is read of a row by the name of its column; a triwulan is `tw0` to `tw3`. */
export type KunciBaris =
  | "kode"
  | "satuan"
  | "penanggungJawab"
  | "arah"
  | "agregasi"
  | "target"
  | `tw${0 | 1 | 2 | 3}`;

/** One indikator of a document, as it is written there. */
export interface BarisDokumen {
  /** The first of its rows, from 0. */
  readonly baris: number;
  readonly sasaran: string;
  /** Below a heading of a programme and not of a goal. */
  readonly program: string | null;
  readonly indikator: string;
  readonly selByKunci: ReadonlyMap<KunciBaris, readonly SelDokumen[]>;
}

/** The rows below titles, and where the next table may begin. */
export interface IsiTabel {
  readonly barisList: readonly BarisDokumen[];
  readonly sampai: number;
}

interface Terbuka {
  readonly baris: number;
  readonly sasaran: string;
  readonly program: string | null;
  readonly indikator: string;
  readonly selByKunci: Map<KunciBaris, SelDokumen[]>;
}

/** Reads the indikator below titles, until the table ends or another one begins. */
export function bacaBaris(petak: Petak, kepala: Kepala, tahun: number | null): IsiTabel {
  const pembaca = new PembacaBaris(petak, kepala, tahun);
  let baris = kepala.bawah + 1;
  for (; baris < petak.jumlahBaris; baris += 1) {
    const row = petak.row(baris).filter(({ teks }) => teks.trim() !== "");
    const own = row.filter((sel) => sel.baris === baris);
    if (own.some(({ teks }) => isTandaTangan(teks))) break;
    if (row.length === 0 || isBarisNomor(petak, baris)) continue;
    if (isSamaJudul(petak, baris, kepala)) continue;
    if (isJudul(petak, baris)) break;
    if (own.slice(0, 2).some(({ teks }) => isJumlah(teks))) continue;
    pembaca.baca(baris, own);
  }
  return { barisList: pembaca.barisList, sampai: baris };
}

/** Titles are repeated at the head of every page. */
const isSamaJudul = (petak: Petak, baris: number, { atas, bawah }: Kepala): boolean => {
  const textsOf = (at: number): string =>
    petak
      .row(at)
      .map(({ teks }) => lipat(teks))
      .join("|");
  return Array.from({ length: bawah - atas + 1 }, (_, at) => textsOf(atas + at)).includes(
    textsOf(baris),
  );
};

class PembacaBaris {
  readonly barisList: Terbuka[] = [];
  readonly #petak: Petak;
  readonly #indikator: KolomDokumen | undefined;
  readonly #sasaran: KolomDokumen | undefined;
  readonly #kolomByKunci: ReadonlyMap<KunciBaris, KolomDokumen>;
  #judul = "";
  #program: string | null = null;

  constructor(petak: Petak, { kolomList }: Kepala, tahun: number | null) {
    this.#petak = petak;
    this.#indikator = kolomList.find(({ peran }) => peran.apa === "indikator");
    this.#sasaran = kolomList.find(({ peran }) => peran.apa === "sasaran");
    this.#kolomByKunci = kolomByKunci(kolomList, tahun);
  }

  baca(baris: number, own: readonly SelDokumen[]): void {
    const indikator = this.#sel(this.#indikator, baris);
    if (this.#isHeading(indikator, baris, own)) return this.#bacaJudul(own);
    const begins = indikator !== undefined && indikator.baris === baris;
    if (begins) this.barisList.push(this.#open(baris, indikator.teks));
    const last = this.barisList.at(-1);
    if (last !== undefined) this.#tambah(last, baris, begins);
  }

  #bacaJudul(own: readonly SelDokumen[]): void {
    const [longest] = own.toSorted((a, b) => b.teks.length - a.teks.length);
    const heading = longest?.teks ?? "";
    const program = isProgram(heading);
    this.#program = program ? tanpaNomor(heading).isi : null;
    if (!program) this.#judul = tanpaNomor(heading).isi;
  }

  /** What began in an earlier row has been added by it. */
  #tambah({ selByKunci }: Terbuka, baris: number, begins: boolean): void {
    for (const [kunci, kolom] of this.#kolomByKunci) {
      const sel = this.#sel(kolom, baris);
      const list = selByKunci.get(kunci) ?? [];
      if (sel === undefined || list.includes(sel)) continue;
      if (begins || sel.baris === baris) selByKunci.set(kunci, [...list, sel]);
    }
  }

  /** A text that reaches over the table, or stands alone in its row, is the goal of those below it. */
  #isHeading(
    indikator: SelDokumen | undefined,
    baris: number,
    own: readonly SelDokumen[],
  ): boolean {
    const texts = own.filter(({ teks }) => /\p{L}{3}/u.test(teks));
    const [only, another] = texts;
    if (only === undefined || another !== undefined) return false;
    if (only.lebar * 2 > this.#petak.jumlahKolom && this.#petak.jumlahKolom > 2) return true;
    const measured = [...this.#kolomByKunci].some(
      ([kunci, kolom]) => kunci !== "kode" && this.#sel(kolom, baris) !== undefined,
    );
    const { peran } = this.#indikator ?? {};
    if (peran?.apa === "indikator" && peran.gabung) return !measured;
    return indikator === undefined && !measured && this.#sasaran === undefined;
  }

  #open(baris: number, indikator: string): Terbuka {
    const sasaran = this.#sel(this.#sasaran, baris);
    if (sasaran !== undefined) this.#judul = tanpaNomor(sasaran.teks).isi;
    const program = sasaran === undefined ? this.#program : null;
    return {
      baris,
      sasaran: program === null ? this.#judul : "",
      program,
      indikator,
      selByKunci: new Map(),
    };
  }

  /** The filled cell of a column; where a number shares its title, the text. */
  #sel(kolom: KolomDokumen | undefined, baris: number): SelDokumen | undefined {
    if (kolom === undefined) return undefined;
    const all: SelDokumen[] = [];
    for (let at = kolom.kolom; at <= kolom.sampai; at += 1) {
      const sel = this.#petak.at(baris, at);
      if (sel !== undefined && sel.teks.trim() !== "") all.push(sel);
    }
    return all.toSorted((a, b) => b.teks.length - a.teks.length)[0];
  }
}

/** Which column each thing is read from; of the targets of several years that of the document. */
function kolomByKunci(
  kolomList: readonly KolomDokumen[],
  tahun: number | null,
): ReadonlyMap<KunciBaris, KolomDokumen> {
  const found = new Map<KunciBaris, KolomDokumen>();
  const put = (kunci: KunciBaris, kolom: KolomDokumen | undefined): void => {
    if (kolom !== undefined && !found.has(kunci)) found.set(kunci, kolom);
  };
  for (const kolom of kolomList) {
    const { peran } = kolom;
    if (peran.apa === "triwulan") put(keTw(peran.ke), kolom);
    else if (isTeks(peran.apa)) put(peran.apa, kolom);
  }
  put("kode", nomorIndikator(kolomList));
  const targetList = kolomList.filter(({ peran }) => peran.apa === "target");
  const plain = targetList.find((one) => yearOf(one) === null);
  const only = targetList.length === 1 ? targetList[0] : undefined;
  put("target", targetList.find((one) => tahun !== null && yearOf(one) === tahun) ?? plain ?? only);
  return found;
}

const yearOf = ({ peran }: KolomDokumen): number | null =>
  peran.apa === "target" ? peran.tahun : null;

/** The numbers between goals and indikator are those of the indikator. */
function nomorIndikator(kolomList: readonly KolomDokumen[]): KolomDokumen | undefined {
  const at = kolomList.findIndex(({ peran }) => peran.apa === "indikator");
  const before = kolomList[at - 1];
  return before?.peran.apa === "no" ? before : undefined;
}

const isTeks = (apa: string): apa is "kode" | "satuan" | "penanggungJawab" | "arah" | "agregasi" =>
  ["kode", "satuan", "penanggungJawab", "arah", "agregasi"].includes(apa);

const kunciTw = ["tw0", "tw1", "tw2", "tw3"] as const;
const keTw = (ke: number): KunciBaris => kunciTw[ke] ?? "tw0";
