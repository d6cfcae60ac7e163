import { pantauText, pengingatText, tugasText } from "../../generated/teks.ts";
import { holdersOf, langkahOf, progressOf } from "../engine/holders.ts";
import type { Kabar } from "../engine/kabar.ts";
import { dueOf } from "../engine/late.ts";
import type { Turn } from "../engine/turn.ts";
import { menitKerjaAntara } from "../waktu/tenggat.ts";
import { periodeOf, waktuOf } from "./sebutan.ts";
import { fill, type Tawaran, type Ucapan } from "./teks.ts";
import { sebutLamaKerja } from "./waktu.ts";

/** Whoever watches over the office asks after what is late: facts and a request, no blame. */
export function diingatkan(
  turn: Turn,
  { dari, terlambat, milik }: Extract<Kabar, { jenis: "diingatkan" }>,
): Ucapan {
  const { sop, state, context } = turn;
  const dueMs = Math.min(...terlambat.flatMap((wait) => dueOf(wait) ?? []));
  const { ke, dari: jumlahLangkah } = progressOf(sop, state);
  const names = terlambat.flatMap((wait) =>
    holdersOf(wait, context.kantor).map(({ jabatan }) => jabatan),
  );
  const next: Tawaran =
    milik === null
      ? { id: "/status", judul: pengingatText.lihatStatus }
      : { id: `/tugas ${milik.id}`, judul: tugasText.kerjakanSatu };
  return {
    teks: fill(pantauText.pengingat, {
      dari: `${dari.jabatan}, ${dari.nama}`,
      periode: periodeOf(turn),
      ke,
      jumlahLangkah,
      uraian: langkahOf(sop, state.langkahNo).uraian,
      waktu: waktuOf(turn, dueMs),
      lama: sebutLamaKerja(menitKerjaAntara(dueMs, context.nowMs, context.calendar)),
      nama: [...new Set(names)].join(", "),
    }),
    pilihan: [[next]],
  };
}
