import { bukuText } from "../../../generated/teks.ts";
import { can } from "../../authorize.ts";
import { masalahLines } from "../masalah-sel.ts";
import { bacaBukuKantor, decideMuat } from "../muat-kantor.ts";
import { closeDialogue, decline, say, type Talk } from "../talk.ts";
import { start } from "../tanya/drive.ts";
import type { BukuMasuk } from "./isi-berkas.ts";

/**
 * Takes the workbook of the office from whoever may load it: shows what it changes and asks, or says what is
 * wrong with it. Null where something else is being answered, or it can only be evidence.
 */
export function bukuMasuk(talk: Talk, { lembarList }: BukuMasuk): Talk | null {
  const { dialogue } = talk.session;
  const meant = dialogue === null || dialogue.jenis === "buku-kantor";
  if (!meant || !can(talk.pegawai, "muat-kantor")) return null;
  const closed = closeDialogue(talk);
  const buku = bacaBukuKantor(talk.world, lembarList);
  if (buku.kind === "kantor-lain") {
    const { id, nama } = talk.world.kantor;
    return decline(closed, "buku-kantor-lain", { lain: buku.kode, kantor: nama, kode: id });
  }
  const { berkas, galatList, peringatanList } = buku;
  if (berkas === null) {
    return decline(closed, "buku-keliru", {
      jumlah: String(galatList.length),
      daftar: masalahLines(galatList),
    });
  }
  const { bedaList, akibat } = decideMuat(talk.world, berkas, talk.pegawai.id);
  if (akibat.kind === "refused") return decline(closed, akibat.code, akibat.data);
  return bedaList.length === 0
    ? say(closed, { teks: bukuText.tidakBerubah })
    : start(closed, { jenis: "buku-kantor", hal: { berkas, peringatanList } });
}
