import { z } from "zod";
import { BerkasKantor } from "../../core/berkas-kantor/schema.ts";
import type { Dialogue, Session } from "../../core/conversation/session.ts";
import { Bukti, NilaiFormulir } from "../../core/formulir/nilai.ts";
import { PegawaiId } from "../../core/kantor/schema.ts";
import { TabelCocok } from "../../core/kinerja/format/tabel.ts";
import { Isian } from "../../core/kinerja/indikator.ts";
import { PilihanJson } from "./pesan.ts";

const waitId = z.string();

const about = z.strictObject({ waitId });

/** What every dialogue has, whatever it is about. */
const tanya = {
  id: z.string(),
  antrean: z.array(z.string()),
  jawaban: z.record(z.string(), z.string()),
  ragu: z
    .strictObject({
      calon: z.array(z.union([Isian, NilaiFormulir])),
      sebab: z.string(),
      data: z.record(z.string(), z.string()),
    })
    .nullable(),
  terakhir: z.string().nullable(),
};

const dialogue = <J extends string, H extends z.ZodType>(jenis: J, hal: H) =>
  z.strictObject({ jenis: z.literal(jenis), hal, ...tanya });

const KiniJson = z.discriminatedUnion("jenis", [
  dialogue("isian", about),
  dialogue("formulir", about),
  dialogue("kembalikan", about),
  dialogue("tutup", about),
  dialogue("hentikan", z.strictObject({ berkasId: z.string() })),
  dialogue("bukakembali", z.strictObject({ berkasId: z.string() })),
  dialogue(
    "suntingan",
    about.extend({
      bukti: Bukti,
      perubahan: z.string().nullable(),
      asal: z.string().nullable(),
      terbuka: z.string().exactOptional(),
    }),
  ),
  dialogue("lampiran", about.extend({ buktiList: z.array(Bukti) })),
  dialogue("tabel", about.extend({ bukti: Bukti, kode: z.string().nullable(), tabel: TabelCocok })),
  dialogue(
    "pindah",
    z.strictObject({ undanganId: z.string(), pegawaiId: PegawaiId, berlakuSampaiMs: z.number() }),
  ),
  dialogue("halangan", z.strictObject({ halanganId: z.string().nullable() })),
  dialogue("hadir-kembali", z.strictObject({ halanganId: z.string() })),
  dialogue("pegawai-masuk", z.record(z.string(), z.never())),
  dialogue(
    "pegawai-ubah",
    z.strictObject({
      pegawaiId: PegawaiId,
      apa: z.enum(["jabatan", "peran", "atasan", "indikator"]),
    }),
  ),
  dialogue("pegawai-keluar", z.strictObject({ pegawaiId: PegawaiId })),
  dialogue("pegawai-anonim", z.strictObject({ pegawaiId: PegawaiId })),
  dialogue("musnahkan", z.strictObject({ sidik: z.string() })),
  dialogue("putus-akun", z.strictObject({ pegawaiId: PegawaiId })),
  dialogue("libur-tambah", z.record(z.string(), z.never())),
  dialogue("libur-hapus", z.record(z.string(), z.never())),
  dialogue("libur-tahun", z.strictObject({ tahun: z.number().int() })),
  dialogue("target", z.strictObject({ tahun: z.number().int() })),
  dialogue("anggaran", z.strictObject({ tahun: z.number().int() })),
  dialogue(
    "buku-kantor",
    z.strictObject({
      berkas: BerkasKantor,
      peringatanList: z.array(z.strictObject({ sel: z.string(), pesan: z.string() })),
    }),
  ),
  dialogue("tahun-baru", z.strictObject({ tahun: z.number().int() })),
  dialogue("tunda", z.record(z.string(), z.never())),
  dialogue("mulai", z.record(z.string(), z.never())),
  dialogue("siaran", z.record(z.string(), z.never())),
]);

/**
 * Figures and forms as version 0.1 kept them: what is still to be asked is taken over, what was asked
 * back of it is asked anew. Any other dialogue of that time begins anew.
 */
const LamaJson = z
  .object({ jenis: z.enum(["isian", "formulir"]), id: z.string(), waitId, antrean: tanya.antrean })
  .transform(({ jenis, id, waitId, antrean }) => ({
    jenis,
    hal: { waitId },
    id,
    antrean,
    jawaban: {},
    ragu: null,
    terakhir: null,
  }));

const DialogueJson = z.union([KiniJson, LamaJson]) satisfies z.ZodType<Dialogue>;

/** A session as its column holds it; a key of an earlier version, like who was nudged, is passed over. */
export const SessionJson = z.object({
  seq: z.number(),
  dialogue: DialogueJson.nullable(),
  prompt: z.strictObject({ promptId: z.string(), pilihan: z.array(PilihanJson) }).nullable(),
  ditanyaDi: z.string().exactOptional(),
  aktifMs: z.number(),
  diingatkanMs: z.number().exactOptional(),
}) satisfies z.ZodType<Session>;
