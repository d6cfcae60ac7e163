import { z } from "zod";
import type { Dialogue, Session } from "../../core/conversation/session.ts";
import { PegawaiId } from "../../core/kantor/schema.ts";
import { PilihanJson } from "./pesan.ts";

const id = z.string();
const waitId = z.string();

const DialogueJson = z.discriminatedUnion("jenis", [
  z.object({
    jenis: z.literal("isian"),
    id,
    berkasId: z.string(),
    waitId,
    antrean: z.array(z.string()),
    terakhir: z.string().nullable(),
    tahap: z.discriminatedUnion("tahap", [
      z.object({ tahap: z.literal("angka") }),
      z.object({ tahap: z.literal("pilih"), kode: z.string(), calon: z.array(z.number()) }),
      z.object({ tahap: z.literal("tegaskan"), kode: z.string(), calon: z.array(z.number()) }),
      z.object({ tahap: z.literal("penghambat"), kode: z.string() }),
      z.object({ tahap: z.literal("bukti"), kode: z.string() }),
      z.object({ tahap: z.literal("ringkasan") }),
    ]),
  }),
  z.object({
    jenis: z.literal("alasan"),
    id,
    waitId,
    pilihan: z.string(),
    unit: PegawaiId.nullable(),
  }),
  z.object({ jenis: z.literal("unit"), id, waitId }),
  z.object({ jenis: z.literal("tutup"), id, waitId }),
  z.object({ jenis: z.literal("mulai"), id, sopId: z.string().nullable() }),
  z.object({
    jenis: z.literal("siaran"),
    id,
    teks: z.string().nullable(),
    audiens: z.string().nullable(),
  }),
]) satisfies z.ZodType<Dialogue>;

/** A session as its column holds it. */
export const SessionJson = z.object({
  seq: z.number(),
  dialogue: DialogueJson.nullable(),
  prompt: z.object({ promptId: z.string(), pilihan: z.array(PilihanJson) }).nullable(),
  aktifMs: z.number(),
  colek: z.object({ waitId, atMs: z.number() }).exactOptional(),
}) satisfies z.ZodType<Session>;
