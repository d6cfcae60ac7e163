import { lembarDisposisi } from "../dokumen/lembar-disposisi.ts";
import type { Dokumen } from "../dokumen/model.ts";
import { notaDinas } from "../dokumen/nota-dinas.ts";
import { suratPerintah } from "../dokumen/surat-perintah.ts";
import { timOf } from "../engine/holders.ts";
import type { Pegawai } from "../kantor/schema.ts";
import { periodeOf } from "../pesan/sebutan.ts";
import {
  type BahanNaskah,
  berikutnya,
  butirDari,
  kepalaPenanda,
  pelakuPenanda,
  suratDari,
  teksDari,
} from "./bahan.ts";

/** The order of the head of the office to the team, or to whoever works next. */
export function suratPerintahDari(bahan: BahanNaskah): Dokumen {
  const { turn, langkah } = bahan;
  const tugas = [...butirDari(bahan, "tugas"), ...butirDari(bahan, "isi")];
  return suratPerintah({
    ...suratDari(bahan, kepalaPenanda(bahan)),
    dasarList: turn.sop.kepala.dasarHukum,
    kepadaList: ditugasi(bahan).map(({ nama, jabatan }) => ({ nama, jabatan })),
    untukList: tugas.length > 0 ? tugas : [`${langkah.uraian} ${periodeOf(turn)}.`],
  });
}

/** Those the order is for: the team once it is formed, else whoever works next. */
function ditugasi(bahan: BahanNaskah): readonly Pegawai[] {
  const { sop, state, context } = bahan.turn;
  const tim = timOf(sop, state);
  return tim.length === 0
    ? berikutnya(bahan)
    : context.kantor.pegawaiList.filter(({ id }) => tim.includes(id));
}

/** A note from whoever wrote it to whoever works next. */
export function notaDinasDari(bahan: BahanNaskah): Dokumen {
  const { turn, langkah } = bahan;
  const penanda = pelakuPenanda(bahan);
  const isiList = butirDari(bahan, "isi");
  return notaDinas({
    ...suratDari(bahan, penanda),
    kepada: teksDari(bahan, "kepada") ?? jabatanList(berikutnya(bahan)),
    dari: penanda.jabatan,
    tembusan: null,
    sifat: teksDari(bahan, "sifat") ?? "Biasa",
    lampiran: null,
    hal: teksDari(bahan, "perihal") ?? `${langkah.uraian} ${periodeOf(turn)}`,
    isiList: isiList.length > 0 ? isiList : [`${langkah.uraian} ${periodeOf(turn)}.`],
  });
}

const HARAP = [
  "Tindak lanjuti",
  "Proses sesuai ketentuan",
  "Koordinasikan dan konfirmasikan",
  "Siapkan laporan",
];

/** The sheet that says who is to do what with the work of this period. */
export function lembarDisposisiDari(bahan: BahanNaskah): Dokumen {
  const { turn, langkah } = bahan;
  const surat = suratDari(bahan, kepalaPenanda(bahan));
  const next = new Set(berikutnya(bahan).map(({ id }) => id));
  return lembarDisposisi({
    ...surat,
    suratDari: surat.instansi.nama,
    nomorSurat: bahan.nomor,
    tanggalSurat: surat.tanggal,
    diterima: surat.tanggal,
    nomorAgenda: teksDari(bahan, "nomorAgenda"),
    sifat: sifatOf(teksDari(bahan, "sifat")),
    hal: `${turn.sop.nama}, ${periodeOf(turn)}`,
    diteruskanKepada: turn.context.kantor.pegawaiList
      .filter(({ peran }) => peran.some((one) => turn.sop.pelaksana.includes(one)))
      .map(({ id, jabatan }) => ({ teks: jabatan, dipilih: next.has(id) })),
    harap: HARAP.map((teks, at) => ({ teks, dipilih: at === 0 })),
    catatan: teksDari(bahan, "isi") ?? teksDari(bahan, "catatan") ?? langkah.uraian,
  });
}

const sifatList = ["Biasa", "Segera", "Sangat Segera", "Rahasia"] as const;

const sifatOf = (teks: string | null): (typeof sifatList)[number] =>
  sifatList.find((one) => one.toLowerCase() === teks?.toLowerCase()) ?? "Biasa";

const jabatanList = (list: readonly Pegawai[]): string =>
  list.map(({ jabatan }) => jabatan).join(", ") || "…………………";
