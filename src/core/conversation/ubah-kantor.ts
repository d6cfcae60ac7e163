import { bukaTimer, periodeDibuka } from "../engine/buka-triwulan.ts";
import { type Refusal, refuse } from "../engine/decision.ts";
import type { CatatanData } from "../engine/effect.ts";
import { rentangHalangan } from "../kantor/halangan.ts";
import { kantorPada, tercatatOf } from "../kantor/pada.ts";
import type { Perubahan, PerubahanTercatat } from "../kantor/perubahan.ts";
import type { Pencatat, Tatanan } from "../kantor/schema.ts";
import { tahunAsal } from "../kantor/tahun.ts";
import { ubahKantor } from "../kantor/ubah-kantor.ts";
import { serapanOf } from "../kinerja/anggaran.ts";
import { formatAngka } from "../kinerja/angka/tulis.ts";
import { pembukaanPeriode } from "../kinerja/batas.ts";
import type { TargetSejak } from "../kinerja/indikator.ts";
import { periodeOf } from "../kinerja/periode.ts";
import { targetKata, targetSejak } from "../kinerja/target.ts";
import type { Effect } from "../pesan/effect.ts";
import { addHariKerja, isHariKerja, nextOpening, type OfficeCalendar } from "../waktu/calendar.ts";
import { fromLocal } from "../waktu/instant.ts";
import { applyTo } from "./apply.ts";
import { ikutiKantor, type Pergantian } from "./ikuti-kantor.ts";
import { kabarPegawai } from "./kabar-pegawai.ts";
import { halanganTarget, indikatorDari, isTahunTerpakai, kabarTarget } from "./target.ts";
import type { BerkasTerbuka, World } from "./world.ts";

/** What changes of an office come to: every running berkas follows, or nothing is changed. */
export interface Akibat {
  readonly kind: "berubah";
  readonly world: World;
  readonly berkasList: readonly BerkasTerbuka[];
  readonly effects: readonly Effect[];
  /** How many people learn that deadlines of theirs have moved. */
  readonly dikabari: number;
}

/** Changes who works in an office, who stands in, when it works and what it aims at: all of it or nothing. */
export function decidePerubahan(
  world: World,
  perubahanList: readonly Perubahan[],
  oleh: Pencatat,
): Akibat | Refusal {
  const before: Tatanan = { kantor: tercatatOf(world.kantor), calendar: world.calendar };
  let after = before;
  for (const perubahan of perubahanList) {
    const barred = halanganPerubahan(world, perubahan);
    if (barred !== null) return barred;
    const next = ubahKantor(after, perubahan, world.nowMs);
    if (typeof next === "string") return refuse(next);
    after = next;
  }
  const { kantor, calendar } = after;
  const added = perubahanList
    // Taking a year back leaves nothing behind that could be done again.
    .filter(({ jenis }) => jenis !== "tahun-batal")
    .map((perubahan): PerubahanTercatat => ({ atMs: world.nowMs, oleh, perubahan }));
  const tercatat = { ...kantor, perubahanList: [...(kantor.perubahanList ?? []), ...added] };
  const effects: readonly Effect[] = [
    { kind: "kantor", kantor: tercatat, calendar, perubahanList },
    ...perubahanList.flatMap((one) => [
      catatan(before, one, oleh),
      ...timersOf(world, one),
      ...lupaan(one),
    ]),
    ...openingTimers(world, calendar),
    ...perubahanList.flatMap((one) => [
      ...kabarTarget(world, one, oleh),
      ...kabarPegawai(world, one, oleh),
    ]),
  ];
  const next = { ...world, kantor: kantorPada(tercatat, world.nowMs), calendar };
  return followed(next, effects, {
    oleh,
    sebelum: world.kantor,
    kalenderLama: world.calendar,
  });
}

/** Why a change that the office allows cannot be for what its berkas are. */
function halanganPerubahan(world: World, perubahan: Perubahan): Refusal | null {
  if (perubahan.jenis === "target") {
    return halanganTarget(world, perubahan.tahun, perubahan.mulaiTriwulan);
  }
  const { jenis } = perubahan;
  return jenis === "tahun-batal" && isTahunTerpakai(world, perubahan.tahun)
    ? refuse("tahun-terpakai", { tahun: String(perubahan.tahun) })
    : null;
}

