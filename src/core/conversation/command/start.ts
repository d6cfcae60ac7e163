import { akunText } from "../../../generated/teks.ts";
import { fill } from "../../pesan/teks.ts";
import { say } from "../talk.ts";
import { openNow } from "../tugas/menu.ts";
import { type Command, semua } from "./handler.ts";

/** The menu of somebody who is linked already; one of their own codes changes nothing. */
export const start: Command = {
  untuk: semua,
  run: (talk) => {
    const { world, pegawai } = talk;
    const kepala = fill(akunText.menu, { nama: pegawai.jabatan, kantor: world.kantor.nama });
    const kosong = akunText.tanpaTugas;
    return say(talk, openNow(world, pegawai, { kepala, kosong }));
  },
};
