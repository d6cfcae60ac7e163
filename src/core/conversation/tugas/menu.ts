import { tugasText } from "../../../generated/teks.ts";
import type { Pegawai } from "../../kantor/schema.ts";
import { fill, lines, paragraphs, type Teks, type Ucapan } from "../../pesan/teks.ts";
import type { World } from "../world.ts";
import { tugasLine, tugasOf } from "./tugas.ts";

/** Longer lists are cut: nobody taps the eleventh button. */
const TUGAS_PALING_BANYAK = 10;

/** What waits for a person, below a heading, each with a button that begins it. */
export function tugasMenu(world: World, pegawai: Pegawai, kepala: Teks): Ucapan {
  const tugasList = tugasOf(world, pegawai).slice(0, TUGAS_PALING_BANYAK);
  const title = (nomor: number): Teks =>
    tugasList.length === 1 ? tugasText.kerjakanSatu : fill(tugasText.kerjakan, { nomor });
  return {
    teks: lines(kepala, ...tugasList.map((one, index) => tugasLine(world, one, index + 1))),
    pilihan: tugasList.map(({ wait }, index) => [
      { id: `/tugas ${wait.id}`, judul: title(index + 1) },
    ]),
  };
}

/** What waits for a person now, below a sentence; `kosong` when nothing does. */
export function openNow(
  world: World,
  pegawai: Pegawai,
  { kepala, kosong }: { readonly kepala: Teks; readonly kosong: Teks },
): Ucapan {
  if (tugasOf(world, pegawai).length === 0) return { teks: lines(kepala, kosong) };
  const menu = tugasMenu(world, pegawai, tugasText.menunggu);
  return { ...menu, teks: paragraphs(kepala, menu.teks) };
}
