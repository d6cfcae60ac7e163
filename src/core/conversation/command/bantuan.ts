import { can } from "../../authorize.ts";
import { jawabanText, perintahText } from "../../pesan/perintah.ts";
import { fill, lines, paragraphs } from "../../pesan/template.ts";
import { say, type Talk } from "../talk.ts";
import { tugasOf } from "../tugas.ts";
import { type Command, semua } from "./handler.ts";

/** What this person can do now: their tasks, their commands, and how to answer. */
export const bantuan = (
  offered: (talk: Talk) => readonly (keyof typeof perintahText)[],
): Command => ({
  untuk: semua,
  run: (talk) => {
    const { pegawai, world } = talk;
    const jumlah = tugasOf(world, pegawai).length;
    const decides = pegawai.peran.some((peran) => DECIDING.has(peran));
    return say(talk, {
      teks: paragraphs(
        lines(
          fill(jawabanText.bantuanKepala, { jabatan: pegawai.jabatan }),
          jumlah === 0
            ? fill(jawabanText.bantuanTanpaTugas, {})
            : fill(jawabanText.bantuanTugas, { jumlah }),
        ),
        lines(
          ...offered(talk).map((nama) =>
            fill(jawabanText.bantuanBaris, { nama, keterangan: perintahText[nama].keterangan }),
          ),
        ),
        lines(
          can(pegawai, "isi-realisasi") ? fill(jawabanText.bantuanIsi, {}) : [],
          decides ? fill(jawabanText.bantuanMeja, {}) : [],
          fill(jawabanText.bantuanKetik, {}),
        ),
      ),
    });
  },
});

/** Who finds approvals on the desk. */
const DECIDING: ReadonlySet<string> = new Set(["camat", "sekcam", "kadis", "sekdis"]);
