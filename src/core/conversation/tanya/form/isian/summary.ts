import { isianText, tabelText } from "../../../../../generated/teks.ts";
import type { Indikator } from "../../../../kinerja/indikator.ts";
import type { Narasi } from "../../../../kinerja/narasi.ts";
import { bentuk, kolom, kolomAngka, tabelOf } from "../../../../pesan/bentuk.ts";
import { sebutPendek, sebutPeriode } from "../../../../pesan/periode.ts";
import { selPersen } from "../../../../pesan/tabel-angka.ts";
import { fill, lines, type Teks } from "../../../../pesan/teks.ts";
import { lewati, offer, selesai, tanya } from "../../declare.ts";
import type { Asked } from "../../field.ts";
import { firstGap } from "./gap.ts";
import { arahText, nilaiText, persenText } from "./look.ts";
import { barisOf, buktiCount, type Lack, lackOf, recordedOf, rowOf, type Sheet } from "./sheet.ts";

/** All figures of a unit at a glance, and the tap that sends them. `ubah` is asked to change one. */
export function askSummary(sheet: Sheet, ubah: string): Asked {
  const lack = lackOf(sheet);
  const gap = firstGap(sheet);
  const forward =
    gap === null
      ? offer("kirim", isianText.kirim, selesai)
      : offer("lengkapi", isianText.lengkapi, tanya(...gap.antrean));
  return {
    teks: lines(
      fill(isianText.ringkasan, {
        jumlah: sheet.indikatorList.length,
        periode: sebutPeriode(sheet.berkas.state.periode),
      }),
      bentuk(
        lines(...sheet.indikatorList.map((indikator) => row(sheet, indikator))),
        tabelOf(
          [
            kolom(tabelText.nomor),
            kolom(tabelText.indikator),
            kolomAngka(tabelText.realisasi),
            kolomAngka(tabelText.capaian),
          ],
          sheet.indikatorList.map((indikator) => cells(sheet, indikator)),
        ),
      ),
      ...lackLines(sheet, lack),
      gap === null ? isianText.siapKirim : isianText.belumSiap,
    ),
    pilihan: [[forward, offer("ubah", isianText.ubah, tanya(ubah))]],
  };
}

/** Which figure is to be changed; a typed number is that of the summary. */
export const askWhich = (sheet: Sheet, queueWith: (kode: string) => readonly string[]): Asked => ({
  teks: isianText.tanyaUbah,
  pilihan: [
    ...sheet.indikatorList.map(({ kode, nama }, index) => {
      const judul = fill(isianText.ubahJudul, { nomor: index + 1, nama });
      return [offer(`ubah-${index + 1}`, judul, tanya(...queueWith(kode)))];
    }),
    [offer("kembali", isianText.kembali, lewati)],
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
  const { isian, keterangan, narasi = {} } = recorded;
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
    narasi: narasiText(narasi),
  });
}

/** The same in cells; what is told of a figure stands below its name. */
function cells(sheet: Sheet, indikator: Indikator): readonly Teks[] {
  const { kode, nama, satuan } = indikator;
  const nomor = String(rowOf(sheet, kode).nomor);
  const recorded = recordedOf(sheet, kode);
  if (recorded === null) return [nomor, nama, tabelText.belumDiisi, "–"];
  const { isian, keterangan, narasi = {} } = recorded;
  const jumlah = buktiCount(sheet, kode);
  const nilai = nilaiText(isian, indikator);
  return [
    nomor,
    lines(
      [nama, arahText(indikator), jumlah === 0 ? "" : fill(isianText.barisBukti, { jumlah })],
      [keterangan ?? "", narasiText(narasi)],
    ),
    isian.jenis === "angka" ? [nilai, " ", satuan] : nilai,
    selPersen(barisOf(sheet, indikator, isian)),
  ];
}

function narasiText({ tindakLanjut, pendukung, pelaksanaan }: Narasi): Teks {
  return [
    tindakLanjut === undefined ? "" : fill(isianText.barisTindakLanjut, { tindakLanjut }),
    pendukung === undefined ? "" : fill(isianText.barisPendukung, { pendukung }),
    pelaksanaan === undefined
      ? ""
      : fill(isianText.barisPelaksanaan, {
          periode: sebutPendek(pelaksanaan.periode),
          hasil: isianText.hasilPelaksanaan[pelaksanaan.hasil],
        }),
  ];
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
