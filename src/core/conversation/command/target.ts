import { targetText } from "../../../generated/teks.ts";
import { can } from "../../authorize.ts";
import type { Kantor } from "../../kantor/schema.ts";
import type { Indikator } from "../../kinerja/indikator.ts";
import { dasarText, indikatorAwal } from "../../kinerja/target.ts";
import { fill, lines, paragraphs, type Teks } from "../../pesan/teks.ts";
import { decline, say, type Talk } from "../talk.ts";
import { start } from "../tanya/drive.ts";
import { indikatorDari, tahunTarget, targetLine } from "../target.ts";
import type { Command } from "./handler.ts";

/** The targets of a year with what changed about them; from there other ones, by a change of the PK. */
export const target: Command = {
  untuk: (pegawai) => can(pegawai, "ubah-target"),
  run: (talk, argumen) => {
    const words = argumen.split(/\s+/).filter((word) => word !== "");
    const named = words.find((word) => /^20\d\d$/.test(word));
    const tahun = named === undefined ? tahunTarget(talk.world) : Number(named);
    const [kata] = words.filter((word) => word !== named);
    if (!talk.world.kantor.indikatorList.some((one) => one.tahun === tahun)) {
      return decline(talk, "target-tahun-tiada", { tahun: String(tahun) });
    }
    if (kata === undefined) return list(talk, tahun);
    if (kata === "ubah") return start(talk, { jenis: "target", hal: { tahun } });
    const indikator = indikatorDari(talk.world.kantor, tahun, kata);
    return indikator === undefined
      ? decline(talk, "indikator-tidak-ada")
      : start(
          talk,
          { jenis: "target", hal: { tahun } },
          { jawaban: { indikator: indikator.kode } },
        );
  },
};

const list = (talk: Talk, tahun: number): Talk =>
  say(talk, {
    teks: paragraphs(
      fill(targetText.kepala, { tahun: String(tahun) }),
      lines(
        ...talk.world.kantor.indikatorList
          .filter((one) => one.tahun === tahun)
          .flatMap((one) => [row(one), semula(talk.world.kantor, one)]),
      ),
    ),
    pilihan: [[{ id: `/target ubah ${tahun}`, judul: targetText.ubah }]],
  });

const row = (indikator: Indikator): Teks => {
  const { kode, nama, satuan } = indikator;
  return fill(targetText.baris, { kode, nama, satuan, target: targetLine(indikator) });
};

function semula(kantor: Kantor, indikator: Indikator): Teks {
  const { perubahanTarget = [] } = indikator;
  if (perubahanTarget.length === 0) return [];
  return fill(targetText.barisSemula, {
    target: targetLine(indikatorAwal(indikator)),
    dasar: perubahanTarget.map((one) => dasarText(one, kantor.istilahTriwulan)).join("; "),
  });
}
