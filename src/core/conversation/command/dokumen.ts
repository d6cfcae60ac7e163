import { dokumenText } from "../../../generated/teks.ts";
import { can } from "../../authorize.ts";
import type { JenisNaskah } from "../../dokumen/jenis.ts";
import type { Naskah } from "../../engine/state.ts";
import { pembukaanOf } from "../../engine/terbuka.ts";
import type { Pegawai } from "../../kantor/schema.ts";
import { tahunPeriode } from "../../kinerja/periode.ts";
import { sebutPeriode } from "../../pesan/periode.ts";
import type { BentukNaskah, Lampiran } from "../../pesan/pesan.ts";
import { jabatanDi } from "../../pesan/sebutan.ts";
import { fill, lines, type Tawaran, type Teks } from "../../pesan/teks.ts";
import { sebutWaktu } from "../../pesan/waktu.ts";
import { decline, say, type Talk } from "../talk.ts";
import type { BerkasTerbuka } from "../world.ts";
import { type Command, semua } from "./handler.ts";

/** More papers than this no keyboard should offer at once, and no small screen shows. */
const PALING_BANYAK = 10;

/** A paper of a berkas, and its place in it: buttons name it by that. */
interface Isi {
  readonly berkas: BerkasTerbuka;
  readonly naskah: Naskah;
  readonly ke: number;
}

/** What a paper can be had as. */
type Bentuk = BentukNaskah | "rekap";

/**
 * The papers of a berkas, newest first: versions of the report, letters, minutes, the archive; each
 * to be read or to be worked on. Suppliers get the figures of their own unit in place of a report,
 * reviewers what was finished and what was handed over to them.
 */
export const dokumen: Command = {
  untuk: semua,
  run: (talk, argumen) => {
    const shelf = [...talk.world.berkasById.values()]
      .map((berkas) => ({ berkas, isiList: readable(talk.pegawai, berkas) }))
      .filter(({ isiList }) => isiList.length > 0)
      .toSorted((a, b) => byAge(b.isiList[0], a.isiList[0]));
    const [first, second] = shelf;
    if (first === undefined) return say(talk, { teks: dokumenText.kosong });
    if (argumen === "") {
      return second === undefined
        ? list(talk, first.isiList, 0)
        : chooseBerkas(
            talk,
            shelf.map(({ berkas }) => berkas),
          );
    }
    const [id = "", ke = "", bentuk] = argumen.split(" ");
    const asked = shelf.find(({ berkas }) => berkas.state.id === id);
    if (asked === undefined) return decline(talk, "tombol-lama");
    if (ke === "" || ke.startsWith("+")) return list(talk, asked.isiList, Number(ke) || 0);
    const isi = asked.isiList.find((one) => String(one.ke) === ke);
    return isi === undefined ? decline(talk, "tombol-lama") : show(talk, isi, bentuk);
  },
};

/** What this person may see of a berkas, newest first. */
const readable = (pegawai: Pegawai, berkas: BerkasTerbuka): readonly Isi[] =>
  berkas.state.naskahList
    .map((naskah, index): Isi => ({ berkas, naskah, ke: index + 1 }))
    .filter((isi) => bentukList(pegawai, isi).length > 0)
    .toReversed();

/** By order; what version 0.1 wrote has no number and comes before everything that has one. */
const byAge = (a: Isi | undefined, b: Isi | undefined): number =>
  (a?.naskah.padaSeq ?? 0) - (b?.naskah.padaSeq ?? 0) ||
  (a?.naskah.padaMs ?? 0) - (b?.naskah.padaMs ?? 0);

function chooseBerkas(talk: Talk, berkasList: readonly BerkasTerbuka[]): Talk {
  return say(talk, {
    teks: dokumenText.pilihBerkas,
    pilihan: berkasList.slice(0, PALING_BANYAK).map((berkas) => [
      {
        id: `/dokumen ${berkas.state.id}`,
        judul: fill(dokumenText.tombolBerkas, {
          periode: periodeOf(berkas),
          sop: berkas.sop.nama,
        }),
      },
    ]),
  });
}

function list(talk: Talk, isiList: readonly Isi[], from: number): Talk {
  const shown = isiList.slice(from, from + PALING_BANYAK);
  const [first] = shown;
  if (first === undefined) return decline(talk, "tombol-lama");
  const rest = isiList.length - from - shown.length;
  return say(talk, {
    teks: lines(
      fill(dokumenText.kepala, {
        periode: periodeOf(first.berkas),
        sop: first.berkas.sop.nama,
      }),
      ...shown.map((isi, index) => row(talk, isi, index + 1)),
      dokumenText.lanjut,
    ),
    pilihan: [
      ...shown.map((isi) => [{ id: idOf(isi), judul: titleOf(isi) }]),
      ...(rest > 0
        ? [
            [
              {
                id: `/dokumen ${first.berkas.state.id} +${from + PALING_BANYAK}`,
                judul: fill(dokumenText.lama, { rest }),
              },
            ],
          ]
        : []),
    ],
  });
}

