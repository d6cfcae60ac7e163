import { adaIndikator } from "../../core/berkas-kantor/impor/impor.ts";
import type { BerkasDitolak, NaskahMasuk } from "../../core/conversation/incoming/isi-berkas.ts";
import { type BagianPaket, bacaPaket } from "./paket.ts";
import { readTabelRencana } from "./tabel-rencana.ts";
import { readTeksDocx, type TeksBagian } from "./teks-docx.ts";
import { bacaXml } from "./xml-aman.ts";

/** The property of a Word file that says which document of ours it is. */
export const SIFAT_TANDA = "sopir";

const TANDA_TERPANJANG = 200;
/** A report has a few hundred paragraphs; a comparison of more than this would be read by nobody. */
const ALINEA_TERBANYAK = 20_000;

/** What stands beside the text, in the order it is read; of heads and feet each line counts once. */
const sampingan = [/\.header\+xml$/i, /\.footer\+xml$/i, /\.footnotes\+xml$/i, /\.endnotes\+xml$/i];

/** Reads the text of a Word file somebody sent back: its paragraphs, and which document it is. */
export async function bacaDocx(data: Uint8Array): Promise<NaskahMasuk | BerkasDitolak> {
  const paket = await bacaPaket(data, "docx");
  if (paket.kind === "ditolak") {
    return tolak(paket.sebab === "jenis-lain" ? "bukan-docx" : paket.sebab);
  }
  const [utama, ...lainList] = paket.bagianList;
  const groups = [
    utama === undefined ? [] : [utama],
    ...sampingan.map((kind) => lainList.filter(({ isi }) => kind.test(isi))),
  ];
  if (groups.flat().some((bagian) => bagian.data === null)) return tolak("terlalu-besar");
  const read: TeksBagian[][] = [];
  for (const group of groups) read.push(await readGroup(group));
  const all = read.flat();
  if (all.length === 0 || all.some(({ sound }) => !sound)) return tolak("rusak");
  const [badan = [], kepala = [], kaki = [], ...catatan] = read.map((group) =>
    group.flatMap(({ alineaList }) => alineaList),
  );
  const alineaList = [...badan, ...linesOnce(kepala), ...linesOnce(kaki), ...catatan.flat()];
  if (alineaList.length > ALINEA_TERBANYAK) return tolak("terlalu-besar");
  const sifat = lainList.find(({ isi }) => /custom-properties\+xml$/i.test(isi));
  const tanda = await readTanda(sifat);
  return {
    jenis: "naskah",
    tanda,
    alineaList,
    terbuka: { perubahan: sum(all, "perubahan"), komentar: sum(all, "komentar") },
    dasar: null,
    ...(await tabelIndikator(tanda, utama)),
  };
}

/** The tables of a file of somebody's own, where one of them is of indikator. */
async function tabelIndikator(
  tanda: string | null,
  utama: BagianPaket | undefined,
): Promise<Pick<NaskahMasuk, "tabelList">> {
  const data = tanda === null ? (utama?.data ?? null) : null;
  const tabelList = data === null ? null : await readTabelRencana(data);
  return tabelList !== null && adaIndikator(tabelList) ? { tabelList } : {};
}

async function readGroup(bagianList: readonly BagianPaket[]): Promise<TeksBagian[]> {
  const found: TeksBagian[] = [];
  for (const { data } of bagianList) if (data !== null) found.push(await readTeksDocx(data));
  return found;
}

/** Programs repeat a head for the first, the left and every other page, in an order of their own. */
const linesOnce = (alineaList: readonly string[]): readonly string[] =>
  [...new Set(alineaList)].toSorted();

const sum = (list: readonly TeksBagian[], what: "perubahan" | "komentar"): number =>
  list.reduce((total, one) => total + one[what], 0);

async function readTanda(sifat: BagianPaket | undefined): Promise<string | null> {
  if (sifat?.data === null || sifat === undefined) return null;
  let nama: string | undefined;
  let tanda = "";
  const sound = await bacaXml(sifat.data, {
    buka: (elemen, atribut) => {
      if (elemen === "property") nama = atribut("name");
    },
    teks: (teks) => {
      if (nama === SIFAT_TANDA) tanda += teks;
    },
    tutup: (elemen) => {
      if (elemen === "property") nama = undefined;
    },
  });
  const trimmed = tanda.trim();
  return sound && trimmed !== "" && trimmed.length <= TANDA_TERPANJANG ? trimmed : null;
}

const tolak = (sebab: BerkasDitolak["sebab"]): BerkasDitolak => ({ jenis: "ditolak", sebab });
