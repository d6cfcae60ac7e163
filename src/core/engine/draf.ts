import { sebutanNaskah } from "../dokumen/jenis.ts";
import { type Bukti, isPindaian } from "../formulir/nilai.ts";
import type { PegawaiId } from "../kantor/schema.ts";
import { type Isian, sameIsian } from "../kinerja/indikator.ts";
import type { Langkah } from "../sop/langkah.ts";
import { addNaskah } from "./naskah.ts";
import { gabungRalat } from "./ralat.ts";
import type { BerkasState, Draf, IsiDraf, Ralat } from "./state.ts";
import { pembukaanOf } from "./terbuka.ts";
import { note, patch, type Turn } from "./turn.ts";

type IsianByKode = IsiDraf["isianByKode"];

/** The figures that differ between two drafts, in the order in which they were first filled in. */
export const changedIsian = (before: IsianByKode, after: IsianByKode): Draf["perubahan"] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .map((kode) => ({ kode, lama: before[kode] ?? null, baru: after[kode] ?? null }))
    .filter(({ lama, baru }) => !sameIsian(lama, baru));

/**
 * The figures of the newest version that differ from one seen before; of a roll-up those of its parts,
 * each with its period.
 */
export function changedSince(draf: Draf, seen: IsiDraf): readonly Beda[] {
  const between = [...draf.sebelumnya, draf].filter(
    ({ versi }) => versi > seen.versi && versi <= draf.versi,
  );
  return [
    ...changedIsian(seen.isianByKode, draf.isianByKode),
    ...gabungRalat(between.flatMap(({ ralatList = [] }) => ralatList)),
  ];
}

/** A figure that differs; the period is told where it is not that of the berkas. */
type Beda = Draf["perubahan"][number] & Partial<Pick<Ralat, "periode">>;

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
  const ralatList = asal.ralatList ?? ralatPembukaan(state);
  const own = state.draf === null ? [] : changedIsian(state.draf.isianByKode, isianByKode);
  const perubahan = [...own, ...ralatList];
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
  const isi: IsiDraf & Pick<Draf, "tanpaAnggaran"> = {
    ...(unggahan !== asal.unggahan && lackOf(state, unggahan)),
    versi,
    sebutan,
    padaMs: context.nowMs,
    naskahId,
    isianByKode,
    ...(ralatList.length > 0 && { ralatList }),
  };
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

/** What a roll-up was opened again for, as long as the version with the old figures is its newest. */
function ralatPembukaan({ draf, pembukaanList, ralatList }: BerkasState): readonly Ralat[] {
  const pembukaan = pembukaanOf({ pembukaanList });
  if (pembukaan === null || pembukaan.kodeList.length > 0) return [];
  return draf?.versi === pembukaan.semula.drafVersi ? ralatList : [];
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
  state: BerkasState,
  { unggahan, perubahan = null }: AsalDraf,
  sameFigures: boolean,
): { readonly unggahan: Bukti | null; readonly suntingan: string | null } {
  if (unggahan !== undefined) return { unggahan, suntingan: perubahan };
  const edited = suntinganOf(state);
  if (edited === null || sameFigures) return { unggahan: edited, suntingan: null };
  return { unggahan: null, suntingan: SUNTINGAN_HILANG };
}

/** The text that stands as the report because somebody edited it; null where it is the drawn one, or signed. */
export function suntinganOf({ draf, naskahList }: BerkasState): Bukti | null {
  const sent = naskahList.find(({ id }) => id === draf?.naskahId)?.unggahan ?? null;
  return sent === null || isPindaian(sent) ? null : sent;
}

/** A text that goes on as it was edited lacks what it lacked. */
const lackOf = ({ draf }: BerkasState, unggahan: Bukti | null): Pick<Draf, "tanpaAnggaran"> =>
  unggahan !== null && draf?.tanpaAnggaran ? { tanpaAnggaran: true } : {};

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

const contentOf = (draf: Draf): IsiDraf => {
  const { versi, sebutan, padaMs, naskahId, isianByKode, ralatList } = draf;
  return { versi, sebutan, padaMs, naskahId, isianByKode, ...(ralatList && { ralatList }) };
};

const currentIsian = (state: BerkasState): Record<string, Isian> =>
  Object.fromEntries(Object.entries(state.isianByKode).map(([kode, { isian }]) => [kode, isian]));
