import { cleaned } from "../pembulatan.ts";
import { atomsOf } from "./kata-angka.ts";

/** A unit with all its names; those of one `dimensi` convert exactly into each other. */
interface Satuan {
  readonly sebutan: readonly string[];
  readonly tercacah: boolean;
  readonly dimensi?: string;
  readonly besar?: number;
}

const terukur = (sebutan: string, dimensi?: string, besar?: number): Satuan => ({
  sebutan: sebutan.split("|"),
  tercacah: false,
  ...(dimensi === undefined || besar === undefined ? {} : { dimensi, besar }),
});

/** What is measured and may have a fraction. */
const terukurList: readonly Satuan[] = [
  terukur("nilai|skor|poin|point|indeks"),
  terukur("persen|%|persentase|prosen|percent|pct"),
  terukur("detik|dtk", "waktu", 1),
  terukur("menit|mnt|mnit", "waktu", 60),
  terukur("jam", "waktu", 3600),
  terukur("hari kerja|hk|hari"),
  terukur("hari|hr"),
  terukur("minggu|mgg|pekan"),
  terukur("bulan|bln", "bulan", 1),
  terukur("tahun|thn|th", "bulan", 12),
  terukur("rupiah|rp|idr"),
  terukur("meter|m|mtr", "panjang", 1),
  terukur("kilometer|km", "panjang", 1000),
  terukur("meter persegi|m2", "luas", 1),
  terukur("hektare|hektar|ha", "luas", 10_000),
  terukur("kilometer persegi|km2", "luas", 1_000_000),
  terukur("gram|gr", "berat", 1),
  terukur("kilogram|kg|kilo", "berat", 1000),
  terukur("kuintal|kwintal|kw", "berat", 100_000),
  terukur("ton", "berat", 1_000_000),
  terukur("liter|ltr"),
  terukur("rasio|tingkat|level|skala|predikat|kategori|derajat"),
];

/** What is counted one by one. A satuan that is in neither list is counted too: offices name things. */
const tercacahList: readonly Satuan[] = (
  "orang|org jiwa kk|kepala_keluarga keluarga penduduk anak siswa guru pegawai asn peserta pelaku_usaha " +
  "desa|ds kelurahan|kel kecamatan|kec dusun rt rw kegiatan|keg|kgt kejadian kasus pengaduan|aduan konflik " +
  "perkara dokumen|dok laporan|lap berkas|bks surat izin|ijin sertifikat permohonan rekomendasi temuan " +
  "unit buah|bh kali|x lembaga kelompok|klp|kelp bum_desa|bumdes|bumdesa koperasi umkm usaha opd|perangkat_daerah " +
  "paket|pkt rapat layanan program inovasi produk objek|obyek titik|ttk lokasi rumah sekolah posyandu " +
  "puskesmas aset lembar|lbr rangkap eksemplar|eks set pos perdes"
)
  .split(" ")
  .map((sebutan) => ({ sebutan: sebutan.replaceAll("_", " ").split("|"), tercacah: true }));

const semuaSatuan: readonly Satuan[] = [...terukurList, ...tercacahList];

/** Every name of every unit, the longest first: "hari kerja" before "hari". */
const namaSatuanList: readonly string[] = longestFirst(
  semuaSatuan.flatMap(({ sebutan }) => sebutan),
);

/** The satuan of an indikator as the reader needs it. */
export interface SatuanDiminta {
  /** As the office writes it; null where none is known, as in `hitung angka` without one. */
  readonly tulisan: string | null;
  /** A table "in juta rupiah" counts in millions. */
  readonly kali: number;
  /** Names by which it may be written. */
  readonly sebutan: readonly string[];
  readonly satuan: Satuan | null;
}

