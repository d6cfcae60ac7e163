import type { Halangan, Wakil } from "../kantor/halangan.ts";
import { type Kuasa, type Pejabat, pejabatOf, sebutanPejabat } from "../kantor/pejabat.ts";
import type { Kantor, Pegawai } from "../kantor/schema.ts";
import type { LangkahNo } from "../sop/reference.ts";
import { type Instant, toLocal } from "../waktu/instant.ts";
import { pegawaiOf } from "./holders.ts";
import type { BerkasState, Jawaban, Wait } from "./state.ts";

/** By what a wait is somebody's to answer: roles, or their name. */
export const kuasaOf = ({ pemegang }: Wait): Kuasa =>
  pemegang.jenis === "pegawai" ? pemegang.pegawaiId : pemegang.peran;

/** What somebody a wait is for is called: their post, or "Plh. Camat (Budi)". */
export function sebutanPemegang(wait: Wait, pegawai: Pegawai): string {
  const pejabat = pejabatOf(pegawai, kuasaOf(wait));
  return pejabat.wakil === null ? pegawai.jabatan : `${sebutanPejabat(pejabat)} (${pegawai.nama})`;
}

/** Who answered, as they are to be named: in the capacity they answered in. */
export function penjawabText(kantor: Kantor, { oleh, pejabat }: Jawaban): string {
  if (pejabat !== undefined) return sebutanPejabat(pejabat);
  return (oleh === "sistem" ? undefined : pegawaiOf(kantor, oleh)?.jabatan) ?? oleh;
}

/** By which this person could once have answered a wait of the time, and no more. */
export function penugasanUsai(
  { kantor, nowMs }: { readonly kantor: Kantor; readonly nowMs: Instant },
  wait: Wait,
  pegawai: Pegawai,
): (Halangan & { readonly wakil: Wakil }) | undefined {
  const { tanggal } = toLocal(nowMs, kantor.zonaWaktu);
  const kuasa = kuasaOf(wait);
  return (kantor.halanganList ?? [])
    .flatMap((one) => {
      const { wakil, jabatan, sampai } = one;
      const covers =
        typeof kuasa === "string"
          ? jabatan.pegawaiId === kuasa
          : jabatan.peran.some((peran) => kuasa.includes(peran));
      return wakil?.pegawaiId === pegawai.id && covers && sampai < tanggal
        ? [{ ...one, wakil }]
        : [];
    })
    .at(-1);
}

/** In what capacity this person answered at a langkah last; undefined where no answer says so. */
export const pejabatPada = (
  { waitList }: Pick<BerkasState, "waitList">,
  no: LangkahNo,
  oleh: Jawaban["oleh"],
): Pejabat | undefined =>
  waitList.findLast(({ langkahNo, jawaban }) => langkahNo === no && jawaban?.oleh === oleh)?.jawaban
    ?.pejabat;
