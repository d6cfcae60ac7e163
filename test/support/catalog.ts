import { join } from "node:path";
import { type Catalog, loadCatalog } from "../../src/catalog/load.ts";
import { readLke } from "../../src/catalog/load-lke.ts";
import type { Lke } from "../../src/core/arsip/lke/schema.ts";

/** The folder of sheets, forms and calendars as it is shipped. */
export const flows = join(import.meta.dirname, "../../flows");

let catalog: Promise<Catalog> | null = null;

/** What is shipped, read once: nothing changes it while tests run. */
export function shippedCatalog(): Promise<Catalog> {
  catalog ??= loadCatalog(flows);
  return catalog;
}

let lke: Promise<Lke> | null = null;

/** What evaluators of SAKIP ask for, read once. */
export function shippedLke(): Promise<Lke> {
  lke ??= readLke(flows);
  return lke;
}
