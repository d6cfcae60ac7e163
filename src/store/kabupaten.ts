import type { DipantauRows, HalamanDipantau } from "../app/ports/rows.ts";
import type { Store } from "../app/ports/store.ts";
import { KantorId } from "../core/kantor/schema.ts";
import { listAccounts } from "./account.ts";
import type { Client } from "./client.ts";
import { parseKantor } from "./kantor.ts";
import type { Reading } from "./reading.ts";
import { readBerkas } from "./rows.ts";

/** The offices that name this one as watching over them. */
export async function dipantauBy(client: Client, pemantau: KantorId): Promise<readonly KantorId[]> {
  const rows = await client.kantor.findMany({
    where: { pemantau },
    select: { id: true },
    orderBy: { id: "asc" },
  });
  return rows.map(({ id }) => KantorId.parse(id));
}

/** One page of the offices an office watches over, in a number of reads that does not grow with them. */
export async function pageDipantau(
  reading: Reading,
  { pemantau }: Parameters<Store["pageDipantau"]>[0],
  { sesudah, limit, periode }: Parameters<Store["pageDipantau"]>[1],
): Promise<HalamanDipantau> {
  const { client, aside } = reading;
  const rows = await client.kantor.findMany({
    where: { pemantau, ...(sesudah === null ? {} : { id: { gt: sesudah } }) },
    orderBy: { id: "asc" },
    take: limit,
  });
  const officeList = aside.readAll("kantor", rows, ({ id }) => id, parseKantor);
  const kantorId = { in: officeList.map(({ kantor }) => kantor.id) };
  const running = await client.berkas.findMany({
    where: { kantorId, status: "berjalan" },
    orderBy: [{ dibukaSeq: "asc" }, { dibukaMs: "asc" }, { id: "asc" }],
  });
  const readable = await readBerkas(reading, running);
  const complete = await client.berkas.findMany({
    where: { kantorId, status: "selesai", periode },
    select: { kantorId: true, sopId: true },
  });
  const accountList = await listAccounts(reading, kantorId.in);
  const last = rows.at(-1);
  return {
    kantorList: officeList.map(({ kantor, calendar }): DipantauRows => {
      const isOurs = (row: { readonly kantorId: string }): boolean => row.kantorId === kantor.id;
      const berkasList = readable.filter(({ row }) => isOurs(row)).map(({ berkas }) => berkas);
      return {
        kantor,
        calendar,
        berkasList,
        takTerbaca: running.filter(isOurs).length - berkasList.length,
        selesai: new Set(complete.filter(isOurs).map(({ sopId }) => sopId)),
        accountList: accountList.filter(isOurs),
      };
    }),
    sesudah: last === undefined || rows.length < limit ? null : KantorId.parse(last.id),
  };
}
