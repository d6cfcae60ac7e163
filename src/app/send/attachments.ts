import type { Lke } from "../../core/arsip/lke/schema.ts";
import type { KantorId } from "../../core/kantor/schema.ts";
import type { Kamus } from "../../core/pesan/kamus.ts";
import type { Lampiran } from "../../core/pesan/pesan.ts";
import type { Penyimpanan } from "../../core/waktu/penyimpanan.ts";
import { buildBagan } from "../papers/build-bagan.ts";
import { buildFormat } from "../papers/build-format.ts";
import { buildGrafik } from "../papers/build-grafik.ts";
import { buildGrafikKabupaten } from "../papers/build-grafik-kabupaten.ts";
import type { LkeDeps } from "../papers/build-lke.ts";
import { buildMemori } from "../papers/build-memori.ts";
import { buildRekap } from "../papers/build-rekap.ts";
import { buildRekapKabupaten } from "../papers/build-rekap-kabupaten.ts";
import type { NaskahFiles } from "../papers/naskah-file.ts";
import type { PersonDataDeps } from "../papers/person-data.ts";
import type { PastDeps } from "../papers/retention.ts";
import { sendDataPegawai, sendLewatMasa } from "../papers/send-arsip.ts";
import { sendLke } from "../papers/send-lke.ts";
import type { Attachments, Destroyed, TooLarge } from "../ports/attachments.ts";
import type { OutgoingFile } from "../ports/channel.ts";
import type { Clock } from "../ports/clock.ts";
import type { Documents } from "../ports/documents.ts";
import type { FileStore } from "../ports/files.ts";
import type { Random } from "../ports/random.ts";
import type { Store } from "../ports/store.ts";

/** What making or fetching a file needs of the world. */
export interface AttachmentDeps {
  readonly store: Pick<
    Store,
    | "loadRekap"
    | "listNaskah"
    | "pageDipantau"
    | "loadSop"
    | "loadKantor"
    | "loadBerkas"
    | "loadRealisasi"
  > &
    PastDeps["store"] &
    PersonDataDeps["store"];
  readonly files: Pick<FileStore, "get" | "size" | "isDestroyed" | "put" | "read" | "verify">;
  readonly documents: Documents;
  readonly kamus: Kamus;
  readonly naskah: NaskahFiles;
  readonly clock: Clock;
  /** What a year is evaluated by; without it no packs are made. */
  readonly lke?: Lke;
  /** How long archives are kept; without it for good. */
  readonly penyimpanan?: Penyimpanan;
  readonly random: Random;
}

/** Makes or fetches the file a message carries, from the figures of the moment it speaks of. */
export const createAttachments = (deps: AttachmentDeps): Attachments => ({
  async load(lampiran, kantorId, maxByte) {
    const file = await fileOf(deps, lampiran, { kantorId, maxByte });
    if (file === null) throw new Error(`kantor ${kantorId} is not in the database`);
    return "data" in file && file.data.byteLength > maxByte
      ? { nama: file.nama, ukuranByte: file.data.byteLength }
      : file;
  },
});

/** For whom, and how large it may be. */
interface Wanted {
  readonly kantorId: KantorId;
  readonly maxByte: number;
}

async function fileOf(
  deps: AttachmentDeps,
  lampiran: Lampiran,
  wanted: Wanted,
): Promise<OutgoingFile | TooLarge | Destroyed | null> {
  const { kantorId } = wanted;
  switch (lampiran.jenis) {
    case "rekap":
      return buildRekap(deps, { ...lampiran, kantorId, pada: lampiran });
    case "grafik": {
      const file = await buildGrafik(deps, { ...lampiran, kantorId, pada: lampiran });
      if (file === null) throw new Error(`there is no ${lampiran.minta.macam} to draw`);
      return file;
    }
    case "rekap-kabupaten":
      return buildRekapKabupaten(deps, { ...lampiran, pemantau: kantorId });
    case "grafik-kabupaten": {
      const file = await buildGrafikKabupaten(deps, { ...lampiran, pemantau: kantorId });
      if (file === null) throw new Error(`${kantorId} watches over no office`);
      return file;
    }
    case "format":
      return buildFormat(deps, { ...lampiran, kantorId });
    case "naskah": {
      const file = await deps.naskah.get(kantorId, lampiran.naskahId, lampiran.bentuk);
      return storedFile(deps, file, wanted);
    }
    case "lke": {
      if (deps.lke === undefined) throw new Error("there are no criteria to prove");
      const { naskah, lke } = deps;
      const fileOf: LkeDeps["fileOf"] = (id, bentuk) => naskah.get(kantorId, id, bentuk);
      const file = await sendLke({ ...deps, fileOf }, { ...lampiran, ...wanted, lke });
      if (file === null) throw new Error(`${kantorId} has nothing that proves ${lampiran.tahun}`);
      return file;
    }
    case "lewat-masa": {
      if (deps.penyimpanan === undefined) throw new Error("there is no schedule of archives");
      const { store, files, clock, random } = deps;
      const retensi = deps.penyimpanan.arsip;
      return sendLewatMasa({ store, files, clock, random, retensi }, kantorId);
    }
    case "data-pegawai": {
      const file = await sendDataPegawai(deps, { ...lampiran, ...wanted });
      if (file === null) throw new Error(`nothing is known of ${lampiran.pegawaiId}`);
      return file;
    }
    case "memori":
      return buildMemori(deps, { ...lampiran, kantorId });
    case "bagan":
      return buildBagan(deps, lampiran.sopHash);
    case "tersimpan":
      return storedFile(deps, lampiran, wanted);
  }
}

/** The size is asked first: nobody reads an archive of a gigabyte to find that it cannot be sent. */
async function storedFile(
  { files }: AttachmentDeps,
  { hash, nama, mime }: { readonly hash: string; readonly nama: string; readonly mime: string },
  { maxByte }: Wanted,
): Promise<OutgoingFile | TooLarge | Destroyed> {
  const ukuranByte = await files.size(hash);
  if (ukuranByte !== null && ukuranByte > maxByte) return { nama, ukuranByte };
  const data = await files.get(hash);
  if (data === null) {
    if (await files.isDestroyed(hash)) return { nama, dimusnahkan: true };
    throw new Error(`stored file ${hash} is missing`);
  }
  return { nama, mime, data };
}
