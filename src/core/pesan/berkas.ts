import { langkahOf, unitIndikator } from "../engine/holders.ts";
import type { Arrival } from "../engine/langkah/handler.ts";
import type { Jawaban, Wait } from "../engine/state.ts";
import { deadlines, type Turn } from "../engine/turn.ts";
import type { PegawaiId } from "../kantor/schema.ts";
import { tahunPeriode } from "../kinerja/periode.ts";
import { angkaTerpenting, barisPerubahan, kelengkapanUnit } from "./angka-berkas.ts";
import { waitCancelled } from "./hasil.ts";
import { deadlineLine, langkahLine, previousDeadlineLine } from "./letak.ts";
import type { Lampiran, Pesan, RichText } from "./pesan.ts";
import { jabatanOf, periodeOf, waktuOf } from "./sebutan.ts";
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
      : fill("↩️ **Realisasi {{periode}} perlu diperbaiki**\nCatatan {{jabatan}}: {{alasan}}", {
          periode: periodeOf(turn),
          jabatan: returnerOf(turn),
          alasan,
        });
  return {
    teks: lines(
      kepala,
      langkahLine(turn, wait),
      deadlineLine(turn, wait),
      plain(
        alasan === null
          ? "Tekan Mulai isi; satu pesan untuk satu indikator."
          : "Tekan Perbaiki, ubah angkanya, lalu kirim kembali.",
      ),
    ),
    pilihan: [
      [
        { id: "isi", judul: alasan === null ? "Mulai isi" : "Perbaiki" },
        { id: "excel", judul: "Isi lewat Excel" },
      ],
    ],
    promptId: wait.id,
  };
}

