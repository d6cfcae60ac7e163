import { z } from "zod";
import { blokJson } from "../../core/pesan/blok-json.ts";

const Span = z.object({
  teks: z.string(),
  tebal: z.exactOptional(z.literal(true)),
  miring: z.exactOptional(z.literal(true)),
  saat: z.exactOptional(z.number()),
});
const Teks = z.array(Span).readonly();
const Pilihan = z.object({
  id: z.string(),
  judul: z.string(),
  peran: z.exactOptional(z.enum(["maju", "mundur"])),
});
const PilihanList = z.array(z.array(Pilihan).readonly());

const BlokList = z.exactOptional(z.array(blokJson(Teks)).readonly());

const File = z.object({
  hash: z.string(),
  nama: z.string(),
  mime: z.string(),
  ukuranByte: z.int().nonnegative(),
  gambar: z.exactOptional(z.literal(true)),
});

/** What a person did with their phone. */
export const Ucapan = z.object({
  jenis: z.literal("ucapan"),
  id: z.string(),
  chat: z.string(),
  atMs: z.int(),
  isi: z.discriminatedUnion("jenis", [
    z.object({ jenis: z.literal("teks"), teks: z.string() }),
    z.object({ jenis: z.literal("ketuk"), token: z.string(), judul: z.string() }),
    z.object({ jenis: z.literal("file"), file: File, keterangan: z.string() }),
  ]),
});
export type Ucapan = z.infer<typeof Ucapan>;

/** One line of the journal: a message of the office, its replacement, or something a person did. */
export const Entry = z.discriminatedUnion("jenis", [
  z.object({
    jenis: z.literal("pesan"),
    id: z.string(),
    chat: z.string(),
    atMs: z.int(),
    teks: Teks,
    blok: BlokList,
    pilihan: PilihanList,
    file: File.nullable(),
  }),
  z.object({
    jenis: z.literal("ubahan"),
    id: z.string(),
    teks: Teks,
    blok: BlokList,
    pilihan: PilihanList,
  }),
  Ucapan,
  /** The office has stored what a person did. */
  z.object({ jenis: z.literal("diterima"), id: z.string() }),
  z.object({ jenis: z.literal("dibaca"), chat: z.string(), idList: z.array(z.string()) }),
]);
export type Entry = z.infer<typeof Entry>;
