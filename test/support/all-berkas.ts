import type { Store } from "../../src/app/ports/store.ts";
import type { BerkasTerbuka } from "../../src/core/conversation/world.ts";

/** Every berkas of every office, newest first within each. */
export async function allBerkas(
  store: Pick<Store, "listKantor" | "listBerkas">,
): Promise<readonly BerkasTerbuka[]> {
  const kantorList = await store.listKantor();
  const lists = await Promise.all(kantorList.map(({ kantor }) => store.listBerkas(kantor.id)));
  return lists.flat();
}
