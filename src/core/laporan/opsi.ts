import { langkahOf } from "../engine/holders.ts";
import { pejabatPada } from "../engine/penjawab.ts";
import type { BerkasState, Naskah } from "../engine/state.ts";
import { dasarWakil } from "../kantor/pejabat.ts";
import type { Kantor } from "../kantor/schema.ts";
import { penandaOf, penandaSebagai } from "../naskah/bahan.ts";
import type { Sop } from "../sop/schema.ts";
import { isBy } from "../waktu/pada.ts";
import type { OpsiLaporan, TandaTanganLaporan } from "./periode.ts";

/** What a version of the report is besides its figures: its name, what meetings decided, who signed. */
export function opsiLaporan(
  {
    sop,
    state,
    kantor,
  }: { readonly sop: Sop; readonly state: BerkasState; readonly kantor: Kantor },
  naskah: Naskah,
): OpsiLaporan {
  return {
    // whether it still is a draft follows from who has agreed to the figures by then
    drafVersi: null,
    sebutan: naskah.sebutan,
    nomor: naskah.nomor,
    hasilRapat: hasilRapat(sop, state, naskah),
    tandaTangan: signature(sop, { state, kantor }, naskah),
  };
}

/** What was decided at the meetings that were over when this version came into being. */
function hasilRapat(
  sop: Sop,
  { kunjunganList, formulirByLangkah }: BerkasState,
  naskah: Naskah,
): readonly string[] {
  const over = kunjunganList.filter(
    ({ langkahNo, keluarMs, keluarSeq }) =>
      langkahOf(sop, langkahNo).jenis === "formulir" &&
      keluarMs !== null &&
      isBy(naskah, { seq: keluarSeq, atMs: keluarMs }),
  );
  const noList = [...new Set(over.map(({ langkahNo }) => langkahNo))];
  return noList.flatMap((no) => {
    const keputusan = formulirByLangkah[no]?.["keputusan"];
    return keputusan?.tipe === "daftar" ? keputusan.butirList : [];
  });
}

/** Whoever signed the report in the form this version came out of. */
function signature(
  sop: Sop,
  { state, kantor }: { readonly state: BerkasState; readonly kantor: Kantor },
  { langkahNo, oleh, padaMs }: Naskah,
): TandaTanganLaporan | null {
  const langkah = langkahOf(sop, langkahNo);
  const signs =
    langkah.jenis === "formulir" &&
    langkah.tahap.some(({ naskah }) => naskah.includes("lembar-pengesahan"));
  if (!signs) return null;
  const pejabat = pejabatPada(state, langkahNo, oleh);
  if (pejabat !== undefined) {
    return { ...penandaSebagai(pejabat), dasar: dasarWakil(pejabat), waktu: padaMs };
  }
  // What earlier versions wrote tells nobody's capacity.
  const pegawai = kantor.pegawaiList.find(({ id }) => id === oleh);
  return pegawai === undefined ? null : { ...penandaOf(pegawai), dasar: null, waktu: padaMs };
}
