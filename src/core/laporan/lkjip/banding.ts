import type { GrafikTren } from "../../dokumen/grafik.ts";
import type { Blok } from "../../dokumen/model.ts";
import { type Kolom, tabel } from "../../dokumen/susun.ts";
import { titikTren, trenGrafik } from "../../grafik/tren.ts";
import { formatAngka } from "../../kinerja/angka/tulis.ts";
import { round2 } from "../../kinerja/capaian.ts";
import type { BarisLembar } from "../../rekap/index.ts";
import { angkaText, namaSatuan, nilaiText } from "../tabel.ts";
import { type BahanLkjip, barisLalu, type TahunLalu } from "./bahan.ts";
import { ruang } from "./ruang.ts";
import { lkjipText } from "./teks.ts";

/** Analysis 2: the realisasi of earlier years beside this one's, oldest first. */
export function bandingTahun(
  barisList: readonly BarisLembar[],
  { tahunLaluList, tahun }: Pick<BahanLkjip, "tahunLaluList" | "tahun">,
): readonly Blok[] {
  const shown = tahunLaluList.filter((lalu) =>
    barisList.some((baris) => isMeasured(barisLalu(baris, lalu))),
  );
  const last = shown[0];
  if (last === undefined) return ruang("tahunLalu", lkjipText.tahunLaluKosong);
  const oldestFirst = shown.toReversed();
  return [
    tabel(
      [
        ["Indikator", 6],
        ...oldestFirst.map((lalu): Kolom => [String(lalu.tahun), 1.8, "kanan"]),
        [String(tahun), 1.8, "kanan"],
        [`Perubahan sejak ${last.tahun}`, 3, "tengah"],
      ],
      barisList.map((baris) => [
        namaSatuan(baris),
        ...oldestFirst.map((lalu) => laluText(baris, lalu)),
        nilaiText(baris),
        perubahan(baris, barisLalu(baris, last)),
      ]),
      { kecil: true },
    ),
    ...barisList
      .filter((baris) => shown.some((lalu) => isMeasured(barisLalu(baris, lalu))))
      .map((baris) => tahunGrafik(baris, oldestFirst, tahun)),
  ];
}

const isMeasured = (baris: BarisLembar | null): boolean => (baris?.realisasi ?? null) !== null;

/** Target and realisasi of each year, beside each other. */
const tahunGrafik = (
  baris: BarisLembar,
  oldestFirst: readonly TahunLalu[],
  tahun: number,
): GrafikTren =>
  trenGrafik(baris, [
    ...oldestFirst.map((lalu) => titikTren(String(lalu.tahun), barisLalu(baris, lalu))),
    titikTren(String(tahun), baris),
  ]);

/** Analysis 3: how far the year is on the way to what the medium-term plan asks for in the end. */
export function bandingRpjmd(barisList: readonly BarisLembar[]): readonly Blok[] {
  const rows = barisList.flatMap((baris) =>
    baris.rpjmd === null
      ? []
      : [
          [
            namaSatuan(baris),
            `${formatAngka(baris.rpjmd.nilai)} (${baris.rpjmd.tahun})`,
            nilaiText(baris),
            angkaText(baris.rpjmd.persen),
          ],
        ],
  );
  if (rows.length === 0) return ruang("rpjmd", lkjipText.rpjmdKosong);
  const kolomList: readonly Kolom[] = [
    ["Indikator", 6],
    ["Target jangka menengah (tahun)", 3.5, "kanan"],
    ["Realisasi", 2, "kanan"],
    ["Tingkat kemajuan %", 2.5, "kanan"],
  ];
  return [tabel(kolomList, rows, { kecil: true })];
}

/** Analysis 4: the year against the national standard, where there is one. */
export function bandingNasional(barisList: readonly BarisLembar[]): readonly Blok[] {
  const rows = barisList.flatMap((baris) =>
    baris.nasional === null
      ? []
      : [
          [
            namaSatuan(baris),
            formatAngka(baris.nasional.nilai),
            nilaiText(baris),
            angkaText(baris.nasional.persen),
            baris.nasional.sumber,
          ],
        ],
  );
  if (rows.length === 0) return ruang("nasional", lkjipText.nasionalKosong);
  const kolomList: readonly Kolom[] = [
    ["Indikator", 5],
    ["Standar nasional", 2, "kanan"],
    ["Realisasi", 2, "kanan"],
    ["Perbandingan %", 2.3, "kanan"],
    ["Sumber standar", 4],
  ];
  return [tabel(kolomList, rows, { kecil: true })];
}

function laluText(baris: BarisLembar, lalu: TahunLalu): string {
  const found = barisLalu(baris, lalu);
  return found === null ? "" : nilaiText(found);
}

/** "+1,5 (membaik)": whether more is better depends on the indikator. */
function perubahan({ realisasi, arah }: BarisLembar, lalu: BarisLembar | null): string {
  if (realisasi === null || lalu === null || lalu.realisasi === null) return "";
  // as shown: a reader who subtracts the two figures must come to the same
  const shown = formatAngka(round2(realisasi) - round2(lalu.realisasi));
  if (shown === "0") return lkjipText.tetap;
  const naik = !shown.startsWith("-");
  const kata = naik === (arah === "naik") ? lkjipText.membaik : lkjipText.menurun;
  return `${naik ? "+" : ""}${shown} (${kata})`;
}
