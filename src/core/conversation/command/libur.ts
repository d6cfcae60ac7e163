import { liburText } from "../../../generated/teks.ts";
import { can } from "../../authorize.ts";
import { fill, paragraphs } from "../../pesan/teks.ts";
import { toLocal } from "../../waktu/instant.ts";
import { partsOf } from "../../waktu/tanggal.ts";
import { liburLines } from "../libur.ts";
import { decline, say, type Talk } from "../talk.ts";
import { start } from "../tanya/drive.ts";
import type { Command } from "./handler.ts";

/** The free days to come; one more, one less, those of a whole year. */
export const libur: Command = {
  untuk: (pegawai) => can(pegawai, "ubah-libur"),
  run: (talk, argumen) => {
    const [kata = "", rest = ""] = argumen.split(/\s+/);
    switch (kata) {
      case "tambah":
        return start(talk, { jenis: "libur-tambah", hal: {} });
      case "hapus":
        return start(talk, { jenis: "libur-hapus", hal: {} });
      case "muat":
        return load(talk, rest);
      default:
        return list(talk);
    }
  },
};

function load(talk: Talk, kata: string): Talk {
  const now = tahunIni(talk);
  const tahun = kata === "" ? now + 1 : Number(kata);
  return tahun === now || tahun === now + 1
    ? start(talk, { jenis: "libur-tahun", hal: { tahun } })
    : decline(talk, "tahun-libur-lain", { ini: String(now), depan: String(now + 1) });
}

const tahunIni = ({ world }: Talk): number =>
  partsOf(toLocal(world.nowMs, world.kantor.zonaWaktu).tanggal).tahun;

function list(talk: Talk): Talk {
  const { kantor, nowMs } = talk.world;
  const tahun = String(tahunIni(talk) + 1);
  return say(talk, {
    teks: paragraphs(
      liburText.kepala,
      liburLines(talk.world, toLocal(nowMs, kantor.zonaWaktu).tanggal),
    ),
    pilihan: [
      [
        { id: "/libur tambah", judul: liburText.tambah },
        { id: "/libur hapus", judul: liburText.hapus },
      ],
      [{ id: `/libur muat ${tahun}`, judul: fill(liburText.muat, { tahun }) }],
    ],
  });
}
