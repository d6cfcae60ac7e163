import { wakilText } from "../../generated/teks.ts";
import { can } from "../authorize.ts";
import { berlakuPada, type Halangan } from "../kantor/halangan.ts";
import type { Perubahan } from "../kantor/perubahan.ts";
import type { PegawaiId, Pencatat } from "../kantor/schema.ts";
import type { Effect } from "../pesan/effect.ts";
import { toldAs } from "../pesan/say.ts";
import { fill, type Ucapan } from "../pesan/teks.ts";
import { toLocal } from "../waktu/instant.ts";
import { addDays } from "../waktu/tanggal.ts";
import {
  diputuskanWakil,
  pemegangKembali,
  sesudahHalangan,
  terbukaBagiWakil,
} from "./masa-wakil.ts";
import { dataHalangan, halanganTerbuka, sebutanWakil } from "./wakil.ts";
import type { World } from "./world.ts";

/**
 * Who is to learn of an absence as things stand: whoever stands in for it, that it begins or will, or
 * that it is over; whoever is back, what was decided in their place; where nobody stands in, whoever may
 * name somebody. `tahu` knows already.
 */
export function kabarHalangan(
  world: World,
  halangan: Halangan,
  tahu?: Pencatat,
): readonly Effect[] {
  const { kantor, nowMs } = world;
  const { wakil, jabatan } = halangan;
  const usai = halangan.sampai < toLocal(nowMs, kantor.zonaWaktu).tanggal;
  const data = dataHalangan(halangan);
  if (wakil === null) {
    if (usai) return [];
    const teks = fill(wakilText.tanpaWakil, data);
    const pilihan = [[{ id: `/plh ${halangan.id}`, judul: wakilText.tunjuk }]];
    return kantor.pegawaiList
      .filter((one) => can(one, "tunjuk-wakil"))
      .filter(({ id }) => id !== tahu && id !== jabatan.pegawaiId)
      .flatMap(({ id }) => tell(world, id, { teks, pilihan }));
  }
  const sebutan = sebutanWakil(halangan);
  if (usai) {
    const teks = fill(wakilText.usaiWakil, {
      ...data,
      sebutan,
      ...sesudahHalangan(kantor, halangan),
    });
    const diputuskan = diputuskanWakil(world, halangan);
    const kembali = pemegangKembali(kantor, halangan)?.id;
    return [
      ...(wakil.pegawaiId === tahu ? [] : tell(world, wakil.pegawaiId, { teks })),
      ...(kembali === undefined || diputuskan === null ? [] : tell(world, kembali, diputuskan)),
    ];
  }
  const text = berlakuPada(halangan, nowMs, kantor.zonaWaktu)
    ? wakilText.mulaiWakil
    : wakilText.nantiWakil;
  const teks = fill(text, { ...data, sebutan, surat: wakil.surat });
  return tell(world, wakil.pegawaiId, { teks });
}

/**
 * What a change tells of who stands in: whoever is named learns it at once, others when it begins;
 * of what was taken back before it began there is nothing to tell. `world` is the office before.
 */
export function kabarWakil(world: World, perubahan: Perubahan, oleh: Pencatat): readonly Effect[] {
  if (perubahan.jenis === "halangan") {
    const { halangan } = perubahan;
    return halangan.wakil === null ? [] : kabarHalangan(world, halangan, oleh);
  }
  if (perubahan.jenis !== "hadir-kembali") return [];
  const { tanggal } = toLocal(world.nowMs, world.kantor.zonaWaktu);
  const one = halanganTerbuka(world).find(({ id }) => id === perubahan.halanganId);
  return one === undefined || one.mulai > tanggal
    ? []
    : kabarHalangan(world, { ...one, sampai: addDays(tanggal, -1) }, oleh);
}

/** What is left open of the post, to whoever stands in for it today for the last time. */
export function kabarHariAkhir(world: World, halangan: Halangan): readonly Effect[] {
  const ucapan = terbukaBagiWakil(world, halangan);
  return halangan.wakil === null || ucapan === null
    ? []
    : tell(world, halangan.wakil.pegawaiId, ucapan);
}

const tell = (world: World, kepada: PegawaiId, ucapan: Ucapan): readonly Effect[] =>
  world.terhubung.has(kepada) ? [toldAs(world, { kepada, prioritas: "tugas" }, ucapan)] : [];
