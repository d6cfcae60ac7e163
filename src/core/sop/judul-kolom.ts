import type { Peran } from "../kantor/schema.ts";
import { kolomText } from "../pesan/panduan.ts";
import type { Sop } from "./schema.ts";

/** The title of an executor column: as the sheet calls it, else the usual name. */
export const judulKolom = ({ sebutan }: Sop, peran: Peran): string =>
  sebutan[peran] ?? kolomText[peran];
