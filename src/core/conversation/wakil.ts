import { wakilText } from "../../generated/teks.ts";
import type { Halangan } from "../kantor/halangan.ts";
import { singkatanWakil } from "../kantor/pejabat.ts";
import type { Kantor, PegawaiId } from "../kantor/schema.ts";
import { fill, lines, type Teks } from "../pesan/teks.ts";
import { sebutTanggal } from "../pesan/waktu.ts";
import { toLocal } from "../waktu/instant.ts";
import type { World } from "./world.ts";

/** Absences that are going on or still to come, the earliest first. */
export function halanganTerbuka({ kantor, nowMs }: Office): readonly Halangan[] {
  const { tanggal } = toLocal(nowMs, kantor.zonaWaktu);
  return (kantor.halanganList ?? [])
    .filter(({ sampai }) => sampai >= tanggal)
    .toSorted((a, b) => (a.mulai < b.mulai ? -1 : a.mulai > b.mulai ? 1 : 0));
}

type Office = Pick<World, "kantor" | "nowMs">;

/** "cuti, 6 Januari 2027 s.d. 8 Januari 2027" as the texts about it take it. */
export const dataHalangan = ({ jabatan, alasan, mulai, sampai }: Halangan): Data => ({
  jabatan: jabatan.jabatan,
  nama: jabatan.nama,
  alasan,
  mulai: sebutTanggal(mulai),
  sampai: sebutTanggal(sampai),
});

type Data = Readonly<Record<"jabatan" | "nama" | "alasan", string>> &
  Readonly<Record<"mulai" | "sampai", Teks>>;

/** "Plh." or "Plt."; of an absence nobody stands in for what it would be. */
export const sebutanWakil = ({ wakil }: Halangan): string => singkatanWakil[wakil?.jenis ?? "plh"];

/** The name of somebody of the office. */
export const namaDi = ({ pegawaiList }: Kantor, pegawaiId: PegawaiId): string =>
  pegawaiList.find(({ id }) => id === pegawaiId)?.nama ?? "";

/** One line for each absence, numbered. */
export const halanganLines = (kantor: Kantor, list: readonly Halangan[]): Teks =>
  lines(
    ...list.map((one, index) =>
      fill(wakilText.baris, {
        ...dataHalangan(one),
        nomor: index + 1,
        wakil: wakilOf(kantor, one),
      }),
    ),
  );

function wakilOf(kantor: Kantor, one: Halangan): Teks {
  const { wakil } = one;
  if (wakil === null) return wakilText.barisTanpa;
  const nama = namaDi(kantor, wakil.pegawaiId);
  return fill(wakilText.barisWakil, { sebutan: sebutanWakil(one), nama, surat: wakil.surat });
}
