import { langkahOf, pegawaiOf, progressOf, unitIndikator } from "../engine/holders.ts";
import type { Arrival } from "../engine/langkah/handler.ts";
import type { Langkah } from "../engine/langkah/schema.ts";
import type { Jawaban, Wait } from "../engine/state.ts";
import type { Turn } from "../engine/turn.ts";
import type { PegawaiId } from "../kantor/schema.ts";
import { labelPeriode, tahunPeriode } from "../kinerja/periode.ts";
import { formatDurasi } from "../waktu/durasi.ts";
import { formatWaktu } from "../waktu/format.ts";
import { angkaTerpenting, barisPerubahan, kelengkapanUnit } from "./angka-berkas.ts";
import type { Lampiran, Pesan, RichText } from "./pesan.ts";
import { fill, lines, plain } from "./template.ts";

/** Asks one unit for its figures. A returned unit reads first what is to be corrected. */
export function unitAsked(turn: Turn, wait: Wait, unit: PegawaiId, alasan: string | null): Pesan {
  const jumlah = unitIndikator(turn.state, unit).length;
  const kepala =
    alasan === null
      ? fill("📋 **Realisasi {{periode}}** — {{jumlah}} indikator menunggu Bapak/Ibu", {
          periode: periodeOf(turn),
          jumlah,
        })
      : fill("↩️ **Realisasi {{periode}} perlu diperbaiki**\nCatatan: {{alasan}}", {
          periode: periodeOf(turn),
          alasan,
        });
  return {
    teks: lines(
      kepala,
      langkahLine(turn, wait),
      deadlineLine(turn, wait),
      plain("Tekan Mulai isi; satu pesan untuk satu indikator."),
    ),
    pilihan: [[{ id: "isi", judul: alasan === null ? "Mulai isi" : "Perbaiki" }]],
    promptId: wait.id,
  };
}

/** Tells the coordinator that the collection runs, and how to go on without the last ones. */
export function collectionStarted(turn: Turn, wait: Wait, jumlahUnit: number): Pesan {
  return {
    teks: lines(
      fill("📋 **Pengumpulan realisasi {{periode}} dimulai**", { periode: periodeOf(turn) }),
      fill("{{jumlah}} penanggung jawab sudah diminta mengisi.", { jumlah: jumlahUnit }),
      langkahLine(turn, wait),
      plain("Bapak/Ibu tidak perlu menunggu: kabar datang bila semua sudah mengirim."),
    ),
    pilihan: [
      [
        { id: "colek", judul: "Ingatkan yang belum" },
        { id: "tutup", judul: "Tutup pengumpulan" },
      ],
    ],
    promptId: wait.id,
  };
}

/** What a unit's keyboard becomes when the coordinator goes on without it. */
export const collectionTold = (turn: Turn, oleh: PegawaiId, alasan: string): RichText =>
  fill("Pengumpulan ditutup {{jabatan}}: {{alasan}}", { jabatan: jabatanOf(turn, oleh), alasan });

/** What a unit's keyboard becomes once its figures are in. */
export const unitSent = (turn: Turn, jawaban: Jawaban): RichText =>
  fill("✅ Terkirim, {{waktu}}", { waktu: waktuOf(turn, jawaban.atMs) });

/** Asks somebody to confirm a computed rekap. */
export const compilationReady = (turn: Turn, wait: Wait, arrival: Arrival): Pesan => ({
  teks: lines(
    fill("📄 **Rekap {{periode}} siap diperiksa**", { periode: periodeOf(turn) }),
    returnLine(turn, arrival),
    angkaTerpenting(turn),
    langkahLine(turn, wait),
    deadlineLine(turn, wait),
  ),
  ...desk(turn, wait, "✅ Rekap sesuai"),
});

/** Gives the compiler the new draft: to send on, or to have a unit correct its part. */
export const draftReady = (turn: Turn, wait: Wait, arrival: Arrival): Pesan => ({
  teks: lines(
    fill("📄 **Draf {{versi}} Laporan {{periode}} siap disusun**", {
      versi: turn.state.draf?.versi ?? 1,
      periode: periodeOf(turn),
    }),
    returnLine(turn, arrival),
    kelengkapanUnit(turn),
    angkaTerpenting(turn),
    barisPerubahan(turn),
    langkahLine(turn, wait),
    deadlineLine(turn, wait),
  ),
  ...desk(turn, wait, "✅ Teruskan"),
});

/** Gives the corrector the draft, before it goes out to everybody concerned. */
export const draftToCorrect = (turn: Turn, wait: Wait, arrival: Arrival): Pesan => ({
  teks: lines(
    fill("📄 **Draf {{versi}} Laporan {{periode}} siap dikoreksi**", {
      versi: turn.state.draf?.versi ?? 1,
      periode: periodeOf(turn),
    }),
    returnLine(turn, arrival),
    barisPerubahan(turn),
    kelengkapanUnit(turn),
    angkaTerpenting(turn),
    langkahLine(turn, wait),
    deadlineLine(turn, wait),
    plain("Setuju berarti draf disampaikan kepada pejabat terkait."),
  ),
  ...desk(turn, wait, "✅ Setuju"),
});

/** The sheet the head of the office reads in twenty seconds: what is low first, then the buttons. */
export const approvalSheet = (turn: Turn, wait: Wait, arrival: Arrival): Pesan => ({
  teks: lines(
    fill("📄 **Laporan Kinerja {{periode}} — mohon persetujuan**", { periode: periodeOf(turn) }),
    returnLine(turn, arrival),
    angkaTerpenting(turn),
    barisPerubahan(turn),
    kelengkapanUnit(turn),
    roundLine(turn),
    deadlineLine(turn, wait),
  ),
  ...desk(turn, wait, "✅ Setuju"),
});

