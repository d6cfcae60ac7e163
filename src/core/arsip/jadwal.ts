import type { PlainEffect } from "../engine/effect.ts";
import type { BerkasId, NaskahId } from "../engine/state.ts";
import type { Pencatat } from "../kantor/schema.ts";
import { type Instant, tahunOf, type ZonaWaktu } from "../waktu/instant.ts";
import type { JenisArsip, Penyimpanan, Retensi } from "../waktu/penyimpanan.ts";

/** Something an office keeps, as the schedule looks at it. */
export interface Tersimpan {
  readonly jenis: JenisArsip;
  /** What it is, in words: "Bukti 1.1 2026-TW4 (survei.pdf)". */
  readonly apa: string;
  /** Its SHA-256; of what is no stored file, its id. */
  readonly kunci: string;
  readonly ukuranByte: number;
  readonly berkasId: BerkasId | null;
  /** The paper it is a file of. */
  readonly naskahId: NaskahId | null;
  /** When it was closed; null while it is in use. */
  readonly tutupMs: Instant | null;
}

/** Something that is past its time, and by which rule. */
export interface LewatMasa extends Tersimpan {
  /** The year in which it was closed. */
  readonly tutupTahun: number;
  /** The last year it had to be kept in. */
  readonly sampaiTahun: number;
  readonly dasar: string;
}

/** What a schedule is held against. */
export interface Saat {
  readonly nowMs: Instant;
  readonly zona: ZonaWaktu;
}

/**
 * What is past its time, in the order it is kept. The years count from the end of the year in which it
 * was closed. Bytes that something else still needs stay, whatever is said of the others: a file is
 * kept once, however many name it. `dipakaiLain` are those other offices name.
 */
export function lewatMasa(
  list: readonly Tersimpan[],
  retensi: Penyimpanan["arsip"],
  saat: Saat & { readonly dipakaiLain: ReadonlySet<string> },
): readonly LewatMasa[] {
  const judged = list.map((one) => ({ one, lewat: past(one, retensi[one.jenis], saat) }));
  const needed = new Set(judged.flatMap(({ one, lewat }) => (lewat === null ? one.kunci : [])));
  return judged.flatMap(({ one: { kunci }, lewat }) =>
    lewat === null || needed.has(kunci) || saat.dipakaiLain.has(kunci) ? [] : lewat,
  );
}

function past(one: Tersimpan, { tahun, dasar }: Retensi, { nowMs, zona }: Saat): LewatMasa | null {
  if (tahun === "permanen" || one.tutupMs === null) return null;
  const tutupTahun = tahunOf(one.tutupMs, zona);
  const sampaiTahun = tutupTahun + tahun;
  return tahunOf(nowMs, zona) > sampaiTahun ? { ...one, tutupTahun, sampaiTahun, dasar } : null;
}

/** Things of one kind and berkas: what one entry of the log tells of. */
export interface Golongan {
  readonly jenis: JenisArsip;
  readonly berkasId: BerkasId | null;
  readonly list: readonly LewatMasa[];
}

/** By berkas and kind, in the order they come. */
export function golonganOf(list: readonly LewatMasa[]): readonly Golongan[] {
  const byKey = new Map<string, LewatMasa[]>();
  for (const one of list) {
    const key = `${one.berkasId ?? ""} ${one.jenis}`;
    byKey.set(key, [...(byKey.get(key) ?? []), one]);
  }
  return [...byKey.values()].flatMap((some) => {
    const [first] = some;
    return first === undefined
      ? []
      : [{ jenis: first.jenis, berkasId: first.berkasId, list: some }];
  });
}

/** What of an office is past its time, with the schedule it was held against. */
export interface DaftarLewat {
  readonly list: readonly LewatMasa[];
  /** A word that stands for exactly this list: whoever confirms gives it back, and confirms what they have seen. */
  readonly sidik: string;
}

/** Whether it is a file of the file store. */
export const isFileArsip = ({ jenis }: Tersimpan): boolean =>
  jenis !== "undangan" && jenis !== "salinan";

/** What destroying a list does: the log names it with the letter that allows it, then it goes. */
export const musnahEffects = ({
  list,
  dasar,
  oleh,
}: {
  readonly list: readonly LewatMasa[];
  readonly dasar: string;
  readonly oleh: Pencatat;
}): readonly PlainEffect[] => [
  ...golonganOf(list).map(
    (one): PlainEffect => ({
      kind: "catat",
      jenis: "arsip-dimusnahkan",
      berkasId: one.berkasId,
      oleh,
      data: {
        arsip: one.jenis,
        jumlah: one.list.length,
        dasar,
        aturan: [...new Set(one.list.map((each) => each.dasar))],
        daftar: one.list.map(({ kunci, apa }) => `${kunci} ${apa}`),
      },
    }),
  ),
  {
    kind: "musnahkan",
    naskahIdList: [...new Set(list.flatMap(({ naskahId }) => naskahId ?? []))],
    undanganIdList: list.filter(({ jenis }) => jenis === "undangan").map(({ kunci }) => kunci),
    hashList: list.filter(isFileArsip).map(({ kunci }) => kunci),
  },
];

/** The list as a file, a line each, below it the word that stands for it. */
export const lewatFile = ({ list, sidik }: DaftarLewat): string =>
  [
    ...list.map(({ jenis, apa, kunci, sampaiTahun, ukuranByte, dasar }) =>
      [
        sebutanJenisArsip[jenis],
        apa,
        `disimpan sampai ${sampaiTahun}`,
        `${ukuranByte} byte`,
        dasar,
        kunci,
      ].join(" | "),
    ),
    "",
    `${list.length} lewat masa simpan. Tanda daftar: ${sidik}`,
    "",
  ].join("\n");

/** What each kind is called in lists and in the log. */
export const sebutanJenisArsip: { readonly [J in JenisArsip]: string } = {
  laporan: "laporan kinerja",
  naskah: "naskah",
  arsip: "arsip berkas",
  bukti: "bukti dukung",
  lampiran: "lampiran formulir",
  undangan: "undangan akun",
  salinan: "salinan basis data",
};
