import { angkaText, isianText, lacakText, umumText } from "../../../generated/teks.ts";
import { can } from "../../authorize.ts";
import type { Pembukaan } from "../../engine/state.ts";
import type { Bukti } from "../../formulir/nilai.ts";
import { mejaOf } from "../../kantor/pegawai.ts";
import type { Pegawai } from "../../kantor/schema.ts";
import { type Indikator, type Isian, sameIsian } from "../../kinerja/indikator.ts";
import type { Narasi } from "../../kinerja/narasi.ts";
import { sebutPendek, sebutPeriode } from "../../pesan/periode.ts";
import { jabatanDi } from "../../pesan/sebutan.ts";
import { fill, lines, type TawaranRows, type Teks } from "../../pesan/teks.ts";
import { sebutWaktu } from "../../pesan/waktu.ts";
import type { RevisiRealisasi } from "../../rekap/masukan.ts";
import { decline, say, type Talk } from "../talk.ts";
import { nilaiText } from "../tanya/form/isian/look.ts";
import type { World } from "../world.ts";
import type { Command } from "./handler.ts";

/** More than this nobody reads in a chat; all of them are on a sheet of the rekap. */
const PALING_BANYAK = 10;

/**
 * Who changed a figure: when, from what to what, with which note and evidence, the newest first. Seen by
 * whoever sees it in the rekap: suppliers their own.
 */
export const riwayat: Command = {
  untuk: (pegawai) => can(pegawai, "lihat-rekap") || can(pegawai, "isi-realisasi"),
  run: (talk, argumen) => {
    const wanted = argumen.trim().toLowerCase();
    if (wanted === "") return decline(talk, "riwayat-kode");
    const indikator = indikatorOf(talk.world, wanted);
    if (indikator === undefined) {
      return decline(talk, "indikator-asing", { kode: argumen.trim() });
    }
    if (!maySee(talk.pegawai, indikator)) {
      return decline(talk, "bukan-indikator-anda", { kode: indikator.kode });
    }
    return show(talk, indikator);
  },
};

/** By the newest table of the office, else as a berkas has it whose table is older; `kode` in small letters. */
export function indikatorOf({ kantor, berkasById }: World, kode: string): Indikator | undefined {
  const own = kantor.indikatorList.toSorted((a, b) => b.tahun - a.tahun);
  const frozen = [...berkasById.values()].flatMap(({ state }) => state.indikatorList);
  return [...own, ...frozen].find((one) => one.kode.toLowerCase() === kode);
}

/** Whether somebody sees an indikator in the rekap: all of them, or those of their own desks. */
export const maySee = (pegawai: Pegawai, { penanggungJawab }: Indikator): boolean =>
  can(pegawai, "lihat-rekap") || mejaOf(pegawai).includes(penanggungJawab);

/** A revision with the one before it. */
interface Perubahan {
  readonly revisi: RevisiRealisasi;
  readonly sebelum: RevisiRealisasi | undefined;
}

function show(talk: Talk, indikator: Indikator): Talk {
  const { kode, nama } = indikator;
  const all = talk.world.revisiList
    .filter((one) => one.kode === kode)
    .toSorted((a, b) => b.seq - a.seq || b.revisi - a.revisi);
  if (all.length === 0) return say(talk, { teks: fill(lacakText.kosong, { kode }) });
  const shown = all.slice(0, PALING_BANYAK).map((revisi): Perubahan => {
    const sebelum = all.find(
      (one) => one.berkasId === revisi.berkasId && one.revisi === revisi.revisi - 1,
    );
    return { revisi, sebelum };
  });
  const rest = all.length - shown.length;
  return say(talk, {
    teks: lines(
      fill(lacakText.kepala, { kode, nama }),
      ...shown.map((one) => row(talk.world, indikator, one)),
      rest === 0 ? [] : fill(lacakText.lainnya, { jumlah: rest }),
    ),
    pilihan: proofButtons(talk.world, kode),
  });
}

