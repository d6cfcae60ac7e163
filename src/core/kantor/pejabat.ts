import { z } from "zod";
import { type Halangan, JenisWakil } from "./halangan.ts";
import { type Pegawai, peranSendiri } from "./pegawai.ts";
import { type PegawaiId, Peran, peranKepala } from "./peran.ts";

/**
 * Who did something, and in what capacity: written down once, in the answer itself. Chat, log, papers
 * and rekap say it from here and compare no titles.
 */
export const Pejabat = z.strictObject({
  nama: z.string(),
  /** Their own post. */
  jabatan: z.string(),
  nip: z.string().nullable(),
  /** The roles by which it was theirs to do; none where they were meant by name. */
  peran: z.array(Peran).readonly(),
  /** Whom they stood in for; null where they acted for their own post. */
  wakil: z
    .strictObject({
      jenis: JenisWakil,
      jabatan: z.string(),
      nama: z.string(),
      surat: z.string(),
    })
    .nullable(),
});
export type Pejabat = z.infer<typeof Pejabat>;

/** As what somebody is asked: by roles, or by name. */
export type Kuasa = readonly Peran[] | PegawaiId;

/** In what capacity somebody does now what these roles, or this person, may do. */
export function pejabatOf(pegawai: Pegawai, kuasa: Kuasa): Pejabat {
  const { nama, jabatan, nip, kini } = pegawai;
  const byPeran = typeof kuasa !== "string";
  const own = byPeran
    ? peranSendiri(pegawai).some((one) => kuasa.includes(one))
    : pegawai.id === kuasa;
  const halangan = own
    ? undefined
    : kini?.mewakili.find(({ jabatan: post }) =>
        byPeran ? post.peran.some((one) => kuasa.includes(one)) : post.pegawaiId === kuasa,
      );
  return {
    nama,
    jabatan,
    nip: nip ?? null,
    peran: byPeran ? pegawai.peran.filter((one) => kuasa.includes(one)) : [],
    wakil: halangan === undefined ? null : wakilOf(halangan),
  };
}

function wakilOf({ jabatan, wakil }: Halangan): Pejabat["wakil"] {
  if (wakil === null) return null;
  const { jenis, surat } = wakil;
  return { jenis, jabatan: jabatan.jabatan, nama: jabatan.nama, surat };
}

/** What they are called in it: "Camat", "Plh. Camat". */
export const sebutanPejabat = ({ jabatan, wakil }: Pejabat): string =>
  wakil === null ? jabatan : `${singkatanWakil[wakil.jenis]} ${wakil.jabatan}`;

/** "Plh.", "Plt.". */
export const singkatanWakil: { readonly [J in JenisWakil]: string } = {
  plh: "Plh.",
  plt: "Plt.",
};

/** Both names and the letter: "mewakili Ani, Surat Perintah 800/3/2027"; null for their own post. */
export const dasarWakil = ({ wakil }: Pejabat): string | null =>
  wakil === null ? null : `mewakili ${wakil.nama}, ${wakil.surat}`;

/** Their name; of somebody who stands in with the other's and the letter. */
export function namaPejabat(pejabat: Pejabat): string {
  const dasar = dasarWakil(pejabat);
  return dasar === null ? pejabat.nama : `${pejabat.nama} (${dasar})`;
}

/** Whether it was done as head of the office. */
export const sebagaiKepala = ({ peran }: Pejabat): boolean =>
  peran.some((one) => peranKepala.includes(one));
