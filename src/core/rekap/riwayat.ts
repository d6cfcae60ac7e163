import type { BerkasId } from "../engine/state.ts";
import type { Kantor, PegawaiId } from "../kantor/schema.ts";
import { formatAngka } from "../kinerja/angka/tulis.ts";
import type { Isian } from "../kinerja/indikator.ts";
import type { Periode } from "../kinerja/periode.ts";
import type { Instant } from "../waktu/instant.ts";
import {
  type BerkasRekap,
  type CatatanRekap,
  jabatanOf,
  type RekapMasukan,
  type RevisiRealisasi,
} from "./masukan.ts";

/** One thing that happened: a revision of a figure, or another entry of the event log. */
export interface BarisRiwayat {
  readonly atMs: Instant;
  /** Number in the office's log; null for a figure that came with the office file. */
  readonly seq: number | null;
  readonly peristiwa: string;
  readonly periode: Periode | null;
  readonly kode: string | null;
  readonly revisi: number | null;
  readonly lama: NilaiRiwayat;
  readonly baru: NilaiRiwayat;
  readonly oleh: string;
  readonly keterangan: string;
}

/** A figure, "nihil" or "belum"; null where there was none. */
export type NilaiRiwayat = number | "nihil" | "belum" | null;

/**
 * All revisions and the log of the year's berkas, oldest first. An entry of the log that tells of a
 * revision is that revision's row. With a unit, only its figures and its own doings.
 */
export function riwayatList(
  masukan: RekapMasukan,
  unit: { readonly pegawaiId: PegawaiId; readonly kodeList: ReadonlySet<string> } | null,
): readonly BarisRiwayat[] {
  const entryByRevisi = new Map(
    masukan.log.flatMap((entry) => {
      const key = revisiKey(entry);
      return key === null ? [] : [[key, entry] as const];
    }),
  );
  const revisiByKey = new Map(masukan.realisasi.map((row) => [keyOf(row), row]));
  const revisiList = masukan.realisasi
    .filter(({ kode }) => unit === null || unit.kodeList.has(kode))
    .map((row) => {
      const entry = entryByRevisi.get(keyOf(row));
      const before = revisiByKey.get(keyOf({ ...row, revisi: row.revisi - 1 }));
      const baris = revisiRow(masukan.kantor, row, { entry, before });
      return { seq: entry?.seq ?? row.seq, baris };
    });
  const berkasById = new Map(masukan.berkasList.map((berkas) => [berkas.state.id, berkas]));
  const logList = masukan.log
    .filter((entry) => !revisiByKey.has(revisiKey(entry) ?? ""))
    .filter((entry) => unit === null || entry.oleh === unit.pegawaiId)
    .flatMap((entry) =>
      logRow(masukan.kantor, entry, berkasById).map((baris) => ({ seq: entry.seq, baris })),
    );
  return [...revisiList, ...logList]
    .toSorted((a, b) => a.seq - b.seq || a.baris.atMs - b.baris.atMs)
    .map(({ baris }) => baris);
}

function revisiRow(
  kantor: Kantor,
  row: RevisiRealisasi,
  {
    entry,
    before,
  }: { readonly entry: CatatanRekap | undefined; readonly before: RevisiRealisasi | undefined },
): BarisRiwayat {
  const { kode, revisi } = row;
  return {
    atMs: row.atMs,
    seq: entry?.seq ?? null,
    peristiwa: peristiwaOf(revisi, entry),
    periode: row.periode,
    kode,
    revisi,
    lama: before === undefined ? null : nilaiOf(before.isian),
    baru: nilaiOf(row.isian),
    oleh: jabatanOf(kantor, row.oleh),
    keterangan: [rasioText(row.isian), row.keterangan ?? "", ...narasiTexts(row)]
      .filter(Boolean)
      .join("; "),
  };
}

const narasiTexts = ({ narasi = {} }: RevisiRealisasi): readonly string[] => {
  const { tindakLanjut, pendukung, pelaksanaan } = narasi;
  return [
    tindakLanjut === undefined ? "" : `tindak lanjut: ${tindakLanjut}`,
    pendukung === undefined ? "" : `pendukung: ${pendukung}`,
    pelaksanaan === undefined ? "" : `${pelaksanaan.tindakLanjut} (${pelaksanaan.hasil})`,
  ];
};

