import { z } from "zod";
import { type Instant, tahunOf } from "../waktu/instant.ts";
import type { Kantor, TataSurat } from "./schema.ts";

/** The registers of letters an office keeps. */
export const RegisterNomor = z.enum(["surat-keluar", "keputusan", "tanda-terima"]);
export type RegisterNomor = z.infer<typeof RegisterNomor>;

/** A number of the register of letters that is taken, by a paper or outside the program. */
export interface NomorTercatat {
  readonly register: RegisterNomor;
  readonly tahun: number;
  readonly urut: number;
}

/** As much of an office as the next number of its registers follows from. */
export interface BukuNomor {
  readonly nowMs: Instant;
  readonly kantor: Kantor;
  /** Every number of this year that is taken, cancelled ones too. */
  readonly nomorList: readonly NomorTercatat[];
}

/** The year by whose register a letter of today is numbered. */
export const tahunRegister = ({ nowMs, kantor }: BukuNomor): number =>
  tahunOf(nowMs, kantor.zonaWaktu);

/** The next number after all that are taken: numbers are never left out and never used twice. */
export function nomorBerikut(buku: BukuNomor, register: RegisterNomor): number {
  const taken = takenIn(buku, register).map(({ urut }) => urut);
  return Math.max(0, ...taken) + 1;
}

/** Whether a number is taken already, a cancelled one too. */
export const isTerpakai = (buku: BukuNomor, register: RegisterNomor, urut: number): boolean =>
  takenIn(buku, register).some((one) => one.urut === urut);

/** A number as it is printed: "800/12/416-315/2026". */
export function formatNomor({ surat }: Kantor, { register, urut, tahun }: NomorTercatat): string {
  if (surat === undefined) return `${awalan[register]}${urut}/${tahun}`;
  const data: Readonly<Record<string, string>> = {
    urut: String(urut),
    tahun: String(tahun),
    klasifikasi: klasifikasiOf(surat, register),
    instansi: surat.instansi,
  };
  return surat.format.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => data[name] ?? whole);
}

/** What tells the registers of an office without a letter code apart. */
const awalan: { readonly [R in RegisterNomor]: string } = {
  "surat-keluar": "",
  keputusan: "SK/",
  "tanda-terima": "TT/",
};

function klasifikasiOf(surat: TataSurat, register: RegisterNomor): string {
  switch (register) {
    case "surat-keluar":
      return surat.klasifikasi;
    case "keputusan":
      return surat.klasifikasiKeputusan ?? surat.klasifikasi;
    case "tanda-terima":
      return surat.klasifikasiTandaTerima ?? surat.klasifikasi;
  }
}

/** What is taken of the numbers a register prints: registers that print alike draw from one row. */
const takenIn = (buku: BukuNomor, register: RegisterNomor): readonly NomorTercatat[] => {
  const tahun = tahunRegister(buku);
  const printed = (of: RegisterNomor): string =>
    formatNomor(buku.kantor, { register: of, urut: 1, tahun });
  const own = printed(register);
  return buku.nomorList.filter((one) => one.tahun === tahun && printed(one.register) === own);
};
