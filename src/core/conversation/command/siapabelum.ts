import { belumText, grafikText } from "../../../generated/teks.ts";
import { can } from "../../authorize.ts";
import { colekMs } from "../../engine/colek.ts";
import { holdersOf, owedWaits } from "../../engine/holders.ts";
import { takTerjangkauSejak } from "../../kantor/jangkauan.ts";
import type { Pegawai } from "../../kantor/schema.ts";
import { fill, joined, lines, type Tawaran, type Teks } from "../../pesan/teks.ts";
import { sebutTanggal, sebutWaktu } from "../../pesan/waktu.ts";
import { decline, say, type Talk } from "../talk.ts";
import { due, nudgeAll, type Sasaran, sorted } from "../tugas/nudge.ts";
import { tugasBatas, tugasOf } from "../tugas/tugas.ts";
import type { Command } from "./handler.ts";

/** More buttons than this belong into a list to type from. */
const TOMBOL_PALING_BANYAK = 10;

/**
 * Who has not done their part of what runs, and when they were last asked after it, with a button to
 * remind each once a working day; with somebody's name reminds them.
 */
export const siapabelum: Command = {
  untuk: (pegawai) => can(pegawai, "colek"),
  run(talk, argumen) {
    const owed = owedBy(talk);
    return argumen === "" ? list(talk, owed) : remind(talk, owed, argumen);
  },
};

/** What each person owes, whoever has owed something for longest first. */
type Owed = ReadonlyMap<Pegawai, readonly Sasaran[]>;

function owedBy({ world }: Talk): Owed {
  const byHolder = new Map<Pegawai, Sasaran[]>();
  const running = [...world.berkasById.values()]
    .filter(({ state }) => state.status === "berjalan")
    .toSorted((a, b) => a.state.dibukaMs - b.state.dibukaMs);
  for (const berkas of running) {
    for (const wait of owedWaits(berkas.state)) {
      for (const holder of holdersOf(wait, world.kantor)) {
        byHolder.set(holder, [...(byHolder.get(holder) ?? []), { berkas, wait, holder }]);
      }
    }
  }
  return byHolder;
}

function list(talk: Talk, owed: Owed): Talk {
  if (owed.size === 0) return say(talk, { teks: belumText.kosong });
  const offered = [...owed].filter(([, sasaranList]) => mayRemind(talk, sasaranList));
  return say(talk, {
    teks: lines(
      fill(belumText.kepala, { jumlah: owed.size }),
      ...[...owed].map(([holder, sasaranList], index) =>
        fill(belumText.baris, {
          nomor: index + 1,
          jabatan: holder.jabatan,
          tugas: taskText(talk, holder, sasaranList),
          tanda: markText(talk, holder, sasaranList),
        }),
      ),
      offered.length === 0 ? [] : belumText.sekali,
    ),
    pilihan: [
      ...offered
        .slice(0, TOMBOL_PALING_BANYAK)
        .map(([{ id, jabatan }]): Tawaran[] => [
          { id: `/siapabelum ${id}`, judul: fill(belumText.ingatkan, { jabatan }) },
        ]),
      // who sees how the office works may look at it instead
      ...(can(talk.pegawai, "lihat-rekap")
        ? [[{ id: "/grafik papan", judul: grafikText.papan }]]
        : []),
    ],
  });
}

/** Whether a tap would reach anybody: not oneself, and nobody who was asked today, is away or without account. */
function mayRemind({ pegawai, world }: Talk, sasaranList: readonly Sasaran[]): boolean {
  return due(world, sorted(world, sasaranList).reached).some(
    ({ holder }) => holder.id !== pegawai.id,
  );
}

function taskText({ world }: Talk, holder: Pegawai, sasaranList: readonly Sasaran[]): Teks {
  const idList = sasaranList.map(({ wait }) => wait.id);
  const owed = tugasOf(world, holder).filter(({ wait }) => idList.includes(wait.id));
  return joined(
    owed.map((one) => tugasBatas(world, one)),
    "; ",
  );
}

function markText(talk: Talk, holder: Pegawai, sasaranList: readonly Sasaran[]): Teks {
  const { world, pegawai } = talk;
  if (holder.id === pegawai.id) return belumText.sendiri;
  const halangan = holder.kini?.halangan ?? null;
  if (halangan !== null) {
    const { alasan, sampai } = halangan;
    return fill(belumText.berhalangan, { alasan, sampai: sebutTanggal(sampai) });
  }
  if (!world.terhubung.has(holder.id)) return belumText.tanpaAkun;
  if (takTerjangkauSejak(world.akunList, holder.id) !== null) return belumText.takTerjangkau;
  const lastMs = Math.max(0, ...sasaranList.map(({ wait }) => colekMs(wait, holder.id) ?? 0));
  return lastMs === 0
    ? []
    : fill(belumText.diingatkan, { waktu: sebutWaktu(lastMs, world.kantor.zonaWaktu) });
}

/** By id, by number in the list, else the one person whose office contains the words. */
function remind(talk: Talk, owed: Owed, cari: string): Talk {
  const { pegawaiList } = talk.world.kantor;
  const said = cari.toLowerCase();
  const nth = /^\d{1,2}$/.test(said) ? [...owed.keys()][Number(said) - 1] : undefined;
  const similar = pegawaiList.filter(({ jabatan }) => jabatan.toLowerCase().includes(said));
  const holder =
    nth ??
    pegawaiList.find(({ id }) => id === said) ??
    (similar.length === 1 ? similar[0] : undefined);
  if (holder === undefined) return decline(talk, "orang-tidak-dikenal", { cari });
  if (holder.id === talk.pegawai.id) return decline(talk, "diri-sendiri");
  const mine = [...owed].find(([{ id }]) => id === holder.id)?.[1] ?? [];
  return mine.length === 0
    ? decline(talk, "tidak-ditunggu", { nama: holder.jabatan })
    : nudgeAll(talk, mine);
}
