import { type CalonIsi, pathArsip } from "../../core/arsip/isi.ts";
import { bahanLaporan, sebutanBahan, type Terkumpul } from "../../core/arsip/lke/indeks.ts";
import { type BahanLke, bahanNaskah, kriteriaList, type Lke } from "../../core/arsip/lke/schema.ts";
import { logJsonLines, logText } from "../../core/arsip/log.ts";
import { isTindakLanjutLhe, MATRIKS, rekomendasiList } from "../../core/engine/rekomendasi.ts";
import type { Naskah, NaskahId } from "../../core/engine/state.ts";
import type { Bukti } from "../../core/formulir/nilai.ts";
import type { KantorId } from "../../core/kantor/schema.ts";
import { labelPendek, type Periode, periodeOf, tahunPeriode } from "../../core/kinerja/periode.ts";
import type { Kamus } from "../../core/pesan/kamus.ts";
import type { BentukNaskah } from "../../core/pesan/pesan.ts";
import { latestRevisiList } from "../../core/rekap/masukan.ts";
import { layoutChart } from "../../core/sop/chart.ts";
import type { Documents } from "../ports/documents.ts";
import type { FileStore } from "../ports/files.ts";
import type { RekapRows } from "../ports/rows.ts";
import type { Store } from "../ports/store.ts";
import { isiNaskah, rekapIsi } from "./gather-arsip.ts";

/** What gathering the files of a pack needs of the world. */
export interface GatherLkeDeps {
  readonly store: Pick<Store, "loadRekap" | "listNaskah">;
  readonly files: Pick<FileStore, "put">;
  readonly documents: Pick<Documents, "rekapXlsx" | "baganPng">;
  readonly kamus: Kamus;
  /** The file of a paper, kept or made. */
  readonly fileOf: (id: NaskahId, bentuk: BentukNaskah) => Promise<Bukti>;
}

/** What a year is proved by: its own rows, and those of the year before, whose recommendations it follows up. */
export interface LkeRows {
  readonly ini: RekapRows;
  readonly lalu: RekapRows | null;
}

/** Which year of which office, and what it is evaluated by. */
export interface LkeQuery {
  readonly kantorId: KantorId;
  readonly tahun: number;
  readonly lke: Lke;
}

/** The berkas a year is proved by; recommendations on it are followed up in the year after. */
export const yearOf = ({ berkasList }: RekapRows, tahun: number): RekapRows["berkasList"] =>
  berkasList.filter(
    ({ state, sop }) =>
      tahunPeriode(state.periode) === tahun &&
      state.status !== "dibatalkan" &&
      !isTindakLanjutLhe(sop),
  );

/** The berkas that follows up the recommendations on the year before; undefined where there is none. */
export const followUpOf = ({ lalu }: LkeRows): RekapRows["berkasList"][number] | undefined =>
  lalu?.berkasList.find(
    ({ state, sop }) => state.status !== "dibatalkan" && isTindakLanjutLhe(sop),
  );

/** The files of a year that some criterion asks for, each in the file store already. */
export async function gatherLke(
  deps: GatherLkeDeps,
  lkeRows: LkeRows,
  { kantorId, tahun, lke }: LkeQuery,
): Promise<readonly Terkumpul[]> {
  const { ini: rows } = lkeRows;
  const wanted = new Set(kriteriaList(lke).flatMap(({ bukti }) => bukti));
  return [
    ...(await papers(deps, rows, { kantorId, tahun, wanted })),
    ...(wanted.has("bukti") ? evidence(rows, tahun) : []),
    ...(wanted.has("rekap") ? await workbook(deps, rows, tahun) : []),
    ...(wanted.has("sop") ? await sheets(deps, rows, tahun) : []),
    ...(wanted.has("log") ? await entries(deps, rows, tahun) : []),
    ...(wanted.has("tindak-lanjut-lhe") ? await followUp(deps, lkeRows, kantorId) : []),
  ];
}

/** Of a report the newest version, which is the signed one where there is one; of all else everything. */
async function papers(
  { store, fileOf }: GatherLkeDeps,
  rows: RekapRows,
  { kantorId, tahun, wanted }: Omit<LkeQuery, "lke"> & { readonly wanted: ReadonlySet<BahanLke> },
): Promise<readonly Terkumpul[]> {
  const list: Terkumpul[] = [];
  for (const { state } of yearOf(rows, tahun)) {
    const own = (await store.listNaskah(kantorId, state.id)).map(({ naskah }) => naskah);
    const newest = own.findLast(({ jenis }) => jenis === "laporan");
    for (const naskah of own) {
      if (naskah.jenis === "laporan" && naskah !== newest) continue;
      const bahan = bahanOf(naskah, state.periode);
      if (!wanted.has(bahan)) continue;
      const file = await fileOf(naskah.id, naskah.unggahan === null ? "pdf" : "asli");
      const path = pathIn(
        list,
        bahan,
        `${labelPendek(state.periode, rows.kantor.istilahTriwulan)} ${file.nama}`,
      );
      const selesai = naskah.jenis !== "laporan" || state.status === "selesai";
      list.push({ bahan, periode: state.periode, selesai, isi: isiNaskah(naskah, file, path) });
    }
  }
  return list;
}

