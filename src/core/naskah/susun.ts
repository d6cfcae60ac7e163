import { type Instansi, kopOf } from "../dokumen/kop.ts";
import type { Blok, Daftar, Dokumen, Isi, Rincian, Tabel, TandaTangan } from "../dokumen/model.ts";
import { biasa, sel } from "../dokumen/susun.ts";
import type {
  BlokTemplat,
  DaftarTeks,
  Syarat,
  TandaTangan as TandaTanganTemplat,
  Teks,
  TemplatNaskah,
} from "../dokumen/templat.ts";
import type { Instant } from "../waktu/instant.ts";
import type { Nilai } from "./nilai.ts";
import { berlaku, isiTeks, type Lingkup, potongan, ulang } from "./ungkapan.ts";

/** All a paper is filled from. */
export interface Dunia {
  readonly instansi: Instansi;
  readonly dibuatMs: Instant;
  /** What stands under a name; null where nothing does. */
  readonly cari: (sumber: string) => Nilai;
}

/** Draws a letter or form up, on F4, the paper offices write on. */
export function susunTemplat(templat: TemplatNaskah, dunia: Dunia): Dokumen {
  const lingkup: Lingkup = { cari: dunia.cari, butir: null, ke: 1 };
  const nama = isiTeks(templat.judul ?? templat.nama, lingkup);
  return {
    judul: `${nama} ${dunia.instansi.nama}`,
    kertas: "F4",
    kop: kopOf(dunia.instansi),
    tanda: templat.konsep !== undefined && berlaku(templat.konsep, lingkup) ? "KONSEP" : null,
    kaki: `${dunia.instansi.nama} · ${nama}`,
    dibuatMs: dunia.dibuatMs,
    blokList: bentang(templat.isi, lingkup, (blok, di) => blokDari(blok, di)),
  };
}

interface Berulang {
  readonly jika?: Syarat | undefined;
  readonly untuk?: string | undefined;
}

/** Each part as often as it is wanted, where its condition holds. */
const bentang = <T extends Berulang, R>(
  list: readonly T[],
  lingkup: Lingkup,
  each: (one: T, di: Lingkup) => R,
): readonly R[] =>
  list.flatMap((one) =>
    ulang(one.untuk, lingkup)
      .filter((di) => berlaku(one.jika, di))
      .map((di) => each(one, di)),
  );

const teksList = (list: DaftarTeks, lingkup: Lingkup): readonly string[] =>
  bentang(
    list.map((one) => (typeof one === "string" ? { teks: one } : one)),
    lingkup,
    ({ teks }, di) => isiTeks(teks, di),
  );

/** One function for each kind of block: a kind without its own does not compile. */
const penyusun: {
  readonly [J in BlokTemplat["jenis"]]: (blok: BlokOf<J>, lingkup: Lingkup) => Blok;
} = {
  judul: ({ tingkat, teks }, di) => ({ jenis: "judul", tingkat, teks: isiTeks(teks, di) }),
  paragraf: ({ isi, rata, lekukCm, awalCm, kecil }, di) => ({
    jenis: "paragraf",
    isi: bertanda(isi, di),
    rata,
    lekukCm,
    awalCm,
    kecil,
  }),
  daftar: ({ isi, penomoran }, di) => daftarDari(isi, penomoran, di),
  rincian: ({ baris }, di) => ({ jenis: "rincian", barisList: bentang(baris, di, barisDari) }),
  tabel: (blok, di) => tabelDari(blok, di),
  "tanda-tangan": ({ kiri, kanan }, di) => ({
    jenis: "tanda-tangan",
    kiri: tandaTanganDari(kiri, di),
    kanan: tandaTanganDari(kanan, di),
  }),
  "kepala-surat": ({ tempatTanggal, sifat, lampiran, hal, kepada }, di) => ({
    jenis: "kepala-surat",
    tempatTanggal: isiTeks(tempatTanggal, di),
    nomor: isiTeks("{{nomor}}", di) || null,
    sifat: isiTeks(sifat, di) || null,
    lampiran: isiTeks(lampiran, di) || null,
    hal: isiTeks(hal, di),
    kepadaList: teksList(kepada, di),
  }),
  tembusan: ({ kepada }, di) => ({ jenis: "tembusan", kepadaList: teksList(kepada, di) }),
  halaman: ({ arah }) => ({ jenis: "halaman", arah }),
};

