import { holdersOf, openWaits } from "../../core/engine/holders.ts";
import { isReceipt } from "../../core/engine/receipt.ts";
import type { Wait } from "../../core/engine/state.ts";
import type { StoreDeps } from "../with-store.ts";

/** Whether somebody can answer everything running berkas wait for; retired offices may rest. */
export async function checkHolders({ store }: Pick<StoreDeps, "store">): Promise<string> {
  const faultList: string[] = [];
  let count = 0;
  for (const { kantor } of await store.listKantor()) {
    if (kantor.aktif === false) continue;
    for (const { state } of await store.listBerkas(kantor.id)) {
      if (state.status !== "berjalan") continue;
      const waitList = openWaits(state).filter((wait) => !isReceipt(wait));
      const unheld = waitList.filter((wait) => holdersOf(wait, kantor).length === 0);
      count += waitList.length;
      faultList.push(
        ...unheld.map(
          (wait) =>
            `${kantor.id} ${state.periode} (${state.id}) langkah ${wait.langkahNo}: menunggu ${siapa(wait)}, tidak ada orangnya`,
        ),
      );
    }
  }
  if (faultList.length === 0) return `${count} yang ditunggu, semua ada pemegangnya`;
  throw new Error(`${faultList.join("; ")}. Lengkapi berkas kantornya, lalu kantor load`);
}

const siapa = ({ pemegang }: Wait): string =>
  pemegang.jenis === "pegawai" ? pemegang.pegawaiId : pemegang.peran.join(" atau ");