const bahanOf = ({ jenis }: Naskah, periode: Periode): BahanLke =>
  jenis === "laporan" ? bahanLaporan(periode) : bahanNaskah(jenis);

/** The next place in the folder of its kind. */
const pathIn = (list: readonly Terkumpul[], bahan: BahanLke, nama: string): string =>
  pathArsip([sebutanBahan(bahan)], list.filter((one) => one.bahan === bahan).length + 1, nama);

const lain = { sebutan: null, nomor: null } as const;

/** What proves the figures that count. */
function evidence(rows: RekapRows, tahun: number): readonly Terkumpul[] {
  const list: Terkumpul[] = [];
  for (const { periode, kode, bukti } of latestRevisiList(rows)) {
    if (tahunPeriode(periode) !== tahun) continue;
    for (const one of bukti) {
      const path = pathIn(
        list,
        "bukti",
        `${labelPendek(periode, rows.kantor.istilahTriwulan)} ${kode} ${one.nama}`,
      );
      const isi: CalonIsi = { path, apa: `Bukti ${kode} ${periode}`, bukti: one, ...lain };
      list.push({ bahan: "bukti", periode, selesai: true, isi });
    }
  }
  return list;
}

async function workbook(
  deps: GatherLkeDeps,
  rows: RekapRows,
  tahun: number,
): Promise<readonly Terkumpul[]> {
  const periode = periodeOf(tahun, "tahunan", 1);
  const isi = await rekapIsi(deps, rows, { periode });
  return [
    {
      bahan: "rekap",
      periode,
      selesai: true,
      isi: { ...isi, path: pathArsip([sebutanBahan("rekap")], 1, isi.bukti.nama) },
    },
  ];
}

/** The newest matrix of the recommendations on the year before, and what proves each of them. */
async function followUp(
  { store, fileOf }: GatherLkeDeps,
  rows: LkeRows,
  kantorId: KantorId,
): Promise<readonly Terkumpul[]> {
  const berkas = followUpOf(rows);
  if (berkas === undefined) return [];
  const { periode, id, status } = berkas.state;
  const bahan = "tindak-lanjut-lhe";
  const own = (await store.listNaskah(kantorId, id)).map(({ naskah }) => naskah);
  const matriks = own.findLast(({ jenis }) => jenis === MATRIKS);
  const list: Terkumpul[] = [];
  const add = (isi: Omit<CalonIsi, "path">, nama: string): void => {
    const path = pathIn(list, bahan, nama);
    list.push({ bahan, periode, selesai: status === "selesai", isi: { ...isi, path } });
  };
  if (matriks !== undefined) {
    const file = await fileOf(matriks.id, "pdf");
    add(isiNaskah(matriks, file, ""), file.nama);
  }
  for (const { nomor, buktiList } of rekomendasiList(berkas, rows.ini.kantor)) {
    for (const bukti of buktiList) {
      add(
        { apa: `Bukti rekomendasi ${nomor}`, bukti, ...lain },
        `Rekomendasi ${nomor} ${bukti.nama}`,
      );
    }
  }
  return list;
}

/** The sheets the year ran by, each as its flow chart. */
async function sheets(
  { files, documents }: GatherLkeDeps,
  rows: RekapRows,
  tahun: number,
): Promise<readonly Terkumpul[]> {
  const list: Terkumpul[] = [];
  const byHash = new Map(yearOf(rows, tahun).map(({ state, sop }) => [state.sopHash, sop]));
  for (const sop of byHash.values()) {
    const data = await documents.baganPng(layoutChart(sop, { kertas: "A4" }));
    const bukti = await files.put(data, `${sop.nama}.png`, "image/png");
    const path = pathIn(list, "sop", bukti.nama);
    const isi: CalonIsi = { path, apa: `Lembar SOP ${sop.nama}`, bukti, ...lain };
    list.push({ bahan: "sop", periode: periodeOf(tahun, "tahunan", 1), selesai: true, isi });
  }
  return list;
}

/** Who did what and when, of the berkas of that year. */
async function entries(
  { files, kamus }: GatherLkeDeps,
  rows: RekapRows,
  tahun: number,
): Promise<readonly Terkumpul[]> {
  const idList = new Set<string | null>(yearOf(rows, tahun).map(({ state }) => state.id));
  const mine = rows.log.filter(({ berkasId }) => berkasId !== null && idList.has(berkasId));
  const list: Terkumpul[] = [];
  const texts = [
    ["log.jsonl", logJsonLines(mine)],
    ["log.txt", logText(mine, { kamus, kantor: rows.kantor })],
  ] as const;
  for (const [nama, text] of texts) {
    const bukti = await files.put(new TextEncoder().encode(text), nama, "text/plain");
    const path = pathIn(list, "log", nama);
    const isi: CalonIsi = { path, apa: `Catatan peristiwa ${tahun}`, bukti, ...lain };
    list.push({ bahan: "log", periode: periodeOf(tahun, "tahunan", 1), selesai: true, isi });
  }
  return list;
}
