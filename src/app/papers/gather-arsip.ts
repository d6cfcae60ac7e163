import { type CalonIsi, pathArsip } from "../../core/arsip/isi.ts";
import { logJsonLines, logText } from "../../core/arsip/log.ts";
import type { BerkasId, BerkasState, Naskah, NaskahId } from "../../core/engine/state.ts";
import { selesaiPada } from "../../core/engine/terbuka.ts";
import type { BerkasTerbuka } from "../../core/engine/turn.ts";
import type { Bukti } from "../../core/formulir/nilai.ts";
import type { Kantor, KantorId } from "../../core/kantor/schema.ts";
import { isBagian, labelPeriode, type Periode, tahunPeriode } from "../../core/kinerja/periode.ts";
import type { Kamus } from "../../core/pesan/kamus.ts";
import type { BentukNaskah } from "../../core/pesan/pesan.ts";
import { projectRekap } from "../../core/rekap/index.ts";
import type { UjungCatatan } from "../../core/rekap/sidik.ts";
import type { Sop } from "../../core/sop/schema.ts";
import { isBy, type Pada } from "../../core/waktu/pada.ts";
import type { Documents } from "../ports/documents.ts";
import type { FileStore } from "../ports/files.ts";
import type { RekapRows } from "../ports/rows.ts";
import type { Store } from "../ports/store.ts";
import { rekapFileName, XLSX_MIME } from "./build-rekap.ts";

/** What gathering the files of a berkas needs of the world. */
export interface GatherDeps {
  readonly store: Pick<Store, "listNaskah" | "loadRekap">;
  readonly files: Pick<FileStore, "put">;
  readonly documents: Pick<Documents, "rekapXlsx">;
  readonly kamus: Kamus;
  /** The file of a paper, kept or made. */
  readonly fileOf: (id: NaskahId, bentuk: BentukNaskah) => Promise<Bukti>;
}

/** Which berkas, as of when. */
export interface ArsipQuery extends Pada {
  readonly kantorId: KantorId;
  readonly berkasId: BerkasId;
  readonly periode: Periode;
}

/** The files that belong into an archive, and what its manifest says of the berkas. */
export interface BahanArsip {
  readonly kantor: Kantor;
  readonly state: BerkasState;
  readonly sop: Sop;
  readonly calonList: readonly CalonIsi[];
  /** Where the office's log stood then. */
  readonly ujung?: UjungCatatan;
}

/** Every file of a berkas as it stood at that moment, each in the file store already. */
export async function gatherArsip(deps: GatherDeps, query: ArsipQuery): Promise<BahanArsip> {
  const { kantorId, berkasId, periode } = query;
  const rows = await deps.store.loadRekap(kantorId, tahunPeriode(periode), query);
  const berkas = rows?.berkasList.find(({ state }) => state.id === berkasId);
  if (rows === null || berkas === undefined) {
    throw new Error(`berkas ${berkasId} is not in the database`);
  }
  return {
    kantor: rows.kantor,
    ...berkas,
    ...(rows.ujung !== undefined && { ujung: rows.ujung }),
    calonList: [
      ...(await berkasIsi(deps, rows, { berkas, query, folder: [] })),
      ...(await bagianIsi(deps, rows, { berkas, query })),
      await rekapIsi(deps, rows, query),
      ...(await logIsi(deps, rows, query)),
    ],
  };
}

/** A berkas whose files are gathered, and the folder they go into. */
interface Tujuan {
  readonly berkas: BerkasTerbuka;
  readonly query: ArsipQuery;
  readonly folder: readonly string[];
}

/**
 * A report over several periods rests on theirs: papers and evidence of every one of them that was
 * finished by then, each in a folder of its own.
 */
async function bagianIsi(
  deps: GatherDeps,
  rows: RekapRows,
  { berkas, query }: Omit<Tujuan, "folder">,
): Promise<readonly CalonIsi[]> {
  const isPart = ({ state, sop }: BerkasTerbuka): boolean =>
    isBagian(state.periode, query.periode) &&
    state.status !== "dibatalkan" &&
    selesaiPada(state, query) !== null &&
    sop.id === berkas.sop.id;
  const isiList: CalonIsi[] = [];
  for (const part of rows.berkasList.filter(isPart)) {
    const folder = ["bagian", labelPeriode(part.state.periode, rows.kantor.istilahTriwulan)];
    isiList.push(...(await berkasIsi(deps, rows, { berkas: part, query, folder })));
  }
  return isiList;
}

