import type { BerkasState } from "../../core/engine/state.ts";
import type { KantorId } from "../../core/kantor/schema.ts";
import type { FileStore, KeadaanFile } from "../ports/files.ts";
import type { NaskahRecord } from "../ports/naskah.ts";
import type { RealisasiRow } from "../ports/rows.ts";
import type { Store } from "../ports/store.ts";

/** What looking after files needs of the world. */
export interface CheckFilesDeps {
  readonly store: Pick<Store, "listKantor" | "listBerkas" | "listNaskah" | "listBukti">;
  readonly files: Pick<FileStore, "verify">;
}

/** A file that is not as it was put, by the first thing in the database that names it. */
export interface FileRusak {
  readonly apa: string;
  readonly berkasId: string;
  readonly hash: string;
  readonly keadaan: Exclude<KeadaanFile, "utuh">;
}

/** What became of every file the database names. */
export interface HasilPeriksa {
  readonly diperiksa: number;
  readonly rusak: readonly FileRusak[];
}

type Tercatat = Omit<FileRusak, "keadaan">;

/** Recomputes every recorded file once, one after the other and piece by piece. */
export async function checkFiles({ store, files }: CheckFilesDeps): Promise<HasilPeriksa> {
  const keadaanByHash = new Map<string, KeadaanFile>();
  const rusak: FileRusak[] = [];
  for (const { kantor } of await store.listKantor()) {
    for (const one of await recordedFiles(store, kantor.id)) {
      if (keadaanByHash.has(one.hash)) continue;
      const keadaan = await files.verify(one.hash);
      keadaanByHash.set(one.hash, keadaan);
      if (keadaan !== "utuh") rusak.push({ ...one, keadaan });
    }
  }
  return { diperiksa: keadaanByHash.size, rusak };
}

async function recordedFiles(
  store: CheckFilesDeps["store"],
  kantorId: KantorId,
): Promise<readonly Tercatat[]> {
  return [
    ...(await store.listNaskah(kantorId, null)).flatMap(ofNaskah),
    ...(await store.listBukti(kantorId)).flatMap(ofRealisasi),
    ...(await store.listBerkas(kantorId)).flatMap(({ state }) => ofFormulir(state)),
  ];
}

function ofNaskah({ berkasId, naskah, fileList }: NaskahRecord): readonly Tercatat[] {
  const nama = [naskah.nama, naskah.sebutan].filter((one) => one !== null).join(", ");
  const apa = `Naskah ${naskah.id} (${nama})`;
  const upload = naskah.unggahan === null ? [] : [{ apa, berkasId, hash: naskah.unggahan.hash }];
  const made = fileList
    .filter(({ hash }) => hash !== naskah.unggahan?.hash)
    .map(({ bentuk, hash }) => ({ apa: `${apa} sebagai ${bentuk}`, berkasId, hash }));
  return [...upload, ...made];
}

const ofRealisasi = ({ berkasId, periode, kode, bukti }: RealisasiRow): readonly Tercatat[] =>
  bukti.map(({ hash, nama }) => ({ apa: `Bukti ${kode} ${periode} (${nama})`, berkasId, hash }));

const ofFormulir = ({ id, formulirByLangkah }: BerkasState): readonly Tercatat[] =>
  Object.entries(formulirByLangkah).flatMap(([no, isi]) =>
    Object.entries(isi).flatMap(([kode, nilai]) =>
      nilai.tipe !== "berkas"
        ? []
        : nilai.buktiList.map(({ hash, nama }) => ({
            apa: `Formulir langkah ${no}, ${kode} (${nama})`,
            berkasId: id,
            hash,
          })),
    ),
  );