/** Passes the draft on to an official, who may confirm having read it. */
export const circular = (turn: Turn, wait: Wait): Pesan => ({
  teks: lines(
    fill("📄 **Laporan {{periode}} — untuk diketahui** (Draf {{versi}})", {
      periode: periodeOf(turn),
      versi: turn.state.draf?.versi ?? 1,
    }),
    angkaTerpenting(turn),
    plain("Rekap terlampir. Tekan bila sudah dibaca."),
  ),
  pilihan: [[{ id: "baca", judul: "Sudah dibaca" }]],
  promptId: wait.id,
  lampiran: rekapOf(turn),
});

/** Tells those who worked on it that the berkas has come to its end. */
export const berkasSelesai = (turn: Turn): Pesan => ({
  teks: lines(
    fill("✅ **Laporan {{periode}} selesai**", { periode: periodeOf(turn) }),
    fill("{{sop}}, {{waktu}}.", {
      sop: turn.sop.nama,
      waktu: waktuOf(turn, turn.context.nowMs),
    }),
    plain("Tidak ada yang perlu dikerjakan. Rekap: /rekap"),
  ),
});

/** Tells the owner of a deadline that the office calendar moved it. */
export const tenggatBerubah = (turn: Turn, wait: Wait): Pesan => ({
  teks: lines(
    fill("⏰ **Tenggat berubah** karena kalender kerja diperbarui", {}),
    langkahLine(turn, wait),
    deadlineLine(turn, wait),
    plain("Tugasnya tetap sama; lihat /tugas."),
  ),
});

/** What a desk's keyboard becomes: who did what, and when. */
export function deskAnswered(turn: Turn, langkah: Langkah, jawaban: Jawaban): RichText {
  const data = {
    jabatan: jawaban.oleh === "sistem" ? "sistem" : jabatanOf(turn, jawaban.oleh),
    waktu: waktuOf(turn, jawaban.atMs),
  };
  if (jawaban.pilihan === "kembalikan") {
    return fill("↩️ Dikembalikan {{jabatan}}, {{waktu}}: {{alasan}}", {
      ...data,
      alasan: jawaban.alasan ?? "",
    });
  }
  return langkah.jenis === "keputusan" || langkah.jenis === "sosialisasi"
    ? fill("✅ Disetujui {{jabatan}}, {{waktu}}", data)
    : fill("✅ Diteruskan {{jabatan}}, {{waktu}}", data);
}

/** "Baku mutu 30 menit, sampai Kam 26 Nov, 14.10 WITA · batas periode …": the two clocks. */
export function deadlineLine(turn: Turn, wait: Wait): RichText {
  const { waktu } = langkahOf(turn.sop, wait.langkahNo).mutuBaku;
  const bakuMutu =
    waktu === null || wait.tenggatMs === null
      ? []
      : [`Baku mutu ${formatDurasi(waktu)}, sampai ${waktuOf(turn, wait.tenggatMs)}`];
  const batas = wait.batasMs === null ? [] : [`batas periode ${waktuOf(turn, wait.batasMs)}`];
  const both = [...bakuMutu, ...batas].join("; ");
  return plain(both === "" ? "" : `${both.charAt(0).toUpperCase()}${both.slice(1)}.`);
}

/** Where the berkas stands: the sheet, the langkah and its number among the printed ones. */
export function langkahLine(turn: Turn, wait: Wait): RichText {
  const { ke, dari } = progressOf(turn.sop, turn.state);
  const langkah = langkahOf(turn.sop, wait.langkahNo);
  return fill("Langkah {{ke}} dari {{dari}}: {{uraian}}.", { ke, dari, uraian: langkah.uraian });
}

function desk(
  turn: Turn,
  wait: Wait,
  setuju: string,
): Pick<Pesan, "pilihan" | "promptId" | "lampiran"> {
  const { hasil } = langkahOf(turn.sop, wait.langkahNo);
  const forward = { id: "setuju" in hasil ? "setuju" : "selesai", judul: setuju };
  const back =
    "kembalikan" in hasil && hasil.kembalikan !== undefined
      ? [{ id: "kembalikan", judul: "↩️ Kembalikan" }]
      : [];
  return {
    pilihan: [[forward, ...back], [{ id: "angka", judul: "Lihat semua angka" }]],
    promptId: wait.id,
    lampiran: rekapOf(turn),
  };
}

const rekapOf = ({ state, context }: Turn): Lampiran => ({
  jenis: "rekap",
  tahun: tahunPeriode(state.periode),
  periode: state.periode,
  unit: null,
  padaMs: context.nowMs,
});

function returnLine(turn: Turn, { alasan, oleh }: Arrival): RichText {
  if (alasan === null) return [];
  const jabatan = oleh === null || oleh === "sistem" ? "sistem" : jabatanOf(turn, oleh);
  return fill("↩️ Dikembalikan {{jabatan}}: {{alasan}}", { jabatan, alasan });
}

/** From the second time on, how often this decision has been asked for. */
function roundLine(turn: Turn): RichText {
  const putaran = turn.state.kunjunganList.at(-1)?.putaran ?? 1;
  return putaran < 2 ? [] : fill("Pengajuan ke-{{putaran}}.", { putaran });
}

const periodeOf = ({ state, context }: Turn): string =>
  labelPeriode(state.periode, context.kantor.istilahTriwulan);

const waktuOf = ({ context }: Turn, atMs: number): string =>
  formatWaktu(atMs, context.kantor.zonaWaktu);

const jabatanOf = ({ context }: Turn, pegawaiId: PegawaiId): string =>
  pegawaiOf(context.kantor, pegawaiId)?.jabatan ?? pegawaiId;
