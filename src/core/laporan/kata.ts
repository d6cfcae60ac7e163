import { plainText } from "../dokumen/isi.ts";
import type { AlasanKosong } from "../kinerja/baris.ts";
import { fill, type SlotData } from "./template.ts";

/** A sentence with its names filled in, where nothing of it is bold. */
export const kalimat = <const T extends string>(template: T, data: SlotData<T>): string =>
  plainText(fill(template, data));

/** Why a row shows no capaian. */
export const kataAlasan: { readonly [A in AlasanKosong]: string } = {
  "target-kosong": "target belum ditetapkan",
  "realisasi-kosong": "belum diisi",
  "target-nol": "target 0, capaian tidak dapat dihitung",
  nihil: "nihil",
  belum: "data belum ada",
};

/** Said wherever a tap stands in for a signature: what it is, and what it is not. */
export const KETUKAN =
  "Persetujuan melalui jawaban di dalam aplikasi adalah persetujuan internal, bukan tanda tangan elektronik tersertifikasi.";

/** Said where the one who agreed had also made what was agreed to. */
export const RANGKAP = "Pengaju juga penyetuju (rangkap jabatan); hal ini tercatat dalam riwayat.";
