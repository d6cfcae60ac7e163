import { type JenisNaskah, sebutanNaskah } from "../dokumen/jenis.ts";
import type { TemplatNaskah } from "../dokumen/templat.ts";
import type { Langkah } from "./langkah.ts";
import type { Sop } from "./schema.ts";

/** The paper of this kind as the sheet holds it; undefined where it is made from the whole berkas. */
export const templatOf = ({ naskah }: Sop, jenis: JenisNaskah): TemplatNaskah | undefined =>
  naskah.find(({ id }) => id === jenis);

/** What people call a paper of this kind. */
export const namaNaskah = (sop: Sop, jenis: JenisNaskah): string =>
  templatOf(sop, jenis)?.nama ?? sebutanNaskah(jenis);

/** Every paper a langkah makes, by itself or in a part of its form. */
export const naskahDari = (langkah: Langkah): readonly JenisNaskah[] => [
  ...langkah.naskah,
  ...(langkah.jenis === "formulir" ? langkah.tahap.flatMap(({ naskah }) => naskah) : []),
];
