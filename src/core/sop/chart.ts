import type { Kertas } from "../dokumen/model.ts";
import { alurOf } from "./chart/alur.ts";
import { drawFlow } from "./chart/gambar.ts";
import { fillPages, type IsiHalaman } from "./chart/halaman.ts";
import { cutLines, wrapText } from "./chart/huruf.ts";
import { type KopChart, layoutKop } from "./chart/kop.ts";
import { type Legenda, layoutLegenda } from "./chart/legenda.ts";
import type { BarisTeks, Bidang, Chart, HalamanChart, Sel } from "./chart/model.ts";
import {
  barisCells,
  type KepalaTabel,
  type KolomTabel,
  kolomTabel,
  layoutKepala,
  measureBaris,
  spanOf,
} from "./chart/tabel.ts";
import { textCell } from "./chart/teks.ts";
import { gaya, JALUR_HALAMAN, KISI, kertasPt, PITA, tepi } from "./chart/ukuran.ts";
import { judulKolom } from "./judul-kolom.ts";
import type { Sop } from "./schema.ts";

/** How a chart is wanted. */
export interface OpsiChart {
  readonly kertas: Kertas;
  /** Whether the header block stands above the table; else its pages are left to whoever writes it. */
  readonly kop?: boolean;
}

/**
 * Lays out a sheet as the swim-lane chart of PermenPANRB 35/2012: the header block, then the table
 * with a column for each pelaksana, on as many lying pages as it takes.
 */
export function layoutChart(sop: Sop, { kertas, kop = true }: OpsiChart): Chart {
  const rencana = planOf(sop, kertas, kop ? layoutKop(sop, kertas) : TANPA_KOP);
  const tablePages = rencana.isiList.map((isi, index) => tablePage(rencana, isi, index));
  const kopPages = rencana.kop.halamanList.map(onlyCells);
  const [first = onlyCells([]), ...others] = tablePages;
  const last = kopPages.at(-1) ?? onlyCells([]);
  // The table begins on the last page of the header block.
  const joined = { ...first, selList: [...last.selList, ...first.selList] };
  const pages = [...kopPages.slice(0, -1), joined, ...others];
  return {
    judul: sop.nama,
    kertas,
    ...kertasPt[kertas],
    halamanList: pages.map((page, index) => ({
      ...page,
      teksList: marginsOf(sop.nama, kertas, index, pages.length),
    })),
  };
}

/** Everything that is decided before a page is drawn. */
interface Rencana {
  readonly kolom: KolomTabel;
  readonly kop: KopChart;
  readonly kepala: KepalaTabel;
  readonly legenda: Legenda;
  readonly isiList: readonly IsiHalaman[];
}

/** Between the header block and the table. */
const SELA_KOP = 8;

/** The table begins where it does on a continued page. */
const TANPA_KOP: KopChart = { halamanList: [], bawah: tepi.atas + tepi.judul - SELA_KOP };

function planOf(sop: Sop, kertas: Kertas, kop: KopChart): Rencana {
  const alur = alurOf(sop);
  const kolom = kolomTabel(kertas, alur.kolomCount);
  const kepala = layoutKepala(
    kolom,
    [...new Set(sop.pelaksana)].map((peran) => judulKolom(sop, peran)),
  );
  const legenda = layoutLegenda(alur, kertas);
  const bottom = kertasPt[kertas].tinggi - tepi.bawah - tepi.kaki;
  const lines = (from: number): number => Math.floor((bottom - from - kepala.tinggi) / KISI);
  const lain = lines(tepi.atas + tepi.judul);
  const strips = 2 * JALUR_HALAMAN + PITA + Math.ceil(legenda.tinggi / KISI);
  const barisList = alur.barisList.map((one) => measureBaris(one, kolom, lain - strips));
  const isiList = fillPages(alur, barisList, {
    kisi: kolom.kisi,
    pertama: lines(kop.bawah + SELA_KOP),
    lain,
    legenda: Math.ceil(legenda.tinggi / KISI),
  });
  return { kolom, kop, kepala, legenda, isiList };
}

