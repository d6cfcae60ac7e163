import { lewatFile } from "../../core/arsip/jadwal.ts";
import type { KantorId, PegawaiId } from "../../core/kantor/schema.ts";
import type { TooLarge } from "../ports/attachments.ts";
import type { OutgoingFile } from "../ports/channel.ts";
import type { Store } from "../ports/store.ts";
import { collectZip } from "./collect.ts";
import { fileName } from "./file-name.ts";
import { type PersonDataDeps, personData } from "./person-data.ts";
import { type PastDeps, pastRetention } from "./retention.ts";

type Loading = { readonly store: Pick<Store, "loadKantor"> };

/** What is past its time as a text file; null where there is no such office. */
export async function sendLewatMasa(
  deps: PastDeps & Loading,
  kantorId: KantorId,
): Promise<OutgoingFile | null> {
  const record = await deps.store.loadKantor(kantorId);
  if (record === null) return null;
  const text = lewatFile(await pastRetention(deps, record));
  return {
    nama: fileName(["Arsip lewat masa simpan", record.kantor.nama], "txt"),
    mime: "text/plain",
    data: new TextEncoder().encode(text),
  };
}

/** Everything kept of one person as a file of a message; null where nothing is known of them. */
export async function sendDataPegawai(
  deps: PersonDataDeps & Loading,
  {
    kantorId,
    pegawaiId,
    maxByte,
  }: {
    readonly kantorId: KantorId;
    readonly pegawaiId: PegawaiId;
    readonly maxByte: number;
  },
): Promise<OutgoingFile | TooLarge | null> {
  const record = await deps.store.loadKantor(kantorId);
  const data = record === null ? null : await personData(deps, record, pegawaiId);
  if (record === null || data === null) return null;
  const nama = fileName([`Data pegawai ${pegawaiId}`, record.kantor.nama], "zip");
  return collectZip(data.zip, nama, maxByte);
}
