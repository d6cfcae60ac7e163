import { lampiranText } from "../../generated/teks.ts";
import { labelPendek, tahunPeriode } from "../kinerja/periode.ts";
import type { Lampiran } from "./pesan.ts";
import { fill, lines, type Teks } from "./teks.ts";

/** The text of a message that goes without its file, so that nobody waits for what does not come. */
export const tanpaBerkas = (teks: Teks, lampiran: Lampiran, gagal: "dibuat" | "dikirim"): Teks =>
  lines(teks, fill(lampiranText.tertinggal, { nama: namaLampiran(lampiran), gagal }));

/** The text beside a file that comes after the message it belongs to. */
export const berkasMenyusul = (lampiran: Lampiran): Teks =>
  fill(lampiranText.menyusul, { nama: namaLampiran(lampiran) });

/** What a file is called before it is there. */
function namaLampiran(lampiran: Lampiran): Teks {
  switch (lampiran.jenis) {
    case "rekap":
      return fill(lampiranText.rekap, {
        periode: `${labelPendek(lampiran.periode)} ${tahunPeriode(lampiran.periode)}`,
      });
    case "naskah":
      return fill(lampiranText.naskah, { bentuk: lampiran.bentuk });
    case "bagan":
      return lampiranText.bagan;
    case "format":
      return lampiranText.format;
    case "tersimpan":
      return lampiran.nama;
  }
}
