import type { IsianFormulir } from "../formulir/schema.ts";
import { mejaOf, PEJABAT_SEBELUMNYA, peranSendiri } from "../kantor/pegawai.ts";
import { peranKepala } from "../kantor/peran.ts";
import type { Kantor, Pegawai, PegawaiId, Peran } from "../kantor/schema.ts";
import type { Indikator } from "../kinerja/indikator.ts";
import type { Langkah, LangkahOf } from "../sop/langkah.ts";
import type { LangkahNo } from "../sop/reference.ts";
import type { Sop } from "../sop/schema.ts";
import type { BerkasState, Pemegang, Wait, WaitId } from "./state.ts";
import { isTerbuka } from "./terbuka.ts";

/** Everybody who may answer this wait today; roles are read now, not when the wait began. */
export const holdersOf = (wait: Wait, kantor: Kantor): readonly Pegawai[] =>
  kantor.pegawaiList.filter((pegawai) => isHolder(wait, pegawai));

/** Whether this person may answer this wait. */
export const isHolder = ({ pemegang }: Wait, pegawai: Pegawai): boolean =>
  isPemegang(pemegang, pegawai);

/** Whether this person is meant by name, by a role, or as a member of the team. */
export function isPemegang(pemegang: Pemegang, pegawai: Pegawai): boolean {
  if (pemegang.jenis === "pegawai") return mejaOf(pegawai).includes(pemegang.pegawaiId);
  const { peran, anggota, definitif } = pemegang;
  if (anggota?.some((id) => mejaOf(pegawai).includes(id)) === true) return true;
  const held = definitif === true ? peranSendiri(pegawai) : pegawai.peran;
  return held.some((one) => peran.includes(one) && (one !== "tim" || anggota === undefined));
}

/** Whoever holds one of these roles; for `tim` the members this berkas has chosen, once it has. */
export function pemegangPeran(sop: Sop, state: BerkasState, peran: readonly Peran[]): Pemegang {
  const anggota = peran.includes("tim") ? timOf(sop, state) : [];
  return { jenis: "peran", peran, ...(anggota.length === 0 ? {} : { anggota }) };
}

/** The same for the desk of a langkah, which may be closed to whoever stands in. */
export function pemegangMeja(
  sop: Sop,
  state: BerkasState,
  { pejabatDefinitif }: Langkah,
  peran: readonly Peran[],
): Pemegang {
  const pemegang = pemegangPeran(sop, state, peran);
  return pemegang.jenis === "peran" && pejabatDefinitif !== undefined
    ? { ...pemegang, definitif: true }
    : pemegang;
}

/** The team this berkas formed, in the order in which its members were chosen; empty before. */
export const timOf = (sop: Sop, { formulirByLangkah }: BerkasState): readonly PegawaiId[] => [
  ...new Set(
    sop.langkah
      .flatMap((langkah) => (langkah.jenis === "formulir" ? fieldsOf(langkah) : []))
      .flatMap(({ no, isian }) => {
        const nilai = formulirByLangkah[no]?.[isian.kode];
        return isian.tipe === "pegawai" && isian.sebagai === "tim" && nilai?.tipe === "pegawai"
          ? nilai.idList
          : [];
      }),
  ),
];

const fieldsOf = ({ no, tahap }: LangkahOf<"formulir">): readonly Field[] =>
  tahap.flatMap(({ isian }) => isian.map((one) => ({ no, isian: one })));

interface Field {
  readonly no: LangkahNo;
  readonly isian: IsianFormulir;
}

/** The wait with this id, answered or not. */
export const findWait = (state: BerkasState, waitId: WaitId): Wait | undefined =>
  state.waitList.find((wait) => wait.id === waitId);

/** What is still owed, receipts included. */
export const openWaits = (state: BerkasState): readonly Wait[] =>
  state.waitList.filter((wait) => wait.jawaban === null);

/** What holds a berkas up until somebody has done it; receipts and the coordinator's do not. */
export const owedWaits = (state: BerkasState): readonly Wait[] =>
  openWaits(state).filter(({ macam }) => macam === "unit" || macam === "meja");

/** What may be filled in at all: every indikator, in an opening those it was asked for. */
const openIndikator = (state: BerkasState): readonly Indikator[] =>
  state.indikatorList.filter(({ kode }) => isTerbuka(state, kode));

/** The indikator a person answers for in this berkas now, in the order of the table. */
export const unitIndikator = (state: BerkasState, pegawaiId: PegawaiId): readonly Indikator[] =>
  openIndikator(state).filter((indikator) => indikator.penanggungJawab === pegawaiId);

/** The figures a wait asks for, whoever answers: whoever stands in gives those of another. */
export const indikatorWait = (state: BerkasState, { pemegang }: Wait): readonly Indikator[] =>
  pemegang.jenis === "pegawai" ? unitIndikator(state, pemegang.pegawaiId) : [];

/** Everybody who answers for one of them, in the order of the table. */
export const unitList = (state: BerkasState): readonly PegawaiId[] => [
  ...new Set(openIndikator(state).map((indikator) => indikator.penanggungJawab)),
];

/**
 * The langkah of a number.
 * @throws Error when the sheet has none: a pinned sheet and its berkas do not belong together.
 */
export function langkahOf(sop: Sop, no: LangkahNo): Langkah {
  const langkah = sop.langkah.find((one) => one.no === no);
  if (langkah === undefined) throw new Error(`sop ${sop.id} has no langkah ${no}`);
  return langkah;
}

/** Whether this wait has a way back; of a form only the last part has that of its langkah. */
export function canReturnAt(langkah: Langkah, wait: Wait): boolean {
  const last = langkah.jenis !== "formulir" || (wait.tahap ?? 0) === langkah.tahap.length - 1;
  return last && "kembalikan" in langkah.hasil && langkah.hasil.kembalikan !== undefined;
}

/** Whether what lies on the desk of a langkah is the report, not a letter or a decree. */
export function isAboutLaporan(langkah: Langkah): boolean {
  switch (langkah.jenis) {
    case "penyusunan":
    case "sosialisasi":
      return true;
    case "keputusan":
      return langkah.tentang === "laporan";
    case "formulir":
      return langkah.tahap.some(({ lihat }) => lihat.includes("laporan"));
    case "realisasi":
    case "kompilasi":
      return false;
  }
}

/**
 * Where the berkas stands, by the number of the sheet, and how many are printed: "8a" of 8 is one that
 * the sheet lacks and that follows its eighth.
 */
export function progressOf(sop: Sop, state: BerkasState): { ke: LangkahNo; dari: number } {
  const printed = new Set(sop.langkah.map((langkah) => Number.parseInt(langkah.no, 10)));
  return { ke: state.langkahNo, dari: printed.size };
}

/** The person with this id, or nothing when they left the office. */
export const pegawaiOf = (kantor: Kantor, pegawaiId: PegawaiId): Pegawai | undefined =>
  kantor.pegawaiList.find((pegawai) => pegawai.id === pegawaiId);

/** Who is meant where nobody holds it: the roles, or the person who left. */
export const pemegangText = (kantor: Kantor, pemegang: Pemegang): string =>
  pemegang.jenis === "pegawai"
    ? (pegawaiOf(kantor, pemegang.pegawaiId)?.jabatan ?? PEJABAT_SEBELUMNYA)
    : pemegang.peran.join(" atau ");

/** Whether this person is the head of an office. */
export const isKepala = ({ peran }: Pick<Pegawai, "peran">): boolean =>
  peran.some((one) => peranKepala.includes(one));
