import type { Dokumen } from "../dokumen/model.ts";
import { type Kegiatan, rencanaKegiatan } from "../dokumen/rencana-kegiatan.ts";
import { type RencanaTemuan, rencanaTindakLanjut } from "../dokumen/rencana-tindak-lanjut.ts";
import { bacaTanggal } from "../formulir/baca-waktu.ts";
import { periodeOf } from "../pesan/sebutan.ts";
import { toLocal } from "../waktu/instant.ts";
import type { Tanggal } from "../waktu/tanggal.ts";
import { type BahanNaskah, butirDari, pelakuPenanda, suratDari, teksDari } from "./bahan.ts";

/** The plan: "kegiatan; pelaksana; mulai; selesai" a line, as the form holds it. */
export const rencanaKegiatanDari = (bahan: BahanNaskah): Dokumen =>
  rencanaKegiatan({
    ...suratDari(bahan, pelakuPenanda(bahan)),
    tentang: bahan.turn.sop.nama,
    periode: periodeOf(bahan.turn),
    kegiatanList: butirDari(bahan, "rencana").map((line) => kegiatanOf(bahan, line)),
  });

function kegiatanOf(bahan: BahanNaskah, line: string): Kegiatan {
  const [uraian = line, pelaksana = "", mulai = "", selesai = "", ...rest] = partsOf(line);
  const { turn } = bahan;
  const langkah = turn.sop.langkah.find((one) => one.uraian === uraian);
  return {
    uraian,
    pelaksana,
    mulai: hariOf(bahan, mulai),
    selesai: hariOf(bahan, selesai),
    keluaran: langkah?.mutuBaku.keluaran.join(", ") ?? "",
    keterangan: rest.join("; "),
  };
}

/** What follows from the report: "temuan (persen); rencana; penanggung jawab; batas" a line. */
export const rencanaTindakLanjutDari = (bahan: BahanNaskah): Dokumen =>
  rencanaTindakLanjut({
    ...suratDari(bahan, pelakuPenanda(bahan)),
    atas: `Laporan Kinerja ${periodeOf(bahan.turn)}`,
    disposisi: teksDari(bahan, "catatan"),
    temuanList: butirDari(bahan, "tindakLanjut").map((line) => temuanOf(bahan, line)),
  });

function temuanOf(bahan: BahanNaskah, line: string): RencanaTemuan {
  const [temuan = line, rencana = "", penanggungJawab = "", batas = ""] = partsOf(line);
  const persen = /^(.*?)\s*\(([\d.]*\d(?:,\d+)?) %\)$/.exec(temuan);
  return {
    temuan: persen?.[1] ?? temuan,
    capaianPersen:
      persen?.[2] === undefined ? null : Number(persen[2].replaceAll(".", "").replace(",", ".")),
    rencana,
    penanggungJawab,
    batas: hariOf(bahan, batas),
  };
}

const partsOf = (line: string): readonly string[] => line.split(";").map((part) => part.trim());

const hariOf = ({ turn }: BahanNaskah, text: string): Tanggal | null =>
  text === ""
    ? null
    : bacaTanggal(text, toLocal(turn.context.nowMs, turn.context.kantor.zonaWaktu).tanggal);
