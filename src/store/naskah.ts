import type { NaskahFile, NaskahRecord, NaskahRow, NaskahUtuh } from "../app/ports/naskah.ts";
import { KantorId } from "../core/kantor/schema.ts";
import { Periode } from "../core/kinerja/periode.ts";
import type { NaskahFile as FileTable, Naskah as NaskahTable } from "../generated/sqlite/client.ts";
import type { Client } from "./client.ts";
import { DokumenJson } from "./codec/dokumen.ts";
import { BentukJson, NaskahJson } from "./codec/naskah.ts";
import { storable } from "./codec/text.ts";
import type { Tx } from "./driver/driver.ts";
import { type Row, Table } from "./driver/table.ts";
import type { Reading } from "./reading.ts";

const naskahTable = new Table<Row<Omit<NaskahTable, "seq">>>("naskah", [
  "id",
  "kantorId",
  "berkasId",
  "periode",
  "jenis",
  "nama",
  "sebutan",
  "versi",
  "langkahNo",
  "padaMs",
  "padaSeq",
  "oleh",
  "nomor",
  "unggahan",
  "perubahan",
  "isi",
]);

/** Adds the papers that came into being. */
export async function writeNaskah(
  tx: Tx,
  kantorId: KantorId,
  rows: readonly NaskahRow[],
): Promise<void> {
  await naskahTable.add(
    tx,
    rows.map(({ berkasId, periode, naskah, isi }) => ({
      ...naskah,
      padaSeq: naskah.padaSeq ?? 0,
      nama: storable(naskah.nama),
      perubahan: naskah.perubahan === null ? null : storable(naskah.perubahan),
      kantorId,
      berkasId,
      periode,
      unggahan: naskah.unggahan === null ? null : JSON.stringify(naskah.unggahan),
      isi: isi === null ? null : JSON.stringify(isi),
    })),
  );
}

/** One paper with everything; null when there is none of this id. */
export async function findNaskah(
  reading: Reading,
  kantorId: KantorId,
  id: string,
): Promise<NaskahUtuh | null> {
  const found = await reading.client.naskah.findUnique({ where: { id, kantorId } });
  if (found === null) return null;
  const { isi, ...row } = found;
  const [record] = await withFiles(reading, [row]);
  if (record === undefined) return null;
  return { ...record, isi: isiOf(isi) };
}

/** Papers of the whole office that can be read, or all of one berkas, oldest first. */
export async function listNaskah(
  reading: Reading,
  kantorId: KantorId,
  berkasId: string | null,
): Promise<readonly NaskahRecord[]> {
  const rows = await reading.client.naskah.findMany({
    where: berkasId === null ? { kantorId } : { kantorId, berkasId },
    orderBy: { seq: "asc" },
    omit: { isi: true },
  });
  const list = await withFiles(reading, rows);
  if (berkasId !== null && list.length < rows.length)
    throw new Error(`a paper of berkas ${berkasId} cannot be read; see doctor`);
  return list;
}

/** The berkas of an office that the newest papers belong to, the newest first. */
export async function berkasOfNewestNaskah(
  client: Client,
  kantorId: KantorId,
  limit: number,
): Promise<readonly string[]> {
  const rows = await client.$queryRaw<{ id: string }[]>`
    SELECT berkas_id AS id FROM naskah WHERE kantor_id = ${kantorId}
    GROUP BY berkas_id ORDER BY MAX(seq) DESC LIMIT ${limit}`;
  return rows.map(({ id }) => id);
}

/** Papers of all offices that no file was made of yet, oldest first. */
export async function unmadeNaskah(
  reading: Reading,
  limit: number,
): Promise<readonly NaskahRecord[]> {
  const { client, aside } = reading;
  // Those that cannot be read stay unmade, and must not fill the list.
  const more = aside.list.filter(({ table }) => table === "naskah").length;
  const idList = await client.$queryRaw<{ id: string }[]>`
    SELECT n.id FROM naskah n
    WHERE NOT EXISTS (SELECT 1 FROM naskah_file f WHERE f.naskah_id = n.id)
    ORDER BY n.seq LIMIT ${limit + more}`;
  const rows = await client.naskah.findMany({
    where: { id: { in: idList.map(({ id }) => id) } },
    orderBy: { seq: "asc" },
    omit: { isi: true },
  });
  return (await withFiles(reading, rows)).slice(0, limit);
}

/** Keeps what was made of a paper; whoever comes later with the same form changes nothing. */
export async function saveNaskahFile(client: Client, file: NaskahFile): Promise<void> {
  const { naskahId, bentuk, hash, nama, mime, ukuranByte, dibuatMs } = file;
  await client.$executeRaw`
    INSERT INTO naskah_file (naskah_id, bentuk, hash, nama, mime, ukuran_byte, dibuat_ms)
    VALUES (${naskahId}, ${bentuk}, ${hash}, ${storable(nama)}, ${storable(mime)},
      ${BigInt(ukuranByte)}, ${BigInt(dibuatMs)})
    ON CONFLICT (naskah_id, bentuk) DO NOTHING`;
}

async function withFiles(
  { client, aside }: Reading,
  rows: readonly Omit<NaskahTable, "isi">[],
): Promise<readonly NaskahRecord[]> {
  if (rows.length === 0) return [];
  const fileRows = await client.naskahFile.findMany({
    where: { naskahId: { in: rows.map(({ id }) => id) } },
    orderBy: [{ dibuatMs: "asc" }, { bentuk: "asc" }],
  });
  const byNaskah = new Map<string, NaskahFile[]>();
  for (const file of aside.readAll("naskah_file", fileRows, fileKey, fileOf)) {
    byNaskah.set(file.naskahId, [...(byNaskah.get(file.naskahId) ?? []), file]);
  }
  return aside.readAll(
    "naskah",
    rows,
    ({ id }) => id,
    (row) => ({ ...recordOf(row), fileList: byNaskah.get(row.id) ?? [] }),
  );
}

/** What a file of a paper goes by. */
export const fileKey = ({ naskahId, bentuk }: FileTable): string => `${naskahId}/${bentuk}`;

/** The stored word on a file of a paper. */
export const fileOf = (row: FileTable): NaskahFile => ({
  ...row,
  bentuk: BentukJson.parse(row.bentuk),
  ukuranByte: Number(row.ukuranByte),
  dibuatMs: Number(row.dibuatMs),
});

/** A stored paper with its content, without its files. */
export const toNaskah = ({ isi, ...row }: NaskahTable): Omit<NaskahUtuh, "fileList"> => ({
  ...recordOf(row),
  isi: isiOf(isi),
});

const isiOf = (isi: string | null): NaskahUtuh["isi"] =>
  isi === null ? null : DokumenJson.parse(JSON.parse(isi));

function recordOf(row: Omit<NaskahTable, "isi">): Omit<NaskahRecord, "fileList"> {
  const { seq: _, kantorId, berkasId, periode, padaMs, unggahan, ...naskah } = row;
  return {
    kantorId: KantorId.parse(kantorId),
    berkasId,
    periode: Periode.parse(periode),
    naskah: NaskahJson.parse({
      ...naskah,
      padaMs: Number(padaMs),
      unggahan: unggahan === null ? null : JSON.parse(unggahan),
    }),
  };
}
