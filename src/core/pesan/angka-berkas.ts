import { angkaText, pembukaanText } from "../../generated/teks.ts";
import type { EngineContext } from "../engine/decision.ts";
import { changedSince, drafLastSeen } from "../engine/draf.ts";
import { holdersOf, openWaits, unitList } from "../engine/holders.ts";
import type { Wait } from "../engine/state.ts";
import { realisasiOf, type Turn } from "../engine/turn.ts";
import { PEJABAT_SEBELUMNYA } from "../kantor/pegawai.ts";
import type { PegawaiId } from "../kantor/schema.ts";
import { formatAngka } from "../kinerja/angka/tulis.ts";
import type { BarisRekap } from "../kinerja/baris.ts";
import type { Isian } from "../kinerja/indikator.ts";
import { kategoriOf } from "../kinerja/kategori.ts";
import { type Periode, previousPeriode, tahunPeriode } from "../kinerja/periode.ts";
import {
  computeRekapPeriode,
  type RekapPeriode,
  type Ringkasan,
} from "../kinerja/rekap-periode.ts";
import { sebutPendek, sebutPeriode } from "./periode.ts";
import { perhatianBentuk, semuaAngka } from "./tabel-angka.ts";
import { fill, joined, lines, type Teks } from "./teks.ts";

/** More than this no one reads on a small phone; the rest is in the attached rekap. */
const PERHATIAN_PALING_BANYAK = 3;

/** Average capaian against the period before, and the indikator that need attention, worst first. */
export function angkaTerpenting(turn: Turn): Teks {
  const rekap = rekapAt(turn, turn.state.periode);
  const { perhatian } = rekap.ringkasan;
  return lines(averageLine(turn, rekap), perhatianBentuk(attentionLines(perhatian), perhatian));
}

/** Every figure of the berkas, where a service can fold it away. */
export const angkaTerlipat = (turn: Turn): Teks =>
  semuaAngka(rekapAt(turn, turn.state.periode).barisList);

/** What changed since the draft this desk saw last; nothing on the berkas' first visit here. */
export function barisPerubahan({ state }: Turn): Teks {
  const { draf, indikatorList } = state;
  const seen = drafLastSeen(state);
  if (draf === null || seen === null) return [];
  const changed = changedSince(draf, seen);
  if (changed.length === 0) {
    return fill(angkaText.tetap, { sebutan: seen.sebutan });
  }
  const shown = changed.slice(0, PERHATIAN_PALING_BANYAK).map(({ kode, periode, lama, baru }) => {
    const nama = indikatorList.find((indikator) => indikator.kode === kode)?.nama ?? kode;
    const bagian = periode === undefined ? [] : bagianText(periode);
    return fill(angkaText.perubahan, {
      nama: [nama, bagian],
      lama: isianOf(lama),
      baru: isianOf(baru),
    });
  });
  return fill(angkaText.berubah, {
    sebutan: seen.sebutan,
    perubahan: joined([...shown, restText(changed.length - shown.length)], "; "),
  });
}

const bagianText = (periode: Periode): Teks =>
  fill(pembukaanText.ralatPeriode, { periode: sebutPeriode(periode) });

/** How many units sent in time, and who was left out; nothing where no figures are collected. */
export function kelengkapanUnit({ state, context }: Turn): Teks {
  const asked = unitList(state)
    .map((unit) => askedOf(state.waitList, unit))
    .filter((waitList) => waitList.length > 0);
  const open = openWaits(state).some(({ macam }) => macam === "unit");
  if (asked.length === 0 || open) return [];
  const missing = asked.filter((waitList) => waitList.at(-1)?.jawaban?.pilihan !== "kirim");
  const punctual = fill(angkaText.tepatWaktu, {
    tepat: asked.filter(isPunctual).length,
    dari: asked.length,
  });
  const nama = joined(missing.map((waitList) => missingName(waitList, context)));
  return missing.length === 0 ? punctual : lines(punctual, fill(angkaText.belumMengirim, { nama }));
}

const askedOf = (waitList: readonly Wait[], unit: PegawaiId): readonly Wait[] =>
  waitList.filter(
    ({ macam, pemegang }) =>
      macam === "unit" && pemegang.jenis === "pegawai" && pemegang.pegawaiId === unit,
  );

