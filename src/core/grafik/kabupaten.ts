import type { Batang, LembarGrafik } from "../dokumen/grafik.ts";
import type { BarisPeringkat, RekapKabupaten } from "../rekap/kabupaten.ts";
import { formatWaktu } from "../waktu/format.ts";
import type { MacamKabupaten } from "./permintaan.ts";
import { grafikText } from "./teks.ts";
import { warnaGrafik } from "./warna.ts";

const ABU = "#9E9E9E";

/** A late bar this long tells enough; its value is written whole. */
const POTONG_HARI = 20;

/**
 * Every office of a kabupaten as one bar: by its mean capaian, or by how many working days it is late. Null
 * where no office is watched over.
 */
export function grafikKabupaten(rekap: RekapKabupaten, macam: MacamKabupaten): LembarGrafik | null {
  const { kop, peringkat } = rekap;
  if (peringkat.length === 0) return null;
  const { judul, ...gambar } =
    macam === "capaian" ? capaianKantor(peringkat) : ketepatanKantor(peringkat);
  return {
    grafik: { jenis: "grafik", judul: judul(kop.label), ...gambar },
    kantor: kop.kabupaten,
    catatanList: [
      macam === "capaian" ? grafikText.rataRataKantor : grafikText.arsirTerlambat,
      grafikText.keadaanPer(formatWaktu(kop.dibuatMs, kop.zonaWaktu, { tahun: true })),
    ],
  };
}

const capaianKantor = (peringkat: readonly BarisPeringkat[]) => ({
  judul: grafikText.capaianKantor,
  satuan: "%",
  garisTarget: 100,
  batangList: peringkat.map(
    ({ kantor, rataRataPersen, kategori, terisi, jumlahIndikator, perhatian }): Batang => ({
      label: kantor,
      nilai: rataRataPersen,
      warna: kategori?.warna ?? ABU,
      ...(kategori === null
        ? {}
        : { keterangan: grafikText.terisi(kategori.nama, terisi, jumlahIndikator) }),
      ...(perhatian > 0 ? { arsir: true } : {}),
    }),
  ),
});

const ketepatanKantor = (peringkat: readonly BarisPeringkat[]) => ({
  judul: grafikText.ketepatanKantor,
  satuan: "hari",
  garisTarget: null,
  potong: POTONG_HARI,
  batangList: peringkat
    .toSorted((a, b) => (b.terlambatHari ?? 0) - (a.terlambatHari ?? 0))
    .map(
      ({ kantor, terlambatHari, keadaan, letak }): Batang => ({
        label: kantor,
        nilai: terlambatHari ?? 0,
        warna: terlambatHari === null ? warnaGrafik.utama : warnaGrafik.lewat,
        keterangan: [grafikText.keadaan[keadaan], ...letak.slice(0, 1)].join(", "),
        ...(terlambatHari === null ? {} : { arsir: true }),
      }),
    ),
});
