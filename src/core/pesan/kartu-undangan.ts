import { kartuText } from "../../generated/teks.ts";
import type { KartuUndangan } from "../dokumen/kartu.ts";
import type { Kantor, Pegawai } from "../kantor/schema.ts";
import type { Instant } from "../waktu/instant.ts";
import type { Kamus } from "./kamus.ts";
import { fill, type Teks } from "./teks.ts";
import { inPlainWords, pembacaOf } from "./ucap.ts";
import { sebutWaktu } from "./waktu.ts";

/** An invitation that somebody is going to hold in their hand. */
export interface UndanganKertas {
  readonly pegawai: Pegawai;
  readonly kode: string;
  readonly berlakuSampaiMs: Instant;
  /** An address that shows the code to the bot; null where none is known. */
  readonly tautan: string | null;
}

/** An invitation in the language of whom it is for: two steps, by the picture or by hand. */
export function kartuUndangan(
  office: { readonly kamus: Kamus; readonly kantor: Kantor },
  { pegawai, kode, berlakuSampaiMs, tautan }: UndanganKertas,
): KartuUndangan {
  const { nama, zonaWaktu } = office.kantor;
  const pembaca = pembacaOf(office, pegawai.id);
  const say = (teks: Teks): string => inPlainWords(pembaca, teks);
  const langkahList =
    tautan === null
      ? [kartuText.cari, fill(kartuText.ketik, { kode })]
      : [kartuText.pindai, kartuText.mulai];
  return {
    kepala: say(kartuText.kepala),
    jabatan: pegawai.jabatan,
    kantor: nama,
    judulKode: say(kartuText.kode),
    kode,
    tautan,
    langkahList: langkahList.map(say),
    sampai: say(fill(kartuText.sampai, { waktu: sebutWaktu(berlakuSampaiMs, zonaWaktu) })),
  };
}

/** What a sheet of cards is called. */
export const judulKartu = (office: { readonly kamus: Kamus; readonly kantor: Kantor }): string =>
  inPlainWords(pembacaOf(office, null), fill(kartuText.judul, { kantor: office.kantor.nama }));
