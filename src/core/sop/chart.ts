import type { Kertas } from "../dokumen/model.ts";
import { type Alur, alurOf } from "./chart/alur.ts";
import { type BarisUkur, barisCells, measureBaris } from "./chart/baris.ts";
import { drawFlow } from "./chart/gambar.ts";
import { cutPages } from "./chart/halaman.ts";
import { cutLines, wrapText } from "./chart/huruf.ts";
import { fillPages, type IsiHalaman, pentagonsIn } from "./chart/isi-halaman.ts";
import { type KepalaTabel, layoutKepala, spanOf } from "./chart/kepala-tabel.ts";
import { type KolomTabel, kolomTabel } from "./chart/kolom.ts";
import { type KopChart, layoutKop } from "./chart/kop.ts";
import { type Legenda, layoutLegenda, pitaText } from "./chart/legenda.ts";
import type { Bidang, Chart, HalamanChart, Sel } from "./chart/model.ts";
import { cellOf } from "./chart/teks.ts";
import { gaya, JALUR_HALAMAN, KISI, kertasPt, PITA, tepi } from "./chart/ukuran.ts";
import { judulKolom } from "./judul-kolom.ts";
import type { Sop } from "./schema.ts";

/** How a chart is wanted. */
export interface OpsiChart {
  readonly kertas: Kertas;
}

/**
 * Lays out a sheet as the swim-lane chart of PermenPANRB 35/2012: the header block, then the table
 * with a column for each pelaksana, on as many lying pages as it takes.
 */
export function layoutChart(sop: Sop, { kertas }: OpsiChart): Chart {
  const rencana = planOf(sop, kertas);
  const tablePages = rencana.isiList.map((isi, index) => tablePage(rencana, isi, index));
  const kopPages = rencana.kop.halamanList.map(onlyCells);
  // The table begins on the last page of the header block.
  const pages = [
    ...kopPages.slice(0, -1),
    ...tablePages.map((page, index) => (index === 0 ? above(kopPages.at(-1), page) : page)),
  ];
  return {
    judul: sop.nama,
    kertas,
    ...kertasPt[kertas],
    halamanList: pages.map((page, index) =>
      withMargins(page, sop, { kertas, index, count: pages.length }),
    ),
  };
}

/** Everything that is decided before a page is drawn. */
interface Rencana {
  readonly sop: Sop;
  readonly alur: Alur;
  readonly kolom: KolomTabel;
  readonly kop: KopChart;
  readonly kepala: KepalaTabel;
  readonly legenda: Legenda;
  readonly isiList: readonly IsiHalaman[];
}

function planOf(sop: Sop, kertas: Kertas): Rencana {
  const alur = alurOf(sop);
  const kolom = kolomTabel(kertas, alur.kolomCount);
  const kop = layoutKop(sop, kertas);
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
  const berpita = bandAbove(barisList);
  const potonganList = cutPages({
    barisList,
    sambunganList: alur.sambunganList,
    berpita,
    pertama: lines(kop.bawah + SELA_KOP),
    lain,
    legenda: Math.ceil(legenda.tinggi / KISI),
    seJalur: pentagonsIn(alur.kolomCount * kolom.kisi),
  });
  const isiList = fillPages({ alur, barisList, potonganList, berpita, kisi: kolom.kisi });
  return { sop, alur, kolom, kop, kepala, legenda, isiList };
}

/** Between the header block and the table. */
const SELA_KOP = 8;

/** A band stands where another kind of period begins, on sheets that run in several kinds. */
const bandAbove =
  (barisList: readonly BarisUkur[]) =>
  (index: number): boolean => {
    const several = new Set(barisList.map(({ alur }) => alur.siklus)).size > 1;
    return several && barisList[index]?.alur.siklus !== barisList[index - 1]?.alur.siklus;
  };

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
      ...isi.barisList.flatMap(({ baris, atas, pita }) => [
        ...(pita ? [bandCell(kolom, baris, yAt(atas - PITA))] : []),
        ...barisCells(baris, kolom, yAt(atas)),
      ]),
      ...stripCells(kolom, isi, yAt),
    ],
    barisList: isi.barisList.map(({ baris, atas }) => ({
      langkahNo: baris.alur.langkah.no,
      bidang: { ...wholeWidth(kolom), y: yAt(atas), tinggi: baris.tinggi * KISI },
    })),
    ...drawFlow(isi, kolom, tabel),
    legendaList: last ? legenda.butirAt(yAt(isi.tinggi)) : [],
    teksList: [],
  };
}

const wholeWidth = ({ no, keterangan }: KolomTabel): Pick<Bidang, "x" | "lebar"> =>
  spanOf([no, keterangan]);

function bandCell(kolom: KolomTabel, { alur }: BarisUkur, y: number): Sel {
  const bidang = { ...wholeWidth(kolom), y, tinggi: PITA * KISI };
  const teks = alur.siklus === null ? "Di luar siklus" : pitaText[alur.siklus];
  const beside = { ...spanOf([kolom.no, kolom.uraian]), y, tinggi: bidang.tinggi };
  const line = cellOf(beside, teks, { gaya: gaya.pita, rata: "kiri", tegak: "tengah" });
  return { ...line, bidang, latar: "pita" };
}

/** Where arrows go over to another page there are no columns, only room for pentagons. */
function stripCells(
  kolom: KolomTabel,
  { potongan, tinggi }: IsiHalaman,
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
    ...(potongan.jalurAtas > 0 ? strip(0, potongan.jalurAtas) : []),
    ...(potongan.jalurBawah > 0
      ? strip(tinggi - potongan.jalurBawah * JALUR_HALAMAN, potongan.jalurBawah)
      : []),
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

const above = (kop: HalamanChart | undefined, table: HalamanChart): HalamanChart => ({
  ...table,
  selList: [...(kop?.selList ?? []), ...table.selList],
});

interface Nomor {
  readonly kertas: Kertas;
  readonly index: number;
  readonly count: number;
}

function withMargins(page: HalamanChart, sop: Sop, { kertas, index, count }: Nomor): HalamanChart {
  const { lebar, tinggi } = kertasPt[kertas];
  const width = lebar - tepi.kiri - tepi.kanan;
  const [judul = ""] = cutLines(
    wrapText(`SOP ${sop.nama}`, width, gaya.tebal),
    1,
    width,
    gaya.tebal,
  );
  return {
    ...page,
    teksList: [
      ...(index === 0
        ? []
        : [{ x: tepi.kiri, y: tepi.atas + 7, teks: judul, ...gaya.tebal, rata: "kiri" as const }]),
      {
        x: lebar / 2,
        y: tinggi - tepi.bawah + 2,
        teks: `Halaman ${index + 1} dari ${count}`,
        ...gaya.legenda,
        rata: "tengah",
      },
    ],
  };
}
