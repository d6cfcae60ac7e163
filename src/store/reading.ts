import { isUtuh } from "../core/dokumen/jenis.ts";
import { naskahDari, Sop } from "../core/sop/schema.ts";
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
    const read = row && this.#aside.read("sop_version", hash, () => parseSop(row));
    const sop = read && (await this.#withNaskah(read));
    if (sop !== null) this.#sopByHash.set(hash, sop);
    return sop;
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