/** Judged by what was sent first: who is asked to correct a figure later was not late for it. */
function isPunctual(waitList: readonly Wait[]): boolean {
  const first = waitList.find(({ jawaban }) => jawaban?.pilihan === "kirim");
  if (first === undefined || first.jawaban === null) return false;
  const limitMs = first.batasMs ?? first.tenggatMs;
  return limitMs === null || first.jawaban.atMs <= limitMs;
}

function missingName(waitList: readonly Wait[], { kantor }: EngineContext): Teks {
  const holder = waitList.flatMap((wait) => holdersOf(wait, kantor))[0];
  const jabatan = holder?.jabatan ?? PEJABAT_SEBELUMNYA;
  const sentBefore = waitList.some(({ jawaban }) => jawaban?.pilihan === "kirim");
  return sentBefore ? fill(angkaText.perbaikan, { jabatan }) : jabatan;
}

function averageLine(turn: Turn, { barisList, ringkasan }: RekapPeriode): Teks {
  const { rataRataPersen, batasPersen, terisi, jumlahIndikator, nihil } = ringkasan;
  const filled = [
    terisi === jumlahIndikator ? [] : fill(angkaText.terisi, { terisi, dari: jumlahIndikator }),
    nihil === 0 ? [] : fill(angkaText.nihil, { jumlah: nihil }),
  ];
  if (rataRataPersen === null) return fill(angkaText.tanpaCapaian, { terisi: filled });
  const capped = barisList.some(({ capaianPersen }) => (capaianPersen ?? 0) > batasPersen);
  return fill(angkaText.rataRata, {
    persen: formatAngka(rataRataPersen),
    kategori: kategoriOf(rataRataPersen, turn.context.kantor.tampilan).nama,
    lalu: averageBefore(turn),
    terisi: filled,
    batas: capped ? fill(angkaText.batas, { persen: batasPersen }) : [],
  });
}

function averageBefore(turn: Turn): Teks {
  const before = previousPeriode(turn.state.periode);
  // Targets and weights are the year's own: across its border nothing can be compared.
  if (tahunPeriode(before) !== tahunPeriode(turn.state.periode)) return [];
  const { rataRataPersen } = rekapAt(turn, before).ringkasan;
  return rataRataPersen === null
    ? []
    : fill(angkaText.lalu, { periode: sebutPendek(before), persen: formatAngka(rataRataPersen) });
}

/** One in a line of its own; several below one another, with their notes they are too long for one. */
function attentionLines(perhatian: Ringkasan["perhatian"]): Teks {
  const worst = perhatian.slice(0, PERHATIAN_PALING_BANYAK).map(attentionText);
  const [only, second] = worst;
  if (only === undefined) return [];
  if (second === undefined) return fill(angkaText.perhatian, { indikator: only });
  const rest = perhatian.length - worst.length;
  return lines(
    fill(angkaText.perhatianBanyak, { jumlah: perhatian.length }),
    ...worst.map((indikator) => fill(angkaText.perhatianBaris, { indikator })),
    rest > 0 ? fill(angkaText.perhatianLain, { jumlah: rest }) : [],
  );
}

/** Notes of several triwulan come one below the other; here they stand in one line. */
function attentionText({ nama, capaianPersen, keterangan }: BarisRekap): string {
  const notes = (keterangan ?? "").split("\n").map((note) => note.trim().replace(/\.$/, ""));
  const note = notes.filter((one) => one !== "").join("; ");
  return `${nama} ${formatAngka(capaianPersen ?? 0)} %${note === "" ? "" : ` (${note})`}`;
}

const restText = (jumlah: number): Teks => (jumlah > 0 ? fill(angkaText.lainnya, { jumlah }) : []);

const rekapAt = ({ state, context }: Turn, periode: Turn["state"]["periode"]): RekapPeriode =>
  computeRekapPeriode(state.indikatorList, realisasiOf(state, context), periode, context.kantor);

function isianOf(isian: Isian | null): Teks {
  if (isian === null) return angkaText.kosong;
  if (isian.jenis === "angka") return formatAngka(isian.nilai);
  return isian.jenis === "nihil" ? angkaText.isianNihil : angkaText.belumAda;
}