function tablePage(rencana: Rencana, isi: IsiHalaman, index: number): HalamanChart {
  const { kolom, kepala, kop, legenda, isiList } = rencana;
  if (isi.barisList.length === 0) return onlyCells([]);
  const top = index === 0 ? kop.bawah + SELA_KOP : tepi.atas + tepi.judul;
  const y = top + kepala.tinggi;
  const tabel = { x: kolom.pelaksana[0]?.x ?? 0, y };
  const yAt = (line: number): number => y + line * KISI;
  const last = index === isiList.length - 1;
  return {
    selList: [
      ...kepala.cellsAt(top),
      ...isi.barisList.flatMap(({ baris, atas }) => [
        ...bandCells(kolom, baris.alur.pita, yAt(atas - PITA)),
        ...barisCells(baris, kolom, yAt(atas)),
      ]),
      ...stripCells(kolom, isi, yAt),
    ],
    barisList: isi.barisList.map(({ baris, atas }) => ({
      langkahNo: baris.alur.langkah.no,
      bidang: { ...wholeWidth(kolom), y: yAt(atas), tinggi: baris.tinggi * KISI },
    })),
    ...drawFlow(isi, kolom.kisi, tabel),
    legendaList: last ? legenda.butirAt(yAt(isi.tinggi)) : [],
    teksList: [],
  };
}

const wholeWidth = ({ no, keterangan }: KolomTabel): Pick<Bidang, "x" | "lebar"> =>
  spanOf([no, keterangan]);

function bandCells(kolom: KolomTabel, pita: string | null, y: number): readonly Sel[] {
  if (pita === null) return [];
  const bidang = { ...wholeWidth(kolom), y, tinggi: PITA * KISI };
  const beside = { ...bidang, ...spanOf([kolom.no, kolom.uraian]) };
  const line = textCell(beside, pita, { gaya: gaya.pita, rata: "kiri", tegak: "tengah" });
  return [{ ...line, bidang, latar: "pita" }];
}

/** Where arrows go over to another page there are no columns, only room for pentagons. */
function stripCells(
  kolom: KolomTabel,
  { jalurAtas, jalurBawah, tinggi }: IsiHalaman,
  yAt: (line: number) => number,
): readonly Sel[] {
  const strip = (line: number, count: number): readonly Sel[] =>
    [
      spanOf([kolom.no, kolom.uraian]),
      spanOf(kolom.pelaksana),
      spanOf([kolom.kelengkapan, kolom.keterangan]),
    ].map((one) => ({
      bidang: { ...one, y: yAt(line), tinggi: count * JALUR_HALAMAN * KISI },
      teksList: [],
      latar: "kosong",
    }));
  return [
    ...(jalurAtas > 0 ? strip(0, jalurAtas) : []),
    ...(jalurBawah > 0 ? strip(tinggi - jalurBawah * JALUR_HALAMAN, jalurBawah) : []),
  ];
}

const onlyCells = (selList: readonly Sel[]): HalamanChart => ({
  selList,
  barisList: [],
  simbolList: [],
  panahList: [],
  legendaList: [],
  teksList: [],
});

/** The title of a continued page above the table, and the number of the page below it. */
function marginsOf(
  nama: string,
  kertas: Kertas,
  index: number,
  count: number,
): readonly BarisTeks[] {
  const { lebar, tinggi } = kertasPt[kertas];
  const width = lebar - tepi.kiri - tepi.kanan;
  const lines = wrapText(`SOP ${nama}`, width, gaya.tebal);
  const [teks = ""] = cutLines(lines, 1, width, gaya.tebal);
  const judul: BarisTeks = { x: tepi.kiri, y: tepi.atas + 7, teks, ...gaya.tebal, rata: "kiri" };
  const nomor: BarisTeks = {
    x: lebar / 2,
    y: tinggi - tepi.bawah + 2,
    teks: `Halaman ${index + 1} dari ${count}`,
    ...gaya.legenda,
    rata: "tengah",
  };
  return index === 0 ? [nomor] : [judul, nomor];
}
