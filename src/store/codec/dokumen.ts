import { z } from "zod";
import type { Blok, Butir, Dokumen } from "../../core/dokumen/model.ts";
import { Logo } from "../../core/kantor/logo.ts";

const isi = z.array(
  z.strictObject({
    teks: z.string(),
    tebal: z.literal(true).exactOptional(),
    miring: z.literal(true).exactOptional(),
    garisBawah: z.literal(true).exactOptional(),
  }),
);

/** Lists stand in the entries of lists; the getter lets the schema name itself. */
const daftar = z.strictObject({
  jenis: z.literal("daftar"),
  penomoran: z.enum(["angka", "huruf", "butir"]),
  get butirList(): z.ZodType<Butir[]> {
    return z.array(z.strictObject({ isi, anak: daftar.nullable() }));
  },
});

const rataSel = z.enum(["kiri", "tengah", "kanan"]);

const tabel = z.strictObject({
  jenis: z.literal("tabel"),
  kolomList: z.array(z.strictObject({ judul: z.string(), lebar: z.number(), rata: rataSel })),
  gugusList: z.array(z.strictObject({ judul: z.string(), kolom: z.number() })).nullable(),
  barisList: z.array(z.array(z.strictObject({ isi, latar: z.string().nullable() }))),
  kecil: z.boolean(),
});

const tandaTangan = z.strictObject({
  tempatTanggal: z.string().nullable(),
  jabatan: z.string(),
  keterangan: z.string().nullable(),
  nama: z.string(),
  nip: z.string().nullable(),
});

const kepalaSurat = z.strictObject({
  jenis: z.literal("kepala-surat"),
  tempatTanggal: z.string(),
  nomor: z.string().nullable(),
  sifat: z.string().nullable(),
  lampiran: z.string().nullable(),
  hal: z.string(),
  kepadaList: z.array(z.string()),
});

const grafik = z.strictObject({
  jenis: z.literal("grafik"),
  judul: z.string(),
  batangList: z.array(
    z.strictObject({
      label: z.string(),
      nilai: z.number().nullable(),
      warna: z.string(),
      keterangan: z.string().exactOptional(),
      arsir: z.literal(true).exactOptional(),
    }),
  ),
  garisTarget: z.number().nullable(),
  garisNama: z.string().exactOptional(),
  satuan: z.string(),
  potong: z.number().exactOptional(),
});

const grafikTren = z.strictObject({
  jenis: z.literal("grafik-tren"),
  judul: z.string(),
  satuan: z.string(),
  titikList: z.array(
    z.strictObject({
      label: z.string(),
      target: z.number().nullable(),
      realisasi: z.number().nullable(),
      capaianPersen: z.number().nullable(),
      kosong: z.string().nullable(),
    }),
  ),
});

const tingkat = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]);

const BlokJson = z.discriminatedUnion("jenis", [
  z.strictObject({
    jenis: z.literal("judul"),
    tingkat,
    teks: z.string(),
  }),
  z.strictObject({
    jenis: z.literal("paragraf"),
    isi,
    rata: z.enum(["kiri", "tengah", "kanan", "penuh"]),
    lekukCm: z.number(),
    awalCm: z.number(),
    kecil: z.boolean(),
  }),
  daftar,
  z.strictObject({
    jenis: z.literal("rincian"),
    barisList: z.array(z.strictObject({ label: z.string(), isi, daftar: daftar.exactOptional() })),
  }),
  tabel,
  z.strictObject({
    jenis: z.literal("tanda-tangan"),
    kiri: tandaTangan.nullable(),
    kanan: tandaTangan.nullable(),
  }),
  kepalaSurat,
  z.strictObject({ jenis: z.literal("tembusan"), kepadaList: z.array(z.string()) }),
  z.strictObject({ jenis: z.literal("halaman"), arah: z.enum(["tegak", "rebah"]) }),
  z.strictObject({
    jenis: z.literal("sampul"),
    logo: Logo.exactOptional(),
    judulList: z.array(z.string()),
    instansiList: z.array(z.string()),
  }),
  z.strictObject({ jenis: z.literal("daftar-isi"), judul: z.string(), tingkat }),
  grafik,
  grafikTren,
]) satisfies z.ZodType<Blok>;

/** A document as the column of its paper holds it: drawn again years later, it says the same. */
export const DokumenJson = z.strictObject({
  judul: z.string(),
  kertas: z.enum(["A4", "F4"]),
  kop: z
    .strictObject({
      pemerintah: z.string(),
      instansi: z.string(),
      alamat: z.string().nullable(),
      logo: Logo.exactOptional(),
    })
    .nullable(),
  tanda: z.string().nullable(),
  kaki: z.string(),
  dibuatMs: z.number(),
  blokList: z.array(BlokJson),
}) satisfies z.ZodType<Dokumen>;
