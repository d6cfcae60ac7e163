import { readPenyimpanan } from "../../src/catalog/load-penyimpanan.ts";
import type { LewatMasa } from "../../src/core/arsip/jadwal.ts";
import type { ArsipKantor } from "../../src/core/conversation/world.ts";

const lewat = (kunci: string, part: Partial<LewatMasa>): LewatMasa => ({
  jenis: "bukti",
  apa: `Bukti 1.1 2020-TW4 (${kunci}.pdf)`,
  kunci,
  ukuranByte: 1_200_000,
  berkasId: "berkas2020",
  naskahId: null,
  tutupMs: 0,
  tutupTahun: 2021,
  sampaiTahun: 2026,
  dasar: "JRA Kabupaten Contoh Nomor 7",
  ...part,
});

/** Three things of an office that are past their time, by the schedule as it is shipped. */
export const arsipLewat: ArsipKantor = {
  retensi: (await readPenyimpanan("flows")).arsip,
  sidik: "a1b2c3d4e5",
  list: [
    lewat("survei", {}),
    lewat("notulen", { jenis: "lampiran", apa: "Formulir langkah 7, lampiran (notulen.pdf)" }),
    lewat("u1", { jenis: "undangan", apa: "Undangan akun camat", ukuranByte: 0, berkasId: null }),
  ],
};
