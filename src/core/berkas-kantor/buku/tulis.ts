import type { BarisUsul, SelUsul } from "../impor/usulan.ts";
import type { RealisasiAwal } from "../schema.ts";
import type { Baris, Jalur, Kolom } from "./kolom.ts";
import {
  CONTOH,
  JUDUL_ISIAN,
  JUDUL_NO,
  LEMBAR_PEGAWAI,
  type LembarIsian,
  type LembarTabel,
  lembarIsian,
  lembarTabel,
} from "./lembar.ts";
import type { LembarBuku, NilaiSel, PilihanSel, SelBuku } from "./model.ts";
import { lembarPetunjuk } from "./petunjuk.ts";
import { type Orang, type Rujukan, rujukanKe } from "./rujukan.ts";
import { pecahPeriode } from "./susun-realisasi.ts";

/** As much of an office file as a workbook tells; it need not be whole yet. */
export interface IsiBuku {
  readonly kantor: { readonly nama?: string };
  readonly pegawai: readonly Orang[];
  readonly indikator: readonly unknown[];
  readonly realisasi: readonly RealisasiAwal[];
  readonly surat?: unknown;
  readonly profil?: unknown;
  /** The text of a cell that could not be read yet, which stays as it is; null for every other. */
  readonly takTerbaca?: (jalur: Jalur) => string | null;
}

/** Rows left free below what is there. */
const BARIS_KOSONG: { readonly [K in LembarTabel["kunci"]]: number } = {
  pegawai: 30,
  indikator: 40,
  realisasi: 40,
};

interface Penulis {
  readonly isi: IsiBuku | null;
  /** Where the single values are found. */
  readonly tunggal: unknown;
  readonly rujukan: Rujukan;
  /** The sheets an office may run by. */
  readonly sopIdList: readonly string[];
  readonly usulList: readonly BarisUsul[];
}

/** What a workbook is given beside the office it is of. */
interface Tambahan {
  /** In one without an office, the sheets that are chosen already. */
  readonly sopAwal?: readonly string[];
  /** Rows that are proposed; they stand below its own. */
  readonly usulList?: readonly BarisUsul[];
}

/** The workbook of an office, or an empty one with examples. */
export function tulisBuku(
  isi: IsiBuku | null,
  sopIdList: readonly string[],
  { sopAwal = [], usulList = [] }: Tambahan = {},
): readonly LembarBuku[] {
  const rujukan = rujukanKe(isi?.pegawai ?? []);
  const tunggal = isi ?? { kantor: { sop: sopAwal } };
  const penulis = { isi, tunggal, rujukan, sopIdList, usulList };
  const [kantor, surat] = lembarIsian.map((lembar) => tulisIsian(penulis, lembar));
  const tabelList = lembarTabel.map((lembar) => tulisTabel(penulis, lembar));
  return [kantor, ...tabelList, surat, lembarPetunjuk].filter((one) => one !== undefined);
}

function tulisIsian(penulis: Penulis, { nama, penjelasan, barisList }: LembarIsian): LembarBuku {
  const [hal, isi, contoh, petunjuk] = JUDUL_ISIAN;
  return {
    nama,
    judul: judulOf(penulis, nama),
    penjelasan,
    kolomList: [
      { judul: hal, lebar: 25, wajib: false },
      { judul: isi, lebar: 46, wajib: false },
      { judul: contoh, lebar: 28, wajib: false },
      { judul: petunjuk, lebar: 46, wajib: false },
    ],
    barisList: barisList.flatMap((baris) => tulisBaris(penulis, baris)),
  };
}

function tulisBaris(penulis: Penulis, baris: Baris): readonly (readonly SelBuku[])[] {
  const { jalur, judul, bantuan, wajib, contoh, banyak } = baris;
  const nilai = nilaiDi(penulis.tunggal, jalur);
  const nilaiList = Array.isArray(nilai) && banyak !== undefined ? nilai : [nilai];
  const jumlah = Math.max(nilaiList.length, banyak ?? 1);
  return Array.from({ length: jumlah }, (_, at): readonly SelBuku[] => [
    {
      nilai: `${judul}${banyak === undefined ? "" : ` ${at + 1}`}${wajib ? " *" : ""}`,
      gaya: "label",
    },
    selIsian(
      penulis,
      baris,
      (at === 0 ? penulis.isi?.takTerbaca?.(jalur) : null) ??
        baris.jenis.tulis(nilaiList[at], penulis),
    ),
    { nilai: at === 0 ? (contoh[0] ?? null) : null, gaya: "contoh" },
    { nilai: at === 0 ? bantuan : null, gaya: "penjelasan" },
  ]);
}

