import type { Langkah } from "./langkah.ts";
import type { Sop } from "./schema.ts";

/** Whether a langkah chooses the team of its berkas. */
export const makesTeam = (langkah: Langkah): boolean =>
  langkah.jenis === "formulir" &&
  langkah.tahap.some(({ isian }) =>
    isian.some((one) => one.tipe === "pegawai" && one.sebagai === "tim"),
  );

/** Whether a sheet has a column for the team, or chooses one. */
export const hasTeam = ({ pelaksana, langkah }: Sop): boolean =>
  pelaksana.includes("tim") || langkah.some(makesTeam);
