import { anggaranText } from "../../../generated/teks.ts";
import { can } from "../../authorize.ts";
import { type Program, programTahun } from "../../kinerja/anggaran.ts";
import { fill, paragraphs } from "../../pesan/teks.ts";
import { programLines, sasaranTahun, tahunAnggaran } from "../anggaran.ts";
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
    const programList = programTahun(talk.world.kantor.anggaranList, tahun);
    return programList.length === 0 || words.includes("isi")
      ? start(talk, { jenis: "anggaran", hal: { tahun } })
      : list(talk, tahun, programList);
  },
};

const list = (talk: Talk, tahun: number, programList: readonly Program[]): Talk =>
  say(talk, {
    teks: paragraphs(
      fill(anggaranText.kepala, { tahun: String(tahun) }),
      programLines(programList, sasaranTahun(talk.world.kantor, tahun)),
    ),
    pilihan: [[{ id: `/anggaran isi ${tahun}`, judul: anggaranText.ganti }]],
  });
