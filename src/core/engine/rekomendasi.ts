import type { Bukti } from "../formulir/nilai.ts";
import type { Kantor } from "../kantor/schema.ts";
import { naskahDari, type Sop } from "../sop/schema.ts";
import type { Instant } from "../waktu/instant.ts";
import {
  butirList,
  isiButir,
  type LangkahSetiap,
  setiapOf,
  waitByButir,
} from "./formulir/setiap.ts";
import { holdersOf } from "./holders.ts";
import { sebutanPemegang } from "./penjawab.ts";
import type { Wait } from "./state.ts";
import type { BerkasTerbuka } from "./turn.ts";

/** The paper that tells of every recommendation; a sheet that makes it is one that follows them up. */
export const MATRIKS = "matriks-tindak-lanjut";

/** One recommendation of a Lembar Hasil Evaluasi, and what became of it. */
export interface Rekomendasi {
  readonly nomor: number;
  readonly uraian: string;
  /** Office of whoever answers for it now. */
  readonly penanggungJawab: string;
  /** As it is written: "31 Maret 2027". */
  readonly batas: string;
  /** Kode of the criterion it is about, as in `flows/lke.yaml`; empty where none was named. */
  readonly kriteria: string;
  /** What was done, once that was sent; null before. */
  readonly tindakLanjut: string | null;
  readonly buktiList: readonly Bukti[];
  /** Whoever is still waited for; null once answered, and before the list was handed out. */
  readonly ditunggu: Wait | null;
  readonly batasMs: Instant | null;
}

/** Whether a sheet follows recommendations up. */
export const isTindakLanjutLhe = (sop: Sop): boolean =>
  setiapOf(sop) !== null && sop.langkah.flatMap(naskahDari).includes(MATRIKS);

/** Every recommendation of a berkas with its follow-up; none of a berkas of another sheet. */
export function rekomendasiList(
  { sop, state }: BerkasTerbuka,
  kantor: Kantor,
): readonly Rekomendasi[] {
  const each = isTindakLanjutLhe(sop) ? setiapOf(sop) : null;
  if (each === null) return [];
  const waits = waitByButir(each, state);
  return butirList(each, state).map((butir, at): Rekomendasi => {
    const nomor = at + 1;
    const wait = waits.get(nomor);
    const { rekomendasi: uraian = "", batas = "", kriteria = "" } = butir;
    return {
      nomor,
      uraian,
      penanggungJawab: namaOf(each, wait, butir, kantor),
      batas,
      kriteria,
      ...jawabanButir(isiButir(each, state, nomor), wait),
      batasMs: wait?.batasMs ?? null,
    };
  });
}

/** What was done about it, once it was sent. */
function jawabanButir(
  { tindakLanjut, bukti }: ReturnType<typeof isiButir>,
  wait: Wait | undefined,
): Pick<Rekomendasi, "tindakLanjut" | "buktiList" | "ditunggu"> {
  if (wait === undefined || wait.jawaban === null)
    return { tindakLanjut: null, buktiList: [], ditunggu: wait ?? null };
  return {
    tindakLanjut: tindakLanjut?.tipe === "teks" ? tindakLanjut.teks : null,
    buktiList: bukti?.tipe === "berkas" ? bukti.buktiList : [],
    ditunggu: null,
  };
}

/** Whoever is waited for now; else the office the list names. */
function namaOf(
  { setiap }: LangkahSetiap,
  wait: Wait | undefined,
  butir: Readonly<Record<string, string>>,
  kantor: Kantor,
): string {
  const [holder] = wait === undefined || wait.jawaban !== null ? [] : holdersOf(wait, kantor);
  return wait === undefined || holder === undefined
    ? (butir[setiap.oleh] ?? "")
    : sebutanPemegang(wait, holder);
}
