import { buktiText } from "../../../generated/teks.ts";
import { can } from "../../authorize.ts";
import { indikatorWait } from "../../engine/holders.ts";
import type { IsianTercatat, WaitId } from "../../engine/state.ts";
import { mejaOf } from "../../kantor/pegawai.ts";
import type { Pegawai } from "../../kantor/schema.ts";
import type { Indikator } from "../../kinerja/indikator.ts";
import { sebutPeriode } from "../../pesan/periode.ts";
import { jabatanDi } from "../../pesan/sebutan.ts";
import { fill, lines, type Tawaran, type TawaranRows, type Teks } from "../../pesan/teks.ts";
import { sebutWaktu } from "../../pesan/waktu.ts";
import { decline, say, settle, type Talk } from "../talk.ts";
import { nilaiText } from "../tanya/form/isian/look.ts";
import type { Tugas } from "../tugas/tugas.ts";
import type { BerkasTerbuka } from "../world.ts";
import type { Command } from "./handler.ts";
import { sheetsOf } from "./isi.ts";

/** More indikator than this no keyboard should offer at once. */
const PALING_BANYAK = 10;

/** A figure with what proves it. */
interface Terbukti {
  readonly berkas: BerkasTerbuka;
  readonly indikator: Indikator;
  readonly tercatat: IsianTercatat;
}

/**
 * What proves the figures: of a berkas, then of one indikator, each file in a message of its own. Whoever
 * supplied a figure sees what belongs to it and may take it back while the figure is open; heads and
 * compilers see all, reviewers what is finished.
 */
export const bukti: Command = {
  untuk: (pegawai) =>
    can(pegawai, "lihat-rekap") || can(pegawai, "isi-realisasi") || can(pegawai, "baca-laporan"),
  run: (talk, argumen) => {
    const shelf = [...talk.world.berkasById.values()]
      .map((berkas) => provenIn(talk.pegawai, berkas))
      .filter((list) => list.length > 0)
      .toSorted((a, b) => openedMs(b) - openedMs(a));
    const [id = "", kode = "", ...rest] = argumen.split(/\s+/);
    const asked = shelf.find(([first]) => first?.berkas.state.id === id);
    if (argumen === "") return begin(talk, shelf);
    if (asked === undefined) {
      return talk.world.berkasById.has(id)
        ? say(talk, { teks: buktiText.kosong })
        : byKode(talk, shelf, id);
    }
    if (kode === "" || kode.startsWith("+")) return list(talk, asked, Number(kode) || 0);
    const found = asked.find(({ indikator }) => indikator.kode === kode);
    if (found === undefined) return decline(talk, "bukti-tidak-ada");
    return rest[0] === "cabut" ? takeBack(talk, found, rest[1] ?? "") : show(talk, found);
  },
};

/** The figures of a berkas that have evidence and that this person may see, in the order of the sheet. */
function provenIn(pegawai: Pegawai, berkas: BerkasTerbuka): readonly Terbukti[] {
  const { indikatorList, isianByKode, status } = berkas.state;
  const meja = mejaOf(pegawai);
  const all = can(pegawai, "lihat-rekap");
  const finished = can(pegawai, "baca-laporan") && status === "selesai";
  return indikatorList
    .filter(({ penanggungJawab }) => all || finished || meja.includes(penanggungJawab))
    .flatMap((indikator) => {
      const tercatat = isianByKode[indikator.kode];
      return tercatat === undefined || tercatat.bukti.length === 0
        ? []
        : [{ berkas, indikator, tercatat }];
    });
}

const openedMs = ([first]: readonly Terbukti[]): number => first?.berkas.state.dibukaMs ?? 0;

function begin(talk: Talk, shelf: readonly (readonly Terbukti[])[]): Talk {
  const [first, second] = shelf;
  if (first === undefined) return say(talk, { teks: buktiText.kosong });
  if (second === undefined) return list(talk, first, 0);
  return say(talk, {
    teks: buktiText.pilihBerkas,
    pilihan: shelf.slice(0, PALING_BANYAK).flatMap(([one]): TawaranRows => {
      if (one === undefined) return [];
      const judul = [periodeOf(one), ` — ${one.berkas.sop.nama}`];
      return [[{ id: `/bukti ${one.berkas.state.id}`, judul }]];
    }),
  });
}

/** A kode typed behind the command: where it was proved last. */
function byKode(talk: Talk, shelf: readonly (readonly Terbukti[])[], kode: string): Talk {
  const wanted = kode.toLowerCase();
  const found = shelf.flat().find(({ indikator }) => indikator.kode.toLowerCase() === wanted);
  return found === undefined
    ? say(talk, { teks: fill(buktiText.kosongKode, { kode }) })
    : show(talk, found);
}

