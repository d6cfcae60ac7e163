import { isBuku } from "../../core/berkas-kantor/buku/baca.ts";
import { adaIndikator } from "../../core/berkas-kantor/impor/impor.ts";
import { type LiburMasuk, liburFrom } from "../../core/berkas-kantor/lembar-libur.ts";
import type {
  BerkasDitolak,
  BukuMasuk,
  RencanaMasuk,
} from "../../core/conversation/incoming/isi-berkas.ts";
import {
  AWALAN_KODE,
  AWALAN_TANDA,
  type BarisMasuk,
  type FormatMasuk,
  type KolomFormat,
  parseTanda,
  type SelLembar,
  type SelMasuk,
  type TabelMasuk,
} from "../../core/kinerja/format/index.ts";
import { tabelFrom } from "../../core/kinerja/format/tabel.ts";
import { awalanKolom, KEPALA } from "../format-sandi.ts";
import { isWorksheet, type LembarTerbaca, readBook } from "./buku.ts";
import { SEL_TERBANYAK } from "./lembar.ts";
import { namaLembar } from "./nama-lembar.ts";
import { type BagianPaket, bacaPaket } from "./paket.ts";
import { tabelDari } from "./tabel-dokumen.ts";

/** A unit has a few dozen indikator at most. */
const BARIS_TERBANYAK = 2_000;

/** Most workbooks without our mark are evidence: of them only what a table may need is read. */
const TABEL_BYTE = 3_000_000;

/**
 * Reads a sheet of figures somebody sent back, the workbook of an office, a table that may be one, a list of
 * free days, or a plan with its indikator; all else by its cause.
 */
export async function bacaFormat(
  data: Uint8Array,
): Promise<FormatMasuk | TabelMasuk | LiburMasuk | BukuMasuk | RencanaMasuk | BerkasDitolak> {
  const paket = await bacaPaket(data, "xlsx");
  if (paket.kind === "ditolak") {
    return tolak(paket.sebab === "jenis-lain" ? "bukan-xlsx" : paket.sebab);
  }
  const { bagianList } = paket;
  if (bagianList.some(isMarked)) {
    const lembarList = await readBook(bagianList);
    return lembarList === null ? tolak("rusak") : markedFormat(lembarList);
  }
  const namaByBagian = await namaLembar(bagianList);
  if (isBuku([...namaByBagian.values()])) return readBuku(bagianList, namaByBagian);
  const lembarList = (await readBook(bagianList.filter(isSmall))) ?? [];
  const filled = lembarList
    .map((one) => tabelFrom(one.selList))
    .filter((tabel) => tabel.length > 0);
  if (filled.length > 0) return { jenis: "tabel", tabelList: filled };
  const [libur] = lembarList.flatMap((one) => liburFrom(one.selList) ?? []);
  if (libur !== undefined) return libur;
  const tabelList = await tabelDari(lembarList, namaByBagian);
  return adaIndikator(tabelList) ? { jenis: "rencana", tabelList } : tolak("bukan-format");
}

/** The workbook of an office is read in full or not at all: half of it would take the rest away. */
async function readBuku(
  bagianList: readonly BagianPaket[],
  namaByBagian: ReadonlyMap<string, string>,
): Promise<BukuMasuk | BerkasDitolak> {
  const sheetList = bagianList.filter(isWorksheet);
  if (sheetList.some(({ data }) => data === null)) return tolak("terlalu-besar");
  const read = await readBook(bagianList);
  if (read === null) return tolak("rusak");
  if (read.some(({ selList }) => selList.length >= SEL_TERBANYAK)) return tolak("terlalu-besar");
  const lembarList = read.map(({ bagian, selList }) => ({
    nama: namaByBagian.get(bagian.nama) ?? "",
    selList,
  }));
  return { jenis: "buku", lembarList };
}

function markedFormat(lembarList: readonly LembarTerbaca[]): FormatMasuk | BerkasDitolak {
  const found = lembarList.flatMap(({ selList }) => {
    const tandaSel = selList.find((sel) => textIn(sel)?.startsWith(AWALAN_TANDA));
    return tandaSel === undefined ? [] : [readFormat(selList, tandaSel)];
  });
  const [format, second] = found;
  return second === undefined ? (format ?? tolak("bukan-format")) : tolak("format-ganda");
}

const isSmall = ({ data }: BagianPaket): boolean => (data?.length ?? 0) <= TABEL_BYTE;

const isMarked = ({ data }: BagianPaket): boolean =>
  data !== null && Buffer.from(data.buffer, data.byteOffset, data.length).includes(AWALAN_TANDA);

/** The rows below the header; columns are known by their hidden keys, wherever they stand. */
function readFormat(selList: readonly SelLembar[], tandaSel: SelLembar): FormatMasuk | null {
  const tanda = parseTanda(textIn(tandaSel) ?? "");
  const kolomByKunci = new Map(
    selList
      .filter(({ baris }) => baris === tandaSel.baris)
      .map((sel) => [textIn(sel) ?? "", sel.kolom] as const),
  );
  const realisasi = kolomByKunci.get(awalanKolom("realisasi"));
  if (tanda === null || realisasi === undefined) return null;
  const kolomOf = (kolom: KolomFormat): string | null =>
    kolomByKunci.get(awalanKolom(kolom)) ?? null;
  const kolom = {
    kode: tandaSel.kolom,
    realisasi,
    penyebut: kolomOf("penyebut"),
    keterangan: kolomOf("keterangan"),
  };
  const kepala = selList.find((sel) => sel.kolom === kolom.kode && textIn(sel) === KEPALA);
  const barisList = [...byRow(selList, kepala?.baris ?? tandaSel.baris)].map(
    ([nomor, selByKolom]) => readBaris(nomor, selByKolom, kolom),
  );
  return { jenis: "format", tanda, barisList: barisList.slice(0, BARIS_TERBANYAK) };
}

function byRow(
  selList: readonly SelLembar[],
  after: number,
): ReadonlyMap<number, ReadonlyMap<string, SelMasuk>> {
  const rows = new Map<number, Map<string, SelMasuk>>();
  for (const { baris, kolom, isi } of selList) {
    if (baris <= after) continue;
    const row = rows.get(baris) ?? new Map<string, SelMasuk>();
    rows.set(baris, row.set(kolom, isi));
  }
  return rows;
}

function readBaris(
  nomor: number,
  selByKolom: ReadonlyMap<string, SelMasuk>,
  kolom: {
    readonly kode: string;
    readonly realisasi: string;
    readonly penyebut: string | null;
    readonly keterangan: string | null;
  },
): BarisMasuk {
  const at = (huruf: string): SelMasuk =>
    selByKolom.get(huruf) ?? { jenis: "kosong", alamat: `${huruf}${nomor}` };
  const kode = at(kolom.kode);
  return {
    nomor,
    kode:
      kode.jenis === "teks" && kode.teks.startsWith(AWALAN_KODE)
        ? kode.teks.slice(AWALAN_KODE.length).trim()
        : null,
    realisasi: at(kolom.realisasi),
    penyebut: kolom.penyebut === null ? null : at(kolom.penyebut),
    keterangan: kolom.keterangan === null ? null : at(kolom.keterangan),
  };
}

const textIn = ({ isi }: SelLembar): string | null => (isi.jenis === "teks" ? isi.teks : null);

const tolak = (sebab: BerkasDitolak["sebab"]): BerkasDitolak => ({ jenis: "ditolak", sebab });
