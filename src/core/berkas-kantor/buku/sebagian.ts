import { z } from "zod";
import { RealisasiAwal } from "../schema.ts";
import type { BukuDibaca } from "./baca.ts";
import { lembarIsian, lembarTabel } from "./lembar.ts";
import { lipat } from "./lipat.ts";
import type { LembarMasuk, MasalahSel } from "./model.ts";
import { lembarPetunjuk } from "./petunjuk.ts";
import type { IsiBuku } from "./tulis.ts";

/** What is there of a workbook before it is whole. */
const Sebagian = z.looseObject({
  kantor: z.looseObject({ nama: z.string().exactOptional() }),
  pegawai: z.array(
    z.looseObject({
      id: z.string(),
      nama: z.string().default(""),
      jabatan: z.string().default(""),
    }),
  ),
  indikator: z.array(z.unknown()),
  realisasi: z.array(RealisasiAwal),
});

/** A workbook as far as it is filled in; or what of it would be lost if it were written again. */
export function bukuSebagian(
  { mentah, masalahList, lewatList, alamat }: BukuDibaca,
  lembarList: readonly LembarMasuk[],
):
  | { readonly kind: "isi"; readonly isi: IsiBuku }
  | { readonly kind: "ditolak"; readonly masalahList: readonly MasalahSel[] } {
  const known = [...lembarIsian, ...lembarTabel, lembarPetunjuk].map(({ nama }) => lipat(nama));
  const asing = lembarList
    .filter(({ nama }) => !known.includes(lipat(nama)))
    .map(({ nama }) => ({
      sel: nama,
      pesan: "lembar ini bukan bagian buku kerja; pindahkan dahulu",
    }));
  const kept = alamat.selTakTerbaca;
  const lost = [...masalahList.filter(({ sel }) => !kept.has(sel)), ...lewatList, ...asing];
  if (lost.length > 0) return { kind: "ditolak", masalahList: lost };
  const read = Sebagian.safeParse(mentah);
  if (read.success) {
    return {
      kind: "isi",
      isi: { ...read.data, takTerbaca: (jalur) => alamat.teksTakTerbaca(jalur) },
    };
  }
  const pesan = "belum terisi utuh; lengkapi, atau kosongkan barisnya";
  return { kind: "ditolak", masalahList: [{ sel: "Realisasi lalu", pesan }] };
}
