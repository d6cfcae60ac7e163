import { z } from "zod";
import type { Dialogue, Session } from "../../core/conversation/session.ts";
import { NilaiFormulir } from "../../core/formulir/nilai.ts";
import { PegawaiId } from "../../core/kantor/schema.ts";
import { TabelCocok } from "../../core/kinerja/format/tabel.ts";
import { BuktiJson } from "./bukti.ts";
import { PilihanJson } from "./pesan.ts";

const id = z.string();
const waitId = z.string();

const tipeList = NilaiFormulir.options.map(({ shape }) => shape.tipe.value);

const DialogueJson = z.discriminatedUnion("jenis", [
  z.strictObject({
    jenis: z.literal("isian"),
    id,
    berkasId: z.string(),
    waitId,
    antrean: z.array(z.string()),
    terakhir: z.string().nullable(),
    catatan: z.record(z.string(), z.string()).exactOptional(),
    tahap: z.discriminatedUnion("tahap", [
      z.strictObject({ tahap: z.literal("angka") }),
      z.strictObject({
        tahap: z.literal("pilih"),
        kode: z.string(),
        calon: z.array(z.number()),
        sisa: z.array(z.string()).exactOptional(),
        satuan: z.string().exactOptional(),
      }),
      z.strictObject({
        tahap: z.literal("tegaskan"),
        kode: z.string(),
        calon: z.array(z.number()),
      }),
      z.strictObject({ tahap: z.literal("penghambat"), kode: z.string() }),
      z.strictObject({ tahap: z.literal("bukti"), kode: z.string() }),
      z.strictObject({ tahap: z.literal("ringkasan") }),
    ]),
  }),
  z.strictObject({
    jenis: z.literal("alasan"),
    id,
    waitId,
    pilihan: z.string(),
    unit: PegawaiId.nullable(),
  }),
  z.strictObject({ jenis: z.literal("unit"), id, waitId }),
  z.strictObject({ jenis: z.literal("tutup"), id, waitId }),
  z.strictObject({ jenis: z.literal("hentikan"), id, berkasId: z.string() }),
  z.strictObject({
    jenis: z.literal("suntingan"),
    id,
    waitId,
    bukti: BuktiJson,
    perubahan: z.string().nullable(),
    asal: z.string().nullable(),
    terbuka: z.string().exactOptional(),
  }),
  z.strictObject({
    jenis: z.literal("formulir"),
    id,
    waitId,
    antrean: z.array(z.string()),
    tipe: z.enum(tipeList),
    calon: NilaiFormulir.nullable(),
  }),
  z.strictObject({
    jenis: z.literal("pindah"),
    id,
    undanganId: z.string(),
    pegawaiId: PegawaiId,
    berlakuSampaiMs: z.number(),
  }),
  z.strictObject({
    jenis: z.literal("tabel"),
    id,
    waitId,
    bukti: BuktiJson,
    kode: z.string().nullable(),
    tabel: TabelCocok,
  }),
  z.strictObject({ jenis: z.literal("mulai"), id, sopId: z.string().nullable() }),
  z.strictObject({
    jenis: z.literal("siaran"),
    id,
    teks: z.string().nullable(),
    audiens: z.string().nullable(),
  }),
]) satisfies z.ZodType<Dialogue>;

/** A session as its column holds it. */
export const SessionJson = z.strictObject({
  seq: z.number(),
  dialogue: DialogueJson.nullable(),
  prompt: z.strictObject({ promptId: z.string(), pilihan: z.array(PilihanJson) }).nullable(),
  aktifMs: z.number(),
  colek: z.strictObject({ waitId, atMs: z.number() }).exactOptional(),
}) satisfies z.ZodType<Session>;
