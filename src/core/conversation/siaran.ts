import { pantauText, peranText, siaranText, tabelText } from "../../generated/teks.ts";
import { holdersOf, openWaits } from "../engine/holders.ts";
import { type Kantor, type KantorId, type PegawaiId, Peran } from "../kantor/schema.ts";
import { bentuk, kolom, tabelOf } from "../pesan/bentuk.ts";
import { jabatanDi } from "../pesan/sebutan.ts";
import { fill, lines, type Teks, type Ucapan } from "../pesan/teks.ts";
import type { Akun, World } from "./world.ts";

/** How a broadcast stands, as the outbox counts it. */
export interface SiaranKeadaan {
  readonly id: string;
  readonly dibatalkan: boolean;
  readonly total: number;
  readonly terkirim: number;
  readonly sampai: number;
  readonly dibaca: number;
  readonly menunggu: number;
  /** Other offices that have not handed it to their people yet. */
  readonly kantorMenunggu: number;
  readonly dilewati: readonly TakSampai[];
  readonly gagal: readonly TakSampai[];
}

/** Somebody a broadcast did not reach, and why. */
export interface TakSampai {
  readonly kantorId: KantorId;
  readonly pegawaiId: PegawaiId;
  readonly sebab: string;
}

/** Other offices a report has to name people of. */
export type KantorLain = ReadonlyMap<KantorId, Kantor>;

/** A group a broadcast may go to. */
export interface Audiens {
  readonly id: string;
  readonly judul: Teks;
  /** The account each receiver gets it on: their preferred one that bears messages to many. */
  readonly penerima: readonly Akun[];
  /** Who has accounts, but none that bears messages to many. */
  readonly pribadi: readonly PegawaiId[];
  /** How many of the group have no account. */
  readonly tanpaAkun: number;
}

/** What the sender sees while a broadcast runs, and the report once nothing is waiting any more. */
export function siaranProgress(
  status: SiaranKeadaan,
  kantor: Kantor,
  lain: KantorLain = new Map(),
): Ucapan {
  const { terkirim, total, menunggu, kantorMenunggu, gagal } = status;
  if (isUnderWay(status)) {
    return {
      teks: fill(siaranText.berjalan, {
        terkirim,
        total,
        menunggu,
        gagal: [
          gagal.length === 0 ? [] : fill(siaranText.berjalanGagal, { jumlah: gagal.length }),
          kantorMenunggu === 0 ? [] : fill(pantauText.menyusul, { jumlah: kantorMenunggu }),
        ],
      }),
      pilihan: [[{ id: "batal-siaran", judul: siaranText.batalkan }]],
      promptId: status.id,
    };
  }
  const teks = reportText(status, (one) => sebutan(one, kantor, lain));
  return { teks, singkat: teks };
}

/** Whether anything of a broadcast still is to be sent. */
export const isUnderWay = ({ menunggu, kantorMenunggu, dibatalkan }: Waiting): boolean =>
  menunggu + kantorMenunggu > 0 && !dibatalkan;

type Waiting = Pick<SiaranKeadaan, "menunggu" | "kantorMenunggu" | "dibatalkan">;

/** People of another office are named with it. */
function sebutan({ kantorId, pegawaiId }: TakSampai, kantor: Kantor, lain: KantorLain): string {
  if (kantorId === kantor.id) return jabatanDi(kantor, pegawaiId);
  const theirs = lain.get(kantorId);
  return theirs === undefined
    ? `${pegawaiId}, ${kantorId}`
    : `${jabatanDi(theirs, pegawaiId)}, ${theirs.nama}`;
}

function reportText(status: SiaranKeadaan, named: (one: TakSampai) => string): Teks {
  const { terkirim, total, sampai, dibaca, gagal } = status;
  const report = status.dibatalkan ? siaranText.laporanBatal : siaranText.laporan;
  // Most services never tell; a zero would read as if nobody had cared to look.
  const tanda = [
    sampai === 0 ? [] : fill(siaranText.laporanSampai, { jumlah: sampai }),
    dibaca === 0 ? [] : fill(siaranText.laporanDibaca, { jumlah: dibaca }),
  ];
  return lines(
    fill(report, { terkirim, total, tanda, gagal: gagal.length }),
    tidakSampai(status, named),
  );
}

