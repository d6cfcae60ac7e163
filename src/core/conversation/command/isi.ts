import { can } from "../../authorize.ts";
import { indikatorWait } from "../../engine/holders.ts";
import type { Pegawai } from "../../kantor/schema.ts";
import { decline, type Talk } from "../talk.ts";
import { start } from "../tanya/drive.ts";
import { questionsOf, sheetOf } from "../tanya/form/isian/sheet.ts";
import { openNow } from "../tugas/menu.ts";
import { type Tugas, tugasOf } from "../tugas/tugas.ts";
import type { World } from "../world.ts";
import type { Command } from "./handler.ts";

/** The indikator still owed, from where the person stopped; with a kode, that one first. */
export const isi: Command = {
  untuk: (pegawai) => can(pegawai, "isi-realisasi"),
  run: (talk, argumen) => {
    const sheets = sheetsOf(talk.world, talk.pegawai);
    const [nearest] = sheets;
    if (nearest === undefined) return nothingToFill(talk);
    if (argumen === "") return fillIn(talk, nearest, []);
    for (const sheet of sheets) {
      const kode = kodeIn(sheet, argumen);
      if (kode !== undefined) return fillIn(talk, sheet, questionsIn(talk.world, sheet, kode));
    }
    return decline(talk, "indikator-tidak-dikenal", { kode: argumen });
  },
};

/** The sheets that wait for a person's figures, nearest deadline first. */
export const sheetsOf = (world: World, pegawai: Pegawai): readonly Tugas[] =>
  tugasOf(world, pegawai).filter(({ wait }) => wait.macam === "unit");

const fillIn = (talk: Talk, { wait }: Tugas, dahulu: readonly string[]): Talk =>
  start(talk, { jenis: "isian", hal: { waitId: wait.id } }, { dahulu });

const nothingToFill = (talk: Talk): Talk =>
  decline(
    talk,
    "tidak-ada-isian",
    {},
    openNow(talk.world, talk.pegawai, { kepala: [], kosong: [] }),
  );

function questionsIn(world: World, { wait }: Tugas, kode: string): readonly string[] {
  const sheet = sheetOf(world, wait.id);
  return sheet === null ? [kode] : questionsOf(sheet, kode);
}

/** A kode as in the table, or a number as in the list. */
function kodeIn({ berkas, wait }: Tugas, argumen: string): string | undefined {
  const own = indikatorWait(berkas.state, wait);
  const byKode = own.find(({ kode }) => kode.toLowerCase() === argumen.toLowerCase());
  return (byKode ?? (/^\d{1,3}$/.test(argumen) ? own[Number(argumen) - 1] : undefined))?.kode;
}