function tulisTabel(penulis: Penulis, lembar: LembarTabel): LembarBuku {
  const { nama, penjelasan, kunci, kolomList } = lembar;
  const rows = barisData(penulis, kunci);
  const usulList = kunci === "indikator" ? penulis.usulList : [];
  return {
    nama,
    judul: judulOf(penulis, nama),
    penjelasan,
    kolomList: [
      { judul: JUDUL_NO, lebar: 9, wajib: false },
      ...kolomList.map(({ judul, lebar = 12, wajib = false }) => ({ judul, lebar, wajib })),
    ],
    barisList: [
      ...(penulis.isi === null ? contohList(kolomList) : []),
      ...rows.map((row, at) => barisIsian(penulis, lembar, { at, row })),
      ...usulList.map((usul, at) =>
        barisUsul(penulis, kolomList, { no: rows.length + at + 1, usul }),
      ),
      ...Array.from({ length: BARIS_KOSONG[kunci] }, () =>
        barisIsian(penulis, lembar, { at: null, row: undefined }),
      ),
    ],
  };
}

const barisIsian = (
  penulis: Penulis,
  { kunci, kolomList }: LembarTabel,
  { at, row }: { readonly at: number | null; readonly row: unknown },
): readonly SelBuku[] => [
  { nilai: at === null ? null : at + 1, gaya: "isi" },
  ...kolomList.map((kolom) => {
    const asli = at === null ? null : penulis.isi?.takTerbaca?.([kunci, at, ...kolom.jalur]);
    return selIsian(penulis, kolom, asli ?? kolom.jenis.tulis(nilaiDi(row, kolom.jalur), penulis));
  }),
];

/** What must be looked at is marked, and says why. */
const barisUsul = (
  penulis: Penulis,
  kolomList: readonly Kolom[],
  { no, usul }: { readonly no: number; readonly usul: BarisUsul },
): readonly SelBuku[] => [
  { nilai: no, gaya: "isi" },
  ...kolomList.map((kolom): SelBuku => {
    const usulSel = selUsul(usul, kolom);
    const sel = selIsian(penulis, kolom, usulSel?.nilai ?? null);
    const catatan = usulSel?.catatan ?? null;
    return catatan === null ? sel : { ...sel, gaya: "periksa", catatan };
  }),
];

const selUsul = ({ sel }: BarisUsul, { jalur }: Kolom): SelUsul | undefined =>
  Object.entries(sel).find(([bidang]) => bidang === jalur.join("."))?.[1];

function barisData({ isi }: Penulis, kunci: LembarTabel["kunci"]): readonly unknown[] {
  if (isi === null) return [];
  return kunci === "realisasi" ? isi.realisasi.map(rataRealisasi) : isi[kunci];
}

/** A figure as its row has it: what there is none of says so in the place of the number. */
const rataRealisasi = ({ periode, isian, ...row }: RealisasiAwal): unknown => ({
  ...row,
  periode: pecahPeriode(periode),
  isian: isian.jenis === "angka" ? isian : { nilai: isian.jenis },
});

const contohList = (kolomList: readonly Kolom[]): readonly (readonly SelBuku[])[] =>
  [0, 1].map((at): readonly SelBuku[] => [
    { nilai: CONTOH, gaya: "contoh" },
    ...kolomList.map(({ contoh, jenis }): SelBuku => {
      const teks = contoh[at] ?? "";
      const angka = jenis.angka && /^\d+(,\d+)?$/.test(teks);
      const nilai = angka ? Number(teks.replace(",", ".")) : teks === "" ? null : teks;
      return { nilai, gaya: "contoh" };
    }),
  ]);

function selIsian(penulis: Penulis, { jenis, jalur, bantuan }: Kolom, nilai: NilaiSel): SelBuku {
  const pilihan = pilihanOf(penulis, { jenis, jalur });
  return {
    nilai,
    gaya: "isi",
    bantuan,
    ...(pilihan !== null && { pilihan }),
    ...(jenis.hanyaPilihan && { hanyaPilihan: true }),
    ...(jenis.tetapTeks && { tetapTeks: true }),
  };
}

function pilihanOf(
  { sopIdList }: Penulis,
  { jenis, jalur }: Pick<Kolom, "jenis" | "jalur">,
): PilihanSel | null {
  if (jenis.orang) return KOLOM_JABATAN;
  const list = jalur.at(-1) === "sop" ? sopIdList : (jenis.pilihan ?? []);
  return list.length === 0 ? null : list;
}

/** Behind the number and the name. */
const KOLOM_JABATAN = { lembar: LEMBAR_PEGAWAI, kolom: 2 } as const;

const judulOf = ({ isi }: Penulis, nama: string): string =>
  isi?.kantor.nama === undefined ? nama : `${nama} — ${isi.kantor.nama}`;

/** What stands at the end of a path; undefined where it leads nowhere. */
const nilaiDi = (from: unknown, jalur: Jalur): unknown =>
  jalur.reduce<unknown>(
    (at, key) =>
      typeof at === "object" && at !== null
        ? Object.entries(at).find(([one]) => one === String(key))?.[1]
        : undefined,
    from,
  );
