import { pantauText } from "../../../generated/teks.ts";
import {
  type BerkasDipantau,
  type KantorDipantau,
  type KeadaanKantor,
  keadaanKantor,
  periodeDitunggu,
  urutPapan,
} from "../../kabupaten/papan.ts";
import { sebutPeriode } from "../../pesan/periode.ts";
import { fill, joined, lines, paragraphs, type Tawaran, type Teks } from "../../pesan/teks.ts";
import { sebutLamaKerja, sebutWaktu } from "../../pesan/waktu.ts";
import { decline, say, type Talk } from "../talk.ts";
import type { World } from "../world.ts";

/** As many offices as one screen of a phone shows; the others are a button away. */
const PER_LAYAR = 5;
/** More names than these are counted. */
const NAMA_PALING_BANYAK = 3;
/** A token holds 64 bytes; an office with a longer id is reminded by its number. */
export const ID_DALAM_TOMBOL = 50;

/** The offices of a kabupaten, the worst first, one screen of them; `argumen` is the number of the screen. */
export function papan(talk: Talk, argumen: string): Talk {
  const { world } = talk;
  const kantorList = urutPapan(world.dipantau);
  if (kantorList.length === 0) {
    return decline(talk, "tidak-ada-kantor", { kantor: world.kantor.id });
  }
  const layarList = Math.ceil(kantorList.length / PER_LAYAR);
  const layar = Math.min(Math.max(Number.parseInt(argumen, 10) || 1, 1), layarList);
  const from = (layar - 1) * PER_LAYAR;
  const shown = kantorList.slice(from, from + PER_LAYAR);
  return say(talk, {
    teks: paragraphs(
      lines(
        fill(pantauText.kepala, {
          kabupaten: world.kantor.kabupaten,
          waktu: waktuOf(world, world.nowMs),
        }),
        fill(pantauText.jumlah, {
          jumlah: kantorList.length,
          periode: sebutPeriode(periodeDitunggu(world.kantor, world.nowMs)),
          rincian: countsText(kantorList),
        }),
      ),
      ...shown.map((kantor, at) => kantorText(world, kantor, from + at + 1)),
      layar === 1 ? pantauText.lanjut : [],
    ),
    pilihan: [
      ...pairs(
        shown.flatMap((kantor, at): readonly Tawaran[] =>
          mayAsk(kantor) && kantor.id.length <= ID_DALAM_TOMBOL
            ? [
                {
                  id: `/ingatkan ${kantor.id}`,
                  judul: fill(pantauText.ingatkan, { nomor: from + at + 1 }),
                },
              ]
            : [],
        ),
      ),
      turnRow(layar, layarList, kantorList.length),
      hasOwn(world) ? [{ id: "/status sendiri", judul: pantauText.sendiri }] : [],
    ].filter((row) => row.length > 0),
  });
}

/** What of an office is late and may be asked after now. */
export const askable = ({ berkasList }: KantorDipantau): readonly BerkasDipantau[] =>
  berkasList.filter(({ terlambatMenit, lagiMs }) => terlambatMenit !== null && lagiMs === null);

const mayAsk = (kantor: KantorDipantau): boolean =>
  askable(kantor).some(({ koordinator }) => koordinator.length > 0);

const hasOwn = ({ berkasById }: World): boolean =>
  [...berkasById.values()].some(({ state }) => state.status === "berjalan");

const pairs = (list: readonly Tawaran[]): readonly (readonly Tawaran[])[] =>
  list.flatMap((_, at) => (at % 2 === 0 ? [list.slice(at, at + 2)] : []));

function turnRow(layar: number, layarList: number, jumlah: number): readonly Tawaran[] {
  const span = (to: number): { readonly dari: number; readonly sampai: number } => ({
    dari: (to - 1) * PER_LAYAR + 1,
    sampai: Math.min(to * PER_LAYAR, jumlah),
  });
  return [
    ...(layar > 1
      ? [{ id: `/status ${layar - 1}`, judul: fill(pantauText.sebelumnya, span(layar - 1)) }]
      : []),
    ...(layar < layarList
      ? [{ id: `/status ${layar + 1}`, judul: fill(pantauText.berikutnya, span(layar + 1)) }]
      : []),
  ];
}

const countText: { readonly [K in KeadaanKantor]: (jumlah: number) => Teks } = {
  terlambat: (jumlah) => fill(pantauText.terlambat, { jumlah }),
  "belum-mulai": (jumlah) => fill(pantauText.belumMulai, { jumlah }),
  berjalan: (jumlah) => fill(pantauText.berjalan, { jumlah }),
  selesai: (jumlah) => fill(pantauText.selesai, { jumlah }),
  "tidak-aktif": (jumlah) => fill(pantauText.tidakAktif, { jumlah }),
};

const countsText = (kantorList: readonly KantorDipantau[]): Teks =>
  joined(
    keadaanKantor.map((keadaan) => {
      const jumlah = kantorList.filter((one) => one.keadaan === keadaan).length;
      return jumlah === 0 ? [] : countText[keadaan](jumlah);
    }),
  );

function kantorText(world: World, kantor: KantorDipantau, nomor: number): Teks {
  return lines(
    headText(world, kantor, nomor),
    ...kantor.berkasList.map((one) => berkasText(world, one)),
    kantor.takTerbaca === 0 ? [] : fill(pantauText.takTerbaca, { jumlah: kantor.takTerbaca }),
  );
}

function headText(
  world: World,
  { keadaan, nama, berkasList }: KantorDipantau,
  nomor: number,
): Teks {
  const named = { nomor, kantor: nama };
  const [worst] = berkasList;
  switch (keadaan) {
    case "terlambat":
      return fill(pantauText.barisTerlambat, {
        ...named,
        lama: sebutLamaKerja(worst?.terlambatMenit ?? 0),
      });
    case "berjalan": {
      const atMs = worst?.batasMs ?? null;
      const batas =
        atMs === null
          ? pantauText.tanpaBatas
          : fill(pantauText.batas, { waktu: waktuOf(world, atMs) });
      return fill(pantauText.barisBerjalan, { ...named, batas });
    }
    case "belum-mulai":
      return fill(pantauText.barisBelumMulai, named);
    case "selesai":
      return fill(pantauText.barisSelesai, named);
    case "tidak-aktif":
      return fill(pantauText.barisTidakAktif, named);
  }
}

function berkasText(world: World, { ditunggu, diingatkanMs, ...letak }: BerkasDipantau): Teks {
  const { periode, ke, dari, uraian } = letak;
  return lines(
    fill(pantauText.letak, { periode, ke, dari, uraian }),
    ditunggu.length === 0 ? [] : fill(pantauText.ditunggu, { nama: namesText(ditunggu) }),
    diingatkanMs === null
      ? []
      : fill(pantauText.diingatkan, { waktu: waktuOf(world, diingatkanMs) }),
  );
}

/** "Kasi A, Kasi B, Kasi C dan 2 lagi". */
function namesText(names: readonly string[]): Teks {
  const more = names.length - NAMA_PALING_BANYAK;
  const shown = names.slice(0, NAMA_PALING_BANYAK).join(", ");
  return more > 0 ? joined([shown, fill(pantauText.danLain, { jumlah: more })], " ") : shown;
}

const waktuOf = ({ kantor }: World, atMs: number): Teks => sebutWaktu(atMs, kantor.zonaWaktu);
