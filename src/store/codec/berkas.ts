import { z } from "zod";
import type { BerkasState, Bukti, Wait } from "../../core/engine/state.ts";
import { KantorId, PegawaiId, Peran } from "../../core/kantor/schema.ts";
import { Indikator, Isian } from "../../core/kinerja/indikator.ts";
import { Periode } from "../../core/kinerja/periode.ts";
import { LangkahNo, SopId } from "../../core/sop/reference.ts";

const oleh = z.union([z.literal("sistem"), PegawaiId]);
const instant = z.number();

/** A stored file that proves a figure. */
export const BuktiJson = z.strictObject({
  hash: z.string(),
  nama: z.string(),
  mime: z.string(),
  ukuranByte: z.number(),
}) satisfies z.ZodType<Bukti>;

const WaitJson = z.strictObject({
  id: z.string(),
  langkahNo: LangkahNo,
  macam: z.enum(["meja", "unit", "koordinator", "baca"]),
  pemegang: z.discriminatedUnion("jenis", [
    z.strictObject({ jenis: z.literal("peran"), peran: z.array(Peran) }),
    z.strictObject({ jenis: z.literal("pegawai"), pegawaiId: PegawaiId }),
  ]),
  diterimaMs: instant,
  tenggatMs: instant.nullable(),
  batasMs: instant.nullable(),
  kalenderVersi: z.string(),
  tenggatLama: z.array(
    z.strictObject({ tenggatMs: instant.nullable(), kalenderVersi: z.string() }),
  ),
  jawaban: z
    .strictObject({
      oleh,
      pilihan: z.string(),
      atMs: instant,
      alasan: z.string().exactOptional(),
    })
    .nullable(),
}) satisfies z.ZodType<Wait>;

/** The state of a berkas as its column holds it. */
export const BerkasJson = z.strictObject({
  skema: z.literal(1),
  id: z.string(),
  kantorId: KantorId,
  sopId: SopId,
  sopHash: z.string(),
  periode: Periode,
  status: z.enum(["berjalan", "selesai", "dibatalkan"]),
  langkahNo: LangkahNo,
  dibukaMs: instant,
  selesaiMs: instant.nullable(),
  indikatorList: z.array(Indikator),
  isianByKode: z.record(
    z.string(),
    z.strictObject({
      isian: Isian,
      keterangan: z.string().nullable(),
      bukti: z.array(BuktiJson),
      oleh: PegawaiId,
      atMs: instant,
      revisi: z.number(),
    }),
  ),
  draf: z
    .strictObject({
      versi: z.number(),
      padaMs: instant,
      isianByKode: z.record(z.string(), Isian),
      sebelumnya: z.array(
        z.strictObject({
          versi: z.number(),
          padaMs: instant,
          isianByKode: z.record(z.string(), Isian),
        }),
      ),
      perubahan: z.array(
        z.strictObject({ kode: z.string(), lama: Isian.nullable(), baru: Isian.nullable() }),
      ),
    })
    .nullable(),
  waitList: z.array(WaitJson),
  waitSeq: z.number(),
  kunjunganList: z.array(
    z.strictObject({
      langkahNo: LangkahNo,
      putaran: z.number(),
      masukMs: instant,
      keluarMs: instant.nullable(),
      tenggatMs: instant.nullable(),
      hasil: z.string().nullable(),
      oleh: oleh.nullable(),
      alasan: z.string().nullable(),
    }),
  ),
}) satisfies z.ZodType<BerkasState>;
