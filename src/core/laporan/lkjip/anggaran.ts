import type { Blok } from "../../dokumen/model.ts";
import { type Kolom, paragraf, tabel } from "../../dokumen/susun.ts";
import {
  efisiensiOf,
  type Program,
  programTahun,
  type Serapan,
  serapanOf,
} from "../../kinerja/anggaran.ts";
import { formatAngka } from "../../kinerja/angka/tulis.ts";
import type { Sasaran } from "../../rekap/sasaran.ts";
import { fill } from "../template.ts";
import type { BahanLkjip } from "./bahan.ts";
import { ruang, ruangTabel } from "./ruang.ts";
import { lkjipText } from "./teks.ts";

/** Analysis 6: what the capaian of a sasaran should have cost, and what it did. */
export function efisiensi(sasaran: Sasaran, bahan: BahanLkjip): readonly Blok[] {
  const serapan = serapanOf(penunjang(sasaran, bahan));
  if (serapan === null) return ruang("efisiensi", lkjipText.efisiensiKosong);
  const found = efisiensiOf(serapan, sasaran.persen);
  if (found === null) return [paragraf(lkjipText.efisiensiTanpaCapaian)];
  return [
    tabel(
      [
        ["Capaian %", 2, "kanan"],
        ["Pagu (Rp)", 3, "kanan"],
        ["Seharusnya (Rp)", 3, "kanan"],
        ["Realisasi (Rp)", 3, "kanan"],
        ["Efisiensi %", 2, "kanan"],
      ],
      [
        [
          formatAngka(sasaran.persen ?? 0),
          formatAngka(serapan.pagu),
          formatAngka(found.seharusnya, 0),
          formatAngka(serapan.realisasi),
          formatAngka(found.persen),
        ],
      ],
      { kecil: true },
    ),
    paragraf(lkjipText.efisiensiRumus, { kecil: true, rata: "kiri" }),
  ];
}

/** Analysis 7: the programs that serve a sasaran. */
export function program(sasaran: Sasaran, bahan: BahanLkjip): readonly Blok[] {
  const list = penunjang(sasaran, bahan);
  return list.length === 0 ? ruang("program", lkjipText.programKosong) : [programTabel(list)];
}

/** Part B of Bab III: every program, and all of them beside the year before. */
export function realisasiAnggaran(bahan: BahanLkjip): readonly Blok[] {
  const list = programTahun(bahan.opsi.kantor.anggaranList, bahan.tahun);
  const all = serapanOf(list);
  if (all === null) return kosong();
  const lalu = serapanOf(programTahun(bahan.opsi.kantor.anggaranList, bahan.tahun - 1));
  return [
    programTabel(list, all),
    ...(lalu === null ? [] : [paragraf(fill(lkjipText.anggaranLalu, laluData(bahan, lalu)))]),
  ];
}

const laluData = ({ tahun }: BahanLkjip, { pagu, realisasi, persen }: Serapan) => ({
  tahun: tahun - 1,
  pagu: formatAngka(pagu),
  realisasi: formatAngka(realisasi),
  persen: formatAngka(persen),
});

const penunjang = ({ nama }: Sasaran, bahan: BahanLkjip): readonly Program[] =>
  programTahun(bahan.opsi.kantor.anggaranList, bahan.tahun).filter(
    ({ sasaran }) => sasaran === nama,
  );

function programTabel(list: readonly Program[], all: Serapan | null = null): Blok {
  const rows = list.map((one, at) => [String(at + 1), one.nama, ...uang(serapanOf([one]))]);
  const sum = all === null ? [] : [["", lkjipText.anggaranJumlah, ...uang(all)]];
  return tabel(programKolom, [...rows, ...sum], { kecil: true });
}

const uang = (serapan: Serapan | null): readonly string[] =>
  serapan === null
    ? []
    : [serapan.pagu, serapan.realisasi, serapan.persen].map((nilai) => formatAngka(nilai));

const kosong = (): readonly Blok[] => [
  ruangTabel("anggaran", lkjipText.anggaranKosong),
  tabel(
    programKolom,
    ["1", "2", "3", "4"].map((no) => [no]),
  ),
];

const programKolom: readonly Kolom[] = [
  ["No", 1, "tengah"],
  ["Program/kegiatan", 7],
  ["Pagu (Rp)", 3, "kanan"],
  ["Realisasi (Rp)", 3, "kanan"],
  ["%", 1.5, "kanan"],
];