/** Whom it did not reach, and why: a line each, or one table. */
function tidakSampai({ gagal, dilewati }: SiaranKeadaan, named: (one: TakSampai) => string): Teks {
  const each = (list: readonly TakSampai[], template: BarisText): readonly Teks[] =>
    list.map((one) => fill(template, { nama: named(one), sebab: one.sebab }));
  const polos = lines(
    ...each(gagal, siaranText.gagalBaris),
    ...each(dilewati, siaranText.dilewatiBaris),
  );
  const all = [...gagal, ...dilewati];
  if (all.length === 0) return polos;
  return bentuk(
    polos,
    tabelOf(
      [kolom(tabelText.tidakSampai), kolom(tabelText.sebab)],
      all.map((one) => [named(one), one.sebab]),
    ),
  );
}

type BarisText = typeof siaranText.gagalBaris | typeof siaranText.dilewatiBaris;

/** The groups this office has: everybody, each office held, and who has not delivered. */
export function audiensList(world: World, pengirim: PegawaiId): readonly Audiens[] {
  const { pegawaiList } = world.kantor;
  const everybody = pegawaiList.map(({ id }) => id);
  const byPeran = Peran.options.map((peran) => ({
    id: `peran-${peran}`,
    nama: peranText[peran],
    idList: pegawaiList.filter((one) => one.peran.includes(peran)).map(({ id }) => id),
  }));
  const group = (id: string, idList: readonly PegawaiId[]): Omit<Audiens, "judul"> => ({
    id,
    ...receiversOf(
      world,
      idList.filter((one) => one !== pengirim),
    ),
  });
  const titled = (
    one: Omit<Audiens, "judul">,
    title: (jumlah: number) => Ucapan["teks"],
  ): Audiens => ({ ...one, judul: title(one.penerima.length) });
  return [
    titled(group("semua", everybody), (jumlah) => fill(siaranText.semua, { jumlah })),
    titled(group("belum", missingUnits(world)), (jumlah) => fill(siaranText.belum, { jumlah })),
    ...byPeran.map(({ id, nama, idList }) =>
      titled(group(id, idList), (jumlah) => fill(siaranText.peran, { peran: nama, jumlah })),
    ),
  ].filter(({ penerima }) => penerima.length > 0);
}

/** On which account each of these people of the office gets a broadcast, and who gets none. */
export function receiversOf(
  { akunList }: Pick<World, "akunList">,
  idList: readonly PegawaiId[],
): Omit<Audiens, "id" | "judul"> {
  const accounts = idList.map((one) => akunList.filter(({ pegawaiId }) => pegawaiId === one));
  return {
    penerima: accounts.flatMap((mine) => bulkAccount(mine) ?? []),
    pribadi: accounts.flatMap(([first, ...rest]) =>
      first === undefined || [first, ...rest].some(({ massal }) => massal !== null)
        ? []
        : [first.pegawaiId],
    ),
    tanpaAkun: accounts.filter((mine) => mine.length === 0).length,
  };
}

/** Where none takes messages, the broadcast's report will say so. */
function bulkAccount(mine: readonly Akun[]): Akun | undefined {
  const bulk = mine.filter(({ massal }) => massal !== null);
  return bulk.find(({ takTerjangkauMs }) => takTerjangkauMs === null) ?? bulk[0];
}

/** Everybody whose figures are still waited for. */
const missingUnits = (world: World): readonly PegawaiId[] => [
  ...new Set(
    [...world.berkasById.values()]
      .filter(({ state }) => state.status === "berjalan")
      .flatMap(({ state }) => openWaits(state))
      .filter(({ macam }) => macam === "unit")
      .flatMap((wait) => holdersOf(wait, world.kantor).map(({ id }) => id)),
  ),
];
