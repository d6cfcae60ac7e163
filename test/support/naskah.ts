import { loadFormulirFolder } from "../../src/catalog/load-formulir.ts";
import type { TemplatNaskah } from "../../src/core/dokumen/templat.ts";

/** The papers as they are shipped. */
export const { naskah: naskahTersedia } = await loadFormulirFolder("flows");

/** One of them. */
export function templat(id: string): TemplatNaskah {
  const found = naskahTersedia.templatList.find((one) => one.id === id);
  if (found === undefined) throw new Error(`${id} is not shipped`);
  return found;
}
