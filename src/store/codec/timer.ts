import { z } from "zod";
import type { CatatanData, TimerIsi } from "../../core/engine/effect.ts";
import { PegawaiId, Pemantau, Peran } from "../../core/kantor/schema.ts";
import { Periode } from "../../core/kinerja/periode.ts";
import { SopId } from "../../core/sop/reference.ts";
import { Eskalasi } from "../../core/waktu/pengingat.ts";
import { RalatListJson } from "./berkas.ts";

/** Why the clock comes back, as a timer's column holds it. */
export const TimerJson = z.discriminatedUnion("jenis", [
  z.strictObject({
    jenis: z.literal("pengingat"),
    berkasId: z.string(),
    waitId: z.string(),
    jam: z.enum(["baku-mutu", "batas-periode"]),
    aturan: z.number().nullable(),
    ke: z.number(),
    eskalasi: Eskalasi.nullable(),
    hanya: PegawaiId.nullable(),
  }),
  z.strictObject({ jenis: z.literal("buka-berkas"), sopId: SopId, periode: Periode }),
  z.strictObject({ jenis: z.literal("pembukaan"), berkasId: z.string() }),
  z.strictObject({
    jenis: z.literal("ralat-bagian"),
    sopId: SopId,
    periode: Periode,
    ralatList: RalatListJson,
  }),
  z.strictObject({
    jenis: z.literal("periksa-tahun"),
    tahun: z.number().int(),
    hanya: z.literal("kalender").exactOptional(),
  }),
  z.strictObject({ jenis: z.literal("halangan"), halanganId: z.string() }),
  z.strictObject({
    jenis: z.literal("siaran"),
    siaranId: z.string(),
    lalu: z.strictObject({ sisa: z.number(), jedaMs: z.number() }).exactOptional(),
  }),
  z.strictObject({
    jenis: z.literal("ingatkan-kantor"),
    berkasId: z.string(),
    dari: Pemantau,
  }),
  z.strictObject({
    jenis: z.literal("siaran-kantor"),
    siaranId: z.string(),
    teks: z.string(),
    peran: Peran.nullable(),
    dari: Pemantau,
  }),
  z.strictObject({
    jenis: z.literal("cadangan"),
    outboxId: z.string(),
    sudah: z.array(z.string()),
  }),
  z.strictObject({ jenis: z.literal("cadangan-malam"), gagalMs: z.number() }),
  z.strictObject({ jenis: z.literal("jangkauan"), akunId: z.string() }),
  z.strictObject({ jenis: z.literal("sematan") }),
]) satisfies z.ZodType<TimerIsi>;

/** What an entry of the event log carries. */
export const CatatanJson = z.record(
  z.string(),
  z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]),
) satisfies z.ZodType<CatatanData>;
