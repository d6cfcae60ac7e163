import { decide } from "../engine/decide.ts";
import { type Refusal, refuse } from "../engine/decision.ts";
import type { CatatanData } from "../engine/effect.ts";
import { rentangHalangan } from "../kantor/halangan.ts";
import { kantorPada, tercatatOf } from "../kantor/pada.ts";
import type { Perubahan, PerubahanTercatat } from "../kantor/perubahan.ts";
import type { Kantor, KantorTercatat, Pencatat } from "../kantor/schema.ts";
import { ubahKantor } from "../kantor/ubah-kantor.ts";
import type { Effect } from "../pesan/effect.ts";
import { sayDecision } from "../pesan/say.ts";
import { nextOpening } from "../waktu/calendar.ts";
import { applyTo } from "./apply.ts";
import type { BerkasTerbuka, World } from "./world.ts";

/** What changes of an office come to: every running berkas follows, or nothing is changed. */
export interface Akibat {
  readonly kind: "berubah";
  readonly world: World;
  readonly berkasList: readonly BerkasTerbuka[];
  readonly effects: readonly Effect[];
}

/** Changes who works in an office or stands in for whom, all of it or nothing. */
export function decidePerubahan(
  world: World,
  perubahanList: readonly Perubahan[],
  oleh: Pencatat,
): Akibat | Refusal {
  let kantor: KantorTercatat = tercatatOf(world.kantor);
  for (const perubahan of perubahanList) {
    const next = ubahKantor(kantor, perubahan, world.nowMs);
    if (typeof next === "string") return refuse(next);
    kantor = next;
  }
  const added = perubahanList.map(
    (perubahan): PerubahanTercatat => ({ atMs: world.nowMs, oleh, perubahan }),
  );
  const tercatat = { ...kantor, perubahanList: [...(kantor.perubahanList ?? []), ...added] };
  const effects: readonly Effect[] = [
    { kind: "kantor", kantor: tercatat, perubahanList },
    ...perubahanList.flatMap((one) => [
      catatan(tercatatOf(world.kantor), one, oleh),
      ...timersOf(world, one),
    ]),
  ];
  return followed({ ...world, kantor: kantorPada(tercatat, world.nowMs) }, effects, {
    oleh,
    sebelum: world.kantor,
  });
}

/** An absence has begun or ended: whoever holds its desks now is asked. */
export const decideHalangan = (world: World, sejakMs: number): Akibat | Refusal =>
  followed(world, [], { oleh: "sistem", sebelum: kantorPada(world.kantor, sejakMs - 1) });

function followed(
  world: World,
  effects: readonly Effect[],
  ganti: { readonly oleh: Pencatat; readonly sebelum: Kantor },
): Akibat | Refusal {
  let next = applyTo(world, [], effects);
  const berkasList: BerkasTerbuka[] = [];
  const all: Effect[] = [...effects];
  for (const { sop, state } of world.berkasById.values()) {
    if (state.status !== "berjalan") continue;
    const decision = decide(sop, state, { kind: "kantor", ...ganti }, next);
    const said = sayDecision(sop, next, decision);
    if (said.kind === "refused") return said;
    if (said.effects.length === 0 && JSON.stringify(said.state) === JSON.stringify(state)) continue;
    const berkas = { sop, state: said.state };
    next = applyTo(next, [berkas], said.effects);
    berkasList.push(berkas);
    all.push(...said.effects);
  }
  return { kind: "berubah", world: next, berkasList, effects: all };
}

/** When whoever stands in, and whoever is back, is told: as the office opens. */
function timersOf({ kantor, calendar, nowMs }: World, perubahan: Perubahan): readonly Effect[] {
  if (perubahan.jenis === "hadir-kembali") {
    return [{ kind: "batal-timer", awalan: `halangan:${perubahan.halanganId}:` }];
  }
  if (perubahan.jenis !== "halangan") return [];
  const { id } = perubahan.halangan;
  const { mulaiMs, usaiMs } = rentangHalangan(perubahan.halangan, kantor.zonaWaktu);
  return Object.entries({ mulai: mulaiMs, usai: usaiMs })
    .filter(([, atMs]) => atMs > nowMs)
    .map(([saat, atMs]) => ({
      kind: "timer",
      kunci: `halangan:${id}:${saat}`,
      atMs: nextOpening(calendar, atMs),
      isi: { jenis: "halangan", halanganId: id },
    }));
}

/** What the log keeps of a change. */
function catatan(kantor: KantorTercatat, perubahan: Perubahan, oleh: Pencatat): Effect {
  const { jenis, data } = isiCatatan(kantor, perubahan);
  return { kind: "catat", jenis, berkasId: null, oleh, data };
}

/** A change as the log tells of it; `kantor` is the office before. */
export const isiCatatan = <J extends Perubahan["jenis"]>(
  kantor: KantorTercatat,
  perubahan: Satu<J> & { readonly jenis: J },
): IsiCatatan => catatanByJenis[perubahan.jenis](perubahan, kantor);

interface IsiCatatan {
  readonly jenis: string;
  readonly data: CatatanData;
}

type Satu<J extends Perubahan["jenis"]> = Extract<Perubahan, { readonly jenis: J }>;

const catatanByJenis: {
  readonly [J in Perubahan["jenis"]]: (one: Satu<J>, kantor: KantorTercatat) => IsiCatatan;
} = {
  masuk: ({ pegawai: { id, jabatan, peran } }) => ({
    jenis: "pegawai-masuk",
    data: { untuk: id, jabatan, peran },
  }),
  ubah: ({ pegawaiId, jabatan = null, peran = null }, { pegawaiList }) => {
    const before = pegawaiList.find(({ id }) => id === pegawaiId);
    const lama = { jabatanLama: before?.jabatan ?? null, peranLama: before?.peran ?? null };
    return { jenis: "pegawai-diubah", data: { untuk: pegawaiId, jabatan, peran, ...lama } };
  },
  keluar: ({ pegawaiId, penerus }) => ({
    jenis: "pegawai-keluar",
    data: { untuk: pegawaiId, ke: penerus },
  }),
  halangan: ({ halangan: { jabatan, mulai, sampai, alasan, wakil } }) => {
    const pada = { untuk: jabatan.pegawaiId, mulai, sampai, alasan };
    if (wakil === null) return { jenis: "berhalangan", data: pada };
    const { jenis, pegawaiId: ke, surat } = wakil;
    return { jenis: "penugasan", data: { ...pada, wakil: jenis, ke, surat } };
  },
  "hadir-kembali": ({ halanganId }, { halanganList = [] }) => {
    const one = halanganList.find(({ id }) => id === halanganId);
    return { jenis: "hadir-kembali", data: { untuk: one?.jabatan.pegawaiId ?? null } };
  },
};
