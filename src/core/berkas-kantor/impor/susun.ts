import type { Agregasi, Arah } from "../../kinerja/indikator.ts";
import { rujukanKe } from "../buku/rujukan.ts";
import type { BarisDokumen, KunciBaris } from "./baris.ts";
import { cariIndikator, type Dikenal, type IndikatorDikenal } from "./dikenal.ts";
import { type Ciri, tebakAgregasi, tebakArah, tebakSatuan } from "./dugaan.ts";
import { bacaTarget, type TargetDokumen } from "./target.ts";
import { tanpaNomor } from "./teks-baris.ts";
import { artinya, dariDokumen, diduga, kata, type SelUsul, tanpa } from "./usulan.ts";

/** What a row of a document is read beside. */
export interface Latar {
  readonly tahun: number | null;
  readonly dikenal: Dikenal;
  /** Whether the table has columns for the targets of triwulan. */
  readonly adaTriwulan: boolean;
  /** Whether their titles say that the figures run on. */
  readonly berjalan: boolean;
  /** Whether the table has a column for this. */
  readonly ada: (apa: "sasaran" | "satuan" | "penanggungJawab") => boolean;
}

/** A row as it is proposed, but for its kode, with what of it later checks compare. */
export interface BarisSusun {
  readonly nomor: { readonly tertulis: string; readonly dikenal: string | null };
  readonly sasaran: SelUsul;
  readonly nama: SelUsul;
  readonly satuan: SelUsul;
  readonly arah: SelUsul;
  readonly agregasi: SelUsul;
  readonly penanggungJawab: SelUsul;
  readonly triwulan: readonly SelUsul[];
  readonly tahunan: SelUsul;
  /** The values that are compared, where they were not guessed in vain. */
  readonly nilai: { readonly arah: Arah | null; readonly agregasi: Agregasi | null };
}

/** Makes a row of the sheet Indikator of a row of a document. */
export function susunBaris(baris: BarisDokumen, latar: Latar): BarisSusun {
  const { nomor, isi } = tanpaNomor(baris.indikator);
  const [nama, satuanNama] = tanpaSatuan(isi);
  const lama = cariIndikator(latar.dikenal, nama);
  const tertulis = teksOf(baris, "satuan");
  const tw = kunciTriwulan.map((kunci) => target(baris, kunci, tertulis || satuanNama));
  const setahun = target(baris, "target", tertulis || satuanNama);
  const satuan = satuanDari({ tertulis, satuanNama, nama, lama }, [setahun, ...tw]);
  const ciri: Ciri = {
    nama,
    satuan: String(satuan.nilai ?? ""),
    triwulan: tw.map(({ nilai }) => (typeof nilai === "number" ? nilai : null)),
    tahunan: typeof setahun.nilai === "number" ? setahun.nilai : null,
    berjalan: latar.berjalan,
    batas: [setahun, ...tw].find(({ arah }) => arah !== null)?.arah ?? null,
  };
  const arah = arahDari(teksOf(baris, "arah"), ciri, lama);
  const agregasi = agregasiDari(teksOf(baris, "agregasi"), ciri, lama);
  return {
    nomor: { tertulis: kodeTertulis(teksOf(baris, "kode") || nomor), dikenal: lama?.kode ?? null },
    sasaran: sasaranDari(baris),
    nama: dariDokumen(nama, nama.length > NAMA_TERPANJANG ? "lebih dari 300 huruf" : null),
    satuan,
    arah: arah.sel,
    agregasi: agregasi.sel,
    penanggungJawab: penanggungJawab(teksOf(baris, "penanggungJawab"), latar, lama),
    triwulan: tw.map((one, at) => selTriwulan(one, at, latar)),
    tahunan:
      setahun.nilai === null && setahun.catatan === null
        ? tanpa("target setahun tidak ada di dokumen; isi bila ada")
        : dariDokumen(setahun.nilai, setahun.catatan),
    nilai: { arah: arah.nilai, agregasi: agregasi.nilai },
  };
}

/** A program makes the number 1,1 of the kode 1.1. */
const kodeTertulis = (teks: string): string => teks.replace(/^(\d+),(\d+)$/, "$1.$2");

const NAMA_TERPANJANG = 300;
const kunciTriwulan = ["tw0", "tw1", "tw2", "tw3"] as const;

/** What stands in a column of the row; several different texts below each other are all of them. */
function teksOf({ selByKunci }: BarisDokumen, kunci: KunciBaris): string {
  const texts = (selByKunci.get(kunci) ?? []).map(({ teks }) =>
    teks.replaceAll(/\s+/g, " ").trim(),
  );
  return [...new Set(texts)].join(", ");
}

function target(baris: BarisDokumen, kunci: KunciBaris, satuan: string): TargetDokumen {
  const selList = baris.selByKunci.get(kunci) ?? [];
  const texts = [...new Set(selList.map(({ teks }) => teks.trim()))];
  const [first, second] = texts;
  if (second !== undefined) {
    const catatan = `dokumen memuat ${texts.length} angka untuk indikator ini (${texts.join("; ")}); tulis yang berlaku`;
    return { nilai: null, satuan: null, arah: null, catatan };
  }
  const read = bacaTarget(first ?? "", satuan);
  const rumus = selList.some((sel) => sel.rumus === true) && read.catatan === null;
  return rumus ? { ...read, catatan: "hasil rumus di dokumen; periksa angkanya" } : read;
}

