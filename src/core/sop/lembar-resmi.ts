import type { Kertas } from "../dokumen/model.ts";
import { formatDurasi } from "../waktu/durasi.ts";
import { alurOf, type BarisAlur } from "./chart/alur.ts";
import type { Bidang, Chart, HalamanChart } from "./chart/model.ts";
import { type KolomTabel, keteranganOf, kolomTabel, spanOf } from "./chart/tabel.ts";
import { layoutChart } from "./chart.ts";
import { judulKolom } from "./judul-kolom.ts";
import { type Daftar, daftarOf, identitasOf } from "./kepala-resmi.ts";
import type { LangkahNo } from "./reference.ts";
import type { Sop } from "./schema.ts";

/** A langkah in the official table; its symbols are told in words, column by column. */
export interface BarisResmi {
  readonly no: LangkahNo;
  readonly uraian: string;
  readonly tandaList: readonly string[];
  readonly kelengkapan: readonly string[];
  readonly waktu: string;
  readonly keluaran: readonly string[];
  readonly keterangan: string;
}

/** A row as it lies on a page of the chart: a langkah, or what stands between two of them. */
export interface RuasResmi {
  readonly baris: BarisResmi | null;
  /** What is written on a band between kinds of period. */
  readonly pita: string;
  readonly bidang: Bidang;
  /** Cells of pelaksana with something drawn in them. */
  readonly gambarList: readonly { readonly kolom: number; readonly bidang: Bidang }[];
}

/** A sheet in the official form (PermenPANRB 35/2012), for whoever writes it as a table of words and pictures. */
export interface LembarResmi {
  readonly judul: string;
  readonly instansiList: readonly string[];
  readonly identitas: readonly (readonly [string, string])[];
  readonly daftarList: readonly (readonly [Daftar, Daftar])[];
  readonly kolom: KolomTabel;
  readonly judulPelaksana: readonly string[];
  readonly chart: Chart;
  /** The rows of each page of the chart. */
  readonly halamanList: readonly (readonly RuasResmi[])[];
  /** Where the signs are explained, on the last page. */
  readonly legenda: Bidang | null;
}

/** Sets a sheet in the official form. */
export function lembarResmi(sop: Sop, kertas: Kertas): LembarResmi {
  const peranList = [...new Set(sop.pelaksana)];
  const kolom = kolomTabel(kertas, peranList.length);
  const chart = layoutChart(sop, { kertas, kop: false });
  const barisByNo = new Map(
    alurOf(sop).barisList.map((one) => [one.langkah.no, barisOf(one, peranList)] as const),
  );
  return {
    judul: sop.nama,
    instansiList: sop.instansi.split(",").map((line) => line.trim().toUpperCase()),
    identitas: identitasOf(sop),
    daftarList: daftarOf(sop),
    kolom,
    judulPelaksana: peranList.map((peran) => judulKolom(sop, peran)),
    chart,
    halamanList: chart.halamanList.map((halaman) => ruasOf(halaman, kolom, barisByNo)),
    legenda: legendaOf(chart.halamanList.at(-1), kolom),
  };
}

const namaSimbol = { kotak: "Kegiatan", ketupat: "Keputusan", kapsul: "", segilima: "" } as const;

function barisOf(
  { langkah, tumpukan, pendamping }: BarisAlur,
  peranList: readonly string[],
): BarisResmi {
  const { no, uraian, pelaksana, mutuBaku } = langkah;
  const said = peranList.map((_, kolom) =>
    tumpukan
      .filter((one) => one.kolom === kolom && one.bentuk !== "segilima")
      .map(({ bentuk, teks }) => teks ?? namaSimbol[bentuk]),
  );
  for (const { kolom } of pendamping) {
    const peran = peranList[kolom] ?? "";
    const bersama = pelaksana.peran.some((one) => one === peran);
    const memasok = pelaksana.memasok.some((one) => one === peran);
    said[kolom]?.push(bersama ? "Bersama" : memasok ? "Memasok" : "Menerima");
  }
  return {
    no,
    uraian,
    tandaList: said.map((list) => list.join("\n")),
    kelengkapan: mutuBaku.kelengkapan,
    waktu: mutuBaku.waktu === null ? "-" : formatDurasi(mutuBaku.waktu),
    keluaran: mutuBaku.keluaran,
    keterangan: keteranganOf(langkah),
  };
}

