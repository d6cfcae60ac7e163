import { z } from "zod";

/** Identity of a person inside one office; the office file names it. */
export const PegawaiId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,62}$/, "huruf kecil, angka, dan tanda hubung")
  .brand<"PegawaiId">();
export type PegawaiId = z.infer<typeof PegawaiId>;

/**
 * The offices a person may hold; the columns of the five sheets, the administrator, and whoever watches
 * over the offices of a kabupaten (Bagian Organisasi, Inspektorat).
 */
export const Peran = z.enum([
  "camat",
  "sekcam",
  "kasi",
  "kasubbag",
  "staf",
  "inspektorat",
  "admin",
  "kadis",
  "sekdis",
  "jfp",
  "tim",
  "kabupaten",
]);
export type Peran = z.infer<typeof Peran>;

/** The head of an office. */
export const peranKepala: readonly Peran[] = ["camat", "kadis"];

/** Whether this is a role of a post, which goes to whoever stands in; the others are a person's own. */
export const isPeranJabatan = (peran: Peran): boolean => peran !== "admin" && peran !== "tim";