/** What a revision changed; what it left as it was is not said again. */
function row(world: World, indikator: Indikator, { revisi, sebelum }: Perubahan): Teks {
  const { periode, atMs, oleh, isian, keterangan } = revisi;
  const baru = valueText(isian, indikator);
  const noted = keterangan !== null && keterangan !== sebelum?.keterangan;
  return fill(lacakText.baris, {
    periode: sebutPeriode(periode),
    waktu: sebutWaktu(atMs, world.kantor.zonaWaktu),
    jabatan: oleh === "sistem" ? umumText.sistem : jabatanDi(world.kantor, oleh),
    nilai:
      sebelum !== undefined && sameIsian(sebelum.isian, isian)
        ? fill(lacakText.tetap, { baru })
        : fill(lacakText.berubah, { baru, lama: beforeText(sebelum, indikator) }),
    keterangan: noted ? fill(lacakText.keterangan, { keterangan }) : "",
    narasi: narasiText(revisi.narasi, sebelum?.narasi),
    bukti: proofText(revisi.bukti, sebelum?.bukti ?? []),
    dibuka: openedText(world, revisi),
  });
}

function narasiText(now: Narasi = {}, before: Narasi = {}): Teks {
  const { tindakLanjut, pendukung, pelaksanaan } = now;
  return [
    tindakLanjut === undefined || tindakLanjut === before.tindakLanjut
      ? ""
      : fill(lacakText.tindakLanjut, { tindakLanjut }),
    pendukung === undefined || pendukung === before.pendukung
      ? ""
      : fill(lacakText.pendukung, { pendukung }),
    pelaksanaan === undefined || pelaksanaan.hasil === before.pelaksanaan?.hasil
      ? ""
      : fill(lacakText.pelaksanaan, {
          periode: sebutPendek(pelaksanaan.periode),
          hasil: isianText.hasilPelaksanaan[pelaksanaan.hasil],
        }),
  ];
}

const beforeText = (sebelum: RevisiRealisasi | undefined, indikator: Indikator): Teks =>
  sebelum === undefined ? lacakText.awal : valueText(sebelum.isian, indikator);

function valueText(isian: Isian, indikator: Indikator): Teks {
  if (isian.jenis === "nihil") return angkaText.isianNihil;
  return isian.jenis === "belum" ? angkaText.belumAda : nilaiText(isian, indikator);
}

function proofText(bukti: readonly Bukti[], sebelum: readonly Bukti[]): Teks {
  const same = bukti.every(({ hash }, at) => hash === sebelum[at]?.hash);
  if (same && bukti.length === sebelum.length) return "";
  const [first, ...others] = bukti;
  if (first === undefined) return lacakText.tanpaBukti;
  const nama =
    others.length === 0
      ? first.nama
      : fill(lacakText.buktiLain, { nama: first.nama, jumlah: others.length });
  return fill(lacakText.bukti, { nama });
}

/** At whose wish the figure was open again when it was changed. */
function openedText({ berkasById, kantor }: World, { berkasId, seq }: RevisiRealisasi): Teks {
  const opened = berkasById
    .get(berkasId)
    ?.state.pembukaanList.find((one) => one.mulaiSeq <= seq && seq <= lastSeq(one));
  return opened === undefined
    ? ""
    : fill(lacakText.dibuka, { jabatan: jabatanDi(kantor, opened.oleh), alasan: opened.alasan });
}

const lastSeq = ({ usai }: Pembukaan): number => usai?.seq ?? Number.MAX_SAFE_INTEGER;

/** The way to the evidence as it is now, of each berkas that has some. */
const proofButtons = ({ berkasById }: World, kode: string): TawaranRows =>
  [...berkasById.values()]
    .filter(({ state }) => (state.isianByKode[kode]?.bukti.length ?? 0) > 0)
    .slice(0, 3)
    .map(({ state }) => [
      {
        id: `/bukti ${state.id} ${kode}`,
        judul: fill(lacakText.lihatBukti, {
          periode: sebutPeriode(state.periode),
        }),
      },
    ]);
