import type { Operator, Pencatat } from "./schema.ts";

const AWALAN = "operator:";

/** The operator who loaded this office file, as the log names them. */
export const operatorOf = (berkas: string): Operator => `${AWALAN}${berkas}`;

/** "Berkas kantor peraga.yaml, operator"; null for everybody else. */
export const operatorText = (oleh: Pencatat): string | null =>
  oleh.startsWith(AWALAN) ? `Berkas kantor ${oleh.slice(AWALAN.length)}, operator` : null;
