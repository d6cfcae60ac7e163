import { holdersOf, openWaits } from "../engine/holders.ts";
import { type Kantor, type PegawaiId, Peran } from "../kantor/schema.ts";
import type { Pesan } from "../pesan/pesan.ts";
import { peranText, siaranText } from "../pesan/siaran.ts";
import { fill, lines, plainText } from "../pesan/template.ts";
import type { World } from "./world.ts";

/** How a broadcast stands, as the outbox counts it. */
export interface SiaranKeadaan {
  readonly id: string;
  readonly dibatalkan: boolean;
  readonly total: number;
  readonly terkirim: number;
  readonly dibaca: number;
  readonly menunggu: number;
  readonly gagal: readonly { readonly pegawaiId: PegawaiId; readonly sebab: string }[];
}

/** A group a broadcast may go to. Only people with an account are in `penerima`. */
export interface Audiens {
  readonly id: string;
  readonly judul: string;
  readonly penerima: readonly PegawaiId[];
  /** How many of the group have no account. */
  readonly tanpaAkun: number;
}

/** What the sender sees while a broadcast runs, and the report once nothing is waiting any more. */
export function siaranProgress(status: SiaranKeadaan, kantor: Kantor): Pesan {
  const { terkirim, total, dibaca, menunggu, gagal } = status;
  if (menunggu > 0 && !status.dibatalkan) {
    const failed =
      gagal.length === 0 ? "" : fill(siaranText.berjalanGagal, { jumlah: gagal.length });
    return {
      teks: fill(siaranText.berjalan, {
        terkirim,
        total,
        menunggu,
        gagal: failed === "" ? "" : plainText(failed),
      }),
      pilihan: [[{ id: "batal-siaran", judul: siaranText.batalkan }]],
      promptId: status.id,
    };
  }
  const report = status.dibatalkan ? siaranText.laporanBatal : siaranText.laporan;
  // Most services never tell; a zero would read as if nobody had cared to look.
  const read = dibaca === 0 ? [] : fill(siaranText.laporanDibaca, { jumlah: dibaca });
  return {
    teks: lines(
      fill(report, { terkirim, total, dibaca: plainText(read), gagal: gagal.length }),
      ...gagal.map(({ pegawaiId, sebab }) =>
        fill(siaranText.gagalBaris, { nama: jabatanOf(kantor, pegawaiId), sebab }),
      ),
    ),
  };
}

/** The groups this office has: everybody, each office held, and who has not delivered. */
export function audiensList(world: World, pengirim: PegawaiId): readonly Audiens[] {
  const { pegawaiList } = world.kantor;
  const everybody = pegawaiList.map(({ id }) => id);
  const byPeran = Peran.options.map((peran) => ({
    id: `peran-${peran}`,
    nama: peranText[peran],
    idList: pegawaiList.filter((one) => one.peran.includes(peran)).map(({ id }) => id),
  }));
  const group = (id: string, idList: readonly PegawaiId[]): Omit<Audiens, "judul"> => {
    const others = idList.filter((one) => one !== pengirim);
    const penerima = others.filter((one) => world.terhubung.has(one));
    return { id, penerima, tanpaAkun: others.length - penerima.length };
  };
  const titled = (
    one: Omit<Audiens, "judul">,
    title: (jumlah: number) => Pesan["teks"],
  ): Audiens => ({ ...one, judul: plainText(title(one.penerima.length)) });
  return [
    titled(group("semua", everybody), (jumlah) => fill(siaranText.semua, { jumlah })),
    titled(group("belum", missingUnits(world)), (jumlah) => fill(siaranText.belum, { jumlah })),
    ...byPeran.map(({ id, nama, idList }) =>
      titled(group(id, idList), (jumlah) => fill(siaranText.peran, { peran: nama, jumlah })),
    ),
  ].filter(({ penerima }) => penerima.length > 0);
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

const jabatanOf = (kantor: Kantor, pegawaiId: PegawaiId): string =>
  kantor.pegawaiList.find(({ id }) => id === pegawaiId)?.jabatan ?? pegawaiId;
