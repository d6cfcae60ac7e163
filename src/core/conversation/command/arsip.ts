import { arsipText } from "../../../generated/teks.ts";
import { sebutanJenisArsip } from "../../arsip/jadwal.ts";
import { can } from "../../authorize.ts";
import { fill, lines, paragraphs, type Teks } from "../../pesan/teks.ts";
import { JenisArsip } from "../../waktu/penyimpanan.ts";
import { lewatText } from "../arsip.ts";
import { decline, say, type Talk } from "../talk.ts";
import { start } from "../tanya/drive.ts";
import type { ArsipKantor } from "../world.ts";
import type { Command } from "./handler.ts";

/**
 * How long each kind of archive is kept and what is past its time, with the whole list as a file; from there
 * destroying exactly that list, named by its mark.
 */
export const arsip: Command = {
  untuk: (pegawai) => can(pegawai, "ubah-pegawai"),
  run(talk, argumen) {
    const { arsip: kept } = talk.world;
    if (kept === undefined) return decline(talk, "arsip-tanpa-jadwal");
    const [kata, sidik = ""] = argumen.split(/\s+/);
    if (kata !== "musnahkan") return show(talk, kept);
    if (kept.list.length === 0) return decline(talk, "arsip-tidak-ada-lewat");
    return sidik === kept.sidik
      ? start(talk, { jenis: "musnahkan", hal: { sidik } })
      : decline(talk, "arsip-berubah");
  },
};

function show(talk: Talk, { retensi, list, sidik }: ArsipKantor): Talk {
  const kepala = lines(arsipText.kepala, ...jadwalLines(retensi));
  if (list.length === 0) return say(talk, { teks: paragraphs(kepala, arsipText.tidakAda) });
  return say(talk, {
    teks: paragraphs(kepala, lewatText(list), fill(arsipText.tanda, { sidik })),
    pilihan: [
      [
        {
          id: `/arsip musnahkan ${sidik}`,
          judul: fill(arsipText.musnahkan, { jumlah: list.length }),
        },
      ],
    ],
    lampiran: { jenis: "lewat-masa" },
  });
}

/** Kinds that are kept as long by the same rule stand on one line. */
function jadwalLines(retensi: ArsipKantor["retensi"]): readonly Teks[] {
  const byAturan = new Map<string, JenisArsip[]>();
  for (const jenis of JenisArsip.options.filter((one) => one !== "salinan")) {
    const { tahun, dasar } = retensi[jenis];
    const aturan = `${tahun} ${dasar}`;
    byAturan.set(aturan, [...(byAturan.get(aturan) ?? []), jenis]);
  }
  return [...byAturan.values()].flatMap((jenisList) => {
    const [first] = jenisList;
    if (first === undefined) return [];
    const { tahun, dasar } = retensi[first];
    const nama = jenisList.map((jenis) => sebutanJenisArsip[jenis]).join(", ");
    return tahun === "permanen"
      ? [fill(arsipText.permanen, { nama, dasar })]
      : [fill(arsipText.masa, { nama, dasar, tahun })];
  });
}
