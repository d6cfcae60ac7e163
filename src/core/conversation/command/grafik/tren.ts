import { grafikText } from "../../../../generated/teks.ts";
import { periodeTren, ujungTren } from "../../../grafik/tren.ts";
import { formatAngka } from "../../../kinerja/angka/tulis.ts";
import { computeBarisRekap } from "../../../kinerja/baris.ts";
import type { Indikator } from "../../../kinerja/indikator.ts";
import { type Periode, parsePeriode, periodeOf, tahunPeriode } from "../../../kinerja/periode.ts";
import { fill, lines, type Tawaran, type Teks } from "../../../pesan/teks.ts";
import { decline, say, type Talk } from "../../talk.ts";
import { currentPeriode, indikatorIn, newestPeriode, unitOf } from "../latest.ts";
import { indikatorOf, maySee } from "../riwayat.ts";
import { labelOf, sayGrafik } from "./kirim.ts";

/** More indikator than this no keyboard should offer at once. */
const PALING_BANYAK = 10;

/** The last four triwulan of one indikator; without a kode, which one. */
export function tren(talk: Talk, argumen: string): Talk {
  const [kode = "", ...rest] = argumen.split(/\s+/);
  if (kode === "" || kode.startsWith("+")) return choose(talk, Number(kode) || 0);
  const indikator = indikatorOf(talk.world, kode.toLowerCase());
  if (indikator === undefined) return decline(talk, "indikator-asing", { kode });
  if (!maySee(talk.pegawai, indikator)) {
    return decline(talk, "bukan-indikator-anda", { kode: indikator.kode });
  }
  const ujung = ujungOf(talk, indikator, rest.join(" "));
  return ujung === null ? decline(talk, "periode-tidak-terbaca") : show(talk, indikator, ujung);
}

function choose(talk: Talk, from: number): Talk {
  const { world, pegawai } = talk;
  const periode = newestPeriode(world, unitOf(pegawai)) ?? currentPeriode(world);
  const all = indikatorIn(world, periode, null).indikatorList.filter((one) => maySee(pegawai, one));
  const shown = all.slice(from, from + PALING_BANYAK);
  if (shown.length === 0) return decline(talk, "grafik-indikator-kosong");
  const rest = all.length - from - shown.length;
  const judul = fill(grafikText.indikatorLain, { jumlah: rest });
  return say(talk, {
    teks: grafikText.pilihIndikator,
    pilihan: [
      ...shown.map(({ kode, nama }): readonly Tawaran[] => [
        { id: `/grafik tren ${kode}`, judul: fill(grafikText.tombolIndikator, { kode, nama }) },
      ]),
      ...(rest > 0 ? [[{ id: `/grafik tren +${from + PALING_BANYAK}`, judul }]] : []),
    ],
  });
}

/** The triwulan a trend ends with: the newest with a figure, within the years of the indikator. */
function ujungOf({ world }: Talk, { tahun }: Indikator, argumen: string): Periode | null {
  const newest = newestPeriode(world, null) ?? currentPeriode(world);
  const asked = argumen === "" ? newest : parsePeriode(argumen, tahunPeriode(newest));
  if (asked === null) return null;
  return tahunPeriode(asked) > tahun ? periodeOf(tahun, "triwulan", 4) : ujungTren(asked);
}

function show(talk: Talk, { kode }: Indikator, ujung: Periode): Talk {
  const { indikatorList, realisasi } = indikatorIn(talk.world, ujung, null);
  const indikator = indikatorList.find((one) => one.kode === kode);
  const hasFigure = (periode: Periode): boolean =>
    realisasi[kode]?.[periode]?.isian.jenis === "angka";
  const last = periodeTren(ujung, hasFigure).findLast(hasFigure);
  if (indikator === undefined || last === undefined) {
    return decline(talk, "grafik-tren-kosong", { kode });
  }
  return sayGrafik(
    talk,
    { macam: "tren", kode, periode: ujung },
    lines(
      fill(grafikText.trenKepala, { kode, nama: indikator.nama }),
      lastText(talk, indikator, last),
    ),
  );
}

/** The newest figure in words, as the rekap of its triwulan has it. */
function lastText(talk: Talk, { kode }: Indikator, periode: Periode): Teks {
  const { indikatorList, realisasi } = indikatorIn(talk.world, periode, null);
  const indikator = indikatorList.find((one) => one.kode === kode);
  if (indikator === undefined) return [];
  const baris = computeBarisRekap(indikator, realisasi, periode, talk.world.kantor);
  if (baris.realisasi === null) return [];
  const data = {
    periode: labelOf(talk, periode),
    nilai: formatAngka(baris.realisasi, indikator.desimal),
    satuan: indikator.satuan,
  };
  return baris.capaianPersen === null
    ? fill(grafikText.trenAkhirTanpaCapaian, data)
    : fill(grafikText.trenAkhir, { ...data, persen: formatAngka(baris.capaianPersen) });
}
