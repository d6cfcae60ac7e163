import type { NilaiFormulir } from "../../formulir/nilai.ts";
import type { IsianFormulir, SumberBawaan } from "../../formulir/schema.ts";
import type { PegawaiId } from "../../kantor/schema.ts";
import { formatAngka } from "../../kinerja/angka/tulis.ts";
import { jenisPeriode, labelPeriode, tahunPeriode } from "../../kinerja/periode.ts";
import { computeRekapPeriode } from "../../kinerja/rekap-periode.ts";
import type { Langkah } from "../../sop/langkah.ts";
import { addHariKerja } from "../../waktu/calendar.ts";
import { formatTanggal } from "../../waktu/format.ts";
import { type Instant, toLocal } from "../../waktu/instant.ts";
import { isBy } from "../../waktu/pada.ts";
import { computeTenggat } from "../../waktu/tenggat.ts";
import { langkahOf, unitList } from "../holders.ts";
import { realisasiOf, type Turn } from "../turn.ts";

/** The answer offered for a field before anybody gave one; null where there is none to offer. */
export const bawaanOf = (
  turn: Turn,
  langkah: Langkah,
  isian: IsianFormulir,
): NilaiFormulir | null => offer(turn, langkah, isian);

/** One file for each kind would be one line each: a kind without its offer does not compile. */
const offers: {
  readonly [T in IsianFormulir["tipe"]]: (
    turn: Turn,
    langkah: Langkah,
    isian: OfTipe<T>,
  ) => NilaiFormulir | null;
} = {
  teks: (turn, langkah, { bawaan }) => {
    const teks = linesOf(turn, langkah, bawaan).join("\n");
    return teks === "" ? null : { tipe: "teks", teks };
  },
  daftar: (turn, langkah, { bawaan }) => {
    const butirList = linesOf(turn, langkah, bawaan);
    return butirList.length === 0 ? null : { tipe: "daftar", butirList: [...butirList] };
  },
  jam: (_, __, { bawaan }) =>
    bawaan === undefined ? null : { tipe: "jam", menit: menitOf(bawaan) },
  angka: (_, __, { bawaan }) => (bawaan === undefined ? null : { tipe: "angka", nilai: bawaan }),
  pilihan: (_, __, { bawaan }) => (bawaan === undefined ? null : { tipe: "pilihan", teks: bawaan }),
  pegawai: (turn, langkah, { bawaan, banyak }) => {
    const idList = peopleOf(turn, langkah, bawaan);
    if (idList.length === 0) return null;
    return { tipe: "pegawai", idList: banyak ? [...idList] : idList.slice(0, 1) };
  },
  nomor: () => ({ tipe: "nomor", urut: null, nomor: null }),
  tanggal: () => null,
  berkas: () => null,
};

const offer = <T extends IsianFormulir["tipe"]>(
  turn: Turn,
  langkah: Langkah,
  isian: OfTipe<T> & { readonly tipe: T },
): NilaiFormulir | null => offers[isian.tipe](turn, langkah, isian);

type OfTipe<T extends IsianFormulir["tipe"]> = Extract<IsianFormulir, { tipe: T }>;

function linesOf(
  turn: Turn,
  langkah: Langkah,
  bawaan: OfTipe<"daftar">["bawaan"],
): readonly string[] {
  if (bawaan === undefined) return [];
  if (typeof bawaan === "string") {
    return fillBawaan(bawaan, turn, langkah)
      .split("\n")
      .map((line) => line.trim())
      .filter((line) => line !== "");
  }
  return linesFrom[bawaan.dari](turn, langkah);
}

const linesFrom: {
  readonly [S in SumberBawaan]: (turn: Turn, langkah: Langkah) => readonly string[];
} = {
  rencana: plannedLines,
  perhatian: attentionLines,
  hadir: (turn, langkah) => jabatanList(turn, comingTo(turn, langkah)),
  pelaksana: (turn) => jabatanList(turn, everybodyIn(turn)),
};

function peopleOf(
  turn: Turn,
  langkah: Langkah,
  bawaan: OfTipe<"pegawai">["bawaan"],
): readonly PegawaiId[] {
  if (bawaan === undefined) return [];
  if (!("dari" in bawaan)) return holdersOfPeran(turn, bawaan);
  return bawaan.dari === "hadir" ? comingTo(turn, langkah) : everybodyIn(turn);
}

/** "{{periode}}", "{{tahun}}", "{{kantor}}", "{{kabupaten}}", "{{sop}}", "{{uraian}}" in a text of a sheet. */
export function fillBawaan(text: string, turn: Turn, langkah: Langkah): string {
  const { kantor } = turn.context;
  const { periode } = turn.state;
  const data: Readonly<Record<string, string>> = {
    periode: labelPeriode(periode, kantor.istilahTriwulan),
    tahun: String(tahunPeriode(periode)),
    kantor: kantor.nama,
    kabupaten: kantor.kabupaten,
    sop: turn.sop.nama,
    uraian: langkah.uraian,
  };
  return text.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => data[name] ?? whole);
}

