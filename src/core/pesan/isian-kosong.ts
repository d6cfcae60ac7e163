import { berkasText } from "../../generated/teks.ts";
import { canReturnAt, langkahOf } from "../engine/holders.ts";
import type { Wait } from "../engine/state.ts";
import type { Turn } from "../engine/turn.ts";
import { type IsianKosong, isianKosong } from "../laporan/lkjip/kosong.ts";
import { fill, joined, type TawaranRows, type Teks } from "./teks.ts";

/** What a yearly report leaves open, as whoever decides on it is told before, and can send it back for. */
export interface Kosong {
  /** "57 isian kosong: anggaran, efisiensi (9)"; nothing where nothing is open. */
  readonly baris: Teks;
  /** What the choice is for, after what agreeing is for. */
  readonly ajakan: Teks;
  /** The choice to send it back for that, in one tap, where the desk has a way back. */
  readonly pilihan: TawaranRows;
  /** What is said in that return; null where there is none. */
  readonly alasan: Teks | null;
}

/** What is open in the report that lies on this desk. */
export function kosongDi(turn: Turn, wait: Wait): Kosong {
  const list = isianKosong(turn);
  if (list.length === 0) return TANPA_KOSONG;
  const data = { jumlah: jumlahOf(list), bagian: joined(list.map(bagianText)) };
  const baris = fill(berkasText.isianKosong, data);
  return canReturnAt(langkahOf(turn.sop, wait.langkahNo), wait)
    ? {
        baris,
        ajakan: berkasText.lengkapiAjakan,
        pilihan: [[{ id: "lengkapi", judul: berkasText.lengkapi }]],
        alasan: fill(berkasText.alasanLengkapi, data),
      }
    : { ...TANPA_KOSONG, baris };
}

/** Where nothing is open. */
export const TANPA_KOSONG: Kosong = { baris: [], ajakan: [], pilihan: [], alasan: null };

/** How many places are open, for whoever compiles the report and sees which. */
export function kosongSingkat(turn: Turn): Teks {
  const jumlah = jumlahOf(isianKosong(turn));
  return jumlah === 0 ? [] : fill(berkasText.isianKosongSingkat, { jumlah });
}

const jumlahOf = (list: readonly IsianKosong[]): number =>
  list.reduce((sum, { jumlah }) => sum + jumlah, 0);

const bagianText = ({ nama, jumlah }: IsianKosong): string =>
  jumlah === 1 ? nama : `${nama} (${jumlah})`;