/** The rows of a page from the titles of the columns down, and the strips between them. */
function ruasOf(
  halaman: HalamanChart,
  kolom: KolomTabel,
  barisByNo: ReadonlyMap<LangkahNo, BarisResmi>,
): readonly RuasResmi[] {
  const found: RuasResmi[] = [];
  const isi = halaman.selList.filter(({ latar }) => latar !== "kepala").map(({ bidang }) => bidang);
  let y = bawah(
    halaman.selList.filter(({ latar }) => latar === "kepala").map(({ bidang }) => bidang),
  );
  const whole = spanOf([kolom.no, kolom.keterangan]);
  const between = (until: number): void => {
    if (until - y < 1) return;
    const bidang = { ...whole, y, tinggi: until - y };
    const pita = halaman.selList.filter(
      (sel) => sel.latar === "pita" && inside(sel.bidang, bidang),
    );
    const teks = pita.flatMap(({ teksList }) => teksList).map((one) => one.teks);
    found.push({ baris: null, pita: teks.join(" "), bidang, gambarList: [] });
  };
  for (const { langkahNo, bidang } of halaman.barisList) {
    between(bidang.y);
    const gambarList = kolom.pelaksana
      .map((one, at) => ({ kolom: at, bidang: { ...one, y: bidang.y, tinggi: bidang.tinggi } }))
      .filter((cell) => isDrawn(halaman, cell.bidang));
    found.push({
      baris: barisByNo.get(langkahNo) ?? null,
      pita: "",
      bidang: { ...bidang, ...whole },
      gambarList,
    });
    y = bidang.y + bidang.tinggi;
  }
  between(bawah(isi));
  return found;
}

const bawah = (list: readonly Bidang[]): number =>
  Math.max(0, ...list.map(({ y, tinggi }) => y + tinggi));

const inside = (one: Bidang, { y, tinggi }: Bidang): boolean =>
  one.y >= y - 1 && one.y + one.tinggi <= y + tinggi + 1;

/** Whether a symbol or a line crosses a cell; lines run level or upright. */
function isDrawn({ simbolList, panahList }: HalamanChart, cell: Bidang): boolean {
  const crosses = (x1: number, y1: number, x2: number, y2: number): boolean =>
    Math.max(x1, x2) >= cell.x &&
    Math.min(x1, x2) <= cell.x + cell.lebar &&
    Math.max(y1, y2) >= cell.y &&
    Math.min(y1, y2) <= cell.y + cell.tinggi;
  return (
    simbolList.some(({ bidang: { x, y, lebar, tinggi } }) =>
      crosses(x, y, x + lebar, y + tinggi),
    ) ||
    panahList.some(({ titikList }) =>
      titikList.slice(1).some((ke, at) => {
        const dari = titikList[at] ?? ke;
        return crosses(dari.x, dari.y, ke.x, ke.y);
      }),
    )
  );
}

function legendaOf(
  halaman: HalamanChart | undefined,
  { no, keterangan }: KolomTabel,
): Bidang | null {
  const list = halaman?.legendaList ?? [];
  if (list.length === 0) return null;
  const atas = Math.min(...list.map(({ bidang }) => bidang.y)) - 3;
  const bawah = Math.max(...list.map(({ bidang }) => bidang.y + bidang.tinggi)) + 3;
  const { x, lebar } = spanOf([no, keterangan]);
  // a sign at the edge must not be cut in half
  return { x: x - 2, lebar: lebar + 2, y: atas, tinggi: bawah - atas };
}
