import { z } from "zod";
import type { PermintaanGrafik } from "../../core/grafik/permintaan.ts";
import { Bahasa, PegawaiId } from "../../core/kantor/schema.ts";
import { Periode } from "../../core/kinerja/periode.ts";
import { blokJson } from "../../core/pesan/blok-json.ts";
import type { Pesan } from "../../core/pesan/pesan.ts";
import { BentukJson } from "./naskah.ts";

const SpanJson = z.strictObject({
  teks: z.string(),
  tebal: z.literal(true).exactOptional(),
  miring: z.literal(true).exactOptional(),
  saat: z.number().exactOptional(),
});

const TeksJson = z.array(SpanJson);

const PermintaanJson = z.discriminatedUnion("macam", [
  z.strictObject({
    macam: z.literal("capaian"),
    periode: Periode,
    unit: PegawaiId.nullable(),
  }),
  z.strictObject({ macam: z.literal("tren"), kode: z.string(), periode: Periode }),
  z.strictObject({ macam: z.literal("papan"), berkasId: z.string(), periode: Periode }),
  z.strictObject({ macam: z.literal("ketepatan"), periode: Periode }),
]) satisfies z.ZodType<PermintaanGrafik>;

/** A choice as a column holds it. */
export const PilihanJson = z.strictObject({
  id: z.string(),
  judul: z.string(),
  peran: z.enum(["maju", "mundur"]).exactOptional(),
  halaman: z.literal("isian").exactOptional(),
});

/** A message as the outbox holds it. */
export const PesanJson = z.strictObject({
  teks: TeksJson,
  blok: z.array(blokJson(TeksJson)).exactOptional(),
  bahasa: Bahasa.exclude(["id"]).exactOptional(),
  pilihan: z.array(z.array(PilihanJson)).exactOptional(),
  promptId: z.string().exactOptional(),
  sidik: z.number().exactOptional(),
  reaksi: z
    .strictObject({ tanda: z.literal("👍"), pada: z.string().exactOptional() })
    .exactOptional(),
  sematan: z.enum(["pasang", "lepas"]).exactOptional(),
  tanpaNomor: z.literal(true).exactOptional(),
  singkat: TeksJson.exactOptional(),
  lampiran: z
    .discriminatedUnion("jenis", [
      z.strictObject({
        jenis: z.literal("rekap"),
        tahun: z.number(),
        periode: Periode,
        unit: PegawaiId.nullable(),
        padaMs: z.number(),
        padaSeq: z.number().exactOptional(),
      }),
      z.strictObject({
        jenis: z.literal("grafik"),
        minta: PermintaanJson,
        padaMs: z.number(),
        padaSeq: z.number().exactOptional(),
      }),
      z.strictObject({
        jenis: z.literal("rekap-kabupaten"),
        periode: Periode,
        padaMs: z.number(),
      }),
      z.strictObject({
        jenis: z.literal("grafik-kabupaten"),
        macam: z.enum(["capaian", "ketepatan"]),
        periode: Periode,
        padaMs: z.number(),
      }),
      z.strictObject({ jenis: z.literal("naskah"), naskahId: z.string(), bentuk: BentukJson }),
      z.strictObject({ jenis: z.literal("bagan"), sopHash: z.string() }),
      z.strictObject({ jenis: z.literal("format"), berkasId: z.string(), waitId: z.string() }),
      z.strictObject({
        jenis: z.literal("buku"),
        apa: z.enum(["templat", "kantor"]),
        tahun: z.number().int().exactOptional(),
        rencana: z.strictObject({ hash: z.string(), nama: z.string() }).exactOptional(),
      }),
      z.strictObject({
        jenis: z.literal("memori"),
        dariId: PegawaiId,
        dari: z.string(),
        jabatan: z.string(),
        ke: PegawaiId,
        padaMs: z.number(),
        padaSeq: z.number().exactOptional(),
      }),
      z.strictObject({ jenis: z.literal("lewat-masa") }),
      z.strictObject({ jenis: z.literal("data-pegawai"), pegawaiId: PegawaiId }),
      z.strictObject({ jenis: z.literal("lke"), tahun: z.number() }),
      z.strictObject({
        jenis: z.literal("tersimpan"),
        hash: z.string(),
        nama: z.string(),
        mime: z.string(),
      }),
    ])
    .exactOptional(),
}) satisfies z.ZodType<Pesan>;

/** Where a message stands. */
export const OutboxStatus = z.enum(["menunggu", "terkirim", "gagal", "batal", "ditahan"]);

/** What a service charges for. */
export const JenisBiayaJson = z.enum(["templat", "layanan"]);

/** How far the service says it came. */
export const ReceiptState = z.enum(["delivered", "read", "failed"]);

/** The messages one send became. */
export const RefJson = z.strictObject({
  chat: z.string(),
  externalIdList: z.array(z.string()),
  withFile: z.boolean(),
});
