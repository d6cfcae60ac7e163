import type { Isi, KepalaSurat, Rincian, TandaTangan } from "../core/dokumen/model.ts";
import { shortened } from "./legal-text.ts";

/** Room for labels, in centimetres. */
export const LABEL_CM = 3.6;
/** Room for the ink of a signature. */
export const TINTA_CM = 1.8;

/** Names, offices and addresses are short; a longer one would push a signature off its page. */
const SEBUTAN_TERPANJANG = 200;

/** A name, an office, an address. */
export const sebutan = (teks: string): string => shortened(teks, SEBUTAN_TERPANJANG);

/** The four lines at the head of a letter. */
export const kepalaList = (blok: KepalaSurat): Rincian["barisList"] => [
  { label: "Nomor", isi: [{ teks: blok.nomor ?? "" }] },
  { label: "Sifat", isi: [{ teks: blok.sifat ?? "" }] },
  { label: "Lampiran", isi: [{ teks: blok.lampiran ?? "" }] },
  { label: "Hal", isi: [{ teks: blok.hal, tebal: true }] },
];

/** Whom a letter is for, line by line. */
export const kepadaTeks = ({ kepadaList }: KepalaSurat): readonly string[] =>
  kepadaList.map((kepada, at) => (at === 0 ? `Yth. ${kepada}` : kepada));

/** A name that is left to whoever signs. */
const TITIK = /^[….]+$/;

/** What stands on each line of a signature. */
export const tandaTanganRows: readonly ((one: TandaTangan) => Isi)[] = [
  ({ tempatTanggal }) => [{ teks: sebutan(tempatTanggal ?? "") }],
  ({ jabatan }) => [{ teks: sebutan(jabatan) }],
  ({ keterangan }) => [{ teks: sebutan(keterangan ?? ""), miring: true }],
  ({ nama }) => [
    // dots are a line already
    TITIK.test(nama)
      ? { teks: sebutan(nama) }
      : { teks: sebutan(nama), tebal: true, garisBawah: true },
  ],
  ({ nip }) => [{ teks: nip === null ? "" : `NIP. ${sebutan(nip)}` }],
];
/** The line where the ink goes. */
export const BARIS_TINTA = 2;