/** Tells the coordinator that the collection runs, and how to go on without the last ones. */
export function collectionStarted(turn: Turn, wait: Wait, jumlahUnit: number): Pesan {
  const alasan = turn.state.kunjunganList.at(-1)?.alasan ?? null;
  const kepala =
    alasan === null
      ? lines(
          fill("📋 **Pengumpulan realisasi {{periode}} dimulai**", { periode: periodeOf(turn) }),
          fill("{{jumlah}} penanggung jawab sudah diminta mengisi.", { jumlah: jumlahUnit }),
        )
      : lines(
          fill("📋 **Realisasi {{periode}} diperbaiki**", { periode: periodeOf(turn) }),
          fill("{{jumlah}} penanggung jawab diminta memperbaiki.", { jumlah: jumlahUnit }),
          fill("Catatan {{jabatan}}: {{alasan}}", { jabatan: returnerOf(turn), alasan }),
        );
  return {
    teks: lines(
      kepala,
      langkahLine(turn, wait),
      deadlineLine(turn, {
        ...wait,
        ...deadlines(turn, langkahOf(turn.sop, wait.langkahNo), wait.diterimaMs),
      }),
      plain("Berkas berlanjut sendiri bila semua sudah mengirim; Bapak/Ibu tidak perlu menunggu."),
      plain("Tekan Tutup pengumpulan hanya untuk melanjutkan tanpa yang belum mengirim."),
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

/** Tells a unit that the berkas went on without it, and what became of its figures. */
export const collectionClosed = (turn: Turn, oleh: PegawaiId, alasan: string): Pesan => ({
  teks: lines(
    fill("⚠️ **Pengumpulan realisasi {{periode}} ditutup**", { periode: periodeOf(turn) }),
    fill("Oleh {{jabatan}}: {{alasan}}", { jabatan: jabatanOf(turn, oleh), alasan }),
    plain("Angka yang sudah tersimpan tetap dipakai; selebihnya tercatat kosong."),
    plain("Tidak ada yang perlu dikerjakan lagi. Tugas lainnya: /tugas."),
  ),
});

/** Asks somebody to confirm a computed rekap. */
export const compilationReady = (turn: Turn, wait: Wait, arrival: Arrival): Pesan => ({
  teks: lines(
    headLine(
      turn,
      arrival,
      fill("📄 **Rekap {{periode}} siap diperiksa**", { periode: periodeOf(turn) }),
    ),
    angkaTerpenting(turn),
    langkahLine(turn, wait),
    deadlineLine(turn, wait),
    choiceLine(turn, wait, "Tekan Rekap sesuai bila angkanya benar"),
  ),
  ...desk(turn, wait, "✅ Rekap sesuai", rekapOf(turn)),
});

/** Gives the compiler the new draft: to send on, or to have a unit correct its part. */
export const draftReady = (turn: Turn, wait: Wait, arrival: Arrival): Pesan => ({
  teks: lines(
    headLine(
      turn,
      arrival,
      fill("📄 **Draf {{versi}} Laporan {{periode}} siap diperiksa**", {
        versi: versiOf(turn),
        periode: periodeOf(turn),
      }),
    ),
    barisPerubahan(turn),
    kelengkapanUnit(turn),
    angkaTerpenting(turn),
    langkahLine(turn, wait),
    deadlineLine(turn, wait),
    choiceLine(turn, wait, "Tekan Teruskan bila sudah benar"),
  ),
  ...desk(turn, wait, "✅ Teruskan", laporanOf(turn)),
});

/** Gives the corrector the draft, before it goes out to everybody concerned. */
export const draftToCorrect = (turn: Turn, wait: Wait, arrival: Arrival): Pesan => ({
  teks: lines(
    headLine(
      turn,
      arrival,
      fill("📄 **Draf {{versi}} Laporan {{periode}} siap dikoreksi**", {
        versi: versiOf(turn),
        periode: periodeOf(turn),
      }),
    ),
    barisPerubahan(turn),
    kelengkapanUnit(turn),
    angkaTerpenting(turn),
    langkahLine(turn, wait),
    deadlineLine(turn, wait),
    choiceLine(turn, wait, "Tekan Setuju agar draf disampaikan kepada pejabat terkait"),
  ),
  ...desk(turn, wait, "✅ Setuju", laporanOf(turn)),
});

/** The sheet the head of the office reads in twenty seconds: what is low first, then the buttons. */
export const approvalSheet = (turn: Turn, wait: Wait, arrival: Arrival): Pesan => ({
  teks: lines(
    headLine(
      turn,
      arrival,
      fill("📄 **Laporan Kinerja {{periode}} — mohon persetujuan**", { periode: periodeOf(turn) }),
    ),
    angkaTerpenting(turn),
    barisPerubahan(turn),
    kelengkapanUnit(turn),
    roundLine(turn),
    deadlineLine(turn, wait),
    choiceLine(turn, wait, "Tekan Setuju bila sudah benar"),
  ),
  ...desk(turn, wait, "✅ Setuju", laporanOf(turn)),
});

/** Passes the draft on to an official, who may confirm having read it. */
export const circular = (turn: Turn, wait: Wait): Pesan => ({
  teks: lines(
    fill("📄 **Laporan {{periode}} — untuk diketahui** ({{status}})", {
      periode: periodeOf(turn),
      status: isLast(turn, wait) ? "selesai" : `Draf ${versiOf(turn)}`,
    }),
    angkaTerpenting(turn),
    plain("Rekap terlampir. Tekan Sudah dibaca setelah membacanya."),
  ),
  pilihan: [[{ id: "baca", judul: "Sudah dibaca" }]],
  promptId: wait.id,
  lampiran: rekapOf(turn),
});

/** Tells somebody who was waited for that the work is no longer needed. */
export const berkasCancelled = (turn: Turn, jawaban: Jawaban): Pesan => ({
  teks: lines(
    fill("⚠️ **Berkas {{periode}} dibatalkan**", { periode: periodeOf(turn) }),
    waitCancelled(turn, jawaban),
    plain("Tidak ada yang perlu dikerjakan lagi. Tugas lainnya: /tugas."),
  ),
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
    fill("⏰ **Tenggat {{periode}} berubah** karena kalender kerja diperbarui", {
      periode: periodeOf(turn),
    }),
    langkahLine(turn, wait),
    deadlineLine(turn, wait),
    previousDeadlineLine(turn, wait),
    plain("Tugasnya tetap sama; lihat /tugas."),
  ),
});

/** What to do now; returning is named where the langkah has a way back. */
const choiceLine = (turn: Turn, wait: Wait, forward: string): RichText =>
  plain(
    canReturn(turn, wait)
      ? `${forward}, atau Kembalikan dengan satu kalimat alasan.`
      : `${forward}.`,
  );

function canReturn(turn: Turn, wait: Wait): boolean {
  const { hasil } = langkahOf(turn.sop, wait.langkahNo);
  return "kembalikan" in hasil && hasil.kembalikan !== undefined;
}

function desk(
  turn: Turn,
  wait: Wait,
  setuju: string,
  lampiran: Lampiran,
): Pick<Pesan, "pilihan" | "promptId" | "lampiran"> {
  const { hasil } = langkahOf(turn.sop, wait.langkahNo);
  const forward = { id: "setuju" in hasil ? "setuju" : "selesai", judul: setuju };
  const back = canReturn(turn, wait) ? [{ id: "kembalikan", judul: "↩️ Kembalikan" }] : [];
  return {
    pilihan: [[forward, ...back], [{ id: "angka", judul: "Lihat semua angka" }]],
    promptId: wait.id,
    lampiran,
  };
}

/** The draft on the desk, to be read before anything is tapped; the figures where there is none. */
function laporanOf(turn: Turn): Lampiran {
  const { periode, draf } = turn.state;
  if (draf === null) return rekapOf(turn);
  return {
    jenis: "laporan",
    bentuk: "pdf",
    tahun: tahunPeriode(periode),
    periode,
    drafVersi: draf.versi,
    padaMs: draf.padaMs,
  };
}

const rekapOf = ({ state, context }: Turn): Lampiran => ({
  jenis: "rekap",
  tahun: tahunPeriode(state.periode),
  periode: state.periode,
  unit: null,
  padaMs: context.nowMs,
});

/** What a message is; of a return first who sent it back and why. */
function headLine(turn: Turn, { alasan, oleh }: Arrival, ordinary: RichText): RichText {
  if (alasan === null) return ordinary;
  const draf = turn.state.draf === null ? "" : ` (Draf ${versiOf(turn)})`;
  return fill("↩️ **Laporan {{periode}} dikembalikan {{jabatan}}**{{draf}}\nCatatan: {{alasan}}", {
    periode: periodeOf(turn),
    jabatan: jabatanOf(turn, oleh ?? "sistem"),
    draf,
    alasan,
  });
}

const versiOf = ({ state }: Turn): number => state.draf?.versi ?? 1;

/** Whether nothing comes after this langkah: what goes out then is final. */
const isLast = ({ sop }: Turn, { langkahNo }: Wait): boolean => {
  const { hasil } = langkahOf(sop, langkahNo);
  return "selesai" in hasil && hasil.selesai === "selesai";
};

/** Who sent the berkas back to the desk it lies on: whoever held it the visit before. */
const returnerOf = (turn: Turn): string =>
  jabatanOf(turn, turn.state.kunjunganList.at(-2)?.oleh ?? "sistem");

/** From the second time on, how often this decision has been asked for. */
function roundLine(turn: Turn): RichText {
  const putaran = turn.state.kunjunganList.at(-1)?.putaran ?? 1;
  return putaran < 2 ? [] : fill("Pengajuan ke-{{putaran}}.", { putaran });
}