const berkasIsi = async (
  deps: GatherDeps,
  rows: RekapRows,
  tujuan: Tujuan,
): Promise<readonly CalonIsi[]> => [
  ...(await naskahIsi(deps, tujuan)),
  ...buktiIsi(rows, tujuan),
  ...formulirIsi(tujuan),
];

async function naskahIsi(
  { store, fileOf }: GatherDeps,
  { berkas, query: { kantorId, ...pada }, folder }: Tujuan,
): Promise<readonly CalonIsi[]> {
  const list = (await store.listNaskah(kantorId, berkas.state.id))
    .map((record) => record.naskah)
    .filter((one) => one.jenis !== "arsip" && isBy(pada, { seq: one.padaSeq, atMs: one.padaMs }));
  const isiList: CalonIsi[] = [];
  for (const [index, one] of list.entries()) {
    for (const bentuk of one.unggahan === null ? (["pdf", "docx"] as const) : ["asli" as const]) {
      const file = await fileOf(one.id, bentuk);
      isiList.push(isiNaskah(one, file, pathArsip([...folder, "naskah"], index + 1, file.nama)));
    }
  }
  return isiList;
}

/** A paper as a file of an archive. */
export const isiNaskah = (
  { nama, sebutan, nomor }: Naskah,
  { hash, nama: namaFile, mime, ukuranByte }: Bukti,
  path: string,
): CalonIsi => ({
  path,
  apa: nama,
  bukti: { hash, nama: namaFile, mime, ukuranByte },
  sebutan,
  nomor,
});

const lain = { sebutan: null, nomor: null } as const;

/** Evidence of every revision, by indikator: what was replaced later is part of the story. */
function buktiIsi({ realisasi }: RekapRows, { berkas, folder }: Tujuan): readonly CalonIsi[] {
  const { id, indikatorList } = berkas.state;
  const mine = realisasi.filter(({ berkasId }) => berkasId === id);
  const kodeList = [...new Set(mine.map(({ kode }) => kode))].toSorted();
  return kodeList.flatMap((kode) => {
    const nama = indikatorList.find((one) => one.kode === kode)?.nama ?? "";
    return unique(mine.filter((row) => row.kode === kode).flatMap(({ bukti }) => bukti)).map(
      (bukti, index) => ({
        path: pathArsip([...folder, "bukti", kode], index + 1, bukti.nama),
        apa: `Bukti ${kode} ${nama}`.trim(),
        bukti,
        ...lain,
      }),
    );
  });
}

/** What was sent into forms: scans, proofs of dispatch, photos. */
const formulirIsi = ({ berkas: { state, sop }, folder }: Tujuan): readonly CalonIsi[] =>
  sop.langkah.flatMap(({ no, uraian }) =>
    Object.entries(state.formulirByLangkah[no] ?? {}).flatMap(([kode, nilai]) =>
      nilai.tipe !== "berkas"
        ? []
        : unique(nilai.buktiList).map((bukti, index) => ({
            path: pathArsip([...folder, "formulir", `langkah-${no}`, kode], index + 1, bukti.nama),
            apa: `Langkah ${no} (${uraian}), ${kode}`,
            bukti,
            ...lain,
          })),
    ),
  );

/** The workbook of a period, in the store. */
export async function rekapIsi(
  { files, documents }: Pick<GatherDeps, "files" | "documents">,
  rows: RekapRows,
  { periode }: Pick<ArsipQuery, "periode">,
): Promise<CalonIsi> {
  const rekap = projectRekap(rows, tahunPeriode(periode), periode, { unit: null, ...rows.pada });
  const nama = rekapFileName(rekap);
  const bukti = await files.put(await documents.rekapXlsx(rekap), nama, XLSX_MIME);
  return { path: pathArsip(["rekap"], 1, nama), apa: `Rekap ${rekap.kop.label}`, bukti, ...lain };
}

async function logIsi(
  { files, kamus }: GatherDeps,
  { kantor, log }: RekapRows,
  { berkasId }: ArsipQuery,
): Promise<readonly CalonIsi[]> {
  const mine = log.filter((entry) => entry.berkasId === berkasId);
  const keep = (text: string, nama: string): Promise<Bukti> =>
    files.put(new TextEncoder().encode(text), nama, "text/plain");
  const apa = "Catatan peristiwa berkas ini";
  return [
    { path: "log/log.jsonl", apa, bukti: await keep(logJsonLines(mine), "log.jsonl"), ...lain },
    {
      path: "log/log.txt",
      apa,
      bukti: await keep(logText(mine, { kamus, kantor }), "log.txt"),
      ...lain,
    },
  ];
}

const unique = (list: readonly Bukti[]): readonly Bukti[] =>
  list.filter(({ hash }, index) => list.findIndex((one) => one.hash === hash) === index);
