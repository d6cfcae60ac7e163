import { berkasText, buktiText } from "../../generated/teks.ts";
import type { JenisNaskah } from "../dokumen/jenis.ts";
import { canReturnAt, langkahOf } from "../engine/holders.ts";
import { latestNaskah } from "../engine/naskah.ts";
import type { Arrival, Naskah, NaskahId, Wait } from "../engine/state.ts";
import { justOpened } from "../engine/terbuka.ts";
import type { Turn } from "../engine/turn.ts";
import { tahunPeriode } from "../kinerja/periode.ts";
import { forwardExit } from "../sop/langkah.ts";
import type { Lampiran } from "./pesan.ts";
import { jabatanDi, periodeOf } from "./sebutan.ts";
import { fill, type Tawaran, type Teks, type Ucapan } from "./teks.ts";

/** What to do now; returning is named where the langkah has a way back. */
export const choiceLine = (turn: Turn, wait: Wait, ajakan: Teks): Teks =>
  fill(
    canReturnAt(langkahOf(turn.sop, wait.langkahNo), wait)
      ? berkasText.pilihAtauKembalikan
      : berkasText.pilih,
    { ajakan },
  );

/** The choices of a desk, and what is to be read before choosing. */
export function deskChoices(
  turn: Turn,
  wait: Wait,
  setuju: Teks,
  lampiran: Lampiran,
): Pick<Ucapan, "pilihan" | "promptId" | "lampiran"> {
  const langkah = langkahOf(turn.sop, wait.langkahNo);
  const forward: Tawaran = { id: forwardExit(langkah).pilihan, judul: setuju, peran: "maju" };
  const back: readonly Tawaran[] = canReturnAt(langkah, wait)
    ? [{ id: "kembalikan", judul: berkasText.kembalikan, peran: "mundur" }]
    : [];
  return {
    pilihan: [
      [forward, ...back],
      [{ id: "angka", judul: berkasText.lihatAngka }, ...lihatBukti(turn)],
    ],
    promptId: wait.id,
    lampiran,
  };
}

/** The way to what proves the figures, where anything does. */
export const lihatBukti = ({ state }: Turn): readonly Tawaran[] =>
  Object.values(state.isianByKode).some(({ bukti }) => bukti.length > 0)
    ? [{ id: `/bukti ${state.id}`, judul: buktiText.lihat }]
    : [];

/** The draft on the desk, to be read before anything is tapped; the figures where there is none. */
export const laporanOf = (turn: Turn): Lampiran =>
  lampiranOf(turn, turn.state.draf?.naskahId ?? null) ?? rekapOf(turn);

/** A paper of the berkas as a file to be read; null where there is none. */
export function lampiranOf({ state }: Turn, naskahId: NaskahId | null): Lampiran | null {
  const naskah = state.naskahList.find(({ id }) => id === naskahId);
  return naskah === undefined ? null : lampiranNaskah(naskah);
}

/** The newest paper of a kind as a file to be read; null before there is one. */
export function naskahOf(turn: Turn, jenis: JenisNaskah): Lampiran | null {
  if (jenis === "laporan") return turn.state.draf === null ? null : laporanOf(turn);
  const naskah = latestNaskah(turn.state, jenis);
  return naskah === undefined ? null : lampiranNaskah(naskah);
}

/** A paper to be read: what was sent in its place, an archive as such, everything else as PDF. */
const lampiranNaskah = ({ id, jenis, unggahan }: Naskah): Lampiran => ({
  jenis: "naskah",
  naskahId: id,
  bentuk: unggahan !== null ? "asli" : jenis === "arsip" ? "zip" : "pdf",
});

/** The figures of the period as they stand now. */
export const rekapOf = ({ state, context }: Turn): Lampiran => ({
  jenis: "rekap",
  tahun: tahunPeriode(state.periode),
  periode: state.periode,
  unit: null,
  padaMs: context.nowMs,
  padaSeq: context.logSeq,
});

/** What a message is; of a return first who sent it back and why. */
export function headLine(
  turn: Turn,
  { alasan, oleh }: Arrival,
  ordinary: Teks,
  nama: Teks = laporanOfDraf(turn),
): Teks {
  if (alasan === null) return ordinary;
  const pembukaan = justOpened(turn.state);
  if (pembukaan !== null) {
    return fill(berkasText.dibukaKembali, {
      nama,
      periode: periodeOf(turn),
      jabatan: jabatanDi(turn.context.kantor, pembukaan.oleh),
      alasan,
    });
  }
  return fill(berkasText.dikembalikan, {
    nama,
    periode: periodeOf(turn),
    jabatan: jabatanDi(turn.context.kantor, oleh ?? "sistem"),
    alasan,
  });
}

/** "Draf 2 Laporan"; a version named after the report, as "Draf LAKIP" is, says it already. */
export function laporanOfDraf({ state }: Turn): Teks {
  const versi = state.draf?.sebutan ?? berkasText.drafPertama;
  const named = typeof versi === "string" && /lapor|lakip|lkjip/i.test(versi);
  return named ? versi : fill(berkasText.laporanVersi, { versi });
}

/** From the second time on, how often this decision has been asked for. */
export function roundLine(turn: Turn): Teks {
  const putaran = turn.state.kunjunganList.at(-1)?.putaran ?? 1;
  return putaran < 2 ? [] : fill(berkasText.pengajuan, { putaran });
}
