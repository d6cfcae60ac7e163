import type { Peran } from "../kantor/schema.ts";
import type { Sop } from "./schema.ts";

/** The title of an executor column: as the sheet calls it, else the usual name. */
export const judulKolom = ({ sebutan }: Sop, peran: Peran): string =>
  sebutan[peran] ?? kolomText[peran];

/** The usual names of the executor columns, short as their headings are. */
export const kolomText: Readonly<Record<Peran, string>> = {
  camat: "Camat",
  sekcam: "Sekcam",
  kasi: "Kasi",
  kasubbag: "Kasubbag",
  staf: "Staf",
  inspektorat: "Inspektorat",
  admin: "Admin",
  kadis: "Kadis",
  sekdis: "Sekdis",
  jfp: "JFP",
  tim: "Tim",
  kabupaten: "Kabupaten",
};
