import { bukuText } from "../../../generated/teks.ts";
import { can } from "../../authorize.ts";
import { fill } from "../../pesan/teks.ts";
import { say, type Talk } from "../talk.ts";
import type { Command } from "./handler.ts";

/** The workbook of the office: empty, or as it stands; sent back it is loaded. */
export const unduh: Command = {
  untuk: (pegawai) => can(pegawai, "muat-kantor"),
  run: (talk, argumen) => {
    switch (argumen) {
      case "templat":
        return say(talk, {
          teks: bukuText.templatDikirim,
          lampiran: { jenis: "buku", apa: "templat" },
        });
      case "kantor":
        return say(talk, {
          teks: fill(bukuText.kantorDikirim, { kantor: talk.world.kantor.nama }),
          lampiran: { jenis: "buku", apa: "kantor" },
        });
      default:
        return offer(talk);
    }
  },
};

const offer = (talk: Talk): Talk =>
  say(talk, {
    teks: bukuText.kepala,
    pilihan: [
      [
        { id: "/unduh kantor", judul: bukuText.kantor },
        { id: "/unduh templat", judul: bukuText.templat },
      ],
    ],
  });
