import { z } from "zod";
import { Bukti } from "../../formulir/nilai.ts";
import { TandaFormat } from "../../kinerja/format/index.ts";

/** No cell of a page takes more; what is longer than a sentence may be is refused by its own rule. */
const ISI_TERPANJANG = 2_000;
const isi = z.string().max(ISI_TERPANJANG);

/** What one row of the page holds, each part as it was typed; empty says nothing. */
export const IsiBaris = z.strictObject({
  realisasi: isi,
  /** Of a ratio, whose `realisasi` is then the upper part. */
  penyebut: isi,
  keterangan: isi,
  tindakLanjut: isi,
  pendukung: isi,
  /** What became of what was to follow the period before, as `HasilPelaksanaan` calls it. */
  pelaksanaan: isi,
});
export type IsiBaris = Readonly<z.infer<typeof IsiBaris>>;

/** A row as it is sent in. */
export const BarisLembar = z.strictObject({
  kode: z.string().min(1).max(64),
  isi: IsiBaris,
  /** The figure was asked back on the page, and is meant. */
  yakin: z.boolean(),
  /** What was recorded when the row was begun: what differs from that by now was answered elsewhere. */
  semula: IsiBaris,
});
export type BarisLembar = Readonly<z.infer<typeof BarisLembar>>;

/** More rows no unit has. */
const BARIS_TERBANYAK = 300;

/** Figures filled in on the page, for the request its mark names. */
export const LembarMasuk = z.strictObject({
  tanda: TandaFormat,
  barisList: z.array(BarisLembar).max(BARIS_TERBANYAK).readonly(),
  /** They are sent at once, if nothing is lacking. */
  kirim: z.boolean(),
});
export type LembarMasuk = Readonly<z.infer<typeof LembarMasuk>>;

/** A file that proves one figure of a request. */
export const BuktiMasuk = z.strictObject({
  tanda: TandaFormat,
  kode: z.string().min(1).max(64),
  bukti: Bukti,
});
export type BuktiMasuk = Readonly<z.infer<typeof BuktiMasuk>>;