/**
 * "kegiatan; pelaksana; mulai; selesai" for each langkah still to come, as if each took its whole
 * mutu baku, one after the other.
 */
function plannedLines(turn: Turn, langkah: Langkah): readonly string[] {
  const { context, sop, state } = turn;
  const noList = sop.siklus[jenisPeriode(state.periode)] ?? [];
  let atMs = context.nowMs;
  return noList.slice(noList.indexOf(langkah.no) + 1).map((no) => {
    const next = langkahOf(sop, no);
    const mulai = atMs;
    atMs = computeTenggat(mulai, next.mutuBaku.waktu, context.calendar) ?? mulai;
    const pelaksana = next.pelaksana.peran.map(
      (peran) => sop.sebutan[peran] ?? sebutanPeran(turn, peran),
    );
    return [next.uraian, pelaksana.join(" dan "), hari(turn, mulai), hari(turn, atMs)].join("; ");
  });
}

/** "temuan; rencana; penanggung jawab; batas" for each indikator that needs attention. */
function attentionLines({ state, context }: Turn): readonly string[] {
  const { kantor, calendar, nowMs } = context;
  const realisasi = realisasiOf(state, context);
  const { ringkasan } = computeRekapPeriode(state.indikatorList, realisasi, state.periode, kantor);
  const batas = addHariKerja(
    calendar,
    toLocal(nowMs, kantor.zonaWaktu).tanggal,
    HARI_TINDAK_LANJUT,
  );
  return ringkasan.perhatian.map(({ kode, nama, capaianPersen, keterangan, tindakLanjut }) => {
    const owner = state.indikatorList.find((one) => one.kode === kode)?.penanggungJawab;
    const jabatan = kantor.pegawaiList.find(({ id }) => id === owner)?.jabatan ?? "";
    const sebab = partOf(keterangan);
    const usul =
      sebab === "" ? "Menelusuri penyebab dan memperbaikinya" : `Menindaklanjuti: ${sebab}`;
    return [
      `${nama} (${formatAngka(capaianPersen ?? 0)} %)`,
      partOf(tindakLanjut) || usul,
      jabatan,
      formatTanggal(batas),
    ].join("; ");
  });
}

/** A sentence as one part of a line whose parts are told apart by a semicolon. */
const partOf = (teks: string | null): string =>
  (teks ?? "").replaceAll(/[;\n]+/g, ",").replace(/\.$/, "");

/** A quarter of a year of working days, more or less: until the next figures are due. */
const HARI_TINDAK_LANJUT = 60;

/**
 * Whoever invited to the meeting of this langkah, and said they would come; answers to an invitation
 * that was replaced by a later one count no more.
 */
function comingTo({ state }: Turn, { no }: Langkah): readonly PegawaiId[] {
  const [undangan, replaced] = state.naskahList
    .filter(({ jenis, langkahNo }) => jenis === "undangan" && langkahNo === no)
    .toReversed();
  const answered = state.waitList.flatMap(
    ({ macam, langkahNo, jawaban, pemegang, diterimaMs, diterimaSeq }): readonly PegawaiId[] =>
      macam === "hadir" &&
      langkahNo === no &&
      jawaban?.pilihan === "hadir" &&
      (replaced === undefined || !isBy(replaced, { seq: diterimaSeq, atMs: diterimaMs })) &&
      pemegang.jenis === "pegawai"
        ? [pemegang.pegawaiId]
        : [],
  );
  const host = undangan === undefined || undangan.oleh === "sistem" ? [] : [undangan.oleh];
  return [...new Set([...host, ...answered])];
}

/** Whoever works on a langkah of this kind of period, or answers for an indikator. */
function everybodyIn(turn: Turn): readonly PegawaiId[] {
  const { sop, state } = turn;
  const noList = sop.siklus[jenisPeriode(state.periode)] ?? [];
  const peranList = sop.langkah
    .filter(({ no }) => noList.includes(no))
    .flatMap(({ pelaksana }) => pelaksana.peran)
    .filter((peran) => peran !== "inspektorat");
  return [...new Set([...holdersOfPeran(turn, peranList), ...unitList(state)])];
}

const holdersOfPeran = ({ context }: Turn, peranList: readonly string[]): readonly PegawaiId[] =>
  context.kantor.pegawaiList
    .filter(({ peran }) => peran.some((one) => peranList.includes(one)))
    .map(({ id }) => id);

const jabatanList = ({ context }: Turn, idList: readonly PegawaiId[]): readonly string[] =>
  context.kantor.pegawaiList.filter(({ id }) => idList.includes(id)).map(({ jabatan }) => jabatan);

const sebutanPeran = (turn: Turn, peran: string): string =>
  jabatanList(turn, holdersOfPeran(turn, [peran])).join(" atau ") || peran;

const hari = ({ context }: Turn, atMs: Instant): string =>
  formatTanggal(toLocal(atMs, context.kantor.zonaWaktu).tanggal);

const menitOf = (jam: string): number => {
  const [hour = 0, minute = 0] = jam.split(/[.:]/).map(Number);
  return hour * 60 + minute;
};
