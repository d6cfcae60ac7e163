import { targetText } from "../../generated/teks.ts";
import { type Refusal, refuse } from "../engine/decision.ts";
import { mejaOf } from "../kantor/pegawai.ts";
import type { Perubahan } from "../kantor/perubahan.ts";
import type { Kantor, Pencatat } from "../kantor/schema.ts";
import { formatAngka } from "../kinerja/angka/tulis.ts";
import type { DasarTarget, Indikator, TargetSejak } from "../kinerja/indikator.ts";
import { isBagian, labelPeriode, Periode, periodeOf } from "../kinerja/periode.ts";
import { labelTriwulan, targetSejak } from "../kinerja/target.ts";
import type { Effect } from "../pesan/effect.ts";
import { sebutTriwulan } from "../pesan/periode.ts";
import { toldAs } from "../pesan/say.ts";
import { fill, joined, lines, type Teks } from "../pesan/teks.ts";
import { sebutTanggal } from "../pesan/waktu.ts";
import { tahunOf } from "../waktu/instant.ts";
import type { World } from "./world.ts";

/** Other targets for one indikator. */
export type UbahTarget = Extract<Perubahan, { readonly jenis: "target" }>;

type Office = Pick<World, "kantor" | "berkasById" | "periodeSelesai">;

/** The year whose targets are changed unless another one is named: this one, else the last there is. */
export function tahunTarget({ kantor, nowMs }: Pick<World, "kantor" | "nowMs">): number {
  const now = tahunOf(nowMs, kantor.zonaWaktu);
  const tahunList = kantor.indikatorList.map(({ tahun }) => tahun);
  const past = tahunList.filter((tahun) => tahun <= now);
  return past.length > 0 ? Math.max(...past) : Math.min(now, ...tahunList);
}

/** The indikator of a year, by its kode however it is written. */
export const indikatorDari = (
  { indikatorList }: Kantor,
  tahun: number,
  kode: string,
): Indikator | undefined =>
  indikatorList.find(
    (one) => one.tahun === tahun && one.kode.toLowerCase() === kode.trim().toLowerCase(),
  );

/** The decrees by which targets of a year were changed, each once. */
export function dasarDari(
  { indikatorList }: Kantor,
  tahun: number,
): readonly Pick<DasarTarget, "dasar" | "tanggal">[] {
  const all = indikatorList
    .filter((one) => one.tahun === tahun)
    .flatMap(({ perubahanTarget = [] }) => perubahanTarget);
  return [...new Map(all.map((one) => [`${one.dasar}\n${one.tanggal}`, one])).values()];
}

/** The triwulan from which on targets of a year may change: no berkas from there on was opened. */
export const triwulanTerbuka = (office: Office, tahun: number): readonly number[] =>
  TRIWULAN.filter((nomor) => nomor > terakhirDibuka(office, tahun));

/**
 * Why targets cannot change from this triwulan on: it or one after it has a berkas, which keeps the
 * targets it began with. So what a berkas was measured by and what its year is told by never differ.
 */
export function halanganTarget(office: Office, tahun: number, mulai: number): Refusal | null {
  const opened = terakhirDibuka(office, tahun);
  if (opened < mulai) return null;
  const periode = labelPeriode(periodeOf(tahun, "triwulan", opened), office.kantor.istilahTriwulan);
  const [first] = triwulanTerbuka(office, tahun);
  if (first === undefined)
    return refuse("target-tahun-tertutup", { periode, tahun: String(tahun) });
  const berikut = labelTriwulan(first, office.kantor.istilahTriwulan);
  return dibuka(office, tahun, opened) === "berjalan"
    ? refuse("target-berjalan", { periode, berikut })
    : refuse("target-selesai", { periode, berikut });
}

const TRIWULAN = [1, 2, 3, 4];

/** The last triwulan of a year with a berkas; 0 before any was opened. */
const terakhirDibuka = (office: Office, tahun: number): number =>
  TRIWULAN.findLast((nomor) => dibuka(office, tahun, nomor) !== null) ?? 0;

/** Whether a berkas of this year was opened: it keeps the indikator it began with. */
export const isTahunTerpakai = (office: Office, tahun: number): boolean =>
  terakhirDibuka(office, tahun) > 0;

