import { openWaits, unitList } from "../engine/holders.ts";
import { realisasiOf, type Turn } from "../engine/turn.ts";
import { formatAngka } from "../kinerja/angka.ts";
import type { Isian } from "../kinerja/indikator.ts";
import { labelPeriode, previousPeriode } from "../kinerja/periode.ts";
import { computeRekapPeriode } from "../kinerja/rekap.ts";
import type { RichText } from "./pesan.ts";
import { fill, lines, plain } from "./template.ts";

/** More than this no one reads on a small phone; the rest is in the attached rekap. */
const PERHATIAN_PALING_BANYAK = 3;

/** Average capaian against the period before, and the indikator that need attention, worst first. */
export function angkaTerpenting(turn: Turn): RichText {
  const { ringkasan } = rekapAt(turn, turn.state.periode);
  return lines(averageLine(turn, ringkasan), attentionLine(ringkasan.perhatian));
}

/** What changed since the draft before; nothing on a first draft. */
export function barisPerubahan({ state }: Turn): RichText {
  const { draf, indikatorList } = state;
  if (draf === null || draf.versi < 2) return [];
  if (draf.perubahan.length === 0) {
    return fill("Tidak ada angka yang berubah sejak Draf {{versi}}.", { versi: draf.versi - 1 });
  }
  const changes = draf.perubahan.slice(0, PERHATIAN_PALING_BANYAK).map(({ kode, lama, baru }) => {
    const nama = indikatorList.find((indikator) => indikator.kode === kode)?.nama ?? kode;
    return `${nama} ${isianText(lama)} → ${isianText(baru)}`;
  });
  const rest = draf.perubahan.length - changes.length;
  return fill("Berubah sejak Draf {{versi}}: {{perubahan}}{{lainnya}}.", {
    versi: draf.versi - 1,
    perubahan: changes.join("; "),
    lainnya: rest > 0 ? `; dan ${rest} lainnya` : "",
  });
}

/** How many units have sent, and who was left out; nothing where no figures are collected. */
export function kelengkapanUnit(turn: Turn): RichText {
  const { state, context } = turn;
  const units = unitList(state);
  const latest = units.map((unit) =>
    state.waitList.findLast(
      ({ macam, pemegang }) =>
        macam === "unit" && pemegang.jenis === "pegawai" && pemegang.pegawaiId === unit,
    ),
  );
  const asked = latest.filter((wait) => wait !== undefined);
  if (asked.length === 0) return [];
  const late = asked.filter(
    ({ jawaban, tenggatMs, batasMs }) =>
      jawaban?.pilihan === "kirim" && jawaban.atMs > (batasMs ?? tenggatMs ?? jawaban.atMs),
  );
  const missing = asked.filter(({ jawaban }) => jawaban !== null && jawaban.pilihan !== "kirim");
  if (openWaits(state).some(({ macam }) => macam === "unit")) return [];
  const names = missing.map(({ pemegang }) => {
    const id = pemegang.jenis === "pegawai" ? pemegang.pegawaiId : null;
    return context.kantor.pegawaiList.find((pegawai) => pegawai.id === id)?.jabatan ?? "";
  });
  const onTime = asked.length - late.length - missing.length;
  const punctual = fill("Tepat waktu: {{tepat}} dari {{dari}} unit.", {
    tepat: onTime,
    dari: asked.length,
  });
  return names.length === 0
    ? punctual
    : lines(punctual, fill("⚠️ Belum mengirim: {{nama}}.", { nama: names.join(", ") }));
}

function averageLine(
  turn: Turn,
  now: ReturnType<typeof computeRekapPeriode>["ringkasan"],
): RichText {
  if (now.rataRataPersen === null) return plain("Belum ada capaian yang dapat dihitung.");
  const before = previousPeriode(turn.state.periode);
  const then = before === null ? null : rekapAt(turn, before).ringkasan.rataRataPersen;
  return fill("Rata-rata capaian **{{persen}} %** ({{terisi}} dari {{dari}} indikator){{lalu}}.", {
    persen: formatAngka(now.rataRataPersen, 2),
    terisi: now.terisi,
    dari: now.jumlahIndikator,
    lalu:
      before === null || then === null
        ? ""
        : `; ${labelPeriode(before, turn.context.kantor.istilahTriwulan)} ${formatAngka(then, 2)} %`,
  });
}

function attentionLine(
  perhatian: ReturnType<typeof computeRekapPeriode>["ringkasan"]["perhatian"],
): RichText {
  if (perhatian.length === 0) return [];
  const worst = perhatian.slice(0, PERHATIAN_PALING_BANYAK).map((baris) => {
    const note = baris.keterangan === null ? "" : ` (${baris.keterangan})`;
    return `${baris.nama} ${formatAngka(baris.capaianPersen ?? 0, 2)} %${note}`;
  });
  const rest = perhatian.length - worst.length;
  return fill("⚠️ Perlu perhatian: {{daftar}}{{lainnya}}.", {
    daftar: worst.join("; "),
    lainnya: rest > 0 ? `; dan ${rest} lainnya` : "",
  });
}

const rekapAt = (
  { state, context }: Turn,
  periode: Turn["state"]["periode"],
): ReturnType<typeof computeRekapPeriode> =>
  computeRekapPeriode(
    state.indikatorList,
    realisasiOf(state, context),
    periode,
    context.kantor.tampilan,
  );

function isianText(isian: Isian | null): string {
  if (isian === null) return "kosong";
  return isian.jenis === "angka" ? formatAngka(isian.nilai) : isian.jenis;
}
