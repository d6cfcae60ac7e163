import { Sop } from "../core/sop/schema.ts";
import type { Client, Database } from "./client.ts";
import type { SetAside } from "./set-aside.ts";

/** What reading rows takes: the database, the sheets read before, and where unreadable rows are noted. */
export interface Reading extends Database {
  readonly sheets: SopCache;
  readonly aside: SetAside;
}

/** Sheets never change under their hash, so each is parsed once per process. */
export class SopCache {
  readonly #client: Client;
  readonly #aside: SetAside;
  readonly #sopByHash = new Map<string, Sop>();

  constructor(client: Client, aside: SetAside) {
    this.#client = client;
    this.#aside = aside;
  }

  /** The sheet with this content hash, null when it is not stored or cannot be read. */
  async find(hash: string): Promise<Sop | null> {
    const cached = this.#sopByHash.get(hash);
    if (cached !== undefined) return cached;
    const row = await this.#client.sopVersion.findUnique({ where: { hash } });
    const sop = row && this.#aside.read("sop_version", hash, () => parseSop(row));
    if (sop !== null) this.#sopByHash.set(hash, sop);
    return sop;
  }
}

/** A stored sheet. */
export const parseSop = ({ dokumen }: { readonly dokumen: string }): Sop =>
  Sop.parse(JSON.parse(dokumen));
