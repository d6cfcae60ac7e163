import { loadCatalog } from "../../src/catalog/load.ts";
import type { SopTersedia } from "../../src/core/sop/schema.ts";

const found = (await loadCatalog("flows")).sopList.find(
  ({ sop }) => sop.id === "tindak-lanjut-lhe",
);
if (found === undefined) throw new Error("the sheet of recommendations is not shipped");

/** The sheet of recommendations as it is shipped. */
export const lembarLhe: SopTersedia = found;