/** "Indeks Kepuasan Masyarakat (nilai)": a unit in brackets behind a name. */
function tanpaSatuan(nama: string): readonly [string, string] {
  const found =
    /^(.+?)\s*\(\s*(%|persen|nilai|indeks|skor|hari|menit|jam|orang|dokumen|kali|kegiatan|laporan|desa|unit)\s*\)$/i.exec(
      nama,
    );
  return [found?.[1] ?? nama, found?.[2] ?? ""];
}

function satuanDari(
  {
    tertulis,
    satuanNama,
    nama,
    lama,
  }: {
    readonly tertulis: string;
    readonly satuanNama: string;
    readonly nama: string;
    readonly lama: IndikatorDikenal | undefined;
  },
  targetList: readonly TargetDokumen[],
): SelUsul {
  if (tertulis !== "") return dariDokumen(tertulis);
  if (satuanNama !== "") return dariDokumen(satuanNama);
  const beside = targetList.find(({ satuan }) => satuan !== null)?.satuan ?? null;
  if (beside !== null) return dariDokumen(beside);
  if (lama?.satuan !== undefined) return diduga(lama.satuan, sejak(lama));
  const guess = tebakSatuan(nama);
  return guess === null
    ? tanpa("satuan tidak ada di dokumen; tulis misalnya persen, nilai, dokumen")
    : diduga(guess.nilai, guess.alasan);
}

const sejak = ({ tahun }: IndikatorDikenal): string =>
  `begitu tercatat${tahun === undefined ? "" : ` untuk tahun ${tahun}`}`;

function arahDari(
  teks: string,
  ciri: Ciri,
  lama: IndikatorDikenal | undefined,
): { readonly sel: SelUsul; readonly nilai: Arah } {
  const written = teks === "" ? null : artinya("arah", teks);
  const { nilai, alasan } =
    lama?.arah === undefined ? tebakArah(ciri) : { nilai: lama.arah, alasan: sejak(lama) };
  if (written === null) return { sel: diduga(kata("arah", nilai), alasan), nilai };
  return { sel: dariDokumen(written), nilai: written === kata("arah", "turun") ? "turun" : "naik" };
}

function agregasiDari(
  teks: string,
  ciri: Ciri,
  lama: IndikatorDikenal | undefined,
): { readonly sel: SelUsul; readonly nilai: Agregasi | null } {
  const written = teks === "" ? null : artinya("agregasi", teks);
  if (written !== null) return { sel: dariDokumen(written), nilai: null };
  const { nilai, alasan } =
    lama?.agregasi === undefined
      ? tebakAgregasi(ciri)
      : { nilai: lama.agregasi, alasan: sejak(lama) };
  return { sel: diduga(kata("agregasi", nilai), alasan), nilai };
}

function penanggungJawab(
  teks: string,
  { dikenal, ada }: Latar,
  lama: IndikatorDikenal | undefined,
): SelUsul {
  const rujukan = rujukanKe(dikenal.orangList);
  if (teks === "") {
    if (lama?.penanggungJawab !== undefined) {
      return diduga(rujukan.sebut(lama.penanggungJawab), sejak(lama));
    }
    const where = ada("penanggungJawab") ? "kosong di dokumen" : "tidak ada di dokumen";
    return tanpa(`penanggung jawab ${where}; tulis jabatannya seperti di lembar Pegawai`);
  }
  if (/[,;/]|\bdan\b|&/.test(teks)) {
    return dariDokumen(teks, "lebih dari satu; tulis satu jabatan yang mengisi angkanya");
  }
  if (dikenal.orangList.length === 0) return dariDokumen(teks);
  const found = rujukan.cari(teks);
  return "id" in found ? dariDokumen(rujukan.sebut(found.id)) : dariDokumen(teks, found.masalah);
}

function sasaranDari({ sasaran, program }: BarisDokumen): SelUsul {
  if (program !== null) {
    return tanpa(
      `di dokumen berada di bawah program “${program}”; tulis sasarannya, atau hapus baris ini`,
    );
  }
  return sasaran === "" ? tanpa("sasaran tidak ada di dokumen") : dariDokumen(sasaran);
}

/** Where no triwulan has a column, that is said once, at the first. */
function selTriwulan(
  { nilai, catatan }: TargetDokumen,
  at: number,
  { adaTriwulan }: Latar,
): SelUsul {
  if (nilai !== null || catatan !== null) return dariDokumen(nilai, catatan);
  if (adaTriwulan) return tanpa("kosong di dokumen; isi bila ada targetnya");
  return at === 0
    ? tanpa("dokumen tidak memuat target triwulan; isi TW I sampai IV bila ada")
    : dariDokumen(null);
}
