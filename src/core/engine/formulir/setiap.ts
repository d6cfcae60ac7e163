import { bacaTanggal } from "../../formulir/baca-waktu.ts";
import { type Butir, butirOf } from "../../formulir/butir.ts";
import type { IsiFormulir } from "../../formulir/nilai.ts";
import type { KolomDaftar, Setiap, Tahap } from "../../formulir/schema.ts";
import type { Kantor, PegawaiId } from "../../kantor/schema.ts";
import type { Langkah, LangkahOf } from "../../sop/langkah.ts";
import type { Sop } from "../../sop/schema.ts";
import { addHariKerja, closingOf, type OfficeCalendar } from "../../waktu/calendar.ts";
import type { Instant } from "../../waktu/instant.ts";
import { addDays, tanggalOf } from "../../waktu/tanggal.ts";
import type { BerkasState, Wait } from "../state.ts";

type Formulir = LangkahOf<"formulir">;

/** A langkah one part of which is asked for each line of a list: the part, the list and its columns. */
export interface LangkahSetiap {
  readonly langkah: Formulir;
  readonly index: number;
  readonly setiap: Setiap;
  readonly kolomList: readonly KolomDaftar[];
}

/** What of a langkah is asked for each line of a list; null where nothing is. */
export function setiapDi(langkah: Langkah): LangkahSetiap | null {
  if (langkah.jenis !== "formulir") return null;
  const index = langkah.tahap.findIndex(({ setiap }) => setiap !== undefined);
  const setiap = langkah.tahap[index]?.setiap;
  if (setiap === undefined) return null;
  const found = langkah.tahap
    .flatMap(({ isian }) => isian)
    .find(({ kode }) => kode === setiap.isian);
  const kolomList = found?.tipe === "daftar" ? (found.kolom ?? []) : [];
  return { langkah, index, setiap, kolomList };
}

/** The same, wherever on a sheet it is. */
export const setiapOf = ({ langkah }: Pick<Sop, "langkah">): LangkahSetiap | null =>
  langkah.map(setiapDi).find((one) => one !== null) ?? null;

/** The lines of the list as they stand, in order. */
export function butirList(
  { langkah, setiap, kolomList }: LangkahSetiap,
  { formulirByLangkah }: Pick<BerkasState, "formulirByLangkah">,
): readonly Butir[] {
  const nilai = formulirByLangkah[langkah.no]?.[setiap.isian];
  return nilai?.tipe === "daftar" ? nilai.butirList.map((line) => butirOf(kolomList, line)) : [];
}

/** The line a wait is about; null where it is about none. */
export function butirWait(
  langkah: Langkah,
  state: Pick<BerkasState, "formulirByLangkah">,
  { butir }: Pick<Wait, "butir">,
): Butir | null {
  const each = setiapDi(langkah);
  if (each === null || butir === undefined) return null;
  return butirList(each, state)[butir - 1] ?? null;
}

/** The sentence of that line, which is its first part; null where a wait is about none. */
export function judulButir(
  langkah: Langkah,
  state: Pick<BerkasState, "formulirByLangkah">,
  wait: Pick<Wait, "butir">,
): string | null {
  const [kolom] = setiapDi(langkah)?.kolomList ?? [];
  return kolom === undefined ? null : (butirWait(langkah, state, wait)?.[kolom.kode] ?? null);
}

/** Until when that line is to be answered: closing time of its day, or of the last working day before it. */
export function batasButir(
  langkah: Langkah,
  state: Pick<BerkasState, "formulirByLangkah">,
  wait: Pick<Wait, "butir">,
  calendar: OfficeCalendar,
): Instant | null {
  const butir = butirWait(langkah, state, wait);
  const kode = setiapDi(langkah)?.setiap.batas ?? "";
  // written out in full when it was taken, so that today makes no difference
  const tanggal = bacaTanggal(butir?.[kode] ?? "", tanggalOf(2000, 1, 1));
  if (tanggal === null) return null;
  return closingOf(calendar, addHariKerja(calendar, addDays(tanggal, 1), -1));
}

/** Who answers for a line: whoever holds the office it names; null where nobody does any more. */
export const pelakuButir = (
  { setiap }: LangkahSetiap,
  butir: Butir,
  { pegawaiList }: Pick<Kantor, "pegawaiList">,
): PegawaiId | null =>
  pegawaiList.find(({ jabatan }) => jabatan === butir[setiap.oleh])?.id ?? null;

/** The last wait for each line that was asked after, by its number from 1. */
export function waitByButir(
  { langkah }: LangkahSetiap,
  { waitList }: Pick<BerkasState, "waitList">,
): ReadonlyMap<number, Wait> {
  const list = waitList.flatMap((wait): [number, Wait][] =>
    wait.langkahNo === langkah.no && wait.butir !== undefined ? [[wait.butir, wait]] : [],
  );
  return new Map(list);
}

/** Everybody who was asked after a line, in the order of the list. */
export function unitButir(each: LangkahSetiap, state: BerkasState): readonly PegawaiId[] {
  const list = [...waitByButir(each, state).values()].flatMap(({ pemegang }) =>
    pemegang.jenis === "pegawai" ? [pemegang.pegawaiId] : [],
  );
  return [...new Set(list)];
}

/** A part as it is asked for one line: its answers stand apart from those to the others. */
export const tahapButir = (tahap: Tahap, butir: number): Tahap => ({
  ...tahap,
  isian: tahap.isian.map((isian) => ({ ...isian, kode: kodeButir(isian.kode, butir) })),
});

const kodeButir = (kode: string, butir: number): string => `${kode}Ke${butir}`;

/** What was answered for one line, by the kode of the field. */
export function isiButir(
  { langkah, index }: LangkahSetiap,
  { formulirByLangkah }: Pick<BerkasState, "formulirByLangkah">,
  butir: number,
): IsiFormulir {
  const isi = formulirByLangkah[langkah.no] ?? {};
  const kodeList = langkah.tahap[index]?.isian.map(({ kode }) => kode) ?? [];
  return Object.fromEntries(
    kodeList.flatMap((kode) => {
      const nilai = isi[kodeButir(kode, butir)];
      return nilai === undefined ? [] : [[kode, nilai]];
    }),
  );
}
