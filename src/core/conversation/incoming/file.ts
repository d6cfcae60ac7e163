import { tugasText } from "../../../generated/teks.ts";
import { indikatorWait } from "../../engine/holders.ts";
import type { PercakapanCode } from "../../pesan/penolakan.ts";
import { sheetsOf } from "../command/isi.ts";
import { decline, say, type Talk } from "../talk.ts";
import { filesAnswer } from "../tanya/declare.ts";
import { file as fileTo } from "../tanya/drive.ts";
import { buktiOf, type FileMasuk } from "../tanya/field.ts";
import { saveAnswer } from "../tanya/form/isian/save.ts";
import { sheetOf } from "../tanya/form/isian/sheet.ts";
import type { Tugas } from "../tugas/tugas.ts";
import { anggaranMasuk } from "./anggaran.ts";
import { bukuMasuk } from "./buku.ts";
import { formFile } from "./form-file.ts";
import { formatMasuk } from "./format.ts";
import type { BerkasDitolak } from "./isi-berkas.ts";
import { liburMasuk } from "./libur.ts";
import { desksOf, naskahMasuk } from "./naskah-masuk.ts";
import { rencanaMasuk } from "./rencana.ts";
import { captionKode, tabelMasuk } from "./tabel.ts";

/**
 * Takes a file: a sheet of figures or a table of them, the next version of a report, evidence of the indikator being
 * filled in or of the one its caption names, the free days of a year, or what a form asks for.
 */
export const berkasMasuk = (talk: Talk, file: FileMasuk): Talk =>
  byContent(talk, file) ?? evidence(talk, file);

/** What its content alone makes of a file; null where that is nothing. */
function byContent(talk: Talk, file: FileMasuk): Talk | null {
  const { isi } = file;
  switch (isi?.jenis) {
    case undefined:
      return null;
    case "format":
      return formatMasuk(talk, isi);
    case "tabel":
      return anggaranMasuk(talk, isi) ?? tabelMasuk(talk, file, isi);
    case "libur":
      return liburMasuk(talk, isi);
    case "buku":
      return bukuMasuk(talk, isi);
    case "rencana":
      return rencanaMasuk(talk, file, isi);
    case "naskah":
      return naskahMasuk(talk, file, isi) ?? rencanaMasuk(talk, file, isi);
    case "ditolak":
      return unread(talk, isi);
  }
}

function unread(talk: Talk, isi: BerkasDitolak): Talk | null {
  const code = neverEvidence(isi);
  return code === null ? null : decline(talk, code);
}

/** Why a file must not be kept as evidence; null where it may be. */
export const neverEvidence = (isi: FileMasuk["isi"]): PercakapanCode | null =>
  isi?.jenis === "ditolak" ? unopened[isi.sebab] : null;

/**
 * What is said of a file that must not be kept as evidence. One that only this program cannot read,
 * or that is no sheet of ours, may still prove a figure.
 */
const unopened: { readonly [S in BerkasDitolak["sebab"]]: PercakapanCode | null } = {
  makro: "berkas-makro",
  program: "berkas-program",
  terkunci: "berkas-terkunci",
  rusak: null,
  "terlalu-besar": "berkas-terlalu-besar",
  "format-ganda": "format-ganda",
  "bukan-docx": null,
  "bukan-xlsx": null,
  "format-bukan-xlsx": "bukan-xlsx",
  "bukan-format": null,
};

/** Whether a file can only be meant to prove something. */
export const isEvidence = ({ isi }: FileMasuk): boolean =>
  isi === null ||
  isi.jenis === "libur" ||
  isi.jenis === "rencana" ||
  (isi.jenis === "ditolak" && unopened[isi.sebab] === null);

function evidence(talk: Talk, file: FileMasuk): Talk {
  const { dialogue } = talk.session;
  if (dialogue !== null) return fileTo(talk, dialogue, file);
  const sheets = sheetsOf(talk.world, talk.pegawai);
  if (sheets.length === 0) {
    return formFile(talk, buktiOf(file)) ?? decline(talk, untimelyCode(talk, file));
  }
  for (const sheet of sheets) {
    const kode = namedKode(sheet, file);
    if (kode !== undefined) return attachTo(talk, sheet, kode, file);
  }
  return decline(
    talk,
    unplacedCode(file),
    {},
    {
      teks: [],
      pilihan: [[{ id: "/isi", judul: tugasText.kerjakanSatu }]],
    },
  );
}

/** Whoever has a report on the desk most likely meant a text as its next version. */
const untimelyCode = (talk: Talk, { isi }: FileMasuk): PercakapanCode =>
  isi?.jenis === "ditolak" && isi.sebab === "bukan-docx" && desksOf(talk).length > 0
    ? "bukan-docx"
    : "bukan-waktunya-berkas";

/** A workbook was most likely meant as figures, anything else as evidence. */
function unplacedCode({ isi }: FileMasuk): PercakapanCode {
  const table = isi?.jenis === "tabel" || isi?.jenis === "libur" || isi?.jenis === "rencana";
  if (table) return "bukan-format";
  if (isi?.jenis !== "ditolak") return "bukti-tanpa-indikator";
  if (isi.sebab === "bukan-format" || isi.sebab === "bukan-xlsx") return isi.sebab;
  return isi.sebab === "rusak" ? "berkas-rusak" : "bukti-tanpa-indikator";
}

/** The kode or the name in the caption; a sheet with one row needs neither, unless figures were meant. */
function namedKode({ berkas, wait }: Tugas, file: FileMasuk): string | undefined {
  const own = indikatorWait(berkas.state, wait);
  const alone = own.length === 1 && unplacedCode(file) !== "bukan-xlsx" ? own[0] : undefined;
  return captionKode(own, file.keterangan) ?? alone?.kode;
}

function attachTo(talk: Talk, { wait }: Tugas, kode: string, file: FileMasuk): Talk {
  const sheet = sheetOf(talk.world, wait.id);
  if (sheet === null) return decline(talk, "tombol-lama");
  const saved = saveAnswer(talk, sheet, { kode, nilai: filesAnswer(buktiOf(file)) });
  return saved.over === null
    ? say(saved.talk, { teks: saved.gema })
    : saved.over.finish(saved.talk, []);
}
