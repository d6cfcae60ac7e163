import { sebutanNaskah } from "../dokumen/jenis.ts";
import { type Bukti, isPindaian } from "../formulir/nilai.ts";
import type { PegawaiId } from "../kantor/schema.ts";
import { type Isian, sameIsian } from "../kinerja/indikator.ts";
import type { Langkah } from "../sop/langkah.ts";
import { addNaskah } from "./naskah.ts";
import type { BerkasState, Draf, IsiDraf, Ralat } from "./state.ts";
import { note, patch, type Turn } from "./turn.ts";

type IsianByKode = IsiDraf["isianByKode"];

/** The figures that differ between two drafts, in the order in which they were first filled in. */
export const changedIsian = (before: IsianByKode, after: IsianByKode): Draf["perubahan"] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .map((kode) => ({ kode, lama: before[kode] ?? null, baru: after[kode] ?? null }))
    .filter(({ lama, baru }) => !sameIsian(lama, baru));

/** The version that lay on this desk when the berkas was here last; null on its first visit. */
export function drafLastSeen({ draf, kunjunganList, langkahNo }: BerkasState): IsiDraf | null {
  const last = kunjunganList.findLast(
    (visit) => visit.langkahNo === langkahNo && visit.keluarMs !== null,
  );
  return draf?.sebelumnya.find(({ versi }) => versi === last?.drafVersi) ?? null;
}

/** How a version comes about: worked out from the figures, or sent back edited. */
export interface AsalDraf {
  /** What the office calls it; "Draf n" when the sheet has no name for it. */
  readonly sebutan: string | null;
  readonly oleh: PegawaiId | "sistem";
  readonly unggahan?: Bukti;
  /** What an upload changed in the text, in words. */
  readonly perubahan?: string | null;
  /** Figures of other berkas that this one is made of, where these changed. */
  readonly ralatList?: readonly Ralat[];
}

/** Makes the next version of the report; it knows what changed since the one before. */
export function nextDraf(turn: Turn, langkah: Langkah, asal: AsalDraf): Turn {
  const { state, context } = turn;
  const versi = Math.max(0, ...draftsOf(state).map((one) => one.versi)) + 1;
  const sebutan = unusedSebutan(state, asal.sebutan ?? `Draf ${versi}`);
  const isianByKode = currentIsian(state);
  const perubahan =
    asal.ralatList ??
    (state.draf === null ? [] : changedIsian(state.draf.isianByKode, isianByKode));
  const { unggahan, suntingan } = contentFrom(state, asal, perubahan.length === 0);
  const { turn: written, id: naskahId } = addNaskah(turn, langkah, {
    jenis: "laporan",
    nama: langkah.mutuBaku.keluaran.findLast(isLaporan) ?? sebutanNaskah("laporan"),
    sebutan,
    oleh: asal.oleh,
    unggahan,
    perubahan: state.draf === null ? null : changeText(perubahan.length, suntingan),
  });
  const sebelumnya = state.draf === null ? [] : [...state.draf.sebelumnya, contentOf(state.draf)];
  const isi = { versi, sebutan, padaMs: context.nowMs, naskahId, isianByKode };
  return note(
    patch(written, { draf: { ...isi, sebelumnya, perubahan: perubahan.map(changeOf) } }),
    "draf-dibuat",
    asal.oleh,
    {
      langkah: langkah.no,
      versi,
      sebutan,
      perubahan: perubahan.map((one) => one.kode),
      unggahan: unggahan?.hash ?? null,
    },
  );
}

const changeOf = ({ kode, lama, baru }: Draf["perubahan"][number]): Draf["perubahan"][number] => ({
  kode,
  lama,
  baru,
});

/** Every version there was, oldest first. */
const draftsOf = ({ draf }: BerkasState): readonly IsiDraf[] =>
  draf === null ? [] : [...draf.sebelumnya, contentOf(draf)];

/** Makes an earlier version the one that stands; those after it stay known, and none takes their names. */
export function restoreDraf(turn: Turn, versi: number | null): Turn {
  const drafts = draftsOf(turn.state);
  const stands = drafts.find((one) => one.versi === versi);
  if (stands === undefined || turn.state.draf?.versi === versi) return turn;
  const before = drafts.filter((one) => one.versi < stands.versi).at(-1);
  const perubahan =
    before === undefined ? [] : changedIsian(before.isianByKode, stands.isianByKode);
  const sebelumnya = drafts.filter((one) => one !== stands);
  return patch(turn, { draf: { ...stands, sebelumnya, perubahan } });
}

/**
 * An edited text stays as long as its figures hold; new figures are drawn anew, and that is told. What was
 * signed is that one version, and no later one.
 */
function contentFrom(
  { draf, naskahList }: BerkasState,
  { unggahan, perubahan = null }: AsalDraf,
  sameFigures: boolean,
): { readonly unggahan: Bukti | null; readonly suntingan: string | null } {
  if (unggahan !== undefined) return { unggahan, suntingan: perubahan };
  const sent = naskahList.find(({ id }) => id === draf?.naskahId)?.unggahan ?? null;
  const edited = sent === null || isPindaian(sent) ? null : sent;
  if (edited === null || sameFigures) return { unggahan: edited, suntingan: null };
  return { unggahan: null, suntingan: SUNTINGAN_HILANG };
}

/** A sheet may print only "Dokumen" or "Draf 2" as its output; that is no name for a report. */
const isLaporan = (keluaran: string): boolean => /lapor|lakip|lkjip/i.test(keluaran);

const SUNTINGAN_HILANG = "suntingan Word sebelumnya tidak terbawa karena angkanya berubah";

/** A langkah the berkas comes back to makes the version of its name once more. */
function unusedSebutan(state: BerkasState, sebutan: string): string {
  const taken = new Set(draftsOf(state).map((one) => one.sebutan));
  let next = sebutan;
  for (let ke = 1; taken.has(next); ke += 1) next = `${sebutan} (perbaikan ${ke})`;
  return next;
}

function changeText(angka: number, naskah: string | null): string {
  const figures = angka === 0 ? "tidak ada angka yang berubah" : `${angka} angka berubah`;
  return naskah === null ? figures : `${figures}; ${naskah}`;
}

const contentOf = ({ versi, sebutan, padaMs, naskahId, isianByKode }: Draf): IsiDraf => ({
  versi,
  sebutan,
  padaMs,
  naskahId,
  isianByKode,
});

const currentIsian = (state: BerkasState): Record<string, Isian> =>
  Object.fromEntries(Object.entries(state.isianByKode).map(([kode, { isian }]) => [kode, isian]));
