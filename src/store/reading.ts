import { isUtuh } from "../core/dokumen/jenis.ts";
import type { Wait } from "../core/engine/state.ts";
import { naskahDari, Sop } from "../core/sop/schema.ts";
import type { Client, Database } from "./client.ts";
import type { SetAside } from "./set-aside.ts";

/** What reading rows takes: the database, the sheets read before, and where unreadable rows are noted. */
export interface Reading extends Database {
  readonly sheets: SopCache;
  readonly aside: SetAside;
  /**
   * Waits that are stored as they are here: one that changes is another object. Whoever writes them
   * otherwise raises the version of their office, and so they are read anew.
   */
  readonly waits: WeakSet<Wait>;
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
    return (await this.findAll([hash])).get(hash) ?? null;
  }

  /** Those of these sheets that are stored and can be read, by their content hashes. */
  async findAll(hashList: readonly string[]): Promise<ReadonlyMap<string, Sop>> {
    const missing = new Set(hashList.filter((hash) => !this.#sopByHash.has(hash)));
    if (missing.size > 0) {
      const rows = await this.#client.sopVersion.findMany({
        where: { hash: { in: [...missing] } },
      });
      for (const row of rows) {
        const read = this.#aside.read("sop_version", row.hash, () => parseSop(row));
        if (read !== null) this.#sopByHash.set(row.hash, await this.#withNaskah(read));
      }
    }
    return this.#sopByHash;
  }

  /** A sheet that was stored before sheets held their papers gets those the sheets of today hold. */
  async #withNaskah(sop: Sop): Promise<Sop> {
    const dibuat = new Set(sop.langkah.flatMap(naskahDari).filter((jenis) => !isUtuh(jenis)));
    if (sop.naskah.length > 0 || dibuat.size === 0) return sop;
    const rows = await this.#client.sopVersion.findMany({
      where: { aktif: true },
      orderBy: { sopId: "asc" },
    });
    const naskah = this.#aside
      .readAll("sop_version", rows, (row) => row.hash, parseSop)
      .flatMap((one) => one.naskah);
    return {
      ...sop,
      naskah: [...dibuat].flatMap((jenis) => naskah.find(({ id }) => id === jenis) ?? []),
    };
  }
}

/** A stored sheet. */
export const parseSop = ({ dokumen }: { readonly dokumen: string }): Sop =>
  Sop.parse(JSON.parse(dokumen));
