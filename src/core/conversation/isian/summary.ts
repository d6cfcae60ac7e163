import { isianText } from "../../../generated/teks.ts";
import type { Indikator } from "../../kinerja/indikator.ts";
import { labelPeriode } from "../../kinerja/periode.ts";
import { fill, lines, type Tawaran, type Teks } from "../../pesan/teks.ts";
import type { Question } from "../talk.ts";
import { arahText, nilaiText, persenText } from "./look.ts";
import { buktiCount, type Lack, lackOf, recordedOf, rowOf, type Sheet } from "./sheet.ts";

/** All figures of a unit at a glance, and the tap that sends them. */
export function askSummary(sheet: Sheet): Question {
  const lack = lackOf(sheet);
  const ready = [lack.isian, lack.keterangan, lack.bukti].every((list) => list.length === 0);
  const forward: Tawaran = ready
    ? { id: "kirim", judul: isianText.kirim }
    : { id: "lengkapi", judul: isianText.lengkapi };
  return {
    teks: lines(
      fill(isianText.ringkasan, {
        jumlah: sheet.indikatorList.length,
        periode: labelPeriode(sheet.berkas.state.periode, sheet.world.kantor.istilahTriwulan),
      }),
      ...sheet.indikatorList.map((indikator) => row(sheet, indikator)),
      ...lackLines(sheet, lack),
      fill(ready ? isianText.siapKirim : isianText.belumSiap, {}),
    ),
    pilihan: [[forward, { id: "ubah", judul: isianText.ubah }]],
  };
}

/** Which figure is to be changed; a typed number is that of the summary. */
export const askWhich = (sheet: Sheet): Question => ({
  teks: isianText.tanyaUbah,
  pilihan: [
    ...sheet.indikatorList.map(({ nama }, index): readonly Tawaran[] => [
      {
        id: `ubah-${index + 1}`,
        judul: fill(isianText.ubahJudul, { nomor: index + 1, nama }),
      },
    ]),
    [{ id: "kembali", judul: isianText.kembali }],
  ],
});

/** The choice below what says that figures were sent. */
export const takeBackChoice = {
  pilihan: [[{ id: "tarik", judul: isianText.tarik }]],
} as const;

function row(sheet: Sheet, indikator: Indikator): Teks {
  const { kode, nama } = indikator;
  const { nomor } = rowOf(sheet, kode);
  const recorded = recordedOf(sheet, kode);
  if (recorded === null) return fill(isianText.barisKosong, { nomor, nama });
  const { isian, keterangan } = recorded;
  const jumlah = buktiCount(sheet, kode);
  return fill(isianText.baris, {
    nomor,
    nama,
    arah: arahText(indikator),
    nilai:
      isian.jenis === "angka"
        ? [nilaiText(isian, indikator), " ", indikator.satuan]
        : nilaiText(isian, indikator),
    capaian: persenText(sheet, indikator, isian),
    bukti: jumlah === 0 ? "" : fill(isianText.barisBukti, { jumlah }),
    keterangan: keterangan === null ? "" : fill(isianText.barisKeterangan, { keterangan }),
  });
}

function lackLines(sheet: Sheet, lack: Lack): readonly Teks[] {
  const numbers = (kodeList: readonly string[]): string =>
    kodeList.map((kode) => rowOf(sheet, kode).nomor).join(", ");
  return [
    lack.isian.length === 0 ? [] : fill(isianText.kurangIsian, { daftar: numbers(lack.isian) }),
    lack.keterangan.length === 0
      ? []
      : fill(isianText.kurangKeterangan, { daftar: numbers(lack.keterangan) }),
    lack.bukti.length === 0 ? [] : fill(isianText.kurangBukti, { daftar: numbers(lack.bukti) }),
  ];
}