/** What the office asks for, with the usual short forms of its satuan. */
export function satuanDiminta(tulisan: string | null): SatuanDiminta {
  const wordList = tulisan === null ? [] : normal(tulisan).split(" ");
  const scaleList = wordList.flatMap((word) => scaleOf(word) ?? []);
  const bare = wordList.filter((word) => scaleOf(word) === null).join(" ");
  const partList = [bare, ...bare.split(/\s*\/\s*|\s+atau\s+/)].filter((part) => part !== "");
  const known = partList.flatMap((part) => findSatuan(part) ?? []);
  const sebutan = [...partList, ...known.flatMap((one) => one.sebutan)];
  return {
    tulisan,
    kali: scaleList.reduce((product, one) => product * one, 1),
    sebutan: longestFirst(sebutan),
    satuan: known[0] ?? null,
  };
}

/** The name of a unit a text goes on with: one of the satuan's own, or one of any other. */
export function satuanAt(
  text: string,
  { sebutan, tulisan }: SatuanDiminta,
): { readonly sebutan: string; readonly sendiri: boolean } | null {
  const own = sebutan.find((one) => startsWith(text, one));
  const other = namaSatuanList.find((one) => startsWith(text, one));
  if (own !== undefined && own.length >= (other?.length ?? 0))
    return { sebutan: own, sendiri: true };
  return other === undefined ? null : { sebutan: other, sendiri: tulisan === null };
}

/** The first name of a unit, by which two of its names are known to be one. */
export const namaSatuan = (sebutan: string): string => findSatuan(sebutan)?.sebutan[0] ?? sebutan;

/** A value of another unit in the satuan asked for; null where it does not convert exactly. */
export function konversi(nilai: number, dari: string, { satuan }: SatuanDiminta): number | null {
  const other = findSatuan(dari);
  if (satuan?.besar === undefined || other?.besar === undefined) return null;
  if (satuan.dimensi !== other.dimensi) return null;
  const nilaiBaru = cleaned((nilai * other.besar) / satuan.besar);
  return Number(nilaiBaru.toFixed(6)) === nilaiBaru ? nilaiBaru : null;
}

/**
 * Whether a satuan counts things one by one, so that half of one is doubtful and none of them is
 * "tidak ada". Known measures, and rates such as "kasus per 1.000 penduduk", are not.
 */
export function isTercacah(satuan: string): boolean {
  const bare = normal(satuan);
  if (/\d|%/.test(bare) || / per |^per /.test(bare)) return false;
  const found = findSatuan(bare);
  if (found !== null) return found.tercacah;
  const wordList = bare.split(/[\s/]+/);
  return !wordList.some((word) => scaleOf(word) !== null || findSatuan(word)?.tercacah === false);
}

/** A figure to type as an example: whole where things are counted or money is, a percentage below 100. */
export function contohAngka(
  { satuan, desimal }: { readonly satuan: string; readonly desimal: number },
  near: number,
): number {
  const rupiah = satuanDiminta(satuan).sebutan.includes("rupiah");
  const whole = desimal === 0 || rupiah || isTercacah(satuan);
  if (whole) return Math.round(near) + 1;
  // Half a unit off, so that nobody takes the example for the answer.
  const persen = findSatuan(normal(satuan))?.sebutan.includes("%") === true;
  return persen && near >= 100 ? 99.5 : Math.floor(near) + 0.5;
}

function scaleOf(word: string): number | null {
  const [atom, another] = atomsOf(word) ?? [];
  return atom?.jenis === "skala" && another === undefined ? atom.nilai : null;
}

const findSatuan = (name: string): Satuan | null =>
  semuaSatuan.find(({ sebutan }) => sebutan[0] === name) ??
  semuaSatuan.find(({ sebutan }) => sebutan.includes(name)) ??
  null;

/** Small letters, one space, plain digits; the dots and brackets of "Rp. (juta)" are gone. */
const normal = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll("²", "2")
    .replaceAll("³", "3")
    .replace(/[().]/g, " ")
    .replace(/\s+/g, " ")
    .trim();

/** Whether a text begins with a name and not with a longer word. */
const startsWith = (text: string, name: string): boolean =>
  text.startsWith(name) &&
  (!/[\p{L}\p{N}]$/u.test(name) || !/^[\p{L}\p{N}\p{M}]/u.test(text.slice(name.length)));

function longestFirst(list: readonly string[]): readonly string[] {
  return [...new Set(list)].toSorted((a, b) => b.length - a.length);
}
