import type { IsiArsip } from "../../core/arsip/isi.ts";
import { dokumenLke, type RekomendasiTerbukti } from "../../core/arsip/lke/dokumen.ts";
import { indeksLke, type KriteriaTerisi, type Terkumpul } from "../../core/arsip/lke/indeks.ts";
import { rekomendasiList } from "../../core/engine/rekomendasi.ts";
import { periodeOf, tahunPeriode } from "../../core/kinerja/periode.ts";
import { projectRekap } from "../../core/rekap/index.ts";
import type { Clock } from "../ports/clock.ts";
import type { Documents, IsiZip } from "../ports/documents.ts";
import type { FileStore } from "../ports/files.ts";
import { looked, packed } from "./build-arsip.ts";
import {
  followUpOf,
  type GatherLkeDeps,
  gatherLke,
  type LkeQuery,
  type LkeRows,
  yearOf,
} from "./gather-lke.ts";
import { textFile } from "./text-file.ts";

/** What putting a pack together needs of the world. */
export interface LkeDeps extends GatherLkeDeps {
  readonly files: Pick<FileStore, "put" | "read" | "verify">;
  readonly documents: Documents;
  readonly clock: Clock;
}

/** A zip file, and what each criterion came to. */
export interface PaketLke {
  readonly zip: AsyncIterable<Uint8Array>;
  /** Whose it is, by name. */
  readonly kantor: string;
  readonly indeks: readonly KriteriaTerisi[];
  readonly jumlahBerkas: number;
}

/**
 * Everything that proves a year to the evaluators of SAKIP, indexed by criterion: a cover as PDF and
 * Word that names what is missing, an index for programs, and each file once. Null when there is no
 * such office or it had no berkas for that year.
 */
export async function buildLke(
  deps: LkeDeps,
  { kantorId, tahun, lke }: LkeQuery,
): Promise<PaketLke | null> {
  const rows = await deps.store.loadRekap(kantorId, tahun, null);
  if (rows === null || yearOf(rows, tahun).length === 0) return null;
  const atMs = deps.clock.now();
  const lkeRows = { ini: rows, lalu: await deps.store.loadRekap(kantorId, tahun - 1, null) };
  const calonList = await gatherLke(deps, lkeRows, { kantorId, tahun, lke });
  const isiList = await looked(
    deps,
    calonList.map(({ isi }) => isi),
  );
  const list = calonList.flatMap((one, index): Terkumpul<IsiArsip>[] => {
    const isi = isiList[index];
    return isi === undefined ? [] : [{ ...one, isi }];
  });
  const { kantor } = rows;
  const indeks = indeksLke(lke, list, { tahun, istilahTriwulan: kantor.istilahTriwulan });
  const opsi = { unit: null, ...rows.pada };
  const { ketepatan } = projectRekap(rows, tahun, periodeOf(tahun, "tahunan", 1), opsi);
  const cover = dokumenLke({
    kantor,
    tahun,
    lke,
    indeks,
    ketepatan: (ketepatan ?? []).filter(({ periode }) => tahunPeriode(periode) === tahun),
    rekomendasiList: recommendations(lkeRows, list),
    padaMs: atMs,
  });
  const fileList = packed(deps, isiList, atMs);
  const zip = deps.documents.zip([
    dataFile("00 Daftar Bukti.pdf", atMs, await deps.documents.dokumenPdf(cover)),
    dataFile("00 Daftar Bukti.docx", atMs, await deps.documents.dokumenDocx(cover)),
    textFile("indeks.json", atMs, indexJson({ kantorId, tahun, lke }, indeks, isiList)),
    ...fileList,
  ]);
  return { zip, kantor: kantor.nama, indeks, jumlahBerkas: fileList.length };
}

/** Recommendations on the year before, each with the place of what proves it. */
function recommendations(
  rows: LkeRows,
  list: readonly Terkumpul<IsiArsip>[],
): readonly RekomendasiTerbukti[] {
  const berkas = followUpOf(rows);
  if (berkas === undefined) return [];
  const isiByHash = new Map(
    list
      .filter(({ bahan }) => bahan === "tindak-lanjut-lhe")
      .map(({ isi }) => [isi.bukti.hash, isi.samaDengan ?? isi.path]),
  );
  return rekomendasiList(berkas, rows.ini.kantor).map((one) => ({
    ...one,
    pathList: one.buktiList.flatMap(({ hash }) => isiByHash.get(hash) ?? []),
  }));
}

const dataFile = (path: string, atMs: number, data: Uint8Array): IsiZip => ({
  path,
  atMs,
  padatkan: false,
  async *content() {
    yield data;
  },
});

const indexJson = (
  { kantorId, tahun, lke }: LkeQuery,
  indeks: readonly KriteriaTerisi[],
  isiList: readonly IsiArsip[],
): string =>
  `${JSON.stringify(
    {
      lke: 1,
      kantor: kantorId,
      tahun,
      dasar: lke.dasar,
      kriteria: indeks.map(({ kriteria, pathList, kurang }) => ({
        kode: kriteria.kode,
        uraian: kriteria.uraian,
        berkas: pathList,
        kurang,
        sendiri: kriteria.sendiri ?? null,
      })),
      berkas: isiList.map(({ path, apa, bukti, nomor, sebutan, keadaan, samaDengan }) => ({
        path,
        apa,
        sha256: bukti.hash,
        ukuranByte: bukti.ukuranByte,
        nomor,
        sebutan,
        keadaan,
        samaDengan,
      })),
    },
    null,
    2,
  )}\n`;
