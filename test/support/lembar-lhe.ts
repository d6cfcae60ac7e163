import type { SopTersedia } from "../../src/core/sop/schema.ts";
import { shippedCatalog } from "./catalog.ts";

const found = (await shippedCatalog()).sopList.find(({ sop }) => sop.id === "tindak-lanjut-lhe");
if (found === undefined) throw new Error("the sheet of recommendations is not shipped");

/** The sheet of recommendations as it is shipped. */
export const lembarLhe: SopTersedia = found;