type BlokOf<J extends BlokTemplat["jenis"]> = Extract<BlokTemplat, { readonly jenis: J }>;

const blokDari = <J extends BlokTemplat["jenis"]>(
  blok: BlokOf<J> & { readonly jenis: J },
  lingkup: Lingkup,
): Blok => penyusun[blok.jenis](blok, lingkup);

/** Text whose `**…**` is bold; what was put in keeps its asterisks. */
function bertanda(teks: Teks, lingkup: Lingkup): Isi {
  let tebal = false;
  const isi: { teks: string; tebal: boolean }[] = [];
  for (const { teks: part, isian } of potongan(teks, lingkup)) {
    for (const [at, run] of (isian ? [part] : part.split("**")).entries()) {
      if (at > 0) tebal = !tebal;
      const last = isi.at(-1);
      if (last?.tebal === tebal) last.teks += run;
      else if (run !== "") isi.push({ teks: run, tebal });
    }
  }
  const runList = isi.map((run) =>
    run.tebal ? { teks: run.teks, tebal: true as const } : { teks: run.teks },
  );
  return runList.length === 0 ? biasa("") : runList;
}

const daftarDari = (isi: DaftarTeks, penomoran: Daftar["penomoran"], di: Lingkup): Daftar => ({
  jenis: "daftar",
  penomoran,
  butirList: teksList(isi, di).map((teks) => ({ isi: biasa(teks), anak: null })),
});

const barisDari = (
  { label, isi, daftar, penomoran }: BlokOf<"rincian">["baris"][number],
  di: Lingkup,
): Rincian["barisList"][number] => ({
  label: isiTeks(label, di),
  ...(daftar === undefined
    ? { isi: biasa(isiTeks(isi, di)) }
    : { isi: [], daftar: daftarDari(daftar, penomoran, di) }),
});

/** As many rows as the longest column; a short one is filled up. */
function tabelDari({ kolom, setiap, kecil }: BlokOf<"tabel">, lingkup: Lingkup): Tabel {
  const barisan = ulang(setiap, lingkup);
  const selList = kolom.map(({ isi, daftar }) =>
    daftar === undefined ? barisan.map((di) => isiTeks(isi, di)) : teksList(daftar, lingkup),
  );
  const jumlah = Math.max(...selList.map(({ length }) => length));
  return {
    jenis: "tabel",
    kecil,
    gugusList: null,
    kolomList: kolom.map(({ judul, lebar, rata }) => ({
      judul: isiTeks(judul, lingkup),
      lebar,
      rata,
    })),
    barisList: Array.from({ length: jumlah }, (_, at) => selList.map((one) => sel(one[at] ?? ""))),
  };
}

function tandaTanganDari(templat: TandaTanganTemplat | undefined, di: Lingkup): TandaTangan | null {
  if (templat === undefined) return null;
  const { oleh, jabatan, nama, tempatTanggal, keterangan } = templat;
  const milik = (bidang: string): string =>
    oleh === undefined ? "" : isiTeks(`{{${oleh}.${bidang}}}`, di);
  return {
    tempatTanggal: isiTeks(tempatTanggal, di) || null,
    jabatan: jabatan === undefined ? `${milik("jabatan")},` : isiTeks(jabatan, di),
    keterangan: isiTeks(keterangan, di) || milik("wakil") || null,
    nama: nama === undefined ? milik("nama") : isiTeks(nama, di),
    nip: milik("nip") || null,
  };
}