/** How far the berkas is that holds the target of a triwulan: its own, or one of a longer period. */
function dibuka(
  { berkasById, periodeSelesai }: Office,
  tahun: number,
  nomor: number,
): "berjalan" | "selesai" | null {
  const triwulan = periodeOf(tahun, "triwulan", nomor);
  const holds = (periode: Periode): boolean => periode === triwulan || isBagian(triwulan, periode);
  const running = [...berkasById.values()].some(
    ({ state }) => state.status === "berjalan" && holds(state.periode),
  );
  if (running) return "berjalan";
  const closed = [...periodeSelesai].some((one) => {
    const periode = Periode.safeParse(one.slice(one.lastIndexOf("/") + 1)).data;
    return periode !== undefined && holds(periode);
  });
  return closed ? "selesai" : null;
}

/** "TW III: 84 → 87", one line for each target that changes. */
export function bedaTarget(indikator: Indikator, baru: UbahTarget): Teks {
  const semula = targetSejak(indikator, baru.mulaiTriwulan);
  const rows = semula.targetTriwulan.map((lama, at) => ({
    apa: sebutTriwulan(baru.mulaiTriwulan + at),
    lama,
    baru: baru.targetTriwulan[at] ?? null,
  }));
  const setahun = {
    apa: targetText.setahun,
    lama: semula.targetTahunan,
    baru: baru.targetTahunan,
  };
  return lines(
    ...[...rows, setahun]
      .filter((row) => row.lama !== row.baru)
      .map((row) =>
        fill(targetText.beda, {
          apa: row.apa,
          lama: angkaTarget(row.lama),
          baru: angkaTarget(row.baru),
          satuan: indikator.satuan,
        }),
      ),
  );
}

/** A target, or the word for there being none. */
export const angkaTarget = (nilai: number | null): Teks =>
  nilai === null ? targetText.tanpa : formatAngka(nilai, 6);

/** "TW I 80, TW II 82, TW III 84, TW IV 85; setahun 85". */
export const targetLine = ({ targetTahunan, targetTriwulan }: TargetSejak): Teks =>
  fill(targetText.semua, {
    triwulan: joined(
      targetTriwulan.map((nilai, at) => [sebutTriwulan(at + 1), " ", angkaTarget(nilai)]),
    ),
    setahun: angkaTarget(targetTahunan),
  });

/** Running berkas of the year, which keep the targets they began with. */
export function tetapText({ kantor, berkasById }: Office, { tahun, kode }: UbahTarget): Teks {
  const kept = [...berkasById.values()]
    .filter(
      ({ state }) =>
        state.status === "berjalan" &&
        state.indikatorList.some((one) => one.tahun === tahun && one.kode === kode),
    )
    .map(({ state }) => labelPeriode(state.periode, kantor.istilahTriwulan));
  return kept.length === 0
    ? []
    : fill(targetText.tetap, { periode: [...new Set(kept)].join(", ") });
}

/** Whoever answers for a figure, or stands in for them. */
export const pemilikTarget = (
  { kantor, terhubung }: Pick<World, "kantor" | "terhubung">,
  { penanggungJawab }: Indikator,
): Kantor["pegawaiList"] =>
  kantor.pegawaiList.filter(
    (pegawai) => mejaOf(pegawai).includes(penanggungJawab) && terhubung.has(pegawai.id),
  );

/** Tells whoever owns a figure, once, but for whoever changed it. `world` is the office before. */
export function kabarTarget(world: World, perubahan: Perubahan, oleh: Pencatat): readonly Effect[] {
  if (perubahan.jenis !== "target") return [];
  const { tahun, kode, mulaiTriwulan, dasar, tanggal } = perubahan;
  const indikator = indikatorDari(world.kantor, tahun, kode);
  if (indikator === undefined) return [];
  const teks = fill(targetText.kabar, {
    kode,
    nama: indikator.nama,
    mulai: labelPeriode(periodeOf(tahun, "triwulan", mulaiTriwulan), world.kantor.istilahTriwulan),
    beda: bedaTarget(indikator, perubahan),
    dasar,
    tanggal: sebutTanggal(tanggal),
  });
  const tetap = tetapText(world, perubahan);
  return pemilikTarget(world, indikator)
    .filter(({ id }) => id !== oleh)
    .map(({ id }) =>
      toldAs(world, { kepada: id, prioritas: "tugas" }, { teks: lines(teks, tetap) }),
    );
}