function list(talk: Talk, all: readonly Terbukti[], from: number): Talk {
  const shown = all.slice(from, from + PALING_BANYAK);
  const [first] = shown;
  if (first === undefined) return decline(talk, "tombol-lama");
  const { state } = first.berkas;
  const rest = all.length - from - shown.length;
  const more = `/bukti ${state.id} +${from + PALING_BANYAK}`;
  return say(talk, {
    teks: lines(
      fill(buktiText.kepala, { periode: periodeOf(first) }),
      ...shown.map(({ indikator, tercatat }, index) =>
        fill(buktiText.baris, {
          nomor: from + index + 1,
          nama: indikator.nama,
          jumlah: tercatat.bukti.length,
        }),
      ),
      buktiText.lanjut,
    ),
    pilihan: [
      ...shown.map((one): readonly Tawaran[] => [
        {
          id: idOf(one),
          judul: fill(buktiText.tombol, { kode: one.indikator.kode, nama: one.indikator.nama }),
        },
      ]),
      ...(rest > 0 ? [[{ id: more, judul: fill(buktiText.lama, { rest }) }]] : []),
    ],
  });
}

/** The figure first, then its files; whoever may take one back finds that below the last. */
function show(talk: Talk, one: Terbukti): Talk {
  const { indikator, tercatat, berkas } = one;
  const { bukti: files, isian, keterangan, oleh, atMs } = tercatat;
  const { kantor } = talk.world;
  const open = waitOf(talk, one) !== null;
  const told = say(talk, {
    teks: lines(
      fill(buktiText.indikator, {
        nama: indikator.nama,
        periode: periodeOf(one),
        nilai: nilaiText(isian, indikator),
        satuan: isian.jenis === "angka" ? ` ${indikator.satuan}` : "",
        jabatan: jabatanDi(kantor, oleh),
        waktu: sebutWaktu(atMs, kantor.zonaWaktu),
      }),
      keterangan === null ? [] : fill(buktiText.keterangan, { keterangan }),
      fill(buktiText.terlampir, { jumlah: files.length }),
      open ? buktiText.dapatDicabut : [],
    ),
    pilihan: open
      ? files.map(({ hash }, index): readonly Tawaran[] => [
          {
            id: `/bukti ${berkas.state.id} ${indikator.kode} cabut ${tandaOf(hash)}`,
            judul: fill(buktiText.cabut, { ke: index + 1 }),
          },
        ])
      : [],
  });
  return files.reduce(
    (next, { hash, nama, mime }, index) =>
      say(next, {
        teks: fill(buktiText.berkas, { ke: index + 1, jumlah: files.length, nama }),
        lampiran: { jenis: "tersimpan", hash, nama, mime },
      }),
    told,
  );
}

function takeBack(talk: Talk, one: Terbukti, tanda: string): Talk {
  const { berkas, indikator, tercatat } = one;
  const file = tercatat.bukti.find(({ hash }) => tandaOf(hash) === tanda);
  if (file === undefined) return decline(talk, "bukti-tidak-ada");
  const waitId = waitOf(talk, one);
  if (waitId === null) return decline(talk, "bukti-terkunci");
  const { kode, nama } = indikator;
  const { hash } = file;
  const event = { kind: "cabut-bukti", waitId, oleh: talk.pegawai.id, kode, hash } as const;
  const { talk: settled, refusal } = settle(talk, berkas, event);
  if (refusal !== null) return decline(talk, refusal.code, refusal.data);
  const jumlah = tercatat.bukti.length - 1;
  return say(settled, { teks: fill(buktiText.dicabut, { berkas: file.nama, nama, jumlah }) });
}

/** The open request at which this person may still change the figure; null where there is none. */
function waitOf({ world, pegawai }: Talk, { berkas, indikator }: Terbukti): WaitId | null {
  const asks = ({ wait, berkas: { state } }: Tugas): boolean =>
    state.id === berkas.state.id &&
    indikatorWait(state, wait).some(({ kode }) => kode === indikator.kode);
  return sheetsOf(world, pegawai).find(asks)?.wait.id ?? null;
}

/** Enough of a hash to tell the files of one figure apart within a button. */
const tandaOf = (hash: string): string => hash.slice(0, 8);

const idOf = ({ berkas, indikator }: Terbukti): string =>
  `/bukti ${berkas.state.id} ${indikator.kode}`;

const periodeOf = ({ berkas }: Pick<Terbukti, "berkas">): Teks =>
  sebutPeriode(berkas.state.periode);
