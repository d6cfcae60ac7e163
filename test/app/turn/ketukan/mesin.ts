import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { migrate } from "../../../../src/store/migrate.ts";
import type { Engine } from "../../../../src/store/url.ts";
import { openOffice } from "../../../support/desk.ts";
import { startPostgres } from "../../../support/postgres.ts";
import { yaml } from "./kantor.ts";
import { Loket } from "./loket.ts";
import { type Macam, macamList } from "./macam.ts";

/** Where databases come from that nobody is connected to. */
interface Mesin {
  kosong(): Promise<string>;
  salin(url: string): Promise<string>;
  stop(): Promise<void>;
}

/** An office for each kind of choice, which stands there and waits to be tapped; copies of it can be had. */
export interface Panggung {
  /** One more office that stands so. */
  at(macam: Macam): Promise<Loket>;
  stop(): Promise<void>;
}

/** Brings offices to every choice, one from where the other stands. */
export async function siapkan(engine: Engine, wanted: ReadonlySet<Macam>): Promise<Panggung> {
  const mesin = await mesinOf[engine]();
  const urlOf = new Map<Macam, string>();
  const lastOf = new Map<string, string>();
  for (const macam of upTo(wanted)) {
    const before = lastOf.get(macam.sopId) ?? (await kantorOf(mesin, macam.sopId));
    const url = await mesin.salin(before);
    const loket = await Loket.open(url);
    await macam.menuju(loket);
    await loket.close();
    urlOf.set(macam, url);
    lastOf.set(macam.sopId, url);
  }
  return {
    at: async (macam) => Loket.open(await mesin.salin(urlOf.get(macam) ?? "")),
    stop: () => mesin.stop(),
  };
}

/** Those, and all from which they are reached. */
const upTo = (wanted: ReadonlySet<Macam>): readonly Macam[] =>
  macamList.filter((macam, at) =>
    macamList.slice(at).some((one) => one.sopId === macam.sopId && wanted.has(one)),
  );

async function kantorOf(mesin: Mesin, sopId: string): Promise<string> {
  const url = await mesin.kosong();
  const loket = await Loket.open(url);
  await openOffice(loket.meja(), { yaml }, sopId);
  await loket.linksOther();
  await loket.close();
  return url;
}

const mesinOf: { readonly [E in Engine]: () => Promise<Mesin> } = {
  async sqlite() {
    const folder = mkdtempSync(join(tmpdir(), "sopir-ketukan-"));
    let count = 0;
    const next = (): string => {
      count += 1;
      return join(folder, `${count}.db`);
    };
    return {
      async kosong() {
        const url = `file:${next()}`;
        await migrate(url);
        return url;
      },
      async salin(url) {
        const path = next();
        copyFileSync(url.slice("file:".length), path);
        return `file:${path}`;
      },
      stop: async () => rmSync(folder, { recursive: true, force: true }),
    };
  },
  async postgresql() {
    const server = await startPostgres();
    return {
      async kosong() {
        const url = await server.createDatabase();
        await migrate(url);
        return url;
      },
      salin: (url) => server.copyDatabase(url),
      stop: () => server.stop(),
    };
  },
};
