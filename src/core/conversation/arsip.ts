import { arsipText } from "../../generated/teks.ts";
import { golonganOf, type LewatMasa, sebutanJenisArsip } from "../arsip/jadwal.ts";
import { ukuranText } from "../pesan/lampiran.ts";
import { fill, lines, type Teks } from "../pesan/teks.ts";

/** What is past its time, by kind: a list of hundreds is read in its file. */
export function lewatText(list: readonly LewatMasa[]): Teks {
  const byJenis = golonganOf(list.map((one) => ({ ...one, berkasId: null })));
  return lines(
    fill(arsipText.lewat, { jumlah: list.length, ukuran: ukuranText(sizeOf(list)) }),
    ...byJenis.map((one) =>
      fill(arsipText.barisLewat, {
        jumlah: one.list.length,
        nama: sebutanJenisArsip[one.jenis],
        sampai: String(Math.max(...one.list.map(({ sampaiTahun }) => sampaiTahun))),
      }),
    ),
  );
}

const sizeOf = (list: readonly LewatMasa[]): number =>
  list.reduce((total, { ukuranByte }) => total + ukuranByte, 0);
