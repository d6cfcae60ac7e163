import { Peran } from "../../../../kantor/peran.ts";
import { kata, tolak } from "../../declare.ts";
import type { Bacaan } from "../../field.ts";

/** Every role, as it is typed. */
export const PERAN = Peran.options.join(", ");

/** Reads roles, typed with commas or blanks between them. */
export function readPeran(teks: string): Bacaan {
  const wordList = teks
    .toLowerCase()
    .split(/[\s,;]+/)
    .filter((word) => word !== "" && word !== "dan");
  const wrong = wordList.find((word) => !Peran.safeParse(word).success);
  return wrong === undefined && wordList.length > 0
    ? kata([...new Set(wordList)].join(" "))
    : tolak("peran-tidak-terbaca", { cari: wrong ?? teks, peran: PERAN });
}

/** The roles an answer holds. */
export const peranDari = (jawaban: string | undefined): Peran[] =>
  (jawaban ?? "").split(" ").flatMap((word) => Peran.safeParse(word).data ?? []);

/** The Inspektorat is no part of the office. */
export const isLuar = (peran: readonly Peran[]): boolean =>
  peran.every((one) => one === "inspektorat");