/** A file that proves a figure is a revision too, of the same figure. */
function peristiwaOf(revisi: number, entry: CatatanRekap | undefined): string {
  if (entry?.jenis === "bukti") return "Bukti dukung";
  if (entry?.jenis === "cabut-bukti") return "Bukti dicabut";
  return revisi === 1 ? "Isian" : "Perbaikan isian";
}

function logRow(
  kantor: Kantor,
  entry: CatatanRekap,
  berkasById: ReadonlyMap<BerkasId, BerkasRekap>,
): readonly BarisRiwayat[] {
  const berkas = entry.berkasId === null ? undefined : berkasById.get(entry.berkasId);
  if (berkas === undefined) return [];
  const { sebagai } = entry.data;
  return [
    {
      atMs: entry.atMs,
      seq: entry.seq,
      peristiwa: PERISTIWA[entry.jenis] ?? entry.jenis,
      periode: berkas.state.periode,
      kode: typeof entry.data["kode"] === "string" ? entry.data["kode"] : null,
      revisi: null,
      lama: null,
      baru: null,
      oleh: typeof sebagai === "string" ? sebagai : jabatanOf(kantor, entry.oleh),
      keterangan: dataText(kantor, entry),
    },
  ];
}

/** What the entries of the log are called on paper. */
const PERISTIWA: Readonly<Record<string, string>> = {
  "berkas-dibuka": "Berkas dibuka",
  "berkas-selesai": "Berkas selesai",
  "berkas-dibatalkan": "Berkas dibatalkan",
  "langkah-masuk": "Masuk langkah",
  "langkah-keluar": "Keluar langkah",
  "langkah-otomatis": "Langkah otomatis",
  "draf-dibuat": "Draf dibuat",
  "pengumpulan-ditutup": "Pengumpulan ditutup",
  "tanpa-indikator": "Tanpa indikator",
  "realisasi-diimpor": "Realisasi diimpor",
  "tenggat-dihitung-ulang": "Tenggat dihitung ulang",
  dijawab: "Jawaban",
  dikirim: "Isian dikirim",
  dibaca: "Dibaca",
  colek: "Pengingat dari rekan",
  "pengingat-ditunda": "Pengingat ditunda",
  gangguan: "sopir tidak berjalan",
  ditolak: "Ditolak",
};

/** Details that name machinery rather than work. */
const HIDDEN: ReadonlySet<string> = new Set(["wait", "sopHash", "periode", "kode", "sebagai"]);

/** Details that are people. */
const PEOPLE: ReadonlySet<string> = new Set(["unit", "belum", "pegawai", "pegawaiId", "penerima"]);

const dataText = (kantor: Kantor, { data }: CatatanRekap): string =>
  Object.entries(data)
    .filter(([key, value]) => !HIDDEN.has(key) && value !== null && value !== false)
    .map(([key, value]) => [key, listOf(value).map((part) => partText(kantor, key, part))] as const)
    .filter(([, parts]) => parts.length > 0)
    .map(([key, parts]) => `${words(key)}: ${parts.join(", ")}`)
    .join("; ");

const listOf = (value: CatatanRekap["data"][string]): readonly (string | number | boolean)[] => {
  if (value === undefined || value === null) return [];
  return typeof value === "object" ? value : [value];
};

function partText(kantor: Kantor, key: string, part: string | number | boolean): string {
  if (part === true) return "ya";
  if (typeof part === "number") return formatAngka(part);
  const person = PEOPLE.has(key) ? kantor.pegawaiList.find(({ id }) => id === part) : undefined;
  return person?.jabatan ?? String(part);
}

const words = (key: string): string =>
  key.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

const nilaiOf = (isian: Isian): NilaiRiwayat =>
  isian.jenis === "angka" ? isian.nilai : isian.jenis;

function rasioText(isian: Isian): string {
  if (isian.jenis !== "angka" || isian.pembilang === undefined || isian.penyebut === undefined) {
    return "";
  }
  return `${formatAngka(isian.pembilang)} dari ${formatAngka(isian.penyebut)}`;
}

const keyOf = ({
  berkasId,
  kode,
  revisi,
}: Pick<RevisiRealisasi, "berkasId" | "kode" | "revisi">): string =>
  `${berkasId}\n${kode}\n${revisi}`;

function revisiKey({ berkasId, data }: CatatanRekap): string | null {
  const { kode, revisi } = data;
  return berkasId !== null && typeof kode === "string" && typeof revisi === "number"
    ? `${berkasId}\n${kode}\n${revisi}`
    : null;
}
