import { join } from "node:path";
import { type Catalog, loadCatalog } from "../../src/catalog/load.ts";

/** The folder of sheets, forms and calendars as it is shipped. */
export const flows = join(import.meta.dirname, "../../flows");

let catalog: Promise<Catalog> | null = null;

/** What is shipped, read once: nothing changes it while tests run. */
export function shippedCatalog(): Promise<Catalog> {
  catalog ??= loadCatalog(flows);
  return catalog;
}
