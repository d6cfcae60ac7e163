import { isUtuh, type JenisNaskah } from "../dokumen/jenis.ts";
import type { Tahap } from "../formulir/schema.ts";
import { petunjuk } from "../sop/closest.ts";
import type { Langkah } from "../sop/langkah.ts";
import type { NaskahTersedia } from "../sop/lengkapi.ts";
import { type Sop, templatOf } from "../sop/schema.ts";
import { galat, type Temuan } from "../sop/temuan.ts";
import { inspectNaskah, isianDisebut } from "./inspect.ts";

/**
 * Papers nobody has written, fields no form of the sheet asks for, and faults of the papers it writes
 * out itself, which are the first `sendiri` of them.
 */
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
