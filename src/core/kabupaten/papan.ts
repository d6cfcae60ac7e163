import { againMs, askedAfter } from "../engine/ask-after.ts";
import { holdersOf, langkahOf, owedWaits, pemegangText, progressOf } from "../engine/holders.ts";
import { dueOf, lateWaits } from "../engine/late.ts";
import type { BerkasId, Wait } from "../engine/state.ts";
import type { BerkasTerbuka } from "../engine/turn.ts";
import { kantorPada } from "../kantor/pada.ts";
import type { Kantor, KantorId, Pegawai, PegawaiId, Peran } from "../kantor/schema.ts";
import { labelPeriode, type Periode, periodeAt, previousPeriode } from "../kinerja/periode.ts";
import type { LangkahNo } from "../sop/reference.ts";
import type { OfficeCalendar } from "../waktu/calendar.ts";
import { type Instant, toLocal } from "../waktu/instant.ts";
import { menitKerjaAntara } from "../waktu/tenggat.ts";

/** An office as it is read for whoever watches over it. */
export interface KantorTerbaca {
  readonly kantor: Kantor;
  readonly calendar: OfficeCalendar;
  /** Those that run, in the order in which they were opened. */
  readonly berkasList: readonly BerkasTerbuka[];
  /** Berkas that run and cannot be read. */
  readonly takTerbaca: number;
  /** Ids of the sheets that are complete for the period that was asked for. */
  readonly selesai: ReadonlySet<string>;
  /** Who has an account, and whether one of theirs bears messages to many. */
  readonly terhubung: ReadonlySet<PegawaiId>;
  readonly massal: ReadonlySet<PegawaiId>;
}

/** What one running berkas of an office comes to. */
export interface BerkasDipantau {
  readonly id: BerkasId;
  readonly periode: string;
  readonly sop: string;
  readonly ke: LangkahNo;
  readonly dari: number;
  readonly uraian: string;
  /** Offices of those who are late, of all who are waited for where nobody is. */
  readonly ditunggu: readonly string[];
  /** When it is owed; null where neither sheet nor period says. */
  readonly batasMs: Instant | null;
  /** Working minutes beyond that; null while there is time. */
  readonly terlambatMenit: number | null;
  /** Offices of those who would be asked after it, as far as they have an account. */
  readonly koordinator: readonly string[];
  /** When it was asked after last; null where it never was. */
  readonly diingatkanMs: Instant | null;
  /** From when it may be asked after again; null where it may be now. */
  readonly lagiMs: Instant | null;
}

/** One office on the board of its kabupaten. */
export interface KantorDipantau {
  readonly id: KantorId;
  readonly nama: string;
  readonly keadaan: KeadaanKantor;
  /** The worst first. */
  readonly berkasList: readonly BerkasDipantau[];
  readonly takTerbaca: number;
  /** Everybody a broadcast would reach. */
  readonly orangList: readonly { readonly peran: readonly Peran[] }[];
}

/** The worst first: that is also the order of the board. */
export const keadaanKantor = [
  "terlambat",
  "belum-mulai",
  "berjalan",
  "selesai",
  "tidak-aktif",
] as const;
export type KeadaanKantor = (typeof keadaanKantor)[number];

/** What an office comes to at this instant. Small, so that a whole kabupaten can be held at once. */
export function pantauKantor(tercatat: KantorTerbaca, nowMs: Instant): KantorDipantau {
  // whoever stands in today is who is waited for
  const terbaca = { ...tercatat, kantor: kantorPada(tercatat.kantor, nowMs) };
  const { kantor, berkasList, takTerbaca, massal } = terbaca;
  const rows = berkasList
    .filter(({ state }) => state.status === "berjalan")
    .map((berkas) => pantauBerkas(terbaca, berkas, nowMs))
    .toSorted(worstFirst);
  return {
    id: kantor.id,
    nama: kantor.nama,
    keadaan: keadaanOf(terbaca, rows),
    berkasList: rows,
    takTerbaca,
    orangList: kantor.pegawaiList
      .filter(({ id }) => massal.has(id))
      .map(({ peran }) => ({ peran })),
  };
}

/** What a kabupaten waits for at this instant: the triwulan that ended last. */
export const periodeDitunggu = (
  { zonaWaktu }: Pick<Kantor, "zonaWaktu">,
  nowMs: Instant,
): Periode => previousPeriode(periodeAt(toLocal(nowMs, zonaWaktu).tanggal));

/** The board: the worst office first, the longest lateness first, else what is owed soonest. */
export const urutPapan = (kantorList: readonly KantorDipantau[]): readonly KantorDipantau[] =>
  kantorList.toSorted(
    (a, b) =>
      keadaanKantor.indexOf(a.keadaan) - keadaanKantor.indexOf(b.keadaan) ||
      compareFirst(a, b) ||
      a.nama.localeCompare(b.nama, "id"),
  );

const compareFirst = ({ berkasList: [a] }: KantorDipantau, { berkasList: [b] }: KantorDipantau) =>
  a === undefined || b === undefined ? 0 : worstFirst(a, b);

const worstFirst = (a: BerkasDipantau, b: BerkasDipantau): number =>
  (b.terlambatMenit ?? -1) - (a.terlambatMenit ?? -1) ||
  (a.batasMs ?? Number.MAX_SAFE_INTEGER) - (b.batasMs ?? Number.MAX_SAFE_INTEGER);

function keadaanOf(
  { kantor, selesai, takTerbaca }: KantorTerbaca,
  rows: readonly BerkasDipantau[],
): KeadaanKantor {
  if (kantor.aktif === false) return "tidak-aktif";
  if (rows.some(({ terlambatMenit }) => terlambatMenit !== null)) return "terlambat";
  if (rows.length + takTerbaca > 0) return "berjalan";
  return selesai.size > 0 ? "selesai" : "belum-mulai";
}

function pantauBerkas(
  { kantor, calendar, terhubung }: KantorTerbaca,
  { state, sop }: BerkasTerbuka,
  nowMs: Instant,
): BerkasDipantau {
  const late = lateWaits(state, nowMs);
  const open = owedWaits(state);
  const dueList = open.map(dueOf).filter((atMs) => atMs !== null);
  const batasMs = dueList.length === 0 ? null : Math.min(...dueList);
  const lagiMs = againMs(state, calendar);
  return {
    id: state.id,
    periode: labelPeriode(state.periode, kantor.istilahTriwulan),
    sop: sop.nama,
    ...progressOf(sop, state),
    uraian: langkahOf(sop, state.langkahNo).uraian,
    ditunggu: namesOf(kantor, late.length > 0 ? late : open),
    batasMs,
    terlambatMenit:
      late.length === 0 || batasMs === null ? null : menitKerjaAntara(batasMs, nowMs, calendar),
    koordinator: askedAfter({ state, sop }, { kantor, nowMs })
      .filter(({ id }) => terhubung.has(id))
      .map(({ jabatan }) => jabatan),
    diingatkanMs: state.diingatkanMs ?? null,
    lagiMs: lagiMs > nowMs ? lagiMs : null,
  };
}

const namesOf = (kantor: Kantor, waitList: readonly Wait[]): readonly string[] => [
  ...new Set(
    waitList.flatMap((wait) => {
      const holders: readonly Pegawai[] = holdersOf(wait, kantor);
      return holders.length === 0
        ? [pemegangText(kantor, wait.pemegang)]
        : holders.map(({ jabatan }) => jabatan);
    }),
  ),
];
