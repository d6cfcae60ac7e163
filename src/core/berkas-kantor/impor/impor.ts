import { lipat } from "../buku/lipat.ts";
import { type BarisDokumen, bacaBaris, type KunciBaris } from "./baris.ts";
import type { Dikenal } from "./dikenal.ts";
import { petakDari, type SelDokumen, type TabelDokumen } from "./dokumen.ts";
import { cariKepala, type Kepala } from "./kepala.ts";
import { beriKode } from "./kode.ts";
import { pecahBaris } from "./pecah.ts";
import { periksaBaris } from "./periksa.ts";
import { type BarisSusun, type Latar, susunBaris } from "./susun.ts";
import { tanpaNomor } from "./teks-baris.ts";
import { type BarisUsul, bidangUsul, dariDokumen, type SelUsul, tanpa } from "./usulan.ts";

/** A table the indikator were found in, and what its columns were taken for. */
export interface TabelTerpakai {
  /** "Lembar PK baris 7". */
  readonly tempat: string;
  /** How well the titles of the columns that were used say what they hold (0 to 1). */
  readonly skor: number;
  readonly kolomList: readonly {
    readonly judul: string;
    readonly apa: string;
    readonly skor: number;
  }[];
}

/** What a document comes to as rows of the sheet Indikator. */
export interface Usulan {
  readonly tahun: number | null;
  readonly tabelList: readonly TabelTerpakai[];
  readonly barisList: readonly BarisUsul[];
  /** Names that stand in the workbook for this year already, and are not proposed again. */
  readonly adaList: readonly string[];
}

/** The year that was named, if any, and what the office has already. */
export interface OpsiImpor {
  readonly tahun: number | null;
  readonly dikenal: Dikenal;
}

/** More rows than this are no plan of an office. */
const BARIS_TERBANYAK = 500;

/** Finds the indikator in an office's own document and proposes them as rows of its workbook. */
export function usulkan(tabelList: readonly TabelDokumen[], { tahun, dikenal }: OpsiImpor): Usulan {
  const temuan = cariTabel(tabelList, tahun);
  const terbaca = satukan(
    temuan.flatMap((one) => one.barisList.map((baris) => ({ ...one, baris }))),
  );
  const year = tahun ?? temuan.map((one) => one.tahun).find((one) => one !== null) ?? null;
  const susunList = terbaca
    .slice(0, BARIS_TERBANYAK)
    .map((one) => ({ ...one, susun: susunBaris(one.baris, latarOf(one.kepala, year, dikenal)) }));
  const isAda = ({ susun }: { readonly susun: BarisSusun }): boolean =>
    dikenal.indikatorList.some(
      (one) =>
        (year === null || one.tahun === year) &&
        lipat(one.nama) === lipat(String(susun.nama.nilai ?? "")),
    );
  const baru = susunList.filter((one) => !isAda(one));
  const terpakaiList = dikenal.indikatorList.flatMap(({ kode, sasaran = "", ...one }) =>
    one.tahun === year && kode !== undefined ? [{ kode, sasaran }] : [],
  );
  const kodeList = beriKode(
    baru.map(({ susun }) => ({ ...susun.nomor, sasaran: String(susun.sasaran.nilai ?? "") })),
    terpakaiList,
  );
  return {
    tahun: year,
    tabelList: temuan.map(({ tabel, kepala }) => terpakaiOf(tabel, kepala)),
    barisList: baru.map(({ tabel, baris, susun }, at) => ({
      tempat: tempatBaris(tabel, baris.baris),
      sel: selBaris(susun, {
        kode: kodeList[at] ?? dariDokumen(null),
        tahun: selTahun(year),
        others: baru.flatMap((one) => (one.susun === susun ? [] : one.susun)),
      }),
    })),
    adaList: susunList.filter(isAda).map(({ susun }) => String(susun.nama.nilai ?? "")),
  };
}

/** Whether a document has a table of indikator at all. */
export const adaIndikator = (tabelList: readonly TabelDokumen[]): boolean =>
  cariTabel(tabelList, null).some(({ barisList }) => barisList.length > 0);

interface Temuan {
  readonly tabel: TabelDokumen;
  readonly kepala: Kepala;
  readonly tahun: number | null;
  readonly barisList: readonly BarisDokumen[];
}

function cariTabel(tabelList: readonly TabelDokumen[], tahun: number | null): readonly Temuan[] {
  return tabelList.flatMap((tabel) => {
    const petak = petakDari(tabel);
    const found: Temuan[] = [];
    let mulai = 0;
    for (;;) {
      const kepala = cariKepala(petak, mulai);
      if (kepala === null) return found;
      const year = tahun ?? tahunDari(tabel, kepala);
      const { barisList, sampai } = bacaBaris(petak, kepala, year);
      const whole = barisList.flatMap(pecahBaris).filter(isIndikator);
      if (whole.length > 0) found.push({ tabel, kepala, tahun: year, barisList: whole });
      mulai = Math.max(sampai, kepala.bawah + 1);
    }
  });
}

const isIndikator = ({ indikator }: BarisDokumen): boolean =>
  /\p{L}{2}/u.test(tanpaNomor(indikator).isi);

