import { readPairs } from "../tanya/form/isian/bulk.ts";
import type { Masukan } from "../world.ts";
import { isEvidence } from "./file.ts";

/** Two acts that belong together, as one with one answer; null where each wants an answer of its own. */
export function gabung(one: Masukan, next: Masukan): Masukan | null {
  if (one.jenis === "berkas-masuk" && next.jenis === "berkas-masuk") return withFile(one, next);
  return isList(one) && isList(next) ? { ...one, teks: `${one.teks}\n${next.teks}` } : null;
}

type FileMasuk = Extract<Masukan, { jenis: "berkas-masuk" }>;

/** Of an album one file carries the caption; two captions are about two things. */
function withFile(one: FileMasuk, next: FileMasuk): FileMasuk | null {
  const captions = new Set([one.keterangan, next.keterangan].filter((text) => text !== ""));
  if (captions.size > 1 || !isEvidence(one) || !isEvidence(next)) return null;
  const [keterangan = ""] = captions;
  return { ...one, keterangan, bersama: [...(one.bersama ?? []), next.bukti] };
}

/** Figures by their number, which mean the same in one message or in several. */
const isList = (masukan: Masukan): masukan is Extract<Masukan, { jenis: "teks" }> =>
  masukan.jenis === "teks" &&
  masukan.menjawab === undefined &&
  masukan.teks.includes("=") &&
  readPairs(masukan.teks) !== null;
