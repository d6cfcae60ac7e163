import type { Dokumen } from "../../core/dokumen/model.ts";
import type { Naskah, NaskahId } from "../../core/engine/state.ts";
import type { Bukti } from "../../core/formulir/nilai.ts";
import type { KantorId } from "../../core/kantor/schema.ts";
import type { Kamus } from "../../core/pesan/kamus.ts";
import type { BentukLaporan, BentukNaskah } from "../../core/pesan/pesan.ts";
import type { Clock } from "../ports/clock.ts";
import type { Documents } from "../ports/documents.ts";
import type { FileStore } from "../ports/files.ts";
import type { NaskahFile, NaskahUtuh } from "../ports/naskah.ts";
import type { Store } from "../ports/store.ts";
import { buildArsip } from "./build-arsip.ts";
import { buildLaporan } from "./build-laporan.ts";
import { type Keadaan, naskahFileName } from "./file-name.ts";

/** What making the file of a paper needs of the world. */
export interface NaskahDeps {
  readonly store: Pick<
    Store,
    "findNaskah" | "listNaskah" | "saveNaskahFile" | "loadKantor" | "loadRekap"
  >;
  readonly files: Pick<FileStore, "put" | "putStream" | "read" | "verify" | "isDestroyed">;
  readonly documents: Documents;
  readonly clock: Clock;
  readonly kamus: Kamus;
}

/** The files of papers, each made once. */
export interface NaskahFiles {
  /**
   * The file of a paper in the form asked for, or in the only one it can be had in: what was kept of
   * it, or else made, kept and recorded now.
   * @throws Error when there is no such paper, or its file cannot be made.
   */
  get(kantorId: KantorId, id: NaskahId, bentuk: BentukNaskah): Promise<NaskahFile>;
}

/** Whoever asks while a file is being made waits for that one instead of making another. */
export function createNaskahFiles(deps: NaskahDeps): NaskahFiles {
  const making = new Map<string, Promise<NaskahFile>>();
  return {
    get(kantorId, id, bentuk) {
      const key = `${kantorId} ${id} ${bentuk}`;
      const running = making.get(key) ?? keptOrMade(deps, { kantorId, id, asked: bentuk });
      making.set(key, running);
      const done = (): boolean => making.delete(key);
      running.then(done, done);
      return running;
    },
  };
}

/** The form a paper can be had in: an upload as it came, an archive as a zip, all else drawn. */
export function bentukOf({ unggahan, jenis }: Naskah, asked: BentukNaskah): BentukNaskah {
  if (unggahan !== null) return "asli";
  if (jenis === "arsip") return "zip";
  return asked === "docx" ? "docx" : "pdf";
}

interface Wanted {
  readonly kantorId: KantorId;
  readonly id: NaskahId;
  readonly asked: BentukNaskah;
}

async function keptOrMade(deps: NaskahDeps, { kantorId, id, asked }: Wanted): Promise<NaskahFile> {
  const { store, clock } = deps;
  const found = await store.findNaskah(kantorId, id);
  if (found === null) throw new Error(`naskah ${id} is not in the database`);
  const bentuk = bentukOf(found.naskah, asked);
  const kept = found.fileList.find((file) => file.bentuk === bentuk);
  if (kept !== undefined) return kept;
  // one that was destroyed is not drawn again: whoever asks learns of it from the file that is gone
  for (const file of found.fileList) {
    if (await deps.files.isDestroyed(file.hash)) return file;
  }
  const made = { naskahId: id, bentuk, ...(await make(deps, found, bentuk)) };
  await store.saveNaskahFile({ ...made, dibuatMs: clock.now() });
  // another process may have been faster: what was recorded first is the file of the paper
  const recorded = await store.findNaskah(kantorId, id);
  const file = recorded?.fileList.find((one) => one.bentuk === bentuk);
  if (file === undefined) throw new Error(`the file of naskah ${id} was not recorded`);
  return file;
}

/** The bytes are on disk before anybody is told of them; made again, they only replace themselves. */
async function make(deps: NaskahDeps, found: NaskahUtuh, bentuk: BentukNaskah): Promise<Bukti> {
  const { naskah, kantorId } = found;
  switch (bentuk) {
    case "asli": {
      if (naskah.unggahan === null) throw new Error(`naskah ${naskah.id} is no upload`);
      return { ...naskah.unggahan, nama: await nameOf(deps, found, endingOf(naskah.unggahan)) };
    }
    case "zip":
      return buildArsip(
        { ...deps, fileOf: (id, asked) => keptOrMade(deps, { kantorId, id, asked }) },
        found,
        await nameOf(deps, found, "zip"),
      );
    case "pdf":
    case "docx": {
      const { dokumen, keadaan } = await tercetakOf(deps, found);
      const data = await draw(deps, dokumen, { bentuk, id: naskah.id });
      return deps.files.put(data, await nameOf(deps, found, bentuk, keadaan), mimeOf[bentuk]);
    }
  }
}

/** The one place that draws papers: a Word file that is to be recognised when it comes back gets its id here. */
const draw = (
  { documents }: Pick<NaskahDeps, "documents">,
  dokumen: Dokumen,
  { bentuk, id }: { readonly bentuk: BentukLaporan; readonly id: NaskahId },
): Promise<Uint8Array> =>
  bentuk === "pdf" ? documents.dokumenPdf(dokumen) : documents.dokumenDocx(dokumen, id);

/** What Word calls its files. */
export const DOCX_MIME = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

const mimeOf: { readonly [B in BentukLaporan]: string } = {
  pdf: "application/pdf",
  docx: DOCX_MIME,
};

/** What is drawn, and what it counts for. */
interface Tercetak {
  readonly dokumen: Dokumen;
  readonly keadaan: Keadaan | null;
}

/** A letter as it was drawn up; a report from the figures of its instant. */
async function tercetakOf({ store }: NaskahDeps, found: NaskahUtuh): Promise<Tercetak> {
  const { isi, naskah } = found;
  if (isi !== null) return { dokumen: isi, keadaan: isi.tanda === null ? null : "konsep" };
  if (naskah.jenis !== "laporan") throw new Error(`naskah ${naskah.id} has nothing to draw`);
  const { dokumen, cara } = await buildLaporan(store, found);
  return { dokumen, keadaan: keadaanOf[cara ?? "belum"] };
}

/** Of a draft its own name says enough. */
const keadaanOf = {
  belum: null,
  setuju: "disetujui",
  "tanda-tangan": "bertanda tangan",
} as const;

async function nameOf(
  { store }: NaskahDeps,
  { kantorId, naskah, periode }: NaskahUtuh,
  akhiran: string,
  keadaan: Keadaan | null = null,
): Promise<string> {
  const record = await store.loadKantor(kantorId);
  const kantor = record?.kantor ?? { nama: kantorId, istilahTriwulan: "triwulan" };
  return naskahFileName(naskah, { kantor, periode, keadaan }, akhiran);
}

/** The ending of an upload's name; without one, what its kind is usually called. */
const endingOf = ({ nama, mime }: Bukti): string =>
  /\.([A-Za-z0-9]{1,8})$/.exec(nama)?.[1]?.toLowerCase() ??
  /\/(pdf|jpeg|png)$/.exec(mime)?.[1] ??
  "bin";
