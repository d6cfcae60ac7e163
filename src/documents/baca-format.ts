import type { BerkasDitolak } from "../core/conversation/isi-berkas.ts";
import {
  AWALAN_TANDA,
  type BarisMasuk,
  type FormatMasuk,
  type KolomFormat,
  parseTanda,
  type SelMasuk,
} from "../core/kinerja/format.ts";
import { AWALAN_KODE, awalanKolom, KEPALA } from "./format-sandi.ts";
import { type BagianPaket, bacaPaket } from "./paket.ts";
import { readGaya } from "./xlsx-gaya.ts";
import { type Acuan, readLembar, readTeks, type SelLembar } from "./xlsx-lembar.ts";

/** A unit has a few dozen indikator at most. */
const BARIS_TERBANYAK = 2_000;

/** Reads a sheet of figures somebody sent back; anything else is told apart by its cause. */
export async function bacaFormat(data: Uint8Array): Promise<FormatMasuk | BerkasDitolak> {
  const paket = await bacaPaket(data, "xlsx");
  if (paket.kind === "ditolak") {
    return tolak(paket.sebab === "jenis-lain" ? "bukan-xlsx" : paket.sebab);
  }
  // Most workbooks are evidence, some of them large: they are not read any further.
  if (!paket.bagianList.some(isMarked)) return tolak("bukan-format");
  const acuan = await readAcuan(paket.bagianList);
  if (acuan === null) return tolak("rusak");
  const found: (FormatMasuk | null)[] = [];
  for (const { isi, data: part } of paket.bagianList) {
    if (part === null || !/\.worksheet\+xml$/i.test(isi)) continue;
    const selList = await readLembar(part, acuan);
    if (selList === null) return tolak("rusak");
    const tandaSel = selList.find((sel) => textIn(sel)?.startsWith(AWALAN_TANDA));
    if (tandaSel !== undefined) found.push(readFormat(selList, tandaSel));
  }
  const [format, second] = found;
  if (second !== undefined) return tolak("format-ganda");
  return format ?? tolak("bukan-format");
}

const isMarked = ({ data }: BagianPaket): boolean =>
  data !== null && Buffer.from(data.buffer, data.byteOffset, data.length).includes(AWALAN_TANDA);

async function readAcuan(bagianList: readonly BagianPaket[]): Promise<Acuan | null> {
  const part = (akhir: RegExp): Uint8Array | null | undefined =>
    bagianList.find(({ isi }) => akhir.test(isi))?.data;
  const [shared, styles] = [part(/\.sharedStrings\+xml$/i), part(/\.styles\+xml$/i)];
  const teksList = shared === undefined ? [] : await readTeks(shared);
  const gayaList = styles === undefined ? [] : await readGaya(styles);
  return teksList === null || gayaList === null ? null : { teksList, gayaList };
}

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
