import type { EngineContext, NomorTercatat } from "../engine/decision.ts";
import type { Kantor, TataSurat } from "../kantor/schema.ts";
import { toLocal } from "../waktu/instant.ts";
import { partsOf } from "../waktu/tanggal.ts";
import type { RegisterNomor } from "./schema.ts";

/** The year by whose register a letter of today is numbered. */
export const tahunRegister = ({ nowMs, kantor }: EngineContext): number =>
  partsOf(toLocal(nowMs, kantor.zonaWaktu).tanggal).tahun;

/** The next number after all that are taken: numbers are never left out and never used twice. */
export function nomorBerikut(context: EngineContext, register: RegisterNomor): number {
  const taken = takenIn(context, register).map(({ urut }) => urut);
  return Math.max(0, ...taken) + 1;
}

/** Whether a number is taken already, a cancelled one too. */
export const isTerpakai = (
  context: EngineContext,
  register: RegisterNomor,
  urut: number,
): boolean => takenIn(context, register).some((one) => one.urut === urut);

/** A number of a register. */
export interface NomorUrut {
  readonly register: RegisterNomor;
  readonly urut: number;
  readonly tahun: number;
}

/** A number as it is printed: "800/12/416-315/2026". */
export function formatNomor({ surat }: Kantor, { register, urut, tahun }: NomorUrut): string {
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

const takenIn = (context: EngineContext, register: RegisterNomor): readonly NomorTercatat[] => {
  const tahun = tahunRegister(context);
  return context.nomorList.filter((one) => one.register === register && one.tahun === tahun);
};
