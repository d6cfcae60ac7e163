import { daftarHadir } from "../dokumen/daftar-hadir.ts";
import type { Dokumen } from "../dokumen/model.ts";
import { notulen } from "../dokumen/notulen.ts";
import { type Acara, undangan } from "../dokumen/undangan.ts";
import { readersOf } from "../engine/readers.ts";
import { jamText } from "../formulir/teks.ts";
import type { Pegawai, PegawaiId } from "../kantor/schema.ts";
import { waktuOf } from "../pesan/sebutan.ts";
import { singkatanZona, toLocal } from "../waktu/instant.ts";
import {
  type BahanNaskah,
  butirDari,
  kepalaOf,
  kepalaPenanda,
  nilaiDari,
  pelakuPenanda,
  suratDari,
  teksDari,
} from "./bahan.ts";

/** The letter that calls the meeting of this langkah. */
export const undanganDari = (bahan: BahanNaskah): Dokumen =>
  undangan({
    ...suratDari(bahan, kepalaPenanda(bahan)),
    acara: acaraDari(bahan),
    undanganList: pegawaiOf(bahan, invited(bahan)).map(({ jabatan }) => jabatan),
    lampiran: null,
    tembusanList: [],
  });

/** Those present, and what they answered to the invitation. */
export const daftarHadirDari = (bahan: BahanNaskah): Dokumen =>
  daftarHadir({
    ...suratDari(bahan, pelakuPenanda(bahan)),
    acara: acaraDari(bahan),
    pesertaList: pegawaiOf(bahan, present(bahan)).map(({ id, nama, jabatan }) => ({
      nama,
      jabatan,
      hadirPukul: confirmedAt(bahan, id),
    })),
  });

/** The minutes: led by the head of the office where the sheet names them, else by whoever wrote them. */
export function notulenDari(bahan: BahanNaskah): Dokumen {
  const kepala = kepalaOf(bahan.turn.context.kantor);
  const leads = kepala?.peran.some((one) => bahan.langkah.pelaksana.peran.includes(one)) === true;
  return notulen({
    ...suratDari(bahan, leads ? kepalaPenanda(bahan) : pelakuPenanda(bahan)),
    acara: acaraDari(bahan),
    notulis: pelakuPenanda(bahan),
    pesertaList: pegawaiOf(bahan, present(bahan)).map(({ jabatan }) => jabatan),
    pembahasanList: butirDari(bahan, "pembahasan"),
    keputusanList: butirDari(bahan, "keputusan"),
    tindakLanjutList: butirDari(bahan, "tindakLanjut").map((uraian) => ({
      uraian,
      penanggungJawab: "",
      batas: null,
    })),
  });
}

function acaraDari(bahan: BahanNaskah): Acara {
  const { turn, langkah } = bahan;
  const { kantor, nowMs } = turn.context;
  const jam = nilaiDari(bahan, "jam", "jam");
  return {
    nama: teksDari(bahan, "acara") ?? langkah.uraian,
    hari:
      nilaiDari(bahan, "tanggal", "tanggal")?.tanggal ?? toLocal(nowMs, kantor.zonaWaktu).tanggal,
    pukul:
      jam === null
        ? "…………"
        : `${jamText(jam.menit)} ${singkatanZona(kantor.zonaWaktu)} s.d. selesai`,
    tempat: teksDari(bahan, "tempat") ?? kantor.nama,
  };
}

function invited({ turn, langkah }: BahanNaskah): readonly PegawaiId[] {
  const tahapList = langkah.jenis === "formulir" ? langkah.tahap : [];
  const sampaikan = tahapList.find((one) => one.sampaikan?.naskah === "undangan")?.sampaikan;
  return sampaikan === undefined ? [] : readersOf(turn, langkah, sampaikan.kepada);
}

const present = (bahan: BahanNaskah): readonly PegawaiId[] =>
  nilaiDari(bahan, "pesertaHadir", "pegawai")?.idList ?? [];

const pegawaiOf = ({ turn }: BahanNaskah, idList: readonly PegawaiId[]): readonly Pegawai[] =>
  turn.context.kantor.pegawaiList.filter(({ id }) => idList.includes(id));

function confirmedAt({ turn, langkah }: BahanNaskah, id: PegawaiId): string | null {
  const wait = turn.state.waitList.findLast(
    ({ macam, langkahNo, pemegang }) =>
      macam === "hadir" &&
      langkahNo === langkah.no &&
      pemegang.jenis === "pegawai" &&
      pemegang.pegawaiId === id,
  );
  return wait?.jawaban?.pilihan === "hadir"
    ? `dikonfirmasi ${waktuOf(turn, wait.jawaban.atMs)}`
    : null;
}