const row = (talk: Talk, { naskah, berkas }: Isi, nomor: number) =>
  fill(dokumenText.baris, {
    nomor,
    judul: titleOf({ naskah, berkas }),
    oleh:
      naskah.oleh === "sistem"
        ? []
        : fill(dokumenText.oleh, { jabatan: jabatanDi(talk.world.kantor, naskah.oleh) }),
    waktu: sebutWaktu(naskah.padaMs, talk.world.kantor.zonaWaktu),
    surat: naskah.nomor === null ? [] : fill(dokumenText.nomor, { nomor: naskah.nomor }),
    perubahan: naskah.perubahan === null ? "" : ` (${naskah.perubahan})`,
  });

function show(talk: Talk, isi: Isi, asked: string | undefined): Talk {
  const mayHave = bentukList(talk.pegawai, isi);
  const bentuk = mayHave.find((one) => one === asked) ?? mayHave[0];
  if (bentuk === undefined || (asked !== undefined && !isBentuk(asked))) {
    return decline(talk, "tombol-lama");
  }
  const others = mayHave.filter((one) => one !== bentuk);
  return say(talk, {
    teks: fill(dokumenText.lampiran, {
      judul: titleOf(isi),
      periode: periodeOf(isi.berkas),
      bentuk: dokumenText.bentuk[bentuk],
    }),
    lampiran: lampiranOf(talk, isi, bentuk),
    ...(asked === undefined && others.length > 0
      ? {
          pilihan: [
            others.map(
              (one): Tawaran => ({ id: `${idOf(isi)} ${one}`, judul: dokumenText.unduh[one] }),
            ),
          ],
        }
      : {}),
  });
}

/** What this person may have a paper as; the first is what they get without asking. */
function bentukList(
  pegawai: Pegawai,
  { berkas, naskah }: Pick<Isi, "berkas" | "naskah">,
): readonly Bentuk[] {
  const { jenis } = naskah;
  if (can(pegawai, "lihat-rekap")) return allForms(naskah);
  if (can(pegawai, "baca-laporan")) {
    return isFinished({ berkas, naskah }) || diserahkan.includes(jenis)
      ? allForms(naskah).slice(0, 1)
      : [];
  }
  if (!can(pegawai, "isi-realisasi") || jenis === "arsip") return [];
  return jenis === "laporan" ? ["rekap"] : allForms(naskah).slice(0, 1);
}

/** What goes to a reviewer along with the report. */
const diserahkan: readonly JenisNaskah[] = ["surat-pengantar", "tanda-terima", "surat-ralat"];

function allForms({ jenis, unggahan }: Naskah): readonly Bentuk[] {
  if (jenis === "arsip") return ["zip"];
  if (jenis !== "laporan") return unggahan === null ? ["pdf", "docx"] : ["asli"];
  return unggahan === null ? ["pdf", "docx", "rekap"] : ["asli", "rekap"];
}

/** Only the version that stands is finished, and only once its berkas is; in an opening it still does. */
function isFinished({ berkas: { state }, naskah }: Pick<Isi, "berkas" | "naskah">): boolean {
  const { draf, status } = state;
  const pembukaan = pembukaanOf(state);
  if (draf === null) return false;
  if (pembukaan === null) return status === "selesai" && draf.naskahId === naskah.id;
  const { drafVersi } = pembukaan.semula;
  return [draf, ...draf.sebelumnya].some(
    ({ versi, naskahId }) => versi === drafVersi && naskahId === naskah.id,
  );
}

function lampiranOf({ pegawai }: Talk, { berkas, naskah }: Isi, bentuk: Bentuk): Lampiran {
  if (bentuk !== "rekap") return { jenis: "naskah", naskahId: naskah.id, bentuk };
  const { periode } = berkas.state;
  const unit = can(pegawai, "lihat-rekap") ? null : pegawai.id;
  return {
    jenis: "rekap",
    tahun: tahunPeriode(periode),
    periode,
    unit,
    padaMs: naskah.padaMs,
    ...(naskah.padaSeq !== undefined && { padaSeq: naskah.padaSeq }),
  };
}

const titleOf = ({ naskah, berkas }: Pick<Isi, "berkas" | "naskah">): Teks =>
  naskah.sebutan === null
    ? `${naskah.nama}${naskah.versi > 1 ? ` (${naskah.versi})` : ""}`
    : fill(isFinished({ naskah, berkas }) ? dokumenText.versiAkhir : dokumenText.versi, {
        sebutan: naskah.sebutan,
      });

const idOf = ({ berkas, ke }: Isi): string => `/dokumen ${berkas.state.id} ${ke}`;

const isBentuk = (text: string): text is Bentuk => Object.hasOwn(dokumenText.bentuk, text);

const periodeOf = ({ state }: BerkasTerbuka): Teks => sebutPeriode(state.periode);
