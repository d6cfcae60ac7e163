import type { KantorRecord } from "../app/ports/rows.ts";
import type { Store } from "../app/ports/store.ts";
import type { SopTersedia } from "../core/conversation/world.ts";
import type { KantorId } from "../core/kantor/schema.ts";
import type { Sop } from "../core/sop/schema.ts";
import { OfficeCalendar } from "../core/waktu/calendar.ts";
import {
  type Kantor as KantorRow,
  type Pegawai as PegawaiRow,
  Prisma,
  type SopVersion,
} from "../generated/sqlite/client.ts";
import type { Client } from "./client.ts";
import { KantorJson } from "./codec/kantor.ts";
import type { Driver, Tx } from "./driver/driver.ts";
import { type Row, Table } from "./driver/table.ts";
import { parseSop, type Reading } from "./reading.ts";

/** An office with its calendar and the sheets it may open today. */
export async function loadKantor(reading: Reading, id: KantorId): Promise<KantorRecord | null> {
  const row = await reading.client.kantor.findUnique({ where: { id } });
  if (row === null) return null;
  const [record] = await toRecords(reading, [parseKantor(row)]);
  return record ?? null;
}

/** Every office that can be read. */
export async function listKantor(reading: Reading): Promise<readonly KantorRecord[]> {
  const rows = await reading.client.kantor.findMany({ orderBy: { id: "asc" } });
  const readable = reading.aside.readAll("kantor", rows, ({ id }) => id, parseKantor);
  return toRecords(reading, readable);
}

/** Inserts or replaces an office; its people are projected into rows of their own. */
export const saveKantor = (driver: Driver, record: Content): Promise<void> =>
  driver.transaction((tx) => writeContent(tx, record));

type Content = Parameters<Store["saveKantor"]>[0];

const kantorTable = new Table<Row<Omit<KantorRow, "logSeq" | "logHash">>>(
  "kantor",
  ["id", "dokumen", "kalender", "pemantau", "versi"],
  `ON CONFLICT (id) DO UPDATE
    SET dokumen = excluded.dokumen, kalender = excluded.kalender, pemantau = excluded.pemantau, versi = kantor.versi + 1`,
);
const pegawaiTable = new Table<Row<PegawaiRow>>("pegawai", [
  "kantorId",
  "id",
  "nama",
  "jabatan",
  "peran",
  "nip",
]);

/** The same as a part of something larger. */
export async function writeContent(tx: Tx, { kantor, calendar }: Content): Promise<void> {
  const content = {
    dokumen: JSON.stringify(kantor),
    kalender: JSON.stringify(calendar),
    pemantau: kantor.pemantau ?? null,
  };
  await kantorTable.add(tx, [{ id: kantor.id, ...content, versi: 1 }]);
  await tx.execute(Prisma.sql`DELETE FROM pegawai WHERE kantor_id = ${kantor.id}`);
  await pegawaiTable.add(
    tx,
    kantor.pegawaiList.map(({ id, nama, jabatan, peran, nip }) => ({
      kantorId: kantor.id,
      id,
      nama,
      jabatan,
      peran: peran.join(" "),
      nip: nip ?? null,
    })),
  );
}

/** Hashes of the sheets that new berkas run by. */
export async function activeSop(client: Client): Promise<readonly string[]> {
  const rows = await client.sopVersion.findMany({ where: { aktif: true }, select: { hash: true } });
  return rows.map(({ hash }) => hash);
}

const sopTable = new Table<Row<SopVersion>>(
  "sop_version",
  ["hash", "sopId", "dokumen", "dibuatMs", "aktif"],
  "ON CONFLICT (hash) DO UPDATE SET aktif = excluded.aktif",
);

/** Makes a sheet the one its id means from now on; offices are told by a new version. */
export const saveSop = (driver: Driver, sop: Sop, hash: string, nowMs: number): Promise<void> =>
  driver.transaction(async (tx) => {
    const [before] = await tx.query(Prisma.sql`
      SELECT hash FROM sop_version WHERE hash = ${hash} AND aktif = ${true}`);
    if (before !== undefined) return;
    // The offices first: their rows make two who save at once take turns, so one sheet stays active.
    await tx.execute(Prisma.sql`UPDATE kantor SET versi = versi + 1`);
    await tx.execute(Prisma.sql`UPDATE sop_version SET aktif = ${false} WHERE sop_id = ${sop.id}`);
    await sopTable.add(tx, [
      { hash, sopId: sop.id, dokumen: JSON.stringify(sop), dibuatMs: nowMs, aktif: true },
    ]);
  });

/** A stored office, without what other tables say of it. */
export const parseKantor = (row: KantorRow): Pick<KantorRecord, "kantor" | "calendar"> => ({
  kantor: KantorJson.parse(JSON.parse(row.dokumen)),
  calendar: OfficeCalendar.parse(JSON.parse(row.kalender)),
});

/** Offices with the sheets they may open today, each sheet read once. */
export async function toRecords(
  { client, aside }: Reading,
  isiList: readonly ReturnType<typeof parseKantor>[],
): Promise<readonly KantorRecord[]> {
  const sopIdList = new Set(isiList.flatMap(({ kantor }) => kantor.sopIdList));
  const rows = await client.sopVersion.findMany({
    where: { sopId: { in: [...sopIdList] }, aktif: true },
    orderBy: { sopId: "asc" },
  });
  const sheets = aside.readAll(
    "sop_version",
    rows,
    ({ hash }) => hash,
    (row): SopTersedia => ({ hash: row.hash, sop: parseSop(row) }),
  );
  return isiList.map((isi) => ({
    ...isi,
    sopList: sheets.filter(({ sop }) => isi.kantor.sopIdList.includes(sop.id)),
  }));
}
