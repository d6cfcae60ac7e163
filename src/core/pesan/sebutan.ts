import type { Turn } from "../engine/turn.ts";
import { PEJABAT_SEBELUMNYA } from "../kantor/pegawai.ts";
import { type Kantor, operatorText, type Pencatat } from "../kantor/schema.ts";
import { sebutPeriode } from "./periode.ts";
import type { Teks } from "./teks.ts";
import { sebutWaktu } from "./waktu.ts";

/** The period of a berkas as its office calls it: "Triwulan IV 2026". */
export const periodeOf = ({ state }: Turn): Teks => sebutPeriode(state.periode);

/** An instant on the office's wall: "Kam 26 Nov, 15.30 WITA". */
export const waktuOf = ({ context }: Turn, atMs: number): Teks =>
  sebutWaktu(atMs, context.kantor.zonaWaktu);

/** The office a person holds; people who left are named without their id, an operator by the file they loaded. */
export const jabatanDi = ({ pegawaiList }: Kantor, oleh: Pencatat): string =>
  operatorText(oleh) ?? pegawaiList.find(({ id }) => id === oleh)?.jabatan ?? PEJABAT_SEBELUMNYA;
