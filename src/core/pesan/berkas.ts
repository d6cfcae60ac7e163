import type { JenisNaskah } from "../dokumen/jenis.ts";
import { isKepala, langkahOf } from "../engine/holders.ts";
import type { Kabar } from "../engine/kabar.ts";
import type { Arrival, Jawaban, NaskahId, Wait } from "../engine/state.ts";
import type { Turn } from "../engine/turn.ts";
import { namaNaskah } from "../sop/schema.ts";
import { angkaTerpenting, barisPerubahan, kelengkapanUnit } from "./angka-berkas.ts";
import { batalText } from "./hasil.ts";
import { deadlineLine, langkahLine, previousDeadlineLine } from "./letak.ts";
import {
  choiceLine,
  deskChoices,
  headLine,
  lampiranOf,
  laporanOf,
  naskahOf,
  rekapOf,
  roundLine,
} from "./meja-berkas.ts";
import type { Pesan } from "./pesan.ts";
import { periodeOf, waktuOf } from "./sebutan.ts";
import { fill, lines, plain } from "./template.ts";

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
    choiceLine(turn, wait, "Pilih Rekap sesuai bila angkanya benar"),
  ),
  ...deskChoices(turn, wait, "✅ Rekap sesuai", rekapOf(turn)),
});

/**
 * Gives the new draft to the compiler, who sends it on or has a unit correct its part; then to the
 * corrector, before it goes out to everybody concerned.
 */
export function draftSheet(
  turn: Turn,
  wait: Wait,
  arrival: Arrival,
  jenis: keyof typeof draftText,
): Pesan {
  const { siap, setuju, ajakan } = draftText[jenis];
  const data = { laporan: laporanText(turn), periode: periodeOf(turn), siap };
  return {
    teks: lines(
      headLine(turn, arrival, fill("📄 **{{laporan}} {{periode}} siap {{siap}}**", data)),
      barisPerubahan(turn),
      kelengkapanUnit(turn),
      angkaTerpenting(turn),
      langkahLine(turn, wait),
      deadlineLine(turn, wait),
      choiceLine(turn, wait, ajakan),
    ),
    ...deskChoices(turn, wait, setuju, laporanOf(turn)),
  };
}

const draftText = {
  penyusunan: {
    siap: "diperiksa",
    setuju: "✅ Teruskan",
    ajakan: "Pilih Teruskan bila sudah benar",
  },
  sosialisasi: {
    siap: "dikoreksi",
    setuju: "✅ Setuju",
    ajakan: "Pilih Setuju agar draf disampaikan kepada pejabat terkait",
  },
} as const;

/** Asks for a decision about the report, or about another paper. */
export function decisionSheet(turn: Turn, wait: Wait, arrival: Arrival): Pesan {
  const langkah = langkahOf(turn.sop, wait.langkahNo);
  return langkah.jenis === "keputusan" && langkah.tentang !== "laporan"
    ? naskahSheet(turn, wait, { arrival, tentang: langkah.tentang })
    : approvalSheet(turn, wait, arrival);
}

/** A letter or decree to be agreed to, attached as it stands. */
function naskahSheet(
  turn: Turn,
  wait: Wait,
  { arrival, tentang }: { readonly arrival: Arrival; readonly tentang: JenisNaskah },
): Pesan {
  const nama = namaNaskah(turn.sop, tentang);
  const { lampiran: _, ...choices } = deskChoices(turn, wait, "✅ Setuju", rekapOf(turn));
  const lampiran = naskahOf(turn, tentang);
  return {
    teks: lines(
      headLine(
        turn,
        arrival,
        fill("📄 **{{nama}} — mohon diperiksa** ({{periode}})", { nama, periode: periodeOf(turn) }),
        nama,
      ),
      roundLine(turn),
      langkahLine(turn, wait),
      deadlineLine(turn, wait),
      choiceLine(turn, wait, "Pilih Setuju bila sudah benar"),
    ),
    ...choices,
    pilihan: choices.pilihan?.slice(0, 1) ?? [],
    ...(lampiran === null ? {} : { lampiran }),
  };
}

/** The sheet the head of the office reads in twenty seconds: what is low first, then the buttons. */
const approvalSheet = (turn: Turn, wait: Wait, arrival: Arrival): Pesan => ({
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
    choiceLine(turn, wait, "Pilih Setuju bila sudah benar"),
  ),
  ...deskChoices(turn, wait, "✅ Setuju", laporanOf(turn)),
});

/** Passes the draft on to an official, who may confirm having read it: the head gets it whole. */
export function circular(
  turn: Turn,
  { wait, sebutan, naskahId }: Extract<Kabar, { jenis: "edaran-laporan" }>,
): Pesan {
  const { pemegang } = wait;
  const whole = turn.context.kantor.pegawaiList.some(
    (one) => pemegang.jenis === "pegawai" && one.id === pemegang.pegawaiId && isKepala(one),
  );
  return {
    teks: lines(
      fill("📄 **Laporan {{periode}} — untuk diketahui** ({{status}})", {
        periode: periodeOf(turn),
        status: isLast(turn, wait) ? "selesai" : (sebutan ?? DRAF_PERTAMA),
      }),
      angkaTerpenting(turn),
      plain(`${whole ? "Laporan" : "Rekap"} terlampir. Pilih Sudah dibaca setelah membacanya.`),
    ),
    pilihan: [[{ id: "baca", judul: "Sudah dibaca" }]],
    promptId: wait.id,
    lampiran: (whole ? lampiranOf(turn, naskahId) : null) ?? rekapOf(turn),
  };
}

/** Tells somebody who was waited for that the work is no longer needed. */
export const berkasCancelled = (turn: Turn, jawaban: Jawaban): Pesan => ({
  teks: lines(
    fill("⚠️ **Berkas {{periode}} dibatalkan**", { periode: periodeOf(turn) }),
    batalText(turn.context.kantor, jawaban),
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
    plain("Tidak ada yang perlu dikerjakan. Rekap: /rekap. Dokumen: /dokumen."),
  ),
});

/** Hands the archive over to whoever put it away. */
export function arsipSiap(turn: Turn, naskahId: NaskahId): Pesan {
  const lampiran = lampiranOf(turn, naskahId);
  return {
    teks: lines(
      fill("📄 **Arsip {{periode}} lengkap**", { periode: periodeOf(turn) }),
      plain(
        "Terlampir semua dokumen, bukti, rekap, dan catatan pelaksanaan dalam satu berkas zip. Simpan bersama cetakannya; arsip ini juga ada di /dokumen.",
      ),
    ),
    ...(lampiran === null ? {} : { lampiran }),
  };
}

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

const DRAF_PERTAMA = "Draf 1";

/** "Draf 2 Laporan"; a version named after the report, as "Draf LAKIP" is, says it already. */
const laporanText = ({ state }: Turn): string => {
  const versi = state.draf?.sebutan ?? DRAF_PERTAMA;
  return /lapor|lakip|lkjip/i.test(versi) ? versi : `${versi} Laporan`;
};

/** Whether nothing comes after this langkah: what goes out then is final. */
const isLast = ({ sop }: Turn, { langkahNo }: Wait): boolean => {
  const { hasil } = langkahOf(sop, langkahNo);
  return "selesai" in hasil && hasil.selesai === "selesai";
};
