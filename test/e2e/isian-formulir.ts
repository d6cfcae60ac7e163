import { hash } from "node:crypto";
import { z } from "zod";
import type { Naskah } from "../../src/core/engine/state.ts";
import { allBerkas } from "../support/all-berkas.ts";
import { unzip } from "../support/unzip.ts";
import type { Acting, Office } from "./office.ts";

/** Leaves a field at what is offered, whatever the choice for that is called. */
export const PAKAI = null;

const TETAP = /^(Pakai usulan|Tetap|Lewati|Selesai)$/;

/** Fills in a form, one answer a field; `PAKAI` where it stays as offered. */
export async function isiFormulir(
  office: Acting,
  pegawaiId: string,
  jawaban: readonly (string | typeof PAKAI)[],
): Promise<void> {
  await office.taps(pegawaiId, /^(Isi|Ubah isian)$/);
  for (const one of jawaban) {
    await (one === PAKAI ? office.taps(pegawaiId, TETAP) : office.says(pegawaiId, one));
  }
}

/** The papers of the berkas of a period, in the order in which they came about. */
export async function papersOf(office: Office, periode: string): Promise<readonly Naskah[]> {
  const berkasList = await allBerkas(office.store);
  const found = berkasList.find(({ state }) => state.periode === periode);
  if (found === undefined) throw new Error(`no berkas of ${periode}`);
  return found.state.naskahList;
}

/** "langkah: kind "version" [number]" of every paper. */
export const paperLines = async (office: Office, periode: string): Promise<readonly string[]> =>
  (await papersOf(office, periode)).map(
    ({ langkahNo, jenis, sebutan, nomor }) =>
      `${langkahNo}: ${jenis}${sebutan === null ? "" : ` "${sebutan}"`}${nomor === null ? "" : ` [${nomor}]`}`,
  );

const Manifest = z.object({
  lokasi: z.string().nullable(),
  isi: z.array(
    z.object({
      path: z.string(),
      apa: z.string(),
      sha256: z.string(),
      keadaan: z.string(),
      samaDengan: z.string().nullable(),
    }),
  ),
});

/** An archive that came in chat, opened: its manifest, and what in it does not fit its sum. */
export interface ArsipTerbuka {
  readonly lokasi: string | null;
  readonly apaList: readonly string[];
  /** Where each file lies in it. */
  readonly pathList: readonly string[];
  readonly tidakCocok: readonly string[];
  readonly dataByPath: ReadonlyMap<string, Buffer>;
}

/** Opens the newest zip file somebody was sent and works every SHA-256 sum out anew. */
export async function openArsip(office: Office, pegawaiId: string): Promise<ArsipTerbuka> {
  const person = office.person(pegawaiId);
  const message = person.inbox.findLast(
    ({ document }) => document?.file_name?.endsWith(".zip") === true,
  );
  if (message === undefined) throw new Error(`no archive came\n${person.transcript()}`);
  const entries = await unzip(person.opens(message));
  const dataByPath = new Map(entries.map(({ path, data }) => [path, data]));
  const { lokasi, isi } = Manifest.parse(
    JSON.parse(dataByPath.get("manifest.json")?.toString("utf8") ?? "null"),
  );
  const tidakCocok = isi.filter(({ path, samaDengan, sha256, keadaan }) => {
    const data = dataByPath.get(samaDengan ?? path);
    return keadaan !== "utuh" || data === undefined || hash("sha256", data) !== sha256;
  });
  return {
    lokasi,
    apaList: isi.map(({ apa }) => apa),
    pathList: isi.map(({ path }) => path),
    tidakCocok: tidakCocok.map((one) => one.path),
    dataByPath,
  };
}