/** An absence has begun or ended: whoever holds its desks now is asked. */
export const decideHalangan = (world: World, sejakMs: number): Akibat | Refusal =>
  followed(world, [], {
    oleh: "sistem",
    sebelum: kantorPada(world.kantor, sejakMs - 1),
    kalenderLama: world.calendar,
  });

/** Lets every running berkas follow an office that is another now, or refuses for the first that cannot. */
export function followed(
  world: World,
  effects: readonly Effect[],
  ganti: Pergantian,
): Akibat | Refusal {
  const { world: next, ikutanList, kabar } = ikutiKantor(applyTo(world, [], effects), ganti);
  const berkasList: BerkasTerbuka[] = [];
  const all: Effect[] = [...effects];
  for (const { berkas, decision } of ikutanList) {
    if (decision.kind === "refused") return decision;
    const same = JSON.stringify(decision.state) === JSON.stringify(berkas.state);
    if (decision.effects.length === 0 && same) continue;
    berkasList.push({ sop: berkas.sop, state: decision.state });
    all.push(...decision.effects);
  }
  const dikabari = kabar.length;
  return { kind: "berubah", world: next, berkasList, effects: [...all, ...kabar], dikabari };
}

/** The triwulan to come opens on another day where its first working day has moved. */
function openingTimers(
  { kantor, calendar, sopList, nowMs }: World,
  baru: OfficeCalendar,
): readonly Effect[] {
  if (!kantor.pembukaanOtomatis || kantor.aktif === false) return [];
  const periode = periodeDibuka(calendar, nowMs);
  return pembukaanPeriode(periode, calendar) === pembukaanPeriode(periode, baru)
    ? []
    : sopList
        .filter(({ sop }) => sop.siklus.triwulan !== undefined)
        .map(({ sop }) => bukaTimer(sop.id, periode, baru));
}

/** Whoever is known by name no more is not kept by chat or message either. */
const lupaan = (perubahan: Perubahan): readonly Effect[] =>
  perubahan.jenis === "anonim" ? [{ kind: "lupakan", pegawaiId: perubahan.pegawaiId }] : [];

/** When whoever stands in, also on their last day, and whoever is back is told: as the office opens. */
function timersOf({ kantor, calendar, nowMs }: World, perubahan: Perubahan): readonly Effect[] {
  if (perubahan.jenis === "hadir-kembali") {
    return [{ kind: "batal-timer", awalan: `halangan:${perubahan.halanganId}:` }];
  }
  if (perubahan.jenis !== "halangan") return [];
  const { id, mulai, sampai } = perubahan.halangan;
  const { mulaiMs, usaiMs } = rentangHalangan(perubahan.halangan, kantor.zonaWaktu);
  // Of a single day the first message tells what there is.
  const hari = isHariKerja(calendar, sampai) ? sampai : addHariKerja(calendar, sampai, -1);
  const akhir = hari > mulai ? { akhir: fromLocal(hari, 0, kantor.zonaWaktu) } : {};
  return Object.entries({ mulai: mulaiMs, ...akhir, usai: usaiMs })
    .filter(([, atMs]) => atMs > nowMs)
    .map(([saat, atMs]) => ({
      kind: "timer",
      kunci: `halangan:${id}:${saat}`,
      atMs: nextOpening(calendar, atMs),
      isi: { jenis: "halangan", halanganId: id },
    }));
}

/** What the log keeps of a change. */
function catatan(tatanan: Tatanan, perubahan: Perubahan, oleh: Pencatat): Effect {
  const { jenis, data } = isiCatatan(tatanan, perubahan);
  return { kind: "catat", jenis, berkasId: null, oleh, data };
}

/** A change as the log tells of it; `tatanan` is the office before. */
export const isiCatatan = <J extends Perubahan["jenis"]>(
  tatanan: Tatanan,
  perubahan: Satu<J> & { readonly jenis: J },
): IsiCatatan => catatanByJenis[perubahan.jenis](perubahan, tatanan);

interface IsiCatatan {
  readonly jenis: string;
  readonly data: CatatanData;
}

type Satu<J extends Perubahan["jenis"]> = Extract<Perubahan, { readonly jenis: J }>;

