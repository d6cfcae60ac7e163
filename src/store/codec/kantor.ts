import { z } from "zod";
import { Cadangan } from "../../core/kantor/cadangan.ts";
import { Halangan } from "../../core/kantor/halangan.ts";
import { Logo } from "../../core/kantor/logo.ts";
import { Kepemilikan, PerubahanTercatat } from "../../core/kantor/perubahan.ts";
import {
  Bahasa,
  KantorId,
  type KantorTercatat,
  Pegawai,
  Profil,
  TataSurat,
} from "../../core/kantor/schema.ts";
import { Anggaran } from "../../core/kinerja/anggaran.ts";
import { Indikator } from "../../core/kinerja/indikator.ts";
import { Tampilan } from "../../core/kinerja/kategori.ts";
import { ZonaWaktu } from "../../core/waktu/instant.ts";
import { AturanPengingat } from "../../core/waktu/pengingat.ts";
import { AturanTunda } from "../../core/waktu/tunda.ts";

/** The office as its column holds it. */
export const KantorJson = z.strictObject({
  id: KantorId,
  nama: z.string(),
  kabupaten: z.string(),
  alamat: z.string().optional(),
  logo: Logo.optional(),
  zonaWaktu: ZonaWaktu,
  istilahTriwulan: z.enum(["triwulan", "tribulan"]),
  bahasa: Bahasa.optional(),
  sapaan: z.string().optional(),
  sopIdList: z.array(z.string()),
  pembukaanOtomatis: z.boolean(),
  pemantau: KantorId.optional(),
  aktif: z.boolean().optional(),
  pegawaiList: z.array(Pegawai),
  indikatorList: z.array(Indikator),
  halanganList: z.array(Halangan).optional(),
  kepemilikanList: z.array(Kepemilikan).optional(),
  anggaranList: z.array(Anggaran).optional(),
  perubahanList: z.array(PerubahanTercatat).optional(),
  tampilan: Tampilan,
  pengingat: z.array(AturanPengingat),
  tunda: AturanTunda.optional(),
  cadangan: Cadangan.optional(),
  profil: Profil.optional(),
  surat: TataSurat.optional(),
}) satisfies z.ZodType<KantorTercatat>;
