import { langkahOf, unitIndikator } from "../engine/holders.ts";
import type { Arrival } from "../engine/langkah/handler.ts";
import type { Jawaban, Wait } from "../engine/state.ts";
import { deadlines, type Turn } from "../engine/turn.ts";
import type { PegawaiId } from "../kantor/schema.ts";
import { type JenisNaskah, namaNaskah } from "../naskah/jenis.ts";
import type { Naskah } from "../naskah/naskah.ts";
import { angkaTerpenting, barisPerubahan, kelengkapanUnit } from "./angka-berkas.ts";
import { waitCancelled } from "./hasil.ts";
import { deadlineLine, langkahLine, previousDeadlineLine } from "./letak.ts";
import {
  choiceLine,
  deskChoices,
  headLine,
  lampiranNaskah,
  laporanOf,
  naskahOf,
  rekapOf,
  roundLine,
} from "./meja-berkas.ts";
import type { Lampiran, Pesan } from "./pesan.ts";
import { jabatanOf, periodeOf, waktuOf } from "./sebutan.ts";
import { fill, lines, plain } from "./template.ts";

/** Asks one unit for its figures. A returned unit reads first what is to be corrected. */
export function unitAsked(turn: Turn, wait: Wait, unit: PegawaiId, alasan: string | null): Pesan {
  const jumlah = unitIndikator(turn.state, unit).length;
  const format = formatOf(turn, wait);
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
          ? "Pilih Mulai isi; satu pesan untuk satu indikator."
          : "Pilih Perbaiki, ubah angkanya, lalu kirim kembali.",
      ),
      format === null ? [] : plain("Atau isi format Excel terlampir, lalu kirim kembali ke sini."),
    ),
    pilihan: [
      [
        { id: "isi", judul: alasan === null ? "Mulai isi" : "Perbaiki" },
        ...(format === null ? [{ id: "excel", judul: "Isi lewat Excel" }] : []),
      ],
    ],
    promptId: wait.id,
    ...(format === null ? {} : { lampiran: format }),
  };
}

/** The unit's sheet of figures, where this langkah sends it along. */
function formatOf({ sop, state }: Turn, { id, langkahNo }: Wait): Lampiran | null {
  const langkah = langkahOf(sop, langkahNo);
  return langkah.jenis === "realisasi" && langkah.format
    ? { jenis: "format", berkasId: state.id, waitId: id }
    : null;
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
      plain("Pilih Tutup pengumpulan hanya untuk melanjutkan tanpa yang belum mengirim."),
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
    choiceLine(turn, wait, "Pilih Rekap sesuai bila angkanya benar"),
  ),
  ...deskChoices(turn, wait, "✅ Rekap sesuai", rekapOf(turn)),
});

/** Gives the compiler the new draft: to send on, or to have a unit correct its part. */
export const draftReady = (turn: Turn, wait: Wait, arrival: Arrival): Pesan => ({
  teks: lines(
    headLine(
      turn,
      arrival,
      fill("📄 **{{laporan}} {{periode}} siap diperiksa**", {
        laporan: laporanText(turn),
        periode: periodeOf(turn),
      }),
    ),
    barisPerubahan(turn),
    kelengkapanUnit(turn),
    angkaTerpenting(turn),
    langkahLine(turn, wait),
    deadlineLine(turn, wait),
    choiceLine(turn, wait, "Pilih Teruskan bila sudah benar"),
  ),
  ...deskChoices(turn, wait, "✅ Teruskan", laporanOf(turn)),
});

/** Gives the corrector the draft, before it goes out to everybody concerned. */
export const draftToCorrect = (turn: Turn, wait: Wait, arrival: Arrival): Pesan => ({
  teks: lines(
    headLine(
      turn,
      arrival,
      fill("📄 **{{laporan}} {{periode}} siap dikoreksi**", {
        laporan: laporanText(turn),
        periode: periodeOf(turn),
      }),
    ),
    barisPerubahan(turn),
    kelengkapanUnit(turn),
    angkaTerpenting(turn),
    langkahLine(turn, wait),
    deadlineLine(turn, wait),
    choiceLine(turn, wait, "Pilih Setuju agar draf disampaikan kepada pejabat terkait"),
  ),
  ...deskChoices(turn, wait, "✅ Setuju", laporanOf(turn)),
});

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
  const nama = namaNaskah[tentang];
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
export function circular(turn: Turn, wait: Wait): Pesan {
  const { pemegang } = wait;
  const whole = turn.context.kantor.pegawaiList.some(
    ({ id, peran }) =>
      pemegang.jenis === "pegawai" &&
      id === pemegang.pegawaiId &&
      (peran.includes("camat") || peran.includes("kadis")),
  );
  return {
    teks: lines(
      fill("📄 **Laporan {{periode}} — untuk diketahui** ({{status}})", {
        periode: periodeOf(turn),
        status: isLast(turn, wait) ? "selesai" : versiOf(turn),
      }),
      angkaTerpenting(turn),
      plain(`${whole ? "Laporan" : "Rekap"} terlampir. Pilih Sudah dibaca setelah membacanya.`),
    ),
    pilihan: [[{ id: "baca", judul: "Sudah dibaca" }]],
    promptId: wait.id,
    lampiran: whole ? laporanOf(turn) : rekapOf(turn),
  };
}

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
    plain("Tidak ada yang perlu dikerjakan. Rekap: /rekap. Dokumen: /dokumen."),
  ),
});

/** Hands the archive over to whoever put it away. */
export const arsipSiap = (turn: Turn, arsip: Naskah): Pesan => ({
  teks: lines(
    fill("📄 **Arsip {{periode}} lengkap**", { periode: periodeOf(turn) }),
    plain(
      "Terlampir semua dokumen, bukti, rekap, dan catatan pelaksanaan dalam satu berkas zip. Simpan bersama cetakannya; arsip ini juga ada di /dokumen.",
    ),
  ),
  lampiran: lampiranNaskah(arsip),
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

const versiOf = ({ state }: Turn): string => state.draf?.sebutan ?? "Draf 1";

/** "Draf 2 Laporan"; a version named after the report, as "Draf LAKIP" is, says it already. */
const laporanText = (turn: Turn): string => {
  const versi = versiOf(turn);
  return /lapor|lakip|lkjip/i.test(versi) ? versi : `${versi} Laporan`;
};

/** Whether nothing comes after this langkah: what goes out then is final. */
const isLast = ({ sop }: Turn, { langkahNo }: Wait): boolean => {
  const { hasil } = langkahOf(sop, langkahNo);
  return "selesai" in hasil && hasil.selesai === "selesai";
};

/** Who sent the berkas back to the desk it lies on: whoever held it the visit before. */
const returnerOf = (turn: Turn): string =>
  jabatanOf(turn, turn.state.kunjunganList.at(-2)?.oleh ?? "sistem");
