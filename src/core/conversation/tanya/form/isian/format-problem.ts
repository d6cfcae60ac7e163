import { formatText, umumText } from "../../../../../generated/teks.ts";
import type { BarisTerbaca, TeksSel } from "../../../../kinerja/format/terbaca.ts";
import type { Indikator } from "../../../../kinerja/indikator.ts";
import { fill, joined, type Teks } from "../../../../pesan/teks.ts";
import { sebutTanggal } from "../../../../pesan/waktu.ts";
import { looksLikePassphrase } from "../../../incoming/passphrase.ts";
import { KALIMAT_PALING_PANJANG, readSentence } from "../../../incoming/sentence.ts";
import { pendek } from "./look.ts";

type Masalah = Extract<BarisTerbaca, { readonly kind: "masalah" }>;

/** Says what is wrong with a row or a cell, and what becomes of it. */
export function problemText({ indikator, masalah }: Masalah): Teks {
  const nama = indikator?.nama ?? "";
  switch (masalah.sebab) {
    case "kode-asing":
      return fill(formatText.kodeAsing, { ...masalah, kode: pendek(masalah.kode) });
    case "tanpa-kode":
      return fill(formatText.tanpaKode, { ...masalah });
    case "kode-ganda":
      return fill(formatText.kodeGanda, {
        daftar: joined(masalah.barisList.map(String), umumText.dan),
        nama,
      });
    case "pembilang-kosong":
      return fill(formatText.pembilangKosong, { ...masalah, nama });
    case "penyebut-kosong":
      return fill(formatText.penyebutKosong, { ...masalah, nama });
    case "tanggal":
      return dateText(masalah, askedFor(indikator));
    case "rumus":
    case "logika":
    case "galat":
      return fill(formatText[masalah.sebab], { alamat: masalah.alamat, apa: askedFor(indikator) });
  }
}

const dateText = (
  { alamat, tanggal }: Extract<Masalah["masalah"], { readonly sebab: "tanggal" }>,
  apa: Teks,
): Teks =>
  tanggal === null
    ? fill(formatText.jam, { alamat, apa })
    : fill(formatText.tanggal, { alamat, tanggal: sebutTanggal(tanggal), apa });

/** A cell that belongs to no indikator is the note beside a figure. */
const askedFor = (indikator: Indikator | null): Teks =>
  indikator === null ? formatText.keterangannya : formatText.angkanya;

/** A note as a sentence, or why it is none. */
export type Note =
  | { readonly kind: "kalimat"; readonly teks: string }
  | {
      readonly kind: "panjang" | "pendek" | "rahasia";
      readonly alamat: string;
      readonly teks: string;
    };

/** Reads a note like one that was typed; null for a mere dash. */
export function readNote({ alamat, teks }: TeksSel): Note | null {
  if (/^[\s\-–—.]*$/.test(teks)) return null;
  if (looksLikePassphrase(teks)) return { kind: "rahasia", alamat, teks: "" };
  const sentence = readSentence(teks);
  if (sentence.kind === "kalimat") return sentence;
  const kind = sentence.code === "kalimat-terlalu-panjang" ? "panjang" : "pendek";
  return { kind, alamat, teks: pendek(teks) };
}

/** Says why a note was not taken. */
export function noteProblem(note: Exclude<Note, { readonly kind: "kalimat" }>): Teks {
  switch (note.kind) {
    case "panjang":
      return fill(formatText.keteranganPanjang, {
        alamat: note.alamat,
        batas: KALIMAT_PALING_PANJANG,
      });
    case "pendek":
      return fill(formatText.keteranganPendek, { alamat: note.alamat, teks: note.teks });
    case "rahasia":
      return fill(formatText.keteranganRahasia, { alamat: note.alamat });
  }
}