/** The year a document is of: as its titles say, else as the only year among its columns. */
function tahunDari(
  { judulList, selList }: TabelDokumen,
  { atas, kolomList }: Kepala,
): number | null {
  const above = selList.filter(({ baris }) => baris < atas).map(({ teks }) => teks);
  const said = [...judulList, ...above].flatMap((teks) => TAHUN.exec(teks)?.[1] ?? []).at(-1);
  if (said !== undefined) return Number(said);
  const yearList = kolomList.flatMap(({ peran }) =>
    peran.apa === "target" ? (peran.tahun ?? []) : [],
  );
  return new Set(yearList).size === 1 ? (yearList[0] ?? null) : null;
}

const TAHUN = /\b(?:tahun|ta\.?|t\.a\.?)(?:\s+anggaran)?\s*:?\s*(20\d\d)\b(?!\s*[-–/]\s*20)/i;

/** A plan and what it is agreed on in may stand in one file: rows of one name in two tables are one. */
function satukan<T extends Temuan & { readonly baris: BarisDokumen }>(
  list: readonly T[],
): readonly T[] {
  const found: T[] = [];
  for (const one of list) {
    const name = lipat(tanpaNomor(one.baris.indikator).isi);
    const at = found.findIndex(
      (other) =>
        other.kepala !== one.kepala && lipat(tanpaNomor(other.baris.indikator).isi) === name,
    );
    const first = found[at];
    if (first === undefined) found.push(one);
    else
      found[at] = {
        ...first,
        baris: digabung(first.baris, one.baris),
        kepala: lengkap(first, one),
      };
  }
  return found;
}

const digabung = (a: BarisDokumen, b: BarisDokumen): BarisDokumen => {
  const keys = new Set<KunciBaris>([...a.selByKunci.keys(), ...b.selByKunci.keys()]);
  const both = [...keys].map((kunci): [KunciBaris, readonly SelDokumen[]] => {
    const own = a.selByKunci.get(kunci) ?? [];
    const other = b.selByKunci.get(kunci) ?? [];
    const number = kunci === "target" || kunci.startsWith("tw");
    return [kunci, number ? [...own, ...other] : own.length > 0 ? own : other];
  });
  return { ...a, sasaran: a.sasaran || b.sasaran, selByKunci: new Map(both) };
};

/** With the columns of both tables. */
const lengkap = (a: Temuan, b: Temuan): Kepala => ({
  ...a.kepala,
  kolomList: [...a.kepala.kolomList, ...b.kepala.kolomList],
});

function latarOf({ kolomList }: Kepala, tahun: number | null, dikenal: Dikenal): Latar {
  const triwulan = kolomList.filter(({ peran }) => peran.apa === "triwulan");
  return {
    tahun,
    dikenal,
    adaTriwulan: triwulan.length > 0,
    berjalan: triwulan.some(({ peran }) => peran.apa === "triwulan" && peran.berjalan),
    ada: (apa) => kolomList.some(({ peran }) => peran.apa === apa),
  };
}

const selTahun = (tahun: number | null): SelUsul =>
  tahun === null ? tanpa("tahun tidak tertulis di dokumen; tulis tahunnya") : dariDokumen(tahun);

function selBaris(
  susun: BarisSusun,
  {
    kode,
    tahun,
    others,
  }: { readonly kode: SelUsul; readonly tahun: SelUsul; readonly others: readonly BarisSusun[] },
): BarisUsul["sel"] {
  const { sasaran, nama, satuan, arah, agregasi, penanggungJawab, triwulan, tahunan } = susun;
  const [tw0, tw1, tw2, tw3] = triwulan;
  const none = dariDokumen(null);
  const sel: BarisUsul["sel"] = {
    kode,
    tahun,
    sasaran,
    nama,
    satuan,
    arah,
    agregasi,
    penanggungJawab,
    "targetTriwulan.0": tw0 ?? none,
    "targetTriwulan.1": tw1 ?? none,
    "targetTriwulan.2": tw2 ?? none,
    "targetTriwulan.3": tw3 ?? none,
    targetTahunan: tahunan,
  };
  const janggalList = periksaBaris(susun, others);
  const noted = bidangUsul.flatMap((bidang) => {
    const pesanList = janggalList.flatMap((one) => (one.bidang === bidang ? one.pesan : []));
    const catatan = [sel[bidang].catatan, ...pesanList].filter((one) => one !== null).join("; ");
    return pesanList.length === 0 ? [] : [[bidang, { ...sel[bidang], catatan }] as const];
  });
  return { ...sel, ...Object.fromEntries(noted) };
}

function terpakaiOf(tabel: TabelDokumen, { atas, kolomList }: Kepala): TabelTerpakai {
  const used = kolomList.filter(({ peran }) => peran.apa !== "lain" && peran.apa !== "no");
  const skor = used.reduce((sum, one) => sum + one.skor, 0) / Math.max(1, used.length);
  return {
    tempat: tempatBaris(tabel, atas),
    skor: Math.round(skor * 100) / 100,
    kolomList: used.map(({ judul, peran, skor: own }) => ({
      judul,
      apa: peran.apa === "triwulan" ? `target TW ${ROMAWI[peran.ke]}` : peran.apa,
      skor: own,
    })),
  };
}

const ROMAWI = ["I", "II", "III", "IV"];

const tempatBaris = ({ tempat }: TabelDokumen, baris: number): string =>
  `${tempat} baris ${baris + 1}`;
