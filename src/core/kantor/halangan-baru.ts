import type { Halangan, JenisWakil } from "./halangan.ts";
import { peranSendiri } from "./pegawai.ts";
import { isPeranJabatan } from "./peran.ts";
import type { Pegawai } from "./schema.ts";

/** Why somebody may be away, and in what capacity one stands in for each. */
export const alasanHalangan = [
  { id: "cuti", alasan: "cuti", jenis: "plh" },
  { id: "dinas", alasan: "dinas luar", jenis: "plh" },
  { id: "sakit", alasan: "sakit", jenis: "plh" },
  { id: "lowong", alasan: "jabatan kosong", jenis: "plt" },
] as const;

/** In what capacity one stands in for such an absence. */
export const jenisWakilOf = ({ alasan }: Pick<Halangan, "alasan">): JenisWakil =>
  alasanHalangan.find((one) => one.alasan === alasan)?.jenis ?? "plh";

/** The post of somebody, with the roles of their own. */
export const jabatanTetap = (pegawai: Pegawai): Halangan["jabatan"] => ({
  pegawaiId: pegawai.id,
  nama: pegawai.nama,
  jabatan: pegawai.jabatan,
  peran: [...peranSendiri(pegawai)],
});

/** Whether somebody holds a post of the office; the Inspektorat is no part of it. */
export const isBerjabatan = (pegawai: Pegawai): boolean =>
  peranSendiri(pegawai).some((one) => isPeranJabatan(one) && one !== "inspektorat");
