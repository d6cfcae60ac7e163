import { type AngkaTerbaca, readAngka } from "../../kinerja/angka/baca.ts";
import { isTercacah } from "../../kinerja/angka/satuan.ts";
import type { NilaiSel } from "../buku/model.ts";

/** A target as a document writes it. */
export interface TargetDokumen {
  /** A number; the text itself where it has several readings; null where there is none. */
  readonly nilai: NilaiSel;
  /** The unit that stands beside it. */
  readonly satuan: string | null;
  /** What "at most" and "at least" say of the direction. */
  readonly arah: "naik" | "turun" | null;
  /** What somebody must look at. */
  readonly catatan: string | null;
}

const PALING_BANYAK = /[≤<]|\b(maks(imal)?|paling (lama|banyak|tinggi)|kurang dari)\b\.?/i;
const PALING_SEDIKIT = /[≥>]|\b(min(imal)?|paling (sedikit|rendah|sedikitnya)|lebih dari)\b\.?/i;

/** Reads a target: "85", "85 %", "≤ 3 hari", "12 Dok", "B (62,5)", "Rp 1.000.000". */
export function bacaTarget(teks: string, satuan: string): TargetDokumen {
  const flat = teks.replaceAll(/\s+/g, " ").trim();
  const arah = batasOf(flat);
  const bare = flat
    .replace(/[≤≥<>=]/g, " ")
    .replace(KATA_BATAS, " ")
    .trim();
  const none = { nilai: null, satuan: null, arah, catatan: null };
  if (/^[-–—.…]*$/.test(bare)) return none;
  const read = readAngka(bare, satuan === "" ? {} : { satuan });
  switch (read.jenis) {
    case "angka":
      return { arah, ...angkaTarget(read, { flat, bare, satuan }) };
    case "belum":
      return none;
    case "nihil":
      return { ...none, catatan: `tertulis “${flat}”; bila maksudnya 0, tulis 0` };
    case "bukan-angka":
      return { ...none, catatan: `tertulis “${flat}”, bukan angka; tulis angkanya, misalnya 72,5` };
  }
}

/** The figure with its unit; one with several readings stays as it is written. */
function angkaTarget(
  { bagianList, nilaiList, sisaList }: AngkaTerbaca,
  { flat, bare, satuan }: { readonly flat: string; readonly bare: string; readonly satuan: string },
): Omit<TargetDokumen, "arah"> {
  const unit = bagianList.find((one) => one.arti === "satuan")?.teks.trim();
  const named = satuan === "" ? /^[\d.,]+ (\p{L}[\p{L} ]*)$/u.exec(bare)?.[1] : undefined;
  const own = unit ?? named ?? null;
  const [nilai = null, other] = bulatSaja(nilaiList, own ?? satuan);
  if (other !== undefined) {
    const catatan = `“${flat}” dapat berarti dua angka; tulis ulang`;
    return { satuan: own, nilai: flat, catatan };
  }
  const understood = unit === undefined && named !== undefined;
  const rest = understood ? "" : sisaList.join("").replaceAll(/[()\s]/g, "");
  const catatan = rest === "" ? null : `tertulis “${flat}”; yang diambil angkanya saja, periksa`;
  return { satuan: own, nilai, catatan };
}

/** What is counted one by one has no fraction: "1.200 dokumen" are twelve hundred. */
function bulatSaja(nilaiList: readonly number[], satuan: string): readonly number[] {
  const whole = nilaiList.filter((one) => Number.isInteger(one));
  return satuan !== "" && isTercacah(satuan) && whole.length === 1 ? whole : nilaiList;
}

function batasOf(teks: string): TargetDokumen["arah"] {
  if (PALING_BANYAK.test(teks)) return "turun";
  return PALING_SEDIKIT.test(teks) ? "naik" : null;
}

const KATA_BATAS =
  /\b(maks(imal)?|min(imal)?|paling (lama|banyak|tinggi|sedikit|rendah|sedikitnya)|kurang dari|lebih dari)\b\.?/gi;