const catatanByJenis: {
  readonly [J in Perubahan["jenis"]]: (one: Satu<J>, tatanan: Tatanan) => IsiCatatan;
} = {
  masuk: ({ pegawai: { id, jabatan, peran } }) => ({
    jenis: "pegawai-masuk",
    data: { untuk: id, jabatan, peran },
  }),
  ubah: ({ pegawaiId, jabatan = null, peran = null, atasan }, { kantor }) => {
    const before = kantor.pegawaiList.find(({ id }) => id === pegawaiId);
    const lama = { jabatanLama: before?.jabatan ?? null, peranLama: before?.peran ?? null };
    if (atasan !== undefined) {
      const sebelum = before?.atasan ?? null;
      return { jenis: "atasan-diubah", data: { untuk: pegawaiId, dari: sebelum, ke: atasan } };
    }
    return { jenis: "pegawai-diubah", data: { untuk: pegawaiId, jabatan, peran, ...lama } };
  },
  "alih-indikator": ({ pegawaiId, penerus }) => ({
    jenis: "indikator-dialihkan",
    data: { untuk: pegawaiId, ke: penerus },
  }),
  keluar: ({ pegawaiId, penerus }) => ({
    jenis: "pegawai-keluar",
    data: { untuk: pegawaiId, ke: penerus },
  }),
  anonim: ({ pegawaiId }) => ({ jenis: "pegawai-anonim", data: { untuk: pegawaiId } }),
  halangan: ({ halangan: { jabatan, mulai, sampai, alasan, wakil } }) => {
    const pada = { untuk: jabatan.pegawaiId, mulai, sampai, alasan };
    if (wakil === null) return { jenis: "berhalangan", data: pada };
    const { jenis, pegawaiId: ke, surat } = wakil;
    return { jenis: "penugasan", data: { ...pada, wakil: jenis, ke, surat } };
  },
  "hadir-kembali": ({ halanganId }, { kantor }) => {
    const one = kantor.halanganList?.find(({ id }) => id === halanganId);
    return { jenis: "hadir-kembali", data: { untuk: one?.jabatan.pegawaiId ?? null } };
  },
  libur: ({ tanggal, nama, dasar }) => ({ jenis: "libur", data: { tanggal, nama, dasar } }),
  "libur-batal": ({ tanggal, dasar }, { calendar }) => ({
    jenis: "libur-batal",
    data: { tanggal, nama: calendar.libur[tanggal] ?? null, dasar },
  }),
  kalender: ({ kalender: { tahun, dasar, libur } }) => ({
    jenis: "kalender",
    data: { tahun, dasar, jumlah: libur.length },
  }),
  target: (one, { kantor }) => {
    const { tahun, kode, mulaiTriwulan, dasar, tanggal } = one;
    const indikator = indikatorDari(kantor, tahun, kode);
    const lama = indikator === undefined ? null : targetSejak(indikator, mulaiTriwulan);
    const mulai = periodeOf(tahun, "triwulan", mulaiTriwulan);
    const targets = { lama: lama && targetWords(lama), baru: targetWords(one) };
    return { jenis: "target", data: { kode, periode: mulai, ...targets, dasar, tanggal } };
  },
  "tahun-baru": ({ tahun, indikatorList }, { kantor }) => ({
    jenis: "tahun-baru",
    data: { tahun, jumlah: indikatorList.length, dari: tahunAsal(kantor, tahun) },
  }),
  "tahun-batal": ({ tahun }) => ({ jenis: "tahun-batal", data: { tahun } }),
  anggaran: ({ tahun, programList }) => {
    const { pagu, realisasi } = serapanOf(programList) ?? { pagu: 0, realisasi: 0 };
    const sums = { pagu: formatAngka(pagu), realisasi: formatAngka(realisasi) };
    return { jenis: "anggaran", data: { tahun, jumlah: programList.length, ...sums } };
  },
};

/** Each triwulan in its order, then the year: "87", "90", "setahun 90". */
const targetWords = ({ targetTahunan, targetTriwulan }: TargetSejak): readonly string[] => [
  ...targetTriwulan.map(targetKata),
  `setahun ${targetKata(targetTahunan)}`,
];
