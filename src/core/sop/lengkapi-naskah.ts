import type { Tahap } from "../formulir/schema.ts";
import { inspectNaskah, isianDisebut } from "../naskah/inspect.ts";
import { isUtuh, type JenisNaskah } from "../naskah/jenis.ts";
import { naskahDari, templatOf } from "../naskah/naskah-sop.ts";
import type { TemplatNaskah } from "../naskah/templat.ts";
import { petunjuk } from "./closest.ts";
import type { Langkah } from "./langkah.ts";
import type { Sop } from "./schema.ts";
import { galat, type Temuan } from "./temuan.ts";

/** The papers a sheet may name. */
export interface NaskahTersedia {
  readonly templatList: readonly TemplatNaskah[];
  /** Names of those that are there but cannot be used; what is wrong is told at their own file. */
  readonly rusakList: readonly string[];
}

/** The papers of a sheet: those it writes out itself, and those its langkah make beside them. */
export function naskahLengkap(sop: Sop, { templatList }: NaskahTersedia): readonly TemplatNaskah[] {
  const sendiri = new Set(sop.naskah.map(({ id }) => id));
  const dibuat = new Set(sop.langkah.flatMap(naskahDari));
  return [...sop.naskah, ...templatList.filter(({ id }) => dibuat.has(id) && !sendiri.has(id))];
}

/** Papers nobody has written, fields no form of the sheet asks for, faults of the papers it writes out itself. */
export function naskahFaults(
  sop: Sop,
  sendiri: number,
  { templatList, rusakList }: NaskahTersedia,
): readonly Temuan[] {
  const kodeList = new Set(
    sop.langkah.flatMap((one) =>
      one.jenis === "formulir"
        ? one.tahap.flatMap(({ isian }) => isian).map(({ kode }) => kode)
        : [],
    ),
  );
  const known = templatList.map(({ id }) => id);
  const faultsOf = (jenis: JenisNaskah): readonly string[] => {
    if (isUtuh(jenis)) return [];
    const templat = templatOf(sop, jenis);
    if (templat !== undefined) {
      return isianDisebut(templat)
        .filter(({ kode, bolehTidakAda }) => !bolehTidakAda && !kodeList.has(kode))
        .map(
          ({ kode }) =>
            `naskah ${jenis} memakai isian ${kode}, yang tidak ditanyakan formulir mana pun`,
        );
    }
    if (rusakList.includes(jenis)) {
      return [`naskah ${jenis} belum dapat dipakai; perbaiki dahulu berkasnya`];
    }
    return [`naskah "${jenis}" tidak ada; ${petunjuk(jenis, known)}`];
  };
  return [
    // the others were inspected at their own file
    ...sop.naskah
      .slice(0, sendiri)
      .flatMap((templat, at) =>
        inspectNaskah(templat).map(({ jalur, pesan }) =>
          galat(null, ["naskah", at, ...jalur], pesan),
        ),
      ),
    ...sop.langkah.flatMap((langkah, index) =>
      placesOf(langkah).flatMap(([jenis, jalur]) =>
        [...new Set(faultsOf(jenis))].map((pesan) =>
          galat(langkah.no, ["langkah", index, ...jalur], `langkah ${langkah.no}: ${pesan}`),
        ),
      ),
    ),
  ];
}

type Place = readonly [JenisNaskah, readonly (string | number)[]];

/** Where a langkah names each paper it makes; a form that stands in another file by its name. */
function placesOf(langkah: Langkah): readonly Place[] {
  const own = langkah.naskah.map((jenis, at): Place => [jenis, ["naskah", at]]);
  if (langkah.jenis !== "formulir") return own;
  const { formulir, tahap } = langkah;
  const inTahap = ({ naskah }: Tahap, index: number): readonly Place[] =>
    naskah.map(
      (jenis, at): Place => [
        jenis,
        formulir === undefined ? ["tahap", index, "naskah", at] : ["formulir"],
      ],
    );
  return [...own, ...tahap.flatMap(inTahap)];
}
