import {
  type DaftarLewat,
  isFileArsip,
  type LewatMasa,
  lewatMasa,
  musnahEffects,
  type Tersimpan,
} from "../../core/arsip/jadwal.ts";
import { type KantorId, OPERATOR } from "../../core/kantor/schema.ts";
import type { Penyimpanan } from "../../core/waktu/penyimpanan.ts";
import { type NoteDeps, noteForOperator } from "../office/note.ts";
import type { Copies } from "../ports/copies.ts";
import type { FileStore } from "../ports/files.ts";
import type { KantorRecord } from "../ports/rows.ts";
import { storedFiles } from "./stored-files.ts";

/** What looking for archives past their time, and destroying them, needs of the world. */
export interface RetentionDeps extends NoteDeps {
  readonly files: Pick<FileStore, "size" | "destroy">;
  readonly copies: Copies;
  readonly retensi: Penyimpanan["arsip"];
}

/** What looking for them needs; without `copies` those of the database, which are the operator's, are left out. */
export type PastDeps = Pick<RetentionDeps, "store" | "clock" | "retensi" | "random"> & {
  readonly files: Pick<FileStore, "size">;
  readonly copies?: Copies;
};

/** What of an office is past its time and still there. Looks, and changes nothing. */
export async function pastRetention(
  deps: PastDeps,
  { kantor }: Pick<KantorRecord, "kantor">,
): Promise<DaftarLewat> {
  const { store, files, copies, clock, retensi, random } = deps;
  const nowMs = clock.now();
  const offices = await store.listKantor();
  const others = offices.filter(({ kantor: { id } }) => id !== kantor.id);
  const named = await Promise.all(others.map((other) => storedFiles(store, other.kantor)));
  const past = lewatMasa(
    [
      ...(await storedFiles(store, kantor)),
      ...(await invitations(store, kantor.id, nowMs)),
      ...((await copies?.list()) ?? []).map(asTersimpan),
    ],
    retensi,
    {
      nowMs,
      zona: kantor.zonaWaktu,
      dipakaiLain: new Set(named.flat().map(({ kunci }) => kunci)),
    },
  );
  const list: LewatMasa[] = [];
  const seen = new Set<string>();
  for (const one of past) {
    if (seen.has(one.kunci)) continue;
    seen.add(one.kunci);
    if (!isFileArsip(one) || (await files.size(one.kunci)) !== null) list.push(one);
  }
  const keys = list.map(({ jenis, kunci }) => `${jenis} ${kunci}`).toSorted();
  return { list, sidik: random.hash([kantor.id, ...keys].join("\n")).slice(0, SIDIK_PANJANG) };
}

/** Enough to tell one list from another, and short enough to type. */
const SIDIK_PANJANG = 10;

const lain = { ukuranByte: 0, berkasId: null, naskahId: null } as const;

async function invitations(
  store: RetentionDeps["store"],
  kantorId: KantorId,
  nowMs: number,
): Promise<readonly Tersimpan[]> {
  return (await store.listUndangan(kantorId)).map(
    ({ id, pegawaiId, dipakaiMs, berlakuSampaiMs }): Tersimpan => ({
      jenis: "undangan",
      apa: `Undangan akun ${pegawaiId}`,
      kunci: id,
      ...lain,
      tutupMs: dipakaiMs ?? (berlakuSampaiMs < nowMs ? berlakuSampaiMs : null),
    }),
  );
}

const asTersimpan = ({
  nama,
  ukuranByte,
  dibuatMs,
}: Awaited<ReturnType<Copies["list"]>>[number]): Tersimpan => ({
  jenis: "salinan",
  apa: `Salinan ${nama}`,
  kunci: nama,
  ...lain,
  ukuranByte,
  tutupMs: dibuatMs,
});

/** Who agreed to it, and to which list. */
export interface Persetujuan {
  readonly sidik: string;
  /** The letter or minutes that allow it, as the log keeps it. */
  readonly dasar: string;
}

/**
 * Destroys what is past its time, after the log says so: what a stop leaves is on the list again. The
 * answer is what was destroyed, or null when the list is no longer the one that was agreed to.
 */
export async function destroyPast(
  deps: RetentionDeps,
  record: Pick<KantorRecord, "kantor">,
  { sidik, dasar }: Persetujuan,
): Promise<readonly LewatMasa[] | null> {
  const found = await pastRetention(deps, record);
  if (found.sidik !== sidik || found.list.length === 0) return null;
  const { list } = found;
  await noteForOperator(deps, record.kantor.id, musnahEffects({ list, dasar, oleh: OPERATOR }));
  const copies = list.filter(({ jenis }) => jenis === "salinan");
  if (copies.length > 0) await noteForOthers(deps, record.kantor.id, { list: copies, dasar });
  for (const one of list) {
    if (isFileArsip(one)) await deps.files.destroy(one.kunci);
    if (one.jenis === "salinan") await deps.copies.remove(one.kunci);
  }
  return list;
}

interface Musnah {
  readonly list: readonly LewatMasa[];
  readonly dasar: string;
}

/** A copy holds the data of every office, so every log says that it is gone. */
async function noteForOthers(deps: RetentionDeps, own: KantorId, musnah: Musnah): Promise<void> {
  for (const { kantor } of await deps.store.listKantor()) {
    if (kantor.id !== own)
      await noteForOperator(deps, kantor.id, musnahEffects({ ...musnah, oleh: OPERATOR }));
  }
}
