import type { NaskahFile, NaskahRecord, NaskahRow, NaskahUtuh } from "../app/ports/naskah.ts";
import { KantorId } from "../core/kantor/schema.ts";
import { Periode } from "../core/kinerja/periode.ts";
import type { NaskahFile as FileTable, Naskah as NaskahTable } from "../generated/sqlite/client.ts";
import type { Client, Tx } from "./client.ts";
import { DokumenJson } from "./codec/dokumen.ts";
import { BentukJson, NaskahJson } from "./codec/naskah.ts";
import { storable } from "./codec/text.ts";

/** Adds the papers that came into being. */
export async function writeNaskah(
  tx: Tx,
  kantorId: KantorId,
  rows: readonly NaskahRow[],
): Promise<void> {
  if (rows.length === 0) return;
  await tx.naskah.createMany({
    data: rows.map(({ berkasId, periode, naskah, isi }) => ({
      ...naskah,
      padaSeq: naskah.padaSeq ?? 0,
      nama: storable(naskah.nama),
      perubahan: naskah.perubahan === null ? null : storable(naskah.perubahan),
      kantorId,
      berkasId,
      periode,
      padaMs: BigInt(naskah.padaMs),
      unggahan: naskah.unggahan === null ? null : JSON.stringify(naskah.unggahan),
      isi: isi === null ? null : JSON.stringify(isi),
    })),
  });
}

/** One paper with everything; null when there is none of this id. */
export async function findNaskah(client: Client, id: string): Promise<NaskahUtuh | null> {
  const found = await client.naskah.findUnique({ where: { id } });
  if (found === null) return null;
  const { isi, ...row } = found;
  const [record] = await withFiles(client, [row]);
  if (record === undefined) return null;
  return { ...record, isi: isi === null ? null : DokumenJson.parse(JSON.parse(isi)) };
}

/** Papers of one berkas or of the whole office, oldest first. */
export async function listNaskah(
  client: Client,
  kantorId: KantorId,
  berkasId: string | null,
): Promise<readonly NaskahRecord[]> {
  const rows = await client.naskah.findMany({
    where: berkasId === null ? { kantorId } : { kantorId, berkasId },
    orderBy: { seq: "asc" },
    omit: { isi: true },
  });
  return withFiles(client, rows);
}

/** Papers of all offices that no file was made of yet, oldest first. */
export async function unmadeNaskah(
  client: Client,
  limit: number,
): Promise<readonly NaskahRecord[]> {
  const idList = await client.$queryRaw<{ id: string }[]>`
    SELECT n.id FROM naskah n
    WHERE NOT EXISTS (SELECT 1 FROM naskah_file f WHERE f.naskah_id = n.id)
    ORDER BY n.seq LIMIT ${limit}`;
  const rows = await client.naskah.findMany({
    where: { id: { in: idList.map(({ id }) => id) } },
    orderBy: { seq: "asc" },
    omit: { isi: true },
  });
  return withFiles(client, rows);
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
  client: Client,
  rows: readonly Omit<NaskahTable, "isi">[],
): Promise<readonly NaskahRecord[]> {
  if (rows.length === 0) return [];
  const fileRows = await client.naskahFile.findMany({
    where: { naskahId: { in: rows.map(({ id }) => id) } },
    orderBy: [{ dibuatMs: "asc" }, { bentuk: "asc" }],
  });
  const byNaskah = new Map<string, NaskahFile[]>();
  for (const file of fileRows.map(fileOf)) {
    byNaskah.set(file.naskahId, [...(byNaskah.get(file.naskahId) ?? []), file]);
  }
  return rows.map((row) => ({ ...recordOf(row), fileList: byNaskah.get(row.id) ?? [] }));
}

const fileOf = (row: FileTable): NaskahFile => ({
  ...row,
  bentuk: BentukJson.parse(row.bentuk),
  ukuranByte: Number(row.ukuranByte),
  dibuatMs: Number(row.dibuatMs),
});

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
