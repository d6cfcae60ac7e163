import { anggaranText } from "../../../generated/teks.ts";
import { can } from "../../authorize.ts";
import { fill, paragraphs } from "../../pesan/teks.ts";
import { anggaranTahun, programLines, sasaranTahun, tahunAnggaran } from "../anggaran.ts";
import { decline, say, type Talk } from "../talk.ts";
import { start } from "../tanya/drive.ts";
import type { Command } from "./handler.ts";

/** The programs of a year with their money, for Bab III of the LKjIP; from there to fill them in. */
export const anggaran: Command = {
  untuk: (pegawai) => can(pegawai, "isi-anggaran"),
  run: (talk, argumen) => {
    const words = argumen.split(/\s+/).filter((word) => word !== "");
    const named = words.find((word) => /^20\d\d$/.test(word));
    const tahun = named === undefined ? tahunAnggaran(talk.world) : Number(named);
    if (sasaranTahun(talk.world.kantor, tahun).length === 0) {
      return decline(talk, "target-tahun-tiada", { tahun: String(tahun) });
    }
    const known = anggaranTahun(talk.world.kantor, tahun) !== undefined;
    return !known || words.includes("isi")
      ? start(talk, { jenis: "anggaran", hal: { tahun } })
      : list(talk, tahun);
  },
};

function list(talk: Talk, tahun: number): Talk {
  const { kantor } = talk.world;
  const { programList = [] } = anggaranTahun(kantor, tahun) ?? {};
  return say(talk, {
    teks: paragraphs(
      fill(anggaranText.kepala, { tahun: String(tahun) }),
      programLines(programList, sasaranTahun(kantor, tahun)),
    ),
    pilihan: [[{ id: `/anggaran isi ${tahun}`, judul: anggaranText.ganti }]],
  });
}
