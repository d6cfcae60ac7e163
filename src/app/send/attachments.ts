import type { Lke } from "../../core/arsip/lke/schema.ts";
import type { KantorId } from "../../core/kantor/schema.ts";
import type { Kamus } from "../../core/pesan/kamus.ts";
import type { Lampiran } from "../../core/pesan/pesan.ts";
import type { Penyimpanan } from "../../core/waktu/penyimpanan.ts";
import { buildBagan } from "../papers/build-bagan.ts";
import { buildBuku } from "../papers/build-buku.ts";
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
    | "activeSop"
    | "listBerkas"
    | "loadSop"
    | "loadKantor"
    | "loadBerkas"
    | "loadRealisasi"
    | "readLog"
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
  async ujung(kantorId, seq) {
    const [entry] = await deps.store.readLog(kantorId, seq - 1, 1);
    if (entry?.seq !== seq) throw new Error(`entry ${seq} of the log of ${kantorId} is missing`);
    return entry;
  },
});

/** For whom, and how large it may be. */
interface Wanted {
  readonly kantorId: KantorId;
  readonly maxByte: number;
}

type Made = OutgoingFile | TooLarge | Destroyed | null;

type LampiranOf<J extends Lampiran["jenis"]> = Extract<Lampiran, { readonly jenis: J }>;

const fileOf = <J extends Lampiran["jenis"]>(
  deps: AttachmentDeps,
  lampiran: LampiranOf<J> & { readonly jenis: J },
  wanted: Wanted,
): Promise<Made> => makers[lampiran.jenis](deps, lampiran, wanted);

/** How each kind of file is made or fetched: one without its own does not compile. */
const makers: {
  readonly [J in Lampiran["jenis"]]: (
    deps: AttachmentDeps,
    lampiran: LampiranOf<J>,
    wanted: Wanted,
  ) => Promise<Made>;
} = {
  rekap: (deps, lampiran, { kantorId }) =>
    buildRekap(deps, { ...lampiran, kantorId, pada: lampiran }),
  grafik: async (deps, lampiran, { kantorId }) =>
    present(
      await buildGrafik(deps, { ...lampiran, kantorId, pada: lampiran }),
      `there is no ${lampiran.minta.macam} to draw`,
    ),
  "rekap-kabupaten": (deps, lampiran, { kantorId }) =>
    buildRekapKabupaten(deps, { ...lampiran, pemantau: kantorId }),
  "grafik-kabupaten": async (deps, lampiran, { kantorId }) =>
    present(
      await buildGrafikKabupaten(deps, { ...lampiran, pemantau: kantorId }),
      `${kantorId} watches over no office`,
    ),
  format: (deps, lampiran, { kantorId }) => buildFormat(deps, { ...lampiran, kantorId }),
  async naskah(deps, { naskahId, bentuk }, wanted) {
    return storedFile(deps, await deps.naskah.get(wanted.kantorId, naskahId, bentuk), wanted);
  },
  async lke(deps, lampiran, wanted) {
    const { naskah, lke } = deps;
    if (lke === undefined) throw new Error("there are no criteria to prove");
    const paperOf: LkeDeps["fileOf"] = (id, bentuk) => naskah.get(wanted.kantorId, id, bentuk);
    return present(
      await sendLke({ ...deps, fileOf: paperOf }, { ...lampiran, ...wanted, lke }),
      `${wanted.kantorId} has nothing that proves ${lampiran.tahun}`,
    );
  },
  async "lewat-masa"({ store, files, clock, random, penyimpanan }, _, { kantorId }) {
    if (penyimpanan === undefined) throw new Error("there is no schedule of archives");
    return sendLewatMasa({ store, files, clock, random, retensi: penyimpanan.arsip }, kantorId);
  },
  "data-pegawai": async (deps, lampiran, wanted) =>
    present(
      await sendDataPegawai(deps, { ...lampiran, ...wanted }),
      `nothing is known of ${lampiran.pegawaiId}`,
    ),
  memori: (deps, lampiran, { kantorId }) => buildMemori(deps, { ...lampiran, kantorId }),
  buku: (deps, lampiran, { kantorId }) => buildBuku(deps, { ...lampiran, kantorId }),
  bagan: (deps, { sopHash }) => buildBagan(deps, sopHash),
  tersimpan: storedFile,
};

/** What a message promised to carry; without it the message is tried again later. */
function present<T>(file: T | null, lack: string): T {
  if (file === null) throw new Error(lack);
  return file;
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
