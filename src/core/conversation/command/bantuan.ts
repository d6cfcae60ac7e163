import { jawabanText, perintahText } from "../../../generated/teks.ts";
import type { Pegawai } from "../../kantor/schema.ts";
import { fill, lines, paragraphs } from "../../pesan/teks.ts";
import type { Langkah } from "../../sop/langkah.ts";
import { say, type Talk } from "../talk.ts";
import { tugasOf } from "../tugas/tugas.ts";
import { type Command, semua } from "./handler.ts";

/** What this person can do now: their tasks, their commands, and how to answer. */
export const bantuan = (
  offered: (talk: Talk) => readonly (keyof typeof perintahText)[],
): Command => ({
  untuk: semua,
  run: (talk) => {
    const { pegawai, world } = talk;
    const jumlah = tugasOf(world, pegawai).length;
    const fills = world.kantor.indikatorList.some((one) => one.penanggungJawab === pegawai.id);
    const decides = world.sopList.some(({ sop }) => sop.langkah.some(isReturnable(pegawai)));
    return say(talk, {
      teks: paragraphs(
        lines(
          fill(jawabanText.bantuanKepala, { jabatan: pegawai.jabatan }),
          jumlah === 0 ? jawabanText.bantuanTanpaTugas : fill(jawabanText.bantuanTugas, { jumlah }),
        ),
        lines(
          ...offered(talk)
            .filter((nama) => nama !== "isi" || fills)
            .map((nama) =>
              fill(jawabanText.bantuanBaris, { nama, keterangan: perintahText[nama].keterangan }),
            ),
        ),
        lines(
          fills ? jawabanText.bantuanIsi : [],
          decides ? jawabanText.bantuanMeja : [],
          jawabanText.bantuanKetik,
        ),
      ),
    });
  },
});

/** Whether a langkah lays on this person's desk something they may send back. */
const isReturnable =
  ({ peran }: Pegawai) =>
  ({ hasil, pelaksana }: Langkah): boolean =>
    "kembalikan" in hasil && pelaksana.peran.some((one) => peran.includes(one));
