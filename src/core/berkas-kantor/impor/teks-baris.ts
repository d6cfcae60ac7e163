import { lipat } from "../buku/lipat.ts";

/** The number in front of a text, and what it numbers. */
export interface Bernomor {
  /** "1", "1.2"; "" for none. */
  readonly nomor: string;
  readonly isi: string;
}

const NOMOR =
  /^\(?(\d{1,2}(?:\.\d{1,2})*|[a-z])[.)]+\s*(?=\D)|^(\d{1,2}(?:\.\d{1,2})+)\s+|^(\d{1,2})\s+(?=\p{Lu})/u;
const SEBUTAN =
  /^(?:indikator|iku|sasaran(?: strategis)?|ss|tujuan)\s*[-.]?\s*(\d{1,2}(?:\.\d{1,2})*)?\s*[:.)-]\s*/i;

/** Parts a text from the number or the word in front of it: "1.2 Indeks", "a. Indeks", "IKU : Indeks". */
export function tanpaNomor(teks: string): Bernomor {
  const flat = teks.replaceAll(/\s+/g, " ").trim();
  const said = SEBUTAN.exec(flat);
  const rest = said === null ? flat : flat.slice(said[0].length);
  const found = NOMOR.exec(rest);
  const nomor = found?.[1] ?? found?.[2] ?? found?.[3] ?? said?.[1] ?? "";
  return {
    nomor: /\d/.test(nomor) ? nomor : "",
    isi: found === null ? rest : rest.slice(found[0].length).trim(),
  };
}

/** Whether a row sums up the ones above it. */
export const isJumlah = (teks: string): boolean =>
  /^(jumlah|total|grand total|jumlah total|rata rata|rata rata capaian|jumlah anggaran|total anggaran)$/.test(
    lipat(teks),
  );

/** Whether a row is where a document is signed. */
export const isTandaTangan = (teks: string): boolean =>
  /^(mengetahui|nip\b|pihak (pertama|kedua|kesatu)|ditetapkan di|disetujui|keterangan\s*:|catatan\s*:)/i.test(
    teks.trim(),
  ) || TANGGAL_SURAT.test(teks.trim());

const BULAN =
  "januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|desember";
/** "Paringin, 2 Januari 2026", and with the day still open. */
const TANGGAL_SURAT = new RegExp(`^[\\p{L} .]+,[\\s\\d.…_]*(${BULAN})\\s+20\\d\\d$`, "iu");

/** Whether a heading between the rows is of a level below the goals of an office. */
export const isProgram = (teks: string): boolean =>
  /^(program|kegiatan|sub ?kegiatan|urusan)\b/.test(lipat(tanpaNomor(teks).isi));
