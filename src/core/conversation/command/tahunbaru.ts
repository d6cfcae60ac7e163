import { tahunBaruText } from "../../../generated/teks.ts";
import { can } from "../../authorize.ts";
import { tahunAsal } from "../../kantor/tahun.ts";
import { fill } from "../../pesan/teks.ts";
import { changeOffice, decline, say, type Talk } from "../talk.ts";
import { start } from "../tanya/drive.ts";
import type { Command } from "./handler.ts";

/** The indikator of the year to come, copied from the last one; and back again while nothing rests on them. */
export const tahunbaru: Command = {
  untuk: (pegawai) => can(pegawai, "ubah-target"),
  run: (talk, argumen) => {
    const words = argumen.split(/\s+/);
    const named = words.find((word) => /^20\d\d$/.test(word));
    const tahun = named === undefined ? tahunBerikut(talk) : Number(named);
    if (words.includes("batal")) return takeBack(talk, tahun);
    const asal = tahunAsal(talk.world.kantor, tahun);
    if (asal === null) return decline(talk, "tahun-tanpa-asal", { tahun: String(tahun) });
    if (talk.world.kantor.indikatorList.some((one) => one.tahun === tahun)) {
      return decline(talk, "tahun-sudah-ada", {});
    }
    if (!words.includes("excel")) return start(talk, { jenis: "tahun-baru", hal: { tahun } });
    return can(talk.pegawai, "muat-kantor")
      ? say(talk, {
          teks: fill(tahunBaruText.excelDikirim, { tahun: String(tahun), asal: String(asal) }),
          lampiran: { jenis: "buku", apa: "kantor", tahun },
        })
      : decline(talk, "buku-hanya-admin");
  },
};

/** The year after the last that has indikator. */
const tahunBerikut = ({ world }: Talk): number =>
  Math.max(0, ...world.kantor.indikatorList.map(({ tahun }) => tahun)) + 1;

function takeBack(talk: Talk, tahun: number): Talk {
  const { talk: changed, refusal } = changeOffice(talk, [{ jenis: "tahun-batal", tahun }]);
  return refusal === null
    ? say(changed, { teks: fill(tahunBaruText.dibatalkan, { tahun: String(tahun) }) })
    : decline(talk, refusal.code, refusal.data);
}
