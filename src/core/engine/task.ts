import type { Tahap } from "../formulir/schema.ts";
import type { LangkahOf } from "../sop/langkah.ts";
import { jawabList } from "./formulir/lengkap.ts";
import { langkahOf } from "./holders.ts";
import type { KabarTugas } from "./kabar.ts";
import { latestNaskah } from "./naskah.ts";
import type { Arrival, BerkasState, Naskah, Wait } from "./state.ts";
import type { Turn } from "./turn.ts";

/** What a wait asks of its holder, as things stand now. */
export function taskOf(turn: Turn, wait: Wait): KabarTugas {
  const { sop, state } = turn;
  if (wait.macam !== "baca" && wait.macam !== "hadir") {
    return { jenis: "tugas", wait, arrival: arrivalOf(state, wait) };
  }
  const langkah = langkahOf(sop, wait.langkahNo);
  if (langkah.jenis !== "formulir") {
    const { sebutan = null, naskahId = null } = state.draf ?? {};
    return { jenis: "edaran-laporan", wait, sebutan, naskahId };
  }
  const { tahap, naskah } = edaranOf(langkah, state, wait);
  const jawab = tahap === undefined ? [] : jawabList(turn, langkah, tahap);
  const isi = jawab.filter(
    ({ isian, nilai }) => nilai !== null && isian.tipe !== "berkas" && isian.tipe !== "nomor",
  );
  return { jenis: "edaran-naskah", wait, naskahId: naskah?.id ?? null, isi };
}

/** Which paper a receipt or an invitation is about, and the part of the form it came out of. */
export function edaranOf(
  langkah: LangkahOf<"formulir">,
  state: BerkasState,
  { macam }: Wait,
): { readonly tahap: Tahap | undefined; readonly naskah: Naskah | undefined } {
  const tahap = langkah.tahap.findLast(
    ({ sampaikan }) =>
      sampaikan?.tanggapan === macam && latestNaskah(state, sampaikan.naskah) !== undefined,
  );
  const jenis = tahap?.sampaikan?.naskah;
  return { tahap, naskah: jenis === undefined ? undefined : latestNaskah(state, jenis) };
}

/** How the berkas came to the desk of a wait, read off the visits. */
export function arrivalOf({ kunjunganList }: BerkasState, wait: Wait): Arrival {
  const index = kunjunganList.findLastIndex(
    ({ langkahNo, masukMs }) => langkahNo === wait.langkahNo && masukMs <= wait.diterimaMs,
  );
  return {
    alasan: kunjunganList[index]?.alasan ?? null,
    oleh: kunjunganList[index - 1]?.oleh ?? null,
    unit: null,
  };
}
