import { z } from "zod";
import type { BerkasState, IsiDraf, Pembukaan, Ralat, Wait } from "../../core/engine/state.ts";
import { Bukti, NilaiFormulir } from "../../core/formulir/nilai.ts";
import { Pejabat } from "../../core/kantor/pejabat.ts";
import { KantorId, PegawaiId, Pencatat, Peran } from "../../core/kantor/schema.ts";
import { Indikator, Isian } from "../../core/kinerja/indikator.ts";
import { Narasi } from "../../core/kinerja/narasi.ts";
import { Periode } from "../../core/kinerja/periode.ts";
import { LangkahNo, SopId } from "../../core/sop/reference.ts";
import { NaskahJson } from "./naskah.ts";

const oleh = z.union([z.literal("sistem"), PegawaiId]);
const instant = z.number();
const seq = z.number().exactOptional();

const WaitJson = z.strictObject({
  id: z.string(),
  langkahNo: LangkahNo,
  macam: z.enum(["meja", "unit", "koordinator", "pembukaan", "baca", "hadir"]),
  pemegang: z.discriminatedUnion("jenis", [
    z.strictObject({
      jenis: z.literal("peran"),
      peran: z.array(Peran),
      anggota: z.array(PegawaiId).exactOptional(),
      definitif: z.literal(true).exactOptional(),
    }),
    z.strictObject({ jenis: z.literal("pegawai"), pegawaiId: PegawaiId }),
  ]),
  tahap: z.number().exactOptional(),
  butir: z.number().exactOptional(),
  diterimaMs: instant,
  diterimaSeq: seq,
  tenggatMs: instant.nullable(),
  batasMs: instant.nullable(),
  kalenderVersi: z.string(),
  tenggatLama: z.array(
    z.strictObject({
      tenggatMs: instant.nullable(),
      batasMs: instant.exactOptional(),
      kalenderVersi: z.string(),
    }),
  ),
  jawaban: z
    .strictObject({
      oleh,
      pilihan: z.string(),
      atMs: instant,
      alasan: z.string().exactOptional(),
      seq,
      pejabat: Pejabat.exactOptional(),
    })
    .nullable(),
  tundaList: z
    .array(z.strictObject({ oleh: PegawaiId, atMs: instant, sampaiMs: instant }))
    .exactOptional(),
  colekList: z
    .array(z.strictObject({ kepada: PegawaiId, oleh: PegawaiId, atMs: instant }))
    .exactOptional(),
}) satisfies z.ZodType<Wait>;

/** Figures that were corrected, as berkas and timers hold them. */
export const RalatListJson = z.array(
  z.strictObject({
    periode: Periode,
    kode: z.string(),
    lama: Isian.nullable(),
    baru: Isian.nullable(),
  }),
) satisfies z.ZodType<readonly Ralat[]>;

/** Fields that drafts stored before there were papers have not: their name, and the paper. */
const isiDraf = {
  versi: z.number(),
  padaMs: instant,
  sebutan: z.string().optional(),
  isianByKode: z.record(z.string(), Isian),
  naskahId: z.string().default(""),
  ralatList: RalatListJson.exactOptional(),
};

const named = <D extends { readonly versi: number; readonly sebutan?: string | undefined }>(
  draf: D,
): D & { readonly sebutan: string } => ({ ...draf, sebutan: draf.sebutan ?? `Draf ${draf.versi}` });

const IsiDrafJson = z.strictObject(isiDraf).transform(named) satisfies z.ZodType<IsiDraf>;

const DrafJson = z
  .strictObject({
    ...isiDraf,
    sebelumnya: z.array(IsiDrafJson),
    tanpaAnggaran: z.literal(true).exactOptional(),
    perubahan: z.array(
      z.strictObject({ kode: z.string(), lama: Isian.nullable(), baru: Isian.nullable() }),
    ),
  })
  .transform(named);

const IsianJson = z.strictObject({
  isian: Isian,
  keterangan: z.string().nullable(),
  narasi: Narasi.exactOptional(),
  bukti: z.array(Bukti),
  oleh: Pencatat,
  atMs: instant,
  revisi: z.number(),
});

const PembukaanJson = z.strictObject({
  oleh: PegawaiId,
  alasan: z.string(),
  kodeList: z.array(z.string()),
  hariKerja: z.number(),
  batasMs: instant,
  mulaiMs: instant,
  mulaiSeq: z.number(),
  semula: z.strictObject({
    langkahNo: LangkahNo,
    selesaiMs: instant.nullable(),
    selesaiSeq: seq,
    drafVersi: z.number().nullable(),
    isianByKode: z.record(z.string(), IsianJson),
  }),
  disetujui: z.strictObject({ oleh: PegawaiId, atMs: instant }).nullable(),
  usai: z
    .strictObject({
      hasil: z.enum(["disahkan", "ditolak", "waktu-habis", "dihentikan"]),
      oleh,
      atMs: instant,
      seq: z.number(),
      alasan: z.string().nullable(),
    })
    .nullable(),
}) satisfies z.ZodType<Pembukaan>;

/** The state of a berkas as its column holds it; one stored by an earlier version gets what it lacks. */
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
  dibukaSeq: seq,
  selesaiSeq: seq,
  indikatorList: z.array(Indikator),
  isianByKode: z.record(z.string(), IsianJson),
  draf: DrafJson.nullable(),
  formulirByLangkah: z.record(LangkahNo, z.record(z.string(), NilaiFormulir)).default({}),
  naskahList: z.array(NaskahJson).default([]),
  waitList: z.array(WaitJson),
  waitSeq: z.number(),
  kunjunganList: z.array(
    z.strictObject({
      langkahNo: LangkahNo,
      putaran: z.number(),
      masukMs: instant,
      keluarMs: instant.nullable(),
      masukSeq: seq,
      keluarSeq: seq,
      tenggatMs: instant.nullable(),
      hasil: z.string().nullable(),
      oleh: oleh.nullable(),
      alasan: z.string().nullable(),
      drafVersi: z.number().nullable().default(null),
    }),
  ),
  jedaList: z.array(z.strictObject({ mulaiMs: instant, usaiMs: instant })).exactOptional(),
  diingatkanMs: instant.exactOptional(),
  pembukaanList: z.array(PembukaanJson).default([]),
  ralatList: RalatListJson.default([]),
}) satisfies z.ZodType<BerkasState>;
