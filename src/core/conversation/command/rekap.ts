import { jawabanText, pantauText } from "../../../generated/teks.ts";
import { can } from "../../authorize.ts";
import { periodeDitunggu } from "../../kabupaten/papan.ts";
import type { Pegawai } from "../../kantor/schema.ts";
import { formatAngka } from "../../kinerja/angka/tulis.ts";
import { type Periode, parsePeriode, tahunPeriode } from "../../kinerja/periode.ts";
import { computeRekapPeriode, type Ringkasan } from "../../kinerja/rekap-periode.ts";
import { sebutPeriode } from "../../pesan/periode.ts";
import { perhatianBentuk, semuaAngka } from "../../pesan/tabel-angka.ts";
import { fill, lines, type Teks } from "../../pesan/teks.ts";
import { decline, say, type Talk } from "../talk.ts";
import type { Command } from "./handler.ts";
import { currentPeriode, indikatorIn, newestPeriode, unitOf } from "./latest.ts";

/** More than this no one reads in a chat; the rest is in the file. */
const PERHATIAN_PALING_BANYAK = 3;

/** The spreadsheet of a period; suppliers get the rows of their own unit. */
export const rekap: Command = {
  untuk: (pegawai) =>
    can(pegawai, "lihat-rekap") || can(pegawai, "isi-realisasi") || can(pegawai, "pantau-kantor"),
  run: (talk, argumen) => {
    const { world, pegawai } = talk;
    if (can(pegawai, "pantau-kantor")) return showKantor(talk, argumen);
    const newest = newestPeriode(world, unitOf(pegawai));
    const fallback = newest ?? currentPeriode(world);
    const periode = argumen === "" ? fallback : parsePeriode(argumen, tahunPeriode(fallback));
    return periode === null ? decline(talk, "periode-tidak-terbaca") : show(talk, periode);
  },
};

/** One workbook of every office watched over: of the triwulan that ended last, unless another is named. */
function showKantor(talk: Talk, argumen: string): Talk {
  const { kantor, dipantau, nowMs } = talk.world;
  if (dipantau.length === 0) return decline(talk, "tidak-ada-kantor", { kantor: kantor.id });
  const ended = periodeDitunggu(kantor, nowMs);
  const periode = argumen === "" ? ended : parsePeriode(argumen, tahunPeriode(ended));
  if (periode === null) return decline(talk, "periode-tidak-terbaca");
  return say(talk, {
    teks: fill(pantauText.rekap, {
      kabupaten: kantor.kabupaten,
      periode: sebutPeriode(periode),
      jumlah: dipantau.length,
    }),
    lampiran: { jenis: "rekap-kabupaten", periode, padaMs: nowMs },
  });
}

function show(talk: Talk, periode: Periode): Talk {
  const { world, pegawai } = talk;
  const unit = unitOf(pegawai);
  const label = sebutPeriode(periode);
  const { indikatorList, realisasi } = indikatorIn(world, periode, unit);
  const { ringkasan, barisList } = computeRekapPeriode(
    indikatorList,
    realisasi,
    periode,
    world.kantor,
  );
  if (indikatorList.length === 0 || ringkasan.terisi === 0) {
    return decline(talk, "tidak-ada-rekap", { periode: label });
  }
  return say(talk, {
    teks: lines(
      fill(jawabanText.rekapKepala, {
        periode: label,
        unit: unitText(pegawai),
      }),
      summaryLine(ringkasan),
      perhatianBentuk(attentionLine(ringkasan), ringkasan.perhatian),
      jawabanText.rekapLain,
      semuaAngka(barisList),
    ),
    lampiran: {
      jenis: "rekap",
      tahun: tahunPeriode(periode),
      periode,
      unit,
      padaMs: world.nowMs,
      padaSeq: world.logSeq,
    },
  });
}

/** Whose rows they are, where they are not all. */
export const unitText = (pegawai: Pegawai): Teks =>
  unitOf(pegawai) === null ? "" : fill(jawabanText.rekapUnit, { jabatan: pegawai.jabatan });

/** How complete a table is, and its mean. */
export function summaryLine({ terisi, jumlahIndikator, rataRataPersen, nihil }: Ringkasan): Teks {
  const rataRata =
    rataRataPersen === null
      ? []
      : fill(jawabanText.rekapRataRata, { persen: formatAngka(rataRataPersen) });
  return fill(jawabanText.rekapIsi, {
    terisi,
    jumlah: jumlahIndikator,
    nihil: nihil === 0 ? "" : fill(jawabanText.rekapNihil, { nihil }),
    rataRata: rataRata,
  });
}

function attentionLine({ perhatian }: Ringkasan): Teks {
  if (perhatian.length === 0) return [];
  const daftar = perhatian
    .slice(0, PERHATIAN_PALING_BANYAK)
    .map(({ nama, capaianPersen }) => `${nama} ${formatAngka(capaianPersen ?? 0)} %`)
    .join("; ");
  return fill(jawabanText.rekapPerhatian, { daftar });
}
