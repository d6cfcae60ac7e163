import { pantauText } from "../../../generated/teks.ts";
import { can } from "../../authorize.ts";
import { type BerkasDipantau, type KantorDipantau, urutPapan } from "../../kabupaten/papan.ts";
import type { Effect } from "../../pesan/effect.ts";
import { fill, type Teks } from "../../pesan/teks.ts";
import { sebutLamaKerja, sebutWaktu } from "../../pesan/waktu.ts";
import { isOpen, nextMorning, nextOpening } from "../../waktu/calendar.ts";
import { decline, emit, pemantauOf, say, type Talk } from "../talk.ts";
import type { Command } from "./handler.ts";
import { askable, ID_DALAM_TOMBOL } from "./papan.ts";

/** More buttons than this belong into a list to type from. */
const TOMBOL_PALING_BANYAK = 10;

/**
 * Asks an office after what is late there. Its coordinator gets one message for each berkas, once a working
 * day; whether it is still late then, that office decides itself.
 */
export const ingatkan: Command = {
  untuk: (pegawai) => can(pegawai, "pantau-kantor"),
  run(talk, argumen) {
    const kantorList = urutPapan(talk.world.dipantau);
    if (kantorList.length === 0) {
      return decline(talk, "tidak-ada-kantor", { kantor: talk.world.kantor.id });
    }
    if (argumen === "") return list(talk, kantorList);
    const kantor = findKantor(kantorList, argumen);
    return kantor === undefined
      ? decline(talk, "kantor-tidak-dikenal", { cari: argumen })
      : askAfter(talk, kantor);
  },
};

function list(talk: Talk, kantorList: readonly KantorDipantau[]): Talk {
  const late = kantorList.filter((one) => askable(one).length > 0);
  if (late.length === 0) return say(talk, { teks: pantauText.tidakAda });
  return say(talk, {
    teks: pantauText.pilihKantor,
    pilihan: late
      .filter(({ id }) => id.length <= ID_DALAM_TOMBOL)
      .slice(0, TOMBOL_PALING_BANYAK)
      .map(({ id, nama }) => [{ id: `/ingatkan ${id}`, judul: nama }]),
  });
}

/** By id, by its number on the board, else the one office whose name contains the words. */
function findKantor(
  kantorList: readonly KantorDipantau[],
  cari: string,
): KantorDipantau | undefined {
  const said = cari.toLowerCase();
  if (/^\d{1,3}$/.test(said)) return kantorList[Number(said) - 1];
  const similar = kantorList.filter(({ nama }) => nama.toLowerCase().includes(said));
  return (
    kantorList.find(({ id }) => id === said) ?? (similar.length === 1 ? similar[0] : undefined)
  );
}

function askAfter(talk: Talk, kantor: KantorDipantau): Talk {
  const { world } = talk;
  const waktu = (atMs: number): Teks => sebutWaktu(atMs, world.kantor.zonaWaktu);
  const late = kantor.berkasList.filter(({ terlambatMenit }) => terlambatMenit !== null);
  const [worst] = late;
  if (worst === undefined) return decline(talk, "tidak-terlambat", { kantor: kantor.nama });
  if (!isOpen(world.calendar, world.nowMs)) {
    const lagi = waktu(nextOpening(world.calendar, world.nowMs));
    return decline(talk, "di-luar-jam-kerja", { lagi });
  }
  const open = askable(kantor);
  const reached = open.filter(({ koordinator }) => koordinator.length > 0);
  const [first] = reached;
  if (first !== undefined) return send(talk, kantor, reached);
  const { diingatkanMs, lagiMs } = worst;
  return open.length > 0 || diingatkanMs === null || lagiMs === null
    ? decline(talk, "koordinator-tanpa-akun", { kantor: kantor.nama })
    : decline(talk, "hari-ini-diingatkan", {
        kantor: kantor.nama,
        waktu: waktu(diingatkanMs),
        lagi: waktu(lagiMs),
      });
}

function send(talk: Talk, kantor: KantorDipantau, berkasList: readonly BerkasDipantau[]): Talk {
  const { world, pegawai } = talk;
  const dari = pemantauOf(talk);
  const effects = berkasList.flatMap(({ id: berkasId }): Effect[] => [
    {
      kind: "kirim-kantor",
      kantorId: kantor.id,
      kunci: `ingatkan-kantor:${berkasId}`,
      isi: { jenis: "ingatkan-kantor", berkasId, dari },
    },
    {
      kind: "catat",
      jenis: "ingatkan-kantor",
      berkasId: null,
      oleh: pegawai.id,
      data: { untuk: kantor.nama, kantor: kantor.id, berkas: berkasId },
    },
  ]);
  const [worst] = berkasList;
  const lagiMs = nextMorning(world.calendar, world.nowMs);
  return say(emit(talk, ...effects), {
    teks: fill(pantauText.diteruskan, {
      kantor: kantor.nama,
      nama: [...new Set(berkasList.flatMap(({ koordinator }) => koordinator))].join(", "),
      periode: [...new Set(berkasList.map(({ periode }) => periode))].join(", "),
      lama: sebutLamaKerja(worst?.terlambatMenit ?? 0),
      lagi: sebutWaktu(lagiMs, world.kantor.zonaWaktu),
    }),
  });
}
