import type { Blok, Isi, Tabel } from "../dokumen/model.ts";
import { daftar, type Kolom, paragraf, sel, tabel } from "../dokumen/susun.ts";
import { formatAngka } from "../kinerja/angka/tulis.ts";
import { kategoriOf } from "../kinerja/kategori.ts";
import type { Rekap } from "../rekap/index.ts";
import type { LembarCapaian } from "../rekap/lembar.ts";
import { kalimat } from "./kata.ts";
import { type Sebelumnya, sebelumnyaOf } from "./sebelumnya.ts";
import { laporanText } from "./teks.ts";
import { fill } from "./template.ts";

/** The report in a few sentences: how good on average, how complete, and what needs attention. */
export const laporanRingkasan = (rekap: Rekap, lembar: LembarCapaian): readonly Blok[] => [
  paragraf(rataRata(rekap, lembar)),
  paragraf([...terisi(lembar), ...tepatWaktu(rekap, lembar)]),
  tabelKategori(lembar),
  ...perhatian(rekap, lembar),
  ...belumTerisi(lembar),
];

function rataRata(rekap: Rekap, lembar: LembarCapaian): Isi {
  const { rataRataPersen, batasPersen } = lembar.ringkasan;
  if (rataRataPersen === null) return fill(laporanText.rataRataKosong, { periode: lembar.label });
  const sebelumnya = sebelumnyaOf(rekap, lembar);
  return fill(laporanText.rataRata, {
    periode: lembar.label,
    persen: formatAngka(rataRataPersen),
    kategori: kategoriOf(rataRataPersen, rekap.tampilan).nama,
    perbandingan: sebelumnya === null ? "" : perbandingan(rataRataPersen, sebelumnya),
    batas: formatAngka(batasPersen),
  });
}

function perbandingan(kini: number, { label, rataRataPersen }: Sebelumnya): string {
  if (rataRataPersen === null) return "";
  const data = {
    sebelumnya: label,
    persen: formatAngka(rataRataPersen),
    selisih: formatAngka(Math.abs(kini - rataRataPersen)),
  };
  if (data.selisih === "0") return kalimat(laporanText.perbandinganTetap, data);
  return kini > rataRataPersen
    ? kalimat(laporanText.perbandinganNaik, data)
    : kalimat(laporanText.perbandinganTurun, data);
}

const terisi = ({ ringkasan }: LembarCapaian): Isi =>
  fill(laporanText.terisi, {
    jumlah: ringkasan.jumlahIndikator,
    terisi: ringkasan.terisi,
    diLuar: outsideText(ringkasan),
  });

/** What was answered and lies in no band, so that the bands and the answers add up. */
const outsideText = ({ nihil, tanpaCapaian }: LembarCapaian["ringkasan"]): string => {
  const said = [
    ...(nihil === 0 ? [] : fill(laporanText.terisiNihil, { nihil })),
    ...(tanpaCapaian === 0 ? [] : fill(laporanText.terisiTanpaCapaian, { tanpaCapaian })),
  ].map(({ teks }) => teks);
  return said.length === 0 ? "" : ` (${said.join(", ")})`;
};

/** Who sent in time is known of a triwulan; a semester or year is made of several. */
function tepatWaktu({ kelengkapan }: Rekap, { jenis }: LembarCapaian): Isi {
  const asked = kelengkapan.filter(({ status }) => status !== "tanpa-berkas");
  if (jenis !== "triwulan" || asked.length === 0) return [];
  const tepat = asked.filter((unit) => unit.tepatWaktu === true).length;
  return fill(laporanText.tepatWaktu, { tepat, unit: asked.length });
}

const tabelKategori = ({ ringkasan: { perKategori } }: LembarCapaian): Tabel =>
  tabel(
    perKategori.map(({ nama }): Kolom => [nama, 1, "tengah"]),
    [
      perKategori.map(({ jumlah, warna }) =>
        sel(`${jumlah} indikator`, jumlah === 0 ? null : warna),
      ),
    ],
    { kecil: true },
  );

function perhatian({ tampilan }: Rekap, { ringkasan }: LembarCapaian): readonly Blok[] {
  const ambang = formatAngka(tampilan.ambangPerhatianPersen);
  if (ringkasan.perhatian.length === 0) {
    return [paragraf(fill(laporanText.perhatianKosong, { ambang }))];
  }
  const butirList = ringkasan.perhatian.map(({ nama, capaianPersen, kategori }) =>
    fill(laporanText.perhatianButir, {
      nama,
      persen: formatAngka(capaianPersen ?? 0),
      kategori: kategori ?? "",
    }),
  );
  return [paragraf(fill(laporanText.perhatian, { ambang })), daftar("butir", butirList)];
}

function belumTerisi({ barisList }: LembarCapaian): readonly Blok[] {
  const nama = barisList
    .filter(({ isianJenis }) => isianJenis === null || isianJenis === "belum")
    .map((baris) => baris.nama)
    .join("; ");
  return nama === "" ? [] : [paragraf(fill(laporanText.belumTerisi, { nama }))];
}
