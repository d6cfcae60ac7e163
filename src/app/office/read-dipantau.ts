import {
  type KantorDipantau,
  type KantorTerbaca,
  pantauKantor,
  periodeDitunggu,
} from "../../core/kabupaten/papan.ts";
import type { Kantor } from "../../core/kantor/schema.ts";
import type { Periode } from "../../core/kinerja/periode.ts";
import type { Instant } from "../../core/waktu/instant.ts";
import type { Account, DipantauRows } from "../ports/rows.ts";
import type { Store } from "../ports/store.ts";

/** Read at a time; between two pages whoever works in these offices is served. */
const PER_HALAMAN = 10;

/** Every office this one watches over, page by page. */
export async function* eachDipantau(
  store: Pick<Store, "pageDipantau">,
  { id: pemantau }: Pick<Kantor, "id">,
  periode: Periode,
): AsyncGenerator<DipantauRows> {
  let sesudah: Kantor["id"] | null = null;
  do {
    const query = { sesudah, limit: PER_HALAMAN, periode };
    const halaman: Awaited<ReturnType<Store["pageDipantau"]>> = await store.pageDipantau(
      { pemantau },
      query,
    );
    yield* halaman.kantorList;
    sesudah = halaman.sesudah;
  } while (sesudah !== null);
}

/** The board of the offices this one watches over: of each only what is shown is kept. */
export async function readDipantau(
  store: Pick<Store, "pageDipantau">,
  kantor: Pick<Kantor, "id" | "zonaWaktu">,
  { nowMs, massal }: { readonly nowMs: Instant; readonly massal: (account: Account) => boolean },
): Promise<readonly KantorDipantau[]> {
  const list: KantorDipantau[] = [];
  for await (const rows of eachDipantau(store, kantor, periodeDitunggu(kantor, nowMs))) {
    list.push(pantauKantor(terbacaOf(rows, massal), nowMs));
  }
  return list;
}

/** An office as the board needs it; `massal` tells which accounts bear messages to many. */
export const terbacaOf = (
  { accountList, ...rows }: DipantauRows,
  massal: (account: Account) => boolean,
): KantorTerbaca => ({
  ...rows,
  terhubung: new Set(accountList.map(({ pegawaiId }) => pegawaiId)),
  massal: new Set(accountList.filter(massal).map(({ pegawaiId }) => pegawaiId)),
});
