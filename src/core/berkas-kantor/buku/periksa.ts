import { check } from "../../skema/periksa.ts";
import type { Sop } from "../../sop/schema.ts";
import { inspectKantor } from "../inspect.ts";
import { BerkasKantor } from "../schema.ts";
import type { BukuDibaca } from "./baca.ts";
import type { MasalahSel } from "./model.ts";

/** A workbook held against every rule: the office file it comes to, or everything that is wrong with it. */
export interface BukuDiperiksa {
  readonly berkas: BerkasKantor | null;
  readonly galatList: readonly MasalahSel[];
  readonly peringatanList: readonly MasalahSel[];
  /** Which cell a path of the office file stands in. */
  readonly selDari: (jalur: readonly PropertyKey[]) => string;
}

/**
 * Holds a workbook against the rules of an office file and the sheets there are. What a workbook has no
 * cell for is as `tercatat` tells, the office as it is known; null for a new one.
 */
export function periksaBuku(
  dibaca: BukuDibaca,
  sopList: readonly Sop[],
  tercatat: BerkasKantor | null,
): BukuDiperiksa {
  const { alamat, masalahList, lewatList } = dibaca;
  const selDari = (jalur: readonly PropertyKey[]): string => alamat.tempat(jalur).sel;
  const sebut = (jalur: readonly PropertyKey[]): string | null => alamat.tempat(jalur).judul;
  const raw = tercatat === null ? dibaca.mentah : lengkap(dibaca, tercatat);
  const checked = check(BerkasKantor, raw, sebut);
  if ("faultList" in checked) {
    const rules = checked.faultList
      .filter(({ jalur }) => !alamat.isTakTerbaca(jalur))
      .map(({ jalur, pesan }) => ({ sel: selDari(jalur), pesan }));
    const galatList = [...masalahList, ...rules];
    return { berkas: null, galatList, peringatanList: lewatList, selDari };
  }
  const temuanList = inspectKantor(checked.value, sopList);
  const pick = (wanted: "galat" | "peringatan"): readonly MasalahSel[] =>
    temuanList
      .filter(({ tingkat }) => tingkat === wanted)
      .map(({ jalur, pesan }) => ({ sel: selDari(jalur), pesan }));
  const galatList = [...masalahList, ...pick("galat")];
  return {
    berkas: galatList.length > 0 ? null : checked.value,
    galatList,
    peringatanList: [...lewatList, ...pick("peringatan")],
    selDari,
  };
}

/** The kode of the office a workbook is about; null where it names none. */
export function kodeKantor({ mentah }: BukuDibaca): string | null {
  const { kantor } = mentah;
  return isRecord(kantor) && typeof kantor["id"] === "string" ? kantor["id"] : null;
}

/** With everything a workbook does not tell, as it is known of the office. */
function lengkap({ mentah, adaList }: BukuDibaca, known: BerkasKantor): unknown {
  const { kalender, tampilan, pengingat, tunda, cadangan, surat, indikator } = known;
  const { cutiBersamaLibur } = known.kantor;
  const { kantor, indikator: rows } = mentah;
  return {
    kalender,
    tampilan,
    pengingat,
    tunda,
    cadangan,
    ...(adaList.includes("Surat") ? {} : { surat }),
    ...mentah,
    ...(isRecord(kantor) && { kantor: { ...kantor, cutiBersamaLibur } }),
    ...(Array.isArray(rows) && {
      indikator: rows.map((one: unknown) => denganRiwayat(one, indikator)),
    }),
  };
}

/** Changes of targets by decree are no cell's. */
function denganRiwayat(indikator: unknown, list: BerkasKantor["indikator"]): unknown {
  if (!isRecord(indikator)) return indikator;
  const { kode, tahun } = indikator;
  const { perubahanTarget } = list.find((one) => one.kode === kode && one.tahun === tahun) ?? {};
  return perubahanTarget === undefined ? indikator : { ...indikator, perubahanTarget };
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
