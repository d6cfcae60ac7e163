import type { KolomFormat } from "../core/kinerja/format/index.ts";

/** Stands hidden in the row of the titles: the rows below it are the table. */
export const KEPALA = "sopir-kepala";

/** The hidden key of a column, by which it is found again. */
export const awalanKolom = (kolom: KolomFormat): string => `sopir-kolom ${kolom}`;
